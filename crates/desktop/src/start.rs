//! What the window begins with.

use crate::folders::Folders;
use crate::instance::{self, Instance};
use crate::words::Words;
use std::cell::RefCell;

/// Found before the window is there.
pub(crate) struct Start {
    /// The client of any server.
    pub(crate) http: reqwest::Client,
    /// Where the app keeps its files.
    pub(crate) folders: Folders,
    /// What it says by itself.
    pub(crate) words: Words,
    /// What it was started with.
    pub(crate) first: instance::Start,
    /// The starts that come later; taken once. `None` where they could not be claimed.
    pub(crate) instance: RefCell<Option<Instance>>,
}
