// The report: filter, search, deep links, and keys that go from finding to finding.
"use strict";
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".finding")];
  const groups = [...document.querySelectorAll(".group")].filter((group) => group.querySelector(".finding"));
  const shown = form.querySelector(".shown");
  const none = document.querySelector(".none");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
  let texts = null; // Made at the first search: a report may hold thousands of findings.

  // In a long report what stands below a finding's heading is kept as text (see finding.html) until it comes near.
  const folded = (card) => card.querySelector(":scope > noscript.folded");
  function unfold(card) {
    const kept = folded(card);
    if (!kept) return;
    kept.insertAdjacentHTML("beforebegin", kept.textContent);
    kept.remove();
    if (typeof Charts !== "undefined") Charts.watch(card);
  }
  const CODES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };
  const words = (card) => {
    const kept = folded(card);
    if (!kept) return card.textContent;
    return `${card.querySelector(".message, .told").textContent} ${kept.textContent.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|#34|#39);/g, (code) => CODES[code])}`;
  };
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      unfold(target);
    }
  }, { rootMargin: "1500px" });
  const waitingCards = cards.filter(folded);
  for (const card of waitingCards) {
    if (card.tagName === "DETAILS") card.addEventListener("toggle", () => unfold(card), { once: true });
    else near.observe(card);
  }

  function holds(card, asked, sought) {
    const { verdict, kind, status, sources } = card.dataset;
    if (asked.verdict && verdict !== asked.verdict) return false;
    if (asked.kind && kind !== asked.kind) return false;
    if (asked.status && status !== asked.status) return false;
    if (asked.source && !sources.split(" ").includes(asked.source)) return false;
    if (!sought.length) return true;
    texts ??= new Map(cards.map((one) => [one, fold(`${one.id} ${words(one)}`)]));
    const text = texts.get(card);
    return sought.every((word) => text.includes(word));
  }

  function filter() {
    const asked = Object.fromEntries(new FormData(form));
    const sought = fold(asked.words.trim()).split(/\s+/).filter(Boolean);
    let number = 0;
    for (const card of cards) {
      card.hidden = !holds(card, asked, sought);
      number += card.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    none.hidden = number > 0;
    shown.textContent = number === cards.length ? `${number.toLocaleString("en")} findings` : `${number.toLocaleString("en")} of ${cards.length.toLocaleString("en")} shown`;
  }

  function clear() {
    form.reset();
    filter();
  }

  // A link to a finding that is filtered out, or folded, shows it all the same.
  function follow() {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!card) return;
    if (card.closest("[hidden]")) clear();
    unfold(card);
    const closed = card.closest("details");
    if (closed) closed.open = true;
    card.scrollIntoView({ block: "start", behavior: "instant" });
    if (card.matches(".finding")) (card.querySelector(":scope > summary") ?? card).focus({ preventScroll: true });
  }

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, cards.length > 300 ? 150 : 0); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.querySelector("[data-clear]").addEventListener("click", () => { clear(); form.words.focus(); });
  addEventListener("hashchange", follow);

  const keys = document.querySelector("[name=keys]");
  keys.checked = Look.stored.get("factcheck-keys") !== "off";
  keys.addEventListener("change", () => Look.stored.set("factcheck-keys", keys.checked ? "on" : "off"));
  keys.closest("p").hidden = false;
  function go(step) {
    const open = cards.filter((card) => !card.hidden);
    const at = open.findIndex((card) => card.contains(document.activeElement));
    const seen = open.findIndex((card) => card.getBoundingClientRect().bottom > 120);
    const next = open[at >= 0 ? at + step : Math.max(seen, 0)];
    if (!next) return;
    next.scrollIntoView({ block: "start" });
    (next.querySelector(":scope > summary") ?? next).focus({ preventScroll: true });
  }
  addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const act = { "/": () => form.words.focus(), j: () => go(1), k: () => go(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // On paper nothing can be unfolded: what is shown is printed whole, but for the tables of what is drawn.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    for (const card of cards) if (!card.hidden) unfold(card);
    unfolded = [...document.querySelectorAll("details:not([open])")].filter((one) => !one.closest("[hidden]") && !one.closest("[data-drawn]"));
    for (const one of unfolded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of unfolded) one.open = false; });

  form.hidden = false;
  filter();
  if (location.hash) follow();
})();
