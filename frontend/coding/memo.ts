// A memo on a mark or on the whole source: one box, in the page's own dialog.
import type { Mark } from "./marks";

export class Memo {
  #mark: Mark | null = null;

  constructor(
    readonly dialog: HTMLDialogElement,
    readonly keep: (mark: Mark | null, memo: string, alone: boolean) => void,
  ) {
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#box.value.trim()) this.keep(this.#mark, this.#box.value, this.#alone?.checked ?? false);
      dialog.close();
    });
  }

  get #box(): HTMLTextAreaElement {
    return this.dialog.querySelector("textarea")!;
  }

  get #alone(): HTMLInputElement | null {
    return this.dialog.querySelector("input[type=checkbox]");
  }

  /** Opens on a mark with what is already written, or on the source with nothing. */
  open(mark: Mark | null): void {
    this.#mark = mark;
    this.dialog.querySelector("label")!.textContent = mark ? "Memo on this mark" : "Memo on this source";
    this.#box.value = mark?.memo ?? "";
    if (this.#alone) this.#alone.checked = mark?.private ?? false;
    this.dialog.showModal();
  }
}
