//! *Organization Settings*: members and their roles, invitations, and what each role may do.

pub mod changes;
mod invitations;
mod invite;
mod manage;
mod members;
mod requests;
mod roles;
pub mod settings;
mod sign_everyone_out;

use super::organization_reach::unreached;
use crate::api::Refusal;
use crate::api::organization::organization;
use crate::components::asking::Asking;
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::load::{Content, Loading, use_loaded_by};
use crate::platform;
use crate::route::{SearchText, narrowed};
use crate::words::say;
use dioxus::prelude::*;
use invitations::InvitationsCard;
use members::MembersCard;
use perfil_models::request::ShowMembers;
use perfil_models::view::Organization;
use requests::RequestsCard;
use roles::RolesCard;

/// Where one types what to search for.
const SEARCH: &str = "member-search";

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct State {
    /// What is shown.
    shown: Signal<Organization>,
    /// What else is on its way.
    asking: Asking,
    /// The element of the first of the members that were added last: there one goes on reading.
    added_at: Signal<Option<String>>,
}

impl State {
    /// Asks for other members to be shown.
    fn show(mut self, question: ShowMembers) {
        self.asking.ask(call(question), move |fresh| self.shown.set(fresh));
    }

    /// Looks again at everything but which members are shown: of these, at those whom `search` finds.
    fn look_again(mut self, search: String) {
        self.asking.ask(call(ShowMembers { search, after: None }), move |fresh: Organization| {
            let mut shown = self.shown.write();
            let mut members = shown.members.clone();
            for member in &mut members {
                if let Some(now) = fresh.members.iter().find(|now| now.id == member.id) {
                    member.clone_from(now);
                }
            }
            *shown = Organization { members, search: shown.search.clone(), more: shown.more.clone(), ..fresh };
        });
    }
}

fn call(question: ShowMembers) -> Loading {
    Box::pin(async { organization(question).await.map(Content::Organization).map_err(|Refusal(error)| error) })
}

/// The address at which the members are that `search` finds, from `after` on.
fn address(search: &str, after: Option<&str>) -> String {
    let search = (!search.is_empty()).then(|| SearchText(search.to_owned()).in_address());
    narrowed("/organization", [("search", search.as_deref()), ("after", after)])
}

/// The page; `search` and `after` are empty for the first of all members.
#[component]
pub fn OrganizationPage(search: SearchText, after: String) -> Element {
    let wanted = ShowMembers { search: search.0, after: Some(after).filter(|after| !after.is_empty()) };
    let first = wanted.clone();
    let loaded = use_loaded_by::<Organization>(|| Box::new(move || call(first.clone())))?;
    rsx! {
        div { class: "wide",
            match loaded.answer() {
                Ok(first) => rsx! { Cards { first, wanted } },
                Err(error) => rsx! {
                    PageHead { title: say("organization-title") }
                    {failed(&error)}
                },
            }
        }
    }
}

/// The cards stay when something else is wanted, and so does the heading.
#[component]
fn Cards(first: Organization, wanted: ShowMembers) -> Element {
    let state = use_context_provider(|| State {
        shown: Signal::new(first),
        asking: Asking::begin(),
        added_at: Signal::new(None),
    });
    let mut asked = use_hook(|| CopyValue::new(wanted.clone()));
    use_effect(move || {
        if let Some(entry) = &*state.added_at.read() {
            platform::focus(entry);
        }
    });
    use_effect(use_reactive!(|wanted| {
        if *asked.peek() != wanted {
            asked.set(wanted.clone());
            platform::set_value(SEARCH, &wanted.search);
            state.show(wanted);
        }
    }));
    let shown = state.shown.read();
    rsx! {
        PageHead { title: say("organization-title"), lead: shown.name.clone() }
        {unreached(&shown.unreached)}
        RequestsCard {}
        MembersCard { wanted }
        InvitationsCard {}
        RolesCard {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_no_more_than_it_must() {
        assert_eq!(address("", None), "/organization");
        assert_eq!(address("mi", None), "/organization?search=mi");
        assert_eq!(address("", Some("6f-1")), "/organization?after=6f-1");
        assert_eq!(address("Olive O", Some("6f-1")), "/organization?search=Olive%20O&after=6f-1");
    }
}
