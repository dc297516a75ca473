//! A person at the desktop app: a real window on a screen of its own, driven by pointer and keys and read as a screen
//! reader reads it, against the built server.

mod files;
mod instance;
mod keyring;
mod notices;
mod offline;
mod skew;
mod stage;
mod story;
mod stub;
mod welcome;
mod window;
