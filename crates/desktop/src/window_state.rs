//! Size and place of the window, in `window.json`.

use crate::folders::{read, replace};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

const NAME: &str = "window.json";

/// The smallest size that the pages are made for.
pub(crate) const SMALLEST: (u32, u32) = (360, 480);

/// How much of the window must be on a screen, so that its bar can be seen and taken.
const WITHIN_REACH: (i64, i64) = (120, 60);

/// How the window stands, in pixels that do not depend on the screen's scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WindowState {
    /// Width of the pages' area, not maximised.
    pub(crate) width: u32,
    /// Height of the pages' area, not maximised.
    pub(crate) height: u32,
    /// The upper left corner, where the system tells it.
    pub(crate) place: Option<(i32, i32)>,
    /// Whether it fills the screen.
    pub(crate) maximized: bool,
}

/// A screen, in the same pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// Its left edge.
    pub(crate) x: i32,
    /// Its upper edge.
    pub(crate) y: i32,
    /// Its width.
    pub(crate) width: u32,
    /// Its height.
    pub(crate) height: u32,
}

impl Default for WindowState {
    fn default() -> Self {
        Self { width: 1_100, height: 800, place: None, maximized: false }
    }
}

impl WindowState {
    /// What was kept in that folder; the usual size where nothing was, or nothing that can be understood.
    pub(crate) fn load(config: &Path) -> Self {
        let text = read(&config.join(NAME)).ok().flatten().unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Keeps it in that folder.
    pub(crate) fn store(&self, config: &Path) -> io::Result<()> {
        replace(&config.join(NAME), &serde_json::to_vec(self)?)
    }

    /// As it fits the screens there are: neither too small nor larger than the largest, and never out of reach.
    pub(crate) fn fitted(&self, screens: &[Screen]) -> Self {
        let largest = |side: fn(&Screen) -> u32| screens.iter().map(side).max().unwrap_or(u32::MAX);
        let fit = |length: u32, smallest: u32, largest: u32| length.min(largest).max(smallest);
        let width = fit(self.width, SMALLEST.0, largest(|screen| screen.width));
        let height = fit(self.height, SMALLEST.1, largest(|screen| screen.height));
        let is_in_reach = |place: &(i32, i32)| screens.iter().any(|screen| screen.shows(*place, width));
        Self { width, height, place: self.place.filter(is_in_reach), maximized: self.maximized }
    }
}

impl Screen {
    /// Whether the bar of a window at that place can be seen and taken here.
    fn shows(&self, (left, top): (i32, i32), width: u32) -> bool {
        let (left, top) = (i64::from(left), i64::from(top));
        let (x, y) = (i64::from(self.x), i64::from(self.y));
        let seen = (left + i64::from(width)).min(x + i64::from(self.width)) - left.max(x);
        seen >= WITHIN_REACH.0 && top >= y && top + WITHIN_REACH.1 <= y + i64::from(self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Screen = Screen { x: 0, y: 0, width: 1_366, height: 768 };
    const LEFT: Screen = Screen { x: -1_920, y: 0, width: 1_920, height: 1_080 };

    fn at(x: i32, y: i32) -> WindowState {
        WindowState { width: 800, height: 600, place: Some((x, y)), maximized: false }
    }

    #[test]
    fn comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(WindowState::load(folder.path()), WindowState::default());
        let state = WindowState { maximized: true, ..at(5, -7) };
        state.store(folder.path()).unwrap();
        assert_eq!(WindowState::load(folder.path()), state);
        for broken in ["", "{", "{\"width\": -5}"] {
            std::fs::write(folder.path().join(NAME), broken).unwrap();
            assert_eq!(WindowState::load(folder.path()), WindowState::default(), "{broken}");
        }
    }

    #[test]
    fn is_never_out_of_reach() {
        for (x, y, stays) in [
            (0, 0, true),
            (1_240, 700, true),
            (1_300, 0, false),
            (0, 740, false),
            (0, -20, false),
            (-700, 10, false),
            (-680, 10, true),
            (i32::MAX, i32::MIN, false),
        ] {
            assert_eq!(at(x, y).fitted(&[LAPTOP]).place.is_some(), stays, "{x}, {y}");
        }
        assert!(at(-1_800, 50).fitted(&[LAPTOP, LEFT]).place.is_some());
        assert!(at(-1_800, 50).fitted(&[LAPTOP]).place.is_none());
    }

    #[test]
    fn is_neither_tiny_nor_larger_than_a_screen() {
        let size = |width, height| {
            let state = WindowState { width, height, ..at(0, 0) }.fitted(&[LAPTOP]);
            (state.width, state.height)
        };
        assert_eq!(size(10, 10), SMALLEST);
        assert_eq!(size(5_000, 5_000), (1_366, 768));
        assert_eq!(size(800, 600), (800, 600));
        let nowhere = WindowState { width: 0, ..at(0, 0) }.fitted(&[]);
        assert_eq!((nowhere.width, nowhere.height, nowhere.place), (360, 600, None));
    }
}
