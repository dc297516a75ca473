# ما تقوله الصفحات. صيغ بسيطة فقط: المتصفح يملأ { $name } بنفسه.

product-name = Perfil
skip-to-content = انتقل إلى المحتوى
loading = جارٍ التحميل…
try-again = أعد المحاولة

## عناوين النافذة

title-user = معلومات المستخدم · Perfil
title-password = كلمة المرور · Perfil
title-phone = رقم الهاتف · Perfil
title-organization = إعدادات المؤسسة · Perfil
title-outbox = صندوق الصادر · Perfil
title-sign-in = تسجيل الدخول · Perfil
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
section-phone = رقم الهاتف

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
sign-in-again = سجّل الدخول من جديد
sign-in-in-new-tab = سجّل الدخول في علامة تبويب جديدة

## معلومات المستخدم

user-title = معلومات المستخدم
user-lead = من أنت في مؤسستك، وكيف يمكن التواصل معك.
user-name-title = الاسم المعروض
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
user-phone = الهاتف
user-phone-add = أضف رقم هاتف
user-phone-change = إدارة رقم الهاتف
done-rename = حُفِظ اسمك المعروض.

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

## رقم الهاتف

phone-title = رقم الهاتف
phone-lead = إلى هذا الرقم تصل الرسائل النصية المتعلقة بحسابك.
phone-current-title = الرقم الحالي
phone-verified = موثَّق
phone-waiting = بانتظار الرمز
phone-absent = لا يوجد رقم هاتف
phone-absent-lead = ليس لديك رقم هاتف بعد. أضف رقمًا في الأسفل.
phone-remove-title = إزالة رقم الهاتف…
phone-remove-lead = لن تصلك رسائل نصية بعد ذلك. أدخل كلمة مرورك للتأكيد.
phone-remove-button = إزالة رقم الهاتف
phone-change-title = تغيير رقم الهاتف
phone-change-lead = نرسل رمزًا في رسالة نصية إلى الرقم الجديد، ولا يتغيّر شيء قبل أن تُدخل الرمز.
phone-country = رمز البلد
phone-country-none = لا يوجد بلد مطابق. جرّب اسمه أو رمز الاتصال به.
phone-number = الهاتف
phone-number-hint = اكتب الرقم كما تشاء، وسيُنسَّق عند مغادرة الحقل.
phone-password = كلمة المرور
phone-change-button = تغيير رقم الهاتف
phone-pending-title = أدخل الرمز
phone-pending-lead = أرسلنا رسالة نصية فيها رمز إلى
phone-code = الرمز الوارد في الرسالة النصية
phone-code-hint = ستة أرقام
phone-time-left = الوقت المتبقي:
phone-expired = انتهت صلاحية هذا الرمز. ألغِ التغيير وابدأ من البداية.
phone-attempts-left = المحاولات المتبقية: { $count }
phone-elsewhere = بدأ هذا التغيير على جهاز آخر. لإتمامه هنا أدخل كلمة مرورك أيضًا.
phone-validate-button = التحقق من الرمز
phone-resend-button = إعادة إرسال الرمز
phone-resend-in = متاح بعد
phone-resends-left = مرات الإرسال المتبقية: { $count }
phone-wrong-number = الرقم خاطئ؟
phone-cancel = إلغاء
done-change-phone = رسالة نصية فيها رمز في طريقها إلى رقمك الجديد.
done-resend-phone-code = أُعيد إرسال الرمز.
done-cancel-phone-change = أُلغي التغيير، وبقي رقم هاتفك كما كان.
done-validate-phone = تغيّر رقم هاتفك.
done-remove-phone = أُزيل رقم هاتفك.

## إعدادات المؤسسة

organization-title = إعدادات المؤسسة
organization-members = الأعضاء والأدوار
organization-members-lead = جميع أعضاء مؤسستك وما يُسمح لهم به.
organization-member = العضو
organization-role = الدور
organization-phone = الهاتف
organization-phone-none = لا يوجد
organization-you = أنت
organization-more = أعضاء غير معروضين: { $count }

## صندوق الصادر

outbox-title = صندوق الصادر
outbox-lead = ما كان Perfil سيرسله، والأحدث أولًا.
outbox-refresh = تحديث
outbox-empty = لا شيء هنا بعد. غيّر كلمة مرورك أو رقم هاتفك وستظهر الرسائل المتعلقة بذلك هنا.
outbox-email = بريد إلكتروني
outbox-sms = رسالة نصية
outbox-to = إلى

## الصفحة غير موجودة

not-found-title = الصفحة غير موجودة
not-found-lead = لا توجد صفحة على هذا العنوان. ربما نُقلت، أو في العنوان خطأ مطبعي.
not-found-link = اذهب إلى إعداداتك
