// Moves through the text: by paragraph, heading, mark, and by what nobody has marked.
import { paragraphAt } from "./caret";
import { neighbour, touching, type Mark } from "./marks";
import type { TextMap } from "./selection";

export class Walker {
  at = 0;
  current: Mark | null = null;

  constructor(readonly map: TextMap) {}

  /** The paragraph the person stands on. */
  get element(): HTMLElement | undefined {
    return this.map.elements[this.at];
  }

  /** Stands on a paragraph and lets a screen reader read it by moving focus there. */
  stand(index: number, focus = true): void {
    this.element?.classList.remove("c-para--here");
    this.at = Math.max(0, Math.min(index, this.map.elements.length - 1));
    const element = this.element;
    if (!element) return;
    element.classList.add("c-para--here");
    if (!focus) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  /** The next or previous paragraph; false where there is none. */
  paragraph(step: 1 | -1): boolean {
    const before = this.at;
    this.current = null;
    this.stand(this.at + step);
    return this.at !== before;
  }

  /** The next or previous heading; stays where there is none. */
  heading(step: 1 | -1): boolean {
    return this.#find(step, (element) => element.classList.contains("c-para--heading"));
  }

  /** The next paragraph that no mark touches. */
  unmarked(marks: readonly Mark[]): boolean {
    return this.#find(1, (_, index) => {
      const paragraph = this.map.paragraphs[index]!;
      return !touching(marks, paragraph.start, paragraph.end).length;
    });
  }

  /** The paragraph with this number. */
  numbered(number: string): boolean {
    const index = this.map.elements.findIndex((element) => element.dataset["number"] === number.trim());
    if (index >= 0) this.stand(index);
    return index >= 0;
  }

  /** The next or previous mark, standing on its paragraph. */
  mark(marks: readonly Mark[], step: 1 | -1): Mark | null {
    const from = this.map.paragraphs[this.at]?.start ?? 0;
    const found = neighbour(marks, from, step, this.current?.number);
    if (found) this.toMark(found);
    return found ?? null;
  }

  /** Stands on a mark. */
  toMark(mark: Mark): void {
    this.current = mark;
    this.stand(paragraphAt(this.map.paragraphs, mark.start));
  }

  #find(step: 1 | -1, wanted: (element: HTMLElement, index: number) => boolean): boolean {
    for (let at = this.at + step; at >= 0 && at < this.map.elements.length; at += step) {
      if (!wanted(this.map.elements[at]!, at)) continue;
      this.current = null;
      this.stand(at);
      return true;
    }
    return false;
  }
}
