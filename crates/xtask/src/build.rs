//! `cargo xtask build` and `cargo xtask run`.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

use crate::job::Job;
use crate::page;
use crate::progress::Progress;
use crate::project::{Project, RELEASE, cargo};
use crate::tools;

/// Builds all that is served.
pub fn build(project: &Project) -> Result<()> {
    let mut progress = Progress::new(3);
    let tools = progress.step("Build tools", || tools::ensure(project))?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || server(project, RELEASE))?;
    progress.summary();
    Ok(())
}

/// Builds, then becomes the server of a demo. Returns only if that cannot start.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    build(project)?;
    println!();
    let mut command = Command::new(project.program());
    command.args(["serve", "--demo"]).args(arguments).env("PERFIL_SITE_DIR", project.site());
    Err(command.exec()).with_context(|| format!("cannot start {}", project.program().display()))
}

/// Compiles the program with the server in it.
pub fn server(project: &Project, profile: &str) -> Result<()> {
    let mut command = cargo();
    command.args(["build", "--profile", profile, "--package", "perfil", "--bin", "perfil"]);
    command.args(["--no-default-features", "--features", "server"]).current_dir(&project.root);
    Job::new(project, "server-cargo", command).shown_on_terminal().run()?;
    Ok(())
}
