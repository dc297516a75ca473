//! What the operator sees of balances that were never told.

use crate::events::silent;
use perfil_tests::Platform;
use perfil_tests::platform::{balance, run};

#[tokio::test]
async fn the_operator_sees_which_balances_are_missing() {
    let server = silent().start().await;
    let gaps = || run(&server, &["credit", "gaps"]);
    assert_eq!(gaps(), "No balance is missing.");
    let platform = Platform::of(&server);
    for seq in [3, 4, 9, 6, 1] {
        platform.tell("credit.balance", balance("harbour", seq, 10_000)).await.expect(200);
    }
    let list = gaps();
    let rows: Vec<Vec<&str>> =
        list.lines().map(|line| line.split("  ").filter(|cell| !cell.is_empty()).collect()).collect();
    assert_eq!(rows.len(), 2, "{list}");
    assert_eq!(
        rows[0].iter().map(|cell| cell.trim()).collect::<Vec<_>>(),
        ["ORGANIZATION", "NAME", "MISSING", "NUMBERS"]
    );
    let (first, last) =
        (rows[1][0].trim(), rows[1][rows[1].len() - 2..].iter().map(|cell| cell.trim()).collect::<Vec<_>>());
    assert_eq!((first, last), ("harbour", vec!["4", "2, 5, 7–8"]));
    for seq in [2, 5, 7, 8] {
        platform.tell("credit.balance", balance("harbour", seq, 0)).await.expect(200);
    }
    assert_eq!(gaps(), "No balance is missing.", "late ones fill the gaps");
}
