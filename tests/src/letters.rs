//! What tests of links begin with: a server with a mail server that keeps what arrives and an SMS gateway that records.

use crate::mail::{Mail, MailServer};
use crate::server::Builder;
use crate::wait::until;
use crate::{Answer, Client, Person, Server, SmsGateway};
use serde_json::{Value, json};
use std::time::Duration;

/// How long a mail may take to arrive.
const LIMIT: Duration = Duration::from_secs(60);

/// A server and its peers.
pub struct Letters {
    /// The server.
    pub server: Server,
    /// Where its mails arrive.
    pub mail: MailServer,
    /// Where its text messages arrive.
    pub sms: SmsGateway,
}

impl Letters {
    /// With the usual people, on SQLite.
    pub async fn start() -> Self {
        Self::of(Server::builder()).await
    }

    /// With a server described by `builder`.
    pub async fn of(builder: Builder) -> Self {
        let (mail, sms) = (MailServer::start().await, SmsGateway::start().await);
        let server = builder.smtp(mail.url()).sms(sms.url()).start().await;
        Self { server, mail, sms }
    }

    /// The `count`th mail to that address that links to that page, for example `/undo`, once it is there.
    pub async fn letter(&self, address: &str, page: &str, count: usize) -> Mail {
        let what = format!("mail {count} to {address} with a link to {page}");
        let link = format!("{page}?t=");
        let letters = || self.mail.mails_to(address).into_iter().filter(|mail| mail.text.contains(&link));
        until(&what, LIMIT, async || letters().nth(count - 1)).await
    }

    /// The token in the `count`th link to that page in a mail to that address.
    pub async fn token(&self, address: &str, page: &str, count: usize) -> String {
        self.letter(address, page, count).await.token(page)
    }

    /// A new browser of `person`, who has asked for `new`: the change's id and the token that came to `new`.
    pub async fn pending(&self, person: &Person, new: &str) -> (Client, String, String) {
        let client = self.server.client_of(person).await;
        let account = client.change_email(new, person.password).await.expect(200).json();
        let token = self.token(new, "/confirm-email", 1).await;
        (client, email_change_of(&account), token)
    }

    /// The same, confirmed: the token that the old mailbox got.
    pub async fn changed(&self, person: &Person, new: &str) -> (Client, String) {
        let (client, _, token) = self.pending(person, new).await;
        client.confirm(&token).await.expect(200);
        (client, self.token(person.email, "/undo", 1).await)
    }

    /// The token of the `count`th link for a forgotten password, asked for by somebody who is not signed in.
    pub async fn reset_token(&self, address: &str, count: usize) -> String {
        self.server.client().forgot(address).await.expect(200);
        self.token(address, "/reset-password", count).await
    }
}

impl Client {
    /// Asks for a link to a new address.
    pub async fn change_email(&self, email: &str, password: &str) -> Answer {
        self.call("/api/email/change", json!({ "email": email, "password": password })).await
    }

    /// Presses the button of a link to a new address.
    pub async fn confirm(&self, token: &str) -> Answer {
        self.call("/api/email/confirm", json!({ "token": token })).await
    }

    /// Presses the button of a link that undoes a change.
    pub async fn undo(&self, token: &str) -> Answer {
        self.call("/api/undo", json!({ "token": token })).await
    }

    /// Looks at what a link would do.
    pub async fn look(&self, purpose: &str, token: &str) -> Answer {
        self.call("/api/link", json!({ "purpose": purpose, "token": token })).await
    }

    /// Asks for a link to choose a new password.
    pub async fn forgot(&self, email: &str) -> Answer {
        self.call("/api/password/forgot", json!({ "email": email })).await
    }

    /// Chooses a new password by a link.
    pub async fn reset(&self, token: &str, new: &str) -> Answer {
        self.call("/api/password/reset", json!({ "token": token, "new": new, "repeat": new })).await
    }
}

/// The id of the change of address that waits in an account.
pub fn email_change_of(account: &Value) -> String {
    account["pending_email"]["change"].as_str().unwrap_or_else(|| panic!("no change waits: {account}")).to_owned()
}
