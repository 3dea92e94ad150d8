// Runs `begin` once for every element that matches, however often a part of the page is started.
const begun = new WeakMap();

export function each(root, selector, begin) {
  const found = [...root.querySelectorAll(selector)];
  if (root instanceof Element && root.matches(selector)) found.unshift(root);
  for (const element of found) {
    const known = begun.get(element) ?? new Set();
    if (known.has(selector)) continue;
    begun.set(element, known.add(selector));
    begin(element);
  }
}
