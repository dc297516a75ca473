//! A moment in words that every language reads alike.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A moment in the reader's time zone, for example `2026-11-24 10:15 (Europe/Berlin)`: date and time in the order of
/// ISO 8601, then the IANA name of the zone, so that nobody takes it for another one.
///
/// `unix_ms` is in milliseconds since 1970 in UTC; what lies beyond the year 9999 is shown as its end. A `time_zone`
/// that is absent or unknown is replaced by `UTC`.
pub fn moment(unix_ms: i64, time_zone: Option<&str>) -> String {
    let zone = known_zone(time_zone);
    let name = zone.iana_name().unwrap_or("UTC").to_owned();
    format!("{} ({name})", timestamp(unix_ms).to_zoned(zone).strftime("%Y-%m-%d %H:%M"))
}

/// The moment that a text names as RFC 3339 writes it, `2026-11-24T09:15:00Z`, in milliseconds since 1970 in UTC.
pub fn instant(text: &str) -> Option<i64> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_millisecond)
}

/// The inverse, with milliseconds: `2026-11-24T09:15:00.000Z`.
pub fn rfc_3339(unix_ms: i64) -> String {
    format!("{:.3}", timestamp(unix_ms))
}

/// The moment, or the end of the calendar that it lies beyond.
pub(crate) fn timestamp(unix_ms: i64) -> Timestamp {
    let end = if unix_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(unix_ms).unwrap_or(end)
}

/// The zone of that name, or UTC.
pub(crate) fn known_zone(name: Option<&str>) -> TimeZone {
    let known = name.and_then(|name| TimeZone::get(name).ok()).filter(|zone| !zone.is_unknown());
    known.unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TUESDAY: i64 = 1_795_511_700_000;
    const HOUR: i64 = 3_600_000;

    #[test]
    fn names_the_zone() {
        assert_eq!(moment(TUESDAY, Some("Europe/Berlin")), "2026-11-24 10:15 (Europe/Berlin)");
        assert_eq!(moment(TUESDAY, Some("Asia/Kathmandu")), "2026-11-24 15:00 (Asia/Kathmandu)");
    }

    #[test]
    fn follows_daylight_saving_time() {
        let before = 1_774_745_940_000;
        assert_eq!(moment(before, Some("Europe/Berlin")), "2026-03-29 01:59 (Europe/Berlin)");
        assert_eq!(moment(before + 60_000, Some("Europe/Berlin")), "2026-03-29 03:00 (Europe/Berlin)");
        let first_half_past_two = 1_792_888_200_000;
        assert_eq!(moment(first_half_past_two, Some("Europe/Berlin")), "2026-10-25 02:30 (Europe/Berlin)");
        assert_eq!(moment(first_half_past_two + HOUR, Some("Europe/Berlin")), "2026-10-25 02:30 (Europe/Berlin)");
    }

    #[test]
    fn reads_moments_with_their_distance_from_utc() {
        for text in ["2026-11-24T09:15:00Z", "2026-11-24T10:15:00+01:00", "2026-11-24T09:15:00.000Z"] {
            assert_eq!(instant(text), Some(TUESDAY), "{text}");
        }
        assert_eq!(rfc_3339(TUESDAY), "2026-11-24T09:15:00.000Z");
        for text in ["", "2026-11-24", "2026-11-24T09:15:00", "yesterday"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn falls_back_to_utc() {
        for zone in [None, Some(""), Some("Mars/Olympus"), Some("Etc/Unknown"), Some("UTC")] {
            assert_eq!(moment(TUESDAY, zone), "2026-11-24 09:15 (UTC)", "{zone:?}");
        }
    }

    #[test]
    fn shows_a_moment_beyond_all_calendars() {
        assert!(moment(i64::MAX, Some("Asia/Tokyo")).ends_with("(Asia/Tokyo)"));
        assert!(moment(i64::MIN, None).ends_with("(UTC)"));
    }
}
