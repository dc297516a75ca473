//! Pictures of every page in every state, for somebody to look at; they land in `shots/`. What a machine can judge is
//! judged: nothing is to be scrolled to sideways.

use crate::tour::{Demo, tour, tour_of_the_demo};
use crate::tour_of_links::tour_of_links;
use perfil_tests::browser::{Browser, Scheme, Setup, Size};
use perfil_tests::letters::Letters;
use perfil_tests::{MEMBER, OWNER, Person, Scene, Server};

const DESK: Size = Size::ALL[2];

/// Takes pictures, and remembers what sticks out of the window.
struct Photographer {
    prefix: &'static str,
    sizes: &'static [Size],
    too_wide: Vec<String>,
}

impl Photographer {
    fn new(prefix: &'static str, sizes: &'static [Size]) -> Self {
        Self { prefix, sizes, too_wide: Vec::new() }
    }

    async fn take(&mut self, browser: &Browser, state: &str) {
        for size in self.sizes {
            browser.resize(*size).await;
            for scheme in Scheme::ALL {
                browser.prefers(scheme).await;
                let name = format!("{}-{state}-{}-{}", self.prefix, size.width, scheme.as_str());
                browser.picture(&name, *size).await;
            }
            let beside = browser.overflow().await;
            if beside > 0 {
                self.too_wide.push(format!("{state} at {} pixels: {beside}", size.width));
            }
        }
        browser.resize(DESK).await;
        browser.prefers(Scheme::Light).await;
    }

    async fn tour(&mut self, setup: Setup, scene: &Scene, person: &Person) {
        let browser = Browser::open(&scene.server, setup).await;
        browser.resize(DESK).await;
        tour(&browser, scene, person, async |state: &str| self.take(&browser, state).await).await;
        browser.close().await;
    }

    async fn tour_of_links(&mut self, setup: Setup, letters: &Letters, person: &Person) {
        let browser = Browser::open(&letters.server, setup).await;
        browser.resize(DESK).await;
        tour_of_links(&browser, letters, person, async |state: &str| self.take(&browser, state).await).await;
        browser.close().await;
    }

    async fn tour_of_the_demo(&mut self, setup: Setup) {
        let demo = Demo::start().await;
        let browser = Browser::open_at(demo.origin(), setup).await;
        browser.resize(DESK).await;
        tour_of_the_demo(&browser, &demo, async |state: &str| self.take(&browser, state).await).await;
        browser.close().await;
    }

    fn judge(self) {
        assert!(self.too_wide.is_empty(), "one must scroll sideways:\n{}", self.too_wide.join("\n"));
    }
}

#[tokio::test]
async fn screenshots_in_english() {
    let mut photographer = Photographer::new("en", &Size::ALL);
    photographer.tour(Setup::ENGLISH, &Scene::start().await, &OWNER).await;
    photographer.tour_of_the_demo(Setup::ENGLISH).await;
    photographer.judge();
}

#[tokio::test]
async fn screenshots_in_arabic() {
    let mut photographer = Photographer::new("ar", &Size::ALL);
    photographer.tour(Setup::ARABIC, &Scene::start().await, &OWNER).await;
    photographer.tour_of_the_demo(Setup::ARABIC).await;
    photographer.judge();
}

#[tokio::test]
async fn screenshots_of_links_in_english() {
    let mut photographer = Photographer::new("en", &Size::ALL);
    photographer.tour_of_links(Setup::ENGLISH, &Letters::start().await, &OWNER).await;
    photographer.judge();
}

#[tokio::test]
async fn screenshots_of_links_in_arabic() {
    let mut photographer = Photographer::new("ar", &Size::ALL);
    photographer.tour_of_links(Setup::ARABIC, &Letters::start().await, &OWNER).await;
    photographer.judge();
}

/// Words as long as German allows, on a telephone and at 200 % zoom.
#[tokio::test]
async fn screenshots_with_long_words() {
    const LONG: Person = Person {
        name: "Donaudampfschifffahrtsgesellschaftskapitänin Rindfleischetikettierungs",
        organization: "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsamt",
        ..OWNER
    };
    const SIZES: [Size; 2] = [Size::ALL[0], Size::ZOOMED];
    const COLLEAGUE: Person = Person { organization: LONG.organization, ..MEMBER };
    let mut photographer = Photographer::new("long", &SIZES);
    let scene = Scene::of(Server::builder().people(&[LONG, COLLEAGUE])).await;
    photographer.tour(Setup::ENGLISH, &scene, &LONG).await;
    photographer.tour_of_links(Setup::GERMAN, &Letters::start().await, &OWNER).await;
    photographer.judge();
}
