// <pattern-board>: dragging cards, and keys for those who would rather not. All it does is what the page's forms do.
import { moved } from "./moving";

const KEYS =
  "Keys: J and K walk through the tray, Space ticks, P chooses the pattern, N names a new one. " +
  "Arrows walk over the board, M moves the pattern you are on.";
const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

export class PatternBoard extends HTMLElement {
  #dragged: HTMLElement | null = null;

  connectedCallback(): void {
    const keys = this.querySelector<HTMLElement>("[data-keys]");
    if (keys) {
      keys.textContent = KEYS;
      keys.hidden = false;
    }
    for (const card of this.querySelectorAll<HTMLElement>("[data-card], [data-pattern]")) card.draggable = true;
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("dragstart", (event) => this.#lift(event));
    this.addEventListener("dragend", () => this.#letGo());
    this.addEventListener("dragover", (event) => this.#over(event));
    this.addEventListener("drop", (event) => this.#drop(event));
    this.dataset["ready"] = "yes";
  }

  get #ticks(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("[data-card] input[type=checkbox]")];
  }

  #key(event: KeyboardEvent): void {
    const on = event.target as HTMLElement;
    const writing = on.matches("select, textarea, input:not([type=checkbox])");
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const pattern = on.closest<HTMLElement>("[data-pattern]");
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.#walk(on, key === "j" ? 1 : -1);
    else if (key === "p") this.#field("into")?.focus();
    else if (key === "n") this.#field("title")?.focus();
    else if (key === "m" && pattern) pattern.querySelector<HTMLElement>("[data-move]")?.click();
    else if (ARROWS.includes(event.key) && pattern) this.#cross(pattern, event.key);
    else return;
    event.preventDefault();
  }

  #walk(on: HTMLElement, by: number): void {
    const ticks = this.#ticks;
    const card = on.closest("[data-card]");
    const at = ticks.findIndex((tick) => card?.contains(tick));
    ticks[Math.min(Math.max(at + by, 0), ticks.length - 1)]?.focus();
  }

  #cross(pattern: HTMLElement, key: string): void {
    const columns = [...this.querySelectorAll(".c-board__column")].map((column) => [
      ...column.querySelectorAll<HTMLElement>("[data-pattern]"),
    ]);
    const column = columns.findIndex((cards) => cards.includes(pattern));
    const at = { column, row: columns[column]?.indexOf(pattern) ?? 0 };
    const to = moved(columns.map((cards) => cards.length), at, key);
    columns[to.column]?.[to.row]?.querySelector<HTMLElement>("h4 a")?.focus();
  }

  #lift(event: DragEvent): void {
    this.#dragged = (event.target as HTMLElement).closest<HTMLElement>("[data-card], [data-pattern]");
    this.#dragged?.classList.add("c-card--taken");
    event.dataTransfer?.setData("text/plain", "");
  }

  #letGo(): void {
    this.#dragged?.classList.remove("c-card--taken");
    this.#dragged = null;
    this.#show(null);
  }

  // A card of the tray goes onto a pattern, a pattern into a column that stands for a place.
  #target(event: DragEvent): HTMLElement | null {
    const wanted = this.#dragged?.matches("[data-card]") ? "[data-pattern]" : "[data-place]";
    return this.#dragged && (event.target as HTMLElement).closest<HTMLElement>(wanted);
  }

  #over(event: DragEvent): void {
    const target = this.#target(event);
    if (target) event.preventDefault();
    this.#show(target);
  }

  #show(target: HTMLElement | null): void {
    for (const old of this.querySelectorAll(".c-card--over")) if (old !== target) old.classList.remove("c-card--over");
    target?.classList.add("c-card--over");
  }

  #drop(event: DragEvent): void {
    const target = this.#target(event);
    if (!target || !this.#dragged) return;
    event.preventDefault();
    if (this.#dragged.matches("[data-card]")) return this.#put(this.#dragged, target.dataset["pattern"] ?? "");
    const move = this.#dragged.querySelector<HTMLAnchorElement>("[data-move]");
    if (move) location.assign(`${move.href}?to=${target.dataset["place"] ?? ""}`); // the reason is asked there
  }

  #put(card: HTMLElement, pattern: string): void {
    const tick = card.querySelector<HTMLInputElement>("input[type=checkbox]");
    const into = this.#field("into");
    if (!tick || !into) return;
    tick.checked = true;
    into.value = pattern;
    this.querySelector<HTMLFormElement>("#gather")?.requestSubmit();
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`#gather [name=${name}]`);
  }
}
