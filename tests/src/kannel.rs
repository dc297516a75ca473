//! A real SMS gateway: Kannel's bearerbox and smsbox, with Kannel's fake SMSC in place of the network operator.

use crate::certificates::Certificate;
use crate::process::{Program, delete_afterwards};
use crate::sms::code_in;
use crate::wait::{free_port, until, until_listening};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::OnceCell;

const FAKE_SMSC: &str = "/usr/lib/kannel/test/fakesmsc";

/// How long a text may take on its way through three programs.
const LIMIT: Duration = Duration::from_secs(30);

/// A text as a phone would show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Whom it is from.
    pub from: String,
    /// The number it went to.
    pub to: String,
    /// The text, put together from its segments.
    pub text: String,
}

struct Running {
    _bearerbox: Program,
    _smsbox: Program,
    _fake_smsc: Program,
}

/// A gateway on loopback ports of its own.
pub struct Kannel {
    folder: TempDir,
    admin_port: u16,
    box_port: u16,
    smsc_port: u16,
    port: u16,
    certificate: Option<Certificate>,
    running: Option<Running>,
}

impl Kannel {
    /// One for all tests of this binary; it lives until the binary ends.
    pub async fn shared() -> &'static Self {
        static SHARED: OnceCell<Kannel> = OnceCell::const_new();
        let start = async || {
            let gateway = Self::start().await;
            delete_afterwards(gateway.folder.path());
            gateway
        };
        SHARED.get_or_init(start).await
    }

    /// Starts one and waits until it takes texts.
    pub async fn start() -> Self {
        Self::start_with(None).await
    }

    /// Starts one that takes texts over https, if it has a certificate.
    pub async fn start_with(certificate: Option<Certificate>) -> Self {
        let mut gateway = Self {
            folder: TempDir::new().expect("a temporary folder"),
            admin_port: free_port(),
            box_port: free_port(),
            smsc_port: free_port(),
            port: free_port(),
            certificate,
            running: None,
        };
        std::fs::write(gateway.file("kannel.conf"), gateway.configuration()).expect("the folder can be written to");
        gateway.up().await;
        gateway
    }

    /// Its `PERFIL_SMS_URL`; one that encrypts is known as `localhost`.
    pub fn url(&self) -> String {
        let (host, tls) = if self.certificate.is_some() { ("localhost", "&tls=true") } else { ("127.0.0.1", "") };
        format!("kannel://perfil:gateway-password@{host}:{}/cgi-bin/sendsms?from=Perfil{tls}", self.port)
    }

    /// Starts it, or starts it again at the same place.
    pub async fn up(&mut self) {
        let configuration = self.file("kannel.conf");
        let start = |program: &str| {
            let mut command = Command::new(program);
            command.arg("-v").arg("4").arg(&configuration).current_dir(self.folder.path());
            command.stdout(self.log(program)).stderr(self.log(program));
            Program::start(&mut command)
        };
        let bearerbox = start("bearerbox");
        until_listening("Kannel's bearerbox", self.box_port).await;
        let smsbox = start("smsbox");
        until_listening("Kannel's smsbox", self.port).await;
        let mut command = Command::new(FAKE_SMSC);
        command.args(["-H", "127.0.0.1", "-r", &self.smsc_port.to_string(), "-m", "0", "1 2 text nop"]);
        command.stdout(self.log("fakesmsc")).stderr(self.log("fakesmsc"));
        let fake_smsc = Program::start(&mut command);
        self.running = Some(Running { _bearerbox: bearerbox, _smsbox: smsbox, _fake_smsc: fake_smsc });
        let connected = async || self.read("fakesmsc").contains("Connecting to").then_some(());
        until("the fake SMSC to connect", LIMIT, connected).await;
    }

    /// Stops it.
    pub fn down(&mut self) {
        self.running = None;
    }

    /// Every text that has arrived whole, the oldest first.
    pub fn texts(&self) -> Vec<Arrived> {
        arrived(&self.read("fakesmsc"))
    }

    /// Every text that has arrived at that number.
    pub fn texts_to(&self, number: &str) -> Vec<Arrived> {
        self.texts().into_iter().filter(|text| text.to == number).collect()
    }

    /// Waits until `count` texts have arrived at that number, and answers with the last.
    pub async fn wait_for_sms(&self, number: &str, count: usize) -> Arrived {
        let what = format!("text {count} at {number}");
        until(&what, LIMIT, async || self.texts_to(number).get(count - 1).cloned()).await
    }

    /// Waits for the `count`th code at that number.
    pub async fn wait_for_code(&self, number: &str, count: usize) -> String {
        let what = format!("code {count} at {number}");
        let codes = || self.texts_to(number).iter().filter_map(|text| code_in(&text.text)).collect::<Vec<_>>();
        until(&what, LIMIT, async || codes().get(count - 1).cloned()).await
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn log(&self, name: &str) -> File {
        let path = self.file(&format!("{name}.out"));
        File::options().create(true).append(true).open(path).expect("the folder can be written to")
    }

    fn read(&self, name: &str) -> String {
        let bytes = std::fs::read(self.file(&format!("{name}.out"))).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn configuration(&self) -> String {
        let Self { admin_port, box_port, smsc_port, port, .. } = self;
        let store = self.file("store");
        let (files, over_https) = match &self.certificate {
            Some(files) => {
                let (certificate, key) = (files.certificate.display(), files.key.display());
                let files = format!("ssl-server-cert-file = \"{certificate}\"\nssl-server-key-file = \"{key}\"\n");
                (files, "sendsms-port-ssl = true\n")
            }
            None => (String::new(), ""),
        };
        format!(
            "group = core\nadmin-port = {admin_port}\nadmin-password = none\nadmin-interface = \"127.0.0.1\"\n\
             smsbox-port = {box_port}\nsmsbox-interface = \"127.0.0.1\"\nbox-allow-ip = \"127.0.0.1\"\n\
             box-deny-ip = \"*.*.*.*\"\nstore-type = file\nstore-location = \"{}\"\ndlr-storage = internal\n{files}\n\
             group = smsc\nsmsc = fake\nsmsc-id = fake\nport = {smsc_port}\nconnect-allow-ip = 127.0.0.1\n\n\
             group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {port}\n\
             sendsms-interface = \"127.0.0.1\"\n{over_https}\n\
             group = sendsms-user\nusername = perfil\npassword = gateway-password\nmax-messages = 10\n\
             concatenation = true\n\n\
             group = sms-service\nkeyword = default\nmax-messages = 0\nget-url = \"http://127.0.0.1:1/\"\n",
            Path::new(&store).display()
        )
    }
}

/// One segment, as the fake SMSC prints it.
#[derive(Debug)]
struct Segment {
    from: String,
    to: String,
    /// Reference, count and number of a segment of several.
    place: Option<(u8, u8, u8)>,
    text: String,
}

/// Puts texts together from the fake SMSC's output, whose lines `Got message 1: <FROM TO KIND TEXT>` break where the
/// text does.
fn arrived(output: &str) -> Vec<Arrived> {
    let lines = output.lines().filter_map(|line| {
        let (_, message) = line.split_once("Got message ")?;
        message.split_once(": <")?.1.strip_suffix('>')
    });
    let mut segments: Vec<Segment> = Vec::new();
    for line in lines {
        match segment(line) {
            Some(segment) => segments.push(segment),
            None => {
                let last = segments.last_mut().expect("a text begins with a head");
                last.text.push('\n');
                last.text.push_str(line);
            }
        }
    }
    let mut texts = Vec::new();
    for part in &segments {
        let same = |other: &&Segment| other.to == part.to && same_text(other.place, part.place);
        match part.place {
            None => texts.push(Arrived { from: part.from.clone(), to: part.to.clone(), text: part.text.clone() }),
            Some((_, count, number)) if number == count => {
                let mut parts: Vec<_> = segments.iter().filter(same).collect();
                parts.sort_by_key(|part| part.place);
                let text = parts.iter().map(|part| part.text.as_str()).collect();
                texts.push(Arrived { from: part.from.clone(), to: part.to.clone(), text });
            }
            Some(_) => {}
        }
    }
    texts
}

fn same_text(one: Option<(u8, u8, u8)>, other: Option<(u8, u8, u8)>) -> bool {
    matches!((one, other), (Some((a, _, _)), Some((b, _, _))) if a == b)
}

fn segment(line: &str) -> Option<Segment> {
    let mut words = line.splitn(4, ' ');
    let (from, to, kind, rest) = (words.next()?, words.next()?, words.next()?, words.next()?);
    if !to.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (place, kind, body) = match kind {
        "udh" => {
            let (header, rest) = rest.split_once(' ')?;
            let (kind, body) = rest.split_once(' ')?;
            let header = decoded(header);
            // 3GPP TS 23.040 §9.2.3.24.1: 05 00 03 reference count number.
            (Some((*header.get(3)?, *header.get(4)?, *header.get(5)?)), kind, body)
        }
        kind => (None, kind, rest),
    };
    let text = match kind {
        "text" => body.to_owned(),
        "data" | "ucs-2" => utf_16(&decoded(body)),
        _ => return None,
    };
    Some(Segment { from: from.to_owned(), to: to.to_owned(), place, text })
}

fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => digit().zip(digit()).map_or(b'?', |(high, low)| (high * 16 + low) as u8),
            other => other,
        });
    }
    bytes
}

fn utf_16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
2026-11-24 08:23:29 [1] [0] DEBUG: Connecting to <127.0.0.1>
2026-11-24 08:23:29 [1] [0] DEBUG: Got message 1: <Perfil +447700900123 text Hello 100% code 012345>
2026-11-24 08:23:29 [1] [0] DEBUG: Got message 2: <@host #012345>
2026-11-24 08:23:29 [1] [0] DEBUG: Got message 3: <Perfil +447700900124 udh %05%00%03%01%02%01 data %000%00+%06G>
2026-11-24 08:23:29 [1] [0] DEBUG: Got message 4: <Perfil +447700900124 udh %05%00%03%01%02%02 data %00%0A%00%40>
2026-11-24 08:23:29 [1] [0] DEBUG: Got message 5: <Perfil +447700900125 ucs-2 %06G%00+%006>
";

    #[test]
    fn texts_are_put_together() {
        let texts = arrived(OUTPUT);
        assert_eq!(texts.len(), 3);
        assert_eq!((texts[0].to.as_str(), texts[0].from.as_str()), ("+447700900123", "Perfil"));
        assert_eq!(texts[0].text, "Hello 100% code 012345\n@host #012345");
        assert_eq!(code_in(&texts[0].text).as_deref(), Some("012345"));
        assert_eq!(texts[1].text, "0 \u{0647}\n@");
        assert_eq!(texts[2].text, "\u{0647} 6");
    }
}
