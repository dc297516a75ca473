//! Perfil, a self-hosted account-settings centre: the server with its command line under the feature `server`, the
//! browser's program under `web`.

#[cfg(feature = "server")]
mod server;

#[cfg(all(feature = "web", feature = "server"))]
compile_error!("the features web and server exclude each other: together, a page's data silently goes missing");

#[cfg(not(any(feature = "web", feature = "server")))]
compile_error!(
    "choose a side: `cargo build -p perfil --features server` for the program, `--features web` for the browser's; \
     `cargo xtask build` builds both"
);

#[cfg(all(feature = "web", not(feature = "server")))]
fn main() {
    perfil_ui::launch();
}

#[cfg(feature = "server")]
fn main() -> std::process::ExitCode {
    server::main()
}

#[cfg(not(any(feature = "web", feature = "server")))]
fn main() {}
