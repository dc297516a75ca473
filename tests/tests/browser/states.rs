//! Every page in every state: axe-core finds no fault in it, in light and dark, from left to right and from right to left,
//! and nothing is to be scrolled to sideways. With `PERFIL_PICTURES` set, pictures of all that land in `shots/`, for
//! somebody to look at.

use crate::tour::{Demo, tour, tour_of_the_demo};
use crate::tour_of_links::tour_of_links;
use perfil_tests::browser::{Browser, Scheme, Setup, Size};
use perfil_tests::letters::Letters;
use perfil_tests::{MEMBER, OWNER, Person, Scene, Server};

const DESK: Size = Size::ALL[2];

/// Looks at pages, and remembers what is wrong with them.
struct Critic {
    prefix: &'static str,
    sizes: &'static [Size],
    uses_axe: bool,
    faults: Vec<String>,
}

impl Critic {
    fn new(prefix: &'static str) -> Self {
        Self { prefix, sizes: &Size::ALL, uses_axe: true, faults: Vec::new() }
    }

    async fn look(&mut self, browser: &Browser, state: &str) {
        if self.uses_axe {
            self.ask_axe(browser, state).await;
        }
        for size in self.sizes {
            browser.resize(*size).await;
            let beside = browser.overflow().await;
            if beside > 0 {
                self.faults.push(format!("{state} at {} pixels: one must scroll {beside} pixels sideways", size.width));
            }
            for scheme in Scheme::ALL {
                let name = format!("{}-{state}-{}-{}", self.prefix, size.width, scheme.as_str());
                browser.picture_in(scheme, &name, *size).await;
            }
        }
        browser.resize(DESK).await;
    }

    /// Another scheme has other colours, and nothing else is another.
    async fn ask_axe(&mut self, browser: &Browser, state: &str) {
        let mut faults = browser.accessibility_faults().await;
        browser.prefers(Scheme::Dark).await;
        faults.extend(browser.colour_faults().await.into_iter().map(|fault| format!("dark: {fault}")));
        browser.prefers(Scheme::Light).await;
        self.faults.extend(faults.into_iter().map(|fault| format!("{state}: {fault}")));
    }

    async fn tour(&mut self, setup: Setup, scene: &Scene, person: &Person) {
        let browser = Browser::open(&scene.server, setup).await;
        browser.resize(DESK).await;
        tour(&browser, scene, person, async |state: &str| self.look(&browser, state).await).await;
        browser.close().await;
    }

    async fn tour_of_links(&mut self, setup: Setup) {
        let letters = Letters::start().await;
        let browser = Browser::open(&letters.server, setup).await;
        browser.resize(DESK).await;
        tour_of_links(&browser, &letters, &OWNER, async |state: &str| self.look(&browser, state).await).await;
        browser.close().await;
    }

    async fn tour_of_the_demo(&mut self, setup: Setup) {
        let demo = Demo::start().await;
        let browser = Browser::open_at(demo.origin(), setup).await;
        browser.resize(DESK).await;
        tour_of_the_demo(&browser, &demo, async |state: &str| self.look(&browser, state).await).await;
        browser.close().await;
    }

    fn judge(self) {
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

#[tokio::test]
async fn no_state_has_a_fault_in_english() {
    let mut critic = Critic::new("en");
    critic.tour(Setup::ENGLISH, &Scene::start().await, &OWNER).await;
    critic.tour_of_the_demo(Setup::ENGLISH).await;
    critic.judge();
}

#[tokio::test]
async fn no_state_has_a_fault_in_arabic() {
    let mut critic = Critic::new("ar");
    critic.tour(Setup::ARABIC, &Scene::start().await, &OWNER).await;
    critic.tour_of_the_demo(Setup::ARABIC).await;
    critic.judge();
}

#[tokio::test]
async fn no_state_behind_links_has_a_fault_in_english() {
    let mut critic = Critic::new("en");
    critic.tour_of_links(Setup::ENGLISH).await;
    critic.judge();
}

#[tokio::test]
async fn no_state_behind_links_has_a_fault_in_arabic() {
    let mut critic = Critic::new("ar");
    critic.tour_of_links(Setup::ARABIC).await;
    critic.judge();
}

/// Words as long as German allows, on a telephone and at 200 % zoom.
#[tokio::test]
async fn no_state_is_too_wide_with_long_words() {
    const LONG: Person = Person {
        name: "Donaudampfschifffahrtsgesellschaftskapitänin Rindfleischetikettierungs",
        organization: "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsamt",
        ..OWNER
    };
    const SIZES: [Size; 2] = [Size::ALL[0], Size::ZOOMED];
    const COLLEAGUE: Person = Person { organization: LONG.organization, ..MEMBER };
    let mut critic = Critic { sizes: &SIZES, uses_axe: false, ..Critic::new("long") };
    let scene = Scene::of(Server::builder().people(&[LONG, COLLEAGUE])).await;
    critic.tour(Setup::ENGLISH, &scene, &LONG).await;
    critic.tour_of_links(Setup::GERMAN).await;
    critic.judge();
}
