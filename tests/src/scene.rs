//! What most tests begin with: a server with an SMS gateway that records, and steps of the phone change.

use crate::server::Builder;
use crate::{Client, Person, Server, SmsGateway};
use serde_json::{Value, json};

/// A server and its gateway.
pub struct Scene {
    /// The server.
    pub server: Server,
    /// The gateway.
    pub sms: SmsGateway,
}

impl Scene {
    /// With the usual people, on SQLite.
    pub async fn start() -> Self {
        Self::of(Server::builder()).await
    }

    /// With a server described by `builder`.
    pub async fn of(builder: Builder) -> Self {
        let sms = SmsGateway::start().await;
        let server = builder.sms(sms.url()).start().await;
        Self { server, sms }
    }

    /// A new browser that is signed in, and a change to `number` that waits for its code: its id and the code.
    pub async fn pending(&self, person: &Person, number: &str) -> (Client, String, String) {
        let client = self.server.client_of(person).await;
        let before = self.sms.texts_to(number).iter().filter(|text| text.code().is_some()).count();
        let change = client.change_phone(person, number).await;
        let code = self.sms.wait_for_code(number, before + 1).await;
        (client, change, code)
    }

    /// The same for [`crate::OWNER`] after ten minutes, when limits on texts no longer matter.
    pub async fn pending_after_wait(&self, number: &str) -> (Client, String, String) {
        self.server.database.let_time_pass(std::time::Duration::from_secs(600)).await;
        self.pending(&crate::OWNER, number).await
    }
}

impl Client {
    /// Asks for a change of the phone number and expects a code to be sent; the change's id.
    pub async fn change_phone(&self, person: &Person, number: &str) -> String {
        let answer = self.try_change_phone(number, person.password).await.expect(200).json();
        change_of(&answer)
    }

    /// Asks for a change of the phone number.
    pub async fn try_change_phone(&self, number: &str, password: &str) -> crate::Answer {
        let form = json!({ "country": "GB", "number": number, "password": password });
        self.call("/api/phone/change", form).await
    }

    /// Types a code in.
    pub async fn validate(&self, change: &str, code: &str) -> crate::Answer {
        self.call("/api/phone/validate", json!({ "change": change, "code": code })).await
    }

    /// Asks for the code to be sent again.
    pub async fn resend(&self, change: &str) -> crate::Answer {
        self.call("/api/phone/resend", json!({ "change": change })).await
    }
}

/// The id of the change that waits in an account.
pub fn change_of(account: &Value) -> String {
    account["pending_phone"]["change"].as_str().unwrap_or_else(|| panic!("no change waits: {account}")).to_owned()
}

/// A code that is not `code`, differing in its last digit by `step` of 1 to 9.
pub fn another_code(code: &str, step: u32) -> String {
    let number: u32 = code.parse().expect("six digits");
    let last = (number % 10 + step) % 10;
    format!("{:06}", number - number % 10 + last)
}
