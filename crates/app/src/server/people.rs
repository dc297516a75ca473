//! `perfil user`.

use super::cli::{NewPerson, UserCommand};
use super::config::Config;
use super::{open, say};
use anyhow::{Context, Result, bail};
use perfil_accounts::Accounts;
use perfil_accounts::admin::{AdminError, FirstPassword, NewAccount};
use perfil_accounts::random::{SystemRandom, new_id};
use perfil_models::EmailAddress;
use perfil_models::password::{MAX_BYTES, MIN_CHARS};
use std::io::BufRead;

/// Does it. A made password is all that goes to standard output.
pub async fn run(command: UserCommand, config: Config) -> Result<()> {
    let given = match &command {
        UserCommand::Create(person) if person.password_stdin => Some(first_line(std::io::stdin().lock())?),
        _ => None,
    };
    let (store, accounts) = open::accounts_for_command(&config).await?;
    let done = match command {
        UserCommand::Create(person) => create(&accounts, person, given).await,
        UserCommand::ResetPassword { email } => reset_password(&accounts, &email).await,
        UserCommand::RemoveSecondFactors { email } => remove_second_factors(&accounts, &email).await,
        UserCommand::Delete { email } => delete(&accounts, &email).await,
    };
    store.close().await;
    done
}

async fn create(accounts: &Accounts, person: NewPerson, given: Option<String>) -> Result<()> {
    let email = person.email.clone();
    let is_given = given.is_some();
    let password = match given {
        Some(password) => FirstPassword::Given(password),
        None if person.invite => FirstPassword::Chosen,
        None => FirstPassword::Made,
    };
    let made_id = || new_id(&SystemRandom, accounts.now());
    let has_own_id = person.external_id.is_some();
    let account = NewAccount {
        organization_name: person.organization_name.unwrap_or_else(|| person.organization.clone()),
        organization: person.organization,
        currency: person.currency,
        external_id: person.external_id.unwrap_or_else(made_id),
        email: person.email,
        display_name: person.name,
        role: person.role.into(),
        phone: person.phone,
        password,
    };
    let password = match accounts.create_user(account).await {
        Err(AdminError::EmailTaken) if has_own_id => {
            bail!("an account with this address, or with this external id in this organization, exists already")
        }
        created => created?,
    };
    match password {
        Some(password) if !is_given => {
            eprintln!("Created {email}. The password, which is not shown again:");
            say(password);
        }
        Some(_) => say(format_args!("Created {email}.")),
        None => say(format_args!("Created {email}, who gets a link by mail to choose a password.")),
    }
    Ok(())
}

async fn reset_password(accounts: &Accounts, email: &EmailAddress) -> Result<()> {
    let password = accounts.reset_password(email).await?;
    eprintln!("All sessions of {email} have ended. The new password, which is not shown again:");
    say(password);
    Ok(())
}

async fn remove_second_factors(accounts: &Accounts, email: &EmailAddress) -> Result<()> {
    match accounts.remove_second_factors(email).await? {
        0 => say(format_args!("{email} has no second factors.")),
        removed => {
            say(format_args!("Removed the second factors of {email} ({removed}). The password alone signs in again."));
        }
    }
    Ok(())
}

async fn delete(accounts: &Accounts, email: &EmailAddress) -> Result<()> {
    accounts.delete_user(email).await?;
    say(format_args!("Deleted {email}, and all that was kept about them."));
    Ok(())
}

/// A password from the first line, without the line's end.
fn first_line(mut input: impl BufRead) -> Result<String> {
    let mut line = String::new();
    input.read_line(&mut line).context("cannot read the password from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.chars().count() < MIN_CHARS || password.len() > MAX_BYTES {
        bail!("a password has at least {MIN_CHARS} characters and at most {MAX_BYTES} bytes");
    }
    Ok(password.to_owned())
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn the_password_is_the_first_line_with_its_blanks() {
        assert_eq!(first_line(&b" a long enough one \r\nsecond\n"[..]).unwrap(), " a long enough one ");
        assert_eq!(first_line(&b"without a line end"[..]).unwrap(), "without a line end");
        assert!(first_line(&b"too short\n"[..]).is_err());
        assert!(first_line(&b""[..]).is_err());
    }
}
