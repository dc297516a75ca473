//! Whether the person's desktop is light or dark, from the settings portal (org.freedesktop.portal.Settings).

use dioxus::desktop::tao::window::Theme;
use zbus::export::ordered_stream::OrderedStreamExt;
use zbus::proxy;
use zbus::zvariant::{OwnedValue, Value};

const NAMESPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

#[proxy(
    interface = "org.freedesktop.portal.Settings",
    default_service = "org.freedesktop.portal.Desktop",
    default_path = "/org/freedesktop/portal/desktop"
)]
trait Settings {
    fn read_one(&self, namespace: &str, key: &str) -> zbus::Result<OwnedValue>;

    /// What older portals have: the value, once more wrapped.
    fn read(&self, namespace: &str, key: &str) -> zbus::Result<OwnedValue>;

    #[zbus(signal)]
    fn setting_changed(&self, namespace: &str, key: &str, value: Value<'_>) -> zbus::Result<()>;
}

/// Tells the theme, and each time that it changes. Ends where there is no such portal; then GTK's own settings count.
pub(crate) async fn follow(mut tell: impl FnMut(Option<Theme>)) {
    if let Err(why) = try_to_follow(&mut tell).await {
        tracing::info!("the desktop does not tell whether it is dark: {why}");
    }
}

async fn try_to_follow(tell: &mut impl FnMut(Option<Theme>)) -> zbus::Result<()> {
    let settings = SettingsProxy::new(&zbus::Connection::session().await?).await?;
    let mut changes = settings.receive_setting_changed().await?;
    let value = match settings.read_one(NAMESPACE, KEY).await {
        Ok(value) => value,
        Err(_) => settings.read(NAMESPACE, KEY).await?,
    };
    tell(theme(&value));
    while let Some(change) = changes.next().await {
        let change = change.args()?;
        if change.namespace == NAMESPACE && change.key == KEY {
            tell(theme(&change.value));
        }
    }
    Ok(())
}

/// 1 is dark, 2 is light, everything else is no preference.
fn theme(value: &Value) -> Option<Theme> {
    match value {
        Value::Value(wrapped) => theme(wrapped),
        Value::U32(1) => Some(Theme::Dark),
        Value::U32(2) => Some(Theme::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_numbers_are_a_preference() {
        let of = |number: u32| theme(&Value::from(number));
        assert_eq!((of(0), of(1), of(2), of(3)), (None, Some(Theme::Dark), Some(Theme::Light), None));
        assert_eq!(theme(&Value::from("dark")), None);
        assert_eq!(theme(&Value::Value(Box::new(Value::from(1_u32)))), Some(Theme::Dark));
    }
}
