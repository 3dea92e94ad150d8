// A sheet of cells: where a key leads, and what was pasted. No DOM.

/** Rows and columns of text copied from a spreadsheet; a quoted cell may hold tabs, quotes and line ends. */
export function pasted(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let found = cell.exec(clean); found; found = cell.exec(clean)) {
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === "") break;
    if (found[3] === "\n") rows.push([]);
  }
  return rows;
}

/** The row that a key leads to among `count` rows, or -1 where it leads nowhere. */
export function rowAfter(row, key, count) {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[key];
  const next = row + (step ?? 0);
  return step && next >= 0 && next < count ? next : -1;
}
