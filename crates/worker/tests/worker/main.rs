//! The worker against a real database file and peers on real sockets.

mod cleanup;
mod fallback;
mod gateway;
mod http;
mod kannel;
mod logs;
mod mail_server;
mod members;
mod metrics;
mod outbox;
mod permission;
mod quiet;
mod receipts;
mod rendering;
mod smpp;
mod smsc;
mod smtp;
mod stage;
mod topics;
mod twilio;
