//! Metrics for whoever watches: at an address of their own, which nobody outside should reach.

use super::config::Config;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use perfil_accounts::clock::SystemClock;
use perfil_store::Store;
use perfil_worker::{Metrics, Stop, metrics};
use tokio::net::TcpListener;
use tokio::time::Instant;

const PATH: &str = "/metrics";

/// What tells them, ready to run; `None`: the operator wants none.
pub struct MetricsServer {
    listener: TcpListener,
    router: Router,
}

impl MetricsServer {
    /// Binds the configured address.
    pub async fn bind(config: &Config, metrics: Metrics, store: Store) -> Result<Option<Self>> {
        let Some(address) = config.metrics_addr else { return Ok(None) };
        let listener = TcpListener::bind(address).await;
        let listener =
            listener.with_context(|| format!("cannot listen on {address}; choose another with: metrics_addr"))?;
        tracing::info!(address = %listener.local_addr()?, "metrics are told at {PATH}");
        Ok(Some(Self { listener, router: Router::new().route(PATH, get(tell)).with_state((metrics, store)) }))
    }

    /// Tells them until `stop`.
    pub async fn run(self, mut stop: Stop) {
        let stopped = async move {
            // An error: whoever could say stop is gone, which says it too.
            _ = stop.wait_for(|stop| *stop).await;
        };
        if let Err(error) = perfil_web::serve(self.listener, self.router, stopped).await {
            tracing::error!(%error, "metrics are told no more");
        }
    }
}

async fn tell(State((metrics, store)): State<(Metrics, Store)>) -> Response {
    ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], metrics.text(&store, &SystemClock).await).into_response()
}

/// Counts the answers of a router.
pub fn counted(router: Router, metrics: Metrics) -> Router {
    router.layer(from_fn_with_state(metrics, count))
}

async fn count(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let response = next.run(request).await;
    metrics.answered(response.status().as_u16(), began.elapsed());
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::watch;

    async fn ask(server: &MetricsServer, target: &str) -> TcpStream {
        let mut socket = TcpStream::connect(server.listener.local_addr().unwrap()).await.unwrap();
        let request = format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        socket.write_all(request.as_bytes()).await.unwrap();
        socket
    }

    async fn answer(mut socket: TcpStream) -> String {
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn they_are_told_at_a_socket_of_their_own_until_the_end() {
        let folder = std::env::temp_dir().join(format!("perfil-metrics-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let store = Store::connect(&format!("sqlite:{}", folder.join("perfil.sqlite").display())).await.unwrap();
        store.migrate().await.unwrap();
        let setting = |name: &str| (name == "PERFIL_METRICS_ADDR").then(|| "127.0.0.1:0".to_owned());
        let metrics = Metrics::default();
        metrics.answered(200, std::time::Duration::from_millis(1));
        let config = Config::read(None, setting);
        let server = MetricsServer::bind(&config, metrics.clone(), store.clone()).await.unwrap().unwrap();
        let (told, elsewhere) = (ask(&server, "/metrics").await, ask(&server, "/").await);
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(server.run(stopped));
        let told = answer(told).await;
        assert!(told.starts_with("HTTP/1.1 200") && told.contains(metrics::CONTENT_TYPE), "{told}");
        assert!(told.contains("perfil_http_request_seconds_count{status=\"2xx\"} 1\n") && told.ends_with("# EOF\n"));
        assert!(answer(elsewhere).await.starts_with("HTTP/1.1 404"));
        stop.send_replace(true);
        running.await.unwrap();
        assert!(MetricsServer::bind(&Config::read(None, |_| None), metrics, store).await.unwrap().is_none());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
