//! How the program tells its parts to end.

/// Turns true, or loses its sender, when it is time to end.
pub type Stop = tokio::sync::watch::Receiver<bool>;

/// Returns when it is time to end.
pub(crate) async fn stopped(stop: &mut Stop) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        tracing::debug!("whoever could say stop is gone, which says it too");
    }
}
