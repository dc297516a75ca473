//! *Language and region*: SECURITY.md 57 and 61, and what is detected until something is chosen.

use perfil_tests::mail::MailServer;
use perfil_tests::people::number;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Scene, Server, html};
use serde_json::{Value, json};

const PAGE: &str = "/settings/region";

async fn region(client: &Client) -> Value {
    client.ask("/api/region").await.expect(200).json()
}

/// Saves a choice on the page as it is now.
async fn try_choose(client: &Client, language: &str, country: &str, time_zone: &str) -> Answer {
    let version = client.account().await["version"].clone();
    let form = json!({ "language": language, "country": country, "time_zone": time_zone, "version": version });
    client.call("/api/region/save", form).await
}

async fn choose(client: &Client, language: &str, country: &str, time_zone: &str) -> Value {
    try_choose(client, language, country, time_zone).await.expect(200).json()
}

fn chosen(region: &Value) -> [Option<&str>; 3] {
    ["language", "country", "time_zone"].map(|name| region[name].as_str())
}

/// The same browser somewhere else: its script writes this cookie on every page.
fn moves_to(client: &Client, zone: &str) {
    client.cookies().take(&format!("perfil-zone={zone}; Path=/"));
}

#[tokio::test]
async fn s57_only_what_is_listed_is_taken() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    choose(&client, "en", "GB", "Europe/London").await;
    let before = server.database.snapshot().await;
    let long = "Europe/".repeat(2_000);
    for language in ["fr", "EN", "en-GB", "english", "xx", "e", "en'--", "../ar", long.as_str()] {
        try_choose(&client, language, "GB", "Europe/London").await.expect_error(422, "unknown-language");
    }
    for country in ["ZZ", "XX", "AQ", "GBR", "G", "1", "G\u{0}", "' OR ''='", long.as_str()] {
        try_choose(&client, "en", country, "Europe/London").await.expect_error(422, "unknown-country");
    }
    for zone in
        ["Mars/Olympus", "Europe", "Europe/", "Etc/GMT+5", "UTC+1", "+01:00", "local", "../../etc/passwd", &long]
    {
        try_choose(&client, "en", "GB", zone).await.expect_error(422, "unknown-time-zone");
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s57_aliases_resolve_to_the_canonical_zone() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for (alias, zone) in [
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("US/Pacific", "America/Los_Angeles"),
        ("Etc/UTC", "UTC"),
        ("Europe/Lisbon", "Europe/Lisbon"),
    ] {
        choose(&client, "", "", alias).await;
        assert_eq!(region(&client).await["time_zone"], zone, "{alias}");
    }
}

#[tokio::test]
async fn s57_everything_on_the_list_is_taken() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let page = client.page(PAGE).await.expect(200).body;
    let options = |select: &str| {
        let tags = html::tags(&page).into_iter().skip_while(|tag| tag.attribute("name") != Some(select));
        let options = tags.take_while(|tag| tag.name != "/select").filter(|tag| tag.name == "option");
        options.map(|tag| tag.attribute("value").unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let (languages, countries, zones) = (options("language"), options("country"), options("time_zone"));
    assert_eq!(languages, ["", "en", "de", "es", "ar"]);
    assert!(countries.len() > 200 && zones.len() > 400, "{} countries, {} zones", countries.len(), zones.len());
    let preview = async |country: &str, zone: &str| {
        let form = json!({ "language": "", "country": country, "time_zone": zone });
        client.call("/api/region/preview", form).await.status
    };
    for country in &countries {
        assert_eq!(preview(country, "").await, 200, "{country}");
    }
    for zone in &zones {
        assert_eq!(preview("", zone).await, 200, "{zone}");
    }
}

#[tokio::test]
async fn s61_a_stale_choice_does_not_overwrite() {
    let server = Server::start().await;
    let (one, other) = (server.client_of(&OWNER).await, server.client_of(&OWNER).await);
    let version = one.account().await["version"].clone();
    let form = |zone: &str| json!({ "language": "en", "country": "", "time_zone": zone, "version": version });
    one.call("/api/region/save", form("Europe/Berlin")).await.expect(200);
    other.call("/api/region/save", form("Europe/Lisbon")).await.expect_error(409, "stale");
    assert_eq!(chosen(&region(&other).await), [Some("en"), None, Some("Europe/Berlin")]);

    let page = other.page(PAGE).await.expect(200);
    let form = html::forms(&page.body).into_iter().find(|form| form.action == "/forms/change-region").expect("a form");
    choose(&one, "en", "", "Asia/Tokyo").await;
    let mut fields = form.fields;
    fields.extend(
        [("language", "en"), ("country", ""), ("time_zone", "Europe/Lisbon")]
            .map(|(name, value)| (name.into(), value.into())),
    );
    let location = other.post_form(&form.action, &fields).send().await.expect(303).redirect().expect("a redirect");
    let page = other.page(&location).await.expect(200);
    assert!(page.body.contains("saved elsewhere in the meantime"), "{}", page.body);
    assert_eq!(region(&other).await["time_zone"], "Asia/Tokyo");
}

#[tokio::test]
async fn s70_extra_fields_are_refused() {
    let server = Server::start().await;
    let client = server.client_of(&MEMBER).await;
    let before = server.database.snapshot().await;
    for (path, form) in [
        (
            "/api/region/save",
            json!({ "language": "de", "country": "", "time_zone": "", "version": 1, "role": "owner" }),
        ),
        ("/api/region/preview", json!({ "language": "de", "country": "", "time_zone": "", "currency": "USD" })),
        ("/api/region/zone-offer", json!({ "time_zone": "Europe/Lisbon", "accept": true, "user_id": "x" })),
    ] {
        client.call(path, form).await.expect_error(422, "bad-request");
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn what_was_chosen_stays_when_one_of_it_is_refused() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let typed = [("language", "es"), ("country", "ZZ"), ("time_zone", "Europe/Lisbon")];
    let location = client.submit(PAGE, "change-region", &typed).await.expect(303).redirect().expect("a redirect");
    let page = client.page(&location).await.expect(200).body;
    assert!(page.contains("There is no such country in the list."));
    let selected = html::tags(&page).into_iter().filter(|tag| tag.attribute("selected").is_some());
    let selected: Vec<_> = selected.map(|tag| tag.attribute("value").unwrap_or_default().to_owned()).collect();
    assert_eq!(selected, ["es", "Europe/Lisbon"], "what is in no list cannot be shown again");
    assert_eq!(chosen(&region(&client).await), [None; 3]);
}

#[tokio::test]
async fn a_language_changes_page_mail_and_text_message_at_once() {
    let mail = MailServer::start().await;
    let scene = Scene::of(Server::builder().smtp(mail.url())).await;
    let client = scene.server.client_of(&OWNER).await;
    let typed = [("language", "de"), ("country", "DE"), ("time_zone", "Europe/Berlin")];
    let location = client.submit(PAGE, "change-region", &typed).await.expect(303).redirect().expect("a redirect");
    let page = client.page(&location).await.expect(200).body;
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">") && page.contains("Sprache und Region wurden gespeichert."));
    assert_eq!(scene.server.database.events(OWNER.email).await.last().map(String::as_str), Some("region-changed"));

    client.change_phone(&OWNER, &number(781)).await;
    scene.sms.wait_for_code(&number(781), 1).await;
    let text = &scene.sms.texts_to(&number(781))[0].text;
    assert!(text.contains("ist Ihr Perfil-Code"), "{text}");
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    let told = mail.wait_for(OWNER.email, "Ihr Passwort wurde geändert").await;
    assert!(told.text.contains("MEZ") || told.text.contains("MESZ"), "{}", told.text);

    choose(&client, "ar", "EG", "Africa/Cairo").await;
    let page = client.page("/settings/user").await.expect(200).body;
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    choose(&client, "", "", "").await;
    assert!(client.page("/settings/user").await.expect(200).body.contains("<html lang=\"en\" dir=\"ltr\">"));
}

#[tokio::test]
async fn what_is_not_chosen_is_detected() {
    let server = Server::start().await;
    let detected = async |client: &Client| region(client).await["detected"].clone();
    let owner = server.client_of(&OWNER).await;
    let by_phone = json!({ "language": "en", "country": "GB", "time_zone": "Europe/London" });
    assert_eq!(detected(&owner).await, by_phone, "by the number");

    let client = server.client().with("accept-language", "de-AT,de;q=0.9");
    client.sign_in(&MEMBER).await;
    assert_eq!(detected(&client).await, json!({ "language": "de", "country": "AT", "time_zone": "Europe/Vienna" }));
    moves_to(&client, "Asia/Calcutta");
    assert_eq!(detected(&client).await["time_zone"], "Asia/Kolkata", "by the browser");
    for nonsense in ["Mars/Olympus", "x", "%00", "Europe/Berlin<script>"] {
        moves_to(&client, nonsense);
        assert_eq!(detected(&client).await["time_zone"], "Europe/Vienna", "{nonsense}");
    }
    let client = server.client().with("accept-language", "fr");
    client.sign_in(&MEMBER).await;
    assert_eq!(detected(&client).await, json!({ "language": "en", "country": null, "time_zone": "UTC" }));

    let page = owner.page(PAGE).await.expect(200).body;
    for shown in ["Detected: English", "Detected: United Kingdom", "Detected: London (UTC"] {
        assert!(page.contains(shown), "{shown} is not to be seen");
    }
    choose(&owner, "de", "CH", "Europe/Zurich").await;
    let region = region(&owner).await;
    let by_choice = json!({ "language": "en", "country": "GB", "time_zone": "Europe/Zurich" });
    assert_eq!(region["detected"], by_choice, "still told, the time zone by the country that was chosen");
    assert_eq!(chosen(&region), [Some("de"), Some("CH"), Some("Europe/Zurich")]);
}

#[tokio::test]
async fn a_mail_tells_times_by_the_browsers_clock_until_one_is_chosen() {
    let mail = MailServer::start().await;
    let server = Server::builder().smtp(mail.url()).start().await;
    let client = server.client_of(&OWNER).await;
    moves_to(&client, "Asia/Tokyo");
    let change = async |current: &str, new: &str| {
        let form = json!({ "current": current, "new": new, "repeat": new });
        client.call("/api/password", form).await.expect(200);
    };
    change(OWNER.password, NEW_PASSWORD).await;
    let told = mail.wait_for(OWNER.email, "password was changed").await.text;
    assert!(told.contains("GMT+9"), "{told}");
    mail.empty();
    choose(&client, "", "", "America/New_York").await;
    change(NEW_PASSWORD, "nine herons under the bridge").await;
    let told = mail.wait_for(OWNER.email, "password was changed").await.text;
    assert!(told.contains("GMT-5") || told.contains("GMT-4") || told.contains("GMT\u{2212}"), "{told}");
}

#[tokio::test]
async fn a_preview_shows_how_a_choice_looks_and_saves_nothing() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    let preview = async |language: &str, country: &str, time_zone: &str| {
        let form = json!({ "language": language, "country": country, "time_zone": time_zone });
        client.call("/api/region/preview", form).await.expect(200).json()
    };
    let german = preview("de", "DE", "Europe/Berlin").await;
    assert_eq!(german["number"], "1.234.567,891");
    assert_eq!(german["amount"].as_str().map(|text| text.replace('\u{a0}', " ")), Some("12.345,50 €".to_owned()));
    let swiss = preview("de", "CH", "Europe/Berlin").await;
    assert_eq!(swiss["number"], "1'234'567.891");
    let times = [preview("en", "GB", "Asia/Tokyo").await, preview("en", "GB", "America/New_York").await];
    assert_ne!(times[0]["time"], times[1]["time"]);
    let arabic = preview("ar", "EG", "Africa/Cairo").await;
    assert!(arabic["number"].as_str().is_some_and(|text| text.contains('١')), "{arabic}");

    let wrong = json!({ "language": "fr", "country": "", "time_zone": "" });
    client.call("/api/region/preview", wrong).await.expect_error(400, "bad-request");
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn the_browsers_time_zone_is_offered_once() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let offer = async || client.account().await["zone_offer"].clone();
    let answer = async |zone: &str, accept: bool| {
        client.call("/api/region/zone-offer", json!({ "time_zone": zone, "accept": accept })).await
    };
    moves_to(&client, "Europe/Lisbon");
    assert_eq!(offer().await, Value::Null, "nothing is chosen that could differ");
    answer("Europe/Lisbon", true).await.expect_error(409, "stale");

    choose(&client, "", "", "Europe/Kiev").await;
    moves_to(&client, "Europe/Kyiv");
    assert_eq!(offer().await, Value::Null, "the same under another name");
    moves_to(&client, "Europe/Lisbon");
    let lisbon = json!({ "time_zone": "Europe/Lisbon", "city": "Lisbon", "current_city": "Kyiv" });
    assert_eq!(offer().await, lisbon);
    answer("Mars/Olympus", true).await.expect_error(422, "unknown-time-zone");
    let answered = answer("Europe/Lisbon", false).await.expect(200).json();
    assert_eq!((&answered["zone_offer"], &region(&client).await["time_zone"]), (&Value::Null, &json!("Europe/Kyiv")));
    assert_eq!(offer().await, Value::Null, "declined for good");

    moves_to(&client, "Asia/Tokyo");
    assert_eq!(offer().await["city"], "Tokyo", "another place is another question");
    let answered = answer("Asia/Tokyo", true).await.expect(200).json();
    assert_eq!((&answered["zone_offer"], &region(&client).await["time_zone"]), (&Value::Null, &json!("Asia/Tokyo")));
    answer("Asia/Tokyo", true).await.expect_error(409, "stale");
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "region-changed").count(), 2, "declining changes nothing");
}

#[tokio::test]
async fn the_offer_is_answered_without_script_on_any_page() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    choose(&client, "", "", "Europe/Berlin").await;
    moves_to(&client, "Europe/Lisbon");
    for path in ["/settings/user", "/settings/password", "/settings/phone", PAGE] {
        let page = client.page(path).await.expect(200).body;
        assert!(page.contains("Your device is in Lisbon, your account in Berlin."), "{path}");
    }
    let answer = async |path: &str, accept: &str| {
        let answer = client.submit(path, "answer-zone-offer", &[("accept", accept)]).await.expect(303);
        assert_eq!(answer.redirect().as_deref(), Some(path));
        client.page(path).await.expect(200).body
    };
    let page = answer("/settings/password", "false").await;
    assert!(page.contains("Your time zone stays as it was.") && !page.contains("Your device is in"));
    moves_to(&client, "Asia/Tokyo");
    let page = answer("/settings/user", "true").await;
    assert!(page.contains("Your time zone has been changed.") && !page.contains("Your device is in"));
    assert_eq!(region(&client).await["time_zone"], "Asia/Tokyo");

    moves_to(&client, "Europe/Lisbon");
    let answer = client.submit(PAGE, "answer-zone-offer", &[("accept", "true"), ("next", "//evil.example")]).await;
    assert_eq!(answer.expect(303).redirect().as_deref(), Some(PAGE), "nobody is sent elsewhere");
}

#[tokio::test]
async fn the_sign_in_page_speaks_the_language_that_is_chosen_on_it() {
    let server = Server::start().await;
    let client = server.client();
    let page = client.page("/sign-in?language=de").await.expect(200);
    assert!(page.body.contains("<html lang=\"en\"") && page.set_cookies().iter().all(|cookie| cookie.value != "de"));

    let typed = [("language", "de"), ("next", "/settings/phone")];
    let answer = client.submit("/sign-in", "choose-language", &typed).await.expect(303);
    assert_eq!(answer.redirect().as_deref(), Some("/sign-in?next=%2Fsettings%2Fphone"));
    let page = client.page("/sign-in").await.expect(200).body;
    assert!(page.contains("<html lang=\"de\"") && page.contains("Bei Perfil anmelden"));
    assert!(client.page("/nowhere").await.body.contains("<html lang=\"de\""));
    client.sign_in(&OWNER).await;
    assert_eq!(region(&client).await["detected"]["language"], "de", "as if the browser had asked for it");
    choose(&client, "es", "", "").await;
    assert!(client.page("/settings/user").await.expect(200).body.contains("<html lang=\"es\""), "chosen is chosen");

    let before = server.client();
    before.submit("/sign-in", "choose-language", &[("language", "fr")]).await.expect(422);
    assert!(before.page("/sign-in").await.expect(200).body.contains("<html lang=\"en\""));
}

#[tokio::test]
async fn the_page_carries_its_lists_once() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let page = client.page(PAGE).await.expect(200).body;
    assert_eq!(page.matches("\"America/Argentina/Ushuaia\"").count(), 1);
    let elsewhere = client.page("/settings/user").await.expect(200).body;
    let lists = page.len() - elsewhere.len();
    assert!(lists < 64 * 1024, "the lists add {lists} bytes");
}
