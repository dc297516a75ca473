//! What the stories begin with.

use perfil_tests::Person;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;

/// Fills in the sign-in page, so that the app stays signed in, and goes on to the first page.
pub async fn sign_in(desk: &Desk, words: &Words, person: &Person) {
    desk.arrives(&words.say("sign-in-title")).await;
    desk.fill(&words.say("sign-in-email"), person.email).await;
    desk.fill(&words.say("sign-in-password"), person.password).await;
    desk.click("checkbox", &words.say("sign-in-remember")).await;
    desk.click("button", &words.say("sign-in-button")).await;
    desk.arrives(&words.say("user-title")).await;
    desk.reads(person.name).await;
}

/// Goes to a section of the settings by the list beside them.
pub async fn go_to(desk: &Desk, words: &Words, section: &str, title: &str) {
    desk.click("link", &words.say(section)).await;
    desk.arrives(&words.say(title)).await;
}

/// Asks for a code to a new number.
pub async fn ask_for_code(desk: &Desk, words: &Words, person: &Person, number: &str) {
    desk.fill(&words.say("phone-number"), number).await;
    desk.fill(&words.say("contact-password"), person.password).await;
    desk.click("button", &words.say("phone-change-button")).await;
}
