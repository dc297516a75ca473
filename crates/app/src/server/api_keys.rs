//! `perfil api-key`.

use super::cli::ApiKeyCommand;
use super::config::Config;
use super::{open, say};
use anyhow::{Result, bail};
use perfil_accounts::{Accounts, Scope};
use perfil_store::api_keys::ApiKeyRow;

/// Does it. A made key is all that goes to standard output.
pub async fn run(command: ApiKeyCommand, config: Config) -> Result<()> {
    let (store, accounts) = open::accounts_for_command(&config).await?;
    let done = match command {
        ApiKeyCommand::Create { name, scope } => {
            let scopes: Vec<Scope> = scope.into_iter().map(Scope::from).collect();
            create(&accounts, &name, &scopes).await
        }
        ApiKeyCommand::List => list(&accounts).await,
        ApiKeyCommand::Revoke { id } => revoke(&accounts, &id).await,
    };
    store.close().await;
    done
}

async fn create(accounts: &Accounts, name: &str, scopes: &[Scope]) -> Result<()> {
    let key = accounts.create_api_key(name, scopes).await.map_err(failed)?;
    eprintln!("Created the key {}. It is not shown again:", key.id);
    say(key.token);
    Ok(())
}

async fn list(accounts: &Accounts) -> Result<()> {
    let keys = accounts.api_keys().await.map_err(failed)?;
    if keys.is_empty() {
        say("There is no key.");
        return Ok(());
    }
    say(row(["ID", "NAME", "ORGANIZATION", "MAY", "MADE", "LAST USED", "ENDS", "REVOKED"]));
    for key in keys {
        say(listed(&key));
    }
    Ok(())
}

fn listed(key: &ApiKeyRow) -> String {
    let moment = |at: Option<i64>| at.map_or_else(|| "-".to_owned(), |at| perfil_i18n::moment(at, None));
    let (made, used) = (moment(Some(key.created_at)), moment(key.last_used_at));
    let (ends, revoked) = (moment(key.expires_at), moment(key.revoked_at));
    let organization = key.organization.as_deref().unwrap_or("-");
    row([&key.id, &key.name, organization, &key.scopes, &made, &used, &ends, &revoked])
}

fn row([id, name, organization, may, made, used, ends, revoked]: [&str; 8]) -> String {
    format!("{id:<26}  {name:<24}  {organization:<16}  {may:<12}  {made:<22}  {used:<22}  {ends:<22}  {revoked}")
}

async fn revoke(accounts: &Accounts, id: &str) -> Result<()> {
    if !accounts.revoke_api_key(id).await.map_err(failed)? {
        bail!("there is no key {id:?}, or it was revoked before");
    }
    say("It opens nothing any more.");
    Ok(())
}

fn failed(error: perfil_models::AccessError) -> anyhow::Error {
    anyhow::anyhow!("failed ({error:?}); see the log")
}
