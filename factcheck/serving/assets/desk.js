// The desk's keys, live updates, selections and drops. Every page works without it, by links and forms.
(() => {
  "use strict";
  const one = (what, where = document) => where.querySelector(what);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const typing = (node) => node && (node.isContentEditable || /^(input|textarea|select)$/i.test(node.tagName)) && !/^(checkbox|radio|button|submit|file)$/.test(node.type);
  const keysOn = () => localStorage.getItem("keys") !== "off";
  let pending = null;
  let away = false; // between a key and the page that it leads to, keys mean nothing
  document.addEventListener("htmx:beforeRequest", (event) => { if (event.detail.boosted) away = true; });
  for (const name of ["htmx:afterSettle", "htmx:sendError", "htmx:sendAbort", "htmx:timeout"]) {
    document.addEventListener(name, () => { away = false; });
  }

  const reveal = (details) => {
    details.open = true;
    one("input:not([type=hidden]), textarea:not([hidden]), select", details)?.focus();
  };

  const choose = (button) => {
    const why = one("#why");
    if (button.dataset.why && why && !why.value.trim()) {
      pending = button;
      all(".choice").forEach((other) => other.classList.toggle("pending", other === button));
      why.focus();
    } else {
      button.click();
    }
  };

  const press = (key) => {
    const found = all("[data-key]").find((node) => node.dataset.key === key);
    if (!found) return false;
    if (found.dataset.takes) take(found);
    else if (found.matches("button")) choose(found);
    else if (found.matches("details")) reveal(found);
    else if (found.matches("form")) found.requestSubmit();
    else found.click();
    return true;
  };

  const walk = (step) => {
    const links = all(".items a");
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (away || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = typing(event.target);
    if (event.key === "Escape" && field) {
      event.target.blur();
      pending = null;
      all(".choice").forEach((other) => other.classList.remove("pending"));
      return;
    }
    if (field) {
      if (event.key === "Enter" && event.target.id === "why" && !event.shiftKey && pending) {
        event.preventDefault();
        const button = pending;
        pending = null;
        button.click();
      }
      return;
    }
    if (one("dialog[open]") || !keysOn()) return;
    let done = true;
    if (event.key === "?") one("#keys")?.showModal();
    else if (event.key === "/") { event.preventDefault(); const box = one("#q"); if (box) box.focus(); else one('nav a[href="/search"]')?.click(); }
    else if (event.key === "g") one('nav a[href="/"]')?.click();
    else if (press(event.key)) done = true;
    else if (event.key === "j") done = walk(1);
    else if (event.key === "k") done = walk(-1);
    else done = false;
    if (done) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) one(`#${opener.dataset.open}`)?.showModal();
    const taker = event.target.closest("[data-takes]");
    if (taker) take(taker);
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-on") localStorage.setItem("keys", event.target.checked ? "on" : "off");
    if (event.target.matches("[data-auto] select")) event.target.form.requestSubmit();
    if (event.target.matches("[data-drop] input[type=file]") && event.target.files.length) event.target.form.requestSubmit();
  });

  // Words selected in a text are put into a form beside it.
  const chosen = () => {
    const text = one("[data-text]");
    const selection = getSelection();
    if (!text || !selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return "";
    return selection.toString().replace(/\s+/g, " ").trim();
  };
  let last = "";
  document.addEventListener("selectionchange", () => {
    const words = chosen();
    if (!words) return;
    last = words;
    all("[data-takes]").forEach((button) => { button.disabled = false; });
  });
  const take = (button) => {
    const form = one(button.dataset.takes);
    const words = chosen() || last;
    if (!form || !words) return;
    one("[data-words]", form).value = words;
    const statement = one("[data-statement]", form);
    if (statement && !statement.value) statement.value = words;
    const around = form.closest("details");
    if (around) around.open = true;
    (statement || one("[data-words]", form)).focus();
  };

  // Files dropped on the page go into its form.
  document.addEventListener("dragover", (event) => {
    if (!one("[data-drop]") || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    one("[data-drop]").classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) one("[data-drop]")?.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    const form = one("[data-drop]");
    if (!form || !event.dataTransfer.files.length) return;
    event.preventDefault();
    form.classList.remove("over");
    one("input[type=file]", form).files = event.dataTransfer.files;
    form.requestSubmit();
  });

  // What others do is seen within two seconds: a mark is asked for, and what a page shows is fetched when it changed.
  let mark = document.body.dataset.mark;
  const fetched = async (address) => {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (answer.status === 401) { location.assign("/log-in"); return ""; }
    return answer.ok ? answer.text() : "";
  };
  const refresh = async () => {
    const thing = one("[data-notice]");
    if (thing) {
      const told = await fetched(thing.dataset.notice);
      const place = one("#notice");
      if (place && place.dataset.told !== told) { place.dataset.told = told; place.innerHTML = told; htmx.process(place); }
    }
    const live = one("[data-live]");
    if (live) {
      const fresh = new DOMParser().parseFromString(await fetched(location.href), "text/html");
      const now = one("[data-live]", fresh);
      const here = one("[data-live]");
      if (now && here && now.innerHTML !== here.innerHTML) {
        const at = document.activeElement?.closest?.("[data-live]") ? document.activeElement.getAttribute("href") : null;
        here.innerHTML = now.innerHTML;
        htmx.process(here);
        if (at) all("a", here).find((link) => link.getAttribute("href") === at)?.focus();
      }
    }
  };
  const beat = async () => {
    if (document.visibilityState === "visible" && one("header.bar")) {
      try {
        const answer = await fetch("/pulse", { credentials: "same-origin" });
        if (answer.status === 401) { location.assign("/log-in"); return; }
        const told = await answer.json();
        const busy = one("#busy");
        if (busy && busy.textContent !== told.busy) busy.textContent = told.busy;
        if (told.mark !== mark) { mark = told.mark; await refresh(); }
      } catch { /* the server is away; the next beat asks again */ }
    }
    setTimeout(beat, 1000);
  };

  const arrive = () => {
    pending = null;
    last = "";
    const box = one("#keys-on");
    if (box) box.checked = keysOn();
    all("form[data-auto] button").forEach((button) => { button.classList.add("away-in-script"); });
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1))) || one("[data-here]");
    target?.scrollIntoView({ block: "center" });
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.boosted || event.detail.target === document.body) {
      arrive();
      if (!one("[data-here]")) one("#main")?.focus({ preventScroll: true });
    }
  });
  document.addEventListener("htmx:afterSettle", () => { if (typeof Charts !== "undefined") Charts?.watch(document); });
  document.addEventListener("DOMContentLoaded", () => { arrive(); beat(); });
})();
