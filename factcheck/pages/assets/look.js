// What every page can do: light or dark, copied links, and pictures drawn when they come into sight.
"use strict";
const Look = (() => {
  const root = document.documentElement;
  const stored = { // A page opened from a file may be refused a store; then the choice lasts as long as the page.
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept */ } },
  };

  function theme() {
    const chosen = stored.get("factcheck-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
    for (const button of document.querySelectorAll("[data-theme-toggle]")) {
      const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
      button.hidden = false;
      button.addEventListener("click", () => {
        root.dataset.theme = dark() ? "light" : "dark";
        stored.set("factcheck-theme", root.dataset.theme);
        name();
      });
      name();
    }
  }

  function say(words) {
    const place = document.getElementById("said");
    if (place) place.textContent = words;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { // No clipboard without a secure origin: the old way.
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const before = button.textContent;
    const done = await copy(new URL(button.dataset.copy, location.href).href);
    button.focus();
    button.textContent = done ? "Copied" : "Not copied";
    say(done ? "Link copied" : "The link could not be copied");
    setTimeout(() => { button.textContent = before; }, 1600);
  });

  theme();
  return { say, stored };
})();
