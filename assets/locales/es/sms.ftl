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

## About topics. In all of them $import, $payment and $invoice are cut short, and amounts hold no no-break spaces.

sms-import-completed =
    Perfil: { $import } se ha importado: { $imported ->
        [one] { $imported_text } contacto
       *[other] { $imported_text } contactos
    }.

sms-import-completed-with-rejects =
    Perfil: { $import } se ha importado en parte: { $imported ->
        [one] { $imported_text } contacto
       *[other] { $imported_text } contactos
    }; rechazados: { $rejected_text }. Vea Notificaciones en sus ajustes.

sms-import-failed = Perfil: no se ha podido importar { $import }. Vea el motivo en Notificaciones, en sus ajustes.

sms-payment-succeeded = Perfil: se ha recibido su pago de { $amount } ({ $payment }).

# Also where no reason is known
sms-payment-failed = Perfil: su pago de { $amount } ha fallado ({ $payment }). Revise su medio de pago.

# Also where it is not due on any day
sms-invoice-issued = Perfil: tiene una factura nueva de { $amount } ({ $invoice }).

sms-credit-low = Perfil: su saldo es de { $balance } y ha bajado de los { $minimum } que ha elegido. Recargue su saldo.

# $asker is cut short too
sms-role-asked = Perfil: { $asker } solicita el rol { $role }. Decida en los ajustes de su empresa.

sms-test = Perfil: este es el mensaje de prueba que ha pedido. Los SMS le llegan.
