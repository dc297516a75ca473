//! A person at a browser: Chromium over WebDriver against the built program, with a real mail server and a real SMS
//! gateway in the stories.

mod accessibility;
mod ended;
mod hydration;
mod keyboard;
mod pictures;
mod roles;
mod stage;
mod story;
mod tour;
mod without_script;
