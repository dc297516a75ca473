// What the pages ask of the window that shows them. `crates/ui/src/platform/desktop.rs` calls each by its name.
// A window that was put away paints no frames, and the components would wait for one until it is seen again: neither a
// notification nor the wish to bring the window back would reach them.
const nextFrame = requestAnimationFrame.bind(globalThis);
globalThis.requestAnimationFrame = then => {
  let isDone = false;
  const once = time => {
    if (!isDone) then(time);
    isDone = true;
  };
  setTimeout(() => once(performance.now()), 200);
  return nextFrame(once);
};

globalThis.perfil = (() => {
  const find = id => document.getElementById(id);
  return {
    hydrated: () => document.documentElement.setAttribute("data-hydrated", "true"),
    focus: id => find(id)?.focus(),
    moveFocus(id, step) {
      const items = [...(find(id)?.querySelectorAll("a[href], button") ?? [])];
      const here = items.indexOf(document.activeElement);
      const to = here < 0 ? (step > 0 ? 0 : items.length - 1) : (here + step + items.length) % items.length;
      items[to]?.focus();
    },
    closePopover: id => find(id)?.hidePopover(),
    selectText: id => find(id)?.select?.(),
    valueOf: id => find(id)?.value ?? null,
    isChecked: id => find(id)?.checked ?? false,
    setValue(id, value) {
      const input = find(id);
      if (input) input.value = value;
    },
    submit: id => find(id)?.requestSubmit(),
    reveal: id => find(id)?.scrollIntoView({ block: "nearest" }),
    centre(list, item) {
      list = find(list);
      item = find(item);
      if (list && item) list.scrollTop = item.offsetTop - (list.clientHeight - item.offsetHeight) / 2;
    },
    copy(text) {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "visually-hidden";
      document.body.append(area);
      const before = document.activeElement;
      area.select();
      const worked = document.execCommand("copy");
      area.remove();
      before?.focus();
      return worked;
    },
    returnOfReader: () => new Promise(resolve => window.addEventListener("focus", () => resolve(true), { once: true })),

    // What a browser would do by itself: follow a link, send a form. Only what no component has taken is left for it.
    watch(tell) {
      window.interpreter.intercept_link_redirects = false;
      window.addEventListener("click", event => {
        const link = event.target.closest?.("a[href]");
        if (!link || event.defaultPrevented) return;
        event.preventDefault();
        const href = link.getAttribute("href");
        if (!href.startsWith("#")) return tell({ follow: href });
        const target = find(href.slice(1));
        target?.scrollIntoView();
        target?.focus();
      });
      window.addEventListener("submit", event => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        const fields = [...new FormData(event.target, event.submitter)];
        tell({ send: { action: event.target.getAttribute("action"), fields } });
      });
    },
  };
})();
