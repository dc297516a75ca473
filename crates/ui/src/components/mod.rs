//! What the pages are built of.

pub mod account;
pub mod asking;
pub mod avatar;
pub mod card;
pub mod code_field;
pub mod contact;
pub mod countdown;
pub mod deletion_bar;
pub mod failure;
pub mod field;
pub mod form;
pub mod icon;
pub mod load;
pub mod menu;
pub mod new_password;
pub mod notice;
pub mod organization_tabs;
pub mod passkey;
pub mod picker;
pub mod role_field;
pub mod shell;
pub mod way;
pub mod zone_offer;
