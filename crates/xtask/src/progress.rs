//! Says which step runs, how far it is, and at the end how long each took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// The numbered steps of one command.
pub struct Progress {
    total: usize,
    started: Instant,
    finished: Vec<(String, Duration, &'static str)>,
}

impl Progress {
    /// `total` is how many times [`Progress::step`] will be called.
    pub fn new(total: usize) -> Self {
        Self { total, started: Instant::now(), finished: Vec::new() }
    }

    /// Runs one step between two lines that name it and its duration. The error of `work` is passed on after the
    /// summary, so that the reason is the last thing on the screen.
    pub fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("[{}/{}] {title} …", self.finished.len() + 1, self.total);
        let started = Instant::now();
        let result = work();
        let outcome = if result.is_ok() { "done" } else { "FAILED" };
        note(format_args!("{outcome} in {}", seconds(started.elapsed())));
        self.finished.push((title.to_owned(), started.elapsed(), outcome));
        if result.is_err() {
            self.summary();
        }
        result
    }

    /// Prints each step with its duration.
    pub fn summary(&self) {
        println!();
        for (title, duration, outcome) in &self.finished {
            println!("{outcome:>6} {:>9}  {title}", seconds(*duration));
        }
        println!("{:>6} {:>9}", "total", seconds(self.started.elapsed()));
    }
}

/// Prints a detail of the running step.
pub fn note(text: impl std::fmt::Display) {
    println!("      {text}");
}

/// `duration` in seconds with one decimal.
pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
