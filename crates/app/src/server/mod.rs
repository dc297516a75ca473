//! The program of the operator: one command, one file.
//!
//! - [`cli`]: the words of the command line; [`config`]: the settings;
//! - [`serve`], [`demo`], [`worker`], [`people`], [`api_keys`], [`outbox`], [`credit`], [`check`]: the commands;
//! - [`open`], [`delivery`], [`background`], [`receipts`]: how the crates are put together;
//! - [`logging`], [`signals`]: what every long-running process does.

mod api_keys;
mod background;
mod check;
mod cli;
mod config;
mod credit;
mod delivery;
mod demo;
mod logging;
mod metrics;
mod open;
mod outbox;
mod people;
mod receipts;
mod serve;
mod signals;
mod worker;

use anyhow::{Context, Result};
use clap::Parser;
use cli::{Cli, Command};
use config::{Config, Task};
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;
use tokio::runtime::{Builder, Runtime};

/// Fewer would let one slow request hold up all others.
const FEWEST_THREADS: usize = 2;

/// Does what the command line says. 0: done, 1: failed, with a message on standard error, 2: not understood.
pub fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("perfil: {}", logging::visible_lines(&told(&error)));
            ExitCode::FAILURE
        }
    }
}

/// The error with its causes, each said once: some repeat theirs.
fn told(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).fold(String::new(), |told, cause| match told {
        told if told.is_empty() => cause,
        told if told.contains(&cause) => told,
        told => format!("{told}: {cause}"),
    })
}

fn run(cli: Cli) -> Result<ExitCode> {
    // Fails only where a provider is installed already.
    _ = rustls::crypto::ring::default_provider().install_default();
    let config = Config::load(cli.config.as_deref())?;
    if let Command::CheckConfig = cli.command {
        return Ok(check::check(&config));
    }
    logging::start(&config);
    let runtime = runtime()?;
    let done = runtime.block_on(perform(cli.command, config));
    runtime.shutdown_background();
    done.map(|()| ExitCode::SUCCESS)
}

fn runtime() -> Result<Runtime> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(processors.max(FEWEST_THREADS)).enable_all().build().context("cannot start threads")
}

async fn perform(command: Command, config: Config) -> Result<()> {
    match command {
        Command::Serve { demo: false } => serve::serve(open::checked(config, Task::Serve)?).await,
        Command::Serve { demo: true } => demo::serve(open::checked(config, Task::Demo)?).await,
        Command::Worker => worker::run(open::checked(config, Task::Worker)?).await,
        Command::Migrate => migrate(open::checked(config, Task::Database)?).await,
        Command::User(command) => people::run(command, open::checked(config, Task::Accounts)?).await,
        Command::ApiKey(command) => api_keys::run(command, open::checked(config, Task::Accounts)?).await,
        Command::Outbox(command) => outbox::run(command, open::checked(config, Task::Database)?).await,
        Command::Credit(command) => credit::run(command, open::checked(config, Task::Accounts)?).await,
        Command::CheckConfig => Ok(()),
    }
}

async fn migrate(config: Config) -> Result<()> {
    let store = open::connect(&config).await?;
    store.migrate().await.context("cannot bring the database up to date")?;
    store.close().await;
    say("The database is up to date.");
    Ok(())
}

/// Writes a line to standard output. A reader that went away is no reason to fail.
fn say(line: impl Display) {
    let mut output = std::io::stdout().lock();
    _ = writeln!(output, "{line}").and_then(|()| output.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_said_once() {
        let error = anyhow::anyhow!("locked").context("the database failed: locked").context("cannot start");
        assert_eq!(told(&error), "cannot start: the database failed: locked");
    }
}
