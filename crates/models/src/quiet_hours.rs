//! The hours of each day in which text messages wait.

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// From one time of day until another, by the clock of the person's time zone; over midnight where the end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: u16,
    until: u16,
}

/// What is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATime {
    /// The beginning.
    From,
    /// The end.
    Until,
}

impl QuietHours {
    /// What two inputs of the type `time` hold, for example `22:00` and `07:30`. Two empty ones, or the same time twice, are
    /// no quiet hours.
    pub fn parse(from: &str, until: &str) -> Result<Option<Self>, NotATime> {
        if from.is_empty() && until.is_empty() {
            return Ok(None);
        }
        let from = minute(from).ok_or(NotATime::From)?;
        let until = minute(until).ok_or(NotATime::Until)?;
        Ok((from != until).then_some(Self { from, until }))
    }

    /// Of minutes since midnight. `None`: there are none, or they are no two times of a day.
    pub fn of_minutes(from: Option<i64>, until: Option<i64>) -> Option<Self> {
        let minute = |minute: Option<i64>| u16::try_from(minute?).ok().filter(|minute| *minute < DAY);
        let (from, until) = (minute(from)?, minute(until)?);
        (from != until).then_some(Self { from, until })
    }

    /// When they begin, in minutes since midnight.
    pub fn from(self) -> u16 {
        self.from
    }

    /// When they end, likewise.
    pub fn until(self) -> u16 {
        self.until
    }

    /// Both as inputs hold them.
    pub fn typed(self) -> [String; 2] {
        [self.from, self.until].map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    Some(two_digits(hour, 24)? * 60 + two_digits(minute, 60)?)
}

fn two_digits(text: &str, end: u16) -> Option<u16> {
    let are_digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| are_digits && *number < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_times_of_a_day_are_read_and_written() {
        for (from, until, minutes) in
            [("22:00", "07:30", (1320, 450)), ("00:00", "23:59", (0, 1439)), ("13:05", "13:04", (785, 784))]
        {
            let hours = QuietHours::parse(from, until).unwrap().unwrap();
            assert_eq!((hours.from(), hours.until()), minutes);
            assert_eq!(hours.typed(), [from, until]);
            assert_eq!(QuietHours::of_minutes(Some(minutes.0.into()), Some(minutes.1.into())), Some(hours));
        }
    }

    #[test]
    fn empty_or_equal_means_off() {
        for (from, until) in [("", ""), ("22:00", "22:00"), ("00:00", "00:00")] {
            assert_eq!(QuietHours::parse(from, until), Ok(None));
        }
        for minutes in [(None, None), (Some(5), None), (Some(5), Some(5)), (Some(0), Some(1440)), (Some(-1), Some(5))] {
            assert_eq!(QuietHours::of_minutes(minutes.0, minutes.1), None);
        }
    }

    #[test]
    fn what_is_no_time_is_named() {
        for wrong in ["", "24:00", "12:60", "7:00", "07:0", "0700", "07:00:00", "+7:00", "ab:cd", "٠٧:٠٠", " 7:00"]
        {
            assert_eq!(QuietHours::parse(wrong, "07:00"), Err(NotATime::From), "{wrong}");
            assert_eq!(QuietHours::parse("22:00", wrong), Err(NotATime::Until), "{wrong}");
        }
    }
}
