// Keeps what is typed into a form marked `data-kept` for this tab, at every letter, until it was taken by the server:
// when the connection drops, the session ends or the page is loaded again, the words are there. Gone with the tab.
// `data-kept` names the person and the form, so that nobody finds what another left in the same tab.

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
interface Kept {
  sent: boolean;
  texts: Record<string, string>;
}

/** What is kept under this name; nothing when there is none or it cannot be read. */
export function keptUnder(name: string, store: Store): Kept | null {
  try {
    const found = JSON.parse(store.getItem(name) ?? "null") as Kept | null;
    return found && typeof found.texts === "object" ? found : null;
  } catch {
    return null;
  }
}

/** Wake one form: put back what was typed, unless it was sent and `taken`; then keep what is typed from now on. */
export function keepTyped(form: HTMLFormElement, taken: boolean, store: Store): void {
  const name = `kept ${form.dataset.kept ?? ""}`;
  const found = keptUnder(name, store);
  const boxes = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[name]")];
  if (found?.sent && taken) store.removeItem(name);
  else if (found) {
    let back = false;
    for (const box of boxes) {
      const text = found.texts[box.name];
      if (text && text !== box.value && box.value === box.defaultValue) {
        box.value = text;
        back = true;
      }
    }
    const line = form.querySelector<HTMLElement>("[data-kept-line]");
    if (back && line) line.textContent = "What you typed before is still here. It has not been sent.";
  }
  const keep = (sent: boolean): void => {
    const texts = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    try {
      if (Object.values(texts).some((text) => text)) store.setItem(name, JSON.stringify({ sent, texts }));
      else store.removeItem(name);
    } catch {
      // A full or shut store keeps nothing; the page works as it does without script.
    }
  };
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
}
