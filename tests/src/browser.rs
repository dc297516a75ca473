//! A person's browser: Chromium, driven as a person would, over WebDriver.
//!
//! `driver` starts it, `hands` clicks and types, `eyes` reads what is to be seen, `look` sets size and colours and takes
//! pictures, `watch` finds what the page complained about, `authenticator` keeps passkeys, `axe` looks for accessibility faults, `words` knows the
//! messages that a page should show. `PERFIL_CHROMIUM`, `PERFIL_CHROMEDRIVER` and `PERFIL_AXE` say where the tools are.

mod authenticator;
mod axe;
mod driver;
mod eyes;
mod hands;
mod look;
mod watch;
mod words;

pub use look::{Scheme, Size, shots};
pub use thirtyfour::Key;
pub use words::{Words, plain};

use crate::Server;
use driver::Running;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// How long anything may take to show. The machine may be busy compiling.
const LIMIT: Duration = Duration::from_secs(20);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Collects what only the page itself learns: violations of its policy, and what moves by itself.
const LISTENERS: &str = "
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', event => {
        window.__violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
        console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI);
    });
    window.__shifts = [];
    try {
        new PerformanceObserver(list => {
            for (const shift of list.getEntries()) {
                if (shift.hadRecentInput) continue;
                const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
                const what = shift.sources.map(({ node, previousRect, currentRect }) =>
                    `${node?.outerHTML?.slice(0, 120) ?? '?'}: ${box(previousRect)} to ${box(currentRect)}`);
                window.__shifts.push([shift.value, `${Math.round(shift.startTime)} ms`, ...what]);
            }
        }).observe({ type: 'layout-shift', buffered: true });
    } catch {}";

/// How a browser is set up.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    language: &'static str,
    script: bool,
    patient: bool,
}

impl Setup {
    /// Somebody who reads English.
    pub const ENGLISH: Self = Self { language: "en", script: true, patient: true };
    /// Somebody who reads German, with its long words.
    pub const GERMAN: Self = Self { language: "de", script: true, patient: true };
    /// Somebody who reads Spanish.
    pub const SPANISH: Self = Self { language: "es", script: true, patient: true };
    /// Somebody who reads Arabic.
    pub const ARABIC: Self = Self { language: "ar", script: true, patient: true };

    /// With JavaScript switched off.
    pub fn without_script(self) -> Self {
        Self { script: false, ..self }
    }

    /// Goes on as soon as a page is read, without waiting for its program.
    pub fn impatient(self) -> Self {
        Self { patient: false, ..self }
    }
}

/// One browser with an empty profile; dropped, it is closed.
pub struct Browser {
    driver: WebDriver,
    origin: String,
    /// The words that its pages should show.
    pub words: Words,
    setup: Setup,
    _running: Running,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Its session ends with it, without a farewell whose answer never comes; an error means that it has ended.
        let _ = self.driver.clone().leak();
    }
}

impl Browser {
    /// Opens one that looks at that server.
    pub async fn open(server: &Server, setup: Setup) -> Self {
        Self::open_at(&server.origin, setup).await
    }

    /// Opens one that looks at the server of that origin.
    pub async fn open_at(origin: &str, setup: Setup) -> Self {
        let (driver, running) = driver::start(setup).await;
        let words = Words::load(setup.language);
        let browser = Self { driver, origin: origin.to_owned(), words, setup, _running: running };
        browser.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTENERS })).await;
        browser
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(name, parameters).await;
        answer.unwrap_or_else(|why| panic!("{name} failed: {why}"))
    }

    /// Evaluates the body of a function in the page, also where the page's own scripts are switched off.
    pub async fn evaluate(&self, script: &str, arguments: &[Value]) -> Value {
        match self.try_evaluate(script, arguments).await {
            Ok(value) => value,
            Err(why) => panic!("a script failed at {}: {why}\n{script}", self.address().await),
        }
    }

    /// Evaluates the body of a function whose last argument takes its result.
    pub async fn evaluate_later(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self.driver.execute_async(script, arguments.to_vec()).await;
        answer.unwrap_or_else(|why| panic!("a script failed: {why}\n{script}")).json().clone()
    }

    async fn try_evaluate(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        let answer = self.driver.execute(script, arguments.to_vec()).await;
        answer.map(|value| value.json().clone()).map_err(|why| why.to_string())
    }

    /// Waits for something; where it does not come, says what is to be seen instead and leaves a picture of it.
    async fn wait<T>(&self, what: &str, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Some(found) = probe().await {
                return found;
            }
            if started.elapsed() > LIMIT {
                let picture = self.picture_of_failure().await;
                let seen = self.try_evaluate("return document.body?.innerText", &[]).await.unwrap_or_default();
                let seen = seen.as_str().unwrap_or_default().to_owned();
                let complaints = self.complaints().await;
                let address = self.address().await;
                panic!(
                    "waited in vain for {what}\nat {address} (picture: {picture}), which shows:\n{seen}\n{complaints:?}"
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until something holds; panics after a while, saying `what` was waited for.
    pub async fn wait_until(&self, what: &str, mut probe: impl AsyncFnMut() -> bool) {
        self.wait(what, async || probe().await.then_some(())).await;
    }

    /// Goes to a path as if it was typed into the address bar, and waits until the page answers to clicks.
    pub async fn visit(&self, path: &str) {
        self.go(path).await;
        self.ready().await;
    }

    /// Goes to a path.
    pub async fn go(&self, path: &str) {
        let address = format!("{}{path}", self.origin);
        self.driver.goto(&*address).await.unwrap_or_else(|why| panic!("cannot go to {address}: {why}"));
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page can be loaded again");
        self.ready().await;
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver.back().await.expect("there is a page to go back to");
    }

    /// Waits until the page is there, and its program too where there is one.
    pub async fn ready(&self) {
        let hydrated = match self.setup.script {
            true => "document.documentElement.dataset.hydrated === 'true'",
            false => "document.readyState === 'complete'",
        };
        self.wait_until("the page to be ready", async || self.holds(hydrated).await).await;
    }

    /// Whether an expression is true in the page now.
    pub async fn holds(&self, expression: &str) -> bool {
        self.try_evaluate(&format!("return !!({expression})"), &[]).await.is_ok_and(|value| value == json!(true))
    }

    /// Where the browser is now: path and query.
    pub async fn address(&self) -> String {
        match self.driver.current_url().await {
            Ok(url) => url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path())),
            Err(why) => format!("nowhere ({why})"),
        }
    }

    /// Waits until the browser is at that path and query, and the page is ready.
    pub async fn arrive(&self, address: &str) {
        self.wait_until(&format!("the address {address}"), async || self.address().await == address).await;
        self.ready().await;
    }

    /// Panics if any page complained; then closes.
    pub async fn close(self) {
        let complaints = self.complaints().await;
        assert!(complaints.is_empty(), "pages complained:\n{}", complaints.join("\n"));
        self.driver.clone().quit().await.expect("the browser closes");
    }
}
