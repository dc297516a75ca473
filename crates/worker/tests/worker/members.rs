//! Mails about members of an organization: invitations, and what becomes of a member.

use crate::stage::{ADDRESS, NOON, Running, Stage, mail};
use perfil_accounts::keys::Purpose;
use perfil_accounts::random::SystemRandom;
use perfil_i18n::Locales;
use perfil_models::view::DemoMessage;
use perfil_models::{Language, Role};
use perfil_store::outbox::NewMessage;
use perfil_worker::DemoOutbox;
use std::sync::Arc;

/// Every template, where its button leads below the public URL, and the roles that it names.
const TEMPLATES: [(&str, &str, &[Role]); 9] = [
    ("member-invitation", "/join?t=TOKEN", &[Role::Billing]),
    ("member-invitation-known", "/sign-in", &[]),
    ("member-deactivated", "/sign-in", &[]),
    ("member-reactivated", "/sign-in", &[]),
    ("role-changed", "/settings/user", &[Role::Member, Role::Admin]),
    ("role-granted", "/settings/user", &[Role::Billing]),
    ("role-declined", "/settings/user", &[Role::Billing]),
    ("key-created", "/organization/keys", &[]),
    ("key-rotated", "/organization/keys", &[]),
];

/// What the row of an invitation holds is the inviter's, the name too.
const NAME: &str = "Grace <Hopper>";
const TOKEN: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

fn arguments() -> String {
    serde_json::json!({
        "name": NAME, "organization": "Acme & Sons", "at": NOON, "country": "GB", "time_zone": "Europe/Berlin",
        "inviter": "Grace <Hopper>", "email": ADDRESS, "key": "Web shop", "by": "Olga Owner",
        "role": { "role": "billing" }, "old": { "role": "member" }, "new": { "role": "admin" },
    })
    .to_string()
}

async fn shown(language: Language, template: &str) -> DemoMessage {
    let stage = Stage::new().await;
    let demo = DemoOutbox::new(Arc::new(stage.clock.clone()));
    let worker = Running::start(stage.worker(Arc::new(demo.clone()), Arc::new(demo.clone())));
    let token = format!("{{\"token\":\"{TOKEN}\"}}");
    let sealed = stage.keys.seal(Purpose::Outbox, "row", &token, &SystemRandom);
    let arguments = arguments();
    let new = NewMessage { template, language: language.tag(), arguments: &arguments, ..mail("row") };
    stage.queue(NewMessage { sealed: (template == "member-invitation").then_some(&sealed), ..new }).await;
    stage.reaches("row", "accepted").await;
    worker.stop().await;
    demo.messages().remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_names_roles_in_the_readers_language() {
    let locales = Locales::load().unwrap();
    for language in Language::ALL {
        let say = |id: &str| locales.text(language, id, &[]).unwrap();
        for (template, page, roles) in TEMPLATES {
            let DemoMessage { subject, text, .. } = shown(language, template).await;
            println!("{language} {template}: {}\n{text}", subject.as_deref().unwrap_or_default());
            assert_eq!(subject, Some(say(&format!("mail-{template}-subject"))));
            let link = format!("\nhttps://settings.example.com{}\n", page.replace("TOKEN", TOKEN));
            assert!(text.contains(&link), "{link}: {text}");
            assert!(text.contains("Acme & Sons") && !text.contains("{{"), "{text}");
            let names = roles.iter().map(|role| say(&format!("role-{}", role.as_str())));
            assert!(names.clone().all(|name| text.contains(&name)), "{text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_greets_nobody_by_the_inviters_name() {
    for language in Language::ALL {
        for (template, ..) in TEMPLATES {
            let text = shown(language, template).await.text;
            let is_invitation = template.starts_with("member-invitation");
            let greets = text.lines().next().unwrap_or_default().contains(NAME);
            assert_eq!(greets, !is_invitation, "{text}");
            let (_, footer) = text.split_once("\n-- \n").unwrap();
            assert_eq!(footer.contains(NAME), is_invitation, "it says who gave the address away: {footer}");
        }
    }
}
