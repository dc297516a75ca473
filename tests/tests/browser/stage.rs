//! Where the stories play: the program with a real mail server and a real SMS gateway.

use perfil_tests::browser::Browser;
use perfil_tests::kannel::Kannel;
use perfil_tests::mail::MailServer;
use perfil_tests::{OWNER, Person, Server};

/// The program and its peers.
pub struct Stage {
    /// The program.
    pub server: Server,
    /// Where its mails arrive.
    pub mail: MailServer,
    /// Where its text messages arrive, together with those of other tests: each test has numbers of its own.
    pub phones: &'static Kannel,
}

impl Stage {
    /// With these people.
    pub async fn with(people: &[Person]) -> Self {
        let mail = MailServer::start().await;
        let phones = Kannel::shared().await;
        let server = Server::builder().people(people).smtp(mail.url()).sms(phones.url()).start().await;
        Self { server, mail, phones }
    }
}

/// An owner with that number.
pub const fn owner_with(phone: &'static str) -> Person {
    Person { phone: Some(phone), ..OWNER }
}

/// Fills in the sign-in form and sends it.
pub async fn sign_in(browser: &Browser, email: &str, password: &str) {
    browser.fill("#sign-in-email", email).await;
    browser.fill("#sign-in-password", password).await;
    browser.click("#sign-in button[type=submit]").await;
}

/// Signs in and goes on to that page.
pub async fn enter(browser: &Browser, person: &Person, path: &str) {
    browser.visit("/sign-in").await;
    sign_in(browser, person.email, person.password).await;
    browser.arrive("/settings/user").await;
    browser.visit(path).await;
}

/// Opens the drop-down.
pub async fn open_menu(browser: &Browser) {
    browser.click("#account-menu-button").await;
    browser.sees("#account-menu").await;
}

/// Clicks on something in the middle of the window, where the top bar does not cover it.
pub async fn press(browser: &Browser, css: &str) {
    browser.sees(css).await;
    let bring = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
    browser.evaluate(bring, &[css.into()]).await;
    browser.click(css).await;
}

/// Asks for a code to a new number; the country is chosen already.
pub async fn ask_for_code(browser: &Browser, number: &str, password: &str) {
    browser.fill("#change-phone-number", number).await;
    browser.fill("#change-phone-password", password).await;
    browser.click("#change-phone button[type=submit]").await;
}
