# ما تقوله الصفحات. صيغ بسيطة فقط: المتصفح يملأ { $name } بنفسه.

product-name = Perfil
skip-to-content = انتقل إلى المحتوى
loading = جارٍ التحميل…
try-again = أعد المحاولة

## عناوين النافذة

title-user = معلومات المستخدم · Perfil
title-password = كلمة المرور · Perfil
title-two-step = تسجيل الدخول بخطوتين · Perfil
title-email = البريد الإلكتروني · Perfil
title-phone = رقم الهاتف · Perfil
title-region = اللغة والمنطقة · Perfil
title-notifications = الإشعارات · Perfil
title-notification-history = سجل الإشعارات · Perfil
title-activity = نشاط الأمان · Perfil
title-privacy = بياناتك · Perfil
title-organization = إعدادات المؤسسة · Perfil
title-organization-settings = إعدادات المؤسسة العامة · Perfil
title-changes = التغييرات · Perfil
title-keys = مفاتيح API · Perfil
title-outbox = صندوق الصادر · Perfil
title-sign-in = تسجيل الدخول · Perfil
title-second-step = الخطوة الثانية · Perfil
title-forgot-password = هل نسيت كلمة المرور؟ · Perfil
title-reset-password = اختيار كلمة مرور جديدة · Perfil
title-welcome = اختيار كلمة مرورك · Perfil
title-join = قبول الدعوة · Perfil
title-confirm-email = تأكيد عنوان البريد الإلكتروني الجديد · Perfil
title-undo = التراجع عن تغيير · Perfil
title-unsubscribe = إلغاء الاشتراك · Perfil
title-not-found = الصفحة غير موجودة · Perfil

## القائمة المنسدلة

menu-open = قائمة الحساب
menu-label = الإعدادات
menu-user = إعداداتي
menu-organization = إعدادات المؤسسة
menu-sign-out = تسجيل الخروج

## قائمة الأقسام

sections-label = إعداداتي
section-user = معلومات المستخدم
section-password = كلمة المرور
section-two-step = تسجيل الدخول بخطوتين
section-email = البريد الإلكتروني
section-phone = رقم الهاتف
section-region = اللغة والمنطقة
section-notifications = الإشعارات
section-activity = نشاط الأمان
section-privacy = بياناتك

## النسخة التجريبية

demo-label = نسخة تجريبية
demo-note = هذه نسخة تجريبية، فلا تُرسَل رسائل البريد ولا الرسائل النصية، بل تظهر في
demo-link = صندوق الصادر

## الأدوار

role-owner = مالك
role-admin = مدير
role-billing = مسؤول الفوترة
role-member = عضو

## تسجيل الدخول

sign-in-title = تسجيل الدخول إلى Perfil
sign-in-lead = إعدادات حسابك: كلمة المرور ورقم الهاتف وغيرهما.
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-remember = أبقِني مسجّل الدخول
sign-in-button = تسجيل الدخول
sign-in-passkey = تسجيل الدخول بمفتاح مرور
sign-in-forgotten = هل نسيت كلمة المرور؟
sign-in-again = سجّل الدخول من جديد
sign-in-in-new-tab = سجّل الدخول في علامة تبويب جديدة

## الخطوة الثانية من تسجيل الدخول

second-step-title = أكّد أنك أنت
second-step-lead = كلمة مرورك صحيحة. بقيت خطوة واحدة لتسجيل الدخول.
second-step-passkey = استخدام مفتاح مرور
second-step-script = تحتاج مفاتيح المرور إلى JavaScript، وهو معطّل في هذا المتصفح. استخدم بدلًا منها رمز استرداد.
second-step-recovery-title = استخدام رمز استرداد
second-step-recovery-code = رمز الاسترداد
second-step-recovery-hint = ستة عشر حرفًا ورقمًا. لا فرق بين الأحرف الكبيرة والصغيرة، ولا حاجة إلى الشرطات.
second-step-again = البدء من جديد

## هل نسيت كلمة المرور؟

forgot-password-title = هل نسيت كلمة المرور؟
forgot-password-lead = أدخل عنوان حسابك، وسنرسل إليه رابطًا لاختيار كلمة مرور جديدة.
forgot-password-button = إرسال الرابط
forgot-password-no-mail = لم تصل رسالة بعد بضع دقائق؟
forgot-password-spam = ابحث في مجلد الرسائل غير المرغوب فيها.
forgot-password-address = تحقّق من أن هذا هو العنوان الذي تسجّل الدخول به.
forgot-password-owner = إن لم يعد بإمكانك قراءة هذا البريد فاطلب المساعدة من مالك مؤسستك.
forgot-password-back = العودة إلى تسجيل الدخول
done-forgot-password = إن كان هناك حساب بهذا العنوان، فرسالة فيها رابط في طريقها إليه. يعمل الرابط لمدة ساعة واحدة.

## ما وراء روابط رسائل البريد والرسائل النصية

confirm-email-title = تأكيد عنوان البريد الإلكتروني الجديد
confirm-email-lead = اضغط الزر ليصبح العنوان الجديد عنوان حسابك.
confirm-email-new = العنوان الجديد
confirm-email-old = حتى الآن
confirm-email-hint = بعد ذلك تسجّل الدخول بالعنوان الجديد. ويُبلَّغ العنوان القديم، ويمكن التراجع منه عن التغيير خلال سبعة أيام.
confirm-email-button = تأكيد هذا العنوان
done-confirm-email = تغيّر عنوان بريدك الإلكتروني. من الآن تسجّل الدخول بالعنوان الجديد.
undo-title = التراجع عن تغيير
undo-lead = إذا كان شخص آخر هو من أجرى هذا التغيير، فتراجع عنه.
undo-back = يعود
undo-away = يُزال
undo-account = الحساب الذي يبقى
undo-hint = يُسجَّل الخروج من جميع الأجهزة، ولا يمكن تغيير العنوان أو رقم الهاتف لمدة 24 ساعة.
undo-button = التراجع عن التغيير
done-undo-email = عاد عنوان بريدك الإلكتروني السابق، وسُجِّل الخروج من جميع الأجهزة.
done-undo-email-again = عاد عنوان بريدك الإلكتروني السابق، وبدأت من جديد مدة 24 ساعة التي لا يمكن فيها تغيير شيء. وسُجِّل الخروج من جميع الأجهزة.
done-undo-phone = عاد رقم هاتفك السابق، وسُجِّل الخروج من جميع الأجهزة.
done-undo-phone-again = عاد رقم هاتفك السابق، وبدأت من جديد مدة 24 ساعة التي لا يمكن فيها تغيير شيء. وسُجِّل الخروج من جميع الأجهزة.
done-undo-deletion = حسابك باقٍ. وسُجِّل الخروج من جميع الأجهزة.
reset-password-title = اختيار كلمة مرور جديدة
reset-password-lead = بعد ذلك يُسجَّل الخروج من جميع أجهزتك، وتسجّل الدخول بكلمة المرور الجديدة.
done-reset-password = تغيّرت كلمة مرورك. سجّل الدخول بالكلمة الجديدة.
welcome-title = اختر كلمة مرورك
welcome-lead = أُنشئ لك حساب لدى { $organization }. اختر كلمة مرور: بها وبالعنوان { $email } تسجّل الدخول بعد ذلك.
welcome-button = اختيار كلمة المرور
done-welcome = تم تعيين كلمة مرورك. سجّل الدخول بها.
join-title = قبول الدعوة
join-lead = يدعوك { $inviter } إلى { $organization }. اختر اسمًا وكلمة مرور ليصبح حسابك جاهزًا.
join-role = دورك
join-email-hint = تسجّل الدخول بهذا العنوان.
join-button = إنشاء الحساب
done-join = حسابك جاهز. سجّل الدخول بكلمة مرورك.
unsubscribe-title = إلغاء الاشتراك
unsubscribe-lead = اضغط الزر ولن تصلك رسائل بريد عن هذا الموضوع بعد ذلك.
unsubscribe-topic = الموضوع
unsubscribe-email = العنوان
unsubscribe-hint = تبقى الرسائل النصية كما اخترتها، وتستمر الرسائل المتعلقة بأمان حسابك. يمكنك تشغيل رسائل البريد من جديد متى شئت.
unsubscribe-button = إلغاء الاشتراك
done-unsubscribe = تم: لن تصلك رسائل بريد عن هذا الموضوع بعد الآن.
link-advice-confirm-email = لتغيير عنوانك اطلب رابطًا جديدًا من إعداداتك.
link-advice-undone = إذا كان شخص آخر هو من أجرى التغيير، فهو يعرف كلمة مرورك: اختر كلمة جديدة الآن.
link-advice-undo = إذا غيّر شخص آخر شيئًا في حسابك، فاختر كلمة مرور جديدة ثم راجع إعداداتك. وإن لم يعد بإمكانك تسجيل الدخول فاطلب المساعدة من مالك مؤسستك.
link-advice-reset-password = اطلب رابطًا جديدًا. لا يعمل إلا أحدث رابط.
link-advice-welcome = إذا سبق أن اخترت كلمة مرور، فسجّل الدخول. وإلا فاطلب إرسال رابط إليك لاختيارها.
link-advice-join = إذا سبق أن قبلت الدعوة، فسجّل الدخول. وإلا فاطلب ممن دعاك أن يعيد إرسالها.
link-advice-unsubscribe = يمكنك أيضًا اختيار ما يصلك من إشعارات في إعداداتك.
link-to-email = انتقل إلى البريد الإلكتروني
link-to-notifications = انتقل إلى الإشعارات
link-to-new-password = اختر كلمة مرور جديدة

## معلومات المستخدم

user-title = معلومات المستخدم
user-lead = من أنت في مؤسستك، وكيف يمكن التواصل معك.
user-name-title = اسمك
user-name = الاسم المعروض
user-name-hint = الاسم الذي يراه بقية أعضاء مؤسستك.
user-name-button = حفظ الاسم
user-role-title = المؤسسة والدور
user-role = الدور
user-role-note = لا يغيّر الأدوار إلا مالك المؤسسة.
user-role-note-owner = بصفتك المالك، أنت من يحدّد الأدوار في إعدادات المؤسسة.
user-organization = المؤسسة
user-contact-title = معلومات الاتصال
user-email = البريد الإلكتروني
user-email-note = بهذا العنوان تسجّل الدخول، وإليه تصل رسائل الأمان.
user-email-change = تغيير البريد الإلكتروني
user-phone = الهاتف
user-phone-add = أضف رقم هاتف
user-phone-change = إدارة رقم الهاتف
done-rename = حُفِظ اسمك المعروض.

## Asking the Owner for another role

role-request-title = طلب دور آخر
role-request-reason = السبب
role-request-reason-hint = 500 حرف على الأكثر، يقرؤها مالك مؤسستك.
role-request-button = إرسال الطلب
role-request-waits = طلبت دور «{ $role }». تصلك رسالة بالبريد الإلكتروني بعد أن يقرر المالك.
role-request-withdraw = سحب الطلب
role-requests-title = طلبات الأدوار
role-requests-decide = أعضاء يطلبون دورًا آخر. يُبلَّغون بقرارك عبر البريد الإلكتروني.
role-request-change = { $wants } بدلًا من { $is }
role-request-grant = موافقة
role-request-decline = رفض
done-ask-role = أُرسل طلبك.
done-withdraw-role-request = سُحب طلبك.
done-grant-role = أصبح للعضو هذا الدور، ويُبلَّغ بذلك عبر البريد الإلكتروني.
done-decline-role = رُفض الطلب، ويُبلَّغ العضو بذلك عبر البريد الإلكتروني.

## كلمة المرور

password-title = كلمة المرور
password-lead = اختر كلمة مرور لا تستخدمها في أي مكان آخر.
password-card-title = تغيير كلمة المرور
password-card-lead = بعد التغيير تُسجَّل جميع أجهزتك الأخرى خروجًا، ويبقى هذا الجهاز مسجّل الدخول.
password-current = كلمة المرور الحالية
password-new = كلمة المرور الجديدة
password-new-hint = { $min } حرفًا على الأقل. جملة من عدة كلمات خيار جيد: سهلة التذكّر وصعبة التخمين. لا شروط على أنواع الأحرف.
password-repeat = تكرار كلمة المرور
password-button = تغيير كلمة المرور
password-show = إظهار: { $field }
password-hide = إخفاء: { $field }
done-change-password = تغيّرت كلمة مرورك، وسُجِّلت جميع أجهزتك الأخرى خروجًا.

## تسجيل الدخول بخطوتين

two-step-title = تسجيل الدخول بخطوتين
two-step-lead = من يعرف كلمة مرورك لا يستطيع تسجيل الدخول بها وحدها، فلا بد أيضًا من هاتفك أو حاسوبك أو مفتاح الأمان.
two-step-on = مفعّل
two-step-off = غير مفعّل
two-step-factors-title = تطبيق المصادقة ومفاتيح المرور
two-step-factors-empty = ليس لديك أي منهما بعد. أضف واحدًا في الأسفل.
two-step-kind-app = تطبيق مصادقة
two-step-kind-passkey = مفتاح مرور
two-step-added = تاريخ الإضافة: { $when }
two-step-never-used = لم يُستخدم بعد
two-step-remove-title = إزالة…
two-step-remove-lead = لن تستطيع تسجيل الدخول به بعد ذلك. أدخل كلمة مرورك للتأكيد.
two-step-remove-last = هذا آخر ما لديك: بإزالته يتوقف تسجيل الدخول بخطوتين، ولا تعود رموز الاسترداد صالحة. أدخل كلمة مرورك للتأكيد.
two-step-remove-button = إزالة
two-step-name = الاسم
two-step-app-title = إضافة تطبيق مصادقة
two-step-app-lead = يعرض تطبيق على هاتفك رمزًا جديدًا من ستة أرقام كل نصف دقيقة، وتُدخله بعد كلمة مرورك.
two-step-app-name = تطبيق المصادقة
two-step-pending-title = ربط تطبيق المصادقة
two-step-pending-lead = امسح الصورة بالتطبيق، ثم أدخل الرمز الذي يعرضه.
two-step-pending-qr = رمز QR لتطبيق المصادقة
two-step-pending-key = إن تعذّر المسح فاكتب هذا المفتاح في التطبيق:
two-step-pending-open = افتح في التطبيق على هذا الجهاز
two-step-pending-expired = انتهى الوقت. ألغِ وابدأ من جديد.
two-step-code = الرمز من تطبيق المصادقة
two-step-confirm-button = تأكيد
two-step-cancel-button = إلغاء
two-step-passkey-title = إضافة مفتاح مرور
two-step-passkey-lead = سجّل الدخول ببصمتك أو وجهك أو رقم PIN لجهازك، أو بمفتاح أمان، ولا تحتاج عندئذ إلى كلمة مرور.
two-step-passkey-script = تحتاج مفاتيح المرور إلى JavaScript، وهو معطّل في هذا المتصفح.
two-step-passkey-unknown = لا يستطيع هذا المتصفح استخدام مفاتيح المرور. جرّب متصفحًا أحدث، أو أضف تطبيق مصادقة.
passkey-closed = أُلغيت العملية. يمكنك المحاولة من جديد متى شئت.
new-codes-title = رموز الاسترداد الخاصة بك
new-codes-lead = لا تظهر هذه الرموز إلا الآن. احفظها في مكان تجدها فيه من دون هذا الجهاز.
new-codes-copy = نسخ
new-codes-copied = تم النسخ
new-codes-not-copied = تعذّر النسخ. نزّل الرموز أو حدّدها بيدك.
new-codes-download = تنزيل
recovery-title = رموز الاسترداد
recovery-lead = إن لم يكن التطبيق أو مفتاح المرور في متناول يدك، فيمكنك تسجيل الدخول بأحد هذه الرموز. لا يعمل كل رمز إلا مرة واحدة.
recovery-left = الرموز المتبقية: { $count }
recovery-few = أوشكت رموزك على النفاد. أنشئ رموزًا جديدة.
recovery-make-title = إنشاء رموز جديدة…
recovery-make-lead = لن تعود الرموز السابقة صالحة. أدخل كلمة مرورك للتأكيد.
recovery-make-button = إنشاء رموز جديدة
done-add-app = بقيت خطوة واحدة: يُضاف التطبيق حالما تُدخل رمزه.
done-confirm-app = تمت إضافة تطبيق المصادقة.
done-cancel-app = لم يُضَف أي تطبيق مصادقة.
done-remove-factor = تمت الإزالة، ولم يعد تسجيل الدخول به ممكنًا.
done-add-passkey = تمت إضافة مفتاح المرور.
done-recovery-codes-first = صار تسجيل الدخول بخطوتين مفعّلًا. إن لم يكن التطبيق أو مفتاح المرور في متناول يدك، فسجّل الدخول بأحد هذه الرموز. لا يعمل كل رمز إلا مرة واحدة.
done-recovery-codes-new = صارت لديك رموز جديدة، ولم تعد الرموز السابقة صالحة.

## البريد الإلكتروني

email-title = البريد الإلكتروني
email-lead = بهذا العنوان تسجّل الدخول، وإليه تصل الرسائل المتعلقة بحسابك.
email-current-title = العنوان الحالي
email-change-button = تغيير البريد الإلكتروني
email-change-lead = نرسل رابطًا إلى العنوان الجديد، ولا يتغيّر شيء قبل أن تفتحه وتضغط الزر فيه.
email-new = البريد الإلكتروني الجديد
email-dependents = بعد تأكيد العنوان الجديد يُستخدم من أجل:
email-pending-title = أكّد العنوان الجديد
email-pending-lead = أرسلنا رسالة فيها رابط إلى
email-pending-hint = افتح الرابط على أي جهاز واضغط الزر فيه. حتى ذلك الحين تسجّل الدخول بعنوانك الحالي. إن لم تصل رسالة فابحث في مجلد الرسائل غير المرغوب فيها.
email-expired = انتهت صلاحية هذا الرابط. ألغِ التغيير وابدأ من البداية.
email-resend-button = إعادة إرسال الرابط
email-wrong-address = العنوان خاطئ؟
done-change-email = رسالة فيها رابط في طريقها إلى عنوانك الجديد.
done-resend-email-link = أُعيد إرسال الرابط، ولم يعد الرابط السابق يعمل.
done-cancel-email-change = أُلغي التغيير، وبقي عنوان بريدك الإلكتروني كما كان.

## البريد الإلكتروني ورقم الهاتف

contact-password = كلمة المرور
dependent-sign-in = تسجيل الدخول
dependent-password-reset = روابط اختيار كلمة مرور جديدة
dependent-security-notices = إشعارات الأمان
dependent-notifications = الإشعارات
pending-changes-title = تغييرات قيد الانتظار
pending-email = البريد الإلكتروني الجديد
pending-email-go-on = انتقل إلى البريد الإلكتروني
pending-phone = رقم الهاتف الجديد
pending-phone-go-on = أدخل الرمز
pending-time-left = الوقت المتبقي:
pending-resend-in = متاح بعد
pending-resends-left = مرات الإرسال المتبقية: { $count }
pending-cancel = إلغاء التغيير
time-left = { $hours } س { $minutes } د
frozen-title = لا تغييرات في الوقت الحالي
frozen-lead = تم التراجع عن تغيير عنوان بريدك الإلكتروني أو رقم هاتفك. من باب الاحتياط يبقى كلاهما كما هو لفترة.
frozen-time-left = يمكنك تغييرهما من جديد بعد

## رقم الهاتف

phone-title = رقم الهاتف
phone-lead = إلى هذا الرقم تصل الرسائل النصية المتعلقة بحسابك.
phone-current-title = الرقم الحالي
phone-verified = موثَّق
phone-absent = لا يوجد رقم هاتف
phone-absent-lead = ليس لديك رقم هاتف بعد. أضف رقمًا في الأسفل.
phone-remove-title = إزالة رقم الهاتف…
phone-remove-lead = لن تصلك رسائل نصية بعد ذلك. أدخل كلمة مرورك للتأكيد.
phone-remove-button = إزالة رقم الهاتف
phone-change-lead = نرسل رمزًا في رسالة نصية إلى الرقم الجديد، ولا يتغيّر شيء قبل أن تُدخل الرمز.
phone-country = رمز البلد
phone-country-none = لا يوجد بلد مطابق. جرّب اسمه أو رمز الاتصال به.
phone-number = الهاتف
phone-number-hint = اكتب الرقم كما تشاء، وسيُنسَّق عند مغادرة الحقل.
phone-change-button = تغيير رقم الهاتف
phone-add-button = إضافة رقم هاتف
phone-dependents = بعد إدخال الرمز يُستخدم الرقم الجديد من أجل:
phone-pending-title = أدخل الرمز
phone-pending-lead = أرسلنا رسالة نصية فيها رمز إلى
phone-code = الرمز الوارد في الرسالة النصية
phone-code-hint = ستة أرقام
phone-expired = انتهت صلاحية هذا الرمز. ألغِ التغيير وابدأ من البداية.
phone-attempts-left = المحاولات المتبقية: { $count }
phone-elsewhere = بدأ هذا التغيير على جهاز آخر. لإتمامه هنا أدخل كلمة مرورك أيضًا.
phone-validate-button = التحقق من الرمز
phone-resend-button = إعادة إرسال الرمز
phone-wrong-number = الرقم خاطئ؟
done-change-phone = رسالة نصية فيها رمز في طريقها إلى رقمك الجديد.
done-resend-phone-code = أُعيد إرسال الرمز.
done-cancel-phone-change = أُلغي التغيير، وبقي رقم هاتفك كما كان.
done-validate-phone = تغيّر رقم هاتفك.
done-remove-phone = أُزيل رقم هاتفك. من الآن تصلك بالبريد الإلكتروني الإشعارات التي كانت تصل برسائل نصية.

## نشاط الأمان

activity-title = نشاط الأمان
activity-lead = الأجهزة التي سجّلت الدخول منها، وما حدث في حسابك.
activity-sessions-title = أين سجّلت الدخول
activity-sessions-lead = سجّل الخروج من كل جهاز لا تعرفه أو لم تعد تستخدمه. وإذا لم يكن أحدها لك، فغيّر كلمة مرورك أيضًا.
activity-this-device = هذا الجهاز
activity-app = تطبيق Perfil
activity-browser-on-system = { $browser } على { $system }
activity-unknown-device = جهاز غير معروف
activity-last-seen = آخر استخدام: { $when }
activity-signed-in = تسجيل الدخول: { $when }
activity-network = الشبكة: { $network }
activity-sign-out = تسجيل الخروج
activity-sign-out-others = تسجيل الخروج من جميع الأجهزة الأخرى
activity-no-others = لم تسجّل الدخول من أي جهاز آخر.
activity-sessions-more = أجهزة غير معروضة: { $count }
activity-events-title = ما حدث
activity-events-lead = تُحفظ الأحداث لمدة { $days } يومًا. جميع الأوقات بحسب المنطقة الزمنية { $zone }.
activity-filter = عرض
activity-filter-all = الكل
activity-filter-sign-ins = تسجيل الدخول
activity-filter-failures = المحاولات الفاشلة
activity-filter-changes = التغييرات
activity-empty = لم يحدث شيء من هذا النوع.
activity-newest = عرض الأحدث
activity-older = عرض الأقدم
activity-operator = من مؤسستك أو مشغّل هذه الخدمة
done-revoke-session = تم تسجيل الخروج من الجهاز.
done-revoke-other-sessions = تم تسجيل الخروج من جميع أجهزتك الأخرى.

## ما حدث، في القائمة

event-signed-in = تم تسجيل الدخول
event-sign-in-failed = فشل تسجيل الدخول: كانت كلمة المرور خاطئة
event-sign-in-shut = رُفضت الأجهزة الجديدة بعد كلمات مرور خاطئة كثيرة
event-signed-out = تم تسجيل الخروج
event-everyone-signed-out = تم تسجيل الخروج مع جميع من في المؤسسة
event-session-revoked = تم تسجيل الخروج من أجهزة أخرى
event-password-changed = غُيّرت كلمة المرور
event-password-reset-requested = طُلب رابط لاختيار كلمة مرور جديدة
event-password-reset = أُعيد تعيين كلمة المرور
event-password-refused = رُفض تغيير: كانت كلمة المرور خاطئة
event-name-changed = غُيّر الاسم المعروض
event-invited = أُرسلت دعوة لاختيار كلمة مرور
event-invitation-accepted = اختيرت كلمة المرور الأولى
event-role-changed = غُيّر الدور
event-deactivated = عُطّل الحساب
event-reactivated = أُعيد تنشيط الحساب
event-factor-added = أُضيف تطبيق مصادقة أو مفتاح مرور
event-factor-removed = أُزيل تطبيق مصادقة أو مفتاح مرور
event-recovery-codes-made = أُنشئت رموز استرداد جديدة
event-recovery-code-used = تم تسجيل الدخول برمز استرداد
event-second-step-failed = فشل تسجيل الدخول: كانت الخطوة الثانية خاطئة
event-region-changed = غُيّرت اللغة أو البلد أو المنطقة الزمنية
event-notifications-changed = غُيّرت الإشعارات
event-unsubscribed = أُوقفت رسائل بريد عبر رابط فيها
event-phone-change-requested = أُرسل رمز إلى رقم هاتف جديد
event-phone-change-cancelled = أُلغي تغيير لرقم الهاتف
event-phone-code-refused = أُدخل رمز خاطئ لرقم هاتف جديد
event-phone-changed = غُيّر رقم الهاتف
event-phone-removed = أُزيل رقم الهاتف
event-phone-restored = أُعيد رقم الهاتف السابق
event-email-change-requested = أُرسل رابط إلى عنوان بريد جديد
event-email-change-cancelled = أُلغي تغيير لعنوان البريد
event-email-change-failed = تعذّر تغيير عنوان البريد
event-email-changed = غُيّر عنوان البريد
event-email-restored = أُعيد عنوان البريد السابق
event-data-exported = نُزِّلت بياناتك
event-deletion-requested = طُلِب حذف الحساب
event-deletion-cancelled = لن يُحذف الحساب

## بياناتك

privacy-title = بياناتك
privacy-lead = اطّلع على كل ما يحفظه Perfil عنك، أو احذف حسابك.
export-title = تنزيل بياناتك
export-lead = ملف zip فيه كل ما يحفظه Perfil عنك: ملف واحد للبرامج، وجدول لكل نوع من البيانات. أدخل كلمة مرورك للتأكيد.
export-button = تنزيل بياناتي
deletion-title = حذف الحساب
deletion-lead = يُحذف حسابك بعد 14 يومًا من طلبك، مع كل ما يحفظه Perfil عنك. ويمكنك التراجع حتى ذلك الحين.
deletion-open = حذف الحساب…
deletion-confirm = تُحذف أيضًا الدعوات التي أرسلتها ولا تزال قيد الانتظار. أدخل كلمة مرورك للتأكيد.
deletion-button = حذف حسابي
deletion-waits = سيُحذف حسابك في { $on }.
deletion-waits-hint = يعمل كل شيء كما كان حتى ذلك الحين. وبعده لا يمكن استعادة أي شيء.
deletion-keep-button = الاحتفاظ بحسابي
deletion-bar-link = الاحتفاظ بالحساب
deletion-hand-over = الانتقال إلى إعدادات المؤسسة
done-delete-account = ينتظر حسابك الحذف. وفي الطريق إليك رسالة فيها رابط للاحتفاظ به.
done-keep-account = حسابك باقٍ، ولن يُحذف شيء.

## اللغة والمنطقة

region-title = اللغة والمنطقة
region-lead = كيف يخاطبك Perfil، وكيف يكتب التواريخ والأرقام والمبالغ.
region-card-title = اختياراتك
region-card-lead = تتبعها الصفحات ورسائل البريد والرسائل النصية فورًا.
region-language = اللغة
region-country = البلد (الإعدادات الإقليمية)
region-country-none = لا يوجد بلد مطابق. جرّب كتابة أخرى.
region-time-zone = المنطقة الزمنية
region-time-zone-none = لا توجد منطقة زمنية مطابقة. جرّب مدينة كبيرة قريبة، أو فارقًا مثل UTC+02:00.
# The distance from UTC stands between the invisible U+2066 and U+2069, which keep it from left to right.
region-zone-detail = ⁦{ $offset }⁩، { $time }
region-detected = تم اكتشافه: { $name }
region-detected-none = لم يُكتشف
region-preview = هكذا سيبدو
region-preview-date = التاريخ
region-preview-time = الوقت
region-preview-number = الرقم
region-preview-amount = المبلغ
region-button = حفظ
region-offer-label = المنطقة الزمنية
region-offer = جهازك في { $city }، وحسابك في { $current_city }.
region-offer-switch = انتقل إلى { $city }
region-offer-keep = أبقِ { $current_city }
region-languages = لغة هذه الصفحة
done-change-region = تم حفظ اللغة والمنطقة.
done-switch-zone = تم تغيير منطقتك الزمنية.
done-keep-zone = بقيت منطقتك الزمنية كما كانت.

## الإشعارات

notifications-title = الإشعارات
notifications-lead = ما نبلغك به وكيف: بالبريد الإلكتروني أو برسالة نصية أو بكليهما أو لا شيء.
notifications-button = حفظ
channel-email = البريد
channel-sms = رسالة نصية
channels-topic = الموضوع
channels-no-phone = تحتاج الرسائل النصية إلى رقم هاتف موثَّق.
topic-contact-imports = استيراد جهات الاتصال
topic-contact-imports-hint = عند اكتمال عملية استيراد لك أو فشلها
topic-payments = المدفوعات
topic-payments-hint = عند استلام دفعة أو فشلها
topic-invoices = الفواتير
topic-invoices-hint = عند صدور فاتورة جديدة
topic-low-credit = انخفاض الرصيد
topic-low-credit-hint = عندما ينزل الرصيد عن الحد الأدنى
topic-role-requests = طلبات الأدوار
topic-role-requests-hint = عندما يطلب عضو دورًا آخر
contacts-title = جهات الاتصال
contacts-lead = كيف نبلغك بجهات الاتصال التي تستوردها.
imports-title = آخر عمليات الاستيراد
imports-empty = لا توجد عمليات استيراد لعرضها.
import-running = جارٍ
import-completed = اكتمل
import-failed = فشل
import-progress = تقدّم «{ $import }»
import-done = المقروء: { $done }
import-done-of = المقروء: { $done } من { $total }
import-imported = المستورَد: { $count }
import-rejected = المرفوض: { $count }
import-reasons = أسباب رفض جهات الاتصال
billing-title = الفوترة
billing-lead = كيف نبلغك بمدفوعات مؤسستك وفواتيرها ورصيدها.
billing-minimum = الحد الأدنى للرصيد
billing-minimum-hint = يصلك تنبيه واحد عندما ينزل الرصيد عن هذا المبلغ. اتركه فارغًا إن لم ترد تنبيهًا.
balance-title = الرصيد
balance-unknown = الرصيد غير معروف بعد. يظهر هنا حالما تبلّغنا به المنصة.
balance-below = دون الحد الأدنى
balance-at = حتى { $when }
balance-no-alert = تنبيه انخفاض الرصيد متوقف.
alert-now-lead = كان الرصيد دون الحد الأدنى عند حفظه، لذلك لم يُرسَل أي تنبيه.
alert-now-button = نبّهني الآن
chart-balance = الرصيد
chart-minimum = الحد الأدنى: { $minimum }
trouble-email = لم تصل آخر رسالة بريد إلى { $to } ({ $when }).
trouble-sms = لم تصل آخر رسالة نصية إلى { $to } ({ $when }).
quiet-title = ساعات الهدوء للرسائل النصية
quiet-lead = تصل الرسائل النصية عن عمليات الاستيراد والمدفوعات المستلمة والفواتير وغيرها مما يحتمل الانتظار بعد هذه الساعات. أما المدفوعات الفاشلة وانخفاض الرصيد وكل ما يتعلق بأمان حسابك فنبلغك بها فورًا. ويصل البريد الإلكتروني في أي وقت.
quiet-lead-contacts = تنتظر الرسائل النصية عن عمليات الاستيراد حتى تنتهي هذه الساعات. أما الرموز وكل ما يتعلق بأمان حسابك فتصل فورًا. ويصل البريد الإلكتروني في أي وقت.
quiet-on = كل يوم من { $from } إلى { $until } بحسب المنطقة الزمنية { $zone }.
quiet-off = ساعات الهدوء متوقفة. الأوقات هنا بحسب المنطقة الزمنية { $zone }.
quiet-from = من
quiet-until = إلى
quiet-hint = اترك الحقلين فارغين إن لم ترد ساعات هدوء.
test-title = التسليم
test-lead = أرسل إلى نفسك رسالة تجريبية لترى هل تصل الرسائل.
test-button = إرسال تجربة
delivery-waiting = في الطريق
delivery-put-off = في الانتظار
delivery-sent = أُرسلت
delivery-delivered = وصلت
delivery-failed = لم تصل
delivery-unknown = غير مؤكد
delivery-not-sent = لم تُرسَل
history-link = عرض جميع الإشعارات
history-title = سجل الإشعارات
history-back = العودة إلى الإشعارات
history-card-title = ما أبلغناك به
history-lead = تبقى الرسائل في القائمة لمدة { $days } يومًا. جميع الأوقات بحسب المنطقة الزمنية { $zone }.
history-empty = لا توجد رسائل بعد.
done-contact-notifications = تم حفظ اختيارك.
done-billing-notifications = تم حفظ اختياراتك.
done-organization-notifications = تم حفظ اختيارك.
role-requests-lead = كيف نبلغك عندما يطلب منك الأعضاء شيئًا.
done-alert-now = تنبيه في طريقه إليك.
done-quiet-hours = تم حفظ ساعات الهدوء.
done-send-test = رسالة تجريبية في طريقها إليك.

## ما أبلغت به الرسالة، في القائمة

notice-import-completed = اكتمل الاستيراد «{ $import }». جهات الاتصال المستورَدة: { $imported }
notice-import-completed-with-rejects = اكتمل الاستيراد «{ $import }». جهات الاتصال المستورَدة: { $imported }، والمرفوضة: { $rejected }
notice-import-failed = فشل الاستيراد «{ $import }»: { $reason }
notice-payment-succeeded = استُلمت الدفعة { $payment } بمبلغ { $amount }
notice-payment-failed = فشلت الدفعة { $payment } بمبلغ { $amount }: { $reason }
notice-payment-failed-no-reason = فشلت الدفعة { $payment } بمبلغ { $amount }
notice-invoice-issued = الفاتورة { $invoice } بمبلغ { $amount }، تُستحق في { $due }
notice-invoice-issued-no-due = الفاتورة { $invoice } بمبلغ { $amount }
notice-credit-low = انخفض الرصيد: بقي { $balance }، والحد الأدنى { $minimum }
notice-role-asked = { $asker } يطلب دور «{ $role }»
notice-test = رسالة تجريبية

## لماذا لم تُرسَل رسالة أو لم تصل

why-email-off = كانت رسائل البريد عن هذا الموضوع متوقفة.
why-sms-off = كانت الرسائل النصية عن هذا الموضوع متوقفة.
why-no-phone = لم يكن هناك رقم هاتف موثَّق.
why-other-phone = غُيّر رقم هاتفك أو أُزيل قبل أن يمكن إرسال الرسالة.
why-quiet-hours = تنتظر نهاية ساعات الهدوء: { $when }.
why-no-permission = لم يكن دورك يسمح بذلك.
why-undeliverable = رُفضت الرسالة في الطريق. تحقّق من صحة العنوان أو الرقم.
why-given-up = فشل الإرسال مرات كثيرة فتوقفت المحاولات.
why-expired = تعذّر إرسالها قبل انتهاء وقتها.
why-unknown = انقطع الاتصال أثناء الإرسال، فلا يُعرف هل وصلت.

## إعدادات المؤسسة

organization-title = إعدادات المؤسسة
organization-tabs = صفحات إعدادات المؤسسة
organization-tab-members = الأعضاء
organization-members = الأعضاء والأدوار
organization-members-lead = جميع أعضاء مؤسستك. جميع الأوقات بحسب المنطقة الزمنية { $zone }.
organization-search = البحث بالاسم أو العنوان
organization-search-button = بحث
organization-everybody = عرض الجميع
organization-shown = الأعضاء المعروضون: { $count }
organization-found = نتائج البحث عن «{ $search }»: { $count }
organization-nobody = لم يُعثر على أحد. تحقّق من الكتابة أو اعرض الجميع.
organization-role = الدور
organization-last-seen = آخر حضور: { $when }
organization-phone-verified = رقم الهاتف موثَّق
organization-phone-none = لا يوجد رقم هاتف
organization-you = أنت
organization-deactivated = معطَّل
organization-not-signed-in = لم يسجّل الدخول بعد
organization-more = عرض المزيد
organization-manage = إدارة
organization-role-button = تغيير الدور
organization-role-yourself = هذا دورك أنت. متى أصبح دورك غيره، لن تستطيع تغيير الأدوار.
organization-deactivate-title = تعطيل…
organization-deactivate-lead = يُسجَّل خروج هذا العضو من جميع أجهزته فورًا، ولا يعود تسجيل الدخول ممكنًا. تبقى الإعدادات محفوظة، ويمكنك تفعيل الحساب من جديد في أي وقت.
organization-deactivate-button = تعطيل
organization-reactivate-lead = هذا الحساب معطَّل: لا يمكن تسجيل الدخول به.
organization-reactivate-button = إعادة التفعيل
done-set-role = تم تغيير الدور.
done-deactivate-member = تم تعطيل الحساب وتسجيل الخروج من جميع أجهزته.
done-reactivate-member = الحساب مفعَّل من جديد.
invite-title = دعوة أشخاص
invite-lead = تُرسل الدعوة بالبريد الإلكتروني، ويعمل رابطها لمدة 7 أيام.
invite-email = البريد الإلكتروني
invite-button = إرسال الدعوة
done-invite = الدعوة في طريقها.
invitations-title = دعوات لم تُقبل بعد
invitations-empty = لا توجد دعوة بانتظار الرد.
invitation-by = صاحب الدعوة: { $name }
invitation-until = صالحة حتى: { $when }
invitation-expired = انتهت: { $when }
invitation-expired-badge = منتهية
invitation-again = إعادة الإرسال
invitation-revoke = إلغاء الدعوة
done-resend-invitation = أُعيد إرسال الدعوة، ولم يعد الرابط السابق يعمل.
done-revoke-invitation = أُلغيت الدعوة، ولم يعد رابطها يعمل.
roles-title = ما يُسمح به لكل دور
roles-lead = يدير كل عضو إعداداته الخاصة، وما زاد على ذلك يتوقف على الدور.
roles-permission = الصلاحية
permission-billing = الاطلاع على المدفوعات والفواتير والرصيد
permission-view-organization = الاطلاع على الأعضاء والدعوات
permission-invite = دعوة أشخاص
permission-edit-roles = تغيير الأدوار وتعطيل الأعضاء
permission-edit-organization = تغيير إعدادات المؤسسة وتسجيل خروج الجميع
permission-manage-keys = إدارة مفاتيح API
permission-yes = نعم
permission-no = لا
permission-only-as = بدور { $role } فقط
reach-lead = في الوقت الحالي لن يُبلَّغ أحد في مؤسستك بما يلي:
reach-advice = يحتاج شخص دوره مالك أو مسؤول الفوترة إلى قناة مفعّلة وسليمة لذلك، وإلى حد أدنى للرصيد أيضًا للتنبيه إلى انخفاضه. يختار كل شخص ذلك بنفسه في:

## المؤسسة نفسها

organization-settings-title = الإعدادات
organization-settings-lead = ما يسري على مؤسستك كلها.
organization-general-title = عام
organization-name = اسم المؤسسة
organization-currency = العملة
organization-currency-hint = ثلاثة أحرف لاتينية، مثل EUR.
organization-currency-stays = لا يمكن تغيير العملة ما دام هناك رصيد أو حدّ أدنى للرصيد محفوظ بها.
organization-defaults-title = الأعضاء الجدد
organization-defaults-lead = ما يبدأ به من ينضمّ من الآن فصاعدًا. يمكن لكل شخص أن يختار غيره. وتُكتب الدعوات أيضًا بهذه اللغة.
organization-default-none = يُكتشف لكل شخص
organization-security-title = الأمان
organization-password-min = الحد الأدنى لطول كلمات المرور
organization-password-min-hint = من { $min } إلى { $max } حرفًا، لكل كلمة مرور جديدة. إن تُرك الحقل فارغًا: { $min }، أو { $second } مع تسجيل الدخول بخطوتين. تبقى كلمات المرور الحالية صالحة.
organization-sms-countries = بلدان أرقام الهواتف
organization-sms-countries-hint = لا يمكن للأعضاء التغيير إلا إلى رقم من أحد البلدان المحدّدة. وتبقى الأرقام التي سبق التحقق منها صالحة.
organization-sms-all = كل البلدان
organization-sms-some = البلدان المحدّدة: { $count }
organization-meanwhile = حُفظ في هذه الأثناء: { $value }
organization-settings-button = حفظ
done-change-organization = حُفظت إعدادات المؤسسة.
sign-everyone-out-title = تسجيل خروج الجميع
sign-everyone-out-lead = ينهي فورًا كل الجلسات في مؤسستك عدا هذه الجلسة. ولا يُحذف أي شيء آخر. لا يصل إلى أحد بريد بذلك، ويراه كل شخص ضمن «نشاط الأمان».
sign-everyone-out-button = تسجيل خروج الجميع
done-sign-everyone-out = تم تسجيل خروج الجميع سواك. الجلسات المنتهية: { $sessions }

## ما تغيّر في المؤسسة

changes-title = التغييرات
changes-card-title = ما الذي تغيّر
changes-card-lead = تُحفظ التغييرات ما دامت المؤسسة قائمة. جميع الأوقات بحسب المنطقة الزمنية { $zone }.
changes-filter-roles = الأدوار
changes-filter-members = الأعضاء
changes-filter-organization = المؤسسة
changes-empty = لم يتغيّر شيء من هذا النوع.
changes-from-to = { $before } ← { $after }
changes-by = أجراه { $name }
changes-former-member = عضو سابق
changes-former-address = عنوان لم يعد محفوظًا
changes-download = تنزيل بصيغة CSV
audit-by-platform = أجرته المنصة
audit-by-operator = أجراه مشغّل هذه الخدمة
audit-role-changed = غُيّر الدور
audit-role-asked = طُلب دور
audit-role-withdrawn = سُحب طلب الدور
audit-role-granted = قُبل طلب الدور
audit-role-declined = رُفض طلب الدور
audit-invited = أُرسلت دعوة
audit-invited-again = أُرسلت الدعوة مجددًا
audit-invitation-revoked = أُلغيت الدعوة
audit-joined = انضمّ بدعوة
audit-member-created = أُنشئ الحساب
audit-deactivated = عُطّل الحساب
audit-reactivated = أُعيد تنشيط الحساب
audit-member-deleted = حُذِف الحساب
audit-organization-renamed = غُيّر اسم المؤسسة
audit-currency-changed = غُيّرت العملة
audit-defaults-changed = غُيّرت الإعدادات الأولية للأعضاء الجدد
audit-sms-countries-changed = غُيّرت بلدان أرقام الهواتف
audit-password-min-changed = غُيّر الحد الأدنى لطول كلمات المرور
audit-everyone-signed-out = تم تسجيل خروج الجميع
audit-key-created = أُنشئ مفتاح
audit-key-rotated = استُبدل مفتاح
audit-key-revoked = أُلغي مفتاح

## مفاتيح واجهة البرمجة للمؤسسة

keys-title = مفاتيح API
keys-lead = بالمفتاح تُبلّغ برامج مؤسستك Perfil بما يحدث وتسأله. ولا يصلح المفتاح إلا لهذه المؤسسة.
keys-reference = ما يمكن للبرامج فعله بالمفتاح
keys-card-title = المفاتيح
keys-card-lead = تبقى المفاتيح المنتهية في القائمة 90 يومًا. جميع الأوقات حسب المنطقة الزمنية { $zone }.
keys-empty = لا يوجد أي مفتاح بعد. أنشئ مفتاحًا لكل برنامج يتصل بـ Perfil، حتى يمكن استبدال كل مفتاح على حدة.
key-made = تاريخ الإنشاء: { $when }، بواسطة { $name }
key-never-used = لم يُستخدم بعد
key-until = صالح حتى: { $when }
key-ended = انتهى في: { $when }
key-ending = قيد الاستبدال
key-replaced = مُستبدَل
key-revoked = مُلغى
scope-sessions = السؤال عمّن سجّل الدخول
scope-events = الإبلاغ عن عمليات الاستيراد والمدفوعات والفواتير والأرصدة
scope-provisioning = إنشاء الأعضاء وتعديل بياناتهم وأدوارهم
scope-preferences = السؤال عن الطريقة التي يفضّل الأعضاء تلقي الإشعارات بها
create-key-title = إنشاء مفتاح
create-key-lead = يُبلَّغ جميع المالكين بالبريد الإلكتروني.
create-key-name = الاسم
create-key-name-hint = مثل اسم البرنامج الذي سيستخدمه. 60 حرفًا على الأكثر.
create-key-scopes = ما يسمح به المفتاح
create-key-button = إنشاء المفتاح
rotate-key-title = استبدال…
rotate-key-lead = ستحصل على مفتاح جديد بالاسم نفسه والصلاحيات نفسها. يُبلَّغ جميع المالكين بالبريد الإلكتروني.
rotate-key-overlap = مدة استمرار المفتاح الحالي
rotate-key-button = استبدال المفتاح
overlap-none = لا يستمر
overlap-hour = ساعة واحدة
overlap-day = 24 ساعة
overlap-week = 7 أيام
revoke-key-title = إلغاء…
revoke-key-lead = تُرفض البرامج التي تستخدم هذا المفتاح فورًا. ولا يمكن التراجع عن ذلك.
revoke-key-button = إلغاء المفتاح
new-key-title = مفتاحك الجديد
new-key-lead = لا يظهر المفتاح إلا الآن. ضعه حيث يجده البرنامج ولا يجده أحد غيره.
new-key-not-copied = تعذّر النسخ. حدّد المفتاح بيدك.
done-create-key = أُنشئ المفتاح.
done-rotate-key = استُبدل المفتاح.
done-revoke-key = أُلغي المفتاح ولم يعد صالحًا.

## صندوق الصادر

outbox-title = صندوق الصادر
outbox-lead = ما كان Perfil سيرسله، والأحدث أولًا.
outbox-refresh = تحديث
outbox-empty = لا شيء هنا بعد. غيّر كلمة مرورك أو رقم هاتفك وستظهر الرسائل المتعلقة بذلك هنا.
outbox-email = بريد إلكتروني
outbox-sms = رسالة نصية
outbox-to = إلى
play-title = تمثيل دور المنصة
play-lead = في العرض التجريبي لا توجد منصة تخبر بما يحدث. هذه الأزرار تفعل ذلك لمؤسستك؛ انظر بعدها هنا وفي «الإشعارات» إلى ما يصل.
play-import = استيراد جهات اتصال
play-spend = إنفاق 17.50 €
play-top-up = شحن 50 €
play-payment-failed = إفشال دفعة
play-invoice = إصدار فاتورة
done-play = أخبرت المنصة بذلك. وما يترتب عليه يصل خلال ثوانٍ.

## الصفحة غير موجودة

not-found-title = الصفحة غير موجودة
not-found-lead = لا توجد صفحة على هذا العنوان. ربما نُقلت، أو في العنوان خطأ مطبعي.
not-found-link = اذهب إلى إعداداتك
