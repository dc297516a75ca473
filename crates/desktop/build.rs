//! Puts the pages' style into one text: what `app.css` imports, in its order, and the picture that it shows.

use std::path::Path;
use std::{env, fs};

fn main() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let folder = assets.join("css");
    for watched in [&folder, &assets.join("static")] {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let imported = |line: &str| line.strip_prefix("@import \"")?.strip_suffix("\";").map(read);
    let style: String =
        read("app.css").lines().map(|line| imported(line).unwrap_or_else(|| format!("{line}\n"))).collect();
    assert!(!style.contains("@import"), "an import in app.css is written in another way");
    let picture = fs::read_to_string(assets.join("static/favicon.svg")).expect("the mark is there");
    let style = style.replace("/static/favicon.svg", &format!("data:image/svg+xml,{}", in_address(&picture)));
    let out = env::var("OUT_DIR").expect("cargo names the output folder");
    fs::write(Path::new(&out).join("style.css"), style).expect("the output folder can be written");
}

fn in_address(svg: &str) -> String {
    svg.chars()
        .map(|letter| match letter {
            '%' | '#' | '"' | '<' | '>' | '\n' => format!("%{:02X}", u32::from(letter)),
            other => other.to_string(),
        })
        .collect()
}
