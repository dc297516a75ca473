//! The protocol's units on a byte stream. One that cannot be read is told apart from the rest by its length, and answered.

use bytes::{Buf, BytesMut};
use rusmpp::Command;
use rusmpp::decode::DecodeWithLength;
use rusmpp::encode::Length;
use rusmpp::encode::owned::Encode;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

/// Length, command, status, sequence number.
const HEADER: usize = 16;

/// More than any receipt needs, `message_payload` included.
const MOST: usize = 128 * 1024;

/// A unit.
pub(super) enum Unit {
    /// One that could be read.
    Command(Box<Command>),
    /// One that could not; its sequence number.
    Garbled(u32),
}

/// Reads units.
pub(super) struct Units<R> {
    from: R,
    buffer: BytesMut,
}

impl<R: AsyncRead + Unpin> Units<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, buffer: BytesMut::new() }
    }

    /// The next one. Nothing is lost when the future is dropped. An error: the stream ended, or is not SMPP.
    pub(super) async fn next(&mut self) -> io::Result<Unit> {
        loop {
            if let Some(unit) = self.take()? {
                return Ok(unit);
            }
            if self.from.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    fn take(&mut self) -> io::Result<Option<Unit>> {
        if self.buffer.len() < HEADER {
            return Ok(None);
        }
        let word = |at: usize| [0, 1, 2, 3].map(|offset| self.buffer[at + offset]);
        let length = u32::from_be_bytes(word(0)) as usize;
        let sequence = u32::from_be_bytes(word(12));
        if !(HEADER..=MOST).contains(&length) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if self.buffer.len() < length {
            return Ok(None);
        }
        let mut unit = self.buffer.split_to(length);
        unit.advance(4);
        let rest = unit.len();
        Ok(Some(match Command::decode(&mut unit, rest) {
            Ok((command, _)) => Unit::Command(Box::new(command)),
            Err(_) => Unit::Garbled(sequence),
        }))
    }
}

/// Writes one.
pub(super) async fn write(to: &mut (impl AsyncWrite + Unpin), command: &Command, limit: Duration) -> io::Result<()> {
    let length = 4 + command.length();
    let mut bytes = BytesMut::with_capacity(length);
    bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    command.encode(&mut bytes);
    let writing = async {
        to.write_all(&bytes).await?;
        to.flush().await
    };
    timeout(limit, writing).await?
}
