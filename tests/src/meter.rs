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

    /// Proportional memory (PSS) in MiB of it and all that it started: what is shared counts for each in part.
    pub fn proportional_memory_mib(self) -> f64 {
        let own = self.own_proportional_kib().unwrap_or_default();
        own / 1024.0 + self.children().map(Self::proportional_memory_mib).sum::<f64>()
    }

    fn own_proportional_kib(self) -> Option<f64> {
        let maps = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.0)).ok()?;
        let line = maps.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }

    fn children(self) -> impl Iterator<Item = Self> {
        let processes = fs::read_dir("/proc").expect("Linux").flatten();
        let ids = processes.filter_map(|process| process.file_name().to_str()?.parse().ok().map(Self));
        ids.filter(move |process| process.parent() == Some(self.0))
    }

    fn parent(self) -> Option<u32> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0)).ok()?;
        status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
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
