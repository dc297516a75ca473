# What the desktop app says by itself: its menu, and whatever it shows where no page of the server can be shown. $server is a
# server's name, such as account.example.com.

## The menu

desktop-menu-server = Servidor
desktop-menu-edit = Editar
desktop-menu-view = Ver
desktop-menu-settings = Configuración
desktop-menu-help = Ayuda
desktop-switch-server = Cambiar de servidor…
desktop-reload = Recargar
desktop-quit = Salir
desktop-cut = Cortar
desktop-copy = Copiar
desktop-paste = Pegar
desktop-select-all = Seleccionar todo
desktop-zoom-in = Acercar
desktop-zoom-out = Alejar
desktop-zoom-reset = Tamaño real
desktop-about = Acerca de Perfil
desktop-page-user = Datos de usuario
desktop-page-password = Contraseña
desktop-page-two-step = Inicio de sesión en dos pasos
desktop-page-email = Correo electrónico
desktop-page-phone = Número de teléfono
desktop-page-region = Idioma y región
desktop-page-notifications = Notificaciones
desktop-page-activity = Actividad de seguridad
desktop-page-privacy = Sus datos
desktop-page-organization = Configuración de la organización

## Choosing a server

desktop-welcome-title = Conéctese a su servidor de Perfil
desktop-welcome-lead = Quien administra Perfil puede decirle la dirección. Es la misma que abre en el navegador.
desktop-welcome-address = Dirección del servidor
desktop-welcome-hint = Por ejemplo, account.example.com
desktop-welcome-connect = Conectar
desktop-welcome-checking = Buscando Perfil en { $server }…
desktop-welcome-known = Servidores que ha usado
desktop-welcome-current = En uso
desktop-welcome-open = Abrir { $server }
desktop-welcome-forget = Olvidar
desktop-welcome-forget-server = Olvidar { $server }
desktop-welcome-back = Volver
desktop-welcome-set-aside = No se pudo leer la lista de sus servidores y ahora está vacía. La anterior se conservó como { $file }.

## Why an address does not work; $server is what was typed

desktop-check-not-an-address = Esto no es una dirección. Escriba una como account.example.com.
desktop-check-no-https = Perfil solo se conecta por https. Quite «http://» o pida la dirección https a quien administra el servidor.
desktop-check-no-such-name = No existe ningún servidor llamado { $server }. Compruebe la escritura y su conexión.
desktop-check-nobody-listens = Nadie responde en { $server }. Compruebe la dirección y su conexión, o inténtelo más tarde.
desktop-check-no-tls = El servidor de { $server } no ofrece una conexión segura (https). Compruebe la dirección o pregunte a quien lo administra.
desktop-check-untrusted = Este equipo no confía en el certificado de { $server }, así que alguien podría espiar la conexión. Pregunte a quien administra el servidor.
desktop-check-timed-out = { $server } no respondió en 10 segundos. Compruebe su conexión e inténtelo de nuevo.
desktop-check-not-perfil = { $server } responde, pero no es un servidor de Perfil. Compruebe la dirección.
desktop-check-app-too-old = { $server } necesita una versión más reciente de esta aplicación. Instale la actualización y vuelva a conectarse.
desktop-check-server-too-old = La versión de Perfil de { $server } es demasiado antigua para esta aplicación. Pida a quien administra el servidor que la actualice.

## Staying signed in without a keyring

desktop-keep-title = ¿Mantener la sesión iniciada en este equipo?
desktop-keep-text = Este equipo no tiene un llavero donde guardar su sesión de forma segura. Perfil puede guardarla en un archivo que solo su cuenta de usuario puede leer. Quien consiga ese archivo, por ejemplo de una copia de seguridad, podrá usar su cuenta hasta que usted cierre la sesión.
desktop-keep-yes = Mantener la sesión iniciada
desktop-keep-no = Iniciar sesión cada vez
desktop-keyring-locked = Su llavero está bloqueado. La sesión seguirá iniciada hasta que cierre Perfil.

## Where there is no connection

desktop-offline = No se puede acceder al servidor. Lo que ha escrito se queda aquí; no se envía nada hasta que usted vuelva a enviarlo.
desktop-offline-retry = Reintentar
desktop-connecting = Conectando con { $server }…

## Where the session is over

desktop-ended-title = Se ha cerrado su sesión
desktop-ended-text = Su sesión en este equipo ha terminado.
desktop-ended-button = Volver a iniciar sesión

## Where the server has moved on

desktop-too-old-title = Esta aplicación necesita una actualización
desktop-too-old-text = { $server } ya no funciona con esta versión de la aplicación. Instale la actualización y vuelva a abrir Perfil.

## Notifications and links

desktop-notice-open = Abrir
desktop-link-refused = Este enlace no lleva a ninguna página de Perfil, así que no se ha abierto.
desktop-link-unknown-server = Este enlace pertenece a { $server }, un servidor que aún no ha usado. Conéctese a él solo si le merece confianza.

## Where the server is in trouble; $status is the number of its answer

desktop-refused-title = Este servidor no se puede usar en este momento
desktop-refused-text = { $server } respondió con el error { $status }. Vuelva a intentarlo en un momento. Si sigue así, avise a quien administra el servidor.

## Files and forms; $file is where a file is, $reason is why not, in the words of the operating system

desktop-saved = Guardado como { $file }
desktop-saved-show = Mostrar carpeta
desktop-not-saved = No se pudo guardar el archivo: { $reason }
desktop-form-refused = El servidor no lo aceptó. Recargue la página y vuelva a intentarlo.
desktop-close = Cerrar
