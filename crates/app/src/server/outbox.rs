//! `perfil outbox`.

use super::cli::{MessageState, OutboxCommand};
use super::config::Config;
use super::logging::visible;
use super::{open, say};
use anyhow::{Result, bail};
use perfil_accounts::clock::{Clock, DAY, SystemClock};
use perfil_store::Store;
use perfil_store::outbox::{self, ListedMessage};

/// How many messages are listed.
const MOST: i64 = 100;

/// For how long a message that is put back may be tried, in milliseconds.
const SECOND_LIFE: i64 = DAY;

/// Does it.
pub async fn run(command: OutboxCommand, config: Config) -> Result<()> {
    let store = open::existing(&config).await?;
    let done = match command {
        OutboxCommand::List { state } => list(&store, state).await,
        OutboxCommand::Retry { id } => retry(&store, &id).await,
    };
    store.close().await;
    done
}

async fn list(store: &Store, state: MessageState) -> Result<()> {
    let messages = outbox::list(&mut *store.read().await?, &state.to_string(), MOST).await?;
    if messages.is_empty() {
        say(format_args!("No message is {state}."));
        return Ok(());
    }
    say(row("ID", "CHANNEL", "MESSAGE", "TRIES", "WRITTEN", "WHAT WENT WRONG"));
    for message in messages {
        say(listed(&message));
    }
    Ok(())
}

fn listed(message: &ListedMessage) -> String {
    let ListedMessage { id, channel, template, attempts, created_at, last_error, .. } = message;
    let written = perfil_i18n::moment(*created_at, None);
    row(id, channel, template, &attempts.to_string(), &written, &visible(last_error.as_deref().unwrap_or("-")))
}

fn row(id: &str, channel: &str, template: &str, tries: &str, written: &str, error: &str) -> String {
    format!("{id:<26}  {channel:<7}  {template:<24}  {tries:>5}  {written:<22}  {error}")
}

async fn retry(store: &Store, id: &str) -> Result<()> {
    let now = SystemClock.now();
    let mut db = store.write().await?;
    let queued = outbox::retry(&mut db, id, now, now + SECOND_LIFE).await?;
    db.commit().await?;
    if !queued {
        bail!("no message {id:?} was given up, failed or expired (codes are not sent again: their secret is erased)");
    }
    say("It is in the queue again, for a day at most.");
    Ok(())
}
