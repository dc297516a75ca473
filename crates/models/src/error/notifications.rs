//! Notifications.

use super::{AccessError, Explain, Field, Sentence};
use crate::quiet_hours::NotATime;
use serde::Serialize;

errors! {
    /// Choosing what to be told about, and by which channel.
    NotificationError {
        /// SMS was chosen, and there is no verified number.
        NoPhone => 422 "notification-no-phone" Sms;
        /// The minimum is no amount.
        NotAnAmount => 422 "notification-not-an-amount" Minimum;
        /// A low-credit alert was set up without a channel.
        NoChannel => 422 "notification-no-channel" LowCredit;
        /// There is nothing to alert about: the balance is not below the minimum, or an alert was sent already.
        NotBelow => 409 "notification-not-below" Button;
        /// Quiet hours begin at no time of day, or end and do not begin.
        NoQuietFrom => 422 "notification-not-a-time" From;
        /// Quiet hours end at no time of day, or begin and do not end.
        NoQuietUntil => 422 "notification-not-a-time" Until;
        /// The account was saved elsewhere since the page was loaded.
        Stale => 409 "error-stale" Button;
    }
}

impl From<NotATime> for NotificationError {
    fn from(which: NotATime) -> Self {
        match which {
            NotATime::From => Self::NoQuietFrom,
            NotATime::Until => Self::NoQuietUntil,
        }
    }
}
