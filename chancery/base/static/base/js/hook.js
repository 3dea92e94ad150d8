// A hook begins its work once on every element that matches, however often a part of the page is started.

export function hook(selector, begin) {
  const begun = new WeakSet();

  return function start(root) {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      if (begun.has(element)) continue;
      begun.add(element);
      begin(element);
    }
  };
}
