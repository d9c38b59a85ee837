// Labels in the margin, drawn only for the part of the text that is on the screen.
import { brackets, lanes, namesBeside, type Bracket, type Mark, type Placed } from "./marks";
import type { TextMap } from "./selection";
import { element, sign } from "../kit/elements";

const LANE = 9;

export class Margin {
  #shown = new Set<HTMLElement>();
  #watch: IntersectionObserver;
  #marks: readonly Mark[] = [];

  constructor(
    readonly map: TextMap,
    readonly chunks: readonly HTMLElement[],
    readonly choose: (mark: Mark) => void,
  ) {
    this.#watch = new IntersectionObserver((entries) => this.#changed(entries), { rootMargin: "200px 0px" });
    for (const chunk of chunks) this.#watch.observe(chunk);
  }

  /** Draws these marks from now on. */
  show(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.redraw();
  }

  /** Draws again what is on the screen, after marks or the width of the window have changed. */
  redraw(): void {
    for (const chunk of this.#shown) this.#draw(chunk);
  }

  #changed(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const chunk = target as HTMLElement;
      if (isIntersecting) {
        this.#shown.add(chunk);
        this.#draw(chunk);
      } else if (this.#shown.delete(chunk)) chunk.querySelector(".c-margin")?.remove();
    }
  }

  #draw(chunk: HTMLElement): void {
    chunk.querySelector(".c-margin")?.remove();
    const from = Number(chunk.dataset["from"]);
    const to = Number(chunk.dataset["to"]);
    const here = this.#marks.filter((mark) => mark.start >= from && mark.start < to);
    if (!here.length) return;
    const box = chunk.getBoundingClientRect();
    const placed = here.map((mark) => this.#place(mark, box)).filter((row): row is Placed => row !== null);
    const margin = element("div", { class: "c-margin", "aria-hidden": "true" });
    for (const bracket of brackets(placed, heightOf)) margin.append(this.#bracket(bracket));
    chunk.append(margin);
  }

  #place(mark: Mark, box: DOMRect): Placed | null {
    const rects = this.map.rects(mark);
    const first = rects[0];
    const last = rects.at(-1);
    if (!first || !last) return null;
    return { mark, top: first.top - box.top, bottom: Math.min(last.bottom, box.bottom) - box.top };
  }

  // A line for each mark, nested ones inside, and the names that have room; the rest is counted and leads to the next.
  #bracket(bracket: Bracket): HTMLElement {
    const { top, bottom, marks, placed } = bracket;
    const count = namesBeside(bracket, heightOf);
    const labels = marks.slice(0, count).map((mark) => this.#label(mark));
    const next = marks[count];
    if (next) {
      const rest = element("span", { class: "c-bracket__rest" }, `and ${marks.length - count} more`);
      rest.addEventListener("click", () => this.choose(next));
      labels.push(rest);
    }
    const lane = lanes(placed);
    const lines = placed.map((row, at) => {
      const line = element("i", { class: `c-bracket--${row.mark.influence || "open"}` });
      line.style.top = `${row.top - top}px`;
      line.style.height = `${Math.max(16, row.bottom - row.top)}px`;
      line.style.left = `${lane[at]! * LANE}px`;
      return line;
    });
    const made = element("div", { class: "c-bracket" }, ...lines, element("div", {}, ...labels));
    made.style.top = `${top}px`;
    made.style.height = `${Math.max(20, bottom - top)}px`;
    made.style.paddingLeft = `${(Math.max(0, ...lane) + 1) * LANE + 8}px`;
    return made;
  }

  #label(mark: Mark): HTMLElement {
    const made = element("span", { class: `c-bracket__label c-bracket--${mark.influence || "open"}` }, sign(mark.influence), element("span", {}, mark.label));
    made.addEventListener("click", () => this.choose(mark));
    return made;
  }
}

// A long name takes two lines of the margin.
function heightOf(mark: Mark): number {
  return mark.label.length > 18 ? 38 : 22;
}
