//! When to try again.

use perfil_accounts::clock::{MINUTE, SECOND};
use perfil_accounts::random::Random;

/// Waits after the first failures, in milliseconds; the last one repeats.
const WAITS: [i64; 6] = [2 * SECOND, 8 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];

/// Tries before a message is given up: more than fit into the three days that the longest-lived message has.
const MOST_ATTEMPTS: i64 = 240;

/// A wait is stretched or cut by up to this many per cent, so that what failed together is not tried together.
const JITTER_PER_CENT: i64 = 20;

/// A failed try of a message. Times in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failed {
    /// How often it has been tried, this time included.
    pub attempts: i64,
    /// When it failed.
    pub now: i64,
    /// When the message must no longer go out.
    pub expires_at: i64,
    /// How long the other side asks to be left alone.
    pub retry_after: Option<i64>,
}

/// The moment of the next try, never behind the end of the message; `None` when it has been tried often enough.
///
/// No wait of ours is longer than a tenth of what is left: somebody sits before a page and waits for a code that lives five
/// minutes, and it must not come two minutes after the gateway is back. A wait that the other side asks for is kept, and
/// may let the message expire.
pub(crate) fn next_attempt(failed: Failed, random: &dyn Random) -> Option<i64> {
    if failed.attempts >= MOST_ATTEMPTS {
        return None;
    }
    let step = usize::try_from(failed.attempts - 1).unwrap_or(0).min(WAITS.len() - 1);
    let tenth_of_the_rest = ((failed.expires_at - failed.now) / 10).max(WAITS[0]);
    let wait = jittered(WAITS[step], random).min(tenth_of_the_rest).max(failed.retry_after.unwrap_or(0));
    Some((failed.now + wait).min(failed.expires_at))
}

fn jittered(wait: i64, random: &dyn Random) -> i64 {
    let mut bytes = [0; 2];
    random.fill(&mut bytes);
    let per_cent = 100 - JITTER_PER_CENT + i64::from(u16::from_le_bytes(bytes)) % (2 * JITTER_PER_CENT + 1);
    wait * per_cent / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_accounts::clock::DAY;

    struct Always(u16);

    impl Random for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.to_le_bytes());
        }
    }

    const MIDDLE: Always = Always(20);

    fn failed(attempts: i64) -> Failed {
        Failed { attempts, now: 1_000, expires_at: 1_000 + 3 * DAY, retry_after: None }
    }

    fn wait(attempts: i64, random: &Always) -> Option<i64> {
        next_attempt(failed(attempts), random).map(|at| at - 1_000)
    }

    #[test]
    fn waits_grow() {
        let waits: Vec<_> = (1..=7).filter_map(|attempts| wait(attempts, &MIDDLE)).collect();
        assert_eq!(waits, [2_000, 8_000, 30_000, 120_000, 600_000, 1_800_000, 1_800_000]);
    }

    #[test]
    fn jitter_stays_within_a_fifth() {
        assert_eq!(wait(1, &Always(0)), Some(1_600));
        assert_eq!(wait(1, &Always(40)), Some(2_400));
        for draw in [1, 39, 41, 500, u16::MAX] {
            assert!((1_600..=2_400).contains(&wait(1, &Always(draw)).unwrap()), "{draw}");
        }
    }

    #[test]
    fn a_message_lives_through_its_three_days_of_tries() {
        let (mut now, mut attempts) = (0, 1);
        while let Some(at) = next_attempt(Failed { attempts, now, expires_at: 3 * DAY, retry_after: None }, &MIDDLE) {
            (now, attempts) = (at, attempts + 1);
            if now >= 3 * DAY {
                break;
            }
        }
        assert_eq!(now, 3 * DAY);
        assert_eq!(wait(MOST_ATTEMPTS, &MIDDLE), None);
    }

    #[test]
    fn no_wait_leads_behind_the_end() {
        let short = Failed { attempts: 5, now: 0, expires_at: 60_000, retry_after: None };
        assert_eq!(next_attempt(short, &MIDDLE), Some(6_000));
        assert_eq!(next_attempt(Failed { now: 59_900, ..short }, &MIDDLE), Some(60_000));
        assert_eq!(next_attempt(Failed { retry_after: Some(45_000), ..short }, &MIDDLE), Some(45_000));
        assert_eq!(next_attempt(Failed { retry_after: Some(90_000), ..short }, &MIDDLE), Some(60_000));
    }
}
