//! *Notifications* in words: the use case tells times in milliseconds and amounts in smallest units.

mod credit;
mod quiet;
pub(crate) mod sentence;

use crate::visit::Visit;
use credit::CreditWords;
use perfil_accounts::{BillingFacts, DeliveryFacts, ImportRow, NotificationFacts};
use perfil_i18n::Format;
use perfil_models::request::ShowNotifications;
use perfil_models::view::{Billing, Delivery, DeliveryState, Import, ImportState, NotificationHistory, Notifications};
use perfil_models::{AccessError, Channel, Sentence};

impl Visit {
    /// What a person is told about, and what came of it lately.
    pub async fn notifications(&self) -> Result<Notifications, AccessError> {
        let facts = self.accounts().notifications(self.session()?, self.client()).await?;
        let words = Words { visit: self, format: self.format(&facts.region)? };
        words.notifications(facts)
    }

    /// A page of what was sent, or why not.
    pub async fn notification_history(&self, form: &ShowNotifications) -> Result<NotificationHistory, AccessError> {
        let facts = self.accounts().notification_history(self.session()?, self.client(), form).await?;
        let words = Words { visit: self, format: self.format(&facts.region)? };
        let brief = |delivery| words.delivery(delivery, Format::brief_moment);
        Ok(NotificationHistory {
            entries: facts.entries.into_iter().map(brief).collect(),
            more: facts.more,
            kept_days: facts.kept_days,
            time_zone: self.city(&facts.region.time_zone),
        })
    }
}

struct Words<'a> {
    visit: &'a Visit,
    format: Format,
}

impl Words<'_> {
    fn notifications(&self, facts: NotificationFacts) -> Result<Notifications, AccessError> {
        let NotificationFacts { email, phone, contact_imports, imports, billing, messages, version, .. } = facts;
        let billing = match billing {
            Some(billing) => Some(self.billing(billing, &email, phone.as_deref())?),
            None => None,
        };
        let latest = |wanted: &dyn Fn(&DeliveryFacts) -> bool| -> Vec<Delivery> {
            let of = |channel| messages.iter().find(|message| message.channel == channel && wanted(message));
            Channel::ALL.into_iter().filter_map(of).map(|found| self.delivery(found.clone(), Format::moment)).collect()
        };
        let tests = latest(&|message| message.topic.is_none());
        let mut troubles = latest(&|message| message.standing().has_ended());
        troubles.retain(|delivery| delivery.state == DeliveryState::Failed);
        Ok(Notifications {
            contact_imports,
            imports: imports.into_iter().map(|import| self.import(import)).collect(),
            billing,
            role_requests: facts.role_requests,
            quiet: self.quiet(&facts.quiet),
            tests,
            troubles,
            version,
            email,
            phone,
        })
    }

    fn billing(&self, facts: BillingFacts, email: &str, phone: Option<&str>) -> Result<Billing, AccessError> {
        let words = CreditWords { visit: self.visit, format: &self.format, facts: &facts, email, phone };
        let credit = match &facts.credit {
            Some(credit) => Some(words.credit(credit)?),
            None => None,
        };
        Ok(Billing {
            minimum: if facts.minimum == 0 {
                String::new()
            } else {
                self.format.bare_amount(facts.minimum, &facts.currency)
            },
            payments: facts.payments,
            invoices: facts.invoices,
            low_credit: facts.low_credit,
            currency: facts.currency,
            credit,
        })
    }

    fn import(&self, row: ImportRow) -> Import {
        let count = |count: i64| self.format.number(count as f64);
        let reasons: Vec<(String, i64)> = serde_json::from_str(&row.reasons).unwrap_or_default();
        let percent = row.total.filter(|total| *total > 0).map(|total| (row.done.min(total) * 100 / total) as u8);
        Import {
            state: match row.state.as_str() {
                "completed" => ImportState::Completed,
                "failed" => ImportState::Failed,
                _ => ImportState::Running,
            },
            done: count(row.done),
            total: row.total.map(count),
            percent,
            imported: count(row.imported),
            rejected: (row.rejected > 0).then(|| count(row.rejected)),
            reasons: reasons.into_iter().map(|(reason, times)| (reason, count(times))).collect(),
            at: self.format.moment(row.occurred_at),
            id: row.external_id,
            name: row.name,
            failure: row.failure,
        }
    }

    fn delivery(&self, facts: DeliveryFacts, moment: impl Fn(&Format, i64) -> String) -> Delivery {
        Delivery {
            what: sentence::of(&facts.template, &facts.arguments, &self.format, |role| self.visit.role_name(role)),
            why: match facts.waits_until {
                Some(until) => Some(Sentence::new("why-quiet-hours").with("when", moment(&self.format, until))),
                None => why(&facts).map(Sentence::new),
            },
            state: facts.standing(),
            at: moment(&self.format, facts.at),
            id: facts.id,
            topic: facts.topic,
            channel: facts.channel,
            to: facts.to,
        }
    }
}

/// The id of what to say about a message that did not arrive.
fn why(facts: &DeliveryFacts) -> Option<&'static str> {
    match facts.state.as_str() {
        "suppressed" => Some(match facts.error.as_deref() {
            Some("email-off") => "why-email-off",
            Some("sms-off") => "why-sms-off",
            Some("no-phone") => "why-no-phone",
            Some("other-phone") => "why-other-phone",
            _ => "why-no-permission",
        }),
        "failed" => Some("why-undeliverable"),
        "dead" => Some("why-given-up"),
        "expired" => Some("why-expired"),
        "unknown" => Some("why-unknown"),
        _ => None,
    }
}
