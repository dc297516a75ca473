//! Dates, times, numbers and amounts as one reader writes them.

use crate::error::LocaleError;
use crate::locale::Locale;
use crate::locales::Locales;
use crate::moment::{known_zone, timestamp};
use crate::money::Money;
use crate::zones::{self, PARTS, UTC};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::zone::SpecificShort;
use icu_datetime::fieldsets::{Combo, T, YMD, YMDT};
use icu_datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_time::zone::models::AtTime;
use icu_time::zone::{TimeZoneInfo, UtcOffset};
use icu_time::{DateTime, Time, ZonedDateTime};
use jiff::tz::{Offset, TimeZone};
use perfil_models::view::{Zone, ZoneGroup};
use perfil_models::{CountryCode, Language};

type Formatter<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;
type Moment = ZonedDateTime<Gregorian, TimeZoneInfo<AtTime>>;

/// How one reader writes dates, numbers and money: by the language and the country as in CLDR, in the reader's time
/// zone and always in the Gregorian calendar.
///
/// Moments are in milliseconds since 1970 in UTC; what lies beyond the year 9999 is shown as its end.
pub struct Format {
    locales: Locales,
    language: Language,
    zone: TimeZone,
    date: Formatter<YMD>,
    time: Formatter<T>,
    time_with_zone: Formatter<Combo<T, SpecificShort>>,
    moment: Formatter<Combo<YMDT, SpecificShort>>,
    brief: Formatter<YMDT>,
    number: DecimalFormatter,
    money: Money,
}

impl Locales {
    /// How a reader of the language in the country writes. An absent country is the language's usual one; a time zone
    /// that is absent or unknown is replaced by UTC. Fails only if the program lacks the formats of the language.
    pub fn format(
        &self,
        language: Language,
        country: Option<CountryCode>,
        time_zone: Option<&str>,
    ) -> Result<Format, LocaleError> {
        let tag = format!("{language}-{}", country.unwrap_or(language.default_country()));
        self.format_of(language, &tag, time_zone).map_err(|why| LocaleError::NoFormat { tag, why })
    }

    fn format_of(&self, language: Language, tag: &str, time_zone: Option<&str>) -> Result<Format, String> {
        let locale = tag.parse::<icu_locale::Locale>().map_err(|why| why.to_string())?;
        let told = |why: DateTimeFormatterLoadError| why.to_string();
        Ok(Format {
            locales: self.clone(),
            language,
            zone: known_zone(time_zone),
            date: Formatter::try_new((&locale).into(), YMD::long()).map_err(told)?,
            time: Formatter::try_new((&locale).into(), T::hm()).map_err(told)?,
            time_with_zone: Formatter::try_new((&locale).into(), T::hm().with_zone(SpecificShort)).map_err(told)?,
            moment: Formatter::try_new((&locale).into(), YMD::long().with_time_hm().with_zone(SpecificShort))
                .map_err(told)?,
            brief: Formatter::try_new((&locale).into(), YMD::medium().with_time_hm()).map_err(told)?,
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).map_err(|why| why.to_string())?,
            money: Money::new(self.of(language), &locale).map_err(|why| why.to_string())?,
        })
    }
}

impl Format {
    /// A day: *24 November 2026*.
    pub fn date(&self, unix_ms: i64) -> String {
        self.date.format(&moment(unix_ms, &self.zone).date).to_string()
    }

    /// A day of the calendar, which no time zone moves, written as in ISO 8601 (`2026-12-24`): *24 December 2026*. `None`:
    /// there is no such day.
    pub fn day(&self, day: &str) -> Option<String> {
        let day: jiff::civil::Date = day.parse().ok()?;
        let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        let date = Date::try_new_gregorian(i32::from(day.year()), month, of_month).ok()?;
        Some(self.date.format(&date).to_string())
    }

    /// A time of day: *14:05* or *2:05 PM*.
    pub fn time(&self, unix_ms: i64) -> String {
        self.time.format(&moment(unix_ms, &self.zone).time).to_string()
    }

    /// A time of every day, in minutes since midnight: *22:00* or *10:00 PM*.
    pub fn minute_of_day(&self, minute: u16) -> String {
        let (hour, minute) = (minute / 60 % 24, minute % 60);
        let time = Time::try_new(hour as u8, minute as u8, 0, 0).unwrap_or(Time::start_of_day());
        self.time.format(&time).to_string()
    }

    /// A time of day that names its zone: *14:05 CET*.
    pub fn time_with_zone(&self, unix_ms: i64) -> String {
        self.time_with_zone.format(&moment(unix_ms, &self.zone)).to_string()
    }

    /// Day and time that name their zone: *24 November 2026 at 14:05 CET*.
    pub fn moment(&self, unix_ms: i64) -> String {
        self.moment.format(&moment(unix_ms, &self.zone)).to_string()
    }

    /// Day and time for a list that names the zone once: *24 Nov 2026, 14:05*.
    pub fn brief_moment(&self, unix_ms: i64) -> String {
        self.brief.format(&moment(unix_ms, &self.zone)).to_string()
    }

    /// A number with as many decimals as it needs: *1,234,567.89*.
    pub fn number(&self, number: f64) -> String {
        let written = number.to_string();
        written.parse().map(|decimal| self.number.format(&decimal).to_string()).unwrap_or(written)
    }

    /// An amount in the smallest unit of a currency, which is named by its ISO 4217 code: *€50.00* for 5000 and `EUR`.
    /// All decimals of the currency are shown. A code that ISO 4217 does not know is shown as it is, with two.
    pub fn amount(&self, minor: i64, currency: &str) -> String {
        self.money.write(self.words(), minor, currency)
    }

    /// The same without the currency, as one types it: *50.00*.
    pub fn bare_amount(&self, minor: i64, currency: &str) -> String {
        self.money.digits(minor, currency)
    }

    /// The zones that can be chosen, by part of the world, parts and cities in the order of the language and UTC last;
    /// each with its distance from UTC and the time of day at `unix_ms`.
    pub fn time_zones(&self, unix_ms: i64) -> Vec<ZoneGroup> {
        let mut groups: Vec<ZoneGroup> = PARTS.iter().filter_map(|part| self.group(part, unix_ms)).collect();
        self.locales.sort_by_name(self.language, &mut groups, |group| &group.name);
        groups.extend(self.group(UTC, unix_ms));
        groups
    }

    fn group(&self, part: &str, unix_ms: i64) -> Option<ZoneGroup> {
        let name = self.words().word(&format!("zone-group-{part}"))?;
        let inside = zones::places().filter(|(of, _)| *of == part).map(|(_, id)| id);
        let utc = (part == UTC).then_some(UTC);
        let mut zones: Vec<Zone> = inside.chain(utc).filter_map(|id| self.zone(id, unix_ms)).collect();
        self.locales.sort_by_name(self.language, &mut zones, |zone| &zone.city);
        Some(ZoneGroup { name, zones })
    }

    fn zone(&self, id: &str, unix_ms: i64) -> Option<Zone> {
        let zone = TimeZone::get(id).ok()?;
        Some(Zone {
            id: id.to_owned(),
            city: self.locales.city(self.language, id)?,
            offset: distance(zone.to_offset(timestamp(unix_ms))),
            time: self.time.format(&moment(unix_ms, &zone).time).to_string(),
        })
    }

    fn words(&self) -> &Locale {
        self.locales.of(self.language)
    }
}

fn moment(unix_ms: i64, zone: &TimeZone) -> Moment {
    let timestamp = timestamp(unix_ms);
    let seconds = zone.to_offset(timestamp).seconds();
    let offset = UtcOffset::try_from_seconds(seconds).unwrap_or(UtcOffset::zero());
    let there = ZonedDateTime::from_epoch_milliseconds_and_utc_offset(timestamp.as_millisecond(), offset);
    let date_time = DateTime { date: there.date.to_calendar(Gregorian), time: there.time };
    let place = icu_time::TimeZone::from_iana_id(zone.iana_name().unwrap_or(UTC));
    let zone = place.with_offset(Some(offset)).at_date_time(date_time);
    Moment { date: date_time.date, time: date_time.time, zone }
}

/// `UTC+05:30`, with a true minus sign.
fn distance(offset: Offset) -> String {
    let sign = if offset.is_negative() { '\u{2212}' } else { '+' };
    let minutes = offset.seconds().unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
