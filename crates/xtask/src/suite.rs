//! `cargo xtask test`: all that has to hold before a change is taken.

use std::process::Command;

use anyhow::Result;

use crate::build;
use crate::desktop;
use crate::job::Job;
use crate::page;
use crate::postgres::Postgres;
use crate::progress::Progress;
use crate::project::{Project, cargo};
use crate::test_binaries::{self, Count, SELECTIONS};
use crate::test_tools;
use crate::tools;

/// Runs every check, up to the first that fails. `filters` choose among the tests by name.
pub fn run(project: &Project, filters: &[String]) -> Result<()> {
    let mut progress = Progress::new(10);
    let mut count = Count::default();
    let result = check_all(project, filters, &mut progress, &mut count);
    if result.is_ok() {
        progress.summary();
    }
    println!("\ntests: {count}");
    result
}

fn check_all(project: &Project, filters: &[String], progress: &mut Progress, count: &mut Count) -> Result<()> {
    let tools = progress.step("Build tools", || {
        desktop::ensure_libraries(project)?;
        tools::ensure(project)
    })?;
    let test_tools = progress.step("Test tools", || test_tools::ensure(project))?;
    progress.step("Checking the format", || format(project))?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || build::server(project))?;
    progress.step("Building the desktop app", || desktop::build_with_tests(project))?;
    progress.step("Linting", || lint(project))?;
    let binaries = progress.step("Building the tests", || test_binaries::compile(project))?;
    let (of_program, of_libraries): (Vec<_>, Vec<_>) =
        binaries.iter().partition(|binary| binary.is_of_program(project));

    let postgres = progress.step("Testing the libraries", || {
        let postgres = Postgres::start(project)?;
        let environment = |command: &mut Command| test_tools.set_environment(command, project, &postgres);
        for binary in of_libraries {
            binary.run(project, filters, environment, count)?;
        }
        test_binaries::run_documentation(project, filters, count)?;
        Ok(postgres)
    })?;
    progress.step("Testing the program", || {
        let environment = |command: &mut Command| test_tools.set_environment(command, project, &postgres);
        of_program.iter().try_for_each(|binary| binary.run(project, filters, environment, count))
    })
}

fn format(project: &Project) -> Result<()> {
    let mut command = cargo();
    command.args(["fmt", "--all", "--check"]).current_dir(&project.root);
    Job::new(project, "format", command).shown_on_terminal().run()?;
    Ok(())
}

fn lint(project: &Project) -> Result<()> {
    for selection in SELECTIONS {
        let mut command = cargo();
        command.arg("clippy").args(selection).args(["--all-targets", "--", "-D", "warnings"]);
        command.current_dir(&project.root);
        Job::new(project, "clippy", command).shown_on_terminal().run()?;
    }
    Ok(())
}
