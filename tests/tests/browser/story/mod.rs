//! The whole way through the settings, once in each language.

mod leaving;
mod password;
mod phone;
mod signing_in;
mod user;

use crate::stage::{Stage, owner_with};
use perfil_tests::Person;
use perfil_tests::browser::{Browser, Setup};

/// What one story is about.
struct Story {
    stage: Stage,
    /// Who it is about.
    person: Person,
    /// The number that is asked for by mistake, as a person types it.
    mistaken: Number,
    /// The number that is meant.
    new: Number,
    /// The browser that the story is told in.
    browser: Browser,
    /// Another browser of the same person.
    other: Browser,
}

/// A German number, of the range that the Bundesnetzagentur keeps for films.
#[derive(Clone, Copy)]
struct Number {
    typed: &'static str,
    national: &'static str,
    international: &'static str,
    e164: &'static str,
}

async fn tell(setup: Setup, old: &'static str, mistaken: Number, new: Number) {
    let person = owner_with(old);
    let stage = Stage::with(std::slice::from_ref(&person)).await;
    let browser = Browser::open(&stage.server, setup).await;
    let other = Browser::open(&stage.server, setup).await;
    let story = Story { stage, person, mistaken, new, browser, other };
    story.signs_in().await;
    story.looks_around().await;
    story.changes_the_name().await;
    story.changes_the_password().await;
    story.the_other_browser_is_signed_out().await;
    story.asks_for_a_code_to_a_mistaken_number().await;
    story.waits_for_the_code().await;
    story.the_other_browser_asks_for_the_password().await;
    story.puts_the_number_right().await;
    story.enters_the_code().await;
    story.both_numbers_are_told().await;
    story.removes_the_number().await;
    story.signs_out().await;
    story.browser.close().await;
    story.other.close().await;
}

#[tokio::test]
async fn the_story_in_english() {
    let mistaken = Number {
        typed: "01713920010",
        national: "0171 3920010",
        international: "+49 171 3920010",
        e164: "+491713920010",
    };
    let new = Number {
        typed: "0171-3920011",
        national: "0171 3920011",
        international: "+49 171 3920011",
        e164: "+491713920011",
    };
    tell(Setup::ENGLISH, "+447700900201", mistaken, new).await;
}

#[tokio::test]
async fn the_story_in_german() {
    let mistaken = Number {
        typed: "0171 3920060",
        national: "0171 3920060",
        international: "+49 171 3920060",
        e164: "+491713920060",
    };
    let new = Number {
        typed: "+49 171 3920061",
        national: "0171 3920061",
        international: "+49 171 3920061",
        e164: "+491713920061",
    };
    tell(Setup::GERMAN, "+447700900206", mistaken, new).await;
}

#[tokio::test]
async fn the_story_in_spanish() {
    let mistaken = Number {
        typed: "0171 3920070",
        national: "0171 3920070",
        international: "+49 171 3920070",
        e164: "+491713920070",
    };
    let new = Number {
        typed: "+49 171 3920071",
        national: "0171 3920071",
        international: "+49 171 3920071",
        e164: "+491713920071",
    };
    tell(Setup::SPANISH, "+447700900207", mistaken, new).await;
}

#[tokio::test]
async fn the_story_in_arabic() {
    let mistaken = Number {
        typed: "٠١٧١٣٩٢٠٠٢٠",
        national: "0171 3920020",
        international: "+49 171 3920020",
        e164: "+491713920020",
    };
    let new = Number {
        typed: "0049 171 3920021",
        national: "0171 3920021",
        international: "+49 171 3920021",
        e164: "+491713920021",
    };
    tell(Setup::ARABIC, "+447700900202", mistaken, new).await;
}
