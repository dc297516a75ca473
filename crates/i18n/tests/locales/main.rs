//! Whether the locale files agree with each other and with the program that says them.

mod consistency;
mod formats;
mod ftl;
mod rust_source;
mod usage;
mod words;
mod zones;
