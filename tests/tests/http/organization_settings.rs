//! The organization's own settings: who decides them, what is refused, and what follows from them.

use crate::functions::FUNCTIONS;
use perfil_models::Role;
use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::organization::ADMIN;
use perfil_tests::organization_settings::{SETTINGS_PAGE, form_of};
use perfil_tests::provisioning::{ada, with};
use perfil_tests::{
    Answer, BILLING, Client, MEMBER, NEW_PASSWORD, OWNER, Person, Platform, STRANGER, Scene, Server, WRONG_PASSWORD,
    html,
};
use serde_json::{Value, json};

const NELL: &str = "nell.novak@example.test";
/// A password that is long enough for everybody.
const LONG_PASSWORD: &str = "eleven lanterns over Oslo and a ferry";

async fn server() -> Server {
    Server::builder().people(&[OWNER, ADMIN, BILLING, MEMBER]).with(STRANGER).start().await
}

fn why(answer: &Answer) -> Value {
    json!([answer.status, answer.data()["problem"]["why"], answer.data()["problem"]["min"]])
}

fn too_short(min: usize) -> Value {
    json!([422, "too-short", min])
}

#[tokio::test]
async fn s66_s69_the_owner_alone_decides_and_of_the_own_organization() {
    let server = server().await;
    let paths =
        ["/api/organization/settings", "/api/organization/settings/save", "/api/organization/sign-everyone-out"];
    let bodies = paths.map(|path| FUNCTIONS.iter().find(|function| function.path == path).expect("a row").body());
    for person in [ADMIN, BILLING, MEMBER] {
        let client = server.client_of(&person).await;
        let before = server.database.snapshot().await;
        for (path, body) in paths.into_iter().zip(&bodies) {
            let call = client.post(path);
            let call = match body {
                Some(body) => call.json(body),
                None => call,
            };
            call.send().await.expect_error(403, "forbidden");
        }
        assert_eq!(client.page(SETTINGS_PAGE).await.status, 403, "{:?}", person.role);
        assert_eq!(server.database.snapshot().await, before, "{:?}", person.role);
    }
    server.client().see_organization_settings().await.expect_error(401, "signed-out");
    let stranger = server.client_of(&STRANGER).await;
    stranger.change_organization("name", "Inland Ltd").await.expect(200);
    let owner = server.client_of(&OWNER).await;
    assert_eq!(owner.organization_settings().await["name"], OWNER.organization, "nobody else's");
}

#[tokio::test]
async fn s68_who_is_no_owner_any_more_decides_nothing() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    let form = form_of(&owner.organization_settings().await);
    server.database.execute("UPDATE users SET role = 'member' WHERE role = 'owner'").await;
    owner.save_organization(form).await.expect_error(403, "forbidden");
    owner.sign_everyone_out(OWNER.password).await.expect_error(403, "forbidden");
}

#[tokio::test]
async fn what_is_decided_is_shown_and_noted() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    let begins = owner.organization_settings().await;
    let expected = json!([OWNER.organization, "EUR", false, null, null, null, null, [], 15, 64]);
    let fields = |settings: &Value| {
        let names = [
            "name",
            "currency",
            "has_amounts",
            "language",
            "country",
            "time_zone",
            "password_min",
            "sms_countries",
            "least_min",
            "most_min",
        ];
        json!(names.map(|name| settings[name].clone()))
    };
    assert_eq!(fields(&begins), expected);
    let form = json!({
        "name": " Harbour  & Sons ", "currency": "usd", "language": "de", "country": "AT", "time_zone": "Europe/Kiev",
        "password_min": "20", "sms_countries": ["GB", "DE", "GB"], "version": begins["version"],
    });
    let saved = owner.save_organization(form).await.expect(200).json();
    let expected = json!(["Harbour & Sons", "USD", false, "de", "AT", "Europe/Kyiv", 20, ["DE", "GB"], 15, 64]);
    assert_eq!(fields(&saved), expected);
    assert_eq!(owner.account().await["organization"], "Harbour & Sons");
    let noted = async || {
        let mut noted = server.database.audit(OWNER.organization).await;
        noted.sort();
        noted
    };
    let changed = [
        "currency-changed EUR USD",
        "defaults-changed – · – · – de · AT · Europe/Kyiv",
        "organization-renamed harbour Harbour & Sons",
        "password-min-changed – 20",
        "sms-countries-changed – DE GB",
    ];
    assert_eq!(noted().await, changed);
    owner.save_organization(form_of(&saved)).await.expect(200);
    assert_eq!(noted().await, changed, "nothing was changed");
    assert_eq!(owner.organization_settings().await["version"], saved["version"]);
}

#[tokio::test]
async fn each_bad_value_is_named_and_nothing_is_saved() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for (field, value, error) in [
        ("name", json!(""), "name-empty"),
        ("name", json!("   "), "name-empty"),
        ("name", json!("x".repeat(201)), "name-too-long"),
        ("name", json!("Harbour\nSons"), "name-unprintable"),
        ("name", json!("Harbour\u{202E}Sons"), "name-unprintable"),
        ("currency", json!(""), "not-a-currency"),
        ("currency", json!("EURO"), "not-a-currency"),
        ("currency", json!("€"), "not-a-currency"),
        ("language", json!("fr"), "unknown-language"),
        ("country", json!("ZZ"), "unknown-country"),
        ("time_zone", json!("Mars/Olympus"), "unknown-time-zone"),
        ("password_min", json!("14"), "password-min-outside"),
        ("password_min", json!("65"), "password-min-outside"),
        ("password_min", json!("-20"), "password-min-outside"),
        ("password_min", json!("twenty"), "password-min-outside"),
        ("sms_countries", json!(["GB", "ZZ"]), "sms-country-not-allowed"),
        ("sms_countries", json!(["Germany"]), "sms-country-not-allowed"),
    ] {
        let answer = owner.change_organization(field, value.clone()).await;
        assert_eq!((answer.status, answer.error().as_str()), (422, error), "{field} {value}: {}", answer.body);
    }
    let answer = owner.change_organization("password_min", "14").await;
    assert_eq!(json!([answer.data()["min"], answer.data()["max"]]), json!([15, 64]));
    let unknown = owner.change_organization("reserve", 5).await;
    assert!(matches!(unknown.status, 400 | 422), "{}", unknown.body);
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn a_country_that_the_operator_does_not_send_to_is_refused() {
    let server = Server::builder().set("PERFIL_SMS_COUNTRIES", "GB,EG").start().await;
    let owner = server.client_of(&OWNER).await;
    owner.change_organization("sms_countries", json!(["DE"])).await.expect_error(422, "sms-country-not-allowed");
    owner.change_organization("sms_countries", json!(["EG"])).await.expect(200);
    let choices = owner.organization_settings().await["sms_choices"].clone();
    let mut codes: Vec<_> =
        choices.as_array().expect("choices").iter().map(|country| country["code"].clone()).collect();
    codes.sort_by_key(Value::to_string);
    assert_eq!(codes, ["EG", "GB"]);
}

#[tokio::test]
async fn s61_a_stale_page_does_not_overwrite() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    let mut stale = form_of(&owner.organization_settings().await);
    owner.change_organization("name", "Harbour Ltd").await.expect(200);
    stale["name"] = json!("Harbour & Sons");
    owner.save_organization(stale).await.expect_error(409, "stale");
    assert_eq!(owner.organization_settings().await["name"], "Harbour Ltd");
}

#[tokio::test]
async fn the_currency_of_a_minimum_stays() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    owner.change_organization("currency", "USD").await.expect(200);
    let form = json!({
        "payments_email": true, "payments_sms": false, "invoices_email": true, "invoices_sms": false,
        "low_credit_email": true, "low_credit_sms": false, "minimum": "50", "version": owner.account().await["version"],
    });
    owner.call("/api/notifications/billing", form).await.expect(200);
    assert_eq!(owner.organization_settings().await["has_amounts"], true);
    owner.change_organization("currency", "EUR").await.expect_error(409, "currency-in-use");
    owner.change_organization("name", "Harbour Ltd").await.expect(200);
}

#[tokio::test]
async fn what_the_platform_repeats_does_not_undo_what_the_owner_decided() {
    let server = server().await;
    let platform = Platform::provisioning(&server);
    let owner = server.client_of(&OWNER).await;
    let told = json!({ "name": "Harbour", "currency": "EUR", "reserve": 500 });
    platform.tell_organization(OWNER.organization, &told).await.expect(200);
    owner.change_organization("name", "Harbour & Sons").await.expect(200);
    owner.change_organization("currency", "USD").await.expect(200);
    let repeated = platform.tell_organization(OWNER.organization, &told).await.expect(200).json();
    let holds = json!([repeated["name"], repeated["currency"], repeated["reserve"]]);
    assert_eq!(holds, json!(["Harbour & Sons", "USD", 0]));
    let news = with(told, "name", "Harbour Ltd");
    let saved = platform.tell_organization(OWNER.organization, &news).await.expect(200).json();
    assert_eq!(json!([saved["name"], saved["currency"]]), json!(["Harbour Ltd", "USD"]), "but news are taken over");
    let settings = owner.organization_settings().await;
    assert_eq!(settings["name"], "Harbour Ltd");
    let stale = with(form_of(&settings), "version", 1);
    owner.save_organization(stale).await.expect_error(409, "stale");
}

#[tokio::test]
async fn s25_the_organizations_minimum_holds_for_every_new_password() {
    let letters = Letters::of(Server::builder().people(&[OWNER, MEMBER]).with(STRANGER)).await;
    let server = &letters.server;
    let owner = server.client_of(&OWNER).await;
    owner.change_organization("password_min", "30").await.expect(200);
    let change = async |client: &Client, person: &Person, new: &str| {
        client.call("/api/password", json!({ "current": person.password, "new": new, "repeat": new })).await
    };
    let member = server.client_of(&MEMBER).await;
    assert_eq!(member.account().await["password_min"], 30);
    assert_eq!(why(&change(&member, &MEMBER, NEW_PASSWORD).await), too_short(30));
    let page = member.page("/settings/password").await.expect(200);
    assert!(page.body.contains("At least 30 characters"), "{}", page.body);

    let token = letters.reset_token(MEMBER.email, 1).await;
    let visitor = server.client();
    let shown = visitor.look("reset-password", &token).await.expect(200).json();
    assert_eq!(shown["ResetPassword"]["min"], 30);
    assert_eq!(why(&visitor.reset(&token, NEW_PASSWORD).await), too_short(30));
    visitor.reset(&token, LONG_PASSWORD).await.expect(200);

    owner.invite(NELL, Role::Member).await.expect(200);
    let token = letters.token(NELL, "/join", 1).await;
    assert_eq!(visitor.look("join", &token).await.expect(200).json()["Join"]["min"], 30);
    assert_eq!(why(&visitor.join(&token, "Nell Novak", NEW_PASSWORD).await), too_short(30));
    visitor.join(&token, "Nell Novak", LONG_PASSWORD).await.expect(200);
    let stranger = server.client_of(&STRANGER).await;
    change(&stranger, &STRANGER, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s25_a_second_factor_does_not_go_below_the_organizations_minimum() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    owner.use_app("Pocket", &OWNER).await;
    assert_eq!(owner.account().await["password_min"], 8);
    owner.change_organization("password_min", "15").await.expect(200);
    assert_eq!(owner.account().await["password_min"], 15);
    let short = json!({ "current": OWNER.password, "new": "v7#kQz!mB2", "repeat": "v7#kQz!mB2" });
    assert_eq!(why(&owner.call("/api/password", short).await), too_short(15));
}

#[tokio::test]
async fn s56_a_number_of_another_country_than_the_organizations_is_refused() {
    let scene = Scene::of(Server::builder().with(STRANGER)).await;
    let server = &scene.server;
    let owner = server.client_of(&OWNER).await;
    owner.change_organization("sms_countries", json!(["DE"])).await.expect(200);
    let member = server.client_of(&MEMBER).await;
    let countries = member.ask("/api/phone/countries").await.expect(200).json();
    let codes: Vec<_> = countries.as_array().expect("countries").iter().map(|country| &country["code"]).collect();
    assert_eq!(codes, ["DE"]);
    let typed = json!({ "country": "GB", "number": "07700 900301" });
    member.call("/api/phone/format", typed).await.expect_error(422, "country-not-of-organization");
    let refused = member.try_change_phone("07700 900301", MEMBER.password).await;
    refused.expect_error(422, "country-not-of-organization");
    assert!(server.database.changes(MEMBER.email).await.is_empty());
    member.try_change_phone("+49 171 3920301", MEMBER.password).await.expect(200);
    assert_eq!(owner.account().await["phone"]["country"], "GB", "a number of before stays");
    let stranger = server.client_of(&STRANGER).await;
    stranger.try_change_phone("07700 900301", STRANGER.password).await.expect(200);
}

#[tokio::test]
async fn a_new_member_begins_with_what_the_organization_decides() {
    let letters = Letters::of(Server::builder().people(&[OWNER, MEMBER])).await;
    let server = &letters.server;
    let owner = server.client_of(&OWNER).await;
    for (field, value) in [("language", "de"), ("country", "AT"), ("time_zone", "Europe/Vienna")] {
        owner.change_organization(field, value).await.expect(200);
    }
    owner.invite(NELL, Role::Member).await.expect(200);
    letters.mail.wait_for(NELL, &Words::load("de").say("mail-member-invitation-subject")).await;
    let token = letters.token(NELL, "/join", 1).await;
    let nell = server.client();
    nell.join(&token, "Nell Novak", NEW_PASSWORD).await.expect(200);
    nell.try_sign_in(NELL, NEW_PASSWORD).await.expect(200);
    let region = nell.ask("/api/region").await.expect(200).json();
    let begins = json!([region["language"], region["country"], region["time_zone"]]);
    assert_eq!(begins, json!(["de", "AT", "Europe/Vienna"]));

    let platform = Platform::provisioning(server);
    let told = platform.tell_person("ada", &with(ada(), "language", "es")).await.expect(201).json();
    assert_eq!(json!([told["language"], told["country"], told["time_zone"]]), json!(["es", "AT", "Europe/Vienna"]));
    let member = server.client_of(&MEMBER).await.ask("/api/region").await.expect(200).json();
    assert_eq!(member["language"], Value::Null, "who was there before");
}

#[tokio::test]
async fn s08_everyone_else_is_signed_out_at_once() {
    let server = server().await;
    let owner = server.client_of(&OWNER).await;
    let others = [
        server.client_of(&OWNER).await,
        server.client_of(&MEMBER).await,
        server.client_of(&MEMBER).await,
        server.client_of(&BILLING).await,
    ];
    let stranger = server.client_of(&STRANGER).await;
    owner.sign_everyone_out(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    assert!(others[1].is_signed_in().await, "not by a wrong password");
    let messages = server.database.count("outbox").await;
    let token = owner.session_token();
    let ended = owner.sign_everyone_out(OWNER.password).await.expect(200).json();
    assert_eq!(ended, json!({ "sessions": 4 }));
    for other in &others {
        assert!(!other.is_signed_in().await);
    }
    assert!(owner.is_signed_in().await && stranger.is_signed_in().await);
    assert_ne!(owner.session_token(), token, "asvs 7.2.4: the session goes on under a new token");
    for person in [OWNER, MEMBER, BILLING] {
        let events = server.database.events(person.email).await;
        assert_eq!(events.iter().filter(|event| *event == "everyone-signed-out").count(), 1, "{events:?}");
    }
    for person in [ADMIN, STRANGER] {
        assert!(!server.database.events(person.email).await.contains(&"everyone-signed-out".to_owned()));
    }
    assert_eq!(server.database.count("outbox").await, messages, "nobody is told by mail");
    assert_eq!(server.database.audit(OWNER.organization).await, ["everyone-signed-out"]);
    server.client_of(&MEMBER).await;
    assert_eq!(owner.sign_everyone_out(OWNER.password).await.expect(200).json(), json!({ "sessions": 1 }));
}

/// The page that a form leads to.
async fn shown(client: &Client, answer: Answer) -> String {
    let location = answer.expect(303).redirect().expect("a redirect");
    assert_eq!(location, SETTINGS_PAGE);
    client.page(&location).await.expect(200).body
}

#[tokio::test]
async fn both_forms_work_without_script() {
    let server = server().await;
    let words = Words::load("en");
    let owner = server.client_of(&OWNER).await;
    let member = server.client_of(&MEMBER).await;
    let typed = [("name", "Harbour Ltd"), ("language", "de"), ("sms_countries", "GB"), ("password_min", "20")];
    let page = shown(&owner, owner.submit(SETTINGS_PAGE, "change-organization", &typed).await).await;
    assert!(page.contains(&words.say("done-change-organization")), "{page}");
    let settings = owner.organization_settings().await;
    let saved = json!([settings["name"], settings["language"], settings["sms_countries"], settings["password_min"]]);
    assert_eq!(saved, json!(["Harbour Ltd", "de", ["GB"], 20]));

    let typed = [("name", "Harbour & Sons"), ("password_min", "3"), ("sms_countries", "DE")];
    let page = shown(&owner, owner.submit(SETTINGS_PAGE, "change-organization", &typed).await).await;
    let refused = words.say_with("organization-password-min-outside", &[("min", "15"), ("max", "64")]);
    assert!(page.contains(&refused), "{page}");
    let form = html::forms(&page).into_iter().find(|form| form.action == "/forms/change-organization");
    let form = form.expect("the form");
    let kept = ["name", "password_min", "sms_countries"].map(|name| form.value(name));
    assert_eq!(kept, [Some("Harbour & Sons"), Some("3"), Some("DE")], "what was typed is kept");

    let page = owner.page(SETTINGS_PAGE).await.expect(200).body;
    let form = html::forms(&page).into_iter().find(|form| form.action == "/forms/change-organization");
    let mut stale = form.expect("the form").fields;
    owner.change_organization("name", "Harbour Inc").await.expect(200);
    stale.retain(|(name, _)| name != "name");
    stale.push(("name".to_owned(), "Harbour & Sons".to_owned()));
    let page = shown(&owner, owner.post_form("/forms/change-organization", &stale).send().await).await;
    let meanwhile = words.say_with("organization-meanwhile", &[("value", "Harbour Inc")]);
    for said in [words.say("organization-stale"), meanwhile] {
        assert!(page.contains(&said), "{said}: {page}");
    }
    let form = html::forms(&page).into_iter().find(|form| form.action == "/forms/change-organization");
    assert_eq!(form.expect("the form").value("name"), Some("Harbour & Sons"), "what was typed is kept");

    let typed = [("password", OWNER.password)];
    let page = shown(&owner, owner.submit(SETTINGS_PAGE, "sign-everyone-out", &typed).await).await;
    assert!(page.contains(&words.say_with("done-sign-everyone-out", &[("sessions", "1")])), "{page}");
    assert!(!member.is_signed_in().await && owner.is_signed_in().await);
}
