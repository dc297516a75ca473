//! Reading a process from outside.

use std::fs;

/// A process by its id.
#[derive(Clone, Copy, Debug)]
pub struct Meter(pub u32);

impl Meter {
    /// CPU time of all its living threads, in milliseconds; nanosecond resolution, from the scheduler.
    pub fn cpu_ms(self) -> f64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).expect("the process lives");
        let nanoseconds: u64 = threads
            .flatten()
            .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
            .filter_map(|text| text.split(' ').next()?.parse::<u64>().ok())
            .sum();
        nanoseconds as f64 / 1e6
    }

    /// Resident memory in MiB; `VmHWM` is the most it ever was.
    pub fn memory_mib(self, field: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0)).expect("the process lives");
        let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':')).expect("the field");
        let kib: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
        kib / 1024.0
    }
}

/// The middle value.
pub fn median(values: &mut [f64]) -> f64 {
    percentile(values, 50)
}

/// The value that `percent` of all are not above.
pub fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(values.len() - 1) * percent / 100]
}
