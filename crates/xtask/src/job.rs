//! Runs another program: its output goes to a log file, of which a failure shows the end.

use std::fs::{self, File};
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::progress::note;
use crate::project::Project;

const HEARTBEAT: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(20);
const TAIL_LINES: usize = 80;

/// A program about to run.
pub struct Job<'a> {
    project: &'a Project,
    name: String,
    command: Command,
    on_terminal: bool,
    limit: Duration,
}

/// How a program ended.
pub struct Outcome {
    /// What it wrote.
    pub output: String,
    failure: Option<String>,
}

impl Outcome {
    /// The output, if it ended with success.
    pub fn into_result(self) -> Result<String> {
        match self.failure {
            None => Ok(self.output),
            Some(failure) => bail!(failure),
        }
    }
}

impl<'a> Job<'a> {
    /// `name` is what messages call it; its log is `target/xtask/NAME.log`.
    pub fn new(project: &'a Project, name: impl Into<String>, command: Command) -> Self {
        Self { project, name: name.into(), command, on_terminal: false, limit: Duration::MAX }
    }

    /// Lets a person watch: where the output is a terminal it goes there, and no log is written.
    pub fn shown_on_terminal(mut self) -> Self {
        self.on_terminal = true;
        self
    }

    /// Ends the program, as a failure, when it has run for `limit`.
    pub fn limited_to(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// Runs it to its end. Returns what it wrote, which is empty where it went to a terminal. Fails if it cannot
    /// start, runs too long, or ends with anything but success.
    pub fn run(self) -> Result<String> {
        self.outcome()?.into_result()
    }

    /// Like [`Job::run`], but its output is to be had also where it ended without success.
    pub fn outcome(mut self) -> Result<Outcome> {
        let failed = |status: ExitStatus| (!status.success()).then(|| format!("failed: {status}"));
        if self.on_terminal && stdout().is_terminal() {
            let status = self.command.status().with_context(|| format!("cannot start {}", self.name))?;
            return Ok(Outcome {
                output: String::new(),
                failure: failed(status).map(|how| format!("{} {how}", self.name)),
            });
        }
        let log = self.log_path();
        let mut file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        writeln!(file, "$ {:?}", self.command)?;
        self.command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let child = self.command.spawn().with_context(|| format!("cannot start {}", self.name))?;
        let how = match self.wait(child)? {
            Some(status) => failed(status),
            None => Some(format!("did not end within {:?}", self.limit)),
        };
        let output = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        let failure = how.map(|how| format!("{} {how}\n{}", self.name, self.tail(&output)));
        Ok(Outcome { output, failure })
    }

    /// None if the time was over.
    fn wait(&self, mut child: Child) -> Result<Option<ExitStatus>> {
        let started = Instant::now();
        let mut next_heartbeat = HEARTBEAT;
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(Some(status));
            }
            let elapsed = started.elapsed();
            if elapsed >= self.limit {
                child.kill()?;
                child.wait()?;
                return Ok(None);
            }
            if elapsed >= next_heartbeat {
                next_heartbeat += HEARTBEAT;
                note(format_args!("{} has run for {} s", self.name, elapsed.as_secs()));
            }
            sleep(POLL);
        }
    }

    fn log_path(&self) -> PathBuf {
        self.project.work().join(format!("{}.log", self.name))
    }

    fn tail(&self, output: &str) -> String {
        let lines: Vec<&str> = output.lines().collect();
        let end = lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n");
        format!("{end}\n(the end of {})", self.project.shown(&self.log_path()))
    }
}
