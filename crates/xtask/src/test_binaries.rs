//! Compiles the tests of all crates at once, and runs them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::Result;
use serde_json::Value;

use crate::job::Job;
use crate::progress::{note, seconds};
use crate::project::{Project, cargo};

/// What lints, tests and benchmarks compile. Cargo compiles a dependency anew for each set of its features, and the
/// set depends on which packages are selected: one selection for all, with the profile of the server's build, lets
/// them share what is compiled. It never selects the feature `web`, which cannot meet `server`.
pub const PROGRAM: [&str; 8] =
    ["--workspace", "--exclude", "perfil-desktop", "--exclude", "xtask", "--release", "--features", "perfil/server"];

/// The desktop app is apart: its features cannot meet `server` either.
const DESKTOP: [&str; 3] = ["--package", "perfil-desktop", "--release"];

/// This tool is apart: it must not add features to the program's dependencies.
const XTASK: [&str; 2] = ["--package", "xtask"];

/// All that is linted and tested, in the parts that cargo must not compile together.
pub const SELECTIONS: [&[&str]; 3] = [&PROGRAM, &DESKTOP, &XTASK];

/// The folder of the package that tests the built program.
const PROGRAM_TESTS: &str = "tests";

/// An executable that tests a crate.
pub struct TestBinary {
    name: String,
    executable: PathBuf,
    package: PathBuf,
}

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Count {
    /// Adds up the lines `test result: …` in the output of test executables.
    fn read(output: &str) -> Self {
        let mut count = Self::default();
        for line in output.lines().filter_map(|line| line.strip_prefix("test result: ")) {
            let number = |word: &str| -> u32 {
                let before = line.split(word).next().unwrap_or_default().trim_end();
                before.rsplit(' ').next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
            };
            count.passed += number("passed");
            count.failed += number("failed");
            count.skipped += number("ignored");
        }
        count
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl TestBinary {
    /// Whether it tests the built program rather than a library.
    pub fn is_of_program(&self, project: &Project) -> bool {
        self.package == project.root.join(PROGRAM_TESTS)
    }

    /// Runs the tests whose names contain one of `filters`, or all if there is none. Adds to `count` also when it
    /// fails.
    pub fn run(
        &self,
        project: &Project,
        filters: &[String],
        environment: impl Fn(&mut Command),
        count: &mut Count,
    ) -> Result<()> {
        let mut command = Command::new(&self.executable);
        command.args(filters).current_dir(&self.package).env("CARGO_MANIFEST_DIR", &self.package);
        // Built for release, it knows no lines; where a log's end is all there is to read, names alone only push out the words.
        command.env("RUST_BACKTRACE", "0");
        environment(&mut command);
        let started = Instant::now();
        let outcome = Job::new(project, format!("test-{}", self.name), command).outcome()?;
        let own_count = Count::read(&outcome.output);
        note(format_args!("{}: {own_count} ({})", self.name, seconds(started.elapsed())));
        count.add(own_count);
        outcome.into_result()?;
        Ok(())
    }

    /// Reads one of the lines that cargo writes for programs.
    fn from_message(line: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(line).ok()?;
        if message["reason"] != "compiler-artifact" || message["profile"]["test"] != true {
            return None;
        }
        let package = Path::new(message["manifest_path"].as_str()?).parent()?.to_owned();
        let folder = package.file_name()?.to_str()?;
        let name = format!("{folder}-{}", message["target"]["name"].as_str()?);
        Some(Self { name, executable: message["executable"].as_str()?.into(), package })
    }
}

/// Compiles all of them. Returns them sorted by name.
pub fn compile(project: &Project) -> Result<Vec<TestBinary>> {
    let mut binaries = Vec::new();
    for selection in SELECTIONS {
        let build = |more: &[&str]| {
            let mut command = cargo();
            command.arg("test").args(selection).arg("--no-run").args(more).current_dir(&project.root);
            command
        };
        Job::new(project, "tests-cargo", build(&[])).shown_on_terminal().run()?;
        // The same again, to learn the names of what is now there.
        let list = Job::new(project, "tests-list", build(&["--message-format=json"])).run()?;
        binaries.extend(list.lines().filter_map(TestBinary::from_message));
    }
    binaries.sort_by(|one, other| (&one.package, &one.name).cmp(&(&other.package, &other.name)));
    Ok(binaries)
}

/// Runs the examples in the documentation. Adds to `count` also when one fails.
pub fn run_documentation(project: &Project, filters: &[String], count: &mut Count) -> Result<()> {
    let mut command = cargo();
    command.arg("test").args(PROGRAM).args(["--doc", "--"]).args(filters).current_dir(&project.root);
    let outcome = Job::new(project, "test-documentation", command).outcome()?;
    let own_count = Count::read(&outcome.output);
    note(format_args!("documentation: {own_count}"));
    count.add(own_count);
    outcome.into_result()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn count_adds_up_what_the_test_executables_report() {
        let output = "\
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s
noise
test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 5 filtered out; finished in 1.00s
";
        assert_eq!(Count::read(output), Count { passed: 15, failed: 2, skipped: 1 });
    }
}
