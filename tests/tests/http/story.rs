//! The whole way with the real peers: Debian's aiosmtpd takes the mail, Kannel carries the texts.

use perfil_tests::kannel::Kannel;
use perfil_tests::mail::MailServer;
use perfil_tests::people::number;
use perfil_tests::{NEW_PASSWORD, OWNER, Person, Server};
use serde_json::json;

/// The gateway is shared, so each story has numbers of its own.
const ENGLISH: Person = Person { phone: Some("+447700900911"), ..OWNER };
const ARABIC: Person = Person { phone: Some("+447700900912"), ..OWNER };
const GERMAN: Person = Person { phone: Some("+447700900913"), ..OWNER };
const SPANISH: Person = Person { phone: Some("+447700900914"), ..OWNER };

#[tokio::test]
async fn a_person_changes_password_and_phone_number_in_english() {
    let (sms, mail) = (Kannel::shared().await, MailServer::start().await);
    let server = Server::builder().people(&[ENGLISH]).sms(sms.url()).smtp(mail.url()).start().await;
    let client = server.client_of(&OWNER).await;
    let new = number(901);
    let change = client.change_phone(&OWNER, &new).await;
    let text = sms.wait_for_sms(&new, 1).await;
    let code = sms.wait_for_code(&new, 1).await;
    assert_eq!(text.from, "Perfil");
    assert_eq!(
        text.text,
        format!("{code} is your Perfil code, valid for 5 minutes. Never share it.\n@localhost #{code}")
    );
    client.validate(&change, &code).await.expect(200);
    assert!(sms.wait_for_sms(ENGLISH.phone.unwrap_or_default(), 1).await.text.contains("+44*******901"));
    sms.wait_for_sms(&new, 2).await;
    mail.wait_for(OWNER.email, "phone number was changed").await;

    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    let told = mail.wait_for(OWNER.email, "password was changed").await;
    let names_the_zone = [" GMT.", " BST."].iter().any(|zone| told.text.contains(zone));
    assert!(names_the_zone && told.html.contains("<html") && told.source.contains("Message-ID"), "{}", told.source);
    assert_eq!(mail.mails_to(OWNER.email).len(), 2);
}

#[tokio::test]
async fn a_person_changes_the_phone_number_in_arabic() {
    let (sms, mail) = (Kannel::shared().await, MailServer::start().await);
    let server = Server::builder().people(&[ARABIC]).sms(sms.url()).smtp(mail.url()).start().await;
    let client = server.client().with("accept-language", "ar-EG,ar;q=0.9,en;q=0.5");
    client.sign_in(&OWNER).await;
    let new = number(902);
    let change = client.change_phone(&OWNER, &new).await;
    let text = sms.wait_for_sms(&new, 1).await.text;
    let code = sms.wait_for_code(&new, 1).await;
    assert!(text.starts_with(&format!("{code} هو رمزك في Perfil، صالح لمدة 5 دقائق")), "{text}");
    assert_eq!(text.lines().last(), Some(format!("@localhost #{code}").as_str()), "{text}");
    client.validate(&change, &code).await.expect(200);
    let told = sms.wait_for_sms(&new, 2).await.text;
    assert!(told.contains("أصبح هذا رقم هاتف حسابك"), "{told}");
    let old = sms.wait_for_sms(ARABIC.phone.unwrap_or_default(), 1).await;
    assert!(!old.text.is_empty());
    let page = client.page("/settings/phone").await.expect(200);
    assert!(page.body.contains("dir=\"rtl\"") && page.body.contains("lang=\"ar\""));
    let mail = mail.wait_for(OWNER.email, "").await;
    assert!(mail.html.contains("dir=\"rtl\"") || mail.html.contains("dir=rtl"), "{}", mail.html);
}

#[tokio::test]
async fn a_person_changes_the_phone_number_in_german() {
    let code = "ist Ihr Perfil-Code, gültig für 5 Minuten. Geben Sie ihn niemals weiter.";
    let told = ["Dies ist jetzt die Telefonnummer Ihres Perfil-Kontos", "Ihre Telefonnummer wurde geändert"];
    changes_the_phone_number(&GERMAN, "de-AT,de;q=0.9,en;q=0.5", &number(903), code, told).await;
}

#[tokio::test]
async fn a_person_changes_the_phone_number_in_spanish() {
    let code = "es su clave temporal de Perfil; vence en 5 minutos. No la comparta nunca.";
    let told = ["Este es ahora el teléfono de su cuenta de Perfil", "Se ha cambiado su número de teléfono"];
    changes_the_phone_number(&SPANISH, "es-MX,es;q=0.9,en;q=0.5", &number(904), code, told).await;
}

/// `told` is in the text to the new number, and in the mail.
async fn changes_the_phone_number(person: &Person, languages: &str, new: &str, says: &str, told: [&str; 2]) {
    let (sms, mail) = (Kannel::shared().await, MailServer::start().await);
    let server = Server::builder().people(std::slice::from_ref(person)).sms(sms.url()).smtp(mail.url()).start().await;
    let client = server.client().with("accept-language", languages);
    client.sign_in(person).await;
    let change = client.change_phone(person, new).await;
    let text = sms.wait_for_sms(new, 1).await.text;
    let code = sms.wait_for_code(new, 1).await;
    assert_eq!(text, format!("{code} {says}\n@localhost #{code}"));
    client.validate(&change, &code).await.expect(200);
    let text = sms.wait_for_sms(new, 2).await.text;
    assert!(text.starts_with(told[0]), "{text}");
    mail.wait_for(person.email, told[1]).await;
    let page = client.page("/settings/phone").await.expect(200);
    let tag = languages.split('-').next().unwrap_or_default();
    assert!(page.body.contains(&format!("lang=\"{tag}\"")) && page.body.contains("dir=\"ltr\""));
}
