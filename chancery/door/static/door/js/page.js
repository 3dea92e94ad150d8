// Elements of a page from their names; text is never read as markup.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const FOCUSABLE = "button, summary, input, select, [tabindex]";

// Puts children into an element. What is the same stays, so that nobody who reads or has the focus there is disturbed; what is
// not gives the focus to its successor.
export function put(root, children) {
  const fresh = children.flat().filter(Boolean);
  const old = [...root.children];
  if (old.length === fresh.length && fresh.every((child, place) => child.isEqualNode(old[place]))) return;
  const focusable = () => [...root.querySelectorAll(FOCUSABLE)];
  const focused = focusable().indexOf(document.activeElement);
  root.replaceChildren(...fresh);
  if (focused >= 0) focusable()[focused]?.focus({ preventScroll: true });
}

export function button(text, onclick, props = {}) {
  return h("button", { type: "button", class: "door-button", onclick, ...props }, text);
}

// A field with its label above it; `[element, input]`.
export function field(id, label, props = {}) {
  const input = h("input", { id, class: "door-input", autocomplete: "off", dir: "auto", ...props });
  return [h("div", { class: "door-field" }, h("label", { for: id }, label), input), input];
}

// A form that its button and the key Enter send; a second tap while it is being sent does nothing.
export function form(children, { does, onsubmit, ...props }) {
  const send = h("button", { type: "submit", class: "door-button door-first" }, does);
  const element = h("form", { class: "door-form", novalidate: true, ...props }, children, send);
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    try {
      await onsubmit();
    } finally {
      send.disabled = false;
    }
  });
  return element;
}
