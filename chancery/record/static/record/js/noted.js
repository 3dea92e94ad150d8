// The list of what was noted: what the phone still knows stands above what the office showed already.

export function listed(page, { again }) {
  const list = page.querySelector("[data-ch-noted]");
  const blank = page.querySelector("template[data-ch-note]");
  const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  function line(note) {
    const item = blank.content.firstElementChild.cloneNode(true);
    const slot = (name) => item.querySelector(`[data-slot=${name}]`);
    item.dataset.key = note.key;
    slot("who").textContent = note.who;
    slot("at").textContent = clock.format(new Date(note.at));
    slot("text").textContent = note.text;
    slot("mark").replaceChildren(page.querySelector(`template[data-mark=${note.state}]`).content.cloneNode(true));
    slot("sentence").textContent = note.sentence;
    slot("sentence").hidden = !note.sentence;
    item.querySelector("[data-ch-again]").addEventListener("click", () => again(note.key));
    return item;
  }

  return {
    show(notes) {
      const latest = [...notes].sort((one, other) => one.number - other.number);
      for (const note of latest) {
        list.querySelector(`[data-key="${note.key}"]`)?.remove();
        list.prepend(line(note));
      }
    },
  };
}
