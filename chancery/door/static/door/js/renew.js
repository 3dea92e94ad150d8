// Puts a page that was asked for anew in the place of the old one, and leaves alone what is the same: whoever
// reads, scrolls or has the focus somewhere is not disturbed.

// The words that stand directly in an element, between its children.
function ownWords(element) {
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data.trim() : "")).join("|");
}

function hasSameHead(old, fresh) {
  return old.cloneNode(false).isEqualNode(fresh.cloneNode(false)) && ownWords(old) === ownWords(fresh);
}

export function renew(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const goesDeeper = old.children.length > 0 && old.children.length === fresh.children.length;
  if (!goesDeeper || !hasSameHead(old, fresh)) {
    old.replaceWith(fresh);
    return;
  }
  const others = [...fresh.children];
  [...old.children].forEach((child, place) => renew(child, others[place]));
}

// What identifies the link or button that has the focus, so that its successor gets it.
export function focused(root) {
  const at = root.contains(document.activeElement) ? document.activeElement : null;
  if (!at) return "";
  if (at.matches("a[href]")) return `a[href="${CSS.escape(at.getAttribute("href"))}"]`;
  const form = at.closest("form[action]");
  if (!form || !at.name) return "";
  const here = `form[action="${CSS.escape(form.getAttribute("action"))}"]`;
  return `${here} [name="${CSS.escape(at.name)}"]${at.matches("button") ? `[value="${CSS.escape(at.value)}"]` : ""}`;
}
