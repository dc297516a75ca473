//! `cargo xtask bench`.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::build;
use crate::desktop;
use crate::job::Job;
use crate::page;
use crate::postgres::Postgres;
use crate::progress::Progress;
use crate::project::{Project, RELEASE, cargo};
use crate::test_binaries::PROGRAM;
use crate::test_tools;
use crate::tools;

/// Builds the program and the measuring one, and runs that with a PostgreSQL server of its own.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let mut progress = Progress::new(7);
    let tools = progress.step("Build tools", || tools::ensure(project))?;
    let test_tools = progress.step("Test tools", || test_tools::ensure(project))?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || build::server(project))?;
    progress.step("Building the desktop app", || {
        desktop::ensure_libraries(project)?;
        desktop::build(project, RELEASE)
    })?;
    progress.step("Building the benchmark", || compile(project))?;
    progress.step("Measuring", || {
        let postgres = Postgres::start(project)?;
        let mut command = Command::new(project.target.join("release/bench"));
        command.args(arguments).current_dir(&project.root);
        test_tools.set_environment(&mut command, project, &postgres);
        let status = command.status()?;
        ensure!(status.success(), "the benchmark failed: {status}");
        Ok(())
    })?;
    progress.summary();
    Ok(())
}

/// What calls the server shares the cores with it: it must be as quick as tests need not be.
const OPTIMISED: [&str; 2] = ["--config", "profile.release.package.perfil-tests.opt-level = 2"];

fn compile(project: &Project) -> Result<()> {
    let mut command = cargo();
    command.arg("build").args(PROGRAM).args(["--bin", "bench"]).args(OPTIMISED).current_dir(&project.root);
    Job::new(project, "bench-cargo", command).shown_on_terminal().run()?;
    Ok(())
}
