//! The part of Perfil that delivers: it takes messages out of the outbox, puts them into words and hands them to a mail
//! server or an SMS gateway.
//!
//! Use cases write a row; [`Worker`] claims it for the time of a lease, `render.rs` says it in the person's language, a
//! [`MailSender`] or [`SmsSender`] carries it off, and the row is marked with how that went. [`receipts`] takes what a
//! gateway reports later, [`Cleanup`] deletes what is no longer needed, [`Erasure`] ends accounts.
//!
//! **To add a message**, write its words into `assets/locales/*/mail.ftl` or `sms.ftl` and name their ids in
//! `render.rs`. **To add a gateway**, implement [`SmsSender`] beside [`sms::KannelSender`] and, if it reports deliveries,
//! a method of [`receipts::Receipts`] beside [`receipts::Receipts::kannel`].
//!
//! Neither logs nor the column `last_error` ever hold a message's text, a code, a full address or a full number.

mod backoff;
mod cleanup;
mod config;
mod delivery;
mod demo;
mod erasure;
mod failure;
mod fallback;
pub mod mail;
pub mod mask;
pub mod metrics;
mod outbox;
mod permission;
mod quiet;
pub mod receipts;
mod render;
pub mod sms;
mod stop;

pub use cleanup::Cleanup;
pub use config::{ConfigError, WorkerConfig};
pub use demo::DemoOutbox;
pub use erasure::Erasure;
pub use failure::{Accepted, SendFailure};
pub use mail::{MailMessage, MailSender, SmtpSender};
pub use metrics::Metrics;
pub use outbox::{Parts, Waker, Worker};
pub use sms::{
    HTTP_SCHEME, HttpSender, HttpSettings, KannelSender, SmppSender, SmppTimes, SmsMessage, SmsSender, TwilioSender,
};
pub use stop::Stop;
