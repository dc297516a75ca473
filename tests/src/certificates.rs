//! A certificate authority of a test's own, and what it signs.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Signs certificates that nobody trusts who is not told to.
pub struct Authority {
    folder: Arc<TempDir>,
    issuer: CertifiedIssuer<'static, KeyPair>,
}

/// A server's certificate with its key, as files in PEM.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The certificate.
    pub certificate: PathBuf,
    /// The key.
    pub key: PathBuf,
    /// Where both lie.
    _folder: Arc<TempDir>,
}

impl Authority {
    /// A new one of that name.
    pub fn new(name: &str) -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        let issuer = CertifiedIssuer::self_signed(params, key()).expect("a certificate");
        write(&folder.path().join("authority.pem"), &issuer.pem());
        Self { folder, issuer }
    }

    /// Its own certificate, for `SSL_CERT_FILE`.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// A certificate for that host.
    pub fn certificate(&self, host: &str) -> Certificate {
        self.sign(host, host, CertificateParams::new([host.to_owned()]).expect("a host"))
    }

    /// One that has run out.
    pub fn expired_certificate(&self, host: &str) -> Certificate {
        let mut params = CertificateParams::new([host.to_owned()]).expect("a host");
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
        self.sign(&format!("expired-{host}"), host, params)
    }

    fn sign(&self, file: &str, host: &str, mut params: CertificateParams) -> Certificate {
        params.distinguished_name.push(DnType::CommonName, host);
        let key = key();
        let signed = params.signed_by(&key, &self.issuer).expect("a certificate");
        let path = |suffix: &str| self.folder.path().join(format!("{file}.{suffix}.pem"));
        let files = Certificate { certificate: path("certificate"), key: path("key"), _folder: self.folder.clone() };
        write(&files.certificate, &signed.pem());
        write(&files.key, &key.serialize_pem());
        files
    }
}

fn key() -> KeyPair {
    KeyPair::generate().expect("the system has randomness")
}

fn write(file: &Path, text: &str) {
    std::fs::write(file, text).expect("the folder can be written to");
}
