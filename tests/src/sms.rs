//! A peer that speaks Kannel's `sendsms` over a real socket, and does what a test tells it to. The stories use the real
//! one ([`crate::kannel`]); this one is faster and can misbehave.

use crate::peer::{asked, say};
use crate::wait::{free_port, until};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How long a text may take to arrive.
const LIMIT: Duration = Duration::from_secs(60);

/// A request to send a text.
#[derive(Clone, Debug)]
pub struct Text {
    /// The recipient.
    pub to: String,
    /// The text.
    pub text: String,
    /// All parameters.
    pub parameters: BTreeMap<String, String>,
}

impl Text {
    /// The code in the last line, `@host #code`.
    pub fn code(&self) -> Option<String> {
        code_in(&self.text)
    }
}

/// The code in the last line of a text, `@host #code`.
pub fn code_in(text: &str) -> Option<String> {
    let (_, code) = text.lines().last()?.strip_prefix('@')?.split_once(" #")?;
    (code.len() == 6).then(|| code.to_owned())
}

/// What the gateway does with a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Takes the text.
    #[default]
    Accepts,
    /// Answers with that status.
    Answers(u16),
    /// Reads the request and never answers.
    Hangs,
}

#[derive(Default)]
struct State {
    texts: Vec<Text>,
    mood: Mood,
}

/// The gateway.
pub struct SmsGateway {
    port: u16,
    state: Arc<Mutex<State>>,
    serving: Option<JoinHandle<()>>,
}

impl SmsGateway {
    /// Starts one that accepts.
    pub async fn start() -> Self {
        let mut gateway = Self::prepared();
        gateway.up().await;
        gateway
    }

    /// One that is down until [`SmsGateway::up`].
    pub fn prepared() -> Self {
        Self { port: free_port(), state: Arc::default(), serving: None }
    }

    /// Its `PERFIL_SMS_URL`.
    pub fn url(&self) -> String {
        format!("kannel://perfil:gateway-password@127.0.0.1:{}/cgi-bin/sendsms?from=Perfil", self.port)
    }

    /// Starts it, or starts it again at the same place.
    pub async fn up(&mut self) {
        // A process that is being started holds what was open here, the try of `free_port` too, until it runs its program.
        let bind = async || TcpListener::bind(("127.0.0.1", self.port)).await.ok();
        let listener = until("the gateway's port to be free", Duration::from_secs(5), bind).await;
        let state = self.state.clone();
        self.serving = Some(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, state.clone()));
            }
        }));
    }

    /// Stops taking connections.
    pub async fn down(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // Waits until the listener is closed; the error says that it was stopped.
            let _ = serving.await;
        }
    }

    /// What it does from now on.
    pub fn is(&self, mood: Mood) {
        self.state().mood = mood;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every request so far, refused ones included.
    pub fn texts(&self) -> Vec<Text> {
        self.state().texts.clone()
    }

    /// Every request for that number.
    pub fn texts_to(&self, number: &str) -> Vec<Text> {
        self.texts().into_iter().filter(|text| text.to == number).collect()
    }

    /// Waits until there are `count` requests for that number, and answers with the last.
    pub async fn wait_for(&self, number: &str, count: usize) -> Text {
        let what = format!("text {count} to {number}");
        until(&what, LIMIT, async || self.texts_to(number).get(count - 1).cloned()).await
    }

    /// Waits for the `count`th code to that number.
    pub async fn wait_for_code(&self, number: &str, count: usize) -> String {
        let what = format!("code {count} to {number}");
        let codes = || self.texts_to(number).iter().filter_map(Text::code).collect::<Vec<_>>();
        until(&what, LIMIT, async || codes().get(count - 1).cloned()).await
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    let Some(path) = asked(&mut stream).await else { return };
    let (status, text) = match note(&path, &state) {
        Mood::Accepts => (202, "0: Accepted for delivery"),
        Mood::Answers(status) => (status, "Temporal failure, try again later."),
        Mood::Hangs => return std::future::pending().await,
    };
    say(stream, status, "text/html", text).await;
}

fn note(path: &str, state: &Mutex<State>) -> Mood {
    let url = reqwest::Url::parse(&format!("http://gateway{path}")).expect("a request has a path");
    let parameters: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
    let get = |name: &str| parameters.get(name).cloned().unwrap_or_default();
    let text = Text { to: get("to"), text: get("text"), parameters: parameters.clone() };
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    state.texts.push(text);
    state.mood
}
