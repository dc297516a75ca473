# What the desktop app says by itself: its menu, and whatever it shows where no page of the server can be shown. $server is a
# server's name, such as account.example.com.
#
# U+2066 (LRI) and U+2068 (FSI) open a bidi isolate as in mail.ftl, U+2069 (PDI) closes it.

## The menu

desktop-menu-server = الخادم
desktop-menu-edit = تحرير
desktop-menu-view = عرض
desktop-menu-settings = الإعدادات
desktop-menu-help = مساعدة
desktop-switch-server = تبديل الخادم…
desktop-reload = إعادة التحميل
desktop-quit = إنهاء
desktop-cut = قص
desktop-copy = نسخ
desktop-paste = لصق
desktop-select-all = تحديد الكل
desktop-zoom-in = تكبير
desktop-zoom-out = تصغير
desktop-zoom-reset = الحجم الفعلي
desktop-about = حول Perfil
desktop-page-user = معلومات المستخدم
desktop-page-password = كلمة المرور
desktop-page-two-step = تسجيل الدخول بخطوتين
desktop-page-email = البريد الإلكتروني
desktop-page-phone = رقم الهاتف
desktop-page-region = اللغة والمنطقة
desktop-page-notifications = الإشعارات
desktop-page-activity = نشاط الأمان
desktop-page-privacy = بياناتك
desktop-page-organization = إعدادات المؤسسة

## Choosing a server

desktop-welcome-title = اتصل بخادم Perfil الخاص بك
desktop-welcome-lead = اسأل من يدير Perfil لديك عن العنوان. إنه العنوان الذي تفتحه في المتصفح.
desktop-welcome-address = عنوان الخادم
desktop-welcome-hint = مثلًا account.example.com
desktop-welcome-connect = اتصال
desktop-welcome-checking = جارٍ البحث عن Perfil في { "\u2066" }{ $server }{ "\u2069" }…
desktop-welcome-known = الخوادم التي استخدمتها
desktop-welcome-current = قيد الاستخدام
desktop-welcome-open = افتح { "\u2066" }{ $server }{ "\u2069" }
desktop-welcome-forget = نسيان
desktop-welcome-forget-server = نسيان { "\u2066" }{ $server }{ "\u2069" }
desktop-welcome-back = رجوع
desktop-welcome-set-aside = تعذّرت قراءة قائمة خوادمك وهي الآن فارغة. حُفظت القائمة القديمة باسم { "\u2066" }{ $file }{ "\u2069" }.

## Why an address does not work; $server is what was typed

desktop-check-not-an-address = هذا ليس عنوانًا. أدخل عنوانًا مثل account.example.com.
desktop-check-no-https = لا يتصل Perfil إلا عبر https. احذف http من بداية العنوان أو اطلب عنوان https ممن يدير الخادم.
desktop-check-no-such-name = لا يوجد خادم باسم { "\u2066" }{ $server }{ "\u2069" }. تحقّق من الكتابة ومن اتصالك.
desktop-check-nobody-listens = لا أحد يجيب في { "\u2066" }{ $server }{ "\u2069" }. تحقّق من العنوان ومن اتصالك أو حاول لاحقًا.
desktop-check-no-tls = لا يوفّر الخادم في { "\u2066" }{ $server }{ "\u2069" } اتصالًا آمنًا (https). تحقّق من العنوان أو اسأل من يديره.
desktop-check-untrusted = شهادة { "\u2066" }{ $server }{ "\u2069" } غير موثوقة على هذا الحاسوب، فقد يتنصّت أحد على الاتصال. اسأل من يدير الخادم.
desktop-check-timed-out = لم يُجب { "\u2066" }{ $server }{ "\u2069" } خلال 10 ثوانٍ. تحقّق من اتصالك وحاول مرة أخرى.
desktop-check-not-perfil = يجيب { "\u2066" }{ $server }{ "\u2069" } لكنه ليس خادم Perfil. تحقّق من العنوان.
desktop-check-app-too-old = يحتاج { "\u2066" }{ $server }{ "\u2069" } إلى إصدار أحدث من هذا التطبيق. ثبّت التحديث ثم اتصل من جديد.
desktop-check-server-too-old = إصدار Perfil على { "\u2066" }{ $server }{ "\u2069" } أقدم من أن يعمل مع هذا التطبيق. اطلب ممن يدير الخادم تحديثه.

## Staying signed in without a keyring

desktop-keep-title = هل تريد البقاء مسجّل الدخول على هذا الحاسوب؟
desktop-keep-text = لا توجد على هذا الحاسوب سلسلة مفاتيح تحفظ تسجيل دخولك بأمان. يستطيع Perfil حفظه في ملف لا يقرؤه إلا حسابك على هذا الحاسوب. ومن يحصل على هذا الملف، من نسخة احتياطية مثلًا، يستطيع استخدام حسابك إلى أن تسجّل الخروج.
desktop-keep-yes = البقاء مسجّل الدخول
desktop-keep-no = تسجيل الدخول كل مرة
desktop-keyring-locked = سلسلة مفاتيحك مقفلة. ستبقى مسجّل الدخول إلى أن تغلق Perfil.

## Where there is no connection

desktop-offline = يتعذّر الوصول إلى الخادم. ما كتبته باقٍ هنا، ولن يُرسَل شيء حتى ترسله من جديد.
desktop-offline-retry = أعد المحاولة
desktop-connecting = جارٍ الاتصال بـ { "\u2066" }{ $server }{ "\u2069" }…

## Where the session is over

desktop-ended-title = سُجّل خروجك
desktop-ended-text = انتهت جلستك على هذا الحاسوب.
desktop-ended-button = سجّل الدخول من جديد

## Where the server has moved on

desktop-too-old-title = يحتاج هذا التطبيق إلى تحديث
desktop-too-old-text = لم يعد { "\u2066" }{ $server }{ "\u2069" } يعمل مع هذا الإصدار من التطبيق. ثبّت التحديث ثم شغّل Perfil من جديد.

## Notifications and links

desktop-notice-open = فتح
desktop-link-refused = لا يؤدي هذا الرابط إلى صفحة من صفحات Perfil، لذلك لم يُفتح.
desktop-link-unknown-server = هذا الرابط يخص { "\u2066" }{ $server }{ "\u2069" }، وهو خادم لم تستخدمه بعد. لا تتصل به إلا إذا كنت تثق به.

## Where the server is in trouble; $status is the number of its answer

desktop-refused-title = لا يمكن استخدام هذا الخادم الآن
desktop-refused-text = أجاب { "\u2066" }{ $server }{ "\u2069" } بالخطأ { "\u2066" }{ $status }{ "\u2069" }. حاول مرة أخرى بعد قليل. إذا استمر ذلك، فأخبر من يدير الخادم.

## Files and forms; $file is where a file is, $reason is why not, in the words of the operating system

desktop-saved = حُفظ الملف باسم { "\u2066" }{ $file }{ "\u2069" }
desktop-saved-show = عرض المجلد
desktop-not-saved = تعذّر حفظ الملف: { "\u2068" }{ $reason }{ "\u2069" }
desktop-form-refused = لم يقبل الخادم هذا. أعد تحميل الصفحة ثم حاول مرة أخرى.
desktop-close = إغلاق
