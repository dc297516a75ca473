//! Starts the installed server as its unit says, and stops it.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::bundle_check::{CONFIG, NEEDED, UNIT};
use crate::debian_root::DebianRoot;
use crate::postgres::free_port;
use crate::progress::{note, seconds};
use crate::project::Project;

/// How long it may take until it answers.
const STARTING: Duration = Duration::from_secs(30);
/// How long systemd waits before it kills.
const STOPPING: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(50);

/// A server that dies with this program's interest in it.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It fails only where the server has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Configures it as an operator would, starts it, waits until it serves, and stops it.
pub fn check(project: &Project, root: &DebianRoot) -> Result<()> {
    let port = free_port()?;
    configure(root, port)?;
    let log = project.work().join("check-serve.log");
    let result = serve(root, port, File::create(&log)?);
    result.with_context(|| format!("the log of the server:\n{}", fs::read_to_string(&log).unwrap_or_default()))
}

/// Takes the examples of the file for what is needed.
fn configure(root: &DebianRoot, port: u16) -> Result<()> {
    let path = root.at(CONFIG);
    let mut text = fs::read_to_string(&path)?;
    for name in NEEDED {
        let example = format!("#{name} = ");
        ensure!(text.contains(&example), "{CONFIG} shows no example of {name}");
        text = text.replace(&example, &format!("{name} = "));
    }
    Ok(fs::write(&path, format!("{text}listen = \"127.0.0.1:{port}\"\n"))?)
}

fn serve(root: &DebianRoot, port: u16, log: File) -> Result<()> {
    let unit = Unit(fs::read_to_string(root.at(UNIT))?);
    let script = unit.script()?;
    let mut command = root.becoming(&["sh", "-c", &script]);
    command.stdout(log.try_clone()?).stderr(log);
    let mut server = Server(command.spawn().context("cannot start unshare")?);
    let started = Instant::now();
    while !answers(port) {
        if let Some(status) = server.0.try_wait()? {
            bail!("the server ended before it answered: {status}");
        }
        ensure!(started.elapsed() < STARTING, "the server did not answer within {STARTING:?}");
        sleep(POLL);
    }
    note(format_args!("it answered after {}", seconds(started.elapsed())));
    stop(&mut server)
}

fn stop(server: &mut Server) -> Result<()> {
    let asked = Instant::now();
    let status = Command::new("sh").args(["-c", "kill -TERM \"$1\"", "sh", &server.0.id().to_string()]).status()?;
    ensure!(status.success(), "the server cannot be told to stop: {status}");
    let status = loop {
        if let Some(status) = server.0.try_wait()? {
            break status;
        }
        ensure!(asked.elapsed() < STOPPING, "the server did not stop within {STOPPING:?}");
        sleep(POLL);
    };
    ensure!(status.success(), "the server stopped with a failure: {status}");
    note(format_args!("it stopped after {}", seconds(asked.elapsed())));
    Ok(())
}

/// Whether it says that it is ready, and gives the page to sign in on.
fn answers(port: u16) -> bool {
    ["/readyz", "/sign-in"].iter().all(|path| status(port, path).is_ok_and(|line| line.starts_with("HTTP/1.1 200")))
}

fn status(port: u16, path: &str) -> std::io::Result<String> {
    let mut socket = TcpStream::connect(("127.0.0.1", port))?;
    socket.set_read_timeout(Some(STARTING))?;
    write!(socket, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// The text of a unit of systemd.
struct Unit(String);

impl Unit {
    fn value(&self, name: &str) -> Result<&str> {
        let value = self.0.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        value.with_context(|| format!("the unit does not say {name}"))
    }

    /// What systemd does on a start, in the words of a shell: no systemd runs there.
    fn script(&self) -> Result<String> {
        let [user, group, folder] = [self.value("User")?, self.value("Group")?, self.value("WorkingDirectory")?];
        let [mode, umask] = [self.value("StateDirectoryMode")?, self.value("UMask")?];
        let [environment, start] = [self.value("Environment")?, self.value("ExecStart")?];
        Ok(format!(
            "install -d -m {mode} -o {user} -g {group} {folder} && cd {folder} && umask {umask} && exec setpriv \
             --reuid {user} --regid {group} --init-groups --inh-caps=-all --bounding-set=-all --no-new-privs \
             env {environment} {start}"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn a_start_is_what_the_unit_says() {
        let unit = include_str!("../../../assets/packaging/perfil/perfil.service");
        let script = Unit(unit.to_owned()).script().unwrap();
        assert!(script.contains("-m 0700 -o perfil -g perfil /var/lib/perfil && cd /var/lib/perfil"), "{script}");
        assert!(script.ends_with("/usr/bin/perfil --config /etc/perfil/perfil.toml serve"), "{script}");
        assert!(Unit("[Service]\n".to_owned()).script().is_err());
    }
}
