# What text messages say. Without characters beyond GSM-7, so that one fits into one segment of 160: é, ñ, ¿ and ¡ are
# in it; á, í, ó and ú are not, so words with them are avoided. $new is a masked phone number.

# The last line is for the browser, which fills in the code by itself on that host only (WebOTP): exactly `@host #code`.
sms-phone-code =
    { $code } es su clave temporal de Perfil; vence en { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }. No la comparta nunca.
    @{ $host } #{ $code }

# To the number that was in use before; $link undoes the change
sms-phone-changed-old = Perfil: nuevo teléfono { $new }. Si no fue usted, anule el cambio: { $link }

# To the number that is in use now
sms-phone-changed-new = Este es ahora el teléfono de su cuenta de Perfil. Si no fue usted, avise al responsable de la cuenta en su empresa.

# To the number that was removed
sms-phone-removed = Este teléfono ya no pertenece a su cuenta de Perfil. Si no fue usted, cambie su contraseña y avise al responsable de la cuenta en su empresa.

# To the number that was brought back
sms-phone-restored = Este vuelve a ser el teléfono de su cuenta de Perfil. Todos los dispositivos se han desconectado. Elija otra contraseña.

# The password was chosen anew by a link from the mailbox
sms-password-was-reset = Se ha cambiado la contraseña de su cuenta de Perfil. Si no fue usted, proteja su correo y avise al responsable de la cuenta en su empresa.
