//! What shows notifications on a desktop, as the Desktop Notifications Specification describes it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use zbus::Connection;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const LIMIT: Duration = Duration::from_secs(20);

/// A notification as it was asked for.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The program's name.
    pub app: String,
    /// The first line.
    pub title: String,
    /// What stands below it.
    pub body: String,
    /// Keys and labels by turns.
    pub actions: Vec<String>,
}

type Shown = Arc<Mutex<Vec<Notice>>>;

/// A desktop's notifications; dropped, there are none.
pub struct Notices {
    bus: Connection,
    shown: Shown,
}

impl Notices {
    /// Shows those of that session.
    pub(super) async fn on(bus: Connection) -> Self {
        let shown = Shown::default();
        bus.object_server().at(PATH, Service(shown.clone())).await.expect("nothing is at that path");
        bus.request_name(NAME).await.expect("nothing else shows notifications");
        Self { bus, shown }
    }

    /// All so far, the oldest first.
    pub fn all(&self) -> Vec<Notice> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for the `count`th.
    pub async fn wait_for(&self, count: usize) -> Notice {
        let what = format!("notification {count}");
        crate::wait::until(&what, LIMIT, async || self.all().get(count - 1).cloned()).await
    }

    /// Clicks on the `count`th.
    pub async fn click(&self, count: u32) {
        let action = (count, "default");
        let clicked = self.bus.emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &action);
        clicked.await.expect("the bus takes a signal");
    }
}

/// Numbers notifications by their place.
struct Service(Shown);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<&'static str> {
        vec!["actions", "body"]
    }

    fn get_server_information(&self) -> (&'static str, &'static str, &'static str, &'static str) {
        ("notices", "example.test", "1", "1.2")
    }

    fn close_notification(&self, _id: u32) {}

    #[allow(clippy::too_many_arguments)]
    fn notify(
        &self,
        app: String,
        _replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _milliseconds: i32,
    ) -> u32 {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.push(Notice { app, title, body, actions });
        shown.len() as u32
    }
}
