//! The browser's files. Their names carry a hash of the content, so they may be kept for ever; beside each lie its
//! compressed forms, made at build time.

use axum::Router;
use axum::http::{HeaderValue, header};
use perfil_models::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The folder with the browser's files, and the names they have there.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
    manifest: Manifest,
}

#[derive(Clone, Debug, Deserialize)]
struct Manifest {
    #[serde(rename = "perfil.wasm")]
    wasm: String,
    #[serde(rename = "perfil.js")]
    script: String,
    #[serde(rename = "app.css")]
    stylesheet: String,
    #[serde(default, rename = "static")]
    others: BTreeMap<String, String>,
}

/// The folder is not one that the build made.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// No manifest, or not to be read.
    #[error("{path} cannot be read ({cause}); build the browser's files first: cargo xtask build")]
    Unreadable {
        /// The manifest's path.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The manifest is of another version.
    #[error("{path} is not a manifest of this version ({cause}); build again: cargo xtask build")]
    Malformed {
        /// The manifest's path.
        path: String,
        /// What is wrong with it.
        cause: serde_json::Error,
    },
}

impl Site {
    /// Reads `manifest.json` in the folder.
    pub fn load(folder: &Path) -> Result<Self, SiteError> {
        let file = folder.join("manifest.json");
        let path = file.display().to_string();
        let text =
            std::fs::read_to_string(&file).map_err(|cause| SiteError::Unreadable { path: path.clone(), cause })?;
        let manifest = serde_json::from_str(&text).map_err(|cause| SiteError::Malformed { path, cause })?;
        Ok(Self { folder: folder.to_owned(), manifest })
    }

    /// The head of every page, up to its closing tag. `title` is text.
    pub fn head(&self, language: Language, title: &str) -> String {
        let Manifest { wasm, script, .. } = &self.manifest;
        let icon = self.manifest.others.get("favicon.svg").map_or("data:,", String::as_str);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>{}\
             <link rel=\"icon\" href=\"{icon}\">\
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin id=\"perfil-wasm\" href=\"{wasm}\">\
             <script type=\"module\" src=\"{script}\"></script>",
            language.tag(),
            language.direction().as_str(),
            self.stylesheet()
        )
    }

    /// The link to the stylesheet.
    pub fn stylesheet(&self) -> String {
        format!("<link rel=\"stylesheet\" href=\"{}\">", self.manifest.stylesheet)
    }
}

/// Serves `/assets`.
pub fn service(site: &Site) -> Router {
    let files = ServeDir::new(site.folder.join("assets")).precompressed_br().precompressed_gzip();
    let immutable = HeaderValue::from_static("public, max-age=31536000, immutable");
    let keep = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, move |response: &_| {
        axum::http::Response::status(response).is_success().then(|| immutable.clone())
    });
    Router::new().fallback_service(ServiceBuilder::new().layer(keep).service(files))
}
