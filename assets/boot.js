// The page names the program's file: its name carries a hash of the content, which this script cannot know.
import init from "perfil";

init({ module_or_path: document.getElementById("perfil-wasm").href });

// A page that Back brings frozen may belong to somebody who has signed out since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
