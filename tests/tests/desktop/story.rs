//! The whole way: sign in, change the number, read from right to left, come back, be signed out from elsewhere.

use crate::stage::{ask_for_code, go_to, sign_in};
use perfil_tests::browser::{Words, plain};
use perfil_tests::desk::{Desk, Node};
use perfil_tests::kannel::Kannel;
use perfil_tests::{Client, OWNER, Person, Server};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long the app may take to notice that it was signed out elsewhere.
const NOTICE: Duration = Duration::from_secs(5);

const PERSON: Person = Person { phone: Some("+447700900361"), ..OWNER };
const NEW: &str = "+447700900362";
const AS_TYPED: &str = "+44 7700 900362";

/// What one story is about.
struct Story {
    server: Server,
    phones: &'static Kannel,
    desk: Desk,
    english: Words,
    arabic: Words,
}

#[tokio::test]
async fn the_story() {
    let phones = Kannel::shared().await;
    let server = Server::builder().people(&[PERSON]).sms(phones.url()).start().await;
    let (english, arabic) = (Words::load("en"), Words::load("ar"));
    let mut story = Story { server, phones, desk: Desk::start().await, english, arabic };
    story.desk.open(&story.server.origin).await;
    sign_in(&story.desk, &story.english, &PERSON).await;
    story.changes_the_number().await;
    story.reads_from_right_to_left().await;
    story.comes_back().await;
    story.is_signed_out_from_elsewhere().await;
    story.desk.close().await;
}

impl Story {
    async fn changes_the_number(&self) {
        let (desk, words) = (&self.desk, &self.english);
        go_to(desk, words, "section-phone", "phone-title").await;
        ask_for_code(desk, words, &PERSON, AS_TYPED).await;
        desk.is_at(&words.say("phone-code")).await;
        desk.reads(AS_TYPED).await;
        desk.picture("desktop-en-phone").await;
        desk.type_text(&self.phones.wait_for_code(NEW, 1).await).await;
        desk.reads(&words.say("done-validate-phone")).await;
        desk.no_longer_reads(&words.say("phone-pending-title")).await;
        assert_eq!(self.server.database.phone(PERSON.email).await.as_deref(), Some(NEW));
    }

    async fn reads_from_right_to_left(&self) {
        let (desk, words) = (&self.desk, &self.arabic);
        go_to(desk, &self.english, "section-region", "region-title").await;
        assert!(self.sections_are_on_the_right(&self.english).await.is_lt(), "English begins at the left");
        desk.choose(&self.english.say("region-language"), "العربية").await;
        desk.click("button", &self.english.say("region-button")).await;
        desk.arrives(&words.say("region-title")).await;
        desk.reads(&words.say("done-change-region")).await;
        assert!(self.sections_are_on_the_right(words).await.is_gt(), "Arabic begins at the right");
        desk.picture("desktop-ar-region").await;
    }

    /// The middle of the list of sections, compared with that of the window.
    async fn sections_are_on_the_right(&self, words: &Words) -> std::cmp::Ordering {
        let sections = self.desk.sees("navigation", &words.say("sections-label")).await;
        sections.place.middle().0.cmp(&self.desk.window().await.middle().0)
    }

    /// Neither who is signed in nor the language is forgotten.
    async fn comes_back(&mut self) {
        self.desk.close().await;
        self.desk.reopen().await;
        self.desk.arrives(&self.arabic.say("user-title")).await;
        self.desk.reads(PERSON.name).await;
        assert!(self.sections_are_on_the_right(&self.arabic).await.is_gt());
    }

    async fn is_signed_out_from_elsewhere(&self) {
        let browser = self.server.client_of(&PERSON).await;
        let apps = apps(&browser).await;
        assert_eq!(apps.len(), 1, "the app has one session: {apps:?}");
        assert_eq!(apps[0]["device"]["system"], "Linux");
        browser.call("/api/sessions/revoke", json!({ "session": apps[0]["id"] })).await.expect(200);
        let revoked = Instant::now();
        self.desk.arrives(&self.english.say("desktop-ended-title")).await;
        let took = revoked.elapsed();
        println!("signed out {} ms after it was revoked", took.as_millis());
        assert!(took < NOTICE, "it took {took:?}");
        self.desk.picture("desktop-en-ended").await;
        self.desk.click("button", &self.english.say("desktop-ended-button")).await;
        // In the language that was seen last, or the system's: nobody is signed in who would have chosen one.
        let titles = [&self.english, &self.arabic].map(|words| plain(&words.say("sign-in-title")));
        let shows = |nodes: &[Node]| nodes.iter().find(|node| titles.contains(&node.name)).map(drop);
        self.desk.wait("the sign-in page", shows).await;
    }
}

/// The sessions of apps, as a browser is told of them.
async fn apps(browser: &Client) -> Vec<Value> {
    let seen = browser.call("/api/activity", json!({ "filter": "all" })).await.expect(200).json();
    let sessions = seen["sessions"].as_array().expect("sessions").iter();
    sessions.filter(|session| session["device"]["is_app"] == true).cloned().collect()
}
