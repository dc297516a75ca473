//! The credit in words, and its chart.

use crate::visit::Visit;
use perfil_accounts::{BillingFacts, CreditFacts};
use perfil_i18n::{Argument, Format};
use perfil_models::AccessError;
use perfil_models::view::{Chart, Credit};

/// More days than this are not foretold.
const MOST_DAYS: i64 = 365;

/// What the words are about.
pub(super) struct CreditWords<'a> {
    pub visit: &'a Visit,
    pub format: &'a Format,
    pub facts: &'a BillingFacts,
    pub email: &'a str,
    pub phone: Option<&'a str>,
}

impl CreditWords<'_> {
    pub fn credit(&self, credit: &CreditFacts) -> Result<Credit, AccessError> {
        let minimum = self.facts.minimum;
        Ok(Credit {
            balance: self.amount(credit.balance),
            at: self.format.moment(credit.at),
            minimum: (minimum > 0).then(|| self.amount(minimum)),
            is_below: minimum > 0 && credit.balance < minimum,
            can_alert_now: credit.can_alert_now,
            reserve: self.reserve(credit)?,
            runway: self.runway(credit)?,
            forecast: self.forecast()?,
            chart: self.chart(credit)?,
        })
    }

    fn amount(&self, minor: i64) -> String {
        self.format.amount(minor, &self.facts.currency)
    }

    /// What is kept back.
    fn reserve(&self, credit: &CreditFacts) -> Result<Option<String>, AccessError> {
        if credit.reserve == 0 {
            return Ok(None);
        }
        let reserve = self.amount(credit.reserve);
        self.say("credit-reserve", &[("reserve", Argument::from(reserve.as_str()))]).map(Some)
    }

    /// How long it takes down to the minimum, or to nothing.
    fn runway(&self, credit: &CreditFacts) -> Result<Option<String>, AccessError> {
        let minimum = self.facts.minimum;
        let (Some(a_day), true) = (credit.spent_a_day, credit.balance > minimum) else { return Ok(None) };
        let days = (credit.balance - minimum) / a_day;
        if days > MOST_DAYS {
            return Ok(None);
        }
        let (days_text, minimum_text) = (self.format.number(days as f64), self.amount(minimum));
        let mut arguments = vec![("days", Argument::Number(days)), ("days_text", Argument::from(days_text.as_str()))];
        if minimum > 0 {
            arguments.push(("minimum", Argument::from(minimum_text.as_str())));
        }
        let id = match (minimum > 0, days > 0) {
            (true, true) => "credit-runway",
            (true, false) => "credit-runway-soon",
            (false, true) => "credit-runway-empty",
            (false, false) => "credit-runway-empty-soon",
        };
        self.say(id, &arguments).map(Some)
    }

    /// What will be sent, and where to.
    fn forecast(&self) -> Result<Option<String>, AccessError> {
        if self.facts.minimum == 0 {
            return Ok(None);
        }
        let minimum = self.amount(self.facts.minimum);
        let minimum = ("minimum", Argument::from(minimum.as_str()));
        let email = ("email", Argument::from(self.email));
        let phone = self.phone.filter(|_| self.facts.low_credit.sms).map(|phone| ("phone", Argument::from(phone)));
        match (self.facts.low_credit.email, phone) {
            (true, Some(phone)) => self.say("credit-forecast-both", &[minimum, email, phone]).map(Some),
            (true, None) => self.say("credit-forecast-email", &[minimum, email]).map(Some),
            (false, Some(phone)) => self.say("credit-forecast-sms", &[minimum, phone]).map(Some),
            (false, None) => Ok(None),
        }
    }

    fn chart(&self, credit: &CreditFacts) -> Result<Option<Chart>, AccessError> {
        let samples = &credit.samples;
        let (Some(first), Some(last), true) = (samples.first(), samples.last(), samples.len() > 1) else {
            return Ok(None);
        };
        let minimum = self.facts.minimum;
        let amounts = || samples.iter().map(|(_, amount)| *amount).chain([0, minimum]);
        let (top, bottom) = (amounts().max().unwrap_or(0), amounts().min().unwrap_or(0));
        let (from, to) = (self.format.date(first.0), self.format.date(last.0));
        let dates = [("from", Argument::from(from.as_str())), ("to", Argument::from(to.as_str()))];
        let x = |at: i64| scaled(at - first.0, last.0 - first.0, Chart::WIDTH);
        let y = |amount: i64| scaled(top - amount, top - bottom, Chart::HEIGHT);
        Ok(Some(Chart {
            points: samples.iter().map(|(at, amount)| (x(*at), y(*amount))).collect(),
            minimum: (minimum > 0).then(|| y(minimum)),
            label: self.say("credit-chart", &dates)?,
            top: self.amount(top),
            bottom: self.amount(bottom),
            from,
            to,
        }))
    }

    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Result<String, AccessError> {
        let said = self.visit.shared().locales.text(self.visit.language(), id, arguments);
        said.map_err(|error| {
            tracing::error!(%error, "a sentence cannot be said");
            AccessError::Internal
        })
    }
}

/// `part` of `whole` as units of `length`.
fn scaled(part: i64, whole: i64, length: u16) -> u16 {
    let units = i128::from(part) * i128::from(length) / i128::from(whole.max(1));
    u16::try_from(units).unwrap_or(0).min(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_amounts_fit_into_a_chart() {
        assert_eq!([scaled(0, 10, 1000), scaled(5, 10, 1000), scaled(10, 10, 1000)], [0, 500, 1000]);
        assert_eq!(scaled(i64::MAX, i64::MAX, 240), 240);
        assert_eq!(scaled(0, 0, 240), 0);
    }
}
