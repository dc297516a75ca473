//! The worker against a real database file and peers on real sockets.

mod cleanup;
mod gateway;
mod kannel;
mod logs;
mod mail_server;
mod outbox;
mod receipts;
mod rendering;
mod smtp;
mod stage;
