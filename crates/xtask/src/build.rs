//! `cargo xtask build` and `cargo xtask run`.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

use crate::job::Job;
use crate::page;
use crate::progress::Progress;
use crate::project::{Project, cargo};
use crate::test_binaries::PROGRAM;
use crate::tools;

/// Builds all that is served.
pub fn build(project: &Project) -> Result<()> {
    let mut progress = Progress::new(3);
    let tools = progress.step("Build tools", || tools::ensure(project))?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || server(project))?;
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

/// Compiles the program with the server in it, from what the tests are linked with too: it is compiled once for both.
pub fn server(project: &Project) -> Result<()> {
    compile(project, &PROGRAM)
}

/// Compiles the program with the server in it as it is shipped: with no feature that only a test asks for.
pub fn shipped_server(project: &Project, profile: &str) -> Result<()> {
    compile(project, &["--profile", profile, "--package", "perfil", "--no-default-features", "--features", "server"])
}

fn compile(project: &Project, selection: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.arg("build").args(selection).args(["--bin", "perfil"]).current_dir(&project.root);
    Job::new(project, "server-cargo", command).shown_on_terminal().run()?;
    Ok(())
}
