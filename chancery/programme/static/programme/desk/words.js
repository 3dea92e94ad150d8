// Times and lengths as they stand on the desk; nothing here touches the page.

// 1:05, 12:30, 1:02:03; the sign stands before it.
export function counted(seconds) {
  const whole = Math.abs(Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(minutes).padStart(hours ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return `${seconds < 0 && whole ? "−" : ""}${hours ? `${hours}:` : ""}${tail}`;
}

// 2 min 10 s: signs of measure, the same in every language.
export function length(seconds) {
  const whole = Math.abs(Math.round(seconds));
  const parts = [[Math.floor(whole / 3600), "h"], [Math.floor(whole / 60) % 60, "min"], [whole % 60, "s"]];
  const said = parts.filter(([count]) => count).map(([count, sign]) => `${count} ${sign}`);
  return said.join(" ") || "0 s";
}

// The clock of the venue: 19:04:09, without seconds where `isShort`.
export function clock(at, zone, isShort = false) {
  if (at === null || at === undefined) return "";
  const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (!isShort) options.second = "2-digit";
  return new Intl.DateTimeFormat("en-GB", options).format(at);
}

const ANOTHER_DAY = 12 * 3600;

// Behind, ahead or in time, as a word to look up, with the sign before the time.
export function drift(seconds) {
  if (seconds === null || seconds === undefined) return { word: "unknown", time: "" };
  if (Math.abs(seconds) > ANOTHER_DAY) return { word: "another-day", time: "" };
  if (Math.abs(seconds) < 1) return { word: "in-time", time: "" };
  return { word: seconds > 0 ? "late" : "early", time: `${seconds > 0 ? "+" : ""}${counted(seconds)}` };
}
