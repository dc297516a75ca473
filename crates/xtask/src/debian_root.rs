//! A clean Debian 12 in a folder, to try packages on.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt::{self, Need};
use crate::cache::{self, remove_folder};
use crate::job::Job;
use crate::programs;
use crate::project::Project;

const RELEASE: &str = "bookworm";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";
const SEARCH_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/// How a machine is told to reach others.
const PROXIES: [&str; 3] = ["http_proxy", "https_proxy", "no_proxy"];
/// A place of packages as one line: address, suite, component, who it is of.
const TARGET_FORMAT: &str = "$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)";

/// A system of its own. Dropping it deletes it.
pub struct DebianRoot<'a> {
    project: &'a Project,
    folder: PathBuf,
}

impl<'a> DebianRoot<'a> {
    /// A copy of the one in the cache, which is made if it is not there.
    pub fn fresh(project: &'a Project) -> Result<Self> {
        apt::ensure(
            project,
            &[
                Need::new("debootstrap", || programs::find(&["debootstrap"]).is_some()),
                Need::new("debian-archive-keyring", || Path::new(KEYRING).is_file()),
            ],
        )?;
        let architecture = programs::answer("dpkg", &["--print-architecture"]).context("dpkg does not answer")?;
        let pristine =
            cache::ensure(project, &format!("debian-{RELEASE}-{architecture}"), |staging| make(project, staging))?;
        let root = Self { project, folder: project.work().join("debian-root") };
        remove_folder(&root.folder)?;
        let mut command = Command::new("cp");
        command.args(["--archive", "--reflink=auto"]).arg(pristine).arg(&root.folder);
        Job::new(project, "debian-copy", command).run()?;
        Ok(root)
    }

    /// What is at the absolute `path` in there.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path.trim_start_matches('/'))
    }

    /// Runs a command in there as its administrator. Returns what it wrote. All that it started ends with it.
    pub fn run(&self, name: &str, arguments: &[&str]) -> Result<String> {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]);
        self.enter(&mut command, arguments);
        Job::new(self.project, name, command).run()
    }

    /// A command that becomes the program named first: its process is the program's.
    pub fn becoming(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--mount-proc"]);
        self.enter(&mut command, arguments);
        command
    }

    fn enter(&self, command: &mut Command, arguments: &[&str]) {
        let kept = PROXIES.iter().filter_map(|name| Some((name, env::var_os(name)?)));
        command.arg("--root").arg(&self.folder).args(["--wd", "/", "--"]).args(arguments).current_dir("/");
        command.env_clear().envs(kept).env("PATH", SEARCH_PATH).env("HOME", "/root").env("LANG", "C.UTF-8");
        command.env("DEBIAN_FRONTEND", "noninteractive");
    }
}

impl Drop for DebianRoot<'_> {
    fn drop(&mut self) {
        // An error leaves nothing more to do here: the next one begins with deleting what is there.
        let _ = remove_folder(&self.folder);
    }
}

fn make(project: &Project, staging: &Path) -> Result<()> {
    apt::update_once(project);
    let format = format!("--format={TARGET_FORMAT}");
    let answer = programs::answer("apt-get", &["indextargets", &format, "Created-By: Packages"]);
    let sources = Sources::read(&answer.context("apt-get does not tell this system's sources")?)?;
    let mut command = Command::new(programs::find(&["debootstrap"]).context("debootstrap was not found")?);
    command.args(["--keyring", KEYRING, RELEASE]).arg(staging).arg(&sources.mirror);
    Job::new(project, "debootstrap", command).run()?;
    fs::write(staging.join("etc/apt/sources.list"), sources.list)?;
    Ok(())
}

/// Where packages come from.
#[derive(Debug, PartialEq, Eq)]
struct Sources {
    mirror: String,
    list: String,
}

impl Sources {
    /// Takes what this system's apt uses: a machine may reach nothing else.
    fn read(targets: &str) -> Result<Self> {
        let of_debian = targets.lines().filter_map(|line| {
            let [address, suite, component, "Debian"] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
            Some((address, suite, component))
        });
        let of_debian: Vec<_> = of_debian.collect();
        let updates = |suite: &str| suite.contains('-');
        let mirror = of_debian.iter().find(|(_, suite, component)| *component == "main" && !updates(suite));
        let (mirror, ..) = mirror.context("this system's apt has no Debian among its sources, to make another of")?;
        let line = |address: &str, suite: &str| format!("deb {address} {suite} main\n");
        let mut list = line(mirror, RELEASE);
        for (address, suite, component) in &of_debian {
            if *component == "main" && updates(suite) && suite.starts_with(RELEASE) {
                list.push_str(&line(address, suite));
            }
        }
        Ok(Self { mirror: (*mirror).to_owned(), list })
    }
}

#[cfg(test)]
mod tests {
    use super::Sources;

    #[test]
    fn the_sources_are_this_systems_own() {
        let targets = "\
http://deb.example.test/debian/ bookworm main Debian
http://deb.example.test/debian/ bookworm-updates main Debian
http://deb.example.test/debian/ bookworm-updates contrib Debian
http://deb.example.test/security/ bookworm-security main Debian
http://other.example.test/ bookworm main Other";
        let sources = Sources::read(targets).unwrap();
        assert_eq!(sources.mirror, "http://deb.example.test/debian/");
        let list = "\
deb http://deb.example.test/debian/ bookworm main
deb http://deb.example.test/debian/ bookworm-updates main
deb http://deb.example.test/security/ bookworm-security main
";
        assert_eq!(sources.list, list);
        assert!(Sources::read("http://other.example.test/ bookworm main Other").is_err());
    }
}
