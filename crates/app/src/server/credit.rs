//! `perfil credit`.

use super::cli::CreditCommand;
use super::config::Config;
use super::logging::visible;
use super::{open, say};
use anyhow::Result;
use perfil_accounts::{Accounts, CreditGaps};

/// Does it.
pub async fn run(command: CreditCommand, config: Config) -> Result<()> {
    let (store, accounts) = open::accounts_for_command(&config).await?;
    let done = match command {
        CreditCommand::Gaps => gaps(&accounts).await,
    };
    store.close().await;
    done
}

async fn gaps(accounts: &Accounts) -> Result<()> {
    let found = accounts.credit_gaps().await.map_err(failed)?;
    if found.is_empty() {
        say("No balance is missing.");
        return Ok(());
    }
    say(row("ORGANIZATION", "NAME", "MISSING", "NUMBERS"));
    for gaps in found {
        say(listed(&gaps));
    }
    Ok(())
}

fn listed(gaps: &CreditGaps) -> String {
    let CreditGaps { organization, name, missing, places, first } = gaps;
    let mut numbers: Vec<String> = first.iter().map(range).collect();
    if usize::try_from(*places).is_ok_and(|places| places > first.len()) {
        numbers.push("…".to_owned());
    }
    row(&visible(organization), &visible(name), &missing.to_string(), &numbers.join(", "))
}

/// `7` or `7–9`.
fn range((first, last): &(i64, i64)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn row(organization: &str, name: &str, missing: &str, numbers: &str) -> String {
    format!("{organization:<24}  {name:<24}  {missing:>8}  {numbers}")
}

fn failed(error: perfil_models::AccessError) -> anyhow::Error {
    anyhow::anyhow!("failed ({error:?}); see the log")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_that_are_missing_are_listed() {
        let gaps = |places, first| CreditGaps {
            organization: "acme".to_owned(),
            name: "Acme\nLtd".to_owned(),
            missing: 12,
            places,
            first,
        };
        let numbers = |gaps: &CreditGaps| listed(gaps).split_whitespace().skip(3).collect::<Vec<_>>().join(" ");
        assert_eq!(numbers(&gaps(2, vec![(3, 3), (7, 17)])), "3, 7–17");
        assert_eq!(numbers(&gaps(3, vec![(3, 3), (7, 7)])), "3, 7, …");
        assert_eq!(listed(&gaps(1, vec![(3, 14)])).lines().count(), 1);
    }
}
