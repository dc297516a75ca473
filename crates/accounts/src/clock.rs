//! Time as a parameter. Milliseconds since 1970 UTC everywhere, as in the database.

use std::time::{SystemTime, UNIX_EPOCH};

/// One second.
pub const SECOND: i64 = 1_000;
/// One minute.
pub const MINUTE: i64 = 60 * SECOND;
/// One hour.
pub const HOUR: i64 = 60 * MINUTE;
/// One day of 24 hours.
pub const DAY: i64 = 24 * HOUR;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// Milliseconds since 1970 UTC.
    fn now(&self) -> i64;
}

/// The operating system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // The one place that asks.
    fn now(&self) -> i64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
    }
}

/// Whole seconds from `now` to `then`, rounded up; 0 when it is past.
pub fn seconds_until(then: i64, now: i64) -> u32 {
    u32::try_from(((then - now).max(0) + SECOND - 1) / SECOND).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_up_so_that_zero_means_over() {
        assert_eq!([seconds_until(1_001, 0), seconds_until(1_000, 0), seconds_until(0, 5)], [2, 1, 0]);
    }
}
