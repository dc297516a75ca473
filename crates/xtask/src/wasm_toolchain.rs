//! The compiler for the page: Rust's standard library for WebAssembly, wherever it is to be had.
//!
//! In this order: the active toolchain has it; rustup adds it to the active toolchain; Debian's `rustc-web` compiles
//! it from Debian's source package, for machines that reach package registries only. In the last case the library
//! stays in the cache folder and the page is compiled by Debian's compiler; the server is not.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::apt::{self, Need};
use crate::cache;
use crate::job::Job;
use crate::programs;
use crate::progress::note;
use crate::project::{Project, cargo};

/// The compilation target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// A compiler that can compile for [`TARGET`].
pub enum WasmToolchain {
    /// The toolchain that also compiles the server.
    Active,
    /// Debian's, with a standard library and a linker of its own.
    Debian {
        /// A folder with the standard library for [`TARGET`] alone.
        sysroot: PathBuf,
        /// LLVM's linker.
        linker: PathBuf,
    },
}

impl WasmToolchain {
    /// Finds or installs one.
    pub fn ensure(project: &Project) -> Result<Self> {
        if has_target(&active_sysroot()?) {
            return Ok(Self::Active);
        }
        if Path::new(DEBIAN_RUSTC).is_file() {
            let sysroot = project.cache.join(library_key()?);
            if sysroot.is_dir() {
                return Ok(Self::Debian { sysroot, linker: linker(project)? });
            }
        }
        if add_by_rustup(project) && has_target(&active_sysroot()?) {
            return Ok(Self::Active);
        }
        note("rustup cannot add the target here: compiling the standard library from Debian's source package");
        install_debian_packages(project)?;
        let linker = linker(project)?;
        let sysroot = cache::ensure(project, &library_key()?, |staging| compile_library(project, staging))?;
        Ok(Self::Debian { sysroot, linker })
    }

    /// The cargo to call with `--target` [`TARGET`].
    pub fn cargo(&self) -> Command {
        match self {
            Self::Active => {
                let mut command = cargo();
                set_rustflags(&mut command, path_flags());
                command
            }
            Self::Debian { sysroot, linker } => {
                let mut command = debian_cargo();
                let own = [flag("--sysroot=", sysroot), flag("-Clinker=", linker)];
                set_rustflags(&mut command, path_flags().into_iter().chain(own));
                command
            }
        }
    }
}

/// Keeps the path of the builder's home out of the messages in the program, so that everyone builds the same bytes.
fn path_flags() -> Option<OsString> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo_home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")))?;
    let mut flag = flag("--remap-path-prefix=", &home);
    flag.push("=cargo");
    Some(flag)
}

fn flag(name: &str, value: &Path) -> OsString {
    let mut flag = OsString::from(name);
    flag.push(value);
    flag
}

/// With `--target`, cargo passes them to the compiler for the target only, not for build scripts and macros.
fn set_rustflags(command: &mut Command, flags: impl IntoIterator<Item = OsString>) {
    let flags: Vec<OsString> = flags.into_iter().collect();
    command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join(OsStr::new("\u{1f}")));
}

fn debian_cargo() -> Command {
    let mut command = Command::new(DEBIAN_CARGO);
    // `cargo run` points LD_LIBRARY_PATH at the other toolchain's libraries.
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    command.env("RUSTC", DEBIAN_RUSTC);
    command
}

fn active_sysroot() -> Result<PathBuf> {
    let sysroot = programs::answer("rustc", &["--print", "sysroot"]).context("rustc does not run")?;
    Ok(PathBuf::from(sysroot))
}

fn has_target(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir()
}

fn add_by_rustup(project: &Project) -> bool {
    let Some(rustup) = programs::find(&["rustup"]) else { return false };
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]);
    Job::new(project, "rustup", command).limited_to(RUSTUP_LIMIT).run().is_ok()
}

fn install_debian_packages(project: &Project) -> Result<()> {
    let packages = ["rustc-web", "cargo-web", "rust-web-src"];
    apt::ensure(project, &packages.map(|package| Need::new(package, move || apt::is_installed(package))))
}

/// A library serves only the compiler that compiled it.
fn library_key() -> Result<String> {
    Ok(format!("wasm-std-{}", compiler_fact(DEBIAN_RUSTC, "release")?))
}

/// One line of what the compiler says about itself, such as `release`, `host` or `LLVM version`.
fn compiler_fact(rustc: &str, name: &str) -> Result<String> {
    let answer = programs::answer(rustc, &["-vV"]).with_context(|| format!("{rustc} does not run"))?;
    let fact = answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    fact.map(str::to_owned).with_context(|| format!("{rustc} does not tell its {name}"))
}

fn compile_library(project: &Project, staging: &Path) -> Result<()> {
    let seed = staging.join("seed");
    fs::create_dir_all(seed.join("src"))?;
    fs::write(
        seed.join("Cargo.toml"),
        "[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[lib]\n[workspace]\n",
    )?;
    fs::write(seed.join("src/lib.rs"), "#![no_std]\n")?;
    // Without bitcode the page could not be optimised across crates, standard library included.
    let mut command = debian_cargo();
    set_rustflags(&mut command, ["-Cembed-bitcode=yes".into()]);
    command
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
        .env("RUSTC_BOOTSTRAP", "1")
        // Small for the same reason as the page's own code.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
        .env("CARGO_TARGET_DIR", seed.join("target"))
        .current_dir(&seed);
    Job::new(project, "wasm-std", command).run()?;

    let compiled = seed.join("target").join(TARGET).join("release/deps");
    let library = staging.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&library)?;
    let mut copied = 0;
    for entry in fs::read_dir(&compiled)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libseed-") {
            fs::copy(&path, library.join(&name))?;
            copied += 1;
        }
    }
    if copied == 0 {
        bail!("no library in {}", compiled.display());
    }
    cache::remove_folder(&seed)
}

/// Debian's compiler packages bring no linker for WebAssembly; rustup's toolchains do.
fn linker(project: &Project) -> Result<PathBuf> {
    let host = compiler_fact("rustc", "host")?;
    let of_rustup = active_sysroot()?.join("lib/rustlib").join(host).join("bin/rust-lld");
    if of_rustup.is_file() {
        return Ok(of_rustup);
    }
    let llvm = compiler_fact(DEBIAN_RUSTC, "LLVM version")?;
    let major = llvm.split('.').next().unwrap_or_default();
    let name = format!("wasm-ld-{major}");
    let wanted = name.clone();
    apt::ensure(project, &[Need::new(format!("lld-{major}"), move || programs::find(&[&wanted]).is_some())])?;
    programs::find(&[&name]).with_context(|| format!("{name} was not found"))
}
