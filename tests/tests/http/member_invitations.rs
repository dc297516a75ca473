//! Invitations by members: a link by mail, by which somebody makes an account in the organization.

use crate::forms::{pairs, token_on};
use perfil_models::Role;
use perfil_tests::browser::Words;
use perfil_tests::letters::Letters;
use perfil_tests::mail::Mail;
use perfil_tests::organization::{ADMIN, SECOND_OWNER, member};
use perfil_tests::probes::at_once;
use perfil_tests::provisioning::{ADA, ada};
use perfil_tests::wait::until;
use perfil_tests::{Answer, BILLING, Client, MEMBER, NEW_PASSWORD, OWNER, Platform, STRANGER, Server};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
const HOUR: Duration = Duration::from_secs(3_600);
const PAGE: &str = "/join";
const NELL: &str = "nell.novak@example.test";
const NAME: &str = "Nell Novak";

/// Servers with a mailbox, the Owner's browser, and Nell, whom the Owner has invited: the token of her link.
async fn invited(role: Role) -> (Letters, Client, String) {
    let letters = Letters::of(Server::builder().people(&[OWNER, ADMIN, MEMBER]).with(STRANGER)).await;
    let owner = letters.server.client_of(&OWNER).await;
    owner.invite(NELL, role).await.expect(200);
    let token = letters.token(NELL, PAGE, 1).await;
    (letters, owner, token)
}

fn cause(answer: &Answer) -> String {
    answer.data()["cause"]["error"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_link_shows_who_invites_whereto_and_makes_an_account_with_the_role() {
    let (letters, owner, token) = invited(Role::Billing).await;
    let mail = letters.letter(NELL, PAGE, 1).await;
    assert!(mail.text.contains(OWNER.name) && mail.text.contains(OWNER.organization), "{}", mail.text);
    assert!(mail.header("List-Unsubscribe").is_none(), "s60: about an account, not about a topic");
    let client = letters.server.client().with("accept-language", "de-AT,de;q=0.9");
    let shown = client.look("join", &token).await.expect(200).json();
    let expected = json!({ "Join": {
        "email": NELL, "organization": OWNER.organization, "inviter": OWNER.name, "role": "billing", "min": 15,
    } });
    assert_eq!(shown, expected);
    let page = client.get(&format!("{PAGE}?t={token}")).send().await.expect(200);
    assert!(page.body.contains(OWNER.name) && page.body.contains(OWNER.organization), "{}", page.body);

    let answer = client.join(&token, NAME, NEW_PASSWORD).await.expect(200);
    assert_eq!(answer.json(), json!(NELL), "to sign in with");
    client.try_sign_in(NELL, NEW_PASSWORD).await.expect(200);
    let account = client.account().await;
    assert_eq!([&account["display_name"], &account["role"]], [NAME, "billing"]);
    assert!(!client.notifications().await["billing"].is_null(), "what the role permits");
    let seen = owner.organization().await;
    assert_eq!((&seen["invitations"], &member(&seen, NELL)["standing"]), (&json!([]), &json!("active")));
    let audit = letters.server.database.audit(OWNER.organization).await;
    assert_eq!(audit, ["invited  billing", "joined  billing"]);
    assert_eq!(letters.server.database.events(NELL).await, ["invitation-accepted", "signed-in"]);
}

#[tokio::test]
async fn s66_an_admin_invites_members_only_and_manages_no_other_invitation() {
    let (letters, owner, _) = invited(Role::Billing).await;
    let admin = letters.server.client_of(&ADMIN).await;
    for role in [Role::Owner, Role::Admin, Role::Billing] {
        admin.invite("eve@example.test", role).await.expect_error(403, "role");
    }
    admin.invite("mo@example.test", Role::Member).await.expect(200);
    let (billing, own) = (owner.invitation_of(NELL).await, owner.invitation_of("mo@example.test").await);
    let seen = admin.organization().await;
    let offered = json!([seen["invites_into"], seen["may_edit_roles"], seen["requests"], seen["unreached"]]);
    assert_eq!(offered, json!([["member"], false, [], []]));
    for invitation in seen["invitations"].as_array().expect("invitations") {
        assert_eq!(invitation["may_manage"], json!(invitation["role"] == "member"), "{invitation}");
    }
    admin.resend_invitation(&billing).await.expect_error(403, "forbidden");
    admin.revoke_invitation(&billing).await.expect_error(403, "forbidden");
    admin.resend_invitation(&own).await.expect(200);
    admin.revoke_invitation(&own).await.expect(200);
    let member = letters.server.client_of(&MEMBER).await;
    member.invite("eve@example.test", Role::Member).await.expect_error(403, "forbidden");
    member.revoke_invitation(&billing).await.expect_error(403, "forbidden");
}

#[tokio::test]
async fn s69_invitations_of_another_organization_are_not_found() {
    let (letters, owner, token) = invited(Role::Member).await;
    let id = owner.invitation_of(NELL).await;
    let stranger = letters.server.client_of(&STRANGER).await;
    stranger.resend_invitation(&id).await.expect_error(404, "not-found");
    stranger.revoke_invitation(&id).await.expect_error(404, "not-found");
    assert_eq!(stranger.invitations().await.len(), 0);
    letters.server.client().look("join", &token).await.expect(200);
}

#[tokio::test]
async fn s75_a_link_works_once_for_seven_days_until_it_is_sent_again_or_revoked() {
    let (letters, owner, first) = invited(Role::Member).await;
    assert!(first.len() >= 43, "256 bits in base64: {first}");
    let (client, id) = (letters.server.client(), owner.invitation_of(NELL).await);
    owner.resend_invitation(&id).await.expect(200);
    let second = letters.token(NELL, PAGE, 2).await;
    let dead = client.join(&first, NAME, NEW_PASSWORD).await;
    assert!((404..=410).contains(&dead.status), "the older link is dead: {dead:?}");
    letters.server.database.let_time_pass(DAY * 7 - Duration::from_secs(60)).await;
    client.look("join", &second).await.expect(200);
    letters.server.database.let_time_pass(Duration::from_secs(60)).await;
    assert_eq!(cause(&client.join(&second, NAME, NEW_PASSWORD).await.expect(410)), "expired");
    assert_eq!(cause(&client.join("x", NAME, NEW_PASSWORD).await.expect(404)), "unknown");

    let owner = letters.server.client_of(&OWNER).await;
    assert_eq!(owner.invitations().await[0]["has_expired"], true);
    owner.invite(NELL, Role::Member).await.expect_error(409, "waiting");
    owner.resend_invitation(&id).await.expect(200);
    let third = letters.token(NELL, PAGE, 3).await;
    client.join(&third, NAME, NEW_PASSWORD).await.expect(200);
    assert_eq!(cause(&client.join(&third, NAME, NEW_PASSWORD).await.expect(409)), "used");
    client.look("join", &third).await.expect_error(409, "used");
    owner.resend_invitation(&id).await.expect_error(409, "over");
    owner.revoke_invitation(&id).await.expect_error(409, "over");
    owner.invite(NELL, Role::Member).await.expect_error(409, "member");
}

#[tokio::test]
async fn a_revoked_invitation_opens_nothing_and_its_mail_is_not_sent_any_more() {
    let (letters, owner, token) = invited(Role::Member).await;
    let id = owner.invitation_of(NELL).await;
    owner.revoke_invitation(&id).await.expect(200);
    let client = letters.server.client();
    assert_eq!(cause(&client.join(&token, NAME, NEW_PASSWORD).await.expect(410)), "replaced");
    owner.resend_invitation(&id).await.expect_error(409, "over");
    assert_eq!(owner.invitations().await.len(), 0);

    let server = Server::builder().set("PERFIL_WORKER", "none").start().await;
    let owner = server.client_of(&OWNER).await;
    owner.invite(NELL, Role::Member).await.expect(200);
    owner.revoke_invitation(&owner.invitation_of(NELL).await).await.expect(200);
    let queued = server.database.messages("member-invitation").await;
    assert_eq!((queued.len(), queued[0].state.as_str(), queued[0].sealed.as_deref()), (1, "superseded", None));
    assert_eq!(server.database.audit(OWNER.organization).await, ["invited  member", "invitation-revoked member"]);
}

#[tokio::test]
async fn s37_s38_looking_uses_nothing_up_and_the_link_is_for_joining_only() {
    let (letters, _, token) = invited(Role::Member).await;
    let client = letters.server.client();
    for _ in 0..3 {
        client.get(&format!("{PAGE}?t={token}")).send().await.expect(200);
        client.look("join", &token).await.expect(200);
    }
    for purpose in ["invitation", "reset-password", "undo", "confirm-email"] {
        client.look(purpose, &token).await.expect_error(404, "unknown");
    }
    let form = json!({ "token": token, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    assert_eq!(cause(&client.call("/api/invitation", form).await.expect(404)), "unknown");
    let reset = letters.reset_token(MEMBER.email, 1).await;
    assert_eq!(cause(&client.join(&reset, NAME, NEW_PASSWORD).await.expect(404)), "unknown");
    client.join(&token, NAME, NEW_PASSWORD).await.expect(200);
    let dead = client.get(&format!("{PAGE}?t={token}")).send().await.expect(409);
    assert!(dead.body.contains(&Words::load("en").say("link-used")), "{}", dead.body);
    for address in [PAGE.to_owned(), format!("{PAGE}?t=nonsense")] {
        client.get(&address).send().await.expect(404);
    }
}

#[tokio::test]
async fn s25_s28_s29_a_weak_password_or_an_unprintable_name_is_refused_and_the_link_still_works() {
    let (letters, _, token) = invited(Role::Member).await;
    let client = letters.server.client();
    for (new, why) in [("too short", "too-short"), ("passwordpassword", "common"), (NELL, "personal")] {
        let refused = client.join(&token, NAME, new).await.expect_error(422, "refused");
        assert_eq!(refused.data()["problem"]["why"], why, "{new}");
    }
    let own_name = client.join(&token, "Bartholomew Quill", "bartholomew quill").await;
    assert_eq!(own_name.expect_error(422, "refused").data()["problem"]["why"], "personal");
    let form =
        json!({ "token": token, "display_name": NAME, "new": NEW_PASSWORD, "repeat": "eleven lanterns over Rome" });
    let differs = client.call("/api/join", form).await.expect_error(422, "refused");
    assert_eq!(differs.data()["problem"]["why"], "mismatch");
    for name in ["", "  ", "a\nb", "\u{202E}evil", &"x".repeat(81)] {
        client.join(&token, name, NEW_PASSWORD).await.expect_error(422, "name");
    }
    client.join(&token, NAME, NEW_PASSWORD).await.expect(200);
}

/// What the one who invites gets to see of an invitation, with what differs by the address left out.
async fn told(client: &Client, email: &str) -> (u16, String, Value) {
    let answer = client.invite(email, Role::Member).await;
    let mut seen = client.invitations().await.into_iter().find(|other| other["email"] == email).unwrap_or_default();
    for differs in ["id", "email", "expires"] {
        assert!(seen[differs].is_string(), "{seen}");
        seen[differs] = Value::Null;
    }
    (answer.status, answer.body, seen)
}

#[tokio::test]
async fn s40_an_address_that_has_an_account_elsewhere_is_answered_alike_and_only_its_mail_tells() {
    let (letters, owner, _) = invited(Role::Member).await;
    let reserved = MEMBER.email;
    let (_, undo) = letters.changed(&MEMBER, "miro.elsewhere@example.test").await;
    let free = told(&owner, "nobody.yet@example.test").await;
    assert_eq!(free.0, 200);
    for email in [STRANGER.email, &STRANGER.email.to_uppercase(), reserved] {
        let known = told(&owner, email).await;
        assert_eq!(known, free, "{email}");
        let id = owner.invitation_of(email).await;
        owner.invite(email, Role::Member).await.expect_error(409, "waiting");
        let arrived = async |count: usize| {
            let mails = async || {
                let is_there =
                    |mail: &Mail| mail.recipients.eq_ignore_ascii_case(email) && mail.text.contains("/sign-in");
                let mails: Vec<_> = letters.mail.mails().into_iter().filter(is_there).collect();
                Some(mails).filter(|mails| mails.len() >= count)
            };
            until("the mails", Duration::from_secs(60), mails).await
        };
        arrived(1).await;
        owner.resend_invitation(&id).await.expect(200);
        for mail in arrived(2).await {
            assert!(mail.text.contains(OWNER.name) && !mail.source.contains("/join?t="), "{}", mail.text);
        }
        owner.revoke_invitation(&id).await.expect(200);
        letters.mail.empty();
        letters.server.database.execute("DELETE FROM buckets").await;
    }
    letters.server.client().undo(&undo).await.expect(200);
    assert_eq!(letters.server.database.user_id(reserved).await.len(), 26, "the address came back");
}

#[tokio::test]
async fn a_member_of_the_own_organization_is_not_invited_again() {
    let (letters, owner, _) = invited(Role::Member).await;
    for email in [MEMBER.email, &MEMBER.email.to_uppercase(), OWNER.email] {
        owner.invite(email, Role::Member).await.expect_error(409, "member");
    }
    let id = letters.server.database.user_id(MEMBER.email).await;
    owner.deactivate(&id).await.expect(200);
    owner.invite(MEMBER.email, Role::Member).await.expect_error(409, "member");
    for nonsense in ["", "nobody", "a@b@c", "x@example.test\r\nBcc: y@example.test", &"x".repeat(300)] {
        owner.invite(nonsense, Role::Member).await.expect_error(422, "invalid");
    }
    owner.invite(&NELL.to_uppercase(), Role::Admin).await.expect_error(409, "waiting");
}

#[tokio::test]
async fn of_parallel_joins_by_one_link_one_makes_the_account() {
    let (letters, _, token) = invited(Role::Member).await;
    let answers = at_once(6, |place| {
        let (client, token) = (letters.server.client(), token.clone());
        async move { client.join(&token, &format!("Nell {place}"), NEW_PASSWORD).await }
    })
    .await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409], "{answers:?}");
    assert_eq!(letters.server.database.count("users").await, 5);
    letters.server.client().try_sign_in(NELL, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s40_of_two_organizations_that_invite_an_address_one_gets_the_account() {
    let (letters, _, ours) = invited(Role::Member).await;
    letters.server.client_of(&STRANGER).await.invite(NELL, Role::Admin).await.expect(200);
    let theirs = letters.token(NELL, PAGE, 2).await;
    let tokens = [ours, theirs];
    let answers = at_once(2, |place| {
        let (client, token) = (letters.server.client(), tokens[place].clone());
        async move { client.join(&token, NAME, NEW_PASSWORD).await }
    })
    .await;
    let mut said: Vec<_> = answers.iter().map(|answer| (answer.status, answer.error())).collect();
    said.sort();
    assert_eq!(said, [(200, String::new()), (409, "has-account".to_owned())]);
    assert_eq!(letters.server.database.count("users").await, 5);
}

#[tokio::test]
async fn whoever_got_an_account_meanwhile_is_told_so() {
    let (letters, owner, _) = invited(Role::Member).await;
    owner.invite(ADA, Role::Member).await.expect(200);
    let token = letters.token(ADA, PAGE, 1).await;
    let platform = Platform::provisioning(&letters.server);
    platform.tell_person_of(STRANGER.organization, "ada", &ada()).await.expect(201);
    let refused = letters.server.client().join(&token, "Ada Arden", NEW_PASSWORD).await;
    refused.expect_error(409, "has-account");
    assert_eq!(letters.server.database.password_hash(ADA).await, "!", "no password was set");

    let (_, undo) = letters.changed(&MEMBER, "miro.elsewhere@example.test").await;
    let stranger = letters.server.client_of(&STRANGER).await;
    stranger.invite(MEMBER.email, Role::Member).await.expect(200);
    let queued = letters.server.database.messages("member-invitation-known").await;
    assert_eq!(queued.len(), 1, "s78: whose address it may be again");
    letters.server.client().undo(&undo).await.expect(200);
}

#[tokio::test]
async fn an_invitation_stands_whatever_becomes_of_who_made_it() {
    let letters = Letters::of(Server::builder().people(&[OWNER, SECOND_OWNER, ADMIN])).await;
    let (server, owner) = (&letters.server, letters.server.client_of(&OWNER).await);
    let admin = server.client_of(&ADMIN).await;
    admin.invite(NELL, Role::Member).await.expect(200);
    let second = server.client_of(&SECOND_OWNER).await;
    second.invite("otto@example.test", Role::Owner).await.expect(200);
    owner.set_role(&server.database.user_id(ADMIN.email).await, Role::Admin, Role::Member).await.expect(200);
    owner.deactivate(&server.database.user_id(SECOND_OWNER.email).await).await.expect(200);
    admin.invite("eve@example.test", Role::Member).await.expect_error(403, "forbidden");
    admin.revoke_invitation(&owner.invitation_of(NELL).await).await.expect_error(403, "forbidden");
    for (email, role) in [(NELL, "member"), ("otto@example.test", "owner")] {
        let token = letters.token(email, PAGE, 1).await;
        server.client().join(&token, NAME, NEW_PASSWORD).await.expect(200);
        assert_eq!(server.database.role(email).await, role);
    }
}

#[tokio::test]
async fn the_forms_do_the_same_without_script() {
    let letters = Letters::start().await;
    let owner = letters.server.client_of(&OWNER).await;
    let send = async |form: &str, typed: &[(&str, &str)]| {
        let token = token_on(&owner, "/settings/user").await;
        let fields = pairs(&[typed, &[("form_token", token.as_str())]].concat());
        let answer = owner.post_form(&format!("/forms/{form}"), &fields).send().await.expect(303);
        assert_eq!(answer.redirect().as_deref(), Some("/organization"), "{form}");
        owner.ask("/api/page").await.expect(200).json()["flash"].clone()
    };
    let said = send("invite", &[("email", "nobody"), ("role", "billing")]).await;
    assert_eq!(said["outcome"]["refused"][0]["id"], "email-invalid");
    assert!(said["typed"].to_string().contains("billing"), "the choice is kept: {said}");
    let said = send("invite", &[("email", NELL), ("role", "billing")]).await;
    assert_eq!(said["outcome"]["done"]["id"], "done-invite");
    let id = owner.invitation_of(NELL).await;
    let said = send("resend-invitation", &[("invitation", &id)]).await;
    assert_eq!(said["outcome"]["done"]["id"], "done-resend-invitation");

    let token = letters.token(NELL, PAGE, 2).await;
    let (page, guest) = (format!("{PAGE}?t={token}"), letters.server.client());
    let weak = [("display_name", NAME), ("new", "too short"), ("repeat", "too short")];
    let answer = guest.submit(&page, "join", &weak).await;
    assert_eq!(answer.redirect().as_deref(), Some(page.as_str()), "the form can be filled in again");
    let shown = guest.page(&page).await.expect(200).body;
    assert!(shown.contains(NAME) && !shown.contains("too short\""), "{shown}");
    let typed = [("display_name", NAME), ("new", NEW_PASSWORD), ("repeat", NEW_PASSWORD)];
    let answer = guest.submit(&page, "join", &typed).await;
    assert_eq!(answer.redirect().as_deref(), Some("/sign-in"));
    let shown = guest.page("/sign-in").await.expect(200).body;
    assert!(shown.contains(&Words::load("en").say("done-join")) && shown.contains(NELL), "{shown}");
    guest.try_sign_in(NELL, NEW_PASSWORD).await.expect(200);

    let bill = send("invite", &[("email", BILLING.email), ("role", "member")]).await;
    assert_eq!(bill["outcome"]["done"]["id"], "done-invite");
    let said = send("revoke-invitation", &[("invitation", &owner.invitation_of(BILLING.email).await)]).await;
    assert_eq!(said["outcome"]["done"]["id"], "done-revoke-invitation");
}

#[tokio::test]
async fn s81_no_token_stands_in_the_servers_files() {
    let (letters, _, token) = invited(Role::Member).await;
    letters.server.client().join(&token, NAME, NEW_PASSWORD).await.expect(200);
    letters.server.database.let_time_pass(HOUR).await;
    for entry in std::fs::read_dir(letters.server.folder()).expect("the server's folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let bytes = std::fs::read(&path).expect("a file");
            assert!(!String::from_utf8_lossy(&bytes).contains(&token), "a token stands in {}", path.display());
        }
    }
}
