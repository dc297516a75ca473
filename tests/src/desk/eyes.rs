//! What a person sees in the window.

use super::Desk;
use super::tree::{Node, Place};
use crate::browser::{plain, shots};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long anything may take to show. The machine may be busy compiling.
const LIMIT: Duration = Duration::from_secs(20);
/// How long something must stay where it is to be still.
pub(super) const STILL: Duration = Duration::from_millis(80);
/// What a screen reader knows already may not be painted yet.
const PAINTED: Duration = Duration::from_millis(500);
/// As GTK calls a window.
const WINDOW: &str = "frame";
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(40);

impl Desk {
    /// All that is to be seen now, that below the edge of the window included.
    pub async fn look(&self) -> Vec<Node> {
        self.bus.read().await.into_iter().filter(|node| node.is_shown).collect()
    }

    /// Waits for something in the windows; where it does not come, says what is to be seen instead and leaves a picture
    /// of it.
    pub async fn wait<T>(&self, what: &str, mut probe: impl FnMut(&[Node]) -> Option<T>) -> T {
        let mut found = None;
        let probe = async |desk: &Self| {
            found = probe(&desk.look().await);
            found.is_some()
        };
        self.wait_until(what, probe).await;
        found.expect("it was found")
    }

    /// The same for anything else.
    pub(super) async fn wait_until(&self, what: &str, mut probe: impl AsyncFnMut(&Self) -> bool) {
        let started = Instant::now();
        while !probe(self).await {
            if started.elapsed() > LIMIT {
                let picture = self.picture_of_failure().await;
                let seen = self.bus.read().await;
                let tree: Vec<_> = seen.iter().map(Node::to_string).collect();
                // The short of it last, where the end of a log is all there is to read.
                panic!(
                    "to be seen:\n{}\nthe app said:\n{}\nfields: {}\nwaited in vain for {what} (picture: {picture})",
                    tree.join("\n"),
                    self.log(),
                    fields(&seen)
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until something of that role and name shows.
    pub async fn sees(&self, role: &str, name: &str) -> Node {
        let name = plain(name);
        self.wait(&format!("the {role} “{name}”"), |nodes| found(nodes, role, &name)).await
    }

    /// Waits until the page's first heading says that.
    pub async fn arrives(&self, heading: &str) {
        let name = plain(heading);
        let first = |nodes: &[Node]| nodes.iter().find(|node| node.role == "heading").map(|node| node.name.clone());
        self.wait(&format!("the page “{name}”"), |nodes| (first(nodes)? == name).then_some(())).await;
    }

    /// Waits until that is to be read somewhere in a window.
    pub async fn reads(&self, text: &str) -> Node {
        let text = plain(text);
        self.wait(&format!("“{text}” to be read"), |nodes| nodes.iter().find(|node| node.says(&text)).cloned()).await
    }

    /// Waits until that is to be read nowhere.
    pub async fn no_longer_reads(&self, text: &str) {
        let text = plain(text);
        let gone = |nodes: &[Node]| (!nodes.is_empty() && !nodes.iter().any(|node| node.says(&text))).then_some(());
        self.wait(&format!("“{text}” to go"), gone).await;
    }

    /// Waits until a field holds that text.
    pub async fn holds(&self, field: &str, text: &str) {
        let (field, text) = (plain(field), plain(text));
        let holds = |nodes: &[Node]| (field_of(nodes, &field)?.text == text).then_some(());
        self.wait(&format!("the field “{field}” to hold “{text}”"), holds).await;
    }

    /// What stands in a field.
    pub async fn text_in(&self, field: &str) -> String {
        self.field(field).await.text
    }

    /// Waits until the keyboard is at the field of that name.
    pub async fn is_at(&self, field: &str) {
        let field = plain(field);
        let at = |nodes: &[Node]| field_of(nodes, &field)?.is_focused.then_some(());
        self.wait(&format!("the keyboard to be at “{field}”"), at).await;
    }

    /// The field of that name, once it shows.
    pub(super) async fn field(&self, name: &str) -> Node {
        let name = plain(name);
        self.wait(&format!("the field “{name}”"), |nodes| field_of(nodes, &name)).await
    }

    /// Where the app's window is, once it stays there.
    pub async fn window(&self) -> Place {
        self.still("a window", &window_in).await
    }

    /// Where it is once it stays there.
    pub(super) async fn still(&self, what: &str, find: &impl Fn(&[Node]) -> Option<Node>) -> Place {
        let mut before = None;
        loop {
            let now = self.wait(what, |nodes| find(nodes).map(|node| node.place)).await;
            if before.replace(now) == Some(now) {
                return now;
            }
            tokio::time::sleep(STILL).await;
        }
    }

    /// How many windows there are.
    pub async fn windows(&self) -> usize {
        self.look().await.iter().filter(|node| node.role == WINDOW).count()
    }

    /// The process whose window is in front of the others and has the keyboard.
    pub async fn in_front(&self) -> Option<u32> {
        self.ask_xdotool(&["getactivewindow", "getwindowpid"]).await.ok()?.parse().ok()
    }

    /// Keeps a picture of the screen under that name.
    pub async fn picture(&self, name: &str) {
        tokio::time::sleep(PAINTED).await;
        let path = shots().join(format!("{name}.png"));
        let mut import = self.session.command("import");
        import.args(["-window", "root"]).arg(&path);
        let status = tokio::process::Command::from(import).status().await;
        assert!(status.is_ok_and(|status| status.success()), "no picture was taken: {}", path.display());
    }

    async fn picture_of_failure(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("failure-desktop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        self.picture(&name).await;
        shots().join(format!("{name}.png")).display().to_string()
    }
}

/// The app's window.
pub(super) fn window_in(nodes: &[Node]) -> Option<Node> {
    nodes.iter().find(|node| node.role == WINDOW).cloned()
}

/// The one of that role and name.
pub(super) fn found(nodes: &[Node], role: &str, name: &str) -> Option<Node> {
    nodes.iter().find(|node| node.role == role && node.name == name).cloned()
}

/// What can be typed into, of that name.
fn field_of(nodes: &[Node], name: &str) -> Option<Node> {
    nodes.iter().find(|node| is_field(node) && node.name == name).cloned()
}

fn is_field(node: &Node) -> bool {
    const FIELDS: [&str; 3] = ["textbox", "searchbox", "combobox"];
    FIELDS.contains(&node.role.as_str())
}

/// What stands in the fields, and which of them has the keyboard.
fn fields(nodes: &[Node]) -> String {
    let told = |node: &Node| {
        let keyboard = if node.is_focused { " with the keyboard" } else { "" };
        format!("“{}”{keyboard}: “{}”", node.name, node.text)
    };
    nodes.iter().filter(|node| is_field(node)).map(told).collect::<Vec<_>>().join(", ")
}
