//! Databases with people in them, kept while a test program runs: to copy one takes far less time than to make it.

use crate::Person;
use std::collections::HashMap;
use std::fs::{self, Permissions};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

/// What a file was: its content, and who may read it.
type Kept = (Vec<u8>, Permissions);

/// By the people in it, in the order in which they came.
static MADE: LazyLock<Mutex<HashMap<Vec<Person>, Kept>>> = LazyLock::new(Mutex::default);

/// Writes the database of these people to a file, if it was made before; whether it was.
pub(crate) fn copy(people: &[Person], file: &Path) -> bool {
    let made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((content, permissions)) = made.get(people) else { return false };
    fs::write(file, content).expect("the folder can be written to");
    fs::set_permissions(file, permissions.clone()).expect("the file is ours");
    true
}

/// Keeps the database of these people, which nothing has opened now.
pub(crate) fn keep(people: &[Person], file: &Path) {
    let log = file.with_extension("sqlite-wal");
    assert!(fs::metadata(&log).map_or(0, |log| log.len()) == 0, "a part of the database is in {}", log.display());
    let content = fs::read(file).expect("the database is there");
    let permissions = fs::metadata(file).expect("the database is there").permissions();
    MADE.lock().unwrap_or_else(PoisonError::into_inner).insert(people.to_vec(), (content, permissions));
}
