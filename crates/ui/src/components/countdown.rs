//! Time that runs out.

use crate::platform;
use crate::words::say_with;
use dioxus::prelude::*;
use perfil_models::error::clock;

/// Whole seconds since `heard_at` (by the browser's clock), counted while the component is shown; 0 in the server's
/// rendering and in the first one of the browser.
pub fn use_seconds_since(heard_at: Signal<f64>) -> ReadSignal<u32> {
    let mut seconds = use_signal(|| 0);
    use_effect(move || seconds.set(passed_since(heard_at()) / 1000));
    use_effect(move || {
        spawn(async move {
            loop {
                let passed = passed_since(*heard_at.peek());
                if *seconds.peek() != passed / 1000 {
                    seconds.set(passed / 1000);
                }
                platform::sleep(1020 - passed % 1000).await;
            }
        });
    });
    seconds.into()
}

fn passed_since(moment: f64) -> u32 {
    if moment > 0.0 { (platform::now() - moment).max(0.0) as u32 } else { 0 }
}

/// Time left: as `m:ss` in the last hour, before that in hours and minutes. It is not read out by itself: only what
/// happens at its end is.
#[component]
pub fn TimeLeft(seconds: u32) -> Element {
    let minutes = seconds / 60;
    if minutes >= 60 {
        let (hours, minutes) = ((minutes / 60).to_string(), (minutes % 60).to_string());
        return rsx! {
            span { class: "clock", {say_with("time-left", &[("hours", &hours), ("minutes", &minutes)])} }
        };
    }
    rsx! {
        span { class: "clock", role: "timer", aria_live: "off", dir: "ltr", {clock(seconds)} }
    }
}
