//! A person at a browser: Chromium over WebDriver against the built program, with a real mail server and a real SMS
//! gateway in the stories.

mod accessibility;
mod activity;
mod ended;
mod hydration;
mod invitation;
mod keyboard;
mod links;
mod notifications;
mod pictures;
mod region;
mod roles;
mod stage;
mod story;
mod touch;
mod tour;
mod tour_of_links;
mod tour_of_notifications;
mod tour_of_two_step;
mod two_step;
mod without_script;
