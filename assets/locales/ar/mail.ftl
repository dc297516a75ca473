# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::moment writes it. Phone numbers are masked.
#
# What may be written from left to right stands in a bidi isolate: U+2066 (LRI) for dates, numbers and addresses,
# U+2068 (FSI) for names, each closed by U+2069 (PDI).

## Shared by every mail

mail-greeting = مرحبًا { "\u2068" }{ $name }{ "\u2069" }،
mail-button-open-settings = فتح إعداداتي
mail-signature = إعدادات حسابك في Perfil
mail-footer =
    تصلك هذه الرسالة لأنها تتعلق بأمان حسابك لدى { "\u2068" }{ $organization }{ "\u2069" }.
    لا يمكن إيقاف هذا النوع من الرسائل.

## The password was changed

mail-password-changed-subject = تم تغيير كلمة مرورك
mail-password-changed-title = تم تغيير كلمة مرورك
mail-password-changed-body =
    تم تغيير كلمة مرور الحساب { "\u2066" }{ $email }{ "\u2069" } بتاريخ { "\u2066" }{ $when }{ "\u2069" }.
    تم تسجيل الخروج من جميع الأجهزة الأخرى.
mail-password-changed-advice =
    إذا كنت أنت من غيّرها، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فهناك من يعرف كلمة مرورك: سجّل الدخول واختر كلمة مرور جديدة فورًا.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## The phone number was changed: $old was replaced by $new

mail-phone-changed-subject = تم تغيير رقم هاتفك
mail-phone-changed-title = تم تغيير رقم هاتفك
mail-phone-changed-body =
    تم تغيير رقم هاتف حسابك من { "\u2066" }{ $old }{ "\u2069" } إلى { "\u2066" }{ $new }{ "\u2069" } بتاريخ { "\u2066" }{ $when }{ "\u2069" }.
mail-phone-changed-advice =
    إذا كنت أنت من غيّره، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم صحّح رقم الهاتف في إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## A phone number was added where there was none

mail-phone-added-subject = تمت إضافة رقم هاتف إلى حسابك
mail-phone-added-title = تمت إضافة رقم هاتف
mail-phone-added-body = تمت إضافة رقم الهاتف { "\u2066" }{ $new }{ "\u2069" } إلى حسابك بتاريخ { "\u2066" }{ $when }{ "\u2069" }.
mail-phone-added-advice =
    إذا كنت أنت من أضافه، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم أزل رقم الهاتف من إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## The phone number was removed

mail-phone-removed-subject = تمت إزالة رقم هاتفك
mail-phone-removed-title = تمت إزالة رقم هاتفك
mail-phone-removed-body =
    تمت إزالة رقم الهاتف { "\u2066" }{ $number }{ "\u2069" } من حسابك بتاريخ { "\u2066" }{ $when }{ "\u2069" }.
    الإشعارات التي كانت تصلك في رسائل نصية قصيرة ستصلك من الآن بالبريد الإلكتروني.
mail-phone-removed-advice =
    إذا كنت أنت من أزاله، فلا يلزمك فعل شيء.
    وإذا لم تكن أنت، فغيّر كلمة مرورك فورًا، ثم أضف رقم هاتفك من جديد في إعداداتك.
    وإذا تعذّر عليك تسجيل الدخول، فاطلب المساعدة من مالك مؤسستك أو ممن يدير هذه الخدمة.

## Too many wrong passwords from unknown devices

mail-sign-in-blocked-subject = حسابك مغلق مؤقتًا أمام الأجهزة غير المعروفة
mail-sign-in-blocked-title = محاولات كثيرة بكلمات مرور خاطئة
mail-sign-in-blocked-body =
    أُدخلت حتى { "\u2066" }{ $when }{ "\u2069" } كلمات مرور خاطئة كثيرة لحسابك من أجهزة غير معروفة.
    تُرفض الأجهزة غير المعروفة مؤقتًا حتى لو كانت كلمة المرور صحيحة، أما الأجهزة التي سبق أن سجّلت الدخول منها فما زالت تعمل.
mail-sign-in-blocked-advice =
    لم يتمكن أحد من الدخول بكلمات المرور تلك. إذا كنت أنت من حاول من جهاز جديد، فانتظر قليلًا أو استخدم جهازًا سبق أن سجّلت الدخول منه.
    وإذا لم تكن أنت، وكانت كلمة مرورك قصيرة أو مستخدمة في مكان آخر أيضًا، فاختر كلمة مرور أفضل.
