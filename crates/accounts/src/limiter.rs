//! A limit that is counted in memory, for callers that are known and merely hasty: one write to the database per question
//! would cost more than the question. Against guessing, `perfil_store::throttle` counts for all processes.

use perfil_store::throttle::Bucket;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Buckets by name: when each will be empty, milliseconds. There are as many as there are callers.
#[derive(Default)]
pub(crate) struct Limiter(Mutex<HashMap<String, i64>>);

impl Limiter {
    /// Pours one drop in, if it fits. `Some(until)`: the bucket is full until that moment (milliseconds).
    pub fn pour(&self, name: &str, bucket: Bucket, now: i64) -> Option<i64> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Fuller than full: the clock was set back. From now on it drains as a full one does.
        let full = now + bucket.burst * bucket.drain;
        let empty_at = buckets.get(name).map_or(now, |at| (*at).clamp(now, full));
        let with_one_more = empty_at + bucket.drain;
        if with_one_more > full {
            return Some(now + with_one_more - full);
        }
        buckets.insert(name.to_owned(), with_one_more);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: Bucket = Bucket { burst: 3, drain: 100 };

    #[test]
    fn a_full_bucket_takes_one_drop_for_each_that_has_drained() {
        let limiter = Limiter::default();
        let pour = |now| limiter.pour("a", THREE, now);
        assert_eq!([pour(1_000), pour(1_000), pour(1_000)], [None; 3]);
        assert_eq!(pour(1_000), Some(1_100));
        assert_eq!(pour(1_040), Some(1_100));
        assert_eq!([pour(1_100), pour(1_100)], [None, Some(1_200)]);
        assert_eq!(limiter.pour("b", THREE, 1_100), None, "another one's");
        assert_eq!([pour(9_000), pour(9_000), pour(9_000), pour(9_000)], [None, None, None, Some(9_100)]);
    }

    #[test]
    fn a_clock_that_is_set_back_shuts_nobody_out_for_long() {
        let limiter = Limiter::default();
        assert_eq!(limiter.pour("a", THREE, 1_000_000), None);
        assert_eq!(limiter.pour("a", THREE, 1_000), Some(1_100));
    }
}
