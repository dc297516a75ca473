//! One app at a time: a second start hands what it was started with to the first, and ends.
//!
//! By a lock and a Unix socket in the person's runtime folder, so that it works without D-Bus too.

use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::thread;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

const LONGEST: u64 = 8 * 1024;
const PATIENCE: Duration = Duration::from_secs(2);
/// How often a start looks again for the first one, which may still be about to listen.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);
const HEARD: &[u8] = b"heard\n";

/// What a second start wants: the window, and in it a link if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Start {
    /// As it was given on the command line; not yet checked.
    pub(crate) link: Option<String>,
}

/// What became of a start.
pub(crate) enum Claim {
    /// This is the one app.
    First(Instance),
    /// Another one runs, and knows now.
    Handed,
}

/// The one app, as long as this lives.
pub(crate) struct Instance {
    /// The starts that came after this one.
    pub(crate) starts: UnboundedReceiver<Start>,
    _lock: File,
}

/// Becomes the one app, or hands the start to the one that runs. Fails where neither works: then the app may as well run.
pub(crate) fn claim(runtime: &Path, start: &Start) -> io::Result<Claim> {
    let (lock, socket) = (runtime.join("desktop.lock"), runtime.join("desktop.sock"));
    let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(lock)?;
    for _ in 0..TRIES {
        match lock.try_lock() {
            Ok(()) => return listen(lock, &socket).map(Claim::First),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(why)) => return Err(why),
        }
        match hand_over(&socket, start) {
            Ok(()) => return Ok(Claim::Handed),
            Err(why) if is_absent(&why) => thread::sleep(PAUSE),
            Err(why) => return Err(why),
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "the app that runs does not listen"))
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused)
}

fn listen(lock: File, socket: &Path) -> io::Result<Instance> {
    match std::fs::remove_file(socket) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
        _ => {}
    }
    let listener = UnixListener::bind(socket)?;
    let (sender, starts) = unbounded_channel();
    thread::Builder::new().name("starts".to_owned()).spawn(move || hear(&listener, &sender))?;
    Ok(Instance { starts, _lock: lock })
}

fn hear(listener: &UnixListener, sender: &UnboundedSender<Start>) {
    for stream in listener.incoming() {
        let start = match stream.and_then(|stream| receive(&stream)) {
            Ok(start) => start,
            Err(why) => {
                tracing::debug!("a second start could not be understood: {why}");
                continue;
            }
        };
        if sender.send(start).is_err() {
            return;
        }
    }
}

fn receive(stream: &UnixStream) -> io::Result<Start> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    BufReader::new(stream.take(LONGEST)).read_line(&mut line)?;
    let start = serde_json::from_str(&line)?;
    let mut answer = stream;
    answer.write_all(HEARD)?;
    Ok(start)
}

fn hand_over(socket: &Path, start: &Start) -> io::Result<()> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = serde_json::to_vec(start)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut answer = [0; HEARD.len()];
    stream.read_exact(&mut answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(link: Option<&str>) -> Start {
        Start { link: link.map(str::to_owned) }
    }

    fn first(folder: &Path) -> Instance {
        match claim(folder, &start(None)).expect("a claim") {
            Claim::First(instance) => instance,
            Claim::Handed => panic!("somebody else runs"),
        }
    }

    #[test]
    fn the_first_start_hears_of_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let mut instance = first(folder.path());
        for link in [None, Some("perfil://account.example.com/undo?t=x")] {
            assert!(matches!(claim(folder.path(), &start(link)), Ok(Claim::Handed)));
            assert_eq!(instance.starts.blocking_recv(), Some(start(link)));
        }
    }

    #[test]
    fn what_a_killed_app_left_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("desktop.lock"), "").unwrap();
        drop(UnixListener::bind(folder.path().join("desktop.sock")).unwrap());
        first(folder.path());
    }

    #[test]
    fn the_next_one_is_first_when_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(first(folder.path()));
        first(folder.path());
    }

    #[test]
    fn nonsense_is_not_heard() {
        let folder = tempfile::tempdir().unwrap();
        let mut instance = first(folder.path());
        for text in ["\n".to_owned(), "{\n".to_owned(), "x".repeat(20_000)] {
            let mut stream = UnixStream::connect(folder.path().join("desktop.sock")).unwrap();
            let _ = stream.write_all(text.as_bytes());
            drop(stream);
        }
        assert!(matches!(claim(folder.path(), &start(None)), Ok(Claim::Handed)));
        assert_eq!(instance.starts.blocking_recv(), Some(start(None)));
    }
}
