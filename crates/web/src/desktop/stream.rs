//! `GET /api/desktop/events`: what an app hears while it runs, as server-sent events.

use super::hub::{self, Push, Seat};
use crate::Shared;
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};
use perfil_models::AccessError;
use perfil_models::client::{LAST_EVENT_HEADER, NOTICE_EVENT, SIGNED_OUT_EVENT};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

/// Between two signs of life, where nothing else is said: shorter than what proxies wait for a silent server.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Keeps nginx from collecting the answer before it passes it on.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// The handler.
pub async fn events(
    State(shared): State<Arc<Shared>>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Response {
    match seat(&shared, &visit, &headers).await {
        Ok(seat) => {
            let events = Sse::new(events_of(seat)).keep_alive(KeepAlive::new().interval(HEARTBEAT));
            ([UNBUFFERED, (header::CACHE_CONTROL, "no-store")], events).into_response()
        }
        Err(error) => problem::failed(&shared, Kind::Stream, &error, &headers),
    }
}

async fn seat(shared: &Arc<Shared>, visit: &Visit, headers: &HeaderMap) -> Result<Seat, AccessError> {
    let heard = headers.get(LAST_EVENT_HEADER).and_then(|value| value.to_str().ok()).filter(|id| is_id(id));
    hub::join(shared, visit.session()?, heard).await
}

fn is_id(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// The first one says that the client is heard: whatever happens from then on, it is told.
fn events_of(seat: Seat) -> impl Stream<Item = Result<Event, Infallible>> {
    let first = Event::default().comment("connected").id(&seat.heard);
    let pushes = stream::unfold(seat, async |mut seat| {
        let push = tokio::select! {
            push = seat.pushes.recv() => push?,
            _ = seat.stopped.changed() => return None,
        };
        Some((event(&push, &mut seat.heard), seat))
    });
    stream::once(async { first }).chain(pushes).map(Ok)
}

/// `heard` only moves on: a message may be seen after one that was written later.
fn event(push: &Push, heard: &mut String) -> Event {
    match push {
        Push::Notice(notice) => {
            if notice.id > *heard {
                heard.clone_from(&notice.id);
            }
            let data = serde_json::to_string(notice).unwrap_or_default();
            Event::default().event(NOTICE_EVENT).id(&*heard).data(data)
        }
        Push::SignedOut => Event::default().event(SIGNED_OUT_EVENT).data("{}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::id::compose;

    #[test]
    fn only_an_id_says_what_was_heard_last() {
        assert!(is_id(&compose(1_795_511_700_000, [7; 10])));
        for text in ["", "1", "01JDQZ0000000000000000000", "01jdqz00000000000000000000", "' OR 1=1 --' OR 1=1 --' OR"] {
            assert!(!is_id(text), "{text}");
        }
    }
}
