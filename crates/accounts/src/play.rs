//! *Play the platform*: in the demo nobody tells what happens around Perfil, so a button does. What it makes are events
//! like any other.

use crate::fault::OrFault;
use crate::{Accounts, EventRefusal, PlatformEvent, Reach, Session};
use perfil_models::AccessError;
use perfil_store::{balances, organizations};
use serde_json::{Value, json};
use std::time::Duration;

/// Where the events come from.
const SOURCE: &str = "/demo";
/// What a purchase costs and a top-up brings, in the smallest unit.
const SPENT: i64 = 1_750;
const TOPPED_UP: i64 = 5_000;
/// The credit of an organization that has none yet.
const FIRST: i64 = 6_200;
/// Between two steps of an import.
const STEP: Duration = Duration::from_secs(2);
/// Contacts of an import.
const CONTACTS: i64 = 2_500;
const REJECTED: i64 = 38;

/// Something that the platform might tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Play {
    /// Contacts are imported, step by step.
    Import,
    /// Credit is spent.
    Spend,
    /// Credit is bought.
    TopUp,
    /// A payment fails.
    PaymentFailed,
    /// An invoice is issued.
    Invoice,
}

impl Play {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 5] = [Self::Import, Self::Spend, Self::TopUp, Self::PaymentFailed, Self::Invoice];

    /// The word of its button.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Spend => "spend",
            Self::TopUp => "top-up",
            Self::PaymentFailed => "payment-failed",
            Self::Invoice => "invoice",
        }
    }

    /// The one of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|play| play.as_str() == word)
    }
}

impl Accounts {
    /// Tells something about the organization of whoever is signed in.
    pub async fn play(&self, session: &Session, play: Play) -> Result<(), AccessError> {
        let who = self.who_is(session).await?;
        let mut db = self.parts.store.read().await.or_fault()?;
        let currency = organizations::currency(&mut db, &session.organization_id).await.or_fault()?;
        let balance = balances::current(&mut db, &session.organization_id).await.or_fault()?;
        drop(db);
        let currency = currency.ok_or(AccessError::Internal)?;
        let (seq, amount) = balance.map_or((0, FIRST), |balance| (balance.seq, balance.amount + balance.reserve));
        let credit = |amount: i64| json!({ "organization": who.organization, "balance": amount, "currency": currency, "seq": seq + 1 });
        let payment = json!({ "organization": who.organization, "amount": TOPPED_UP, "currency": currency, "payment": self.new_id() });
        match play {
            Play::Import => self.play_import(who.organization, who.user),
            Play::Spend => self.tell_one("credit.balance", credit(amount - SPENT)).await?,
            Play::TopUp => {
                self.tell_one("credit.balance", credit(amount + TOPPED_UP)).await?;
                self.tell_one("payment.succeeded", payment).await?;
            }
            Play::PaymentFailed => self.tell_one("payment.failed", payment).await?,
            Play::Invoice => {
                let number = format!("D-{:04}", self.now() / 1_000 % 10_000);
                let invoice = json!({ "organization": who.organization, "invoice": number, "amount": TOPPED_UP, "currency": currency });
                self.tell_one("invoice.issued", invoice).await?;
            }
        }
        Ok(())
    }

    async fn tell_one(&self, kind: &str, data: Value) -> Result<(), AccessError> {
        let (source, id) = (SOURCE.to_owned(), self.new_id());
        let event = PlatformEvent { source, id, kind: kind.to_owned(), at: None, data };
        let answers = self.take_events(&Reach::EVERYWHERE, vec![event]).await?;
        let refused = answers.into_iter().find_map(Result::err);
        refused.map_or(Ok(()), |refusal: EventRefusal| {
            tracing::error!(?refusal, "an event of the demo was refused");
            Err(AccessError::Internal)
        })
    }

    /// Goes on after the answer, so that the page shows it running.
    fn play_import(&self, organization: String, user: String) {
        let accounts = self.clone();
        let import =
            json!({ "organization": organization, "user": user, "import": self.new_id(), "name": "customers.csv" });
        tokio::spawn(async move {
            let with = |more: Value| {
                let mut data = import.clone();
                for (name, value) in more.as_object().into_iter().flatten() {
                    data[name] = value.clone();
                }
                data
            };
            let reasons = json!([{ "reason": "number is not valid", "count": REJECTED }]);
            let steps = [
                ("contact_import.started", with(json!({ "total": CONTACTS }))),
                ("contact_import.progress", with(json!({ "total": CONTACTS, "done": CONTACTS / 3 }))),
                ("contact_import.progress", with(json!({ "total": CONTACTS, "done": CONTACTS * 4 / 5 }))),
                (
                    "contact_import.completed",
                    with(json!({ "imported": CONTACTS - REJECTED, "rejected": REJECTED, "reasons": reasons })),
                ),
            ];
            for (kind, data) in steps {
                if accounts.tell_one(kind, data).await.is_err() {
                    return;
                }
                tokio::time::sleep(STEP).await;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_lead_back() {
        assert!(Play::ALL.into_iter().all(|play| Play::from_word(play.as_str()) == Some(play)));
        assert_eq!(Play::from_word("rob"), None);
    }
}
