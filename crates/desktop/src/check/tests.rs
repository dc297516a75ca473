use super::*;
use rustls::pki_types::PrivateKeyDer;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

const GOOD: &str = r#"{"product":"perfil","version":"0.1.0","clients":{"oldest":1,"newest":1}}"#;

fn http() -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().build().expect("a client")
}

/// The address of a server that does the same with every connection.
async fn listening<F: Future<Output = ()> + Send + 'static>(serve: impl Fn(TcpStream) -> F + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address").to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    address
}

/// The address of a server that answers every request with that.
async fn answering(answer: String) -> String {
    listening(move |mut stream| {
        let answer = answer.clone();
        async move {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    })
    .await
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

async fn problem_at(typed: &str) -> Problem {
    check(typed, &http()).await.expect_err("a problem")
}

#[tokio::test]
async fn finds_a_server() {
    let address = answering(ok(GOOD)).await;
    let server = check(&format!(" {address}/settings/user "), &http()).await.expect("a server");
    assert_eq!(server.origin.as_str(), format!("http://{address}"));
    assert_eq!(server.version, "0.1.0");
}

#[tokio::test]
async fn tells_who_is_too_old() {
    let told = |oldest, newest| {
        ok(&format!(r#"{{"product":"perfil","version":"9","clients":{{"oldest":{oldest},"newest":{newest}}}}}"#))
    };
    assert_eq!(problem_at(&answering(told(CLIENT + 1, CLIENT + 2)).await).await, Problem::AppTooOld);
    assert_eq!(problem_at(&answering(told(0, CLIENT - 1)).await).await, Problem::ServerTooOld);
    let wider = answering(told(CLIENT, CLIENT + 5)).await;
    assert!(check(&wider, &http()).await.is_ok());
}

#[tokio::test]
async fn what_is_not_perfil_is_told() {
    let elsewhere = answering(ok(GOOD)).await;
    for answer in [
        ok("<!doctype html><title>Hello</title>"),
        ok(r#"{"product":"other","version":"1","clients":{"oldest":1,"newest":1}}"#),
        ok(&format!("{GOOD}{}", " ".repeat(MOST_BYTES))),
        "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned(),
        format!(
            "HTTP/1.1 302 Found\r\nlocation: http://{elsewhere}/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        ),
        "220 mail.example.com ESMTP\r\n".to_owned(),
    ] {
        assert_eq!(problem_at(&answering(answer.clone()).await).await, Problem::NotPerfil, "{answer:.60}");
    }
}

#[tokio::test]
async fn an_address_is_refused_before_anything_is_asked() {
    assert_eq!(problem_at("two words").await, Problem::NotAnAddress);
    assert_eq!(problem_at("http://account.example.com").await, Problem::NoHttps);
}

#[tokio::test]
async fn a_name_that_nobody_has_is_told() {
    assert_eq!(problem_at("account.invalid").await, Problem::NoSuchName);
}

#[tokio::test]
async fn a_port_that_nobody_listens_at_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    drop(listener);
    assert_eq!(problem_at(&format!("https://{address}")).await, Problem::NobodyListens);
    assert_eq!(problem_at(&address.to_string()).await, Problem::NobodyListens);
}

#[tokio::test]
async fn plain_text_in_place_of_tls_is_told() {
    let plain = answering(ok(GOOD)).await;
    assert_eq!(problem_at(&format!("https://{plain}")).await, Problem::NoTls);
    let silent = listening(|stream| async move { drop(stream) }).await;
    assert_eq!(problem_at(&format!("https://{silent}")).await, Problem::NoTls);
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_told() {
    let signed = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).expect("signed");
    let key = PrivateKeyDer::try_from(signed.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.der().clone()], key)
        .expect("a certificate");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let address = listening(move |stream| {
        let acceptor = acceptor.clone();
        async move {
            let _ = acceptor.accept(stream).await;
        }
    })
    .await;
    assert_eq!(problem_at(&format!("https://{address}")).await, Problem::Untrusted);
}

#[tokio::test]
async fn who_never_answers_is_given_up() {
    let address = listening(|stream| async move {
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    let answer = check_within(Duration::from_millis(50), &address, &Client::new()).await;
    assert_eq!(answer, Err(Problem::TimedOut));
}
