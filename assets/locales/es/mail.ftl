# What mails say. The worker lays them out: greeting, body, advice, button, signature, footer.
# $when is a moment with its time zone, as perfil_i18n::Format::moment writes it. Phone numbers are masked.

## Shared by every mail

mail-greeting = Hola, { $name }:
mail-greeting-stranger = Hola:
mail-button-open-settings = Abrir mi configuración
mail-button-choose-password = Elegir una contraseña nueva
mail-button-first-password = Elegir mi contraseña
mail-button-confirm = Confirmar esta dirección
mail-button-undo = Deshacer el cambio
mail-button-keep-account = Conservar mi cuenta
mail-button-accept-invitation = Aceptar la invitación
mail-button-sign-in = Ir al inicio de sesión
mail-button-open-organization = Abrir la configuración de la organización
mail-signature = La configuración de su cuenta de Perfil
mail-footer =
    Recibe este correo porque afecta a la seguridad de su cuenta en { $organization }.
    Los correos de este tipo no se pueden desactivar.

## The password was changed

mail-password-changed-subject = Se ha cambiado su contraseña
mail-password-changed-title = Se ha cambiado su contraseña
mail-password-changed-body =
    Se ha cambiado la contraseña de la cuenta { $email }. Fecha y hora: { $when }.
    Se ha cerrado la sesión en todos los demás dispositivos.
mail-password-changed-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, otra persona conoce su contraseña: inicie sesión y elija una nueva de inmediato.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## The phone number was changed: $old was replaced by $new

mail-phone-changed-subject = Se ha cambiado su número de teléfono
mail-phone-changed-title = Se ha cambiado su número de teléfono
mail-phone-changed-body = El número de teléfono de su cuenta ha cambiado de { $old } a { $new }. Fecha y hora: { $when }.
mail-phone-changed-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, cambie su contraseña de inmediato y después corrija el número de teléfono en su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## A phone number was added where there was none

mail-phone-added-subject = Se ha añadido un número de teléfono a su cuenta
mail-phone-added-title = Se ha añadido un número de teléfono
mail-phone-added-body = Se ha añadido el número de teléfono { $new } a su cuenta. Fecha y hora: { $when }.
mail-phone-added-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, cambie su contraseña de inmediato y después elimine el número de teléfono en su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## The phone number was removed

mail-phone-removed-subject = Se ha eliminado su número de teléfono
mail-phone-removed-title = Se ha eliminado su número de teléfono
mail-phone-removed-body =
    Se ha eliminado el número de teléfono { $number } de su cuenta. Fecha y hora: { $when }.
    Los avisos que recibía por SMS le llegarán ahora por correo electrónico.
mail-phone-removed-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, cambie su contraseña de inmediato y después vuelva a añadir su número de teléfono en su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## Too many wrong passwords from unknown devices

mail-sign-in-blocked-subject = Los dispositivos desconocidos no pueden entrar en su cuenta por ahora
mail-sign-in-blocked-title = Se han introducido muchas contraseñas incorrectas
mail-sign-in-blocked-body =
    Se han introducido muchas contraseñas incorrectas para su cuenta en dispositivos desconocidos. Fecha y hora: { $when }.
    Por ahora esos dispositivos se rechazan, incluso con la contraseña correcta. Los dispositivos en los que ya ha iniciado sesión siguen funcionando.
mail-sign-in-blocked-advice =
    Nadie ha entrado con esas contraseñas. Si fue usted en un dispositivo nuevo, espere un rato o use un dispositivo en el que ya haya iniciado sesión.
    Si no fue usted y su contraseña es corta o la usa también en otros sitios, elija una mejor.

## An authenticator app or a passkey was added: $factor is what its owner calls it

mail-factor-added-subject = Se ha añadido una aplicación de autenticación o una llave de acceso a su cuenta
mail-factor-added-title = Se ha añadido una aplicación de autenticación o una llave de acceso
mail-factor-added-body = El { $when } se añadió a su cuenta la aplicación de autenticación o llave de acceso «{ $factor }». A partir de ahora se puede usar para iniciar sesión.
mail-factor-added-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, otra persona conoce su contraseña: inicie sesión, elimine «{ $factor }» en su configuración y cambie su contraseña de inmediato.
    Si ya no puede iniciar sesión, pida ayuda a quien administra este servicio, que puede eliminarla.

## An authenticator app or a passkey was removed

mail-factor-removed-subject = Se ha eliminado una aplicación de autenticación o una llave de acceso de su cuenta
mail-factor-removed-title = Se ha eliminado una aplicación de autenticación o una llave de acceso
mail-factor-removed-body = El { $when } se eliminó de su cuenta la aplicación de autenticación o llave de acceso «{ $factor }». Ya no se puede usar para iniciar sesión.
mail-factor-removed-advice =
    Si fue usted, o quien administra este servicio a petición suya, no tiene que hacer nada.
    Si no fue usted, otra persona conoce su contraseña: cámbiela de inmediato y después revise su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## New recovery codes took the place of those before

mail-recovery-codes-made-subject = Se han creado códigos de recuperación nuevos para su cuenta
mail-recovery-codes-made-title = Se han creado códigos de recuperación nuevos
mail-recovery-codes-made-body = El { $when } se crearon códigos de recuperación nuevos para su cuenta. Los anteriores ya no sirven.
mail-recovery-codes-made-advice =
    Si fue usted, guárdelos en un lugar seguro.
    Si no fue usted, otra persona conoce su contraseña: cámbiela de inmediato y después cree códigos de recuperación nuevos en su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## A recovery code was used to sign in: $left are unused

mail-recovery-code-used-subject = Se ha usado un código de recuperación para iniciar sesión
mail-recovery-code-used-title = Se ha usado un código de recuperación para iniciar sesión
mail-recovery-code-used-body =
    El { $when } se usó un código de recuperación para iniciar sesión en su cuenta. No sirve una segunda vez.
    Códigos de recuperación que le quedan: { $left }.
mail-recovery-code-used-advice =
    Si fue usted porque ha perdido un dispositivo, elimínelo en su configuración. Cree códigos de recuperación nuevos antes de que se agoten.
    Si no fue usted, otra persona conoce su contraseña y tiene sus códigos de recuperación: inicie sesión, cambie su contraseña de inmediato y después cree códigos de recuperación nuevos.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## A link to choose a new password

mail-password-reset-subject = Elija una contraseña nueva
mail-password-reset-title = Elija una contraseña nueva
mail-password-reset-body =
    El { $when } se solicitó una contraseña nueva para la cuenta { $email }.
    Abra el enlace para elegirla. Funciona durante una hora y una sola vez.
mail-password-reset-advice = Si no la ha solicitado usted, ignore este correo: su contraseña sigue siendo la misma. No comparta nunca el enlace.

## To somebody for whom an account was made: a link to choose the first password

mail-invitation-subject = Elija una contraseña para su cuenta nueva
mail-invitation-title = Le damos la bienvenida
mail-invitation-body =
    Se ha creado una cuenta para usted en { $organization }. Iniciará sesión con la dirección { $email } y una contraseña propia.
    Abra el enlace para elegirla. Funciona durante siete días y una sola vez.
mail-invitation-advice =
    Si no sabe de qué se trata, ignore este correo: sin contraseña nadie puede iniciar sesión. No comparta nunca el enlace.
    Si el enlace ya no funciona, con *¿Ha olvidado su contraseña?* en la página de inicio de sesión recibirá otro.

## The password was chosen anew by a link

mail-password-was-reset-subject = Se ha restablecido su contraseña
mail-password-was-reset-title = Se ha restablecido su contraseña
mail-password-was-reset-body =
    El { $when } se eligió una contraseña nueva para la cuenta { $email } con un enlace enviado a este buzón.
    Se ha cerrado la sesión en todos los dispositivos.
mail-password-was-reset-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, otra persona lee su correo: proteja primero su buzón y después elija una contraseña nueva con «¿Ha olvidado su contraseña?» en la página de inicio de sesión.

## To a new address, which must confirm

mail-email-confirm-subject = Confirme su nueva dirección de correo
mail-email-confirm-title = ¿Es este su buzón?
mail-email-confirm-body =
    El { $when } se solicitó que { $new } sea la dirección de su cuenta en { $organization }.
    Abra el enlace y pulse el botón que encontrará allí para confirmarla. El enlace funciona durante 24 horas y una sola vez.
mail-email-confirm-advice = Hasta entonces no cambia nada. Si no lo ha solicitado usted, ignore este correo: puede que alguien se equivocara al escribir una dirección.

## To the address in use: a new one was asked for

mail-email-change-requested-subject = Su dirección de correo está a punto de cambiar
mail-email-change-requested-title = Se ha solicitado otra dirección de correo
mail-email-change-requested-body = El { $when } se solicitó que { $new } sea la dirección de su cuenta. No cambia nada hasta que ese buzón lo confirme.
mail-email-change-requested-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, otra persona conoce su contraseña: inicie sesión, cancele el cambio y elija enseguida una contraseña nueva.

## To the holder of an address that somebody else asked for

mail-email-taken-subject = Alguien intentó usar su dirección
mail-email-taken-title = Alguien intentó usar su dirección
mail-email-taken-body = El { $when } alguien solicitó usar esta dirección para otra cuenta. Pertenece a la suya, o perteneció hasta hace poco, así que no se ha cambiado nada.
mail-email-taken-advice =
    Si fue usted, use otra dirección para la otra cuenta.
    Si no fue usted, no tiene que hacer nada: nadie ha sabido que usted tiene una cuenta.

## To the address of before, with its way back

mail-email-changed-old-subject = Se ha cambiado su dirección de correo
mail-email-changed-old-title = Se ha cambiado su dirección de correo
mail-email-changed-old-body = El { $when } la dirección de su cuenta en { $organization } pasó de { $old } a { $new }. Ahora inicia sesión con la nueva.
mail-email-changed-old-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, deshaga el cambio en un plazo de siete días: se recupera esta dirección, se cierra la sesión en todos los dispositivos y los datos de contacto no se pueden cambiar durante un día.

## To the address that is in use now

mail-email-changed-new-subject = Esta es ahora la dirección de su cuenta
mail-email-changed-new-title = Esta es ahora la dirección de su cuenta
mail-email-changed-new-body = Desde el { $when } inicia sesión en { $organization } con esta dirección, que ha sustituido a { $old }. Los avisos de seguridad llegarán aquí a partir de ahora.
mail-email-changed-new-advice =
    Si fue usted, no tiene que hacer nada.
    Si no tiene ninguna cuenta así, avise a quien administra este servicio.

## To the address in use: the new one could not be taken

mail-email-change-failed-subject = No se ha podido cambiar su dirección de correo
mail-email-change-failed-title = Su dirección de correo sigue siendo la misma
mail-email-change-failed-body = El { $when } no se pudo hacer el cambio a { $new }, porque otra cuenta usa esa dirección.
mail-email-change-failed-advice = Siga iniciando sesión con su dirección actual. Si quiere cambiarla, elija otra en su configuración.

## To the address that was brought back

mail-email-restored-subject = Se ha recuperado su dirección de correo
mail-email-restored-title = Su dirección de correo vuelve a ser esta
mail-email-restored-body =
    El { $when } se deshizo el cambio de su dirección: vuelve a iniciar sesión con esta.
    Se ha cerrado la sesión en todos los dispositivos, y durante 24 horas no se pueden cambiar ni la dirección ni el teléfono.
mail-email-restored-advice = Si el cambio lo hizo otra persona, conoce su contraseña: elija enseguida una nueva.

## The number of before was brought back

mail-phone-restored-subject = Se ha recuperado su número de teléfono
mail-phone-restored-title = Su número de teléfono vuelve a ser el de antes
mail-phone-restored-body =
    El { $when } se deshizo el cambio de su número de teléfono: { $number } vuelve a ser el de su cuenta.
    Se ha cerrado la sesión en todos los dispositivos, y durante 24 horas no se pueden cambiar ni la dirección ni el teléfono.
mail-phone-restored-advice = Si el cambio lo hizo otra persona, conoce su contraseña: elija enseguida una nueva.

## An invitation to whoever has the address: $inviter is a member of $organization

mail-footer-invitation = Recibe este correo porque { $inviter } ha indicado esta dirección para invitarle a { $organization }.

mail-member-invitation-subject = Le invitan a unirse a una organización
mail-member-invitation-title = Tiene una invitación
mail-member-invitation-body =
    { $inviter } le invita a unirse a { $organization } con el rol «{ $role }». Iniciará sesión con la dirección { $email } y una contraseña propia.
    Abra el enlace para crear su cuenta. Funciona durante siete días y una sola vez.
mail-member-invitation-advice = Si no sabe de qué se trata, ignore este correo: sin usted no se crea ninguna cuenta. No comparta nunca el enlace.

## The same to an address that has an account

mail-member-invitation-known-subject = Le han invitado con una dirección que ya tiene cuenta
mail-member-invitation-known-title = Ya tiene una cuenta
mail-member-invitation-known-body =
    { $inviter } ha querido invitarle a { $organization } con la dirección { $email }. Esa dirección ya pertenece a una cuenta, y una cuenta pertenece a una sola organización.
    Por eso no se ha cambiado nada.
mail-member-invitation-known-advice =
    Para unirse a { $organization }, pida que le inviten con otra dirección.
    Si no, no tiene que hacer nada: allí nadie ha sabido que usted tiene una cuenta.

## What became of a member: $old, $new and $role are roles in the reader's language

mail-role-changed-subject = Se ha cambiado su rol
mail-role-changed-title = Se ha cambiado su rol
mail-role-changed-body = El { $when } su rol en { $organization } pasó de «{ $old }» a «{ $new }».
mail-role-changed-advice = Con él ha cambiado lo que puede ver y hacer. Si no lo esperaba, pregunte al propietario de su organización.

mail-member-deactivated-subject = Se ha desactivado su cuenta
mail-member-deactivated-title = Se ha desactivado su cuenta
mail-member-deactivated-body =
    El { $when } se desactivó su cuenta en { $organization }.
    Se han cerrado todas sus sesiones y ya no puede iniciar sesión.
mail-member-deactivated-advice = Si no lo esperaba, pregunte al propietario de su organización. Cuando la cuenta se active de nuevo, podrá iniciar sesión como antes.

mail-member-reactivated-subject = Su cuenta vuelve a estar activa
mail-member-reactivated-title = Su cuenta vuelve a estar activa
mail-member-reactivated-body =
    El { $when } se activó de nuevo su cuenta en { $organization }.
    Puede iniciar sesión como antes.
mail-member-reactivated-advice = Si ha olvidado su contraseña, elija otra con *¿Ha olvidado su contraseña?* en la página de inicio de sesión.

mail-role-granted-subject = Ya tiene el rol que solicitó
mail-role-granted-title = Se ha aceptado su solicitud
mail-role-granted-body = El { $when } se aceptó su solicitud: su rol en { $organization } es ahora «{ $role }».
mail-role-granted-advice = No tiene que hacer nada, ni siquiera volver a iniciar sesión.

mail-role-declined-subject = No se le ha concedido el rol que solicitó
mail-role-declined-title = Se ha rechazado su solicitud
mail-role-declined-body = El { $when } se rechazó su solicitud del rol «{ $role }» en { $organization }. Su rol no cambia.
mail-role-declined-advice = Si quiere saber el motivo, pregunte al propietario de su organización.

## Keys of an organization, told to its Owners: $key is what it is called, $by who made it

mail-key-created-subject = Se ha creado una clave de API para su organización
mail-key-created-title = Se ha creado una clave de API
mail-key-created-body = El { $when }, { $by } creó la clave de API «{ $key }» para { $organization }. Con ella, los programas pueden actuar en nombre de la organización.
mail-key-created-advice =
    Si ya lo sabía, no tiene que hacer nada.
    Si no, pregunte a { $by } o revoque la clave en *Claves de API*, en Configuración de la organización.

mail-key-rotated-subject = Se ha sustituido una clave de API de su organización
mail-key-rotated-title = Se ha sustituido una clave de API
mail-key-rotated-body = El { $when }, { $by } sustituyó la clave de API «{ $key }» de { $organization } por una nueva con el mismo nombre.
mail-key-rotated-advice =
    Si ya lo sabía, no tiene que hacer nada.
    Si no, pregunte a { $by } o revoque la clave en *Claves de API*, en Configuración de la organización.

## What mails about a topic have in common: they can be switched off

mail-button-open-invoice = Abrir la factura
mail-unsubscribe = Dejar de recibir correos sobre este tema
mail-footer-contact-imports = Recibe este correo porque se le informa por correo electrónico de sus importaciones de contactos en { $organization }.
mail-footer-payments = Recibe este correo porque se le informa por correo electrónico de los pagos de { $organization }.
mail-footer-invoices = Recibe este correo porque se le informa por correo electrónico de las facturas de { $organization }.
mail-footer-low-credit = Recibe este correo porque se le avisa por correo electrónico cuando queda poco saldo en { $organization }.
mail-footer-role-requests = Recibe este correo porque se le informa por correo electrónico de las solicitudes de rol en { $organization }.
mail-footer-test = Recibe este correo porque ha pedido un mensaje de prueba desde su cuenta en { $organization }.
mail-footer-sms-failed = Recibe este correo porque no se le ha podido entregar un SMS.
mail-footer-choice = Puede elegir de qué se le informa, y cómo, en el apartado «Notificaciones» de su configuración.

# Joins a mail that takes the place of a text message
mail-sms-failed =
    No se le ha podido entregar un SMS sobre esto. Por eso recibe este correo, aunque haya desactivado los correos de este tipo.
    Compruebe el número de teléfono en su configuración.

## An import of contacts is through: $import is what the platform calls it, $imported_text is $imported as written

mail-import-completed-subject = Se han importado sus contactos
mail-import-completed-title = Se han importado sus contactos
mail-import-completed-body =
    La importación «{ $import }» terminó el { $when }.
    { $imported ->
        [0] No se importó ningún contacto.
        [one] Se importó { $imported_text } contacto.
       *[other] Se importaron { $imported_text } contactos.
    }
mail-import-completed-advice = No tiene que hacer nada.

## The same, with contacts that were not taken

mail-import-completed-with-rejects-subject = No se han importado todos sus contactos
mail-import-completed-with-rejects-title = No se han importado todos sus contactos
mail-import-completed-with-rejects-body =
    La importación «{ $import }» terminó el { $when }.
    { $imported ->
        [0] No se importó ningún contacto
        [one] Se importó { $imported_text } contacto
       *[other] Se importaron { $imported_text } contactos
    } y { $rejected ->
        [one] se rechazó { $rejected_text }.
       *[other] se rechazaron { $rejected_text }.
    }
mail-import-completed-with-rejects-advice = Los motivos figuran en el apartado «Notificaciones» de su configuración.

## An import of contacts broke off: $reason is in the platform's words

mail-import-failed-subject = No se han podido importar sus contactos
mail-import-failed-title = No se han podido importar sus contactos
mail-import-failed-body =
    La importación «{ $import }» falló el { $when }.
    Motivo: { $reason }
mail-import-failed-advice = Cuando lo haya resuelto, vuelva a iniciar la importación.

## A payment arrived: $payment is the platform's name for it

mail-payment-succeeded-subject = Se ha recibido su pago
mail-payment-succeeded-title = Se ha recibido su pago
mail-payment-succeeded-body = El { $when } se recibió el pago { $payment } de { $organization }, por un importe de { $amount }.
mail-payment-succeeded-advice = No tiene que hacer nada.

## A payment failed, with or without a reason in the platform's words

mail-payment-failed-subject = Un pago no se ha podido completar
mail-payment-failed-title = Un pago no se ha podido completar
mail-payment-failed-body =
    El { $when } falló el pago { $payment } de { $organization }, por un importe de { $amount }.
    Motivo: { $reason }
mail-payment-failed-no-reason-body = El { $when } falló el pago { $payment } de { $organization }, por un importe de { $amount }.
mail-payment-failed-advice = Revise su medio de pago y vuelva a pagar para no quedarse sin saldo.

## An invoice was issued, with or without a day on which it is due

mail-invoice-issued-subject = Tiene una factura nueva
mail-invoice-issued-title = Tiene una factura nueva
mail-invoice-issued-body =
    El { $when } se emitió la factura { $invoice } a { $organization }, por un importe de { $amount }.
    Vence el { $due }.
mail-invoice-issued-no-due-body = El { $when } se emitió la factura { $invoice } a { $organization }, por un importe de { $amount }.
mail-invoice-issued-advice = Si ya está pagada, no tiene que hacer nada.

## The credit is below the minimum that the reader chose

mail-credit-low-subject = Le queda poco saldo
mail-credit-low-title = Le queda poco saldo
mail-credit-low-body = El { $when } el saldo de { $organization } era de { $balance }, por debajo de su saldo mínimo de { $minimum }.
mail-credit-low-advice = Recárguelo antes de que se agote. No se le volverá a avisar hasta que el saldo supere claramente su mínimo y vuelva a bajar de él.

## A member asks for another role: $asker is the member's name, $reason is in the member's words

mail-role-asked-subject = Un miembro solicita otro rol
mail-role-asked-title = Un miembro solicita otro rol
mail-role-asked-body =
    El { $when } { $asker } solicitó el rol «{ $role }» en { $organization }.
    Motivo: { $reason }
mail-role-asked-advice = Puede aceptar o rechazar la solicitud en la configuración de la organización.

## A test that the reader asked for

mail-test-subject = Este es un mensaje de prueba
mail-test-title = Este es un mensaje de prueba
mail-test-body =
    El { $when } pidió este mensaje de prueba.
    Ha llegado: puede recibir notificaciones por correo electrónico.
mail-test-advice = No tiene que hacer nada.

## All that is kept about a person was downloaded

mail-data-exported-subject = Se han descargado sus datos
mail-data-exported-title = Se han descargado sus datos
mail-data-exported-body = Se ha descargado todo lo que se guarda sobre la cuenta { $email }. Fecha y hora: { $when }.
mail-data-exported-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, otra persona conoce su contraseña: cámbiela de inmediato y revise después su configuración.
    Si ya no puede iniciar sesión, pida ayuda al propietario de su organización o a quien administra este servicio.

## A person asked for the account to be deleted: $end is when that happens

mail-deletion-requested-subject = Su cuenta se eliminará
mail-deletion-requested-title = Su cuenta se eliminará
mail-deletion-requested-body =
    Alguien que conoce su contraseña ha solicitado eliminar la cuenta { $email }. Fecha y hora: { $when }.
    Se eliminará, con todo lo que se guarda sobre usted, en este momento: { $end }. Hasta entonces todo funciona como antes.
mail-deletion-requested-advice =
    Si fue usted, no tiene que hacer nada.
    Si no fue usted, o si ha cambiado de opinión, conserve la cuenta con el enlace. Se cerrará la sesión en todos los dispositivos.
    Después no se podrá recuperar nada. No comparta nunca el enlace.

mail-deletion-reminder-subject = Su cuenta se eliminará dentro de dos días
mail-deletion-reminder-title = Su cuenta se eliminará pronto
mail-deletion-reminder-body = La cuenta { $email } se eliminará, con todo lo que se guarda sobre usted, en este momento: { $end }.
mail-deletion-reminder-advice =
    Si es lo que desea, no tiene que hacer nada. No recibirá ningún correo cuando se haya eliminado.
    Si no, inicie sesión y elija *Conservar mi cuenta* en *Sus datos*.

## The account stays, because nobody else is Owner

mail-deletion-stopped-subject = Su cuenta no se ha eliminado
mail-deletion-stopped-title = Su cuenta no se ha eliminado
mail-deletion-stopped-body = Ahora es usted el único propietario de { $organization }, y una organización siempre necesita uno. Por eso su cuenta se conserva.
mail-deletion-stopped-advice = Si todavía desea eliminarla, asigne primero ese rol a otra persona y solicítelo de nuevo.

## The file README.txt of an export

export-readme =
    Todo lo que Perfil guarda sobre la cuenta { $email }. Fecha y hora: { $when }.

    perfil-data.json contiene todo, para programas.
    La carpeta csv contiene lo mismo, una tabla para cada tipo de datos, para hojas de cálculo.
    Un apóstrofo delante de =, +, - o @ evita que una hoja de cálculo tome un texto por una fórmula; no forma parte de los datos.

    No contiene contraseñas ni secretos de inicio de sesión: se guardan de una forma que nadie puede leer.
    Tampoco contiene mensajes que tratan de otras personas.
