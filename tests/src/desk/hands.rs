//! What a person does with pointer and keys. Nothing else changes the app.

use super::Desk;
use super::eyes::{STILL, found, window_in};
use super::tree::{Node, Place};
use crate::browser::plain;

/// Turns of the wheel, several at once where the way is long, before one gives up bringing something into view.
const TURNS: usize = 40;
/// What may cover the page, in pixels: the title and the bar at the top; at the bottom the edge, and the strip that is there
/// while the server cannot be reached.
const ABOVE: i32 = 140;
const BELOW: i32 = 80;

/// What a turn of the wheel scrolls by at most, in pixels.
const A_TURN: i32 = 120;

/// From the upper edge of a window to the middle of openbox's title, in pixels.
const TITLE: i32 = 11;
/// From the end of the title to the middle of openbox's buttons, in pixels.
const CLOSE_BUTTON: i32 = 12;
const PUT_AWAY_BUTTON: i32 = 48;

const LEFT: &str = "1";
const WHEEL_UP: &str = "4";
const WHEEL_DOWN: &str = "5";

impl Desk {
    /// Clicks on something of that role and name, once it shows.
    pub async fn click(&self, role: &str, name: &str) {
        let name = plain(name);
        let what = format!("the {role} “{name}”");
        self.click_on(&what, |nodes| found(nodes, role, &name)).await;
    }

    /// Types a text in place of what a field holds.
    pub async fn fill(&self, field: &str, text: &str) {
        self.click_field(field).await;
        self.press("ctrl+a").await;
        self.type_text(text).await;
    }

    /// Puts the keyboard into a field.
    pub async fn click_field(&self, field: &str) {
        let node = self.field(field).await;
        self.click_on(&format!("the field “{field}”"), |nodes| found(nodes, &node.role, &node.name)).await;
    }

    /// Chooses from a list that opens below its field, with the pointer. The list is a window of GTK's own.
    pub async fn choose(&self, list: &str, option: &str) {
        self.click("button", list).await;
        self.click_in_place("table cell", option).await;
    }

    /// Chooses from the menu of the window, with the pointer.
    pub async fn choose_in_menu(&self, menu: &str, item: &str) {
        self.click_in_place("menu", menu).await;
        self.click_in_place("menu item", item).await;
    }

    /// Takes something at one point of the screen and lets it go at another.
    pub async fn drag(&self, from: (i32, i32), to: (i32, i32)) {
        let ((from_x, from_y), (to_x, to_y)) = (from, to);
        let half_way = ((from_x + to_x) / 2, (from_y + to_y) / 2);
        self.xdotool(&["mousemove", &from_x.to_string(), &from_y.to_string(), "mousedown", LEFT]).await;
        for (x, y) in [half_way, to] {
            self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]).await;
            tokio::time::sleep(STILL).await;
        }
        self.xdotool(&["mouseup", LEFT]).await;
    }

    /// Types where the keyboard is.
    pub async fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "20", "--", text]).await;
    }

    /// Presses keys at once, for example `ctrl+a`.
    pub async fn press(&self, keys: &str) {
        self.xdotool(&["key", keys]).await;
    }

    /// On what belongs to no page, so that no wheel brings it anywhere.
    async fn click_in_place(&self, role: &str, name: &str) {
        let name = plain(name);
        let place = self.still(&format!("the {role} “{name}”"), &|nodes: &[Node]| found(nodes, role, &name)).await;
        self.click_at(place).await;
    }

    async fn click_at(&self, place: Place) {
        let (x, y) = place.middle();
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", LEFT]).await;
    }

    async fn click_on(&self, what: &str, find: impl Fn(&[Node]) -> Option<Node>) {
        self.click_at(self.brought_into_view(what, &find).await).await;
    }

    /// Turns the wheel until it can be clicked on and nothing moves any more.
    async fn brought_into_view(&self, what: &str, find: &impl Fn(&[Node]) -> Option<Node>) -> Place {
        let mut before = self.still(what, find).await;
        for _ in 0..TURNS {
            let window = self.wait("a window", window_in).await.place;
            let (_, y) = before.middle();
            let (wheel, distance) = match (window.y + ABOVE - y, y - (window.bottom() - BELOW)) {
                (above @ 1.., _) => (WHEEL_UP, above),
                (_, below @ 1..) => (WHEEL_DOWN, below),
                _ => break,
            };
            let turns = (distance / A_TURN).clamp(1, 10).to_string();
            let (x, y) = window.middle();
            let turn = ["click", "--repeat", &turns, "--delay", "10", wheel];
            self.xdotool(&[&["mousemove", &x.to_string(), &y.to_string()], &turn[..]].concat()).await;
            let now = self.still(what, find).await;
            // What is in a bar at the edge does not move, and can be clicked on there.
            if now == before {
                break;
            }
            before = now;
        }
        before
    }

    /// Closes the window by the button in its title.
    pub(super) async fn click_close_button(&self) {
        self.click_in_title(CLOSE_BUTTON).await;
    }

    /// Puts the window away by the button in its title.
    pub async fn put_away(&self) {
        self.click_in_title(PUT_AWAY_BUTTON).await;
    }

    /// Keys would not do: on a busy machine a window manager misses some of those that it listens for.
    async fn click_in_title(&self, from_the_end: i32) {
        let window = self.window().await;
        let (x, y) = (window.x + window.width - from_the_end, window.y + TITLE);
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", LEFT]).await;
    }

    async fn xdotool(&self, arguments: &[&str]) {
        if let Err(why) = self.ask_xdotool(arguments).await {
            panic!("xdotool {arguments:?}: {why}");
        }
    }

    /// What it answers; else what it complains about.
    pub(super) async fn ask_xdotool(&self, arguments: &[&str]) -> Result<String, String> {
        let mut xdotool = self.session.command("xdotool");
        // It reads its arguments as the locale says, and the system's may not be installed.
        xdotool.args(arguments).env("LC_ALL", "C.UTF-8");
        let output = tokio::process::Command::from(xdotool).output().await.expect("xdotool can be started");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
    }
}
