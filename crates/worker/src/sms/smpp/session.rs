//! What a sender holds of a bound connection.

use crate::SendFailure;
use rusmpp::pdus::SubmitSm;
use rusmpp::{Command, CommandStatus, Pdu};
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

/// A message on its way to the connection.
pub(super) struct Submit {
    pub message: Box<SubmitSm>,
    pub answer: oneshot::Sender<Answer>,
}

/// What came of it. When nothing comes, the connection broke after the message was written.
pub(super) enum Answer {
    /// The SMSC answered.
    Response(Box<Command>),
    /// The connection ended before the message was written.
    NotSent,
}

/// A bound connection. Cheap to clone.
#[derive(Clone)]
pub(super) struct Session {
    submits: mpsc::Sender<Submit>,
    window: Arc<Semaphore>,
}

impl Session {
    /// One with so many submits without an answer at once, and where they come out.
    pub(super) fn new(window: usize) -> (Self, mpsc::Receiver<Submit>) {
        let (submits, waiting) = mpsc::channel(window);
        (Self { submits, window: Arc::new(Semaphore::new(window)) }, waiting)
    }

    /// Offers a message to the SMSC; its name for it, if it took it.
    pub(super) async fn submit(&self, message: SubmitSm, deadline: Instant) -> Result<Option<String>, SendFailure> {
        let closed = || SendFailure::later("the connection to the SMSC ended before the submit");
        let Ok(place) = timeout_at(deadline, self.window.acquire()).await else {
            return Err(SendFailure::later("the SMSC is slow: no place in the window"));
        };
        let _place = place.map_err(|_| closed())?;
        let (answer, answered) = oneshot::channel();
        let submit = Submit { message: Box::new(message), answer };
        self.submits.send(submit).await.map_err(|_| closed())?;
        match timeout_at(deadline, answered).await {
            Ok(Ok(Answer::Response(response))) => judge(&response),
            Ok(Ok(Answer::NotSent)) => Err(closed()),
            Ok(Err(_)) => Err(SendFailure::unknown("the connection to the SMSC broke before the answer")),
            Err(_) => Err(SendFailure::unknown("the SMSC did not answer in time")),
        }
    }
}

/// What a status means for the message (SMPP 3.4 §5.1.3).
fn judge(response: &Command) -> Result<Option<String>, SendFailure> {
    let status = response.status();
    let reason = format!("the SMSC answered 0x{:08x}", u32::from(status));
    match status {
        CommandStatus::EsmeRok => Ok(name(response)),
        CommandStatus::EsmeRthrottled
        | CommandStatus::EsmeRmsgqful
        | CommandStatus::EsmeRsyserr
        | CommandStatus::EsmeRsubmitfail
        | CommandStatus::EsmeRinvbndsts
        | CommandStatus::EsmeRxTAppn => Err(SendFailure::later(reason)),
        CommandStatus::EsmeRinvsrcadr
        | CommandStatus::EsmeRinvsrcton
        | CommandStatus::EsmeRinvsrcnpi
        | CommandStatus::EsmeRinvsystyp
        | CommandStatus::EsmeRinvsertyp
        | CommandStatus::EsmeRprohibited => {
            tracing::error!(reason, "the SMSC refuses our sender: check from, ton, npi and system_type of its URL");
            Err(SendFailure::later(reason))
        }
        _ => Err(SendFailure::dead(reason)),
    }
}

fn name(response: &Command) -> Option<String> {
    match response.pdu() {
        Some(Pdu::SubmitSmResp(response)) => {
            Some(response.message_id().as_str().to_owned()).filter(|name| !name.is_empty())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_decides_whether_to_try_again() {
        let judged = |status: u32| judge(&Command::new(CommandStatus::from(status), 1, Pdu::GenericNack));
        assert_eq!(judged(0x00), Ok(None));
        for passing in [0x08, 0x14, 0x45, 0x58, 0x64, 0x0A] {
            assert!(matches!(judged(passing), Err(SendFailure::Later { .. })), "{passing:x}");
        }
        for lasting in [0x01, 0x0B, 0x50, 0x65, 0x66, 0x104, 0x400] {
            assert!(matches!(judged(lasting), Err(SendFailure::Dead { .. })), "{lasting:x}");
        }
        assert_eq!(judged(0x0B), Err(SendFailure::dead("the SMSC answered 0x0000000b")));
    }
}
