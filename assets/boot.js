// The page names the program's file: its name carries a hash of the content, which this script cannot know.
import init from "perfil";

init({ module_or_path: document.getElementById("perfil-wasm").href });

// The server shows times by the clock of the place where the browser is, until another one is chosen.
const secure = location.protocol === "https:";
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
document.cookie = `${secure ? "__Host-" : ""}perfil-zone=${zone}; Path=/; SameSite=Lax${secure ? "; Secure" : ""}`;

// Style shows what the browser can do with passkeys, and what is said where it cannot.
if (!("parseCreationOptionsFromJSON" in (globalThis.PublicKeyCredential ?? {}))) {
  document.documentElement.dataset.passkeys = "unknown";
}

// A page that Back brings frozen may belong to somebody who has signed out since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
