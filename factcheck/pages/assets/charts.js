// Pictures: each is drawn from the table beside it, when it comes into sight, and anew when its width changes.
"use strict";
const Charts = (() => {
  const NARROW = 620;
  const LINE = 38;
  const SYMBOLS = { a: "circle", b: "square", c: "triangle", d: "diamond" };
  const side = (row) => `var(--side-${"abcd".includes(row.side) ? row.side : "e"})`;
  const symbol = (row) => SYMBOLS[row.side] ?? "star";
  const number = (text) => (text === "" || text === "-" ? null : Number(text));
  const date = (text) => (text === "-" ? null : new Date(`${text}T00:00:00Z`));
  const after = (day) => day && new Date(day.getTime() + 864e5);
  const short = (text, room) => (text.length > room ? `${text.slice(0, room - 1)}…` : text);
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
  const amount = (value) => (Math.abs(value) >= 1e6 ? compact : plain).format(value);
  const style = { fontSize: "12px", background: "none", color: "inherit" };
  const base = (label) => ({ className: "drawn", style, ariaLabel: label });

  const read = (figure) => [...figure.querySelectorAll("tbody tr")].map((row, at) => {
    const [value, least, most] = row.dataset.figure.split(" ").map(number);
    const [first, last] = row.dataset.days.split(" ").map(date);
    const cells = [...row.cells].map((cell) => cell.textContent);
    const figures = figure.dataset.picture === "figures";
    const period = first || last ? cells.at(-1) : "";
    return { at, side: row.dataset.side, source: cells[1], written: figures ? cells[2] : period, value, least, most, first, last: after(last), period };
  });

  // One row a source: its name at the left, in the order of the table.
  const lines = (rows, names) => ({
    domain: rows.map((row) => row.at),
    label: null,
    tickSize: 0,
    tickFormat: names ? (at) => `${rows[at].side.toUpperCase()} · ${short(rows[at].source, 24)}` : () => "",
  });
  const beside = (names, most) => Math.min(Math.max(...names.map((name) => name.length)) * 6.7 + 18, most);
  const frame = (rows, width, names) => ({
    width,
    height: rows.length * LINE + 44,
    marginTop: 14,
    marginBottom: 30,
    marginLeft: names || 16,
    marginRight: 16,
    y: { ...lines(rows, names), type: "band", padding: 0.2 },
  });
  const shade = (rows) => Plot.ruleY(rows, { y: "at", stroke: "var(--line)", strokeDasharray: "1 3" });
  // Words above a mark; near an edge they run towards the middle, so that none is cut.
  const words = (rows, x, text, [low, high]) => ["start", "middle", "end"].map((textAnchor, third) => Plot.text(
    rows.filter((row) => Math.min(Math.max(Math.floor(((x(row) - low) / (high - low || 1)) * 3), 0), 2) === third),
    { x, y: "at", text, textAnchor, dy: -13, dx: (1 - third) * -4, fontSize: 11, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4, paintOrder: "stroke" },
  ));

  function values(rows, width, names) {
    const ends = rows.flatMap((row) => [row.value, row.least, row.most]).filter((value) => value !== null);
    let [low, high] = [Math.min(...ends), Math.max(...ends)];
    const room = (high - low || Math.abs(high) || 1) * 0.22;
    [low, high] = [low >= 0 ? Math.max(low - room, 0) : low - room, high + room];
    const reach = rows.map((row) => ({ ...row, from: row.least ?? low, to: row.most ?? high }));
    return Plot.plot({
      ...base("Values by source"),
      ...frame(rows, width, names),
      x: { domain: [low, high], label: null, ticks: 4, tickFormat: amount, grid: true },
      marks: [
        shade(rows),
        Plot.ruleY(reach, { y: "at", x1: "from", x2: "to", stroke: side, strokeWidth: 7, strokeOpacity: 0.35, strokeLinecap: "butt" }),
        Plot.arrow(reach.filter((row) => row.most === null), { x1: "value", x2: "to", y: "at", stroke: side, headLength: 7 }),
        Plot.dot(reach, { x: "value", y: "at", fill: side, symbol, r: 5.5, stroke: "var(--paper)" }),
        words(rows, (row) => row.value, (row) => short(row.written, 34), [low, high]),
      ],
    });
  }

  function times(rows, width, names) {
    const known = rows.filter((row) => row.first || row.last);
    const days = known.flatMap((row) => [row.first, row.last]).filter(Boolean).map(Number);
    let [low, high] = [Math.min(...days), Math.max(...days)];
    const room = Math.max((high - low) * 0.16, 4 * 864e5);
    [low, high] = [new Date(low - room), new Date(high + room)];
    const span = (high - low) / Math.max(width, 1) * 9;
    const bars = known.map((row) => ({ ...row, from: row.first ?? low, to: row.last ?? high }));
    const long = bars.filter((row) => row.to - row.from > span);
    const middle = (row) => new Date((Number(row.from) + Number(row.to)) / 2);
    return Plot.plot({
      ...base("Time by source"),
      ...frame(rows, width, names),
      x: { type: "utc", domain: [low, high], label: null, ticks: width < 320 ? 3 : 5, grid: true },
      marks: [
        shade(rows),
        Plot.barX(long, { y: "at", x1: "from", x2: "to", fill: side, fillOpacity: 0.35, stroke: side, insetTop: 11, insetBottom: 11, rx: 3 }),
        Plot.dot(bars.filter((row) => !long.includes(row)), { x: middle, y: "at", fill: side, symbol, r: 5.5 }),
        words(bars, middle, (row) => short(row.period || row.written, 34), [low, high]),
        Plot.text(rows.filter((row) => !row.first && !row.last), { frameAnchor: "left", dx: 4, y: "at", text: () => "no time given", fill: "var(--soft)", fontSize: 11 }),
      ],
    });
  }

  // Who takes from whom: sources in order of their dates, an arc from each to the one that it takes from.
  function ties(figure, width) {
    const pairs = [...figure.querySelectorAll("tbody tr")].map((row) => ({
      from: row.dataset.from, to: row.dataset.to, how: row.dataset.how, outside: row.dataset.outside === "true",
    }));
    const dates = JSON.parse(figure.dataset.dates);
    const outside = new Set(pairs.filter((pair) => pair.outside).map((pair) => pair.to));
    const names = [...new Set(pairs.flatMap((pair) => [pair.from, pair.to]))];
    const key = (name) => `${outside.has(name) ? "9" : "0"}${dates[name] || "~"}${name}`;
    names.sort((one, other) => (key(one) < key(other) ? -1 : 1));
    const place = (name) => names.indexOf(name);
    const many = (name) => pairs.filter((pair) => pair.to === name).length;
    const left = beside(names, Math.min(width * 0.52, 300));
    return Plot.plot({
      ...base("Who cites or repeats whom"),
      width: Math.min(width, left + names.length * 15 + 80),
      height: names.length * 36 + 20,
      marginLeft: left,
      marginTop: 16,
      marginBottom: 14,
      x: { axis: null, domain: [0, 1] },
      y: { type: "point", domain: names, label: null, tickSize: 0, tickPadding: 14, tickFormat: (name) => short(name, Math.floor(left / 7.2)) },
      marks: [
        ...[[1, true], [1, false], [-1, true], [-1, false]].map(([way, whole]) => Plot.arrow(pairs.filter((pair) => way * (place(pair.from) - place(pair.to)) > 0 && pair.how.includes("repeats") === whole), {
          x1: 0, x2: 0, y1: "from", y2: "to", bend: way * -75, headLength: 8, insetStart: 6, insetEnd: 9,
          stroke: whole ? "var(--accent)" : "var(--soft)", strokeWidth: whole ? 2.5 : 1.25, strokeDasharray: whole ? null : "5 3",
        })),
        Plot.dot(names, { x: 0, y: (name) => name, r: (name) => 4 + Math.min(many(name), 6), fill: (name) => (outside.has(name) ? "var(--paper)" : "var(--accent)"), stroke: "var(--accent)", strokeWidth: 1.5 }),
      ],
    });
  }

  // How often two sources agree and differ; only the sources that meet most, the table has all.
  const MOST = 24;
  function meetings(figure, width) {
    const counted = (cell) => new Map(cell.textContent.split(", ").filter(Boolean).map((entry) => entry.split(" ")).map(([name, times]) => [name, Number(times)]));
    const rows = new Map([...figure.querySelectorAll("tbody tr")].map((row) => [row.cells[0].textContent, { agree: counted(row.cells[1]), differ: counted(row.cells[2]) }]));
    const sum = (times) => [...times.values()].reduce((one, other) => one + other, 0);
    const weight = new Map([...rows].map(([name, row]) => [name, sum(row.agree) + 2 * sum(row.differ)]));
    const room = Math.max(Math.min(MOST, Math.floor((width - 215) / 28)), 4);
    const names = [...weight.keys()].sort((one, other) => weight.get(other) - weight.get(one) || (one < other ? -1 : 1)).slice(0, room);
    const cells = names.flatMap((one) => names.map((other) => ({ one, other, agree: rows.get(one).agree.get(other) ?? 0, differ: rows.get(one).differ.get(other) ?? 0 })))
      .filter((cell) => cell.agree || cell.differ);
    const size = Math.min(Math.max((width - 215) / names.length, 28), 60);
    const between = size < 46 ? "\n" : " ";
    const hue = (cell) => (cell.differ && cell.agree ? "var(--tint-b)" : cell.differ ? "var(--both-differ)" : "var(--both-agree)");
    return Plot.plot({
      ...base("How often sources agree and differ"),
      width: 215 + names.length * size,
      height: 120 + names.length * Math.min(size, 36),
      marginLeft: 165,
      marginTop: 115,
      marginRight: 50,
      marginBottom: 5,
      x: { type: "band", axis: "top", domain: names, label: null, tickSize: 0, tickRotate: -50, tickFormat: (name) => short(name, 18), padding: 0.06 },
      y: { type: "band", domain: names, label: null, tickSize: 0, tickFormat: (name) => short(name, 23), padding: 0.06 },
      marks: [
        Plot.cell(names, { x: (name) => name, y: (name) => name, fill: "var(--wash)" }),
        Plot.cell(cells, { x: "one", y: "other", fill: hue, rx: 2 }),
        Plot.text(cells, { x: "one", y: "other", text: (cell) => [cell.agree && `${cell.agree}=`, cell.differ && `${cell.differ}≠`].filter(Boolean).join(between), fill: "var(--ink)", fontSize: size < 46 ? 10 : 11 }),
      ],
    });
  }

  function drawn(figure, width) {
    const kind = figure.dataset.picture;
    if (kind === "ties") return [ties(figure, width)];
    if (kind === "meetings") return [meetings(figure, width)];
    const rows = read(figure);
    const names = beside(rows.map((row) => `A · ${short(row.source, 24)}`), 172);
    if (kind === "timeline") return [times(rows, width, names)];
    const dated = rows.some((row) => row.first || row.last);
    if (!dated) return [values(rows, Math.min(width, 640), names)];
    if (width < NARROW) return [values(rows, width, names), times(rows, width, names)];
    const left = names + (width - names) * 0.48;
    return [values(rows, left, names), times(rows, width - left, 0)];
  }

  function draw(figure) {
    const place = figure.querySelector(".plot");
    const width = Math.floor(place.clientWidth);
    if (!width || place.dataset.width === String(width)) return;
    place.dataset.width = String(width);
    const pictures = drawn(figure, width);
    for (const picture of pictures) {
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", `${picture.getAttribute("aria-label")}: drawn from the table below`);
      picture.querySelectorAll("g[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
    }
    place.replaceChildren(...pictures);
    figure.dataset.drawn = "yes";
  }

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) draw(entry.target);
  }, { rootMargin: "300px" });
  const watch = (root) => root.querySelectorAll("[data-picture]").forEach((figure) => seen.observe(figure));
  watch(document);
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => document.querySelectorAll("[data-drawn]").forEach(draw), 150);
  });
  // Before printing, what is open is drawn; what is left undrawn is printed as its table.
  addEventListener("beforeprint", () => {
    const open = [...document.querySelectorAll("[data-picture]")].filter((figure) => !figure.closest("[hidden]"));
    if (open.length <= 400) open.forEach(draw);
  });
  return { watch };
})();
