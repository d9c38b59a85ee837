// The parts of the desk the server printed, and the few small things done to them.

export class View {
  readonly text: HTMLElement;
  readonly reader: HTMLElement;
  readonly panel: HTMLElement;
  readonly #said: HTMLElement;
  readonly #saved: HTMLElement | null;
  readonly #holder: HTMLElement;
  readonly #offer: HTMLElement | null;
  readonly #chunks: readonly HTMLElement[];

  constructor(readonly desk: HTMLElement) {
    this.text = this.#part("text");
    this.reader = this.#part("reader");
    this.panel = this.#part("panel");
    this.#said = this.#part("said");
    this.#holder = this.#part("holder");
    this.#saved = desk.querySelector(".c-saved");
    this.#chunks = [...this.text.querySelectorAll<HTMLElement>(".c-chunk")];
    this.#offer = desk.querySelector("[data-part=offer]");
    for (const opener of desk.querySelectorAll<HTMLElement>("[data-retry]"))
      opener.addEventListener("click", () => (desk as HTMLElement & { retry(): void }).retry());
  }

  /** Says a sentence to a screen reader. */
  say(sentence: string): void {
    this.#said.textContent = "";
    requestAnimationFrame(() => (this.#said.textContent = sentence));
  }

  /** Says what came in from others, in the panel: seen, and said when nothing else is. */
  heard(sentence: string): void {
    const line = this.panel.querySelector<HTMLElement>("[data-part=heard]");
    if (line) line.textContent = sentence;
  }

  /** The line that says where the text is. */
  saved(sentence: string, state: "saved" | "waiting" | "failed"): void {
    if (!this.#saved) return;
    this.#saved.textContent = sentence;
    this.#saved.dataset["state"] = state;
    this.desk.querySelectorAll<HTMLElement>("[data-retry]").forEach((button) => (button.hidden = state !== "failed"));
  }

  /** Whether keys belong to the text: focus is in it, or in the place that holds focus while selecting. */
  holdsText(target: EventTarget | null): boolean {
    return target instanceof Node && (this.text.contains(target) || target === this.#holder);
  }

  /** Takes focus for selecting, so that a screen reader hands over every key; or gives it up. */
  hold(on: boolean): void {
    this.text.classList.toggle("c-reader__text--selecting", on);
    if (on) this.#holder.focus({ preventScroll: true });
  }

  /** Offers to mark what the mouse has selected, below its last line. */
  offer(rect: DOMRect | undefined): void {
    if (!this.#offer) return;
    this.#offer.hidden = !rect;
    if (!rect) return;
    const { top, left } = this.below(rect);
    this.#offer.style.top = `${top}px`;
    this.#offer.style.left = `${left}px`;
  }

  /** Where something stands that must lie under these words and stay inside the reader. */
  below(rect: DOMRect | undefined): { top: number; left: number } {
    const box = this.reader.getBoundingClientRect();
    const room = Math.max(0, box.width - 540);
    return { top: (rect ? rect.bottom - box.top : 0) + 10, left: Math.min(Math.max(0, (rect?.left ?? 0) - box.left), room) };
  }

  /** The first and last paragraph on the screen. Whole chunks first: measuring inside a chunk that is not drawn is dear. */
  onScreen(elements: readonly HTMLElement[]): [number, number] {
    const chunk = firstWhere(this.#chunks, (one) => one.getBoundingClientRect().bottom > 0);
    const from = elements.indexOf(this.#chunks[chunk]?.querySelector<HTMLElement>("[data-start]") ?? elements[0]!);
    const reachable = [...(this.#chunks[chunk]?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
    const first = from + firstWhere(reachable, (element) => element.getBoundingClientRect().bottom > 0);
    let last = first;
    while (last + 1 < elements.length && elements[last + 1]!.getBoundingClientRect().top < window.innerHeight) last += 1;
    return [first, last];
  }

  /** Calls back when scrolling has settled. */
  onScroll(settled: () => void): void {
    let timer = 0;
    const start = () => {
      clearTimeout(timer);
      timer = window.setTimeout(settled, 120);
    };
    window.addEventListener("scroll", start, { passive: true });
    window.addEventListener("resize", start, { passive: true });
  }

  keepInSight(element: HTMLElement | undefined): void {
    element?.scrollIntoView({ block: "nearest" });
  }

  /** A dialog of the page by name. */
  dialog(name: string): HTMLDialogElement {
    return this.desk.querySelector<HTMLDialogElement>(`dialog[data-dialog=${name}]`)!;
  }

  /** Asks one short question in a dialog and hands over the answer. */
  ask(name: string, answered: (words: string) => void): void {
    const dialog = this.dialog(name);
    const input = dialog.querySelector("input")!;
    input.value = "";
    dialog.showModal();
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && answered(input.value), { once: true });
  }

  /** Opens the part of a long text that holds a paragraph of another part. */
  otherPart(number: string): void {
    const wanted = Number(number.trim());
    if (this.#inParts() && Number.isInteger(wanted) && wanted > 0) location.assign(`?paragraph=${wanted}#p${wanted}`);
  }

  /** Says that a long text goes on elsewhere. */
  endOfPart(): void {
    if (this.#inParts()) this.say("This is the end of this part. The links to the other parts come next.");
  }

  #inParts(): boolean {
    return this.desk.querySelector(".c-parts") !== null;
  }

  /** Follows a link of the page by name. */
  follow(name: string): void {
    this.desk.querySelector<HTMLAnchorElement>(`a[data-link=${name}]`)?.click();
  }

  #part(name: string): HTMLElement {
    const found = this.desk.querySelector<HTMLElement>(`[data-part=${name}]`);
    if (!found) throw new Error(`the desk has no part called ${name}`);
    return found;
  }
}

function firstWhere(elements: readonly HTMLElement[], holds: (element: HTMLElement) => boolean): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(elements[middle]!)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}
