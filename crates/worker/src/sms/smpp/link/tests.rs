//! The connection over TLS; everything else about it is tested from outside.

use super::*;
use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::default();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// An SMSC with a certificate for `localhost` that takes every bind.
async fn smsc(authority: &Authority) -> u16 {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, authority).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder().with_no_client_auth();
    let config = config.with_single_cert(vec![certificate.der().clone()], key).unwrap();
    let (acceptor, listener) = (TlsAcceptor::from(Arc::new(config)), TcpListener::bind("127.0.0.1:0").await.unwrap());
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((tcp, _)) = listener.accept().await {
            let Ok(mut tls) = acceptor.accept(tcp).await else { continue };
            let length = tls.read_u32().await.unwrap();
            let mut bind = vec![0; length as usize - 4];
            tls.read_exact(&mut bind).await.unwrap();
            assert!(bind.windows(8).any(|window| window == b"hunter2\0"));
            // bind_transceiver_resp, with its header and an empty system_id.
            let answer = [0, 0, 0, 17, 0x80, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0];
            tls.write_all(&answer).await.unwrap();
            tls.flush().await.unwrap();
            std::future::pending::<()>().await;
        }
    });
    port
}

async fn opened(port: u16, trusted: Option<&Authority>) -> Result<(), String> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut account = Account::from_url(&format!("smpp://me:hunter2@localhost:{port}?tls=true")).unwrap();
    if let Some(authority) = trusted {
        let mut roots = RootCertStore::empty();
        roots.add(authority.der().clone()).unwrap();
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        account.tls = Some(TlsConnector::from(Arc::new(config)));
    }
    open(&account, Duration::from_secs(5)).await.map(|_| ()).map_err(|broken| broken.to_string())
}

#[tokio::test]
async fn a_certificate_must_be_of_somebody_trusted() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let authority = authority();
    let port = smsc(&authority).await;
    let unknown = "TLS failed: invalid peer certificate: UnknownIssuer".to_owned();
    assert_eq!(opened(port, None).await, Err(unknown));
    assert_eq!(opened(port, Some(&authority)).await, Ok(()));
}

#[tokio::test]
async fn a_failed_connection_is_told_without_an_address() {
    let told = opened(1, None).await.unwrap_err();
    assert_eq!(told, "the connection failed: connection refused");
}
