//! `perfil check-config`.

use super::config::{Config, Task};
use super::{delivery, say};
use std::process::ExitCode;

/// Shows what holds and what is wrong with it.
pub fn check(config: &Config) -> ExitCode {
    say(config.shown().trim_end());
    let mut problems = config.check(Task::Serve);
    problems.extend(delivery::problems(config));
    if problems.is_empty() {
        say("\nNothing is wrong.");
        return ExitCode::SUCCESS;
    }
    eprintln!("perfil: the configuration cannot be used:");
    for problem in problems {
        eprintln!("  {problem}");
    }
    ExitCode::FAILURE
}
