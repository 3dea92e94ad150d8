// The programme for guests: two languages side by side where there is room, else in turn; page by page.

import { write, writeTitle } from "./screen_parts.js";
import { pagesOf } from "./screen_time.js";

const PAGE = 9000;
const WIDE = "(width >= 60rem)";
// A programme that is a little too long is set smaller before it is parted.
const SCALES = [1, 0.9, 0.8, 0.72];

export function programme(root, screen) {
  const list = root.querySelector("[data-items]");
  const heads = [...root.querySelectorAll("[data-tongue]")];
  const wide = matchMedia(WIDE);
  let pages = [];
  let rows = [];
  let shown = "";
  let current = null;
  let begins = null;

  const isBeside = () => heads.length === 2 && wide.matches;

  function take(state) {
    // What has just begun is seen at once, and the pages turn from there.
    if (state.current !== current) begins = null;
    current = state.current;
    rows = state.items.map((item) => rowOf(item, state.current === item.code));
    list.replaceChildren(...rows);
    part();
  }

  function rowOf(item, isNow) {
    const row = document.createElement("li");
    row.dataset.progress = isNow ? "now" : item.progress;
    if (isNow) row.setAttribute("aria-current", "true");
    const at = document.createElement("time");
    at.textContent = item.planned_start === null ? "" : screen.minutes.format(item.planned_start);
    row.append(at, ...item.titles.map((title, place) => cellOf(title, item.speakers[place], heads[place], isNow)));
    return row;
  }

  function cellOf(title, speakers, head, isNow) {
    const cell = document.createElement("div");
    cell.dataset.in = head.dataset.tongue;
    const name = document.createElement("p");
    name.className = "public-item";
    writeTitle(name, title);
    cell.append(name);
    if (isNow) name.append(" ", nowIn(head.dataset.tongue));
    for (const who of speakers) cell.append(speakerOf(who));
    Object.assign(cell, { lang: head.dataset.tongue, dir: title.direction });
    return cell;
  }

  function nowIn(language) {
    const words = root.querySelector(`template[data-words="${language}"]`);
    return words.content.querySelector("[data-now]").cloneNode(true);
  }

  function speakerOf(who) {
    const line = document.createElement("p");
    line.className = "public-speaker";
    const name = document.createElement("bdi");
    name.textContent = who.name;
    line.append(name);
    if (who.office) line.append(", ", Object.assign(document.createElement("bdi"), { textContent: who.office }));
    return line;
  }

  // Measured with everything shown: hidden rows have no height.
  function part() {
    shown = "";
    list.dataset.beside = isBeside() ? "yes" : "";
    for (const row of rows) row.hidden = false;
    for (const scale of SCALES) {
      pages = pagesAt(scale);
      if (pages.length < 2) return;
    }
    pages = pagesAt(1);
  }

  function pagesAt(scale) {
    list.style.setProperty("--scale", scale);
    const each = heads.map((head) => heightsIn(head.dataset.tongue));
    const gap = Number.parseFloat(getComputedStyle(list).rowGap) || 0;
    // The title is longer in one language than in another, and what it takes the list has not.
    const room = Math.min(...heads.map((head) => roomIn(head.dataset.tongue)));
    return pagesOf(rows.map((_row, place) => Math.max(...each.map((heights) => heights[place])) + gap), room);
  }

  // In turn each language has the page for itself, so a row is as high as in its longest one.
  function heightsIn(language) {
    showTongue(language);
    return rows.map((row) => row.getBoundingClientRect().height);
  }

  function roomIn(language) {
    showTongue(language);
    return list.getBoundingClientRect().height;
  }

  function showTongue(language) {
    const isWanted = (tongue) => isBeside() || tongue === language;
    for (const head of heads) head.hidden = !isWanted(head.dataset.tongue);
    for (const cell of list.querySelectorAll("[data-in]")) cell.hidden = !isWanted(cell.dataset.in);
  }

  function tick(_state, now) {
    const turns = isBeside() ? 1 : heads.length;
    begins ??= now;
    const turn = Math.floor((now - begins) / PAGE);
    const page = pages.length ? (pageOfCurrent() + Math.floor(turn / turns)) % pages.length : 0;
    const tongue = turn % turns;
    const wanted = `${page} ${tongue} ${isBeside()}`;
    if (wanted === shown) return;
    shown = wanted;
    show(page, heads[tongue].dataset.tongue);
  }

  function pageOfCurrent() {
    const place = rows.findIndex((row) => row.dataset.progress === "now");
    return Math.max(0, pages.findIndex((page) => page.includes(place)));
  }

  function show(page, language) {
    showTongue(language);
    rows.forEach((row, place) => {
      row.hidden = !pages[page]?.includes(place);
    });
    write(root.querySelector("[data-pages]"), pages.length > 1 ? `${page + 1} / ${pages.length}` : "");
  }

  window.addEventListener("resize", part);
  document.fonts?.ready.then(part);
  return { take, tick };
}
