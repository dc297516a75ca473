//! SECURITY.md, “Faults”: what must hold after kills, outages, locks and hanging peers.

mod database;
mod kill;
mod outage;
mod receipts;
mod stop;
mod workers;
