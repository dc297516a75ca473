//! The page *Notifications*, its times in milliseconds and its amounts in smallest units, to be put into words.

use super::TEST;
use crate::clock::{DAY, HOUR};
use crate::fault::OrFault;
use crate::{Accounts, Client, Session, phone_plan};
use perfil_models::view::DeliveryState;
use perfil_models::{AccessError, Channel, Channels, EmailAddress, Permission, Region, Topic};
use perfil_store::balances::{self, BalanceRow};
use perfil_store::contact_imports::{self, ImportRow};
use perfil_store::credit_alerts::{self, AlertRow};
use perfil_store::events::Behind;
use perfil_store::notification_choices::{self, Choices};
use perfil_store::notifications::{self, NotificationRow};
use perfil_store::personal::HISTORY_DAYS;
use perfil_store::quiet_hours::{self, Quiet, WAITS};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, organizations};
use serde_json::Value;

/// Imports on the page.
const IMPORTS: i64 = 5;
/// Messages that are looked through for tests and failures, of the last [`RECENT`].
const MESSAGES: i64 = 50;
/// Failures that are older are not held against a channel, in milliseconds.
pub(crate) const RECENT: i64 = 7 * DAY;
/// Moments at which the chart samples the balance, over [`CHART`] at most; less than [`LEAST_CHART`] is not drawn.
const SAMPLES: i64 = 60;
const CHART: i64 = 30 * DAY;
const LEAST_CHART: i64 = HOUR;
/// The spend is that of so long, and is not told from less than [`LEAST_SPEND`].
const SPEND: i64 = 7 * DAY;
const LEAST_SPEND: i64 = DAY;

/// The page as a whole.
#[derive(Clone, Debug)]
pub struct NotificationFacts {
    /// Where mails go.
    pub email: String,
    /// Where text messages go, in international writing.
    pub phone: Option<String>,
    /// How one is told about imports.
    pub contact_imports: Channels,
    /// The latest imports, the newest first.
    pub imports: Vec<ImportRow>,
    /// What concerns money; `None`: not for this role.
    pub billing: Option<BillingFacts>,
    /// How one is told about requests for roles; `None`: not for this role.
    pub role_requests: Option<Channels>,
    /// When text messages wait.
    pub quiet: Quiet,
    /// The latest messages of the last seven days, the newest first.
    pub messages: Vec<DeliveryFacts>,
    /// How the reader writes.
    pub region: Region,
    /// [`perfil_models::view::Account::version`].
    pub version: i64,
}

/// What concerns money.
#[derive(Clone, Debug)]
pub struct BillingFacts {
    /// How one is told about payments.
    pub payments: Channels,
    /// How one is told about invoices.
    pub invoices: Channels,
    /// How one is told about low credit.
    pub low_credit: Channels,
    /// The balance below which an alert is sent; 0: off.
    pub minimum: i64,
    /// ISO 4217.
    pub currency: String,
    /// The credit, if the platform has told.
    pub credit: Option<CreditFacts>,
}

/// The credit.
#[derive(Clone, Debug)]
pub struct CreditFacts {
    /// The balance: what can be spent.
    pub balance: i64,
    /// What is kept back beside it.
    pub reserve: i64,
    /// When it was so.
    pub at: i64,
    /// Whether an alert can be asked for.
    pub can_alert_now: bool,
    /// What is spent in a day, by the last seven days; `None`: too little is known.
    pub spent_a_day: Option<i64>,
    /// The balance over time: moments and amounts.
    pub samples: Vec<(i64, i64)>,
}

/// What became of a message.
#[derive(Clone, Debug)]
pub struct DeliveryFacts {
    /// Which.
    pub id: String,
    /// What it tells about; `None`: a test.
    pub topic: Option<Topic>,
    /// The name of its words.
    pub template: String,
    /// By which channel.
    pub channel: Channel,
    /// Where to, masked.
    pub to: String,
    /// Where it stands, by the word of the outbox.
    pub state: String,
    /// Why it was not sent, by the word of the outbox, or what a gateway said.
    pub error: Option<String>,
    /// Until when it waits for quiet hours to end, if it does.
    pub waits_until: Option<i64>,
    /// What its words name, as in the outbox.
    pub arguments: Value,
    /// When.
    pub at: i64,
}

impl DeliveryFacts {
    /// Where it stands.
    pub fn standing(&self) -> DeliveryState {
        if self.waits_until.is_some() { DeliveryState::PutOff } else { DeliveryState::of_word(&self.state) }
    }

    pub(super) fn of(row: NotificationRow) -> Option<Self> {
        let channel = Channel::from_word(&row.channel)?;
        let is_test = row.topic == TEST;
        Some(Self {
            topic: if is_test { None } else { Some(Topic::from_word(&row.topic)?) },
            to: match channel {
                Channel::Email => EmailAddress::parse(&row.recipient).map(|email| email.masked()).unwrap_or_default(),
                Channel::Sms if row.recipient.is_empty() => String::new(),
                Channel::Sms => phone_plan::masked(&row.recipient),
            },
            arguments: serde_json::from_str(&row.arguments).unwrap_or_default(),
            waits_until: (row.state == "pending" && row.last_error.as_deref() == Some(WAITS))
                .then_some(row.next_attempt_at),
            id: row.id,
            template: row.template,
            channel,
            state: row.state,
            error: row.last_error,
            at: row.created_at,
        })
    }
}

impl Accounts {
    /// What a person is told about, and what came of it lately.
    pub async fn notifications(&self, session: &Session, client: &Client) -> Result<NotificationFacts, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let choices = notification_choices::of_user(&mut db, &session.user_id).await.or_fault()?;
        let kept = now - i64::from(HISTORY_DAYS) * DAY;
        let imports = contact_imports::latest_of_user(&mut db, &session.user_id, kept, IMPORTS).await.or_fault()?;
        let newest = Behind::default();
        let messages = notifications::of_user(&mut db, &session.user_id, now - RECENT, &newest, MESSAGES);
        let messages = messages.await.or_fault()?;
        let quiet = quiet_hours::of_user(&mut db, &session.user_id).await.or_fault()?;
        let billing = match session.may(Permission::Billing) {
            true => Some(self.billing(&mut db, &user, &choices).await?),
            false => None,
        };
        Ok(NotificationFacts {
            phone: user.phone.as_deref().map(phone_plan::international),
            contact_imports: choices.of(Topic::ContactImports),
            imports,
            billing,
            role_requests: session.may(Permission::EditRoles).then(|| choices.of(Topic::RoleRequests)),
            quiet,
            messages: messages.into_iter().filter_map(DeliveryFacts::of).collect(),
            region: self.region_of(&user, client),
            version: user.version,
            email: user.email,
        })
    }

    async fn billing(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        choices: &Choices,
    ) -> Result<BillingFacts, AccessError> {
        let organization = user.organization_id();
        let alert = credit_alerts::of_user(db, &user.id()).await.or_fault()?;
        let balance = balances::current(db, &organization).await.or_fault()?;
        let credit = match balance {
            Some(balance) => Some(self.credit(db, user, &balance, alert.as_ref()).await?),
            None => None,
        };
        Ok(BillingFacts {
            payments: choices.of(Topic::Payments),
            invoices: choices.of(Topic::Invoices),
            low_credit: choices.of(Topic::LowCredit),
            minimum: alert.map_or(0, |alert| alert.minimum),
            currency: organizations::currency(db, &organization).await.or_fault()?.ok_or(AccessError::Internal)?,
            credit,
        })
    }

    async fn credit(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        balance: &BalanceRow,
        alert: Option<&AlertRow>,
    ) -> Result<CreditFacts, AccessError> {
        let (organization, now) = (user.organization_id(), self.now());
        let first = balances::first_spent(db, &organization).await.or_fault()?;
        let week_ago = balances::spent_at(db, &organization, now - SPEND).await.or_fault()?;
        let known_since = first.map_or(balance.occurred_at, |first| first.occurred_at);
        let since = known_since.max(now - CHART);
        let moments: Vec<i64> = (0..=SAMPLES).map(|step| since + (now - since) * step / SAMPLES).collect();
        let amounts = balances::at_moments(db, &organization, &moments).await.or_fault()?;
        let samples = moments.into_iter().zip(amounts).filter_map(|(at, amount)| Some((at, amount?)));
        let before = week_ago.map(|week_ago| (week_ago.spent, SPEND));
        let before = before.or_else(|| first.map(|first| (first.spent, now - first.occurred_at)));
        Ok(CreditFacts {
            balance: balance.amount,
            reserve: balance.reserve,
            at: balance.occurred_at,
            can_alert_now: alert.is_some_and(|alert| alert.state == "low" && alert.told == 0),
            spent_a_day: before.and_then(|(spent, span)| spent_a_day(balance.spent - spent, span)),
            samples: if now - since < LEAST_CHART { Vec::new() } else { samples.collect() },
        })
    }
}

/// Smallest units in a day, of what was spent in `span` milliseconds.
fn spent_a_day(spent: i64, span: i64) -> Option<i64> {
    let a_day = i128::from(spent) * i128::from(DAY) / i128::from(span.max(1));
    (span >= LEAST_SPEND && a_day > 0).then(|| i64::try_from(a_day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spend_of_a_day_needs_a_day() {
        assert_eq!(spent_a_day(700, 7 * DAY), Some(100));
        assert_eq!(spent_a_day(100, DAY), Some(100));
        assert_eq!([spent_a_day(100, DAY - 1), spent_a_day(0, 7 * DAY), spent_a_day(100, 0)], [None; 3]);
    }
}
