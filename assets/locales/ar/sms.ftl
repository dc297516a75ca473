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

# To the number that was in use before
sms-phone-changed-old = أصبح رقم هاتف حسابك في Perfil هو { "\u200E" }{ $new }{ "\u200E" }. إذا لم تكن أنت من غيّره، فغيّر كلمة مرورك وأبلغ مالك مؤسستك.

# To the number that is in use now
sms-phone-changed-new = أصبح هذا رقم هاتف حسابك في Perfil. إذا لم تكن أنت من غيّره، فأبلغ مالك مؤسستك.

# To the number that was removed
sms-phone-removed = تمت إزالة هذا الرقم من حسابك في Perfil. إذا لم تكن أنت من أزاله، فغيّر كلمة مرورك وأبلغ مالك مؤسستك.
