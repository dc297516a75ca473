//! Notifications of the desktop: shown by whatever shows them on the session's bus, and a click leads to a page.

use perfil_models::client::Notice;
use perfil_models::next::safe_next;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc::UnboundedSender;
use zbus::export::ordered_stream::OrderedStreamExt;
use zbus::zvariant::Value;

/// The name of the app's `.desktop` file, by which the desktop finds icon and name.
const DESKTOP_ENTRY: &str = "perfil-desktop";
const NAME: &str = "Perfil";
/// A click on the notification itself.
const DEFAULT: &str = "default";
/// As long as the desktop thinks right.
const USUAL_TIME: i32 = -1;
const REMEMBERED: usize = 128;

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Notifications {
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[allow(clippy::too_many_arguments)]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

/// Shows notices. Where nothing on the bus shows notifications, it does nothing.
pub(crate) struct Notices {
    proxy: Option<NotificationsProxy<'static>>,
    takes_markup: bool,
    shown: Arc<Mutex<Shown>>,
}

/// What was shown: the desktop's number of what still stands, with the page that it leads to, and the ids of all.
#[derive(Default)]
struct Shown {
    paths: HashMap<u32, String>,
    ids: VecDeque<String>,
}

impl Notices {
    /// Connects to the session's bus; the path of a notice that is clicked goes to `clicks`.
    pub(crate) async fn start(clicks: UnboundedSender<String>) -> Self {
        let shown = Arc::new(Mutex::new(Shown::default()));
        let (proxy, takes_markup) = match connect(&shown, clicks).await {
            Ok((proxy, takes_markup)) => (Some(proxy), takes_markup),
            Err(why) => {
                tracing::info!("no notifications: {why}");
                (None, false)
            }
        };
        Self { proxy, takes_markup, shown }
    }

    /// Shows a notice, once; `open` is what a click does, in words.
    pub(crate) async fn show(&self, notice: &Notice, open: &str) {
        let Some(proxy) = &self.proxy else { return };
        if !lock(&self.shown).is_new(&notice.id) {
            return;
        }
        let body = if self.takes_markup { escaped(&notice.body) } else { notice.body.clone() };
        let hints = HashMap::from([("desktop-entry", Value::from(DESKTOP_ENTRY))]);
        let actions = [DEFAULT, open];
        let number = proxy.notify(NAME, 0, DESKTOP_ENTRY, &notice.title, &body, &actions, hints, USUAL_TIME).await;
        match number {
            Ok(number) => _ = lock(&self.shown).paths.insert(number, safe_next(&notice.path).to_owned()),
            Err(why) => tracing::warn!("a notification could not be shown: {why}"),
        }
    }
}

async fn connect(
    shown: &Arc<Mutex<Shown>>,
    clicks: UnboundedSender<String>,
) -> zbus::Result<(NotificationsProxy<'static>, bool)> {
    let connection = zbus::Connection::session().await?;
    let proxy = NotificationsProxy::new(&connection).await?;
    let takes_markup = proxy.get_capabilities().await?.iter().any(|name| name == "body-markup");
    let mut clicked = proxy.receive_action_invoked().await?;
    let mut closed = proxy.receive_notification_closed().await?;
    let shown = shown.clone();
    tokio::spawn(async move {
        loop {
            tokio::select! {
                biased;
                click = clicked.next() => {
                    let Some(click) = click else { return };
                    let path = click.args().ok().and_then(|args| lock(&shown).paths.remove(args.id()));
                    if path.is_some_and(|path| clicks.send(path).is_err()) {
                        return;
                    }
                }
                close = closed.next() => {
                    let Some(close) = close else { return };
                    if let Ok(args) = close.args() {
                        lock(&shown).paths.remove(args.id());
                    }
                }
            }
        }
    });
    Ok((proxy, takes_markup))
}

impl Shown {
    fn is_new(&mut self, id: &str) -> bool {
        if self.ids.iter().any(|shown| shown == id) {
            return false;
        }
        if self.ids.len() == REMEMBERED {
            self.ids.pop_front();
        }
        self.ids.push_back(id.to_owned());
        true
    }
}

fn lock(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As the specification's markup writes text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests;
