//! Argon2id on threads of its own: hashing takes 10 ms and more of a processor and 19 MiB, so it neither runs where
//! requests are served nor as often at once as requests come. Each thread reuses its memory; 64 sign-ins at once need
//! the memory of two.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use std::sync::{Arc, Mutex, mpsc};
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;

/// Bytes of a hash.
const OUTPUT_BYTES: usize = 32;
/// Bytes of a salt.
pub const SALT_BYTES: usize = 16;
/// How many hashes may wait; beyond that the caller is told to come back.
const QUEUE: usize = 256;

/// What a hash costs. A stored hash with less is hashed again at the next sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB, at least 19456 outside tests.
    pub memory_kib: u32,
    /// Passes over it, at least 2.
    pub passes: u32,
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2 }
    }
}

impl Cost {
    fn params(self) -> Params {
        Params::new(self.memory_kib, self.passes, 1, Some(OUTPUT_BYTES)).expect("the cost is in argon2's range")
    }
}

/// All hashing threads are busy and many callers wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords wait to be hashed")]
pub struct Overloaded;

/// The outcome of checking a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// It is the right one.
    pub right: bool,
    /// It is right, but stored at less than today's cost.
    pub outdated: bool,
}

struct Job {
    password: String,
    task: Task,
    answer: oneshot::Sender<Answer>,
}

enum Task {
    Hash([u8; SALT_BYTES]),
    Verify(String),
}

enum Answer {
    Hash(String),
    Verdict(Verdict),
}

/// Hashes and checks passwords. Cheap to clone; the threads end with the last clone.
#[derive(Clone)]
pub struct Hasher {
    jobs: mpsc::SyncSender<Job>,
    decoy: Arc<str>,
}

impl Hasher {
    /// Starts `threads` of them.
    pub fn start(cost: Cost, threads: usize) -> Self {
        let (jobs, queue) = mpsc::sync_channel(QUEUE);
        let queue = Arc::new(Mutex::new(queue));
        for number in 0..threads.max(1) {
            let queue = queue.clone();
            std::thread::Builder::new()
                .name(format!("argon2-{number}"))
                .spawn(move || work(cost, &queue))
                .expect("a thread can be started");
        }
        Self { jobs, decoy: phc(&cost.params(), &[0; SALT_BYTES], &[0; OUTPUT_BYTES]).into() }
    }

    /// The PHC string of a normalised password.
    pub async fn hash(&self, password: String, salt: [u8; SALT_BYTES]) -> Result<String, Overloaded> {
        match self.run(password, Task::Hash(salt)).await? {
            Answer::Hash(phc) => Ok(phc),
            Answer::Verdict(_) => Err(Overloaded),
        }
    }

    /// Checks a normalised password against a PHC string; against a decoy where there is none, so that an unknown account,
    /// or one without a password, takes as long as another.
    pub async fn verify(&self, password: String, phc: Option<String>) -> Result<Verdict, Overloaded> {
        let phc = phc.filter(|phc| PasswordHash::new(phc).is_ok());
        let known = phc.is_some();
        let phc = phc.unwrap_or_else(|| self.decoy.to_string());
        match self.run(password, Task::Verify(phc)).await? {
            Answer::Verdict(verdict) => Ok(Verdict { right: verdict.right && known, ..verdict }),
            Answer::Hash(_) => Err(Overloaded),
        }
    }

    async fn run(&self, password: String, task: Task) -> Result<Answer, Overloaded> {
        let (answer, reply) = oneshot::channel();
        self.jobs.try_send(Job { password, task, answer }).map_err(|_| Overloaded)?;
        reply.await.map_err(|_| Overloaded)
    }
}

fn work(cost: Cost, queue: &Mutex<mpsc::Receiver<Job>>) {
    let mut memory = Vec::new();
    loop {
        let job = queue.lock().map(|queue| queue.recv());
        let Ok(Ok(job)) = job else { return };
        if job.answer.is_closed() {
            continue;
        }
        let answer = match job.task {
            Task::Hash(salt) => Answer::Hash(hash(&mut memory, cost, &job.password, &salt)),
            Task::Verify(phc) => Answer::Verdict(verify(&mut memory, cost, &job.password, &phc)),
        };
        let _ = job.answer.send(answer);
    }
}

fn digest(memory: &mut Vec<Block>, params: &Params, password: &str, salt: &[u8]) -> Option<[u8; OUTPUT_BYTES]> {
    if memory.len() < params.block_count() {
        memory.resize(params.block_count(), Block::default());
    }
    let mut output = [0; OUTPUT_BYTES];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut output, &mut memory[..])
        .ok()?;
    Some(output)
}

fn hash(memory: &mut Vec<Block>, cost: Cost, password: &str, salt: &[u8; SALT_BYTES]) -> String {
    let params = cost.params();
    let output = digest(memory, &params, password, salt).expect("a password of at most 1 KiB can be hashed");
    phc(&params, salt, &output)
}

fn phc(params: &Params, salt: &[u8; SALT_BYTES], output: &[u8; OUTPUT_BYTES]) -> String {
    let phc = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).expect("the parameters fit"),
        salt: Some(Salt::new(salt).expect("a salt of 16 bytes fits")),
        hash: Some(Output::new(output).expect("a hash of 32 bytes fits")),
    };
    phc.to_string()
}

fn verify(memory: &mut Vec<Block>, cost: Cost, password: &str, phc: &str) -> Verdict {
    let wrong = Verdict { right: false, outdated: false };
    let Ok(stored) = PasswordHash::new(phc) else { return wrong };
    let (Ok(params), Some(salt), Some(expected)) = (Params::try_from(&stored), stored.salt, stored.hash) else {
        return wrong;
    };
    let Some(output) = digest(memory, &params, password, salt.as_ref()) else { return wrong };
    let right = output[..].ct_eq(expected.as_bytes()).into();
    Verdict { right, outdated: right && (params.m_cost() < cost.memory_kib || params.t_cost() < cost.passes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 64, passes: 1 };

    #[tokio::test]
    async fn hashes_are_phc_strings_that_name_their_parameters() {
        let hasher = Hasher::start(Cost::default(), 1);
        let phc = hasher.hash("correct horse battery".into(), [9; SALT_BYTES]).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "s31: {phc}");
        let verdict = hasher.verify("correct horse battery".into(), Some(phc.clone())).await.unwrap();
        assert_eq!(verdict, Verdict { right: true, outdated: false });
        assert!(!hasher.verify("wrong horse battery".into(), Some(phc)).await.unwrap().right);
    }

    #[tokio::test]
    async fn the_decoy_costs_a_hash_and_never_opens() {
        let hasher = Hasher::start(CHEAP, 1);
        assert!(hasher.decoy.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
        assert!(!hasher.verify(String::new(), None).await.unwrap().right);
    }

    #[tokio::test]
    async fn s18_who_has_no_password_is_checked_against_the_decoy() {
        let hasher = Hasher::start(Cost { memory_kib: 8_192, passes: 4 }, 1);
        let time = async |phc: Option<&str>| {
            let began = std::time::Instant::now();
            let verdict = hasher.verify("!".into(), phc.map(str::to_owned)).await.unwrap();
            assert!(!verdict.right, "{phc:?}");
            began.elapsed()
        };
        time(None).await;
        let unknown = time(None).await;
        for stored in ["!", ""] {
            let without = time(Some(stored)).await;
            assert!(without * 4 > unknown, "{stored:?}: {without:?}, an unknown account {unknown:?}");
        }
    }

    #[tokio::test]
    async fn a_cheaper_hash_is_right_but_outdated() {
        let phc = Hasher::start(CHEAP, 1).hash("some password".into(), [9; SALT_BYTES]).await.unwrap();
        let dearer = Hasher::start(Cost { memory_kib: 128, passes: 1 }, 1);
        let verdict = dearer.verify("some password".into(), Some(phc)).await.unwrap();
        assert_eq!(verdict, Verdict { right: true, outdated: true });
    }
}
