//! An SMSC on a real socket that does as it is told. It reads and writes SMPP 3.4 byte by byte, without the library that the
//! sender uses, so that both would have to be wrong in the same way.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

pub const GENERIC_NACK: u32 = 0x8000_0000;
pub const SUBMIT_SM: u32 = 0x04;
pub const SUBMIT_SM_RESP: u32 = 0x8000_0004;
pub const DELIVER_SM: u32 = 0x05;
pub const DELIVER_SM_RESP: u32 = 0x8000_0005;
pub const UNBIND: u32 = 0x06;
pub const BIND_TRANSCEIVER: u32 = 0x09;
pub const ENQUIRE_LINK: u32 = 0x15;

pub const THROTTLED: u32 = 0x58;
pub const QUEUE_FULL: u32 = 0x14;
pub const INVALID_NUMBER: u32 = 0x0B;
pub const WRONG_PASSWORD: u32 = 0x0E;
pub const TRY_AGAIN: u32 = 0x64;

/// What the SMSC does with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Takes it, and calls it this.
    Accept(&'static str),
    /// Takes it, but a receipt of this state is faster than the answer.
    ReceiptFirst(&'static str, &'static str),
    /// Answers with that status and no body.
    Refuse(u32),
    /// Reads it and closes the connection.
    Drop,
    /// Reads it and says nothing.
    Silence,
}

/// A unit as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdu {
    pub id: u32,
    pub status: u32,
    pub sequence: u32,
    pub body: Vec<u8>,
}

/// A message as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submitted {
    pub source: (u8, u8, String),
    pub destination: (u8, u8, String),
    pub esm_class: u8,
    pub registered_delivery: u8,
    pub data_coding: u8,
    pub text: Vec<u8>,
    /// Tags and values.
    pub optional: Vec<(u16, Vec<u8>)>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Deed>,
    /// The status of binds to come.
    bind_status: u32,
    mute: bool,
    got: Vec<Pdu>,
    connections: Vec<mpsc::UnboundedSender<Vec<u8>>>,
}

#[derive(Clone)]
pub struct Smsc {
    pub port: u16,
    state: Arc<Mutex<State>>,
}

impl Smsc {
    /// Follows the script, then takes everything, as `id-1` and so on.
    pub async fn start(script: impl IntoIterator<Item = Deed>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State { script: script.into_iter().collect(), ..State::default() }));
        let smsc = Self { port, state };
        let serving = smsc.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serving.clone().serve(socket));
            }
        });
        smsc
    }

    /// Its `PERFIL_SMS_URL`.
    pub fn url(&self) -> String {
        format!("smpp://perfil:hunter2@127.0.0.1:{}?from=Perfil", self.port)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Answers binds with that status from now on.
    pub fn answers_binds_with(&self, status: u32) {
        self.state().bind_status = status;
    }

    /// Says nothing any more, or something again.
    pub fn is_mute(&self, mute: bool) {
        self.state().mute = mute;
    }

    /// Every unit of that kind so far.
    pub fn got(&self, id: u32) -> Vec<Pdu> {
        self.state().got.iter().filter(|pdu| pdu.id == id).cloned().collect()
    }

    /// Every message so far.
    pub fn messages(&self) -> Vec<Submitted> {
        self.got(SUBMIT_SM).iter().map(|pdu| submitted(&pdu.body)).collect()
    }

    /// Writes to the connection that was made as the `index`th.
    pub fn send(&self, index: usize, bytes: Vec<u8>) {
        self.state().connections[index].send(bytes).unwrap();
    }

    /// Sends a receipt about the message of that name.
    pub fn receipt(&self, index: usize, sequence: u32, name: &str, stat: &str) {
        let text = receipt_text(name, stat);
        self.send(index, deliver(sequence, 0x04, "447700900123", text.as_bytes(), &[]));
    }

    async fn serve(self, socket: TcpStream) {
        let (reads, writes) = socket.into_split();
        let (sender, waiting) = mpsc::unbounded_channel();
        self.state().connections.push(sender.clone());
        let writing = tokio::spawn(write(writes, waiting));
        self.attend(reads, &sender).await;
        writing.abort();
    }

    /// Returns when the connection is to be closed.
    async fn attend(&self, mut reads: OwnedReadHalf, sender: &mpsc::UnboundedSender<Vec<u8>>) {
        while let Some(pdu) = read(&mut reads).await {
            let mute = self.state().mute;
            self.state().got.push(pdu.clone());
            if mute {
                continue;
            }
            let say = |bytes: Vec<u8>| sender.send(bytes).unwrap();
            let sequence = pdu.sequence;
            match pdu.id {
                BIND_TRANSCEIVER => match self.state().bind_status {
                    0 => say(unit(0x8000_0009, 0, sequence, b"test\0")),
                    status => say(unit(0x8000_0009, status, sequence, b"")),
                },
                SUBMIT_SM => match self.next_deed() {
                    Some(Deed::Accept(name)) => say(accepted(sequence, name)),
                    None => say(accepted(sequence, &format!("id-{}", self.messages().len()))),
                    Some(Deed::ReceiptFirst(name, stat)) => {
                        let receipt = receipt_text(name, stat);
                        say(deliver(900, 0x04, "447700900123", receipt.as_bytes(), &[]));
                        say(accepted(sequence, name));
                    }
                    Some(Deed::Refuse(status)) => say(unit(SUBMIT_SM_RESP, status, sequence, b"")),
                    Some(Deed::Drop) => return,
                    Some(Deed::Silence) => {}
                },
                ENQUIRE_LINK => say(unit(0x8000_0015, 0, sequence, b"")),
                UNBIND => say(unit(0x8000_0006, 0, sequence, b"")),
                _ => {}
            }
        }
    }

    fn next_deed(&self) -> Option<Deed> {
        self.state().script.pop_front()
    }
}

/// A text in the form of appendix B.
pub fn receipt_text(name: &str, stat: &str) -> String {
    format!(
        "id:{name} sub:001 dlvrd:001 submit date:2611241115 done date:2611241116 stat:{stat} err:011 text:031337 is your"
    )
}

/// The bytes of a unit.
pub fn unit(id: u32, status: u32, sequence: u32, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in [16 + body.len() as u32, id, status, sequence] {
        bytes.extend(word.to_be_bytes());
    }
    bytes.extend(body);
    bytes
}

/// A `deliver_sm`, from that number to `Perfil`.
pub fn deliver(sequence: u32, esm_class: u8, from: &str, text: &[u8], optional: &[(u16, &[u8])]) -> Vec<u8> {
    let mut body = b"\0\x01\x01".to_vec();
    body.extend(from.as_bytes());
    body.extend(b"\0\x05\0Perfil\0");
    body.extend([esm_class, 0, 0, 0, 0, 0, 0, 0, 0, text.len() as u8]);
    body.extend(text);
    for (tag, value) in optional {
        body.extend(tag.to_be_bytes());
        body.extend((value.len() as u16).to_be_bytes());
        body.extend(*value);
    }
    unit(DELIVER_SM, 0, sequence, &body)
}

fn accepted(sequence: u32, name: &str) -> Vec<u8> {
    unit(SUBMIT_SM_RESP, 0, sequence, format!("{name}\0").as_bytes())
}

async fn write(mut writes: OwnedWriteHalf, mut waiting: mpsc::UnboundedReceiver<Vec<u8>>) {
    while let Some(bytes) = waiting.recv().await {
        if writes.write_all(&bytes).await.is_err() {
            return;
        }
    }
}

async fn read(reads: &mut OwnedReadHalf) -> Option<Pdu> {
    let length = reads.read_u32().await.ok()?;
    let (id, status, sequence) =
        (reads.read_u32().await.ok()?, reads.read_u32().await.ok()?, reads.read_u32().await.ok()?);
    let mut body = vec![0; length as usize - 16];
    reads.read_exact(&mut body).await.ok()?;
    Some(Pdu { id, status, sequence, body })
}

/// Takes fields off the front of a body.
pub struct Fields<'a>(pub &'a [u8]);

impl Fields<'_> {
    pub fn text(&mut self) -> String {
        let end = self.0.iter().position(|byte| *byte == 0).expect("a text ends with a zero");
        let text = String::from_utf8(self.0[..end].to_vec()).unwrap();
        self.0 = &self.0[end + 1..];
        text
    }

    pub fn byte(&mut self) -> u8 {
        self.bytes(1)[0]
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        let (bytes, rest) = self.0.split_at(count);
        self.0 = rest;
        bytes.to_vec()
    }
}

fn submitted(body: &[u8]) -> Submitted {
    let mut fields = Fields(body);
    assert_eq!(fields.text(), "", "service_type");
    let source = (fields.byte(), fields.byte(), fields.text());
    let destination = (fields.byte(), fields.byte(), fields.text());
    let esm_class = fields.byte();
    assert_eq!(fields.bytes(2), [0, 0], "protocol_id, priority_flag");
    assert_eq!((fields.text(), fields.text()), (String::new(), String::new()), "schedule, validity");
    let registered_delivery = fields.byte();
    assert_eq!(fields.byte(), 0, "replace_if_present_flag");
    let data_coding = fields.byte();
    assert_eq!(fields.byte(), 0, "sm_default_msg_id");
    let length = fields.byte();
    let text = fields.bytes(length.into());
    let mut optional = Vec::new();
    while !fields.0.is_empty() {
        let word = |fields: &mut Fields<'_>| u16::from_be_bytes(fields.bytes(2).try_into().unwrap());
        let (tag, length) = (word(&mut fields), word(&mut fields));
        optional.push((tag, fields.bytes(length.into())));
    }
    Submitted { source, destination, esm_class, registered_delivery, data_coding, text, optional }
}
