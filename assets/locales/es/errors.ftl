# What can go wrong: one message for each id in crates/models/src/error. Each says what happened and what to do.

## Everywhere

error-signed-out = Su sesión ya no está abierta, así que no se ha cambiado nada. Vuelva a iniciar sesión y repita el cambio.
error-forbidden = Su rol no permite esto. Si lo necesita, pídaselo al propietario de su organización.
error-not-found = Esto no existe o ya no existe. Recargue la página para ver lo que hay ahora.
error-bad-request = La página y el servidor no se han entendido. Recargue la página e inténtelo de nuevo.
error-client-too-old = Esta aplicación es demasiado antigua para el servidor. Actualícela y vuelva a abrirla.
error-too-many = Demasiados intentos. Inténtelo de nuevo en { $wait } min.
error-unavailable = El servidor está ocupado y no se ha cambiado nada. Inténtelo de nuevo en unos segundos.
error-offline = No se puede conectar con el servidor. Compruebe su conexión e inténtelo de nuevo.
error-internal = Se ha producido un error por nuestra parte y no se ha cambiado nada. Inténtelo de nuevo; si se repite, avise a quien administra este servicio.
error-stale = Mientras tanto, estos ajustes se guardaron en otro lugar. Recargue la página y vuelva a hacer el cambio.

## Signing in

sign-in-wrong = El correo electrónico y la contraseña no coinciden. Compruebe ambos e inténtelo de nuevo.

## Two-step sign-in

factor-password-wrong = Esta no es su contraseña. Compruébela e inténtelo de nuevo.
factor-name-empty = Introduzca un nombre, por ejemplo el del dispositivo.
factor-name-too-long = Este nombre es demasiado largo. Use { $max } caracteres como máximo.
factor-name-unprintable = Este nombre contiene un carácter que no se puede mostrar, como un salto de línea. Escríbalo de nuevo sin él.
factor-too-many = Ya tiene { $max } aplicaciones de autenticación y llaves de acceso, y no puede haber más. Elimine alguna que ya no use e inténtelo de nuevo.
factor-not-pending = Esta aplicación ya no espera su primer código: se añadió, se canceló o terminó su plazo. Vuelva a empezar si no está en la lista.
factor-code-wrong = Este no es el código que la aplicación muestra ahora. Escriba el siguiente; si tampoco se acepta, compruebe que el reloj del dispositivo está en hora.
factor-password-too-short = Sin un segundo paso, su contraseña debe tener al menos { $min } caracteres, y tiene menos. Elija primero una contraseña más larga y después vuelva a intentar eliminar esto.
factor-gone = Esto ya no existe; puede que se eliminara en otro lugar. Recargue la página para ver lo que hay ahora.
factor-none = Los códigos de recuperación sustituyen a una aplicación de autenticación o a una llave de acceso, y usted no tiene ninguna de las dos. Añada primero una de ellas.
passkey-expired = El plazo para esto ha terminado, o ya se hizo antes. Mire en la lista y vuelva a empezar si la llave de acceso no está en ella.
passkey-refused = No se ha podido comprobar la llave de acceso, así que no se ha añadido. Inténtelo de nuevo o use otro dispositivo o navegador.
passkey-taken = Esta llave de acceso ya pertenece a una cuenta. Use otra.
passkey-unavailable = Aquí no se pueden usar llaves de acceso, porque la dirección de este servicio se compone de números. Use en su lugar su contraseña y una aplicación de autenticación.
second-step-expired = Este inicio de sesión ya no está abierto: terminó su plazo, se completó o se canceló. Vuelva a empezar.
second-step-wrong = Este no es ni el código que su aplicación muestra ahora ni un código de recuperación sin usar. Cada uno sirve una sola vez: revise lo que ha escrito o espere el siguiente código de la aplicación.
second-step-passkey-refused = No se ha podido iniciar sesión con esta llave de acceso; puede que se eliminara de su cuenta. Use otra o inicie sesión de otra manera.

## Display name

name-empty = Introduzca un nombre.
name-too-long = Este nombre es demasiado largo. Use { $max } caracteres como máximo.
name-unprintable = Este nombre contiene un carácter que no se puede mostrar, como un salto de línea. Escríbalo de nuevo sin él.

## Passwords

password-wrong = Esta no es su contraseña. Compruébela e inténtelo de nuevo.
password-missing = Introduzca una contraseña nueva.
password-too-short = Esta contraseña es demasiado corta. Use al menos { $min } caracteres, por ejemplo una frase de varias palabras.
password-too-long = Esta contraseña es demasiado larga. Use { $max } bytes como máximo; una letra ocupa de uno a cuatro.
password-common = Esta contraseña es fácil de adivinar o se conoce por filtraciones. Elija otra, por ejemplo una frase propia.
password-personal = Esta contraseña se basa en su nombre, su dirección o el nombre de este servicio. Elija una que no tenga nada que ver con ellos.
password-unchanged = Esta ya es su contraseña. Elija otra.
password-mismatch = Las dos contraseñas no coinciden. Vuelva a escribir la nueva.

## Email address

email-invalid = Esto no es una dirección de correo. Revísela; debe tener la forma nombre@example.com.
email-unchanged = Esta ya es su dirección. Introduzca otra.
email-too-many-messages = Se han pedido demasiados correos. Vuelva a intentarlo más tarde.
email-not-pending = Este cambio ya no espera su enlace: se terminó, se sustituyó o se canceló. Empiece de nuevo si todavía quiere cambiar la dirección.
email-resend-too-soon = Se acaba de enviar un enlace. Se puede volver a enviar en { $wait } min.
email-no-resends = El enlace no se puede volver a enviar. Revise la dirección, o cancele el cambio y vuelva a empezar.
contact-frozen = Hace poco se deshizo un cambio, así que la dirección y el teléfono se quedan como están. Vuelva a intentarlo en { $wait } h.

## Links of mails and text messages

link-unknown = No hay nada detrás de este enlace. Puede que esté incompleto: ábralo otra vez desde el mensaje.
link-expired = El plazo de este enlace ha terminado y ya no funciona.
link-used = Este enlace ya se ha usado. Solo funciona una vez.
link-replaced = Este enlace ya no funciona: el cambio se canceló o ya no es posible, o un enlace más reciente ha ocupado su lugar.
undo-changed-since = Esto se ha vuelto a cambiar desde entonces, así que deshacerlo no recuperaría lo anterior. Use el enlace del mensaje más reciente.
undo-done-before = Este cambio ya se ha deshecho. No queda nada por hacer.

## Phone number

phone-none = No hay ningún número de teléfono que eliminar. Recargue la página para ver el estado actual.
phone-password-needed = Este cambio se inició en otro dispositivo. Para continuar aquí, introduzca también su contraseña.
phone-invalid = Este número no es válido en el país elegido. Compruebe el prefijo del país y los dígitos.
phone-not-mobile = No se pueden enviar mensajes de texto a este tipo de número. Use un número móvil.
phone-country-not-allowed = No se pueden enviar mensajes de texto a este país. Use un número de uno de los países de la lista.
phone-country-not-of-organization = Su organización no admite números de este país. Use uno de un país de la lista o consulte a una persona con el rol de propietario.
phone-unchanged = Este ya es su número de teléfono. Introduzca otro.
phone-too-many-messages = Hoy se han solicitado demasiados mensajes de texto. Inténtelo de nuevo mañana.
phone-reserved = Este número perteneció a otra cuenta hasta hace poco y puede volver a ella. Use otro número o vuelva a intentarlo dentro de una semana.
phone-not-pending = Este cambio ya no espera ningún código: se terminó, se reemplazó o se canceló. Vuelva a empezar si aún quiere cambiar el número.
phone-code-expired = Este código ha caducado. Solicite uno nuevo.
phone-code-malformed = El código tiene exactamente seis dígitos. Consulte el mensaje de texto y escríbalos todos.
phone-code-wrong = Este no es el código que se envió. Revise el mensaje de texto.
phone-code-used-up = Se introdujeron demasiados códigos incorrectos, así que este ya no sirve. Cancele y vuelva a empezar para obtener uno nuevo.
phone-resend-too-soon = Se acaba de enviar un código. Podrá enviarse de nuevo en { $wait } min.
phone-no-resends = El código no se puede enviar de nuevo. Compruebe el número, o cancele y vuelva a empezar.

## Language and region

region-language-unknown = Perfil no habla este idioma. Elija uno de la lista.
region-country-unknown = Este país no está en la lista. Elija uno de ella.
region-time-zone-unknown = Esta zona horaria no está en la lista. Elija una de ella.

## Notifications

notification-no-phone = Para recibir SMS hace falta un número de teléfono verificado, y usted no tiene ninguno. Añada uno primero o elija el correo.
notification-not-an-amount = Esto no es un importe. Escríbalo en cifras, por ejemplo 50 o 50,00, o deje el campo vacío para no recibir avisos.
notification-no-channel = Un saldo mínimo necesita una forma de avisarle. Marque correo o SMS en «Saldo bajo», o vacíe el mínimo.
notification-not-below = No se ha enviado nada: el saldo no está por debajo de su mínimo, o ya ha recibido el aviso.
notification-not-a-time = Indique dos horas, por ejemplo 22:00 y 07:00, o ninguna.

## Roles

role-last-owner = Una organización siempre necesita un propietario, y este es el único. Asigne primero ese rol a otra persona.
role-stale = Mientras tanto, este rol se cambió en otro lugar. La lista muestra ahora el actual. Si mantiene su elección, pulse de nuevo el botón.
role-yourself = No puede desactivar su propia cuenta. Otro propietario puede hacerlo.
role-unchanged = Este ya es el rol. Elija otro.
role-reason-missing = Explique en pocas palabras para qué se necesita el rol.
role-reason-too-long = Este motivo es demasiado largo. Use como máximo { $max } caracteres.
role-asked-before = Ya ha solicitado un rol y aún no se ha decidido. Retire esa solicitud antes de hacer otra.
role-decided = Mientras tanto, esta solicitud se decidió o se retiró. No queda nada por hacer.

## La organización misma

organization-currency-invalid = Este no es un código de moneda. Introduzca sus tres letras, por ejemplo EUR.
organization-currency-in-use = La moneda no se puede cambiar porque hay guardado en ella un saldo o el saldo mínimo de alguien. Cuando no haya ninguno, podrá cambiarla.
organization-password-min-outside = Introduzca un número entero de { $min } a { $max }, o deje el campo vacío.
organization-sms-country-not-allowed = No se pueden enviar mensajes de texto a uno de estos países. Elija de la lista.
organization-stale = Mientras tanto, estos ajustes se guardaron en otro lugar. Lo que usted introdujo sigue aquí y, donde ahora hay otra cosa guardada, se indica. Si mantiene lo suyo, pulse de nuevo el botón.

## Invitations

invite-member = Esta dirección ya pertenece a un miembro de su organización. Búsquela en la lista de miembros.
invite-waiting = Esta dirección ya se ha invitado. Si el correo no ha llegado, reenvíe esa invitación.
invite-role = No puede invitar a personas con este rol. Elija otro.
invite-too-many = Ya hay { $max } invitaciones a la espera de respuesta y no puede haber más. Revoque las que ya no se necesiten y vuelva a intentarlo.
invite-over = Mientras tanto, esta invitación se aceptó o se revocó. La lista muestra ahora las que quedan.
join-has-account = Ya existe una cuenta con esta dirección, así que no se ha creado otra.

## Keys of an organization

key-name-empty = Escriba un nombre, por ejemplo el del programa que usará la clave.
key-name-too-long = Este nombre es demasiado largo. Use como máximo { $max } caracteres.
key-name-unprintable = Este nombre contiene un carácter que no se puede mostrar, como un salto de línea. Vuelva a escribirlo sin él.
key-no-scope = Marque al menos una de las cosas que permite la clave.
key-too-many = La organización ya tiene { $max } claves y no puede haber más. Revoque una que ya no se necesite y vuelva a intentarlo.
key-over = Esta clave ya no sirve o ya se está sustituyendo. La lista muestra ahora su estado.

## A page of one sentence, where no other can be shown

problem-back = Volver al inicio

## Your data

privacy-password-wrong = Esta no es su contraseña. Compruébela e inténtelo de nuevo.
privacy-sole-owner = Usted es el único propietario que queda, y una organización siempre necesita uno. Asigne primero ese rol a otra persona.
