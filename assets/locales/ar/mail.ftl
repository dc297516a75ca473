# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::Format::moment writes it. Phone numbers are masked.
#
# What may be written from left to right stands in a bidi isolate: U+2066 (LRI) for dates, numbers and addresses,
# U+2068 (FSI) for names, each closed by U+2069 (PDI).

## Shared by every mail

mail-greeting = مرحبًا { "\u2068" }{ $name }{ "\u2069" }،
mail-greeting-stranger = مرحبًا،
mail-button-open-settings = فتح إعداداتي
mail-button-choose-password = اختيار كلمة مرور جديدة
mail-button-first-password = اختيار كلمة مروري
mail-button-confirm = تأكيد هذا العنوان
mail-button-undo = التراجع عن التغيير
mail-button-keep-account = الاحتفاظ بحسابي
mail-button-accept-invitation = قبول الدعوة
mail-button-sign-in = فتح صفحة تسجيل الدخول
mail-button-open-organization = فتح إعدادات المؤسسة
mail-signature = إعدادات حسابك في Perfil
mail-footer =
    تصلك هذه الرسالة لأنها تتعلق بأمان حسابك لدى { "\u2068" }{ $organization }{ "\u2069" }.
    لا يمكن إيقاف هذا النوع من الرسائل.

## The password was changed

mail-password-changed-subject = تم تغيير كلمة مرورك
mail-password-changed-title = تم تغيير كلمة مرورك
mail-password-changed-body =
    تم تغيير كلمة مرور الحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    تم تسجيل الخروج من جميع الأجهزة الأخرى.
mail-password-changed-advice =
    إذا كنت أنت من غيّرها، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: سجّل الدخول واختر كلمة مرور جديدة فورًا.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## The phone number was changed: $old was replaced by $new

mail-phone-changed-subject = تم تغيير رقم هاتفك
mail-phone-changed-title = تم تغيير رقم هاتفك
mail-phone-changed-body =
    تم تغيير رقم هاتف حسابك من { "\u2066" }{ $old }{ "\u2069" } إلى { "\u2066" }{ $new }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
mail-phone-changed-advice =
    إذا كنت أنت من غيّره، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم صحّح رقم الهاتف في إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## A phone number was added where there was none

mail-phone-added-subject = تمت إضافة رقم هاتف إلى حسابك
mail-phone-added-title = تمت إضافة رقم هاتف
mail-phone-added-body = تمت إضافة رقم الهاتف { "\u2066" }{ $new }{ "\u2069" } إلى حسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
mail-phone-added-advice =
    إذا كنت أنت من أضافه، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم أزل رقم الهاتف من إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## The phone number was removed

mail-phone-removed-subject = تمت إزالة رقم هاتفك
mail-phone-removed-title = تمت إزالة رقم هاتفك
mail-phone-removed-body =
    تمت إزالة رقم الهاتف { "\u2066" }{ $number }{ "\u2069" } من حسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    الإشعارات التي كانت تصلك في رسائل نصية قصيرة ستصلك من الآن بالبريد الإلكتروني.
mail-phone-removed-advice =
    إذا كنت أنت من أزاله، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم أضف رقم هاتفك من جديد في إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## Too many wrong passwords from unknown devices

mail-sign-in-blocked-subject = حسابك مغلق مؤقتًا أمام الأجهزة غير المعروفة
mail-sign-in-blocked-title = محاولات كثيرة بكلمات مرور خاطئة
mail-sign-in-blocked-body =
    أُدخلت حتى { "\u2068" }{ $when }{ "\u2069" } كلمات مرور خاطئة كثيرة لحسابك من أجهزة غير معروفة.
    تُرفض الأجهزة غير المعروفة مؤقتًا حتى لو كانت كلمة المرور صحيحة، أما الأجهزة التي سبق أن سجّلت الدخول منها فما زالت تعمل.
mail-sign-in-blocked-advice =
    لم يتمكن أحد من الدخول بكلمات المرور تلك. إذا كنت أنت من حاول من جهاز جديد، فانتظر قليلًا أو استخدم جهازًا سبق أن سجّلت الدخول منه.
    وإذا لم تكن أنت، وكانت كلمة مرورك قصيرة أو مستخدمة في مكان آخر أيضًا، فاختر كلمة مرور أفضل.

## An authenticator app or a passkey was added: $factor is what its owner calls it

mail-factor-added-subject = تمت إضافة تطبيق مصادقة أو مفتاح مرور إلى حسابك
mail-factor-added-title = تمت إضافة تطبيق مصادقة أو مفتاح مرور
mail-factor-added-body = تمت إضافة تطبيق المصادقة أو مفتاح المرور «{ "\u2068" }{ $factor }{ "\u2069" }» إلى حسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }. يمكن استخدامه من الآن لتسجيل الدخول.
mail-factor-added-advice =
    إذا كنت أنت من أضافه، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: سجّل الدخول وأزل «{ "\u2068" }{ $factor }{ "\u2069" }» من إعداداتك وغيّر كلمة مرورك فورًا.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة ممن يدير هذه الخدمة، فبإمكانه إزالته.

## An authenticator app or a passkey was removed

mail-factor-removed-subject = تمت إزالة تطبيق مصادقة أو مفتاح مرور من حسابك
mail-factor-removed-title = تمت إزالة تطبيق مصادقة أو مفتاح مرور
mail-factor-removed-body = تمت إزالة تطبيق المصادقة أو مفتاح المرور «{ "\u2068" }{ $factor }{ "\u2069" }» من حسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }. لم يعد يمكن استخدامه لتسجيل الدخول.
mail-factor-removed-advice =
    إذا كنت أنت من أزاله، أو من يدير هذه الخدمة بطلب منك، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: غيّرها فورًا، ثم راجع إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## New recovery codes took the place of those before

mail-recovery-codes-made-subject = تم إنشاء رموز استرداد جديدة لحسابك
mail-recovery-codes-made-title = تم إنشاء رموز استرداد جديدة
mail-recovery-codes-made-body = تم إنشاء رموز استرداد جديدة لحسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }. لم تعد الرموز السابقة صالحة.
mail-recovery-codes-made-advice =
    إذا كنت أنت من أنشأها، فاحتفظ بها في مكان آمن.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: غيّرها فورًا، ثم أنشئ رموز استرداد جديدة في إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## A recovery code was used to sign in: $left are unused

mail-recovery-code-used-subject = استُخدم رمز استرداد لتسجيل الدخول
mail-recovery-code-used-title = استُخدم رمز استرداد لتسجيل الدخول
mail-recovery-code-used-body =
    استُخدم رمز استرداد لتسجيل الدخول إلى حسابك بتاريخ { "\u2068" }{ $when }{ "\u2069" }. لن يعمل هذا الرمز مرة ثانية.
    عدد رموز الاسترداد المتبقية: { "\u2066" }{ $left }{ "\u2069" }.
mail-recovery-code-used-advice =
    إذا كنت أنت من استخدمه لأنك فقدت جهازًا، فأزله من إعداداتك. أنشئ رموز استرداد جديدة قبل أن تنفد.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك ولديه رموز الاسترداد الخاصة بك: سجّل الدخول وغيّر كلمة مرورك فورًا، ثم أنشئ رموز استرداد جديدة.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## A link to choose a new password

mail-password-reset-subject = اختر كلمة مرور جديدة
mail-password-reset-title = اختر كلمة مرور جديدة
mail-password-reset-body =
    طُلبت كلمة مرور جديدة للحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    افتح الرابط لاختيارها. يعمل الرابط لمدة ساعة واحدة، ولمرة واحدة فقط.
mail-password-reset-advice = إذا لم تطلب ذلك، فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي. لا تشارك الرابط مع أحد.

## To somebody for whom an account was made: a link to choose the first password

mail-invitation-subject = اختر كلمة مرور لحسابك الجديد
mail-invitation-title = مرحبًا بك
mail-invitation-body =
    أُنشئ لك حساب لدى { "\u2068" }{ $organization }{ "\u2069" }. تسجّل الدخول بالعنوان { "\u2066" }{ $email }{ "\u2069" } وبكلمة مرور خاصة بك.
    افتح الرابط لاختيارها. يعمل الرابط لمدة سبعة أيام، ولمرة واحدة فقط.
mail-invitation-advice =
    إذا لم تعرف ما الأمر، فتجاهل هذه الرسالة: لا يمكن لأحد تسجيل الدخول بلا كلمة مرور. لا تشارك الرابط مع أحد.
    وإذا لم يعد الرابط يعمل، فاستخدم *هل نسيت كلمة المرور؟* في صفحة تسجيل الدخول ليصلك رابط آخر.

## The password was chosen anew by a link

mail-password-was-reset-subject = تمت إعادة تعيين كلمة مرورك
mail-password-was-reset-title = تمت إعادة تعيين كلمة مرورك
mail-password-was-reset-body =
    اختيرت كلمة مرور جديدة للحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" } عبر رابط من هذا البريد.
    تم تسجيل الخروج من جميع الأجهزة.
mail-password-was-reset-advice =
    إذا كنت أنت من اختارها، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يقرأ بريدك: أمّن بريدك أولًا، ثم اختر كلمة مرور جديدة عبر «هل نسيت كلمة المرور؟» في صفحة تسجيل الدخول.

## To a new address, which must confirm

mail-email-confirm-subject = أكّد عنوان بريدك الإلكتروني الجديد
mail-email-confirm-title = هل هذا بريدك؟
mail-email-confirm-body =
    طُلب بتاريخ { "\u2068" }{ $when }{ "\u2069" } أن يصبح { "\u2066" }{ $new }{ "\u2069" } عنوان حسابك لدى { "\u2068" }{ $organization }{ "\u2069" }.
    افتح الرابط واضغط الزر هناك للتأكيد. يعمل الرابط لمدة 24 ساعة، ولمرة واحدة فقط.
mail-email-confirm-advice = لن يتغيّر شيء حتى ذلك الحين. إذا لم تطلب ذلك، فتجاهل هذه الرسالة: ربما أخطأ أحدهم في كتابة عنوان.

## To the address in use: a new one was asked for

mail-email-change-requested-subject = عنوان بريدك الإلكتروني على وشك أن يتغيّر
mail-email-change-requested-title = طُلب عنوان بريد إلكتروني جديد
mail-email-change-requested-body = طُلب بتاريخ { "\u2068" }{ $when }{ "\u2069" } أن يصبح { "\u2066" }{ $new }{ "\u2069" } عنوان حسابك. لن يتغيّر شيء حتى يؤكّد ذلك البريد.
mail-email-change-requested-advice =
    إذا كنت أنت من طلب ذلك، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: سجّل الدخول وألغِ التغيير واختر كلمة مرور جديدة فورًا.

## To the holder of an address that somebody else asked for

mail-email-taken-subject = حاول أحدهم استخدام عنوانك
mail-email-taken-title = حاول أحدهم استخدام عنوانك
mail-email-taken-body = طلب أحدهم بتاريخ { "\u2068" }{ $when }{ "\u2069" } استخدام هذا العنوان لحساب آخر. العنوان تابع لحسابك، أو كان تابعًا له حتى وقت قريب، ولذلك لم يتغيّر شيء.
mail-email-taken-advice =
    إذا كنت أنت من طلب ذلك، فاستخدم عنوانًا مختلفًا للحساب الآخر.
    وإذا لم تكن أنت، فلا يلزمك فعل شيء: لم يعلم أحد أن لديك حسابًا.

## To the address of before, with its way back

mail-email-changed-old-subject = تم تغيير عنوان بريدك الإلكتروني
mail-email-changed-old-title = تم تغيير عنوان بريدك الإلكتروني
mail-email-changed-old-body = تم تغيير عنوان حسابك لدى { "\u2068" }{ $organization }{ "\u2069" } من { "\u2066" }{ $old }{ "\u2069" } إلى { "\u2066" }{ $new }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }. تسجّل الدخول الآن بالعنوان الجديد.
mail-email-changed-old-advice =
    إذا كنت أنت من غيّره، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فتراجع عن التغيير خلال سبعة أيام: يعود هذا العنوان، ويُسجَّل الخروج من جميع الأجهزة، ولا يمكن تغيير جهات الاتصال لمدة يوم.

## To the address that is in use now

mail-email-changed-new-subject = هذا الآن عنوان حسابك
mail-email-changed-new-title = هذا الآن عنوان حسابك
mail-email-changed-new-body = منذ { "\u2068" }{ $when }{ "\u2069" } تسجّل الدخول لدى { "\u2068" }{ $organization }{ "\u2069" } بهذا العنوان الذي حلّ محل { "\u2066" }{ $old }{ "\u2069" }. ستصل رسائل الأمان إلى هنا من الآن.
mail-email-changed-new-advice =
    إذا كنت أنت من غيّره، فلا يلزمك فعل شيء.
    وإذا لم يكن لديك حساب كهذا، فأبلغ من يدير هذه الخدمة.

## To the address in use: the new one could not be taken

mail-email-change-failed-subject = تعذّر تغيير عنوان بريدك الإلكتروني
mail-email-change-failed-title = يبقى عنوان بريدك الإلكتروني كما هو
mail-email-change-failed-body = تعذّر التغيير إلى { "\u2066" }{ $new }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" } لأن حسابًا آخر يستخدم ذلك العنوان.
mail-email-change-failed-advice = سجّل الدخول بعنوانك الحالي كالمعتاد. ولتغييره، اختر عنوانًا آخر في إعداداتك.

## To the address that was brought back

mail-email-restored-subject = تمت استعادة عنوان بريدك الإلكتروني
mail-email-restored-title = عاد عنوان بريدك الإلكتروني
mail-email-restored-body =
    تم التراجع عن تغيير عنوانك بتاريخ { "\u2068" }{ $when }{ "\u2069" }: تسجّل الدخول بهذا العنوان من جديد.
    تم تسجيل الخروج من جميع الأجهزة، ولا يمكن تغيير العنوان أو رقم الهاتف لمدة 24 ساعة.
mail-email-restored-advice = إذا كان شخص آخر هو من أجرى التغيير، فهو يعرف كلمة مرورك: اختر كلمة جديدة فورًا.

## The number of before was brought back

mail-phone-restored-subject = تمت استعادة رقم هاتفك
mail-phone-restored-title = عاد رقم هاتفك
mail-phone-restored-body =
    تم التراجع عن تغيير رقم هاتفك بتاريخ { "\u2068" }{ $when }{ "\u2069" }: عاد { "\u2066" }{ $number }{ "\u2069" } رقم هاتف حسابك.
    تم تسجيل الخروج من جميع الأجهزة، ولا يمكن تغيير العنوان أو رقم الهاتف لمدة 24 ساعة.
mail-phone-restored-advice = إذا كان شخص آخر هو من أجرى التغيير، فهو يعرف كلمة مرورك: اختر كلمة جديدة فورًا.

## An invitation to whoever has the address: $inviter is a member of $organization

mail-footer-invitation = تصلك هذه الرسالة لأن { "\u2068" }{ $inviter }{ "\u2069" } أدخل هذا العنوان لدعوتك إلى { "\u2068" }{ $organization }{ "\u2069" }.

mail-member-invitation-subject = أنت مدعو للانضمام إلى مؤسسة
mail-member-invitation-title = لديك دعوة
mail-member-invitation-body =
    يدعوك { "\u2068" }{ $inviter }{ "\u2069" } للانضمام إلى { "\u2068" }{ $organization }{ "\u2069" } بدور «{ "\u2068" }{ $role }{ "\u2069" }». ستسجّل الدخول بالعنوان { "\u2066" }{ $email }{ "\u2069" } وبكلمة مرور خاصة بك.
    افتح الرابط لإنشاء حسابك. يعمل الرابط لمدة سبعة أيام، ولمرة واحدة فقط.
mail-member-invitation-advice = إذا لم تعرف ما الأمر، فتجاهل هذه الرسالة: لن يُنشأ أي حساب من دونك. لا تشارك الرابط مع أحد.

## The same to an address that has an account

mail-member-invitation-known-subject = دُعيت بعنوان له حساب من قبل
mail-member-invitation-known-title = لديك حساب بالفعل
mail-member-invitation-known-body =
    أراد { "\u2068" }{ $inviter }{ "\u2069" } دعوتك إلى { "\u2068" }{ $organization }{ "\u2069" } بالعنوان { "\u2066" }{ $email }{ "\u2069" }. هذا العنوان تابع لحساب موجود، والحساب يتبع مؤسسة واحدة فقط.
    ولذلك لم يتغيّر شيء.
mail-member-invitation-known-advice =
    للانضمام إلى { "\u2068" }{ $organization }{ "\u2069" }، اطلب دعوتك بعنوان آخر.
    وإلا فلا يلزمك فعل شيء: لم يعلم أحد هناك أن لديك حسابًا.

## What became of a member: $old, $new and $role are roles in the reader's language

mail-role-changed-subject = تم تغيير دورك
mail-role-changed-title = تم تغيير دورك
mail-role-changed-body = تغيّر دورك لدى { "\u2068" }{ $organization }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" } من «{ "\u2068" }{ $old }{ "\u2069" }» إلى «{ "\u2068" }{ $new }{ "\u2069" }».
mail-role-changed-advice = تغيّر معه ما يمكنك رؤيته وفعله. إذا لم تكن تتوقع ذلك، فاسأل مالك مؤسستك.

mail-member-deactivated-subject = تم تعطيل حسابك
mail-member-deactivated-title = تم تعطيل حسابك
mail-member-deactivated-body =
    تم تعطيل حسابك لدى { "\u2068" }{ $organization }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    تم تسجيل خروجك من جميع الأجهزة، ولم يعد بإمكانك تسجيل الدخول.
mail-member-deactivated-advice = إذا لم تكن تتوقع ذلك، فاسأل مالك مؤسستك. وبعد إعادة تفعيل الحساب تسجّل الدخول كما في السابق.

mail-member-reactivated-subject = أُعيد تفعيل حسابك
mail-member-reactivated-title = أُعيد تفعيل حسابك
mail-member-reactivated-body =
    أُعيد تفعيل حسابك لدى { "\u2068" }{ $organization }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    يمكنك تسجيل الدخول كما في السابق.
mail-member-reactivated-advice = إذا نسيت كلمة مرورك، فاختر كلمة جديدة عبر *هل نسيت كلمة المرور؟* في صفحة تسجيل الدخول.

mail-role-granted-subject = أصبح لك الدور الذي طلبته
mail-role-granted-title = تمت الموافقة على طلبك
mail-role-granted-body = تمت الموافقة على طلبك بتاريخ { "\u2068" }{ $when }{ "\u2069" }: دورك لدى { "\u2068" }{ $organization }{ "\u2069" } الآن هو «{ "\u2068" }{ $role }{ "\u2069" }».
mail-role-granted-advice = لا يلزمك فعل شيء، ولا حاجة إلى تسجيل الدخول من جديد.

mail-role-declined-subject = لم تحصل على الدور الذي طلبته
mail-role-declined-title = رُفض طلبك
mail-role-declined-body = رُفض بتاريخ { "\u2068" }{ $when }{ "\u2069" } طلبك الحصول على دور «{ "\u2068" }{ $role }{ "\u2069" }» لدى { "\u2068" }{ $organization }{ "\u2069" }. يبقى دورك كما هو.
mail-role-declined-advice = إذا أردت معرفة السبب، فاسأل مالك مؤسستك.

## Keys of an organization, told to its Owners: $key is what it is called, $by who made it

mail-key-created-subject = أُنشئ مفتاح API لمؤسستك
mail-key-created-title = أُنشئ مفتاح API
mail-key-created-body = في { "\u2068" }{ $when }{ "\u2069" } أُنشئ مفتاح API باسم «{ "\u2068" }{ $key }{ "\u2069" }» لمؤسسة { "\u2068" }{ $organization }{ "\u2069" } بواسطة { "\u2068" }{ $by }{ "\u2069" }. ويمكن للبرامج أن تعمل به نيابةً عن المؤسسة.
mail-key-created-advice =
    إن كنت على علم بذلك فلا يلزمك فعل شيء.
    وإلا فاسأل { "\u2068" }{ $by }{ "\u2069" }، أو ألغِ المفتاح من صفحة *مفاتيح API* في إعدادات المؤسسة.

mail-key-rotated-subject = استُبدل مفتاح API لمؤسستك
mail-key-rotated-title = استُبدل مفتاح API
mail-key-rotated-body = في { "\u2068" }{ $when }{ "\u2069" } استُبدل مفتاح API باسم «{ "\u2068" }{ $key }{ "\u2069" }» لمؤسسة { "\u2068" }{ $organization }{ "\u2069" } بمفتاح جديد بالاسم نفسه بواسطة { "\u2068" }{ $by }{ "\u2069" }.
mail-key-rotated-advice =
    إن كنت على علم بذلك فلا يلزمك فعل شيء.
    وإلا فاسأل { "\u2068" }{ $by }{ "\u2069" }، أو ألغِ المفتاح من صفحة *مفاتيح API* في إعدادات المؤسسة.

## What mails about a topic have in common: they can be switched off

mail-button-open-invoice = فتح الفاتورة
mail-unsubscribe = إيقاف الرسائل حول هذا الموضوع
mail-footer-contact-imports = تصلك هذه الرسالة لأنك تتلقى بالبريد الإلكتروني نتائج استيراد جهات اتصالك لدى { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-payments = تصلك هذه الرسالة لأنك تتلقى بالبريد الإلكتروني إشعارات بمدفوعات { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-invoices = تصلك هذه الرسالة لأنك تتلقى بالبريد الإلكتروني إشعارات بفواتير { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-low-credit = تصلك هذه الرسالة لأنك تتلقى بالبريد الإلكتروني تنبيهًا عند انخفاض رصيد { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-role-requests = تصلك هذه الرسالة لأنك تتلقى بالبريد الإلكتروني إشعارات بطلبات الأدوار لدى { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-test = تصلك هذه الرسالة لأنك طلبت رسالة تجريبية من حسابك لدى { "\u2068" }{ $organization }{ "\u2069" }.
mail-footer-sms-failed = تصلك هذه الرسالة لأنه تعذّر تسليم رسالة نصية قصيرة إليك.
mail-footer-choice = يمكنك أن تختار ما تُبلَّغ به وبأي وسيلة في قسم «الإشعارات» ضمن إعداداتك.

# Joins a mail that takes the place of a text message
mail-sms-failed =
    تعذّر تسليم رسالة نصية قصيرة إليك بهذا الشأن، ولذلك تصلك هذه الرسالة مع أنك أوقفت هذا النوع من الرسائل.
    يُرجى التحقق من رقم الهاتف في إعداداتك.

## An import of contacts is through: $import is what the platform calls it, $imported_text is $imported as written

mail-import-completed-subject = تم استيراد جهات اتصالك
mail-import-completed-title = تم استيراد جهات اتصالك
mail-import-completed-body =
    اكتمل الاستيراد «{ "\u2068" }{ $import }{ "\u2069" }» بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    { $imported ->
        [zero] لم تُستورد أي جهة اتصال.
        [one] استُوردت جهة اتصال واحدة.
        [two] استُوردت جهتا اتصال.
        [few] استُوردت { "\u2068" }{ $imported_text }{ "\u2069" } جهات اتصال.
       *[other] استُوردت { "\u2068" }{ $imported_text }{ "\u2069" } جهة اتصال.
    }
mail-import-completed-advice = لا يلزمك فعل شيء.

## The same, with contacts that were not taken

mail-import-completed-with-rejects-subject = لم تُستورد كل جهات اتصالك
mail-import-completed-with-rejects-title = لم تُستورد كل جهات اتصالك
mail-import-completed-with-rejects-body =
    اكتمل الاستيراد «{ "\u2068" }{ $import }{ "\u2069" }» بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    { $imported ->
        [zero] لم تُستورد أي جهة اتصال،
        [one] استُوردت جهة اتصال واحدة،
        [two] استُوردت جهتا اتصال،
        [few] استُوردت { "\u2068" }{ $imported_text }{ "\u2069" } جهات اتصال،
       *[other] استُوردت { "\u2068" }{ $imported_text }{ "\u2069" } جهة اتصال،
    } { $rejected ->
        [zero] ولم تُرفض أي جهة.
        [one] ورُفضت جهة واحدة.
        [two] ورُفضت جهتان.
        [few] ورُفضت { "\u2068" }{ $rejected_text }{ "\u2069" } جهات.
       *[other] ورُفضت { "\u2068" }{ $rejected_text }{ "\u2069" } جهة.
    }
mail-import-completed-with-rejects-advice = تجد الأسباب في قسم «الإشعارات» ضمن إعداداتك.

## An import of contacts broke off: $reason is in the platform's words

mail-import-failed-subject = تعذّر استيراد جهات اتصالك
mail-import-failed-title = تعذّر استيراد جهات اتصالك
mail-import-failed-body =
    فشل الاستيراد «{ "\u2068" }{ $import }{ "\u2069" }» بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    السبب: { "\u2068" }{ $reason }{ "\u2069" }
mail-import-failed-advice = بعد معالجة السبب، ابدأ الاستيراد من جديد.

## A payment arrived: $payment is the platform's name for it

mail-payment-succeeded-subject = تم استلام دفعتك
mail-payment-succeeded-title = تم استلام دفعتك
mail-payment-succeeded-body = تم بتاريخ { "\u2068" }{ $when }{ "\u2069" } استلام الدفعة { "\u2066" }{ $payment }{ "\u2069" } من { "\u2068" }{ $organization }{ "\u2069" } بمبلغ { "\u2068" }{ $amount }{ "\u2069" }.
mail-payment-succeeded-advice = لا يلزمك فعل شيء.

## A payment failed, with or without a reason in the platform's words

mail-payment-failed-subject = فشلت إحدى عمليات الدفع
mail-payment-failed-title = فشلت إحدى عمليات الدفع
mail-payment-failed-body =
    فشلت بتاريخ { "\u2068" }{ $when }{ "\u2069" } الدفعة { "\u2066" }{ $payment }{ "\u2069" } من { "\u2068" }{ $organization }{ "\u2069" } بمبلغ { "\u2068" }{ $amount }{ "\u2069" }.
    السبب: { "\u2068" }{ $reason }{ "\u2069" }
mail-payment-failed-no-reason-body = فشلت بتاريخ { "\u2068" }{ $when }{ "\u2069" } الدفعة { "\u2066" }{ $payment }{ "\u2069" } من { "\u2068" }{ $organization }{ "\u2069" } بمبلغ { "\u2068" }{ $amount }{ "\u2069" }.
mail-payment-failed-advice = تحقّق من وسيلة الدفع وأعد الدفع حتى لا ينفد رصيدك.

## An invoice was issued, with or without a day on which it is due

mail-invoice-issued-subject = لديك فاتورة جديدة
mail-invoice-issued-title = لديك فاتورة جديدة
mail-invoice-issued-body =
    صدرت بتاريخ { "\u2068" }{ $when }{ "\u2069" } الفاتورة { "\u2066" }{ $invoice }{ "\u2069" } إلى { "\u2068" }{ $organization }{ "\u2069" } بمبلغ { "\u2068" }{ $amount }{ "\u2069" }.
    تاريخ الاستحقاق: { "\u2068" }{ $due }{ "\u2069" }.
mail-invoice-issued-no-due-body = صدرت بتاريخ { "\u2068" }{ $when }{ "\u2069" } الفاتورة { "\u2066" }{ $invoice }{ "\u2069" } إلى { "\u2068" }{ $organization }{ "\u2069" } بمبلغ { "\u2068" }{ $amount }{ "\u2069" }.
mail-invoice-issued-advice = إذا سبق دفعها، فلا يلزمك فعل شيء.

## The credit is below the minimum that the reader chose

mail-credit-low-subject = رصيدك على وشك النفاد
mail-credit-low-title = رصيدك على وشك النفاد
mail-credit-low-body = كان رصيد { "\u2068" }{ $organization }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" } يساوي { "\u2068" }{ $balance }{ "\u2069" }، وهذا أقل من الحد الأدنى الذي حدّدته: { "\u2068" }{ $minimum }{ "\u2069" }.
mail-credit-low-advice = اشحن الرصيد قبل أن ينفد. لن يصلك تنبيه جديد إلا بعد أن يرتفع الرصيد بوضوح فوق الحد الأدنى ثم ينخفض دونه مرة أخرى.

## A member asks for another role: $asker is the member's name, $reason is in the member's words

mail-role-asked-subject = عضو يطلب دورًا آخر
mail-role-asked-title = عضو يطلب دورًا آخر
mail-role-asked-body =
    طلب { "\u2068" }{ $asker }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" } دور «{ "\u2068" }{ $role }{ "\u2069" }» لدى { "\u2068" }{ $organization }{ "\u2069" }.
    السبب: { "\u2068" }{ $reason }{ "\u2069" }
mail-role-asked-advice = توافق على الطلب أو ترفضه في إعدادات المؤسسة.

## A test that the reader asked for

mail-test-subject = هذه رسالة تجريبية
mail-test-title = هذه رسالة تجريبية
mail-test-body =
    طلبت هذه الرسالة التجريبية بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    وصولها يعني أن الإشعارات تصلك بالبريد الإلكتروني.
mail-test-advice = لا يلزمك فعل شيء.

## All that is kept about a person was downloaded

mail-data-exported-subject = تم تنزيل بياناتك
mail-data-exported-title = تم تنزيل بياناتك
mail-data-exported-body = تم تنزيل كل ما يُحفظ عن الحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
mail-data-exported-advice =
    إذا كنت أنت من نزّلها، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: غيّرها فورًا، ثم راجع إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## A person asked for the account to be deleted: $end is when that happens

mail-deletion-requested-subject = سيُحذف حسابك
mail-deletion-requested-title = سيُحذف حسابك
mail-deletion-requested-body =
    طلب شخص يعرف كلمة مرورك حذف الحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2068" }{ $when }{ "\u2069" }.
    سيُحذف الحساب، مع كل ما يُحفظ عنك، بتاريخ { "\u2068" }{ $end }{ "\u2069" }. ويعمل كل شيء كما كان حتى ذلك الحين.
mail-deletion-requested-advice =
    إذا كنت أنت من طلب ذلك، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، أو إذا غيّرت رأيك، فاحتفظ بالحساب عبر الرابط. وعندها يُسجَّل الخروج من جميع الأجهزة.
    وبعد الحذف لا يمكن استعادة أي شيء. لا تعطِ الرابط لأحد أبدًا.

mail-deletion-reminder-subject = سيُحذف حسابك خلال يومين
mail-deletion-reminder-title = سيُحذف حسابك قريبًا
mail-deletion-reminder-body = سيُحذف الحساب { "\u2066" }{ $email }{ "\u2069" }، مع كل ما يُحفظ عنك، بتاريخ { "\u2068" }{ $end }{ "\u2069" }.
mail-deletion-reminder-advice =
    إذا كان هذا ما تريده، فلا يلزمك فعل شيء. ولن تصلك رسالة بعد الحذف.
    وإذا لم يكن كذلك، فسجّل الدخول واختر *الاحتفاظ بحسابي* في *بياناتك*.

## The account stays, because nobody else is Owner

mail-deletion-stopped-subject = لم يُحذف حسابك
mail-deletion-stopped-title = لم يُحذف حسابك
mail-deletion-stopped-body = أصبحت المالك الوحيد لدى { "\u2068" }{ $organization }{ "\u2069" }، ولا بد لكل مؤسسة من مالك. ولذلك يبقى حسابك.
mail-deletion-stopped-advice = إذا كنت لا تزال تريد حذفه، فامنح شخصًا آخر هذا الدور أولًا، ثم اطلب الحذف من جديد.

## The file README.txt of an export

export-readme =
    كل ما يحفظه Perfil عن الحساب { "\u2066" }{ $email }{ "\u2069" }، كما قُرئ بتاريخ { "\u2068" }{ $when }{ "\u2069" }.

    في الملف perfil-data.json كل شيء، للبرامج.
    وفي المجلد csv الشيء نفسه، جدول لكل نوع من البيانات، لبرامج الجداول.
    والفاصلة العليا قبل = أو + أو - أو @ تمنع برامج الجداول من اعتبار النص صيغة، وهي ليست من البيانات.

    لا يتضمن ذلك كلمات المرور وأسرار تسجيل الدخول: فهي محفوظة بشكل لا يستطيع أحد قراءته.
    ولا يتضمن كذلك الرسائل التي تتحدث عن أشخاص آخرين.
