//! One file per page.

pub mod activity;
pub mod email;
pub mod forgot_password;
pub mod home;
pub mod link;
pub mod not_found;
pub mod notifications;
pub mod organization;
pub mod organization_keys;
mod organization_reach;
pub mod outbox;
pub mod password;
pub mod phone;
pub mod privacy;
pub mod region;
pub mod second_step;
pub mod sign_in;
pub mod two_step;
pub mod user;
