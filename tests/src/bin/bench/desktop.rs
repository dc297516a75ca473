//! The desktop app: from its start to the first page, and its memory.

use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::meter::{Meter, median};
use perfil_tests::{OWNER, Server};
use std::time::{Duration, Instant};

const STARTS: usize = 7;
/// After the first page is there, until what was only needed to show it is given back.
const REST: Duration = Duration::from_secs(3);

/// Before and after signing in: from the start of the process until the page's heading shows, polled, and the
/// proportional memory of all its processes.
pub async fn starting() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    desk.arrives(&words.say("sign-in-title")).await;
    measure(&mut desk, "sign-in page", &words.say("sign-in-title")).await;
    desk.fill(&words.say("sign-in-email"), OWNER.email).await;
    desk.fill(&words.say("sign-in-password"), OWNER.password).await;
    desk.click("checkbox", &words.say("sign-in-remember")).await;
    desk.click("button", &words.say("sign-in-button")).await;
    desk.arrives(&words.say("user-title")).await;
    measure(&mut desk, "signed in, user info", &words.say("user-title")).await;
    desk.close().await;
}

/// Closes and opens the app, which is left open.
async fn measure(desk: &mut Desk, page: &str, heading: &str) {
    let (mut took, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        desk.close().await;
        let began = Instant::now();
        desk.reopen().await;
        desk.arrives(heading).await;
        took.push(began.elapsed().as_secs_f64() * 1_000.0);
        tokio::time::sleep(REST).await;
        memory.push(Meter(desk.app().id()).proportional_memory_mib());
    }
    println!(
        "desktop app, {page}: {:.0} ms from start to first page (aim 1500), {:.0} MiB of proportional memory (aim 250)",
        median(&mut took),
        median(&mut memory)
    );
}
