//! What the program's source declares, for tests that hold lists and documents to it.

use std::path::{Path, PathBuf};

/// A server function.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServerFunction {
    /// Its path.
    pub path: String,
    /// The fields of its form; empty: it takes none.
    pub form: Vec<String>,
}

/// What a use case may answer instead of a result: a variant of an enum that `errors!` builds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The enum.
    pub of: String,
    /// The variant in kebab case.
    pub error: String,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// The HTTP status code.
    pub status: u16,
    /// The message's id.
    pub message: String,
    /// The input that it is said beside; `None`: beside the button.
    pub field: Option<String>,
    /// What it means.
    pub about: String,
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the repository").to_owned()
}

/// The Rust files below a folder.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn texts(folder: &str) -> Vec<String> {
    let files = rust_files(&root().join(folder));
    files.iter().map(|file| std::fs::read_to_string(file).expect("a source file")).collect()
}

/// Every server function, by path.
pub fn server_functions() -> Vec<ServerFunction> {
    let models = texts("crates/models/src");
    let mut functions = Vec::new();
    for source in texts("crates/ui/src/api") {
        for declaration in source.split("#[").skip(1) {
            let method = declaration.split('(').next().unwrap_or_default();
            if !matches!(method, "get" | "post" | "put" | "patch" | "delete" | "server") {
                continue;
            }
            let path = declaration.split('"').nth(1).expect("a path in quotes").to_owned();
            let (_, signature) = declaration.split_once(" fn ").expect("a function");
            let parameters = signature.split_once("->").expect("it answers something").0;
            let form = parameters.split_once("form: ").map(|(_, rest)| rest.trim_end_matches([')', ' ', ',', '\n']));
            functions.push(ServerFunction { path, form: form.map(|name| fields(&models, name)).unwrap_or_default() });
        }
    }
    functions.sort();
    functions
}

/// The path of every page, as the router writes it, without its query.
pub fn pages() -> Vec<String> {
    let router = std::fs::read_to_string(root().join("crates/ui/src/route.rs")).expect("the router of the pages");
    let written = router.split("#[route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    sorted(written.map(|address| address.split('?').next().unwrap_or_default().to_owned()))
}

/// The name of every form that `POST /forms/{form}` takes.
pub fn forms() -> Vec<String> {
    let source = std::fs::read_to_string(root().join("crates/web/src/forms/mod.rs")).expect("the forms");
    let arms =
        source.lines().map(str::trim).filter(|line| line.starts_with('"')).filter_map(|line| line.split_once("=>"));
    sorted(arms.flat_map(|(names, _)| names.split('"').skip(1).step_by(2)).map(str::to_owned))
}

/// Every other address that the server answers, `METHOD /path`; whatever takes all methods is a `GET` here.
pub fn routes() -> Vec<String> {
    let rooms = ["crates/web/src", "crates/app/src", "crates/worker/src", "crates/models/src"];
    let sources: Vec<_> = rooms.into_iter().flat_map(texts).collect();
    let declared = sources.iter().flat_map(|source| {
        let routes = source.split(".route(").skip(1).map(arguments);
        routes.map(|(path, handlers)| (path_in(&sources, source, path), methods(handlers)))
    });
    sorted(declared.flat_map(|(path, methods)| methods.into_iter().map(move |method| format!("{method} {path}"))))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<_> = names.collect();
    names.sort();
    names.dedup();
    names
}

/// The two arguments of a call whose text begins behind its bracket.
fn arguments(call: &str) -> (&str, &str) {
    let mut depth = 1;
    let end = call.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    let (path, handlers) = call[..end.expect("a closing bracket")].split_once(',').expect("a path and who answers");
    (path.trim(), handlers)
}

/// A path that stands there in quotes or by the name of a constant, of the same file if there is one of that name.
fn path_in(sources: &[String], source: &str, path: &str) -> String {
    let declaration = format!("const {path}: &str = \"");
    let named = || {
        let mut sources = std::iter::once(source).chain(sources.iter().map(String::as_str));
        sources.find_map(|source| source.split_once(&declaration)?.1.split('"').next())
    };
    let path = path.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).or_else(named);
    path.unwrap_or_else(|| panic!("no constant {declaration}")).to_owned()
}

/// What a chain such as `get(a).post(b)` answers.
fn methods(handlers: &str) -> Vec<&'static str> {
    const WORDS: [(&str, &str); 6] = [
        ("get(", "GET"),
        ("any(", "GET"),
        ("post(", "POST"),
        ("put(", "PUT"),
        ("patch(", "PATCH"),
        ("delete(", "DELETE"),
    ];
    let is_called = |word: &str| {
        handlers.match_indices(word).any(|(at, _)| !handlers[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    WORDS.into_iter().filter(|(word, _)| is_called(word)).map(|(_, method)| method).collect()
}

/// The fields of a struct of the models.
fn fields(models: &[String], name: &str) -> Vec<String> {
    let head = format!("pub struct {name} {{");
    let body = models.iter().find_map(|text| text.split_once(&head)?.1.split_once("\n}"));
    let body = body.unwrap_or_else(|| panic!("the models have no struct {name}")).0;
    let lines = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    lines.map(|(field, _)| field.to_owned()).collect()
}

/// Every refusal that the `errors!` of the models declare, in order.
pub fn refusals() -> Vec<Refusal> {
    let sources = texts("crates/models/src").into_iter();
    sources.flat_map(|text| text.split("\nerrors! {").skip(1).flat_map(refusals_of).collect::<Vec<_>>()).collect()
}

/// Every public enum of the models whose name ends in `Error` and that a client may get, whoever writes it out.
pub fn error_enums() -> Vec<String> {
    let by_hand = texts("crates/models/src/error").join("\n");
    let by_hand = by_hand.split("\npub enum ").skip(1).filter_map(|rest| Some(rest.split_once(' ')?.0.to_owned()));
    let by_hand = by_hand.filter(|name| name.ends_with("Error"));
    let mut names: Vec<String> = refusals().into_iter().map(|refusal| refusal.of).chain(by_hand).collect();
    names.sort();
    names.dedup();
    names
}

/// The refusals of one `errors!`, whose text begins behind its brace.
fn refusals_of(text: &str) -> Vec<Refusal> {
    let body = text.split_once("\n}").expect("a closing brace").0;
    let (head, body) = body.split_once(" {\n").expect("an enum");
    let of = head.lines().last().unwrap_or_default().trim();
    let (mut about, mut code, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for line in body.lines().map(str::trim) {
        match line.strip_prefix("///") {
            // What an argument means stands within the code of its variant.
            Some(text) if code.is_empty() => about.push(text.trim()),
            Some(_) => {}
            None => code.push(line),
        }
        if line.ends_with(';') && !line.starts_with("///") {
            found.push(refusal(of, &code.join(" "), about.join(" ")));
            about.clear();
            code.clear();
        }
    }
    found
}

fn refusal(of: &str, code: &str, about: String) -> Refusal {
    let (left, right) = code.split_once("=>").unwrap_or_else(|| panic!("{of}: {code}"));
    let (variant, arguments) = left.split_once('{').unwrap_or((left, ""));
    let arguments = arguments.split(',').filter_map(|argument| Some(argument.split_once(':')?.0.trim().to_owned()));
    let words: Vec<&str> = right.split_whitespace().map(|word| word.trim_matches([';', '"'])).collect();
    let [status, message, field, ..] = words[..] else { panic!("{of}: {code}") };
    Refusal {
        of: of.to_owned(),
        error: separated(variant.trim(), '-'),
        arguments: arguments.collect(),
        status: status.parse().unwrap_or_else(|_| panic!("{of}: {code}")),
        message: message.to_owned(),
        field: (field != "Button").then(|| separated(field, '_')),
        about,
    }
}

/// `CamelCase` with a separator.
fn separated(name: &str, separator: char) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !text.is_empty() {
            text.push(separator);
        }
        text.extend(c.to_lowercase());
    }
    text
}
