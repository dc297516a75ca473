//! What the server tells without being asked, while somebody is signed in: `GET /api/desktop/events`.

mod backoff;
mod sse;

use backoff::Backoff;
use perfil_models::client::{LAST_EVENT_HEADER, NOTICE_EVENT, Notice, SIGNED_OUT_EVENT};
use reqwest::{RequestBuilder, Response, StatusCode};
use sse::{Message, Parser};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// The server says something every 15 seconds, if only that it is there.
const SILENCE: Duration = Duration::from_secs(45);
/// Longer than the silence, so that it is this module which gives up.
const NO_END: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What happens on the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The server can be reached, and its events arrive from now on.
    Connected,
    /// There is something to tell the person.
    Notice(Notice),
    /// The session has ended. The stream is over.
    SignedOut,
    /// The server takes only newer apps. The stream is over.
    TooOld,
    /// The connection broke, or none came about. The next try comes by itself.
    Lost,
}

enum End {
    Lost,
    SignedOut,
    TooOld,
}

/// Follows the stream until the session ends; `request` is a new `GET` of [`perfil_models::client::EVENTS_PATH`] for each
/// try, with the headers that say who asks. Dropping the future ends it too.
pub(crate) async fn follow(request: impl Fn() -> RequestBuilder, mut tell: impl FnMut(Event)) {
    let mut backoff = Backoff::new(fastrand::f64);
    let mut last_id = String::new();
    loop {
        let end = match connect(request(), &last_id).await {
            Ok(answer) => {
                tell(Event::Connected);
                let mut parser = Parser::after(last_id);
                let end = listen(answer, &mut parser, &mut backoff, &mut tell).await;
                last_id = parser.last_id();
                end
            }
            Err(end) => end,
        };
        match end {
            End::Lost => tell(Event::Lost),
            End::SignedOut => return tell(Event::SignedOut),
            End::TooOld => return tell(Event::TooOld),
        }
        sleep(backoff.next()).await;
    }
}

/// `last_id`: of the event after which an earlier stream was cut off, so that what was missed is told.
async fn connect(request: RequestBuilder, last_id: &str) -> Result<Response, End> {
    let mut request = request.header("accept", "text/event-stream").timeout(NO_END);
    if !last_id.is_empty() {
        request = request.header(LAST_EVENT_HEADER, last_id);
    }
    match timeout(SILENCE, request.send()).await {
        Ok(Ok(answer)) => match answer.status() {
            StatusCode::OK => Ok(answer),
            StatusCode::UNAUTHORIZED => Err(End::SignedOut),
            StatusCode::UPGRADE_REQUIRED => Err(End::TooOld),
            _ => Err(End::Lost),
        },
        _ => Err(End::Lost),
    }
}

async fn listen(mut answer: Response, parser: &mut Parser, backoff: &mut Backoff, tell: &mut impl FnMut(Event)) -> End {
    while let Ok(Ok(Some(chunk))) = timeout(SILENCE, answer.chunk()).await {
        backoff.reset();
        let Ok(messages) = parser.read(&chunk) else { return End::Lost };
        for message in messages {
            match event(&message) {
                Some(Event::SignedOut) => return End::SignedOut,
                Some(event) => tell(event),
                None => {}
            }
        }
    }
    End::Lost
}

fn event(message: &Message) -> Option<Event> {
    match message.event.as_str() {
        SIGNED_OUT_EVENT => Some(Event::SignedOut),
        NOTICE_EVENT => match serde_json::from_str(&message.data) {
            Ok(notice) => Some(Event::Notice(notice)),
            Err(why) => {
                tracing::warn!("a notice could not be understood: {why}");
                None
            }
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
