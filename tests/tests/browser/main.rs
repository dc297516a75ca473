//! A person at a browser: Chromium over WebDriver against the built program, with a real mail server and a real SMS
//! gateway in the stories.

mod activity;
mod changes;
mod ended;
mod hydration;
mod invitation;
mod keyboard;
mod links;
mod members;
mod notifications;
mod organization;
mod organization_keys;
mod organization_settings;
mod privacy;
mod quiet_hours;
mod region;
mod role_requests;
mod roles;
mod stage;
mod states;
mod story;
mod touch;
mod tour;
mod tour_of_keys;
mod tour_of_links;
mod tour_of_notifications;
mod tour_of_organization;
mod tour_of_organization_settings;
mod tour_of_privacy;
mod tour_of_role_requests;
mod tour_of_two_step;
mod two_step;
mod without_script;
