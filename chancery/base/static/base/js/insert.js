// Fields of a wording become buttons that write themselves where the cursor last stood.
import { hook } from "./hook.js";

let last = null;

document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("textarea[data-ch-insert-here], input[lang]")) last = event.target;
});

function write(field, text) {
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export const start = hook("code[data-ch-insert]", (code) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-link";
  button.dir = "ltr";
  button.textContent = code.textContent;
  button.addEventListener("click", () => {
    const field = last?.isConnected ? last : document.querySelector("textarea[data-ch-insert-here]");
    if (field) write(field, button.textContent);
  });
  code.replaceWith(button);
});
