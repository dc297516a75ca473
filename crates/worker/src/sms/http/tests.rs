use super::*;

fn settings(url: &str) -> HttpSettings {
    HttpSettings {
        url: Secret::new(url),
        body: Some(Secret::new(r#"{"to":"{to}","text":"{text}","key":"hunter2"}"#)),
        ..HttpSettings::default()
    }
}

fn sender(settings: &HttpSettings) -> Result<HttpSender, ConfigError> {
    let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
    HttpSender::new(settings)
}

/// The setting that is complained about; no complaint repeats a secret.
fn complaint(settings: &HttpSettings) -> &'static str {
    match sender(settings).err() {
        Some(ConfigError::Setting { key, why }) => {
            assert!(!why.contains("hunter2"), "{why}");
            key
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_body_makes_a_post_and_an_address_alone_a_get() {
    let with_body = sender(&settings("http-template:https://sms.example.com/send")).unwrap();
    assert_eq!((with_body.method, with_body.ok), (Method::POST, vec![200..=299]));
    let query = "http-template:http://127.0.0.1:81/send?to={to}&text={text}&key=hunter2";
    let without = sender(&HttpSettings { body: None, ..settings(query) }).unwrap();
    assert_eq!(without.method, Method::GET);
    let listed = HttpSettings { ok: Some("201, 202-204".to_owned()), ..settings("http-template:https://a.example") };
    assert_eq!(sender(&listed).unwrap().ok, [201..=201, 202..=204]);
}

#[test]
fn an_address_must_be_safe() {
    for url in [
        "https://sms.example.com",
        "http-template:sms.example.com",
        "http-template:http://hunter2@sms.example.com/send",
        "http-template:ftp://sms.example.com",
        "http-template:https://{to}.example.com/send",
        "http-template:https://sms.example.com/{from}",
    ] {
        assert_eq!(complaint(&settings(url)), "sms_url", "{url}");
    }
}

#[test]
fn each_fault_is_told_with_its_setting() {
    let fine = || settings("http-template:https://sms.example.com/send");
    let secret = |text: &str| Some(Secret::new(text));
    let plain = |text: &str| Some(text.to_owned());
    for (faulty, key) in [
        (HttpSettings { body: secret(r#"{"to":{to},"text":"{text}","key":"hunter2"}"#), ..fine() }, "sms_http_body"),
        (HttpSettings { body: secret(r#"{"to":"{to}","key":"hunter2"}"#), ..fine() }, "sms_http_body"),
        (
            HttpSettings { body: secret("{to} {text} {hunter}"), media_type: plain("text/plain"), ..fine() },
            "sms_http_body",
        ),
        (HttpSettings { media_type: plain("application/pdf"), ..fine() }, "sms_http_type"),
        (HttpSettings { body: None, media_type: plain("text/plain"), ..fine() }, "sms_http_type"),
        (HttpSettings { method: plain("GET"), ..fine() }, "sms_http_method"),
        (HttpSettings { method: plain("DELETE"), ..fine() }, "sms_http_method"),
        (HttpSettings { headers: secret("Authorization Bearer hunter2"), ..fine() }, "sms_http_headers"),
        (HttpSettings { headers: secret("X-To: {to} hunter2"), ..fine() }, "sms_http_headers"),
        (HttpSettings { ok: plain("all"), ..fine() }, "sms_http_ok"),
        (HttpSettings { ok: plain("299-200"), ..fine() }, "sms_http_ok"),
        (HttpSettings { ok: plain("500"), ..fine() }, "sms_http_ok"),
        (HttpSettings { id: plain("messages.id"), ..fine() }, "sms_http_id"),
    ] {
        assert_eq!(complaint(&faulty), key, "{faulty:?}");
    }
}

#[test]
fn secrets_are_not_printed() {
    let all = HttpSettings {
        headers: Some(Secret::new("Authorization: Bearer hunter2")),
        ..settings("http-template:https://sms.example.com/send?key=hunter2")
    };
    assert!(!format!("{all:?}").contains("hunter2"));
}
