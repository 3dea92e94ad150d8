// How far many files are on their way, and whether a refusal can pass. No DOM in here.

export function percent(part, whole) {
  return whole ? Math.min(100, Math.floor((part / whole) * 100)) : 100;
}

// Lines have size, sent and state; one that failed counts as if it had been sent, so that the whole ends.
export function summary(lines) {
  const whole = lines.reduce((sum, line) => sum + line.size, 0);
  const sent = lines.reduce((sum, line) => sum + (line.state === "failed" ? line.size : line.sent), 0);
  const done = lines.filter((line) => line.state === "done").length;
  return { done, count: lines.length, share: percent(sent, whole) };
}

// No answer at all is a lost network; a conflict and a busy file pass, and so does a fault of the server.
export function willPass(status) {
  return !status || status === 409 || status === 423 || status >= 500;
}

// A page where a few words were expected: a browser that asks by HEAD was led to the sign-in.
export function isLedAway(status, type) {
  return status === 200 && Boolean(type?.startsWith("text/html"));
}
