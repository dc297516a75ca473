//! How long to wait before the next try.

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// Twice as long each time, of which up to a half is left to chance: many apps that lost the same server do not come back
/// at the same moment.
pub(super) struct Backoff {
    wait: Duration,
    chance: fn() -> f64,
}

impl Backoff {
    /// `chance` is from 0 up to 1.
    pub(super) fn new(chance: fn() -> f64) -> Self {
        Self { wait: FIRST, chance }
    }

    /// After a success the first wait is the shortest again.
    pub(super) fn reset(&mut self) {
        self.wait = FIRST;
    }

    pub(super) fn next(&mut self) -> Duration {
        let wait = self.wait;
        self.wait = (wait * 2).min(LONGEST);
        wait.mul_f64(1.0 - (self.chance)() / 2.0).max(FIRST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(chance: fn() -> f64) -> Vec<u64> {
        let mut backoff = Backoff::new(chance);
        (0..9).map(|_| backoff.next().as_secs()).collect()
    }

    #[test]
    fn waits_longer_each_time_up_to_a_minute() {
        assert_eq!(waits(|| 0.0), [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(waits(|| 1.0), [1, 1, 2, 4, 8, 16, 30, 30, 30]);
    }

    #[test]
    fn a_success_begins_anew() {
        let mut backoff = Backoff::new(|| 0.0);
        (0..5).for_each(|_| _ = backoff.next());
        backoff.reset();
        assert_eq!(backoff.next(), FIRST);
    }
}
