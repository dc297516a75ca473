//! `cargo xtask`: sets up what building and testing Perfil need, then builds, runs and tests it.
//!
//! A command is a list of numbered steps ([`progress`]); a step runs other programs ([`job`]) with the tools that
//! [`tools`] and [`test_tools`] found or installed. To add a command, add it to [`USAGE`] and to [`dispatch`].

mod apt;
mod bench;
mod build;
mod bundle;
mod bundle_check;
mod cache;
mod debian_root;
mod desktop;
mod installed_server;
mod job;
mod package;
mod page;
mod postgres;
mod programs;
mod progress;
mod project;
mod site;
mod suite;
mod test_binaries;
mod test_tools;
mod tools;
mod wasm_toolchain;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::progress::Progress;
use crate::project::Project;

const USAGE: &str = "\
cargo xtask COMMAND: sets up what is missing, then does it

  run [-- ARGS]    build the page and the server, then serve a demo; ARGS go to `perfil serve --demo`
  run --desktop [-- ARGS]
                   the same, and open the desktop app on the demo, which ends with it
  build            build the page and the server
  test [FILTER…]   build, check the style, run every test; FILTER limits which tests run
  bench            build, then measure
  bundle [--profile NAME] [--check]
                   make Debian packages of the server and of the desktop app in target/bundle, in the profile `dist`;
                   --check: as root, install, use and purge them on a clean Debian 12 in a folder
  setup            only install the tools that building and testing need
  help             print this

What is installed goes to $PERFIL_CACHE, else $XDG_CACHE_HOME/perfil, else ~/.cache/perfil. Only Debian packages
(a browser, PostgreSQL, an SMS gateway for the tests; WebKit for the desktop app) go to the system, by apt-get.
Logs: target/xtask/*.log";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match command.as_str() {
        "run" => run(&Project::find()?, rest),
        "build" => build::build(&Project::find()?),
        "test" => suite::run(&Project::find()?, without_separator(rest)),
        "bench" => bench::run(&Project::find()?, without_separator(rest)),
        "bundle" => bundle::run(&Project::find()?, rest),
        "setup" => setup(&Project::find()?),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no command {other:?}\n\n{USAGE}"),
    }
}

fn run(project: &Project, arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((first, rest)) if first == "--desktop" => desktop::run(project, without_separator(rest)),
        _ => build::run(project, without_separator(arguments)),
    }
}

fn without_separator(arguments: &[String]) -> &[String] {
    match arguments.split_first() {
        Some((separator, after)) if separator == "--" => after,
        _ => arguments,
    }
}

fn setup(project: &Project) -> Result<()> {
    let mut progress = Progress::new(3);
    progress.step("Build tools", || tools::ensure(project))?;
    progress.step("Libraries of the desktop app", || desktop::ensure_libraries(project))?;
    progress.step("Test tools", || test_tools::ensure(project))?;
    progress.summary();
    Ok(())
}
