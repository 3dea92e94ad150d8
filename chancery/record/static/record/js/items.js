// Which item is running, chosen by hand: its speakers stand on top, those of the others are out of sight.

export function steps(form, changed) {
  const items = [...form.querySelectorAll("[data-ch-item]")];
  const links = [...form.querySelectorAll("[data-ch-step]")];
  let at = Math.max(0, items.findIndex((item) => !item.hidden));

  function show() {
    items.forEach((item, number) => {
      item.hidden = item.disabled = number !== at;
    });
    for (const link of links) link.hidden = !items[at + Number(link.dataset.chStep)];
    const speakers = [...(items[at]?.querySelectorAll("input[name=speaker]") ?? [])];
    if (speakers.length && !speakers.some((speaker) => speaker.checked)) speakers[0].checked = true;
  }

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      at = Math.min(items.length - 1, Math.max(0, at + Number(link.dataset.chStep)));
      show();
      changed();
    });
  }
  return {
    open(code) {
      const found = items.findIndex((item) => item.dataset.chItem === code);
      if (found >= 0) at = found;
      show();
    },
  };
}
