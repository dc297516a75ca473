//! What happened, in the person's words.

use crate::notifications::sentence;
use crate::region;
use perfil_accounts::{Connected, News};
use perfil_i18n::Locales;
use perfil_models::client::{Notice, NoticeKind};
use perfil_models::{AccessError, Sentence, Topic};

/// The page with imports, payments and the credit.
const NOTIFICATIONS: &str = "/settings/notifications";
/// A failed payment without a reason is titled like one with a reason.
const LIKE: (&str, &str) = ("payment-failed-no-reason", "payment-failed");

/// These news in the person's language; what apps are not told about is left out.
pub fn notices(locales: &Locales, person: &Connected, news: &[News]) -> Result<Vec<Notice>, AccessError> {
    let language = person.region.language;
    let format = region::format(locales, &person.region)?;
    let say = |sentence: &Sentence| locales.sentence(language, sentence);
    let notice = |news: &News| {
        let titled = if news.template == LIKE.0 { LIKE.1 } else { &news.template };
        let role_name = |_| String::new();
        Some(Notice {
            id: news.id.clone(),
            kind: kind(news.topic)?,
            title: say(&Sentence::new(&format!("mail-{titled}-subject"))),
            body: say(&sentence::of(&news.template, &news.arguments, &format, role_name)),
            path: NOTIFICATIONS.to_owned(),
        })
    };
    Ok(news.iter().filter_map(notice).collect())
}

fn kind(topic: Topic) -> Option<NoticeKind> {
    match topic {
        Topic::LowCredit => Some(NoticeKind::LowCredit),
        Topic::Payments => Some(NoticeKind::FailedPayment),
        Topic::ContactImports => Some(NoticeKind::FinishedImport),
        Topic::Invoices | Topic::RoleRequests => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_accounts::Quiet;
    use perfil_models::{CountryCode, Language, Region, Role, SessionId, UserId};
    use serde_json::{Value, json};

    fn told(language: Language, topic: Topic, template: &str, arguments: Value) -> Option<Notice> {
        let user = UserId::new("ada");
        let region = Region { language, country: Some(CountryCode::ES), time_zone: "Europe/Madrid".to_owned() };
        let session = SessionId::new("session");
        let person = Connected { session, user: user.clone(), role: Role::Owner, region, quiet: Quiet::default() };
        let (id, event, template) = ("1".to_owned(), "event".to_owned(), template.to_owned());
        let news = News { id, event, user, topic, template, arguments, at: 0 };
        notices(&Locales::load().unwrap(), &person, &[news]).unwrap().pop()
    }

    #[test]
    fn a_notice_is_in_the_persons_language() {
        let amount = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        let arguments = json!({ "balance": amount(4_200), "minimum": amount(5_000), "at": 0, "name": "Ada" });
        let notice = told(Language::En, Topic::LowCredit, "credit-low", arguments.clone()).unwrap();
        assert_eq!((notice.kind, notice.title.as_str()), (NoticeKind::LowCredit, "Your credit is running low"));
        assert!(notice.body.starts_with("Low credit: ") && notice.body.contains("42"), "{}", notice.body);
        let notice = told(Language::De, Topic::LowCredit, "credit-low", arguments).unwrap();
        assert_eq!(notice.title, "Ihr Guthaben wird knapp");
    }

    #[test]
    fn every_kind_has_its_words_in_every_language() {
        let amount = json!({ "minor": 1_250, "currency": "EUR" });
        let arguments = json!({
            "balance": amount, "minimum": amount, "amount": amount, "payment": "P-1", "reason": "declined",
            "import": "customers.csv", "imported": { "count": 3 }, "rejected": { "count": 1 },
        });
        for language in Language::ALL {
            for (topic, template) in [
                (Topic::LowCredit, "credit-low"),
                (Topic::Payments, "payment-failed"),
                (Topic::Payments, "payment-failed-no-reason"),
                (Topic::ContactImports, "import-completed"),
                (Topic::ContactImports, "import-completed-with-rejects"),
                (Topic::ContactImports, "import-failed"),
            ] {
                let notice = told(language, topic, template, arguments.clone()).unwrap();
                let words = [&notice.title, &notice.body];
                assert!(words.iter().all(|text| text.contains(' ') && !text.contains("mail-")), "{notice:?}");
                assert!(!notice.body.contains('{') && !notice.body.contains("notice-"), "{notice:?}");
            }
        }
        assert_eq!(told(Language::En, Topic::Invoices, "invoice-issued", arguments), None);
    }
}
