//! A PostgreSQL server of the tests' own: a new one for each run, on the loopback address, gone afterwards.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::job::Job;
use crate::programs;
use crate::project::Project;

/// Debian's folder of installed versions; other systems have the programs on the search path.
const DEBIAN_VERSIONS: &str = "/usr/lib/postgresql";
const ACCOUNT: &str = "postgres";
/// Waits until the other end of its standard input is gone, in whatever way this program ended, and cleans up.
const WATCHDOG: &str = r#"trap '' INT TERM HUP; cat >/dev/null; folder=$1; shift; "$@"; rm -rf -- "$folder""#;

/// A running server. Dropping it stops the server and deletes its data, and so does the end of this program.
pub struct Postgres {
    watchdog: Child,
    /// Connection URL with the rights of the server's administrator.
    pub url: String,
}

impl Postgres {
    /// Creates and starts one on a free port.
    pub fn start(project: &Project) -> Result<Self> {
        let programs = find_programs().context("PostgreSQL's initdb and pg_ctl were not found")?;
        let folder = std::env::temp_dir().join(format!("perfil-postgres-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let watchdog = watch(&folder, &programs)?;
        let port = free_port()?;
        let server = Self { watchdog, url: format!("postgres://{ACCOUNT}@127.0.0.1:{port}/postgres") };

        if programs::is_root() {
            let mut command = Command::new("chown");
            command.arg(ACCOUNT).arg(&folder);
            Job::new(project, "postgres-folder", command).run()?;
        }
        let mut command = as_account(&programs.join("initdb"));
        command.args(["-A", "trust", "-U", ACCOUNT, "-E", "UTF8", "--no-locale", "--no-sync", "-D"]).arg(data(&folder));
        Job::new(project, "postgres-create", command).run()?;
        let mut command = as_account(&programs.join("pg_ctl"));
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c fsync=on"
        );
        command.args(["-w", "start", "-o", &options, "-D"]).arg(data(&folder));
        command.arg("-l").arg(folder.join("server.log"));
        Job::new(project, "postgres-start", command).run()?;
        Ok(server)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.watchdog.stdin.take());
        // An error leaves nothing more to do here: the watchdog works on by itself.
        let _ = self.watchdog.wait();
    }
}

/// The folder of the newest installed version's programs.
pub fn find_programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(DEBIAN_VERSIONS)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, folder)| folder);
    newest.or_else(|| programs::find(&["initdb"])?.parent().map(Path::to_owned))
}

/// The server refuses to run with the administrator's rights.
fn as_account(program: &Path) -> Command {
    let mut command = if programs::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", ACCOUNT, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // The account may not enter the checkout.
    command.current_dir("/");
    command
}

fn watch(folder: &Path, programs: &Path) -> Result<Child> {
    let mut stop = as_account(&programs.join("pg_ctl"));
    stop.args(["-m", "immediate", "-w", "stop", "-D"]).arg(data(folder));
    Command::new("sh")
        .args(["-c", WATCHDOG, "sh"])
        .arg(folder)
        .arg(stop.get_program())
        .args(stop.get_args())
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start sh")
}

fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

/// A port of the loopback address that nobody listens on.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no loopback port is free")?;
    Ok(listener.local_addr()?.port())
}
