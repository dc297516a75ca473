//! What the browser loads: the program (WebAssembly), the script that starts it, the style.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use crate::cache::remove_folder;
use crate::job::Job;
use crate::progress::note;
use crate::project::Project;
use crate::site::{Site, files_below};
use crate::tools::Tools;
use crate::wasm_toolchain::TARGET;

/// What the program may weigh on the wire, compressed by brotli (docs/adr/0012-json-in-the-browser.md).
const BUDGET_BYTES: u64 = 406 * 1024;

/// What the compiler emits by default for [`TARGET`]; wasm-opt accepts only what it is told.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the site. What comes after the compiler runs only if its output, an asset or a tool has changed.
/// Builds of one target folder take turns: their output would mix.
pub fn build(project: &Project, tools: &Tools) -> Result<()> {
    let _turn = turn(project)?;
    let compiled = compile(project, tools)?;
    let fingerprint = fingerprint(project, tools, &compiled)?;
    let remembered = project.work().join("page.fingerprint");
    let is_unchanged = fs::read_to_string(&remembered).is_ok_and(|last| last == fingerprint);
    if is_unchanged && project.site().join("manifest.json").is_file() {
        note("unchanged since the last build");
        return Ok(());
    }
    let work = project.work().join("page");
    remove_folder(&work)?;
    fs::create_dir_all(&work)?;

    let bound = bind(project, tools, &compiled, &work)?;
    let program = optimise(project, tools, &bound, &work)?;
    let script = bundle_script(project, tools, &bound, &work)?;
    let style = bundle_style(project, tools, &work)?;

    let mut site = Site::start(project.site())?;
    site.add_fixed(&project.root.join("assets/static"))?;
    let program = site.add("perfil.wasm", &fs::read(program)?)?;
    site.add("perfil.js", &fs::read(script)?)?;
    if let Some(style) = style {
        let style = site.with_hashed_urls(&fs::read_to_string(style)?)?;
        site.add("app.css", style.as_bytes())?;
    }
    compress(project, tools, &site)?;
    check_weight(&program)?;
    site.publish()?;
    fs::write(remembered, fingerprint)?;
    Ok(())
}

/// Waits for another build of the site; the turn ends when the file is closed.
fn turn(project: &Project) -> Result<File> {
    let path = project.work().join("page.lock");
    fs::create_dir_all(project.work())?;
    let lock = File::options().create(true).truncate(false).write(true).open(&path)?;
    if lock.try_lock().is_err() {
        note("waiting for another build of the page");
        lock.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(lock)
}

fn compile(project: &Project, tools: &Tools) -> Result<PathBuf> {
    let mut command = tools.wasm.cargo();
    command.args(["build", "--package", "perfil", "--bin", "perfil", "--no-default-features", "--features", "web"]);
    command.args(["--target", TARGET, "--profile", "wasm"]).current_dir(&project.root);
    Job::new(project, "page-cargo", command).shown_on_terminal().run()?;
    Ok(project.target.join(TARGET).join("wasm/perfil.wasm"))
}

/// Names, sizes and times of change of all that the site is made of, this program included.
fn fingerprint(project: &Project, tools: &Tools, compiled: &Path) -> Result<String> {
    let assets = project.root.join("assets");
    let mut inputs = vec![compiled.to_owned(), std::env::current_exe()?, assets.join("boot.js")];
    inputs.push(project.root.join("crates/xtask/js/compress.mjs"));
    inputs.extend(files_below(&assets.join("css"))?);
    inputs.extend(files_below(&assets.join("static"))?);
    let mut fingerprint = tools.fingerprint();
    for path in inputs {
        let metadata = fs::metadata(&path).with_context(|| format!("{} is missing", path.display()))?;
        let changed = metadata.modified()?.duration_since(SystemTime::UNIX_EPOCH)?.as_nanos();
        fingerprint.push_str(&format!("\n{} {} {changed}", path.display(), metadata.len()));
    }
    Ok(fingerprint)
}

/// Returns the folder with the program and the script that connects it with the browser.
fn bind(project: &Project, tools: &Tools, compiled: &Path, work: &Path) -> Result<PathBuf> {
    let folder = work.join("bound");
    let mut command = Command::new(&tools.wasm_bindgen);
    command.args(["--target", "web", "--out-name", "perfil", "--no-typescript", "--out-dir"]);
    command.arg(&folder).arg(compiled);
    Job::new(project, "wasm-bindgen", command).run()?;
    Ok(folder)
}

fn optimise(project: &Project, tools: &Tools, bound: &Path, work: &Path) -> Result<PathBuf> {
    let optimised = work.join("perfil.wasm");
    let mut command = tools.node_command("wasm-opt");
    command.args(["-Oz", "--strip-debug", "--strip-producers"]).args(WASM_FEATURES);
    command.arg(bound.join("perfil_bg.wasm")).arg("-o").arg(&optimised);
    Job::new(project, "wasm-opt", command).run()?;
    Ok(optimised)
}

fn bundle_script(project: &Project, tools: &Tools, bound: &Path, work: &Path) -> Result<PathBuf> {
    let bundled = work.join("perfil.js");
    let mut command = tools.node_command("esbuild");
    command.arg(project.root.join("assets/boot.js"));
    command.arg(format!("--alias:perfil={}", bound.join("perfil.js").display()));
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"]);
    command.arg(format!("--outfile={}", bundled.display()));
    Job::new(project, "esbuild-script", command).run()?;
    Ok(bundled)
}

/// The entry is `assets/css/app.css`; without it, all stylesheets in the order of their names. None without any.
fn bundle_style(project: &Project, tools: &Tools, work: &Path) -> Result<Option<PathBuf>> {
    let folder = project.root.join("assets/css");
    let mut entry = folder.join("app.css");
    if !entry.is_file() {
        let sheets = files_below(&folder)?;
        let sheets = sheets.iter().filter(|path| path.extension().is_some_and(|extension| extension == "css"));
        let imports: String = sheets.map(|path| format!("@import \"{}\";\n", path.display())).collect();
        if imports.is_empty() {
            return Ok(None);
        }
        entry = work.join("entry.css");
        fs::write(&entry, imports)?;
    }
    let bundled = work.join("app.css");
    let mut command = tools.node_command("esbuild");
    command.arg(&entry).args(["--bundle", "--minify", "--legal-comments=none", "--external:/static/*"]);
    command.arg(format!("--outfile={}", bundled.display()));
    Job::new(project, "esbuild-style", command).run()?;
    Ok(Some(bundled))
}

fn compress(project: &Project, tools: &Tools, site: &Site) -> Result<()> {
    let mut command = Command::new(&tools.node);
    command.arg(project.root.join("crates/xtask/js/compress.mjs")).arg(site.assets());
    Job::new(project, "compress", command).run()?;
    Ok(())
}

fn check_weight(program: &Path) -> Result<()> {
    let raw = fs::metadata(program)?.len();
    let compressed = fs::metadata(program.with_extension("wasm.br"))?.len();
    note(format_args!("the program weighs {} KiB, {} KiB by brotli", raw.div_ceil(1024), compressed.div_ceil(1024)));
    ensure!(
        compressed <= BUDGET_BYTES,
        "the program weighs {compressed} bytes by brotli; the budget is {BUDGET_BYTES}"
    );
    Ok(())
}
