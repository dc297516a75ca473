//! No page in any state has a fault that axe-core finds, in light and dark, from left to right and from right to left.

use crate::tour::{Demo, tour, tour_of_the_demo};
use crate::tour_of_links::tour_of_links;
use perfil_tests::browser::{Browser, Scheme, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::{OWNER, Scene};

/// The faults found so far, each with its state.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Another scheme has other colours, and nothing else is another.
    async fn look(&mut self, browser: &Browser, state: &str) {
        self.note(state, Scheme::Light, browser.accessibility_faults().await);
        browser.prefers(Scheme::Dark).await;
        self.note(state, Scheme::Dark, browser.colour_faults().await);
        browser.prefers(Scheme::Light).await;
    }

    fn note(&mut self, state: &str, scheme: Scheme, faults: Vec<String>) {
        self.0.extend(faults.into_iter().map(|fault| format!("{state}, {}: {fault}", scheme.as_str())));
    }
}

async fn axe_finds_nothing(setup: Setup) {
    let mut faults = Faults::default();
    let scene = Scene::start().await;
    let browser = Browser::open(&scene.server, setup).await;
    tour(&browser, &scene, &OWNER, async |state: &str| faults.look(&browser, state).await).await;
    browser.close().await;
    let demo = Demo::start().await;
    let browser = Browser::open_at(demo.origin(), setup).await;
    tour_of_the_demo(&browser, &demo, async |state: &str| faults.look(&browser, state).await).await;
    browser.close().await;
    assert!(faults.0.is_empty(), "axe-core finds {}:\n{}", faults.0.len(), faults.0.join("\n"));
}

async fn axe_finds_nothing_behind_links(setup: Setup) {
    let mut faults = Faults::default();
    let letters = Letters::start().await;
    let browser = Browser::open(&letters.server, setup).await;
    tour_of_links(&browser, &letters, &OWNER, async |state: &str| faults.look(&browser, state).await).await;
    browser.close().await;
    assert!(faults.0.is_empty(), "axe-core finds {}:\n{}", faults.0.len(), faults.0.join("\n"));
}

#[tokio::test]
async fn axe_finds_nothing_behind_links_in_english() {
    axe_finds_nothing_behind_links(Setup::ENGLISH).await;
}

#[tokio::test]
async fn axe_finds_nothing_behind_links_in_arabic() {
    axe_finds_nothing_behind_links(Setup::ARABIC).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_english() {
    axe_finds_nothing(Setup::ENGLISH).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_arabic() {
    axe_finds_nothing(Setup::ARABIC).await;
}
