//! SECURITY.md, “Faults”: what must hold after kills, outages, locks and hanging peers.

mod clock;
mod credit_truth;
mod database;
mod disk;
mod kill;
mod outage;
mod receipts;
mod stop;
mod tls;
mod workers;
