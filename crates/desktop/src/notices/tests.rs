use super::*;
use crate::own_bus::{is_alone, on_own_bus, without_bus};
use perfil_models::client::NoticeKind;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

const OBJECT: &str = "/org/freedesktop/Notifications";
const NUMBER: u32 = 7;

/// What shows notifications, in place of a desktop: title, body and actions go to the test.
struct Desktop {
    shown: UnboundedSender<(String, String, Vec<String>)>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "body-markup"].map(str::to_owned).to_vec()
    }

    #[allow(clippy::too_many_arguments)]
    fn notify(
        &self,
        _app_name: String,
        _replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expire_timeout: i32,
    ) -> u32 {
        self.shown.send((summary, body, actions)).expect("a test that listens");
        NUMBER
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action_key: &str) -> zbus::Result<()>;
}

fn notice() -> Notice {
    Notice {
        id: "1".to_owned(),
        kind: NoticeKind::LowCredit,
        title: "Low credit".to_owned(),
        body: "4 € < 5 €".to_owned(),
        path: "/settings/notifications".to_owned(),
    }
}

async fn next<T>(receiver: &mut UnboundedReceiver<T>) -> T {
    timeout(Duration::from_secs(10), receiver.recv()).await.expect("in time").expect("something")
}

#[tokio::test]
async fn a_click_leads_to_the_page() {
    if !is_alone(module_path!(), "a_click_leads_to_the_page", on_own_bus) {
        return;
    }
    let (shown, mut seen) = unbounded_channel();
    let desktop = zbus::connection::Builder::session().expect("a bus");
    let desktop = desktop.name("org.freedesktop.Notifications").expect("a name");
    let desktop = desktop.serve_at(OBJECT, Desktop { shown }).expect("a path").build().await.expect("a desktop");

    let (clicks, mut clicked) = unbounded_channel();
    let notices = Notices::start(clicks).await;
    notices.show(&notice(), "Open").await;
    notices.show(&notice(), "Open").await;
    let actions = vec!["default".to_owned(), "Open".to_owned()];
    assert_eq!(next(&mut seen).await, ("Low credit".to_owned(), "4 € &lt; 5 €".to_owned(), actions));
    assert!(seen.try_recv().is_err(), "the same notice is shown once");

    let there = desktop.object_server().interface::<_, Desktop>(OBJECT).await.expect("the desktop");
    for number in [NUMBER + 1, NUMBER] {
        Desktop::action_invoked(there.signal_emitter(), number, DEFAULT).await.expect("a click");
    }
    assert_eq!(next(&mut clicked).await, "/settings/notifications");
    assert!(clicked.try_recv().is_err());
}

#[tokio::test]
async fn nothing_breaks_without_a_bus() {
    if !is_alone(module_path!(), "nothing_breaks_without_a_bus", without_bus) {
        return;
    }
    let (clicks, _clicked) = unbounded_channel();
    Notices::start(clicks).await.show(&notice(), "Open").await;
}

#[test]
fn the_same_notice_is_shown_once() {
    let mut shown = Shown::default();
    assert!(shown.is_new("a") && shown.is_new("b"));
    assert!(!shown.is_new("a"));
    (0..REMEMBERED).for_each(|number| assert!(shown.is_new(&number.to_string())));
    assert!(shown.is_new("a"));
}

#[test]
fn text_is_no_markup() {
    assert_eq!(escaped("<b>A & B</b>"), "&lt;b&gt;A &amp; B&lt;/b&gt;");
}
