//! *Security activity*: where one is signed in, and what happened.

mod events;
mod sessions;

use crate::api::Refusal;
use crate::api::activity::activity;
use crate::components::asking::Asking;
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::load::{Content, Loading, use_loaded_by};
use crate::platform;
use crate::route::narrowed;
use crate::words::say;
use dioxus::prelude::*;
use events::EventsCard;
use perfil_models::request::ShowActivity;
use perfil_models::view::{Activity, ActivityFilter};
use sessions::SessionsCard;

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct State {
    /// What is shown.
    shown: Signal<Activity>,
    /// What else is on its way.
    asking: Asking,
    /// The place of the first of the older events that were added last: there one goes on reading.
    added_at: Signal<Option<usize>>,
}

impl State {
    /// Asks for something else to be shown.
    fn show(mut self, question: ShowActivity) {
        self.asking.ask(call(question), move |fresh| self.shown.set(fresh));
    }
}

fn call(question: ShowActivity) -> Loading {
    Box::pin(async { activity(question).await.map(Content::Activity).map_err(|Refusal(error)| error) })
}

/// The address at which the events of that filter are found.
fn address(filter: ActivityFilter, before: Option<&str>) -> String {
    let filter = (filter != ActivityFilter::All).then(|| filter.as_str());
    narrowed("/settings/activity", [("filter", filter), ("before", before)])
}

/// The page; `filter` and `before` are empty for the newest of all events.
#[component]
pub fn ActivityPage(filter: String, before: String) -> Element {
    let wanted = ShowActivity {
        filter: ActivityFilter::from_word(&filter),
        before: Some(before).filter(|before| !before.is_empty()),
    };
    let first = wanted.clone();
    let loaded = use_loaded_by::<Activity>(|| Box::new(move || call(first.clone())))?;
    match loaded.answer() {
        Ok(first) => rsx! { Cards { first, wanted } },
        Err(error) => failed(&error),
    }
}

/// The cards stay when something else is wanted, and so does the heading.
#[component]
fn Cards(first: Activity, wanted: ShowActivity) -> Element {
    let state = use_context_provider(|| State {
        shown: Signal::new(first),
        asking: Asking::begin(),
        added_at: Signal::new(None),
    });
    let mut asked = use_hook(|| CopyValue::new(wanted.clone()));
    use_effect(move || {
        if let Some(place) = (state.added_at)() {
            platform::focus(&format!("event-{place}"));
        }
    });
    use_effect(use_reactive!(|wanted| {
        if *asked.peek() != wanted {
            asked.set(wanted.clone());
            state.show(wanted);
        }
    }));
    rsx! {
        PageHead { title: say("activity-title"), lead: say("activity-lead") }
        SessionsCard { wanted: wanted.filter }
        EventsCard { wanted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_no_more_than_it_must() {
        assert_eq!(address(ActivityFilter::All, None), "/settings/activity");
        assert_eq!(address(ActivityFilter::Changes, None), "/settings/activity?filter=changes");
        assert_eq!(address(ActivityFilter::All, Some("5-a")), "/settings/activity?before=5-a");
        assert_eq!(address(ActivityFilter::SignIns, Some("5-a")), "/settings/activity?filter=sign-ins&before=5-a");
    }
}
