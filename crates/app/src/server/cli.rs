//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use perfil_accounts::{Scope, phone_plan};
use perfil_models::{DisplayName, EmailAddress, PhoneNumber, Role, money};
use std::fmt;
use std::path::PathBuf;

/// The account-settings centre of a platform that sells prepaid credit.
#[derive(Debug, Parser)]
#[command(name = "perfil", version, about, propagate_version = true)]
#[command(
    after_help = "Settings come from the file and from the environment, which wins: `perfil check-config` lists them.\n\
                        To look around: perfil serve --demo"
)]
pub struct Cli {
    /// The configuration file (TOML).
    #[arg(long, global = true, env = "PERFIL_CONFIG", value_name = "PATH")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages, and send messages unless worker = "none"; brings the database up to date first.
    Serve {
        /// Serve this machine alone, with made-up people whose passwords are printed; messages are shown, not sent.
        #[arg(long)]
        demo: bool,
    },
    /// Send what waits in the outbox, in a process of its own.
    Worker,
    /// Bring the database up to date, and end.
    Migrate,
    /// Show the configuration without its secrets, and what is wrong with it.
    CheckConfig,
    /// Create people and help them in.
    #[command(subcommand)]
    User(UserCommand),
    /// Let the platform around Perfil prove itself.
    #[command(subcommand)]
    ApiKey(ApiKeyCommand),
    /// Look after messages that could not be sent.
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// Look after the balances that the platform tells.
    #[command(subcommand)]
    Credit(CreditCommand),
}

/// What to do about people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Create a person, and the organization with its first one.
    Create(NewPerson),
    /// Give a person a new password, which is printed; ends their sessions.
    ResetPassword {
        /// The address that the person signs in with.
        #[arg(long, value_parser = email)]
        email: EmailAddress,
    },
    /// Remove a person's authenticator apps, passkeys and recovery codes, so that the password alone signs in again.
    RemoveSecondFactors {
        /// The address that the person signs in with.
        #[arg(long, value_parser = email)]
        email: EmailAddress,
    },
    /// Delete a person's account at once, and all that is kept about them.
    Delete {
        /// The address that the person signs in with.
        #[arg(long, value_parser = email)]
        email: EmailAddress,
    },
}

/// A person to create.
#[derive(Args, Debug)]
pub struct NewPerson {
    /// The platform's own name for the organization.
    #[arg(long, value_name = "ID", value_parser = not_empty)]
    pub organization: String,
    /// What people call the organization, if it is new; otherwise its ID.
    #[arg(long, value_name = "NAME", value_parser = not_empty)]
    pub organization_name: Option<String>,
    /// The currency of the organization's credit, if it is new (ISO 4217).
    #[arg(long, value_name = "CODE", default_value = "EUR", value_parser = currency)]
    pub currency: String,
    /// The address that the person signs in with.
    #[arg(long, value_parser = email)]
    pub email: EmailAddress,
    /// The name that others see.
    #[arg(long, value_parser = display_name)]
    pub name: DisplayName,
    /// What the person is.
    #[arg(long)]
    pub role: RoleWord,
    /// A mobile number known to be the person's, as +441234567890.
    #[arg(long, value_name = "+E164", value_parser = phone)]
    pub phone: Option<PhoneNumber>,
    /// The platform's own name for the person; one is made if none is given.
    #[arg(long, value_name = "ID", value_parser = not_empty)]
    pub external_id: Option<String>,
    /// Take the password from the first line of standard input instead of making one.
    #[arg(long)]
    pub password_stdin: bool,
    /// Send a link by mail to choose a password, instead of making one.
    #[arg(long, conflicts_with = "password_stdin")]
    pub invite: bool,
}

/// What to do about keys of the platform.
#[derive(Debug, Subcommand)]
pub enum ApiKeyCommand {
    /// Make a key, which is printed once.
    Create {
        /// What you call it.
        #[arg(long, value_parser = not_empty)]
        name: String,
        /// What it may do; several by commas.
        #[arg(long, required = true, value_delimiter = ',')]
        scope: Vec<ScopeWord>,
    },
    /// List the keys, those that organizations made themselves and revoked ones among them.
    List,
    /// Make a key worthless at once.
    Revoke {
        /// The key's id, as `perfil api-key list` shows it.
        id: String,
    },
}

/// A scope by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScopeWord {
    /// Ask whose a session is.
    Sessions,
    /// Tell what happened.
    Events,
    /// Create organizations and people, and tell what is new about them.
    Provisioning,
    /// Ask how people want to be told about what.
    Preferences,
}

impl From<ScopeWord> for Scope {
    fn from(word: ScopeWord) -> Self {
        match word {
            ScopeWord::Sessions => Self::Sessions,
            ScopeWord::Events => Self::Events,
            ScopeWord::Provisioning => Self::Provisioning,
            ScopeWord::Preferences => Self::Preferences,
        }
    }
}

/// What to do about messages.
#[derive(Debug, Subcommand)]
pub enum OutboxCommand {
    /// List the latest hundred messages in a state.
    List {
        /// The state.
        #[arg(long, value_enum, default_value_t = MessageState::Dead)]
        state: MessageState,
    },
    /// Put a message back into the queue that was given up, has failed or expired. Codes are not sent again.
    Retry {
        /// The message's id, as `perfil outbox list` shows it.
        id: String,
    },
}

/// What to do about balances.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum CreditCommand {
    /// List the organizations of whose balances some were never told, by the numbers that the platform gives them.
    Gaps,
}

/// A role by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum RoleWord {
    Owner,
    Admin,
    Billing,
    Member,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Owner => Self::Owner,
            RoleWord::Admin => Self::Admin,
            RoleWord::Billing => Self::Billing,
            RoleWord::Member => Self::Member,
        }
    }
}

/// Where a message stands (`perfil-store`, `outbox`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum MessageState {
    Pending,
    Sending,
    Accepted,
    Delivered,
    Failed,
    Dead,
    Unknown,
    Expired,
    Superseded,
    Suppressed,
}

impl fmt::Display for MessageState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_possible_value().map_or(Ok(()), |value| f.write_str(value.get_name()))
    }
}

fn email(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).map_err(|error| error.to_string())
}

fn display_name(text: &str) -> Result<DisplayName, String> {
    DisplayName::parse(text).map_err(|error| error.to_string())
}

fn phone(text: &str) -> Result<PhoneNumber, String> {
    let number = PhoneNumber::parse(text).map_err(|error| error.to_string())?;
    let planned = phone_plan::understand("", number.as_str());
    planned.map(|planned| planned.number).map_err(|_| "no text message can go to this number".to_owned())
}

fn currency(text: &str) -> Result<String, String> {
    if money::is_currency(text) {
        Ok(text.to_owned())
    } else {
        Err("three capital letters, for example EUR".to_owned())
    }
}

fn not_empty(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fine = !text.is_empty() && text.chars().count() <= 200 && !text.contains(char::is_control);
    if fine { Ok(text.to_owned()) } else { Err("1 to 200 characters without line breaks".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    const PERSON: [&str; 12] = [
        "perfil",
        "user",
        "create",
        "--organization",
        "acme",
        "--email",
        "olivia@example.com",
        "--name",
        "Olivia",
        "--role",
        "owner",
        "--password-stdin",
    ];

    fn fault(arguments: &[&str]) -> ErrorKind {
        Cli::try_parse_from(arguments).map(|_| ()).unwrap_err().kind()
    }

    #[test]
    fn the_commands_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_person_needs_little() {
        let Command::User(UserCommand::Create(person)) = Cli::try_parse_from(PERSON).unwrap().command else {
            panic!("another command")
        };
        assert_eq!((person.role, person.currency.as_str(), person.password_stdin), (RoleWord::Owner, "EUR", true));
        assert_eq!((person.organization_name, person.phone, person.external_id), (None, None, None));
    }

    #[test]
    fn who_is_invited_needs_no_password() {
        let invited: Vec<_> = PERSON[..11].iter().copied().chain(["--invite"]).collect();
        let Command::User(UserCommand::Create(person)) = Cli::try_parse_from(&invited).unwrap().command else {
            panic!("another command")
        };
        assert_eq!((person.invite, person.password_stdin), (true, false));
        let both: Vec<_> = PERSON.iter().copied().chain(["--invite"]).collect();
        assert_eq!(fault(&both), ErrorKind::ArgumentConflict);
    }

    #[test]
    fn values_are_checked_before_anything_is_opened() {
        for (option, value) in [
            ("--email", "olivia"),
            ("--name", " "),
            ("--role", "king"),
            ("--currency", "euro"),
            ("--phone", "07700 900123"),
            ("--phone", "+449098790000"),
            ("--external-id", "a\nb"),
        ] {
            let mut arguments = PERSON.to_vec();
            if let Some(given) = arguments.iter().position(|argument| *argument == option) {
                arguments.drain(given..given + 2);
            }
            arguments.extend([option, value]);
            assert!(
                matches!(fault(&arguments), ErrorKind::ValueValidation | ErrorKind::InvalidValue),
                "{option} {value}"
            );
        }
    }

    #[test]
    fn second_factors_are_removed_of_one_person() {
        let of_whom = ["perfil", "user", "remove-second-factors", "--email", "olivia@example.com"];
        let Command::User(UserCommand::RemoveSecondFactors { email }) = Cli::try_parse_from(of_whom).unwrap().command
        else {
            panic!("another command")
        };
        assert_eq!(email.as_str(), "olivia@example.com");
        assert_eq!(fault(&of_whom[..3]), ErrorKind::MissingRequiredArgument);
    }

    #[test]
    fn the_configuration_may_be_named_after_the_command() {
        let cli = Cli::try_parse_from(["perfil", "serve", "--demo", "--config", "a.toml"]).unwrap();
        assert_eq!(cli.config, Some(PathBuf::from("a.toml")));
        assert!(matches!(cli.command, Command::Serve { demo: true }));
    }

    #[test]
    fn states_are_the_words_of_the_database() {
        let cli = Cli::try_parse_from(["perfil", "outbox", "list"]).unwrap();
        let Command::Outbox(OutboxCommand::List { state }) = cli.command else { panic!("another command") };
        assert_eq!(state.to_string(), "dead");
        assert_eq!(fault(&["perfil", "outbox", "list", "--state", "lost"]), ErrorKind::InvalidValue);
        assert_eq!(fault(&["perfil", "--version"]), ErrorKind::DisplayVersion);
    }
}
