# What text messages say. Arabic is sent as UCS-2, 70 characters to a segment, so brevity saves money.
# $new is a masked phone number; U+200E (LRM) on both sides keeps its plus sign in front.

# The last line is for the browser, which fills in the code by itself on that host only (WebOTP): exactly `@host #code`.
sms-phone-code =
    { $code } هو رمزك في Perfil، صالح لمدة { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }. لا تشاركه مع أحد.
    @{ $host } #{ $code }

# To the number that was in use before; $link undoes the change
sms-phone-changed-old = رقمك في Perfil الآن { "\u200E" }{ $new }{ "\u200E" }. لست أنت؟ تراجع: { $link }

# To the number that is in use now
sms-phone-changed-new = أصبح هذا رقم هاتف حسابك في Perfil. إذا لم تكن أنت من غيّره، فأبلغ مالك مؤسستك.

# To the number that was removed
sms-phone-removed = تمت إزالة هذا الرقم من حسابك في Perfil. إذا لم تكن أنت من أزاله، فغيّر كلمة مرورك وأبلغ مالك مؤسستك.

# To the number that was brought back
sms-phone-restored = عاد هذا رقم هاتف حسابك في Perfil. تم تسجيل الخروج من جميع الأجهزة. اختر كلمة مرور جديدة.

# The password was chosen anew by a link from the mailbox
sms-password-was-reset = تمت إعادة تعيين كلمة مرور حسابك في Perfil. إذا لم تكن أنت، فأمّن بريدك وأبلغ مالك مؤسستك.

## About topics. In all of them $import, $payment and $invoice are cut short, and amounts hold no no-break spaces.

sms-import-completed =
    Perfil: تم استيراد { "\u200E" }{ $import }{ "\u200E" }: { $imported ->
        [zero] لا جهات اتصال
        [one] جهة اتصال واحدة
        [two] جهتا اتصال
        [few] { $imported_text } جهات اتصال
       *[other] { $imported_text } جهة اتصال
    }.

sms-import-completed-with-rejects =
    Perfil: تم استيراد { "\u200E" }{ $import }{ "\u200E" }: { $imported ->
        [zero] لا جهات
        [one] جهة واحدة
        [two] جهتان
        [few] { $imported_text } جهات
       *[other] { $imported_text } جهة
    }، والمرفوض { $rejected_text }.

sms-import-failed = Perfil: تعذّر استيراد { "\u200E" }{ $import }{ "\u200E" }. السبب في إعداداتك.

sms-payment-succeeded = Perfil: استُلمت دفعتك { $amount } ({ "\u200E" }{ $payment }{ "\u200E" }).

# Also where no reason is known
sms-payment-failed = Perfil: فشلت دفعتك { $amount } ({ "\u200E" }{ $payment }{ "\u200E" }). راجع وسيلة الدفع.

# Also where it is not due on any day
sms-invoice-issued = Perfil: لديك فاتورة جديدة: { $amount } ({ "\u200E" }{ $invoice }{ "\u200E" }).

sms-credit-low = Perfil: رصيدك { $balance } أقل من الحد الأدنى { $minimum }. اشحنه.

# $asker is cut short too
sms-role-asked = Perfil: طلب { "\u200E" }{ $asker }{ "\u200E" } دور { $role }. القرار لك.

sms-test = Perfil: هذه هي الرسالة التجريبية التي طلبتها. الرسائل تصلك.
