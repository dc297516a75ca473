//! The desktop app, as far as the server can tell: forms that it posts itself, and the stream on which it hears what happens.

use crate::client::Call;
use crate::{Answer, Client};
use perfil_models::client::EVENTS_PATH;
use reqwest::Method;
use serde_json::Value;
use std::time::Duration;
use tokio::time::timeout;

impl Client {
    /// The token of the forms on its pages.
    pub async fn form_token(&self) -> String {
        self.ask("/api/page").await.expect(200).json()["form_token"].as_str().expect("a token").to_owned()
    }

    /// Posts a form of its own, with its token.
    pub async fn post_own_form(&self, name: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token().await;
        let fields = fields.iter().copied().chain([("form_token", token.as_str())]);
        let fields: Vec<_> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        self.post_form(&format!("/forms/{name}"), &fields).send().await
    }

    /// Stays connected: what happens from now on is heard.
    pub async fn listen(&self) -> Listener {
        Self::listen_by(self.request(Method::GET, EVENTS_PATH)).await
    }

    /// The same, after having heard that last.
    pub async fn listen_after(&self, last: &str) -> Listener {
        Self::listen_by(self.request(Method::GET, EVENTS_PATH).header("last-event-id", last)).await
    }

    async fn listen_by(call: Call<'_>) -> Listener {
        let response = call.open().await.expect("an answer");
        let content_type = response.headers()["content-type"].to_str().unwrap_or_default().to_owned();
        assert_eq!((response.status().as_u16(), content_type.as_str()), (200, "text/event-stream"));
        let mut listener = Listener { response, unread: String::new(), last: String::new() };
        let first = listener.block(Duration::from_secs(5)).await.unwrap_or_default();
        assert!(first.starts_with(": connected") && !listener.last.is_empty(), "from then on it is heard: {first}");
        listener
    }
}

fn field<'a>(block: &'a str, name: &str) -> Option<&'a str> {
    block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim)
}

/// One end of a stream of events.
pub struct Listener {
    response: reqwest::Response,
    unread: String,
    /// The id of what was heard last.
    pub last: String,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Its name.
    pub event: String,
    /// What it carries.
    pub data: Value,
}

impl Listener {
    /// The next lines up to an empty one, a comment among them. `None`: the stream has ended.
    ///
    /// # Panics
    ///
    /// If nothing comes within `limit`.
    pub async fn block(&mut self, limit: Duration) -> Option<String> {
        timeout(limit, self.read()).await.unwrap_or_else(|_| panic!("nothing was said in {limit:?}"))
    }

    async fn read(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.unread.split_once("\n\n") {
                let block = block.to_owned();
                self.unread = rest.to_owned();
                if let Some(id) = field(&block, "id:") {
                    self.last = id.to_owned();
                }
                return Some(block);
            }
            let chunk = self.response.chunk().await.ok()??;
            self.unread.push_str(std::str::from_utf8(&chunk).expect("text"));
        }
    }

    /// The next event; comments are passed over. `None`: the stream has ended.
    pub async fn next(&mut self, limit: Duration) -> Option<Heard> {
        timeout(limit, self.next_event()).await.unwrap_or_else(|_| panic!("nothing happened in {limit:?}"))
    }

    async fn next_event(&mut self) -> Option<Heard> {
        loop {
            let block = self.read().await?;
            if let Some(event) = field(&block, "event:") {
                let data = serde_json::from_str(field(&block, "data:").unwrap_or_default()).expect("JSON");
                return Some(Heard { event: event.to_owned(), data });
            }
        }
    }

    /// The next notice.
    pub async fn notice(&mut self, limit: Duration) -> Value {
        let heard = self.next(limit).await.expect("the stream goes on");
        assert_eq!(heard.event, "notice", "{}", heard.data);
        heard.data
    }

    /// Whether no event comes for so long.
    pub async fn hears_nothing(&mut self, time: Duration) -> bool {
        timeout(time, self.next_event()).await.is_err()
    }
}
