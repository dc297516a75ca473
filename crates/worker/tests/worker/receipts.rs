//! What a gateway reports later.

use crate::stage::{Peer, Stage};
use perfil_accounts::keys::Purpose;
use perfil_worker::receipts::{KannelReceipt, ReceiptOutcome};

fn receipt(stage: &Stage, id: &str, status: &str) -> KannelReceipt {
    KannelReceipt {
        id: id.to_owned(),
        proof: stage.keys.mac(Purpose::Receipt, &[id]),
        status: status.to_owned(),
        answer: "id:1 stat:UNDELIV err:011 text:031337 is your".to_owned(),
    }
}

async fn take(stage: &Stage, receipt: &KannelReceipt) -> ReceiptOutcome {
    stage.receipts(None).kannel(receipt).await
}

async fn accepted(id: &str) -> Stage {
    let stage = Stage::new().await;
    stage.queue_code(id).await;
    let worker = stage.run(&Peer::with([]));
    stage.reaches(id, "accepted").await;
    worker.stop().await;
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_counts_once() {
    let stage = accepted("row").await;
    for status in ["8", "4", "nonsense", ""] {
        assert_eq!(take(&stage, &receipt(&stage, "row", status)).await, ReceiptOutcome::Nothing, "{status}");
    }
    assert_eq!(stage.row("row").await.state, "accepted");
    assert_eq!(take(&stage, &receipt(&stage, "row", "1")).await, ReceiptOutcome::Recorded);
    assert_eq!(take(&stage, &receipt(&stage, "row", "1")).await, ReceiptOutcome::Nothing);
    assert_eq!(take(&stage, &receipt(&stage, "row", "2")).await, ReceiptOutcome::Nothing, "too late to fail");
    let row = stage.row("row").await;
    assert_eq!((row.state.as_str(), row.last_error), ("delivered", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_is_noted_without_the_text() {
    for status in ["2", "16"] {
        let stage = accepted("row").await;
        assert_eq!(take(&stage, &receipt(&stage, "row", status)).await, ReceiptOutcome::Recorded);
        let row = stage.row("row").await;
        assert_eq!(row.state, "failed");
        assert_eq!(row.last_error, Some(format!("not delivered: status {status}, stat:UNDELIV, err:011")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_receipt_is_refused() {
    let stage = accepted("row").await;
    let proof = |proof: String| KannelReceipt { proof, ..receipt(&stage, "row", "1") };
    let other_use = stage.keys.mac(Purpose::Form, &["row"]);
    for forged in [proof(String::new()), proof("AAAA".to_owned()), proof(other_use)] {
        assert_eq!(take(&stage, &forged).await, ReceiptOutcome::Forged);
    }
    let for_another_row = KannelReceipt { id: "row".to_owned(), ..receipt(&stage, "other", "1") };
    assert_eq!(take(&stage, &for_another_row).await, ReceiptOutcome::Forged);
    assert_eq!(stage.row("row").await.state, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_for_a_deleted_message_does_nothing() {
    let stage = Stage::new().await;
    assert_eq!(take(&stage, &receipt(&stage, "gone", "1")).await, ReceiptOutcome::Nothing);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_database_the_gateway_is_asked_to_come_again() {
    let stage = Stage::new().await;
    stage.store.close().await;
    assert_eq!(take(&stage, &receipt(&stage, "row", "1")).await, ReceiptOutcome::Unavailable);
}
