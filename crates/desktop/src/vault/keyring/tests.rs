use super::*;
use crate::own_bus::{is_alone, on_own_bus, without_bus};
use crate::vault::{Vault, tokens};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A keyring that ends with the test.
struct Daemon(Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn unlocked_keyring() -> Daemon {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--foreground", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("gnome-keyring-daemon");
    daemon.stdin.take().expect("its input").write_all(b"password").expect("a password");
    Daemon(daemon)
}

async fn wait_for_keyring() {
    let connection = zbus::Connection::session().await.expect("a bus");
    let bus = zbus::fdo::DBusProxy::new(&connection).await.expect("the bus itself");
    for _ in 0..100 {
        let name = SERVICE.try_into().expect("a name");
        if bus.name_has_owner(name).await.expect("an answer") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no keyring came up");
}

#[tokio::test]
async fn keeps_the_tokens_of_each_server() {
    if !is_alone(module_path!(), "keeps_the_tokens_of_each_server", on_own_bus) {
        return;
    }
    let _daemon = unlocked_keyring();
    wait_for_keyring().await;
    let [one, other] = ["a.example.com", "b.example.com"].map(|name| Origin::typed(name).unwrap());
    let vault = Vault::open(Path::new("/nowhere"), false).await;
    assert!(matches!(vault, Vault::Keyring(_)));
    assert_eq!(vault.load(&one).await.unwrap(), None);
    vault.store(&one, &tokens("first")).await.unwrap();
    vault.store(&other, &tokens("second")).await.unwrap();
    vault.store(&one, &tokens("third")).await.unwrap();
    assert_eq!(vault.load(&one).await.unwrap(), Some(tokens("third")));
    vault.forget(&one).await.unwrap();
    vault.forget(&one).await.unwrap();
    assert_eq!(vault.load(&one).await.unwrap(), None);
    assert_eq!(vault.load(&other).await.unwrap(), Some(tokens("second")));
}

#[tokio::test]
async fn without_a_bus_there_is_no_keyring() {
    if !is_alone(module_path!(), "without_a_bus_there_is_no_keyring", without_bus) {
        return;
    }
    assert!(matches!(Keyring::open().await, Err(VaultError::NoService)));
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Vault::open(folder.path(), false).await, Vault::Memory(_)));
    assert!(matches!(Vault::open(folder.path(), true).await, Vault::File(_)));
}
