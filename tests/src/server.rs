//! The program under test: a folder, a database and a key of its own, started as an operator would start it.

use crate::database::Database;
use crate::people::{MEMBER, OWNER};
use crate::postgres::Postgres;
use crate::process::Program;
use crate::wait::{free_port, until, until_listening};
use crate::{Client, Person, template};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;
use tempfile::TempDir;

/// What the program prints when it is ready.
const READY: &str = "Perfil is listening on http://";
/// How long a start may take.
const START_LIMIT: Duration = Duration::from_secs(30);
/// Nobody listens there: connections are refused at once.
const NOBODY: &str = "127.0.0.1:9";

/// Settings that the stored accounts depend on.
const SHOW_IN_PEOPLE: [&str; 3] = ["PERFIL_SECRET_KEY", "PERFIL_HASH_MEMORY_KIB", "PERFIL_SMS_COUNTRIES"];
/// One for all servers of a test program, so that a database can be copied from one to another.
static KEY: LazyLock<String> = LazyLock::new(random_key);

/// How a server is to be started.
pub struct Builder {
    environment: Vec<(String, String)>,
    people: Vec<Person>,
    on_postgres: bool,
    public_url: Option<String>,
    place: PathBuf,
    through: Vec<String>,
}

impl Builder {
    /// Sets an environment variable of the program.
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// On a PostgreSQL database of its own.
    pub fn on_postgres(mut self) -> Self {
        self.on_postgres = true;
        self
    }

    /// With its database and its log below that folder.
    pub fn within(mut self, place: &Path) -> Self {
        self.place = place.to_owned();
        self
    }

    /// Started by another program, which becomes it: its arguments are followed by the command line of this one.
    pub fn through(mut self, program: &[&str]) -> Self {
        self.through = program.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    /// With one more person.
    pub fn with(mut self, person: Person) -> Self {
        self.people.push(person);
        self
    }

    /// With these people instead of the usual two.
    pub fn people(mut self, people: &[Person]) -> Self {
        self.people = people.to_vec();
        self
    }

    /// Behind a proxy that people reach at this `https` address.
    pub fn public_url(mut self, url: &str) -> Self {
        self.public_url = Some(url.to_owned());
        self
    }

    /// Sends mail there.
    pub fn smtp(self, url: impl Into<String>) -> Self {
        self.set("PERFIL_SMTP_URL", url)
    }

    /// Sends text messages there.
    pub fn sms(self, url: impl Into<String>) -> Self {
        self.set("PERFIL_SMS_URL", url)
    }

    /// Starts it and waits until it is ready.
    pub async fn start(self) -> Server {
        let mut server = self.prepare().await;
        server.start_again().await;
        server
    }

    /// Creates database and people, without starting anything that serves.
    pub async fn prepare(self) -> Server {
        let folder = TempDir::new_in(&self.place).expect("a temporary folder");
        let database = match self.on_postgres {
            true => Database::Postgres(Postgres::create().await),
            false => Database::Sqlite(folder.path().join("perfil.sqlite")),
        };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let origin = self.public_url.unwrap_or_else(|| format!("http://localhost:{}", address.port()));
        let mut environment = vec![
            ("PERFIL_DATABASE_URL".to_owned(), database.url()),
            ("PERFIL_LISTEN".to_owned(), address.to_string()),
            ("PERFIL_PUBLIC_URL".to_owned(), origin.clone()),
            ("PERFIL_SECRET_KEY".to_owned(), KEY.clone()),
            ("PERFIL_SMTP_URL".to_owned(), format!("smtp://{NOBODY}")),
            ("PERFIL_MAIL_FROM".to_owned(), "Perfil <no-reply@example.test>".to_owned()),
            ("PERFIL_SMS_URL".to_owned(), format!("kannel://perfil:gateway-password@{NOBODY}/cgi-bin/sendsms")),
            ("PERFIL_SITE_DIR".to_owned(), site().to_string_lossy().into_owned()),
        ];
        // Not where a setting or another clock shows in what is stored about people.
        let may_copy = !self.on_postgres
            && self.through.is_empty()
            && self.environment.iter().all(|(name, _)| !SHOW_IN_PEOPLE.contains(&name.as_str()));
        environment.extend(self.environment);
        let through = self.through;
        let server = Server { program: None, database, folder, environment, through, address, origin };
        server.fill(&self.people, may_copy);
        server
    }
}

/// A server, running or not; its state outlives a kill.
pub struct Server {
    // First, so that it has ended before its database and folder go.
    program: Option<Program>,
    /// What it stored.
    pub database: Database,
    folder: TempDir,
    environment: Vec<(String, String)>,
    through: Vec<String>,
    /// Where it listens.
    pub address: SocketAddr,
    /// The address that people know it by.
    pub origin: String,
}

impl Server {
    /// A server with SQLite, [`OWNER`] and [`MEMBER`], whose mail and text messages reach nobody.
    pub async fn start() -> Self {
        Self::builder().start().await
    }

    /// A server to be described.
    pub fn builder() -> Builder {
        Builder {
            environment: Vec::new(),
            people: vec![OWNER, MEMBER],
            on_postgres: false,
            public_url: None,
            place: std::env::temp_dir(),
            through: Vec::new(),
        }
    }

    /// Its address on this machine.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A new browser.
    pub fn client(&self) -> Client {
        Client::new(&self.url(), &self.origin)
    }

    /// A new browser that is signed in.
    pub async fn client_of(&self, person: &Person) -> Client {
        let client = self.client();
        client.sign_in(person).await;
        client
    }

    /// The program with this server's settings, for example `["user", "list"]`.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let line: Vec<_> = self.through.iter().map(OsString::from).chain([program().into_os_string()]).collect();
        let mut command = Command::new(&line[0]);
        command.args(&line[1..]).args(arguments).current_dir(self.folder.path());
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PERFIL_")) {
            command.env_remove(name);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Makes a database with these people, or copies it where `may_copy`.
    fn fill(&self, people: &[Person], may_copy: bool) {
        if may_copy && template::copy(people, self.database.file()) {
            return;
        }
        match people.split_last() {
            None => self.migrate(),
            Some((last, before)) => {
                self.fill(before, may_copy);
                self.create(last);
            }
        }
        if may_copy {
            template::keep(people, self.database.file());
        }
    }

    fn migrate(&self) {
        let output = self.command(["migrate"]).output();
        let output = output.unwrap_or_else(|why| panic!("cannot start {}: {why}", program().display()));
        assert!(output.status.success(), "migrating failed: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Creates an account, with the password on standard input.
    pub fn create(&self, person: &Person) {
        let mut command = self.command(["user", "create", "--email", person.email, "--name", person.name]);
        command.args(["--role", person.role.as_str(), "--organization", person.organization, "--password-stdin"]);
        if let Some(phone) = person.phone {
            command.args(["--phone", phone]);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|why| panic!("cannot start {}: {why}", program().display()));
        let mut input = child.stdin.take().expect("standard input is a pipe");
        writeln!(input, "{}", person.password).expect("the program reads the password");
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "creating {} failed: {said}", person.email);
    }

    /// Starts it with the same state as before.
    pub async fn start_again(&mut self) {
        let before = self.log().matches(READY).count();
        let mut program = self.run(&["serve"], "server.log");
        let ready = async || {
            if let Some(status) = program.ended() {
                panic!("the program ended with {status}:\n{}", self.log());
            }
            (self.log().matches(READY).count() > before).then_some(())
        };
        until("the program to listen", START_LIMIT, ready).await;
        self.program = Some(program);
    }

    /// Starts another process with this server's settings, for example `["worker"]`.
    pub fn run(&self, arguments: &[&str], log: &str) -> Program {
        let mut command = self.command(arguments);
        command.stdout(self.log_file(log)).stderr(self.log_file(log));
        Program::start(&mut command)
    }

    /// Starts another server on the same database, at an address of its own; it and its URL.
    pub async fn start_beside(&self, log: &str) -> (Program, String) {
        let port = free_port();
        let mut command = self.command(["serve"]);
        command.env("PERFIL_LISTEN", format!("127.0.0.1:{port}")).stdout(self.log_file(log)).stderr(self.log_file(log));
        let program = Program::start(&mut command);
        until_listening("the other server", port).await;
        (program, format!("http://127.0.0.1:{port}"))
    }

    /// Kills it, as a power cut would.
    pub fn kill(&mut self) {
        self.running().kill();
        self.program = None;
    }

    /// Asks it to end, and waits for that; how long it took.
    pub async fn stop(&mut self, limit: Duration) -> Duration {
        self.running().terminate();
        let (status, took) = self.running().wait(limit).await;
        self.program = None;
        assert!(status.success(), "it ended with {status}:\n{}", self.log());
        took
    }

    /// The running program.
    pub fn running(&mut self) -> &mut Program {
        self.program.as_mut().expect("the server runs")
    }

    /// Its folder: the database, the logs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Everything that it said so far, over all its starts.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.folder.path().join("server.log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn log_file(&self, name: &str) -> File {
        let path = self.folder.path().join(name);
        File::options().create(true).append(true).open(path).expect("the folder can be written to")
    }
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the repository").to_owned()
}

fn program() -> PathBuf {
    std::env::var_os("PERFIL_BIN").map_or_else(|| repository().join("target/release/perfil"), PathBuf::from)
}

fn site() -> PathBuf {
    std::env::var_os("PERFIL_SITE_DIR").map_or_else(|| repository().join("target/site"), PathBuf::from)
}

/// 32 random bytes in the URL's alphabet of base64, without padding: 43 characters of which the last has two zero bits.
fn random_key() -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bytes = [0; 43];
    let mut random = File::open("/dev/urandom").expect("the system has randomness");
    std::io::Read::read_exact(&mut random, &mut bytes).expect("randomness can be read");
    bytes[42] &= 0b11_1100;
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
}
