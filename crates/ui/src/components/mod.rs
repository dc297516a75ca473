//! What the pages are built of.

pub mod account;
pub mod card;
pub mod code_field;
pub mod countdown;
pub mod country_picker;
pub mod failure;
pub mod field;
pub mod form;
pub mod icon;
pub mod load;
pub mod menu;
pub mod notice;
pub mod shell;
