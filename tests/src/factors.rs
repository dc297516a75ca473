//! Two-step sign-in, as a person sets it up and uses it.

use crate::authenticator::Passkey;
use crate::{Answer, Client, Person, Server, totp};
use serde_json::{Value, json};
use std::time::{Duration, UNIX_EPOCH};

/// Seconds that an authenticator app shows a code.
const STEP: u64 = 30;
/// Seconds that a test may take to use a code of this very step. The machine may be busy compiling.
const MARGIN: u64 = 12;

/// An authenticator app that knows the secret of an account.
#[derive(Clone, Debug)]
pub struct App {
    /// The factor's id.
    pub id: String,
    /// The secret in base 32.
    pub secret: String,
}

impl App {
    /// The app that waits to be confirmed on the page.
    pub fn pending_on(page: &Value) -> Self {
        let text = |name: &str| page["pending"][name].as_str().unwrap_or_else(|| panic!("no app waits: {page}"));
        Self { id: text("id").to_owned(), secret: text("secret").replace(' ', "") }
    }

    /// The code that it shows now.
    pub fn code(&self) -> String {
        self.code_in(0)
    }

    /// The code that it shows so many steps later, or before.
    pub fn code_in(&self, steps: i64) -> String {
        let moment = now().checked_add_signed(steps * STEP as i64).expect("a moment of this century");
        totp::code_at(&self.secret, moment)
    }

    /// A code that it does not show within a few steps of now, another one for each `index` below 1,000.
    pub fn wrong_code(&self, index: usize) -> String {
        let shown: Vec<String> = (-3..=3).map(|steps| self.code_in(steps)).collect();
        let codes = (0..).map(|number| format!("{:06}", (number * 101 + 7) % 1_000_000));
        codes.filter(|code| !shown.contains(code)).nth(index).expect("most codes are wrong")
    }
}

/// Waits until the codes of now stay for a while.
pub async fn settle() {
    let into = now() % STEP;
    if into > STEP - MARGIN {
        tokio::time::sleep(Duration::from_secs(STEP - into)).await;
    }
}

fn now() -> u64 {
    UNIX_EPOCH.elapsed().expect("the clock is set").as_secs()
}

/// Asks for a passkey: what the server remembers, and what the browser is asked.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// The secret name of what the server remembers.
    pub ceremony: String,
    /// What the browser is asked, as JSON.
    pub options: String,
}

impl Challenge {
    /// Reads the answer to a request for one.
    #[track_caller]
    pub fn of(answer: Answer) -> Self {
        let challenge = answer.expect(200).json();
        let text = |name: &str| challenge[name].as_str().expect("a text").to_owned();
        Self { ceremony: text("ceremony"), options: text("options") }
    }

    /// What the browser is asked.
    pub fn asked(&self) -> Value {
        serde_json::from_str(&self.options).expect("options are JSON")
    }

    /// The same with another value at that place, for example `/challenge`.
    pub fn with(&self, place: &str, value: &str) -> Self {
        let mut options = self.asked();
        *options.pointer_mut(place).expect("the place is there") = json!(value);
        Self { options: options.to_string(), ..self.clone() }
    }
}

/// New recovery codes in an answer.
pub fn recovery_codes(changed: &Value) -> Vec<String> {
    let codes = changed["recovery_codes"].as_array().unwrap_or_else(|| panic!("no new codes: {changed}"));
    codes.iter().map(|code| code.as_str().expect("a text").to_owned()).collect()
}

impl Server {
    /// A new browser that has typed the password and is asked for the second step.
    pub async fn half_way(&self, person: &Person) -> Client {
        let client = self.client();
        client.half_sign_in(person).await;
        client
    }

    /// As if no code of any app had been used before.
    pub async fn forget_used_codes(&self) {
        self.database.execute("UPDATE factors SET last_step = 0").await;
    }
}

impl Client {
    /// *Two-step sign-in*.
    pub async fn factors(&self) -> Value {
        self.ask("/api/factors").await.expect(200).json()
    }

    /// Asks for a new app.
    pub async fn try_add_app(&self, name: &str, password: &str) -> Answer {
        self.call("/api/factors/add-app", json!({ "name": name, "password": password })).await
    }

    /// Asks for a new app and expects to be shown its secret.
    pub async fn add_app(&self, name: &str, person: &Person) -> App {
        App::pending_on(&self.try_add_app(name, person.password).await.expect(200).json())
    }

    /// Types in the first code of an app.
    pub async fn confirm_app(&self, app: &App, code: &str) -> Answer {
        self.call("/api/factors/confirm-app", json!({ "factor": app.id, "code": code })).await
    }

    /// Gives up adding an app.
    pub async fn cancel_app(&self, app: &App) -> Answer {
        self.call("/api/factors/cancel-app", json!({ "factor": app.id })).await
    }

    /// Adds an app by the code of the step before, so that the code of now can still be used; the new recovery codes,
    /// if it is the first factor.
    pub async fn use_app(&self, name: &str, person: &Person) -> (App, Vec<String>) {
        settle().await;
        let app = self.add_app(name, person).await;
        let changed = self.confirm_app(&app, &app.code_in(-1)).await.expect(200).json();
        let codes = if changed["recovery_codes"].is_null() { Vec::new() } else { recovery_codes(&changed) };
        (app, codes)
    }

    /// Removes an app or a passkey.
    pub async fn remove_factor(&self, id: &str, password: &str) -> Answer {
        self.call("/api/factors/remove", json!({ "factor": id, "password": password })).await
    }

    /// Makes new recovery codes.
    pub async fn make_recovery_codes(&self, password: &str) -> Answer {
        self.call("/api/factors/recovery-codes", json!({ "password": password })).await
    }

    /// Types the password and expects to be asked for the second step.
    pub async fn half_sign_in(&self, person: &Person) -> Answer {
        let answer = self.sign_in(person).await;
        assert_eq!(answer.json(), "second-step");
        answer
    }

    /// Types a code at the second step.
    pub async fn enter_code(&self, code: &str) -> Answer {
        self.call("/api/sign-in/code", json!({ "code": code })).await
    }

    /// Asks for a new passkey.
    pub async fn try_begin_passkey(&self, name: &str, password: &str) -> Answer {
        self.call("/api/passkeys/begin", json!({ "name": name, "password": password })).await
    }

    /// Sends what an authenticator answered for a new passkey.
    pub async fn try_add_passkey(&self, ceremony: &str, credential: &str) -> Answer {
        self.call("/api/passkeys/add", json!({ "ceremony": ceremony, "credential": credential })).await
    }

    /// Adds a passkey; what the page shows then, with the recovery codes if it is the first factor.
    pub async fn use_passkey(&self, passkey: &mut Passkey, name: &str, person: &Person) -> Value {
        let challenge = Challenge::of(self.try_begin_passkey(name, person.password).await);
        let credential = passkey.create(&challenge.options, self.origin());
        self.try_add_passkey(&challenge.ceremony, &credential).await.expect(200).json()
    }

    /// Asks for a passkey as the second step.
    pub async fn begin_second_step_passkey(&self) -> Answer {
        self.ask("/api/sign-in/second-step/passkey").await
    }

    /// Asks to sign in with a passkey alone.
    pub async fn begin_passkey_sign_in(&self, remember: bool) -> Answer {
        self.call("/api/sign-in/passkey/begin", json!({ "remember": remember })).await
    }

    /// Sends what an authenticator answered to either.
    pub async fn sign_in_with_passkey(&self, ceremony: &str, credential: &str) -> Answer {
        self.call("/api/sign-in/passkey", json!({ "ceremony": ceremony, "credential": credential })).await
    }

    /// Answers a request for a passkey as the browser does.
    pub async fn answer(&self, passkey: &mut Passkey, challenge: &Challenge) -> Answer {
        let credential = passkey.get(&challenge.options, self.origin());
        self.sign_in_with_passkey(&challenge.ceremony, &credential).await
    }
}
