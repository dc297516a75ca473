//! Numbers for whoever watches, in the text format of OpenMetrics. No label says anything about a person.

use perfil_accounts::clock::Clock;
use perfil_store::{Store, StoreError, outbox};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// The media type of [`Metrics::text`].
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper bounds of the durations that are told apart, in seconds: a page is fast, a gateway may take ten seconds.
const SECONDS: [f64; 10] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

const CHANNELS: [&str; 2] = ["email", "sms"];
const WAITING_STATES: [&str; 2] = ["pending", "sending"];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfChannel {
    channel: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct InState {
    channel: &'static str,
    state: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfProvider {
    provider: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReceiptOf {
    provider: &'static str,
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct WithStatus {
    status: &'static str,
}

type Durations<L> = Family<L, Histogram, fn() -> Histogram>;
type Seconds = Gauge<f64, AtomicU64>;

/// What this process has counted since its start, and how to tell it. Cheap to clone; all clones count together.
#[derive(Clone)]
pub struct Metrics(Arc<Counts>);

struct Counts {
    registry: Registry,
    messages: Family<InState, Counter>,
    expired: Counter,
    sending: Durations<OfChannel>,
    receipts: Family<ReceiptOf, Counter>,
    links: Family<OfProvider, Gauge>,
    requests: Durations<WithStatus>,
    waiting: Family<InState, Gauge>,
    overdue: Family<OfChannel, Seconds>,
    readable: Gauge,
}

fn durations() -> Histogram {
    Histogram::new(SECONDS)
}

impl Default for Metrics {
    fn default() -> Self {
        let durations: fn() -> Histogram = durations;
        let mut counts = Counts {
            registry: Registry::with_prefix("perfil"),
            messages: Family::default(),
            expired: Counter::default(),
            sending: Family::new_with_constructor(durations),
            receipts: Family::default(),
            links: Family::default(),
            requests: Family::new_with_constructor(durations),
            waiting: Family::default(),
            overdue: Family::default(),
            readable: Gauge::default(),
        };
        let (registry, seconds) = (&mut counts.registry, Unit::Seconds);
        registry.register("outbox_messages", "Messages that came to this state", counts.messages.clone());
        registry.register("outbox_expired", "Messages that were not sent in time", counts.expired.clone());
        registry.register_with_unit("outbox_send", "Handing a message over", seconds.clone(), counts.sending.clone());
        registry.register("receipts", "Receipts of SMS gateways", counts.receipts.clone());
        registry.register("sms_link_up", "Whether the standing connection to the gateway is up", counts.links.clone());
        registry.register_with_unit("http_request", "Answering a request", seconds.clone(), counts.requests.clone());
        registry.register("outbox_waiting", "Messages that wait or are being sent", counts.waiting.clone());
        let overdue = "How long the first message of the queue has been due";
        registry.register_with_unit("outbox_overdue", overdue, seconds, counts.overdue.clone());
        registry.register("outbox_readable", "Whether the database told what waits", counts.readable.clone());
        Self(Arc::new(counts))
    }
}

impl Metrics {
    /// A request was answered.
    pub fn answered(&self, status: u16, took: Duration) {
        let status = match status / 100 {
            1 => "1xx",
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        self.0.requests.get_or_create(&WithStatus { status }).observe(took.as_secs_f64());
    }

    /// A message of that channel came to that state.
    pub(crate) fn came_to(&self, channel: &str, state: &'static str) {
        self.0.messages.get_or_create(&InState { channel: known(channel), state }).inc();
    }

    /// So many messages were not sent in time.
    pub(crate) fn expired(&self, messages: u64) {
        self.0.expired.inc_by(messages);
    }

    /// Handing a message over took that long, whatever came of it.
    pub(crate) fn sent(&self, channel: &str, took: Duration) {
        self.0.sending.get_or_create(&OfChannel { channel: known(channel) }).observe(took.as_secs_f64());
    }

    /// A receipt came in.
    pub(crate) fn receipt(&self, provider: &'static str, outcome: &'static str) {
        self.0.receipts.get_or_create(&ReceiptOf { provider, outcome }).inc();
    }

    /// A standing connection began or ended.
    pub(crate) fn link(&self, provider: &'static str, up: bool) {
        self.0.links.get_or_create(&OfProvider { provider }).set(i64::from(up));
    }

    /// All of it, with what the database says waits.
    pub async fn text(&self, store: &Store, clock: &dyn Clock) -> String {
        let readable = self.ask(store, clock).await;
        if let Err(error) = &readable {
            tracing::warn!(%error, "the metrics lack what waits in the outbox");
        }
        self.0.readable.set(i64::from(readable.is_ok()));
        let mut told = String::new();
        text::encode(&mut told, &self.0.registry).expect("a string takes every text");
        told
    }

    async fn ask(&self, store: &Store, clock: &dyn Clock) -> Result<(), StoreError> {
        let rows = async { outbox::waiting(&mut *store.read().await?).await }.await;
        let rows = rows.inspect_err(|_| {
            self.0.waiting.clear();
            self.0.overdue.clear();
        })?;
        let now = clock.now();
        for channel in CHANNELS {
            for state in WAITING_STATES {
                let found = rows.iter().find(|row| row.channel == channel && row.state == state);
                self.0.waiting.get_or_create(&InState { channel, state }).set(found.map_or(0, |row| row.messages));
            }
            let due_at = rows.iter().filter(|row| row.channel == channel).map(|row| row.due_at).min();
            let overdue = due_at.map_or(0, |due_at| (now - due_at).max(0));
            self.0.overdue.get_or_create(&OfChannel { channel }).set(overdue as f64 / 1_000.0);
        }
        Ok(())
    }
}

fn known(channel: &str) -> &'static str {
    CHANNELS.into_iter().find(|known| *known == channel).unwrap_or("other")
}
