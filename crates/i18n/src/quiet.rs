//! When quiet hours are over.

use crate::moment::{known_zone, timestamp};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use perfil_models::QuietHours;

/// The end of the quiet hours that `unix_ms` lies in, by the clock of the time zone; `None`: it lies in none. Both in
/// milliseconds since 1970 in UTC. A zone that is absent or unknown is replaced by UTC.
///
/// Where a clock is put back, what it shows twice belongs to the quiet hours twice. Where it is put forward, quiet hours
/// that begin or end at a time which it leaves out do so at that moment.
pub fn end_of_quiet(hours: QuietHours, time_zone: Option<&str>, unix_ms: i64) -> Option<i64> {
    let (zone, now) = (known_zone(time_zone), timestamp(unix_ms));
    let today = zone.to_datetime(now).date();
    let nights = today.yesterday().into_iter().chain([today]).filter_map(|day| night(hours, &zone, day));
    let (_, end) = nights.into_iter().find(|(begin, end)| (*begin..*end).contains(&now))?;
    Some(end.as_millisecond())
}

/// Begin and end of the quiet hours that begin on that day.
fn night(hours: QuietHours, zone: &TimeZone, day: Date) -> Option<(Timestamp, Timestamp)> {
    let (from, until) = (hours.from(), hours.until());
    let day_of_end = if from < until { day } else { day.tomorrow().ok()? };
    let (begin, _) = moments(zone, day, from)?;
    let (_, end) = moments(zone, day_of_end, until)?;
    Some((begin, end))
}

/// The first and the last moment at which a clock there shows that minute of that day; where it shows it at none, the
/// moment at which it jumps.
fn moments(zone: &TimeZone, day: Date, minute: u16) -> Option<(Timestamp, Timestamp)> {
    let time = Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
    let found = zone.to_ambiguous_timestamp(day.to_datetime(time));
    let (first, last) = (found.earlier().ok()?, found.later().ok()?);
    if !matches!(found.offset(), AmbiguousOffset::Gap { .. }) {
        return Some((first, last));
    }
    let jump = zone.following(first).next()?.timestamp();
    Some((jump, jump))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::instant;

    const BERLIN: &str = "Europe/Berlin";

    /// When the quiet hours are over that hold at `now`, both as RFC 3339 writes them.
    fn over([from, until]: [&str; 2], zone: &str, now: &str) -> Option<String> {
        let hours = QuietHours::parse(from, until).unwrap().unwrap();
        let end = end_of_quiet(hours, Some(zone), instant(now).unwrap())?;
        Some(timestamp(end).to_string())
    }

    fn holds(hours: [&str; 2], zone: &str, cases: &[(&str, &str)]) {
        for (now, end) in cases {
            assert_eq!(over(hours, zone, now).unwrap_or_default(), *end, "{hours:?} in {zone} at {now}");
        }
    }

    #[test]
    fn they_last_over_midnight() {
        let cases = [
            ("2026-11-27T20:59:59Z", ""),
            ("2026-11-27T21:00:00Z", "2026-11-28T06:00:00Z"),
            ("2026-11-27T23:30:00Z", "2026-11-28T06:00:00Z"),
            ("2026-11-28T05:59:59Z", "2026-11-28T06:00:00Z"),
            ("2026-11-28T06:00:00Z", ""),
        ];
        holds(["22:00", "07:00"], BERLIN, &cases);
    }

    #[test]
    fn they_last_within_a_day() {
        let cases = [
            ("2026-11-27T11:59:59Z", ""),
            ("2026-11-27T12:00:00Z", "2026-11-27T13:30:00Z"),
            ("2026-11-27T13:30:00Z", ""),
        ];
        holds(["13:00", "14:30"], BERLIN, &cases);
        holds(["00:00", "23:59"], BERLIN, &[("2026-11-27T22:58:00Z", "2026-11-27T22:59:00Z")]);
        holds(
            ["07:01", "07:00"],
            BERLIN,
            &[("2026-11-27T06:00:00Z", ""), ("2026-11-27T06:01:00Z", "2026-11-28T06:00:00Z")],
        );
    }

    #[test]
    fn they_follow_the_zone() {
        let now = "2026-11-27T22:00:00Z";
        for (zone, end) in [
            (BERLIN, "2026-11-28T06:00:00Z"),
            ("Asia/Kathmandu", "2026-11-28T01:15:00Z"),
            ("America/New_York", ""),
            ("Mars/Olympus", "2026-11-28T07:00:00Z"),
        ] {
            holds(["22:00", "07:00"], zone, &[(now, end)]);
        }
    }

    #[test]
    fn the_night_of_a_change_of_clocks_is_shorter_or_longer() {
        let spring =
            [("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"), ("2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z")];
        holds(["22:00", "07:00"], BERLIN, &spring);
        holds(["22:00", "07:00"], BERLIN, &[("2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z")]);
    }

    #[test]
    fn a_time_that_a_clock_leaves_out_is_the_moment_of_its_jump() {
        let until = [("2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"), ("2026-03-29T01:00:00Z", "")];
        holds(["22:00", "02:30"], BERLIN, &until);
        let from = [("2026-03-29T00:59:59Z", ""), ("2026-03-29T01:00:00Z", "2026-03-29T04:00:00Z")];
        holds(["02:30", "06:00"], BERLIN, &from);
        holds(["02:10", "02:50"], BERLIN, &[("2026-03-29T00:59:59Z", ""), ("2026-03-29T01:00:00Z", "")]);
    }

    #[test]
    fn a_time_that_a_clock_shows_twice_begins_at_the_first_and_ends_at_the_last() {
        let until = [
            ("2026-10-25T00:29:59Z", "2026-10-25T01:30:00Z"),
            ("2026-10-25T00:45:00Z", "2026-10-25T01:30:00Z"),
            ("2026-10-25T01:30:00Z", ""),
        ];
        holds(["22:00", "02:30"], BERLIN, &until);
        let from = [("2026-10-25T00:29:59Z", ""), ("2026-10-25T00:30:00Z", "2026-10-25T05:00:00Z")];
        holds(["02:30", "06:00"], BERLIN, &from);
    }

    #[test]
    fn a_day_that_a_zone_left_out_ends_them() {
        let end = "2011-12-30T10:00:00Z";
        holds(["22:00", "07:00"], "Pacific/Apia", &[("2011-12-30T09:00:00Z", end), (end, "2011-12-30T17:00:00Z")]);
    }
}
