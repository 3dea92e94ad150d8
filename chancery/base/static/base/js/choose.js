// Which of `count` choices comes next; -1 is "none", where the text itself stands. No DOM.

export function stepped(current, key, count) {
  if (!count) return -1;
  switch (key) {
    case "ArrowDown":
      return current + 1 < count ? current + 1 : -1;
    case "ArrowUp":
      return current === -1 ? count - 1 : current - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return current;
  }
}
