//! Asking the Owner for another role, and two Owners who decide at once, tried on both databases.

use crate::organization::SECOND_OWNER;
use crate::probes::at_once;
use crate::server::Builder;
use crate::{Answer, Client, MEMBER, OWNER};
use perfil_models::Role;
use serde_json::json;

impl Client {
    /// Asks for another role.
    pub async fn ask_role(&self, role: Role, reason: &str) -> Answer {
        self.call("/api/role/ask", json!({ "role": role, "reason": reason })).await
    }

    /// Asks for another role, as one may; the id of the request.
    pub async fn asked(&self, role: Role) -> String {
        let account = self.ask_role(role, "I keep the books.").await.expect(200).json();
        account["asked_role"]["request"].as_str().unwrap_or_else(|| panic!("nothing waits: {account}")).to_owned()
    }

    /// Takes a request back.
    pub async fn withdraw(&self, request: &str) -> Answer {
        self.call("/api/role/withdraw", json!({ "request": request })).await
    }

    /// Grants a request or declines it.
    pub async fn decide(&self, request: &str, grant: bool) -> Answer {
        self.call("/api/organization/requests/decide", json!({ "request": request, "grant": grant })).await
    }
}

/// One Owner grants a request while the other declines it, `rounds` times: one of them decides, and the other is told so.
pub async fn two_owners_decide_at_once(builder: Builder, rounds: usize) {
    let server = builder.set("PERFIL_WORKER", "none").with(SECOND_OWNER).start().await;
    let owners = [server.client_of(&OWNER).await, server.client_of(&SECOND_OWNER).await];
    let member = server.client_of(&MEMBER).await;
    let mut wins = [0; 2];
    for round in 0..rounds {
        server.database.execute("UPDATE users SET role = 'member' WHERE email LIKE 'miro%'; DELETE FROM buckets").await;
        let request = member.asked(Role::Billing).await;
        let answers = at_once(2, |index| {
            let (owner, request) = (owners[index].clone(), request.clone());
            async move { owner.decide(&request, index == 0).await }
        })
        .await;
        let late = answers.iter().find(|answer| answer.status != 200).expect("one comes late").clone();
        late.expect_error(409, "decided");
        let is_granted = server.database.role(MEMBER.email).await == "billing";
        let granted = server.database.messages("role-granted").await.len();
        let declined = server.database.messages("role-declined").await.len();
        wins[usize::from(!is_granted)] += 1;
        assert_eq!([granted, declined], wins, "round {round}");
    }
    println!("of {rounds} races {} ended with the role, {} without", wins[0], wins[1]);
}
