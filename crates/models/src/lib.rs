//! The vocabulary of Perfil: what the browser, the desktop, the server and the worker say to each other.
//!
//! Three kinds of type live here. **Newtypes that parse** ([`EmailAddress`], [`PhoneNumber`], [`SmsCode`], …): a value of
//! such a type has been checked, so nothing behind it checks again. **Requests and views** ([`request`], [`view`]): what
//! a form sends and what a page shows. **Errors** ([`error`]): one enum per use case, whose variants carry what the
//! screen needs; each has an HTTP status and a message id in the locale files.
//!
//! Nothing here touches a database, a socket or a clock, so that it compiles to WebAssembly without weight.

pub mod audit;
pub mod client;
pub mod email;
pub mod error;
pub mod event;
pub mod id;
pub mod key;
mod kinds;
pub mod language;
pub mod money;
pub mod name;
pub mod next;
pub mod password;
pub mod phone;
pub mod quiet_hours;
pub mod reason;
pub mod region;
pub mod request;
pub mod role;
pub mod secret;
pub mod topic;
pub mod view;

pub use audit::AuditKind;
pub use email::EmailAddress;
pub use error::{AccessError, Explain, Field, Sentence};
pub use event::EventKind;
pub use id::{ChangeId, FactorId, InvitationId, KeyId, OrganizationId, RoleRequestId, SessionId, UserId};
pub use key::{KeyName, Overlap, Scope};
pub use language::{Direction, Language};
pub use name::DisplayName;
pub use phone::{CountryCode, PhoneNumber, SmsCode};
pub use quiet_hours::QuietHours;
pub use reason::Reason;
pub use region::{ChosenRegion, Region};
pub use role::{Permission, Role};
pub use secret::Secret;
pub use topic::{Channel, Channels, Topic};
