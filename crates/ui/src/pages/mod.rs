//! One file per page.

pub mod home;
pub mod not_found;
pub mod organization;
pub mod outbox;
pub mod password;
pub mod phone;
pub mod sign_in;
pub mod user;
