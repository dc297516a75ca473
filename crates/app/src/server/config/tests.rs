use super::*;
use std::collections::BTreeMap;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/// An environment in which nothing is wrong with production.
fn production() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("PERFIL_SECRET_KEY", KEY.to_owned()),
        ("PERFIL_PUBLIC_URL", "https://perfil.example.com".to_owned()),
        ("PERFIL_SMTP_URL", "smtps://me:hunter2@mail.example.com".to_owned()),
        ("PERFIL_MAIL_FROM", "Perfil <no-reply@example.com>".to_owned()),
        ("PERFIL_SMS_URL", "kannel://me:hunter2@localhost:13013/cgi-bin/sendsms".to_owned()),
    ])
}

fn read(file: Option<&str>, environment: &BTreeMap<&'static str, String>) -> Config {
    Config::read(file, |name| environment.get(name).cloned())
}

/// What is wrong with production when these settings are changed; empty: unset.
fn wrong_with(changes: &[(&'static str, &str)], task: Task) -> Vec<Problem> {
    let mut environment = production();
    for (name, value) in changes {
        environment.insert(name, (*value).to_owned());
    }
    read(None, &environment).check(task)
}

fn keys(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.key.as_str()).collect()
}

#[test]
fn nothing_is_wrong_with_a_full_configuration() {
    for task in [Task::Serve, Task::Worker, Task::Accounts, Task::Database, Task::Demo] {
        assert_eq!(wrong_with(&[], task), [], "{task:?}");
    }
}

#[test]
fn nothing_at_all_is_enough_for_a_demo_only() {
    let config = read(None, &BTreeMap::new());
    assert_eq!(config.check(Task::Demo), []);
    assert_eq!(config.check(Task::Database), []);
    assert_eq!(keys(&config.check(Task::Accounts)), ["secret_key"]);
    assert_eq!(keys(&config.check(Task::Serve)), ["secret_key", "smtp_url", "sms_url", "mail_from"]);
    assert_eq!(keys(&config.check(Task::Worker)), ["secret_key", "public_url", "smtp_url", "sms_url", "mail_from"]);
    assert_eq!(config.public_url_at(config.listen).as_str(), "http://127.0.0.1:8080");
}

#[test]
fn production_refuses_what_is_not_safe() {
    let zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let cases: [(&[(&'static str, &str)], &str); 12] = [
        (&[("PERFIL_SECRET_KEY", "")], "secret_key"),
        (&[("PERFIL_SECRET_KEY", "aHVudGVyMg==")], "secret_key"),
        (&[("PERFIL_SECRET_KEY", zeros)], "secret_key"),
        (&[("PERFIL_PUBLIC_URL", "http://perfil.example.com")], "public_url"),
        (&[("PERFIL_PUBLIC_URL", "perfil.example.com")], "public_url"),
        (&[("PERFIL_PUBLIC_URL", "http://127.0.0.1:8080"), ("PERFIL_LISTEN", "0.0.0.0:8080")], "listen"),
        (&[("PERFIL_PUBLIC_URL", ""), ("PERFIL_LISTEN", "[::]:8080")], "listen"),
        (&[("PERFIL_SMTP_URL", "demo:")], "smtp_url"),
        (&[("PERFIL_SMS_URL", "demo:")], "sms_url"),
        (&[("PERFIL_SMS_URL", "")], "sms_url"),
        (&[("PERFIL_MAIL_FROM", " ")], "mail_from"),
        (&[("PERFIL_HASH_MEMORY_KIB", "19455")], "hash_memory_kib"),
    ];
    for (changes, key) in cases {
        assert_eq!(keys(&wrong_with(changes, Task::Serve)), [key], "{changes:?}");
    }
}

#[test]
fn a_proxy_in_front_and_a_worker_elsewhere_are_fine() {
    assert_eq!(wrong_with(&[("PERFIL_LISTEN", "0.0.0.0:80")], Task::Serve), []);
    let elsewhere =
        [("PERFIL_WORKER", "none"), ("PERFIL_SMTP_URL", ""), ("PERFIL_SMS_URL", ""), ("PERFIL_MAIL_FROM", "")];
    assert_eq!(wrong_with(&elsewhere, Task::Serve), []);
    assert_eq!(keys(&wrong_with(&elsewhere, Task::Worker)), ["smtp_url", "sms_url", "mail_from"]);
}

#[test]
fn the_demo_stays_on_this_machine() {
    assert_eq!(keys(&wrong_with(&[("PERFIL_LISTEN", "0.0.0.0:8080")], Task::Demo)), ["listen"]);
    assert_eq!(wrong_with(&[("PERFIL_LISTEN", "[::1]:0"), ("PERFIL_SMTP_URL", "demo:")], Task::Demo), []);
}

#[test]
fn the_environment_wins_over_the_file() {
    let file = "listen = '127.0.0.1:1'\nlog_format = 'json'\nsign_in_burst = 5\nsms_countries = ['eg', 'GB']\n";
    let environment = BTreeMap::from([("PERFIL_LISTEN", "127.0.0.1:2".to_owned()), ("PERFIL_LOG", String::new())]);
    let config = read(Some(file), &environment);
    assert_eq!((config.listen.port(), config.log_format, config.log.as_str()), (2, LogFormat::Json, "info"));
    assert_eq!((config.sign_in.burst, config.sign_in.drain), (5, 6_000));
    assert_eq!(config.sms_countries, BTreeSet::from([CountryCode::EG, CountryCode::GB]));
    let public_url = config.public_url_at(config.listen);
    assert_eq!(config.policy(&public_url).sms_countries, Some(config.sms_countries.clone()));
    assert_eq!(config.policy(&public_url).sms_per_dial_code, 500);
    assert!(config.is_set("listen") && !config.is_set("log"));
}

#[test]
fn a_faulty_file_names_the_setting_but_no_secret() {
    let config = read(Some("secret_keys = 'hunter2'\nlisten = true\nworker = 'outside'\n"), &production());
    let problems = config.check(Task::Serve);
    assert_eq!(keys(&problems), ["listen", "secret_keys", "worker"]);
    assert!(problems[1].message.contains("there is no setting \"secret_keys\""));
    let config = read(Some("listen = '127.0.0.1:1'\nsecret_key = hunter2"), &production());
    let [problem] = &config.check(Task::Serve)[..] else { panic!("{config:?}") };
    assert_eq!(problem.key, "config");
    assert!(problem.message.contains("line 2") && !problem.message.contains("hunter2"), "{problem}");
}

#[test]
fn secrets_are_never_printed() {
    let mut environment = production();
    environment.insert("PERFIL_DATABASE_URL", "postgres://me:hunter2@localhost/perfil".to_owned());
    let config = read(None, &environment);
    for text in [config.shown(), format!("{config:?}")] {
        assert!(!text.contains("hunter2") && !text.contains(KEY), "{text}");
    }
    let shown = config.shown();
    assert!(shown.contains("(PERFIL_SMTP_URL)\nsmtp_url = \"smtps://…@mail.example.com\""), "{shown}");
    assert!(shown.contains("secret_key = \"(hidden)\""), "{shown}");
    assert!(shown.contains("(default)\nworker = \"inside\""), "{shown}");
    for key in keys::KEYS {
        let told = [format!("\n{} = ", key.name), format!("\n# {} is not set", key.name)];
        assert!(told.iter().any(|line| shown.contains(line)), "{}", key.name);
    }
}

#[test]
fn every_fault_of_the_environment_is_told_at_once() {
    let changes = [("PERFIL_LISTEN", "localhost"), ("PERFIL_LOG", "perfil=loud"), ("PERFIL_HASH_THREADS", "0")];
    let problems = wrong_with(&changes, Task::Serve);
    assert_eq!(keys(&problems), ["listen", "log", "hash_threads"]);
    assert_eq!(problems[2].message, "\"0\" is not a whole number from 1 to 256");
}

#[test]
fn metrics_stay_on_this_machine_unless_somebody_says_otherwise() {
    for task in [Task::Serve, Task::Worker, Task::Demo] {
        assert_eq!(keys(&wrong_with(&[("PERFIL_METRICS_ADDR", "0.0.0.0:9464")], task)), ["metrics_addr"], "{task:?}");
    }
    let allowed = [("PERFIL_METRICS_ADDR", "0.0.0.0:9464"), ("PERFIL_METRICS_REACH", "any")];
    assert_eq!(wrong_with(&allowed, Task::Serve), []);
    assert_eq!(wrong_with(&[("PERFIL_METRICS_ADDR", "[::1]:9464")], Task::Serve), []);
    assert_eq!(keys(&wrong_with(&[("PERFIL_METRICS_ADDR", "9464")], Task::Serve)), ["metrics_addr"]);
}

#[test]
fn a_table_of_the_file_begins_the_names_in_it() {
    let file = "sms_url = 'http-template:https://sms.example.com/send'\n[sms_http]\nid = '/id'\n\
                body = '{\"to\":\"{to}\"}'\ncolour = 'red'\n[log]\nformat = 'json'\n";
    let config = read(Some(file), &BTreeMap::new());
    assert_eq!(config.sms_http.id.as_deref(), Some("/id"));
    assert_eq!(config.sms_http.body.as_ref().map(Secret::reveal), Some("{\"to\":\"{to}\"}"));
    assert_eq!(keys(&config.check(Task::Database)), ["log", "sms_http_colour"]);
    assert!(config.shown().contains("sms_http_body = \"(hidden)\""));
}

#[test]
fn a_template_that_nothing_uses_is_told() {
    let body = ("PERFIL_SMS_HTTP_BODY", "{\"to\":\"{to}\",\"text\":\"{text}\"}");
    assert_eq!(keys(&wrong_with(&[body], Task::Serve)), ["sms_http_body"]);
    let used = [body, ("PERFIL_SMS_URL", "http-template:https://sms.example.com/send")];
    assert_eq!(wrong_with(&used, Task::Serve), []);
}
