//! What a reader gets to see.

use crate::ftl;
use perfil_i18n::{Argument, Format, LocaleError, Locales};
use perfil_models::{CountryCode, Language, Sentence};

const GSM_7_SEGMENT: usize = 160;
const EXTENDED: &str = "^{}\\[~]|€";
const NOT_ASCII_BUT_GSM_7: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑܧ¿äöñüà€";

#[test]
fn locales_and_formats_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locales>();
    shared::<Format>();
}

#[test]
fn the_code_stands_alone_in_the_last_line() {
    for language in Language::ALL {
        for minutes in [1, 2, 5, 10, 15, 100] {
            let text = code_message(language, minutes);
            assert_eq!(text.lines().count(), 2, "{text}");
            assert_eq!(text.split('\n').next_back(), Some("@settings.example.org #012345"), "{text}");
            assert!(text.starts_with("012345 "), "{text}");
        }
    }
}

#[test]
fn numbers_choose_the_plural() {
    assert!(code_message(Language::En, 1).contains("for 1 minute."));
    assert!(code_message(Language::En, 10).contains("for 10 minutes."));
    assert!(code_message(Language::De, 1).contains("für 1 Minute."));
    assert!(code_message(Language::De, 10).contains("für 10 Minuten."));
    assert!(code_message(Language::Es, 1).contains("en 1 minuto."));
    assert!(code_message(Language::Es, 10).contains("en 10 minutos."));
    assert!(code_message(Language::Ar, 2).contains("لمدة دقيقتين."));
    assert!(code_message(Language::Ar, 5).contains("لمدة 5 دقائق."));
    assert!(code_message(Language::Ar, 15).contains("لمدة 15 دقيقة."));
}

#[test]
fn a_text_message_in_latin_letters_fits_one_segment() {
    let link = format!("https://settings.example.com/undo?t={}", "x".repeat(43));
    let args = [
        ("code", Argument::from("012345")),
        ("host", "settings.example.org".into()),
        ("minutes", 10_u32.into()),
        ("new", "+44 **** ***123".into()),
        ("link", link.into()),
        ("import", "customers-november-2.csv".into()),
        ("imported", 1_234_567_u32.into()),
        ("imported_text", "1,234,567".into()),
        ("rejected_text", "1,234".into()),
        ("amount", "1.234.567,89 €".into()),
        ("payment", "pay_3MtwBwLkdIwHu7ix28a3".into()),
        ("invoice", "INV-2026-11-000000123456".into()),
        ("balance", "-1.234.567,89 €".into()),
        ("minimum", "1.000.000,00 €".into()),
        ("asker", "Friederike Hohenstein-Ahlsdorf".into()),
        ("role", "Administrator".into()),
    ];
    for language in [Language::En, Language::De, Language::Es] {
        for id in ftl::messages(language, "sms.ftl").keys() {
            let text = locales().text(language, id, &args).unwrap_or_else(|why| panic!("{why}"));
            let strange: String = text.chars().filter(|letter| !is_gsm_7(*letter)).collect();
            assert!(strange.is_empty(), "{language} {id}: {strange} is not in GSM-7: {text}");
            let septets: usize = text.chars().map(|letter| 1 + usize::from(EXTENDED.contains(letter))).sum();
            assert!(septets <= GSM_7_SEGMENT, "{language} {id} takes {septets}: {text}");
        }
    }
}

#[test]
fn arabic_isolates_every_variable() {
    for file in ["mail.ftl", "credit.ftl", "desktop.ftl"] {
        for (id, pattern) in ftl::messages(Language::Ar, file) {
            let names = ftl::variables(&pattern);
            let args: Vec<_> = names.iter().map(|name| (name.as_str(), Argument::from("§"))).collect();
            let text = locales().text(Language::Ar, &id, &args).expect("a message");
            let rest = text.replace("\u{2066}§\u{2069}", "").replace("\u{2068}§\u{2069}", "");
            assert!(!rest.contains(['§', '\u{2066}', '\u{2068}', '\u{2069}']), "{id}: {text}");
        }
    }
}

#[test]
fn counts_are_said_as_people_say_them() {
    for (language, count, said) in [
        (Language::En, 0, "No contact was imported."),
        (Language::En, 1, "1 contact was imported."),
        (Language::En, 12, "12 contacts were imported."),
        (Language::De, 0, "Es wurde kein Kontakt importiert."),
        (Language::De, 1, "1 Kontakt wurde importiert."),
        (Language::De, 12, "12 Kontakte wurden importiert."),
        (Language::Es, 0, "No se importó ningún contacto."),
        (Language::Es, 1, "Se importó 1 contacto."),
        (Language::Es, 12, "Se importaron 12 contactos."),
        (Language::Ar, 0, "لم تُستورد أي جهة اتصال."),
        (Language::Ar, 1, "استُوردت جهة اتصال واحدة."),
        (Language::Ar, 2, "استُوردت جهتا اتصال."),
        (Language::Ar, 10, "استُوردت \u{2068}10\u{2069} جهات اتصال."),
        (Language::Ar, 11, "استُوردت \u{2068}11\u{2069} جهة اتصال."),
        (Language::Ar, 100, "استُوردت \u{2068}100\u{2069} جهة اتصال."),
    ] {
        let args = [
            ("import", "customers.csv".into()),
            ("when", "24.11.2026".into()),
            ("imported", Argument::Number(count)),
            ("imported_text", count.to_string().into()),
        ];
        let text = locales().text(language, "mail-import-completed-body", &args).expect("a message");
        assert_eq!(text.lines().last(), Some(said));
    }
}

#[test]
fn days_are_said_as_people_say_them() {
    for (language, days, said) in [
        (Language::En, 1, "in about 1 day."),
        (Language::En, 3, "in about 3 days."),
        (Language::De, 1, "in etwa 1 Tag aufgebraucht."),
        (Language::De, 3, "in etwa 3 Tagen aufgebraucht."),
        (Language::Es, 1, "dentro de aproximadamente 1 día."),
        (Language::Es, 3, "dentro de unos 3 días."),
        (Language::Ar, 2, "خلال يومين تقريبًا."),
        (Language::Ar, 3, "خلال نحو \u{2068}3\u{2069} أيام."),
        (Language::Ar, 12, "خلال نحو \u{2068}12\u{2069} يومًا."),
    ] {
        let args = [("days", Argument::Number(days)), ("days_text", days.to_string().into())];
        let text = locales().text(language, "credit-runway-empty", &args).expect("a message");
        assert!(text.ends_with(said), "{text}");
    }
}

#[test]
fn countries_have_names() {
    let name = |language, code| {
        let code = CountryCode::parse(code).expect("two letters");
        locales().country_name(language, code).map(str::to_owned)
    };
    assert_eq!(name(Language::En, "DE").as_deref(), Some("Germany"));
    assert_eq!(name(Language::Ar, "DE").as_deref(), Some("ألمانيا"));
    assert_eq!(name(Language::En, "XK").as_deref(), Some("Kosovo"));
    assert_eq!(name(Language::En, "ZZ"), None);
    for language in Language::ALL {
        assert!(ftl::messages(language, "countries.ftl").len() >= 240);
    }
}

#[test]
fn a_page_gets_its_messages_sorted() {
    for language in Language::ALL {
        let locales = locales();
        let messages = locales.page_messages(language);
        assert!(messages.is_sorted() && !messages.is_empty());
        let number = ftl::messages(language, "page.ftl").len() + ftl::messages(language, "errors.ftl").len();
        assert_eq!(messages.len(), number);
        assert!(messages.iter().any(|(id, pattern)| id == "error-too-many" && pattern.contains("{wait}")));
    }
}

#[test]
fn a_sentence_is_put_into_words() {
    let sentence = Sentence::new("error-too-many").with("wait", "2:05");
    for language in Language::ALL {
        let text = locales().sentence(language, &sentence);
        assert!(text.contains("2:05") && !text.contains('{'), "{text}");
    }
    assert_eq!(locales().sentence(Language::En, &Sentence::new("nobody-wrote-this")), "nobody-wrote-this");
}

#[test]
fn a_message_that_cannot_be_said_is_an_error() {
    let unknown = locales().text(Language::En, "nobody-wrote-this", &[]);
    assert!(matches!(unknown, Err(LocaleError::Unknown { .. })), "{unknown:?}");
    let bare = locales().text(Language::Ar, "mail-greeting", &[]);
    assert!(matches!(bare, Err(LocaleError::Unspeakable { .. })), "{bare:?}");
}

fn locales() -> Locales {
    Locales::load().unwrap_or_else(|why| panic!("{why}"))
}

fn code_message(language: Language, minutes: u32) -> String {
    let host = "settings.example.org";
    let args = [("code", "012345".into()), ("host", host.into()), ("minutes", minutes.into())];
    locales().text(language, "sms-phone-code", &args).unwrap_or_else(|why| panic!("{why}"))
}

fn is_gsm_7(letter: char) -> bool {
    let basic = letter.is_ascii() && letter != '`' && (letter == '\n' || letter == '\r' || !letter.is_ascii_control());
    basic || NOT_ASCII_BUT_GSM_7.contains(letter)
}
