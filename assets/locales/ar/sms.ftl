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
