//! Quiet hours in words.

use super::Words;
use perfil_accounts::Quiet;
use perfil_models::region::UTC;
use perfil_models::{Sentence, view};

impl Words<'_> {
    pub(super) fn quiet(&self, quiet: &Quiet) -> view::Quiet {
        let zone = self.visit.city(quiet.time_zone.as_deref().unwrap_or(UTC));
        let [from, until] = quiet.hours.map(|hours| hours.typed()).unwrap_or_default();
        let holds = match quiet.hours {
            Some(hours) => Sentence::new("quiet-on")
                .with("from", self.format.minute_of_day(hours.from()))
                .with("until", self.format.minute_of_day(hours.until())),
            None => Sentence::new("quiet-off"),
        };
        view::Quiet { from, until, holds: holds.with("zone", zone) }
    }
}
