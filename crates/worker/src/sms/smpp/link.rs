//! The connection itself: bound, kept alive, bound again when it breaks, and unbound at the end.

use super::account::Account;
use super::pdu::{Unit, Units, write};
use super::session::{Answer, Session, Submit};
use super::{SmppTimes, receipt};
use crate::Stop;
use crate::failure::tls_fault;
use crate::receipts::{ReceiptOutcome, Receipts};
use crate::stop::stopped;
use rusmpp::pdus::{BindTransceiver, DeliverSm, DeliverSmResp};
use rusmpp::values::InterfaceVersion;
use rusmpp::{Command, CommandStatus, Pdu};
use std::collections::BTreeMap;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadHalf, WriteHalf};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use tokio_rustls::rustls::pki_types::ServerName;

/// The provider's name in metrics.
const PROVIDER: &str = "smpp";

/// The longest pause before the connection is tried again, and the shortest after the SMSC refused who we say we are.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
const PAUSE_AFTER_REFUSAL: Duration = Duration::from_secs(30);

/// How long the SMSC may take to say goodbye.
const GOODBYE: Duration = Duration::from_millis(500);

/// SMPP 3.4 §5.2.4.
const VERSION: u8 = 0x34;

/// A stream, in clear or not.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

/// Why a connection could not be used.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error("{}", tls_fault(.0).unwrap_or_else(|| format!("the connection failed: {}", .0.kind())))]
    Stream(#[from] io::Error),
    #[error("the SMSC refused the bind with 0x{0:08x}")]
    Refused(u32),
    #[error("the SMSC ended the session")]
    Unbound,
    #[error("the SMSC did not answer to enquire_link")]
    Silent,
}

/// Keeps a connection until `stop`, and tells senders about it through `current`.
pub(super) async fn keep(
    account: &Account,
    times: SmppTimes,
    current: &watch::Sender<Option<Session>>,
    receipts: Receipts,
    mut stop: Stop,
) {
    let mut pause = times.pause;
    while !*stop.borrow() {
        let opened = tokio::select! {
            () = stopped(&mut stop) => return,
            opened = timeout(times.answer, open(account, times.answer)) => opened.unwrap_or_else(|late| Err(Broken::Stream(late.into()))),
        };
        let ended = match opened {
            Ok((reads, writes)) => {
                pause = times.pause;
                let (session, submits) = Session::new(account.window);
                let link = Link::new(reads, writes, submits, receipts.clone(), times);
                tracing::info!(host = account.host, "bound to the SMSC");
                current.send_replace(Some(session));
                receipts.metrics.link(PROVIDER, true);
                let ended = link.run(&mut stop).await;
                current.send_replace(None);
                ended
            }
            Err(broken) => Err(broken),
        };
        receipts.metrics.link(PROVIDER, false);
        let Err(broken) = ended else { return };
        if let Broken::Refused(_) = broken {
            tracing::error!(host = account.host, %broken, "check the system_id and password of the SMSC's URL");
            pause = pause.max(PAUSE_AFTER_REFUSAL.min(times.pause * 30));
        } else {
            tracing::warn!(host = account.host, %broken, "no connection to the SMSC");
        }
        tokio::select! {
            () = stopped(&mut stop) => return,
            () = sleep(pause) => pause = (pause * 2).min(LONGEST_PAUSE),
        }
    }
}

type Reads = Units<ReadHalf<Box<dyn Stream>>>;
type Writes = WriteHalf<Box<dyn Stream>>;

/// Connects and binds.
async fn open(account: &Account, limit: Duration) -> Result<(Reads, Writes), Broken> {
    let tcp = TcpStream::connect((account.host.as_str(), account.port)).await?;
    tcp.set_nodelay(true)?;
    let stream: Box<dyn Stream> = match &account.tls {
        Some(tls) => {
            let name = ServerName::try_from(account.host.clone()).map_err(io::Error::other)?;
            Box::new(tls.connect(name, tcp).await?)
        }
        None => Box::new(tcp),
    };
    let (reads, mut writes) = tokio::io::split(stream);
    let mut reads = Units::new(reads);
    write(&mut writes, &Command::new(CommandStatus::EsmeRok, 1, bind(account)), limit).await?;
    loop {
        let Unit::Command(command) = reads.next().await? else { continue };
        match (command.pdu(), command.status()) {
            (Some(Pdu::BindTransceiverResp(_)), CommandStatus::EsmeRok) => return Ok((reads, writes)),
            (Some(Pdu::EnquireLink), _) => {
                let alive = Command::new(CommandStatus::EsmeRok, command.sequence_number(), Pdu::EnquireLinkResp);
                write(&mut writes, &alive, limit).await?;
            }
            (_, CommandStatus::EsmeRok) => {}
            (_, refused) => return Err(Broken::Refused(refused.into())),
        }
    }
}

fn bind(account: &Account) -> BindTransceiver {
    BindTransceiver::builder()
        .system_id(account.system_id.clone())
        .password(account.password())
        .system_type(account.system_type.clone())
        .interface_version(InterfaceVersion::from(VERSION))
        .build()
}

/// A bound connection at work.
struct Link {
    reads: Reads,
    writes: Writes,
    submits: mpsc::Receiver<Submit>,
    receipts: Receipts,
    times: SmppTimes,
    /// The last number that we gave out; the bind had 1.
    sequence: u32,
    /// Submits without an answer.
    open: BTreeMap<u32, oneshot::Sender<Answer>>,
    /// Receipts that are being recorded.
    recording: JoinSet<(u32, CommandStatus)>,
    /// Whether the SMSC owes an answer to `enquire_link`.
    enquired: bool,
}

impl Link {
    fn new(
        reads: Reads,
        writes: Writes,
        submits: mpsc::Receiver<Submit>,
        receipts: Receipts,
        times: SmppTimes,
    ) -> Self {
        let (open, recording) = (BTreeMap::new(), JoinSet::new());
        Self { reads, writes, submits, receipts, times, sequence: 1, open, recording, enquired: false }
    }

    /// Works until it breaks or `stop` comes.
    async fn run(mut self, stop: &mut Stop) -> Result<(), Broken> {
        let ended = self.work(stop).await;
        self.submits.close();
        while let Ok(submit) = self.submits.try_recv() {
            // Whoever asked may have given up waiting.
            let _ = submit.answer.send(Answer::NotSent);
        }
        ended
    }

    async fn work(&mut self, stop: &mut Stop) -> Result<(), Broken> {
        let mut enquiries = interval(self.times.enquire);
        enquiries.set_missed_tick_behavior(MissedTickBehavior::Delay);
        enquiries.reset();
        let answer = self.times.answer;
        let mut silence = Box::pin(sleep(answer));
        loop {
            tokio::select! {
                unit = self.reads.next() => self.take(unit?).await?,
                Some(submit) = self.submits.recv() => self.submit(submit).await?,
                Some(Ok((sequence, status))) = self.recording.join_next() => self.acknowledge(sequence, status).await?,
                _ = enquiries.tick() => {
                    self.open.retain(|_, answer| !answer.is_closed());
                    self.request(Pdu::EnquireLink).await?;
                    if !self.enquired {
                        silence = Box::pin(sleep(answer));
                        self.enquired = true;
                    }
                }
                () = &mut silence, if self.enquired => return Err(Broken::Silent),
                () = stopped(stop) => return self.goodbye().await,
            }
        }
    }

    async fn take(&mut self, unit: Unit) -> Result<(), Broken> {
        // Whatever it says, it is a sign of life.
        self.enquired = false;
        let command = match unit {
            Unit::Command(command) => command,
            Unit::Garbled(sequence) => return self.refuse(sequence).await,
        };
        let sequence = command.sequence_number();
        match command.pdu() {
            Some(Pdu::DeliverSm(deliver)) => self.delivered(sequence, deliver).await,
            Some(Pdu::EnquireLink) => self.respond(CommandStatus::EsmeRok, sequence, Pdu::EnquireLinkResp).await,
            Some(Pdu::Unbind) => {
                self.respond(CommandStatus::EsmeRok, sequence, Pdu::UnbindResp).await?;
                Err(Broken::Unbound)
            }
            Some(Pdu::EnquireLinkResp | Pdu::AlertNotification(_)) => Ok(()),
            // A response, which for a refusal may lack its body.
            Some(Pdu::SubmitSmResp(_) | Pdu::GenericNack) | None => {
                if let Some(answer) = self.open.remove(&sequence) {
                    // Whoever asked may have given up waiting.
                    let _ = answer.send(Answer::Response(command));
                }
                Ok(())
            }
            Some(_) => self.refuse(sequence).await,
        }
    }

    async fn submit(&mut self, submit: Submit) -> Result<(), Broken> {
        if submit.answer.is_closed() {
            return Ok(());
        }
        self.sequence += 1;
        self.open.insert(self.sequence, submit.answer);
        self.respond(CommandStatus::EsmeRok, self.sequence, *submit.message).await
    }

    /// A receipt is acknowledged when it is recorded. A text that somebody sends us is of no interest.
    async fn delivered(&mut self, sequence: u32, deliver: &DeliverSm) -> Result<(), Broken> {
        let Some(receipt) = receipt::read(deliver) else {
            return self.acknowledge(sequence, CommandStatus::EsmeRok).await;
        };
        let receipts = self.receipts.clone();
        self.recording.spawn(async move {
            let status = match receipts.smpp(&receipt).await {
                ReceiptOutcome::Unavailable => CommandStatus::EsmeRxTAppn,
                ReceiptOutcome::Recorded | ReceiptOutcome::Nothing | ReceiptOutcome::Forged => CommandStatus::EsmeRok,
            };
            (sequence, status)
        });
        Ok(())
    }

    async fn acknowledge(&mut self, sequence: u32, status: CommandStatus) -> Result<(), Broken> {
        self.respond(status, sequence, DeliverSmResp::default()).await
    }

    async fn refuse(&mut self, sequence: u32) -> Result<(), Broken> {
        tracing::warn!("the SMSC sent what cannot be read, or is not asked for");
        self.respond(CommandStatus::EsmeRinvcmdid, sequence, Pdu::GenericNack).await
    }

    async fn request(&mut self, pdu: impl Into<Pdu>) -> Result<(), Broken> {
        self.sequence += 1;
        self.respond(CommandStatus::EsmeRok, self.sequence, pdu).await
    }

    async fn respond(&mut self, status: CommandStatus, sequence: u32, pdu: impl Into<Pdu>) -> Result<(), Broken> {
        Ok(write(&mut self.writes, &Command::new(status, sequence, pdu), self.times.answer).await?)
    }

    /// Unbinds. Receipts that are not recorded yet are not acknowledged, so they come again.
    async fn goodbye(&mut self) -> Result<(), Broken> {
        self.request(Pdu::Unbind).await?;
        let unbound = async {
            while let Ok(unit) = self.reads.next().await {
                if matches!(unit, Unit::Command(command) if matches!(command.pdu(), Some(Pdu::UnbindResp))) {
                    break;
                }
            }
        };
        if timeout(GOODBYE, unbound).await.is_err() {
            tracing::debug!("the SMSC did not answer to unbind");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
