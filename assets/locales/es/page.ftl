# What the pages say. Simple patterns only: the browser fills in { $name } by itself.

product-name = Perfil
skip-to-content = Ir al contenido
loading = Cargando…
try-again = Reintentar

## Titles of the window

title-user = Datos de usuario · Perfil
title-password = Contraseña · Perfil
title-two-step = Inicio de sesión en dos pasos · Perfil
title-email = Correo electrónico · Perfil
title-phone = Número de teléfono · Perfil
title-region = Idioma y región · Perfil
title-notifications = Notificaciones · Perfil
title-notification-history = Historial de notificaciones · Perfil
title-activity = Actividad de seguridad · Perfil
title-privacy = Sus datos · Perfil
title-organization = Configuración de la organización · Perfil
title-organization-settings = Ajustes de la organización · Perfil
title-changes = Cambios · Perfil
title-keys = Claves de API · Perfil
title-outbox = Bandeja de salida · Perfil
title-sign-in = Iniciar sesión · Perfil
title-second-step = Segundo paso · Perfil
title-forgot-password = ¿Ha olvidado su contraseña? · Perfil
title-reset-password = Elegir una contraseña nueva · Perfil
title-welcome = Elegir su contraseña · Perfil
title-join = Acepte su invitación · Perfil
title-confirm-email = Confirmar la nueva dirección de correo · Perfil
title-undo = Deshacer un cambio · Perfil
title-unsubscribe = Darse de baja · Perfil
title-not-found = Página no encontrada · Perfil

## The drop-down

menu-open = Menú de la cuenta
menu-label = Configuración
menu-user = Mi configuración
menu-organization = Configuración de la organización
menu-sign-out = Cerrar sesión

## The list of sections

sections-label = Mi configuración
section-user = Datos de usuario
section-password = Contraseña
section-two-step = Inicio de sesión en dos pasos
section-email = Correo electrónico
section-phone = Número de teléfono
section-region = Idioma y región
section-notifications = Notificaciones
section-activity = Actividad de seguridad
section-privacy = Sus datos

## The demo

demo-label = Demostración
demo-note = Esto es una demostración. Los correos y los mensajes de texto no se envían; aparecen en la
demo-link = Bandeja de salida

## Roles

role-owner = Propietario
role-admin = Administrador
role-billing = Facturación
role-member = Miembro

## Signing in

sign-in-title = Iniciar sesión en Perfil
sign-in-lead = Administre su contraseña, su número de teléfono y más.
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-remember = Mantener la sesión iniciada
sign-in-button = Iniciar sesión
sign-in-passkey = Iniciar sesión con una llave de acceso
sign-in-forgotten = ¿Ha olvidado su contraseña?
sign-in-again = Volver a iniciar sesión
sign-in-in-new-tab = Volver a iniciar sesión en otra pestaña

## The second step of signing in

second-step-title = Confirme que es usted
second-step-lead = Su contraseña era correcta. Un paso más y habrá iniciado sesión.
second-step-passkey = Usar una llave de acceso
second-step-script = Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador. Use en su lugar un código de recuperación.
second-step-recovery-title = Usar un código de recuperación
second-step-recovery-code = Código de recuperación
second-step-recovery-hint = Dieciséis letras y cifras. Las mayúsculas y los guiones no importan.
second-step-again = Volver a empezar

## Forgot your password?

forgot-password-title = ¿Ha olvidado su contraseña?
forgot-password-lead = Indíquenos la dirección de su cuenta. Enviaremos allí un enlace para elegir una contraseña nueva.
forgot-password-button = Enviar el enlace
forgot-password-no-mail = ¿No llega ningún correo en unos minutos?
forgot-password-spam = Mire en la carpeta de correo no deseado.
forgot-password-address = Compruebe que esta es la dirección con la que inicia sesión.
forgot-password-owner = Si ya no puede leer ese buzón, pida ayuda al propietario de su organización.
forgot-password-back = Volver al inicio de sesión
done-forgot-password = Si existe una cuenta con esta dirección, hay un correo con un enlace en camino. El enlace funciona durante una hora.

## Behind the links of mails and text messages

confirm-email-title = Confirmar la nueva dirección de correo
confirm-email-lead = Pulse el botón y la dirección nueva pasará a ser la de su cuenta.
confirm-email-new = Dirección nueva
confirm-email-old = Hasta ahora
confirm-email-hint = A partir de entonces iniciará sesión con la dirección nueva. La anterior recibirá un aviso y podrá deshacer el cambio durante siete días.
confirm-email-button = Confirmar esta dirección
done-confirm-email = Se ha cambiado su dirección de correo. A partir de ahora inicie sesión con la nueva.
undo-title = Deshacer un cambio
undo-lead = Si este cambio lo hizo otra persona, deshágalo.
undo-back = Se recupera
undo-away = Se elimina
undo-account = Cuenta que se conserva
undo-hint = Se cerrará la sesión en todos los dispositivos, y durante 24 horas no se podrán cambiar ni la dirección ni el teléfono.
undo-button = Deshacer el cambio
done-undo-email = Se ha recuperado su dirección de correo anterior. Se ha cerrado la sesión en todos los dispositivos.
done-undo-email-again = Se ha recuperado su dirección de correo anterior, y las 24 horas en las que no se puede cambiar nada empiezan de nuevo. Se ha cerrado la sesión en todos los dispositivos.
done-undo-phone = Se ha recuperado su número de teléfono anterior. Se ha cerrado la sesión en todos los dispositivos.
done-undo-phone-again = Se ha recuperado su número de teléfono anterior, y las 24 horas en las que no se puede cambiar nada empiezan de nuevo. Se ha cerrado la sesión en todos los dispositivos.
done-undo-deletion = Su cuenta se conserva. Se ha cerrado la sesión en todos los dispositivos.
reset-password-title = Elegir una contraseña nueva
reset-password-lead = Después se cerrará la sesión en todos sus dispositivos, e iniciará sesión con la contraseña nueva.
done-reset-password = Se ha cambiado su contraseña. Inicie sesión con la nueva.
welcome-title = Elija su contraseña
welcome-lead = Se ha creado una cuenta para usted en { $organization }. Elija una contraseña: con ella y con { $email } iniciará sesión.
welcome-button = Elegir contraseña
done-welcome = Su contraseña está lista. Inicie sesión con ella.
join-title = Acepte su invitación
join-lead = { $inviter } le invita a { $organization }. Elija un nombre y una contraseña y su cuenta estará lista.
join-role = Su rol
join-email-hint = Con esta dirección iniciará sesión.
join-button = Crear cuenta
done-join = Su cuenta está lista. Inicie sesión con su contraseña.
unsubscribe-title = Darse de baja
unsubscribe-lead = Pulse el botón y dejará de recibir correos sobre este asunto.
unsubscribe-topic = Asunto
unsubscribe-email = Dirección
unsubscribe-hint = Los mensajes de texto siguen como usted los eligió, y los avisos sobre la seguridad de su cuenta seguirán llegando. Puede volver a activar los correos cuando quiera.
unsubscribe-button = Darse de baja
done-unsubscribe = Listo: ya no recibirá correos sobre este asunto.
link-advice-confirm-email = Para cambiar su dirección, pida un enlace nuevo en su configuración.
link-advice-undone = Si el cambio lo hizo otra persona, conoce su contraseña: elija ahora una nueva.
link-advice-undo = Si otra persona ha cambiado su cuenta, elija una contraseña nueva y después revise su configuración. Si ya no puede iniciar sesión, pida ayuda al propietario de su organización.
link-advice-reset-password = Pida un enlace nuevo. Solo funciona el más reciente.
link-advice-welcome = Si ya ha elegido una contraseña, inicie sesión. Si no, pida que se le envíe un enlace para elegirla.
link-advice-join = Si ya la ha aceptado, inicie sesión. Si no, pida a quien le invitó que vuelva a enviar la invitación.
link-advice-unsubscribe = También puede elegir en su configuración qué notificaciones recibe.
link-to-email = Ir a Correo electrónico
link-to-notifications = Ir a Notificaciones
link-to-new-password = Elegir una contraseña nueva

## User info

user-title = Datos de usuario
user-lead = Quién es usted en su organización y cómo se le puede contactar.
user-name-title = Su nombre
user-name = Nombre visible
user-name-hint = El nombre que ven los demás miembros de su organización.
user-name-button = Guardar nombre
user-role-title = Organización y rol
user-role = Rol
user-role-note = Solo el propietario de su organización puede cambiar los roles.
user-role-note-owner = Como propietario, usted asigna los roles en Configuración de la organización.
user-organization = Organización
user-contact-title = Datos de contacto
user-email = Correo electrónico
user-email-note = Con esta dirección inicia sesión, y a ella llegan los avisos de seguridad.
user-email-change = Cambiar correo electrónico
user-phone = Teléfono
user-phone-add = Añadir un número de teléfono
user-phone-change = Administrar el número de teléfono
done-rename = Se ha guardado su nombre visible.

## Asking the Owner for another role

role-request-title = Solicitar otro rol
role-request-reason = Motivo
role-request-reason-hint = 500 caracteres como máximo. Los lee el propietario de su organización.
role-request-button = Enviar solicitud
role-request-waits = Ha solicitado el rol «{ $role }». Cuando el propietario haya decidido, recibirá un correo.
role-request-withdraw = Retirar la solicitud
role-requests-title = Solicitudes de rol
role-requests-decide = Miembros que solicitan otro rol. Conocerán su decisión por correo electrónico.
role-request-change = { $wants } en lugar de { $is }
role-request-grant = Aceptar
role-request-decline = Rechazar
done-ask-role = Su solicitud se ha enviado.
done-withdraw-role-request = Su solicitud se ha retirado.
done-grant-role = El miembro ya tiene el rol y lo sabrá por correo electrónico.
done-decline-role = La solicitud se ha rechazado. El miembro lo sabrá por correo electrónico.

## Password

password-title = Contraseña
password-lead = Elija una contraseña que no use en ningún otro sitio.
password-card-title = Cambiar contraseña
password-card-lead = Después se cerrará la sesión en todos sus demás dispositivos. En este seguirá abierta.
password-current = Contraseña actual
password-new = Contraseña nueva
password-new-hint = Al menos { $min } caracteres. Una frase de varias palabras es buena idea: fácil de recordar y difícil de adivinar. No se exige ningún tipo de carácter en particular.
password-repeat = Repetir contraseña
password-button = Cambiar contraseña
password-show = Mostrar: { $field }
password-hide = Ocultar: { $field }
done-change-password = Se ha cambiado su contraseña y se ha cerrado la sesión en todos sus demás dispositivos.

## Two-step sign-in

two-step-title = Inicio de sesión en dos pasos
two-step-lead = Aunque alguien averigüe su contraseña, no podrá iniciar sesión: también hace falta su teléfono, su ordenador o su llave de seguridad.
two-step-on = Activado
two-step-off = Desactivado
two-step-factors-title = Aplicación de autenticación y llaves de acceso
two-step-factors-empty = Aún no tiene ninguna. Añada una a continuación.
two-step-kind-app = Aplicación de autenticación
two-step-kind-passkey = Llave de acceso
two-step-added = Fecha de alta: { $when }
two-step-never-used = Sin usar todavía
two-step-remove-title = Eliminar…
two-step-remove-lead = Ya no podrá iniciar sesión con ella. Para confirmar, introduzca su contraseña.
two-step-remove-last = Es la última: el inicio de sesión en dos pasos se desactivará y sus códigos de recuperación dejarán de servir. Para confirmar, introduzca su contraseña.
two-step-remove-button = Eliminar
two-step-name = Nombre
two-step-app-title = Añadir una aplicación de autenticación
two-step-app-lead = Una aplicación de su teléfono muestra un código nuevo de seis dígitos cada medio minuto. Lo introducirá después de su contraseña.
two-step-app-name = Aplicación de autenticación
two-step-pending-title = Conecte la aplicación de autenticación
two-step-pending-lead = Escanee la imagen con la aplicación e introduzca el código que muestra.
two-step-pending-qr = Código QR para la aplicación de autenticación
two-step-pending-key = Si no puede escanearla, escriba esta clave en la aplicación:
two-step-pending-open = Abrir en la aplicación de este dispositivo
two-step-pending-expired = El tiempo ha terminado. Cancele y vuelva a empezar.
two-step-code = Código de la aplicación de autenticación
two-step-confirm-button = Confirmar
two-step-cancel-button = Cancelar
two-step-passkey-title = Añadir una llave de acceso
two-step-passkey-lead = Inicie sesión con su huella, su rostro o el PIN de su dispositivo, o con una llave de seguridad. Así no necesita contraseña.
two-step-passkey-script = Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador.
two-step-passkey-unknown = Este navegador no puede usar llaves de acceso. Pruebe con uno más reciente o añada una aplicación de autenticación.
passkey-closed = Cancelado. Puede volver a intentarlo cuando quiera.
new-codes-title = Sus códigos de recuperación
new-codes-lead = Estos códigos solo se muestran ahora. Guárdelos donde pueda encontrarlos sin este dispositivo.
new-codes-copy = Copiar
new-codes-copied = Copiado
new-codes-not-copied = No se han podido copiar. Descargue los códigos o selecciónelos a mano.
new-codes-download = Descargar
recovery-title = Códigos de recuperación
recovery-lead = Si no tiene a mano la aplicación o la llave de acceso, puede iniciar sesión con uno de estos códigos. Cada uno sirve una vez.
recovery-left = Códigos restantes: { $count }
recovery-few = Se le están acabando los códigos. Cree otros nuevos.
recovery-make-title = Crear códigos nuevos…
recovery-make-lead = Los códigos anteriores dejarán de servir. Para confirmar, introduzca su contraseña.
recovery-make-button = Crear códigos nuevos
done-add-app = Casi listo: la aplicación se añadirá en cuanto introduzca su código.
done-confirm-app = Se ha añadido la aplicación de autenticación.
done-cancel-app = No se ha añadido ninguna aplicación de autenticación.
done-remove-factor = Se ha eliminado y ya no sirve para iniciar sesión.
done-add-passkey = Se ha añadido la llave de acceso.
done-recovery-codes-first = El inicio de sesión en dos pasos está activado. Si no tiene a mano la aplicación o la llave de acceso, inicie sesión con uno de estos códigos. Cada uno sirve una vez.
done-recovery-codes-new = Ya tiene códigos nuevos. Los anteriores ya no sirven.

## Email

email-title = Correo electrónico
email-lead = Con esta dirección inicia sesión, y a ella llegan los mensajes sobre su cuenta.
email-current-title = Dirección actual
email-change-button = Cambiar correo electrónico
email-change-lead = Enviamos un enlace a la dirección nueva. Hasta que lo abra y pulse su botón, no cambia nada.
email-new = Correo electrónico nuevo
email-dependents = Cuando se haya confirmado, la dirección nueva servirá para:
email-pending-title = Confirme la dirección nueva
email-pending-lead = Hemos enviado un correo con un enlace a
email-pending-hint = Abra el enlace en cualquier dispositivo y pulse su botón. Hasta entonces, inicie sesión con su dirección actual. Si no llega ningún correo, mire en la carpeta de correo no deseado.
email-expired = Este enlace ha caducado. Cancele el cambio y vuelva a empezar.
email-resend-button = Reenviar el enlace
email-wrong-address = ¿Dirección equivocada?
done-change-email = Hay un correo con un enlace en camino a su dirección nueva.
done-resend-email-link = Se ha enviado un enlace nuevo. El anterior ya no funciona.
done-cancel-email-change = Se ha cancelado el cambio. Su dirección de correo sigue siendo la misma.

## Email and phone number

contact-password = Contraseña
dependent-sign-in = Iniciar sesión
dependent-password-reset = Enlaces para elegir una contraseña nueva
dependent-security-notices = Avisos de seguridad
dependent-notifications = Notificaciones
pending-changes-title = Cambios en espera
pending-email = Correo electrónico nuevo
pending-email-go-on = Ir a Correo electrónico
pending-phone = Número de teléfono nuevo
pending-phone-go-on = Introducir el código
pending-time-left = Tiempo restante:
pending-resend-in = Posible en
pending-resends-left = Reenvíos restantes: { $count }
pending-cancel = Cancelar el cambio
time-left = { $hours } h { $minutes } min
frozen-title = Sin cambios por ahora
frozen-lead = Se ha deshecho un cambio de su dirección de correo o de su teléfono. Por precaución, ambos se quedan como están durante un tiempo.
frozen-time-left = Podrá volver a cambiarlos en

## Phone number

phone-title = Número de teléfono
phone-lead = A este número llegan los mensajes de texto sobre su cuenta.
phone-current-title = Número actual
phone-verified = Verificado
phone-absent = Sin número de teléfono
phone-absent-lead = Aún no tiene número de teléfono. Añada uno a continuación.
phone-remove-title = Eliminar número de teléfono…
phone-remove-lead = Dejará de recibir mensajes de texto. Para confirmar, introduzca su contraseña.
phone-remove-button = Eliminar número de teléfono
phone-change-lead = Enviamos un código en un mensaje de texto al número nuevo. Hasta que lo introduzca, no cambia nada.
phone-country = Prefijo del país
phone-country-none = Ningún país coincide. Pruebe con el nombre o el prefijo.
phone-number = Teléfono
phone-number-hint = Escriba el número como prefiera; al salir del campo se le dará el formato correcto.
phone-change-button = Cambiar número de teléfono
phone-add-button = Añadir número de teléfono
phone-dependents = Cuando haya introducido el código, el número nuevo servirá para:
phone-pending-title = Introduzca el código
phone-pending-lead = Hemos enviado un mensaje de texto con un código al
phone-code = Código del mensaje de texto
phone-code-hint = Seis dígitos
phone-expired = Este código ha caducado. Cancele y vuelva a empezar.
phone-attempts-left = Intentos restantes: { $count }
phone-elsewhere = Este cambio se inició en otro dispositivo. Para terminarlo aquí, introduzca también su contraseña.
phone-validate-button = Validar código
phone-resend-button = Reenviar código
phone-wrong-number = ¿Número equivocado?
done-change-phone = Un mensaje de texto con un código va camino de su número nuevo.
done-resend-phone-code = Se ha vuelto a enviar el código.
done-cancel-phone-change = Se ha cancelado el cambio. Su número de teléfono sigue como estaba.
done-validate-phone = Se ha cambiado su número de teléfono.
done-remove-phone = Se ha eliminado su número de teléfono. A partir de ahora, las notificaciones por SMS le llegarán por correo.

## Security activity

activity-title = Actividad de seguridad
activity-lead = Dónde tiene la sesión iniciada y qué ha ocurrido en su cuenta.
activity-sessions-title = Dónde tiene la sesión iniciada
activity-sessions-lead = Cierre la sesión en los dispositivos que no reconozca o que ya no use. Si alguno no era suyo, cambie también su contraseña.
activity-this-device = Este dispositivo
activity-app = Aplicación de Perfil
activity-browser-on-system = { $browser } en { $system }
activity-unknown-device = Dispositivo desconocido
activity-last-seen = Último uso: { $when }
activity-signed-in = Inicio de sesión: { $when }
activity-network = Red: { $network }
activity-sign-out = Cerrar sesión
activity-sign-out-others = Cerrar sesión en todos los demás dispositivos
activity-no-others = No tiene la sesión iniciada en ningún otro dispositivo.
activity-sessions-more = Dispositivos no mostrados: { $count }
activity-events-title = Qué ha ocurrido
activity-events-lead = Los eventos se conservan { $days } días. Todas las horas corresponden a la zona horaria { $zone }.
activity-filter = Mostrar
activity-filter-all = Todo
activity-filter-sign-ins = Inicios de sesión
activity-filter-failures = Fallos
activity-filter-changes = Cambios
activity-empty = No ha ocurrido nada de este tipo.
activity-newest = Mostrar lo más reciente
activity-older = Mostrar anteriores
activity-operator = Por su organización o el operador de este servicio
done-revoke-session = Se ha cerrado la sesión en el dispositivo.
done-revoke-other-sessions = Se ha cerrado la sesión en todos sus demás dispositivos.

## Your data

privacy-title = Sus datos
privacy-lead = Consulte todo lo que Perfil guarda sobre usted o elimine su cuenta.
export-title = Descargar sus datos
export-lead = Un archivo zip con todo lo que Perfil guarda sobre usted: un archivo para programas y una tabla para cada tipo de datos. Para confirmar, introduzca su contraseña.
export-button = Descargar mis datos
deletion-title = Eliminar la cuenta
deletion-lead = Su cuenta se elimina 14 días después de que lo solicite, con todo lo que Perfil guarda sobre usted. Hasta entonces puede cambiar de opinión.
deletion-open = Eliminar la cuenta…
deletion-confirm = También se eliminan las invitaciones que ha enviado y que siguen pendientes. Para confirmar, introduzca su contraseña.
deletion-button = Eliminar mi cuenta
deletion-waits = Su cuenta se eliminará el { $on }.
deletion-waits-hint = Hasta entonces todo funciona como antes. Después no se podrá recuperar nada.
deletion-keep-button = Conservar mi cuenta
deletion-bar-link = Conservar la cuenta
deletion-hand-over = Ir a la configuración de la organización
done-delete-account = Su cuenta se eliminará. Le hemos enviado un correo con un enlace para conservarla.
done-keep-account = Su cuenta se conserva. No se elimina nada.

## What happened, in the list

event-signed-in = Se inició sesión
event-sign-in-failed = Falló un inicio de sesión: la contraseña era incorrecta
event-sign-in-shut = Se rechazaron dispositivos nuevos tras demasiadas contraseñas incorrectas
event-signed-out = Se cerró sesión
event-everyone-signed-out = Se cerró la sesión junto con la de toda la organización
event-session-revoked = Se cerró la sesión en otros dispositivos
event-password-changed = Se cambió la contraseña
event-password-reset-requested = Se solicitó un enlace para elegir una contraseña nueva
event-password-reset = Se restableció la contraseña
event-password-refused = Se rechazó un cambio: la contraseña era incorrecta
event-name-changed = Se cambió el nombre visible
event-invited = Se envió una invitación para elegir una contraseña
event-invitation-accepted = Se eligió la primera contraseña
event-role-changed = Se cambió el rol
event-deactivated = Se desactivó la cuenta
event-reactivated = Se volvió a activar la cuenta
event-factor-added = Se añadió una aplicación de autenticación o una llave de acceso
event-factor-removed = Se eliminó una aplicación de autenticación o una llave de acceso
event-recovery-codes-made = Se crearon códigos de recuperación nuevos
event-recovery-code-used = Se inició sesión con un código de recuperación
event-second-step-failed = Falló un inicio de sesión: el segundo paso era incorrecto
event-region-changed = Se cambió el idioma, el país o la zona horaria
event-notifications-changed = Se cambiaron las notificaciones
event-unsubscribed = Se desactivaron correos mediante un enlace incluido en ellos
event-phone-change-requested = Se envió un código a un número de teléfono nuevo
event-phone-change-cancelled = Se canceló un cambio del número de teléfono
event-phone-code-refused = Se introdujo un código incorrecto para un número de teléfono nuevo
event-phone-changed = Se cambió el número de teléfono
event-phone-removed = Se eliminó el número de teléfono
event-phone-restored = Se recuperó el número de teléfono anterior
event-email-change-requested = Se envió un enlace a una dirección de correo nueva
event-email-change-cancelled = Se canceló un cambio de la dirección de correo
event-email-change-failed = No se pudo cambiar la dirección de correo
event-email-changed = Se cambió la dirección de correo
event-email-restored = Se recuperó la dirección de correo anterior
event-data-exported = Se descargaron sus datos
event-deletion-requested = Se solicitó eliminar la cuenta
event-deletion-cancelled = Finalmente la cuenta no se elimina

## Language and region

region-title = Idioma y región
region-lead = En qué idioma le habla Perfil y cómo escribe fechas, números e importes.
region-card-title = Sus preferencias
region-card-lead = Las páginas, los correos y los SMS las siguen de inmediato.
region-language = Idioma
region-country = País (configuración regional)
region-country-none = Ningún país coincide. Pruebe a escribirlo de otra forma.
region-time-zone = Zona horaria
region-time-zone-none = Ninguna zona horaria coincide. Pruebe con una gran ciudad cercana o con una diferencia como UTC+02:00.
region-zone-detail = { $offset }, { $time }
region-detected = Detectado: { $name }
region-detected-none = No detectado
region-preview = Así se verá
region-preview-date = Fecha
region-preview-time = Hora
region-preview-number = Número
region-preview-amount = Importe
region-button = Guardar
region-offer-label = Zona horaria
region-offer = Su dispositivo está en { $city }; su cuenta, en { $current_city }.
region-offer-switch = Cambiar a { $city }
region-offer-keep = Mantener { $current_city }
region-languages = Idioma de esta página
done-change-region = Se han guardado el idioma y la región.
done-switch-zone = Se ha cambiado su zona horaria.
done-keep-zone = Su zona horaria sigue siendo la misma.

## Notifications

notifications-title = Notificaciones
notifications-lead = De qué se le informa y cómo: por correo, por SMS, por ambos o de ninguna forma.
notifications-button = Guardar
channel-email = Correo
channel-sms = SMS
channels-topic = Asunto
channels-no-phone = Para recibir SMS hace falta un número de teléfono verificado.
topic-contact-imports = Importaciones de contactos
topic-contact-imports-hint = Cuando una importación suya termina o falla
topic-payments = Pagos
topic-payments-hint = Cuando se recibe un pago o falla
topic-invoices = Facturas
topic-invoices-hint = Cuando hay una factura nueva
topic-low-credit = Saldo bajo
topic-low-credit-hint = Cuando el saldo baja del mínimo
topic-role-requests = Solicitudes de rol
topic-role-requests-hint = Cuando un miembro solicita otro rol
contacts-title = Contactos
contacts-lead = Cómo se le informa de los contactos que importa.
imports-title = Últimas importaciones
imports-empty = No hay importaciones que mostrar.
import-running = En curso
import-completed = Terminada
import-failed = Fallida
import-progress = Progreso de «{ $import }»
import-done = Leídos: { $done }
import-done-of = Leídos: { $done } de { $total }
import-imported = Importados: { $count }
import-rejected = Rechazados: { $count }
import-reasons = Por qué se rechazaron contactos
billing-title = Facturación
billing-lead = Cómo se le informa de los pagos, las facturas y el saldo de su organización.
billing-minimum = Saldo mínimo
billing-minimum-hint = Recibirá un aviso cuando el saldo baje de este importe. Déjelo vacío para no recibir avisos.
balance-title = Saldo
balance-unknown = El saldo aún no se conoce. Aparecerá aquí en cuanto la plataforma lo comunique.
balance-below = Por debajo del mínimo
balance-at = A fecha de { $when }
balance-no-alert = El aviso de saldo bajo está desactivado.
alert-now-lead = El saldo ya estaba por debajo del mínimo cuando lo guardó, así que no se ha enviado ningún aviso.
alert-now-button = Avisarme ahora
chart-balance = Saldo
chart-minimum = Mínimo: { $minimum }
trouble-email = El último correo a { $to } no llegó ({ $when }).
trouble-sms = El último mensaje de texto al { $to } no llegó ({ $when }).
quiet-title = Horas de silencio para los SMS
quiet-lead = Los SMS sobre importaciones, pagos recibidos, facturas y otros asuntos que pueden esperar llegan después de estas horas. Los pagos fallidos, el saldo bajo y todo lo relativo a la seguridad de su cuenta se comunican al momento. Los correos llegan a cualquier hora.
quiet-lead-contacts = Los SMS sobre importaciones esperan hasta que terminen estas horas. Los códigos y todo lo relativo a la seguridad de su cuenta llegan al momento. Los correos llegan a cualquier hora.
quiet-on = Todos los días de { $from } a { $until }, en la zona horaria { $zone }.
quiet-off = Las horas de silencio están desactivadas. Las horas de esta sección corresponden a la zona horaria { $zone }.
quiet-from = Desde
quiet-until = Hasta
quiet-hint = Deje los dos campos vacíos si no quiere horas de silencio.
test-title = Entrega
test-lead = Envíese una prueba para ver si los mensajes llegan.
test-button = Enviar una prueba
delivery-waiting = En camino
delivery-put-off = En espera
delivery-sent = Enviado
delivery-delivered = Entregado
delivery-failed = No entregado
delivery-unknown = Dudoso
delivery-not-sent = No enviado
history-link = Mostrar todas las notificaciones
history-title = Historial de notificaciones
history-back = Volver a Notificaciones
history-card-title = De qué se le informó
history-lead = Los mensajes aparecen aquí durante { $days } días. Todas las horas corresponden a la zona horaria { $zone }.
history-empty = Aún no hay mensajes.
done-contact-notifications = Se ha guardado su elección.
done-billing-notifications = Se han guardado sus preferencias.
done-organization-notifications = Se ha guardado su elección.
role-requests-lead = Cómo se le informa cuando los miembros le solicitan algo.
done-alert-now = Un aviso va en camino.
done-quiet-hours = Se han guardado sus horas de silencio.
done-send-test = Una prueba va en camino.

## What a message told, in the list

notice-import-completed = La importación «{ $import }» ha terminado. Contactos importados: { $imported }
notice-import-completed-with-rejects = La importación «{ $import }» ha terminado. Contactos importados: { $imported }; rechazados: { $rejected }
notice-import-failed = La importación «{ $import }» ha fallado: { $reason }
notice-payment-succeeded = Pago { $payment } de { $amount } recibido
notice-payment-failed = El pago { $payment } de { $amount } ha fallado: { $reason }
notice-payment-failed-no-reason = El pago { $payment } de { $amount } ha fallado
notice-invoice-issued = Factura { $invoice } de { $amount }, vence el { $due }
notice-invoice-issued-no-due = Factura { $invoice } de { $amount }
notice-credit-low = Saldo bajo: quedan { $balance }; mínimo, { $minimum }
notice-role-asked = { $asker } solicita el rol «{ $role }»
notice-test = Mensaje de prueba

## Why a message was not sent or did not arrive

why-email-off = Los correos sobre este asunto estaban desactivados.
why-sms-off = Los mensajes de texto sobre este asunto estaban desactivados.
why-no-phone = No había ningún número de teléfono verificado.
why-other-phone = Su número de teléfono se cambió o se eliminó antes de que se pudiera enviar el mensaje.
why-quiet-hours = Espera a que terminen sus horas de silencio: { $when }.
why-no-permission = Su rol no lo permitía.
why-undeliverable = Fue rechazado por el camino. Compruebe que la dirección o el número sean correctos.
why-given-up = El envío falló demasiadas veces y se abandonó.
why-expired = No se pudo enviar a tiempo.
why-unknown = La conexión se cortó durante el envío y no se sabe si llegó.

## Organization Settings

organization-title = Configuración de la organización
organization-tabs = Páginas de Configuración de la organización
organization-tab-members = Miembros
organization-members = Miembros y roles
organization-members-lead = Todos los miembros de su organización. Todas las horas corresponden a la zona horaria { $zone }.
organization-search = Buscar por nombre o dirección
organization-search-button = Buscar
organization-everybody = Mostrar a todos
organization-shown = Miembros mostrados: { $count }
organization-found = Resultados de «{ $search }»: { $count }
organization-nobody = No se ha encontrado a nadie. Revise la ortografía o muestre a todos.
organization-role = Rol
organization-last-seen = Última visita: { $when }
organization-phone-verified = Teléfono verificado
organization-phone-none = Sin número de teléfono
organization-you = Usted
organization-deactivated = Desactivado
organization-not-signed-in = Aún no ha iniciado sesión
organization-more = Mostrar más
organization-manage = Gestionar
organization-role-button = Cambiar rol
organization-role-yourself = Este es su propio rol. En cuanto tenga otro, ya no podrá cambiar roles.
organization-deactivate-title = Desactivar…
organization-deactivate-lead = Se cerrará de inmediato la sesión en todos los dispositivos de este miembro, que ya no podrá iniciarla. La configuración se conserva y usted puede reactivar la cuenta cuando quiera.
organization-deactivate-button = Desactivar
organization-reactivate-lead = Esta cuenta está desactivada: no se puede iniciar sesión con ella.
organization-reactivate-button = Reactivar
done-set-role = Se ha cambiado el rol.
done-deactivate-member = Se ha desactivado la cuenta y se ha cerrado la sesión en todos sus dispositivos.
done-reactivate-member = La cuenta vuelve a estar activa.
invite-title = Invitar a personas
invite-lead = La invitación se envía por correo. Su enlace funciona durante 7 días.
invite-email = Correo electrónico
invite-button = Enviar invitación
done-invite = La invitación está en camino.
invitations-title = Invitaciones aún no aceptadas
invitations-empty = Ninguna invitación espera respuesta.
invitation-by = Invitación de: { $name }
invitation-until = Válida hasta: { $when }
invitation-expired = Caducó: { $when }
invitation-expired-badge = Caducada
invitation-again = Reenviar
invitation-revoke = Revocar
done-resend-invitation = Se ha reenviado la invitación. El enlace anterior ya no funciona.
done-revoke-invitation = Se ha revocado la invitación. Su enlace ya no funciona.
roles-title = Qué puede hacer cada rol
roles-lead = Cada miembro gestiona su propia configuración. Lo demás depende del rol.
roles-permission = Permiso
permission-billing = Ver pagos, facturas y saldo
permission-view-organization = Ver miembros e invitaciones
permission-invite = Invitar a personas
permission-edit-roles = Cambiar roles y desactivar miembros
permission-edit-organization = Cambiar los ajustes de la organización, cerrar la sesión de todos
permission-manage-keys = Gestionar las claves de API
permission-yes = Sí
permission-no = No
permission-only-as = solo como { $role }
reach-lead = Ahora mismo no se avisaría a nadie de su organización de lo siguiente:
reach-advice = Alguien con el rol Propietario o Facturación debe tener activado para ello un canal que funcione y, para el saldo bajo, también un saldo mínimo. Cada persona lo elige en:

## La organización misma

organization-settings-title = Ajustes
organization-settings-lead = Lo que se aplica a toda su organización.
organization-general-title = General
organization-name = Nombre de la organización
organization-currency = Moneda
organization-currency-hint = Tres letras, por ejemplo EUR.
organization-currency-stays = La moneda no se puede cambiar mientras haya un saldo o un saldo mínimo guardado en ella.
organization-defaults-title = Nuevos miembros
organization-defaults-lead = Con qué empieza quien se incorpore a partir de ahora. Cada persona puede elegir otra cosa. Las invitaciones también se escriben en este idioma.
organization-default-none = Detectado para cada persona
organization-security-title = Seguridad
organization-password-min = Longitud mínima de las contraseñas
organization-password-min-hint = De { $min } a { $max } caracteres, para cada contraseña nueva. Si se deja vacío: { $min }, o { $second } con el inicio de sesión en dos pasos. Las contraseñas en uso siguen siendo válidas.
organization-sms-countries = Países de los números de teléfono
organization-sms-countries-hint = Los miembros solo pueden cambiar a un número de uno de los países marcados. Los números ya verificados siguen funcionando.
organization-sms-all = Todos los países
organization-sms-some = Países elegidos: { $count }
organization-meanwhile = Guardado mientras tanto: { $value }
organization-settings-button = Guardar
done-change-organization = Se han guardado los ajustes de la organización.
sign-everyone-out-title = Cerrar la sesión de todos
sign-everyone-out-lead = Cierra de inmediato todas las sesiones de su organización, excepto esta. No se elimina nada más. Nadie recibe un correo; todos pueden verlo en «Actividad de seguridad».
sign-everyone-out-button = Cerrar la sesión de todos
done-sign-everyone-out = Se ha cerrado la sesión de todos los demás. Sesiones cerradas: { $sessions }

## What was changed in the organization

changes-title = Cambios
changes-card-title = Qué se ha cambiado
changes-card-lead = Los cambios se conservan mientras exista la organización. Todas las horas corresponden a la zona horaria { $zone }.
changes-filter-roles = Roles
changes-filter-members = Miembros
changes-filter-organization = Organización
changes-empty = No se ha cambiado nada de este tipo.
changes-from-to = { $before } → { $after }
changes-by = Por { $name }
changes-former-member = Antiguo miembro
changes-former-address = Dirección que ya no se conserva
changes-download = Descargar como CSV
audit-by-platform = Por la plataforma
audit-by-operator = Por el operador de este servicio
audit-role-changed = Rol cambiado
audit-role-asked = Rol solicitado
audit-role-withdrawn = Solicitud de rol retirada
audit-role-granted = Solicitud de rol aprobada
audit-role-declined = Solicitud de rol rechazada
audit-invited = Invitación enviada
audit-invited-again = Invitación enviada de nuevo
audit-invitation-revoked = Invitación revocada
audit-joined = Incorporación por invitación
audit-member-created = Cuenta creada
audit-deactivated = Cuenta desactivada
audit-reactivated = Cuenta activada de nuevo
audit-member-deleted = Cuenta eliminada
audit-organization-renamed = Nombre de la organización cambiado
audit-currency-changed = Moneda cambiada
audit-defaults-changed = Valores iniciales de nuevos miembros cambiados
audit-sms-countries-changed = Países de los números de teléfono cambiados
audit-password-min-changed = Longitud mínima de las contraseñas cambiada
audit-everyone-signed-out = Sesión de todos cerrada
audit-key-created = Clave creada
audit-key-rotated = Clave sustituida
audit-key-revoked = Clave revocada

## Claves de API de la organización

keys-title = Claves de API
keys-lead = Con una clave, los programas de su organización comunican a Perfil lo que sucede y le hacen consultas. Cada clave sirve solo para esta organización.
keys-reference = Qué pueden hacer los programas con una clave
keys-card-title = Claves
keys-card-lead = Las claves que ya no sirven permanecen 90 días en la lista. Todas las horas corresponden a la zona horaria { $zone }.
keys-empty = Todavía no hay ninguna clave. Cree una para cada programa que se comunique con Perfil; así podrá sustituir cada una por separado.
key-made = Creada el { $when } por { $name }
key-never-used = Sin usar todavía
key-until = Sirve hasta: { $when }
key-ended = Dejó de servir: { $when }
key-ending = En sustitución
key-replaced = Sustituida
key-revoked = Revocada
scope-sessions = Consultar quién ha iniciado sesión
scope-events = Comunicar importaciones, pagos, facturas y saldos
scope-provisioning = Crear y modificar miembros, también sus roles
scope-preferences = Consultar cómo quieren recibir avisos los miembros
create-key-title = Crear una clave
create-key-lead = Se avisa por correo a todos los propietarios.
create-key-name = Nombre
create-key-name-hint = Por ejemplo, el programa que la usará. Como máximo, 60 caracteres.
create-key-scopes = Qué permite la clave
create-key-button = Crear clave
rotate-key-title = Sustituir…
rotate-key-lead = Recibirá una clave nueva con el mismo nombre y los mismos permisos. Se avisa por correo a todos los propietarios.
rotate-key-overlap = La clave actual seguirá sirviendo
rotate-key-button = Sustituir clave
overlap-none = nada más
overlap-hour = 1 hora
overlap-day = 24 horas
overlap-week = 7 días
revoke-key-title = Revocar…
revoke-key-lead = Los programas que usan esta clave se rechazan de inmediato. Esto no se puede deshacer.
revoke-key-button = Revocar clave
new-key-title = Su clave nueva
new-key-lead = La clave solo se muestra ahora. Guárdela donde la encuentre el programa y nadie más.
new-key-not-copied = No se ha podido copiar. Seleccione la clave a mano.
done-create-key = La clave se ha creado.
done-rotate-key = La clave se ha sustituido.
done-revoke-key = La clave se ha revocado y ya no sirve.

## Outbox

outbox-title = Bandeja de salida
outbox-lead = Lo que Perfil habría enviado, lo más reciente primero.
outbox-refresh = Actualizar
outbox-empty = Aún no hay nada. Cambie su contraseña o su número de teléfono y aquí aparecerán los mensajes correspondientes.
outbox-email = Correo electrónico
outbox-sms = Mensaje de texto
outbox-to = Para
play-title = Jugar a ser la plataforma
play-lead = En la demostración ninguna plataforma comunica lo que ocurre. Estos botones lo hacen, para su organización; mire después aquí y en Notificaciones qué llega.
play-import = Importar contactos
play-spend = Gastar 17,50 €
play-top-up = Recargar 50 €
play-payment-failed = Hacer fallar un pago
play-invoice = Emitir una factura
done-play = La plataforma lo ha comunicado. Lo que resulte de ello llegará en unos segundos.

## Page not found

not-found-title = Página no encontrada
not-found-lead = No hay ninguna página en esta dirección. Puede que se haya movido o que la dirección esté mal escrita.
not-found-link = Ir a su configuración
