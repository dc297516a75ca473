//! Perfil's pages in a window of their own: the components of `perfil-ui` as a program of the desktop.
//!
//! - `app`: what the window shows, and when; `menu`, `window`, `index`: the window itself;
//! - `host`, `connection`: what the pages ask for, and the way to the server; `stream`, `notices`: what the server tells;
//! - `welcome`, `check`, `servers`, `origin`, `links`: which server; `vault`: its tokens;
//! - `instance`, `folders`, `files`, `system`, `window_state`, `appearance`: the computer around it;
//! - `words`: what the app says by itself.

mod app;
mod appearance;
mod check;
mod connection;
mod files;
mod folders;
mod host;
mod index;
mod instance;
mod links;
mod menu;
mod notices;
mod origin;
#[cfg(test)]
mod own_bus;
mod servers;
mod start;
mod states;
mod stream;
mod system;
mod vault;
mod welcome;
mod window;
mod window_state;
mod words;

use crate::folders::Folders;
use crate::instance::Claim;
use crate::start::Start;
use crate::words::Words;
use std::cell::RefCell;
use std::error::Error;
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    let argument = std::env::args().nth(1);
    if argument.as_deref() == Some("--version") {
        println!("perfil-desktop {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match start(argument) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("perfil-desktop: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Shows the window until it is closed; ends at once where another one is open.
fn start(link: Option<String>) -> Result<(), Box<dyn Error>> {
    window::prepare();
    let folders = Folders::of_process()?;
    let first = instance::Start { link };
    let instance = match instance::claim(&folders.runtime, &first) {
        Ok(Claim::First(instance)) => Some(instance),
        Ok(Claim::Handed) => return Ok(()),
        Err(why) => {
            tracing::warn!("another app may be open: {why}");
            None
        }
    };
    // Another provider may only be there already if a library brought it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let words = Words::of_system()?;
    let http = connection::http(&system::accept_language(), system::time_zone().as_deref())?;
    let start = Start { http, folders, words, first, instance: RefCell::new(instance) };
    window::show(Rc::new(start));
    Ok(())
}
