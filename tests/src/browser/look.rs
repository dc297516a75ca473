//! Size, colours and pictures of the page.

use super::Browser;
use serde_json::json;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use thirtyfour::support::base64_decode;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As CSS calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// How large a CSS pixel is: 2 at 200 % zoom.
    pub zoom: u32,
}

impl Size {
    /// A telephone, a tablet and a desk.
    pub const ALL: [Self; 3] = [Self::of(390, 844), Self::of(768, 1024), Self::of(1440, 900)];
    /// A window of 1440 pixels at 200 %.
    pub const ZOOMED: Self = Self { width: 720, height: 450, zoom: 2 };

    const fn of(width: u32, height: u32) -> Self {
        Self { width, height, zoom: 1 }
    }
}

/// Somebody has to look at them, and to take them all takes minutes.
static PICTURES_ARE_WANTED: LazyLock<bool> = LazyLock::new(|| std::env::var_os("PERFIL_PICTURES").is_some());

/// The folder for pictures, below the repository; it is not under version control.
pub fn shots() -> PathBuf {
    let folder = crate::browser::words::repository().join("shots");
    std::fs::create_dir_all(&folder).expect("the repository can be written to");
    folder
}

impl Browser {
    /// Asks pages for light or dark colours.
    pub async fn prefers(&self, scheme: Scheme) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme.as_str() }]);
        self.command("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Makes it a device without a mouse: pages are told that one points at them with a finger.
    pub async fn touches(&self) {
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.command("Emulation.setTouchEmulationEnabled", touch).await;
    }

    /// Changes the size of the window.
    pub async fn resize(&self, size: Size) {
        let Size { width, height, zoom } = size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// How many pixels of the page are beside the window: to see them, one would have to scroll sideways.
    pub async fn overflow(&self) -> i64 {
        const WIDTHS: &str = "
            const page = document.scrollingElement;
            return page.scrollWidth - page.clientWidth";
        self.evaluate(WIDTHS, &[]).await.as_i64().unwrap_or_default()
    }

    /// Where pictures are wanted, takes one of the whole page in those colours and in a window of that size, grown to the
    /// page's height, and keeps it under that name.
    pub async fn picture_in(&self, scheme: Scheme, name: &str, size: Size) {
        if !*PICTURES_ARE_WANTED {
            return;
        }
        self.prefers(scheme).await;
        self.picture(name, size).await;
        self.prefers(Scheme::Light).await;
    }

    async fn picture(&self, name: &str, size: Size) {
        const HEIGHT: &str = "return document.scrollingElement.scrollHeight";
        let height = self.evaluate(HEIGHT, &[]).await.as_u64().and_then(|height| u32::try_from(height).ok());
        self.resize(Size { height: height.unwrap_or(0).max(size.height), ..size }).await;
        self.settle().await;
        let answer = self.command("Page.captureScreenshot", json!({ "format": "png", "optimizeForSpeed": true })).await;
        let png = base64_decode(answer["data"].as_str().unwrap_or_default()).expect("a picture");
        std::fs::write(shots().join(format!("{name}.png")), png).expect("the folder can be written to");
        self.resize(size).await;
    }

    /// Waits until nothing moves any more: transitions, and layout after a change of size.
    pub async fn settle(&self) {
        const SETTLED: &str = "
            const done = arguments[0];
            const brief = it => it.effect?.getComputedTiming().endTime < 2000;
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const ends = document.getAnimations().filter(brief).map(it => it.finished);
                Promise.allSettled(ends).then(() => done('settled'));
            }));
            setTimeout(() => done('still moving'), 3000)";
        self.evaluate_later(SETTLED, &[]).await;
    }

    /// Leaves a picture of what was seen when a test gave up, and answers with its place.
    pub(super) async fn picture_of_failure(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("failure-{}-{}.png", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = shots().join(name);
        match self.driver.screenshot(&path).await {
            Ok(()) => path.display().to_string(),
            Err(why) => format!("none, {why}"),
        }
    }
}
