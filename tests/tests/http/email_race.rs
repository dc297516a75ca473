//! SECURITY.md 40, on SQLite.

use perfil_tests::{Server, race};

#[tokio::test]
async fn s40_of_two_hundred_races_for_an_address_each_has_one_winner() {
    race::one_of_two_wins_an_address(Server::builder(), 200).await;
}
