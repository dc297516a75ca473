//! What a browser tells about itself, made short. Only the big ones are known by name: in a list of one's own sessions no
//! name is better than a wrong one.

use crate::{Client, Transport};
use perfil_models::view::Device;

/// `(mark, name)` of browsers. The first mark that is found counts: most browsers claim to be others as well.
const BROWSERS: [(&str, &str); 15] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("OPT/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex Browser"),
    ("Ddg/", "DuckDuckGo"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", SAFARI),
];

/// On other systems than Apple's, `Safari/` alone is some browser that has not said its name.
const SAFARI: &str = "Safari";

/// `(mark, name)` of operating systems, likewise.
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Macintosh", "macOS"),
    ("Windows NT", "Windows"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("FreeBSD", "FreeBSD"),
    ("Linux", "Linux"),
];

/// How many of the systems are Apple's.
const OF_APPLE: usize = 3;

/// The device that describes itself so; [`Transport::Bearer`] is the desktop app.
pub(crate) fn device(user_agent: &str, transport: &str) -> Device {
    let is_app = transport == Transport::Bearer.as_str();
    let system = first_in(&SYSTEMS, user_agent);
    let on_apple = SYSTEMS[..OF_APPLE].iter().any(|(_, name)| *name == system);
    let browser = first_in(&BROWSERS, user_agent);
    let is_named = !is_app && (browser != SAFARI || on_apple);
    Device { browser: if is_named { browser.to_owned() } else { String::new() }, system: system.to_owned(), is_app }
}

/// What the client of a request is, in one line.
pub(crate) fn of_client(client: &Client) -> String {
    in_short(&device(&client.user_agent, client.transport.as_str()))
}

/// A device in one line that no language changes, for the detail of an event: `Firefox · Windows`.
pub(crate) fn in_short(device: &Device) -> String {
    let name = if device.is_app { "Perfil" } else { &device.browser };
    let parts = [name, &device.system];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn first_in(table: &[(&'static str, &'static str)], user_agent: &str) -> &'static str {
    table.iter().find(|(mark, _)| user_agent.contains(mark)).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(user_agent: &str) -> String {
        in_short(&device(user_agent, "cookie"))
    }

    #[test]
    fn the_big_browsers_are_known() {
        for (user_agent, name) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Windows"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 \
                 Safari/537.36 Edg/141.0.0.0",
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.6 Safari/605.1.15",
                "Safari · macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 CriOS/141.0.0.0 Mobile/15E148 Safari/604.1",
                "Chrome · iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 \
                 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet · Android",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 \
                 Safari/537.36",
                "Chrome · ChromeOS",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 \
                 Safari/537.36",
                "Chrome · Linux",
            ),
            ("Mozilla/5.0 (Windows NT 6.1) Chrome/109.0.0.0 Safari/537.36 OPR/95.0.0.0", "Opera · Windows"),
        ] {
            assert_eq!(told(user_agent), name, "{user_agent}");
        }
    }

    #[test]
    fn an_unknown_one_gets_no_name() {
        assert_eq!(told(""), "");
        assert_eq!(told("curl/8.14.1"), "");
        assert_eq!(told("Mozilla/5.0 (Linux; U; Android 4.4) Version/4.0 Mobile Safari/534.30"), "Android");
        assert_eq!(told("<b>\r\nSomething"), "");
    }

    #[test]
    fn the_app_is_no_browser() {
        let app = device("Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36", "bearer");
        assert_eq!(app, Device { browser: String::new(), system: "Linux".into(), is_app: true });
        assert_eq!(in_short(&app), "Perfil · Linux");
    }
}
