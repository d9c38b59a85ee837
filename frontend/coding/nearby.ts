// The panel "Marks near here": the marks round the place that is being read, with whose they are and where they lead.
import { inOrder, touching, type Mark } from "./marks";
import { INFLUENCES } from "./page";
import type { TextMap } from "./selection";
import { element, sign } from "../kit/elements";

const MOST = 8;

export class Nearby {
  readonly #list: HTMLElement;
  readonly #count: HTMLElement | null;
  #shown = "";

  constructor(
    panel: HTMLElement,
    readonly map: TextMap,
    readonly jump: (mark: Mark) => void,
  ) {
    this.#list = panel.querySelector<HTMLElement>("[data-part=nearby]") ?? panel;
    this.#count = panel.querySelector("[data-part=count]");
  }

  /** Shows the marks that touch what is on the screen; the current one stands out. */
  show(marks: readonly Mark[], total: number, from: number, to: number, current: number | undefined): void {
    if (this.#count) this.#count.textContent = `${total} in this source`;
    const near = inOrder(touching(marks, from, to)).slice(0, MOST);
    const state = JSON.stringify([near, current]);
    if (state === this.#shown) return;
    this.#shown = state;
    const cards = near.map((mark) => this.#card(mark, mark.number === current));
    if (!cards.length) cards.push(element("p", { class: "c-quiet" }, "No marks here yet."));
    this.#list.replaceChildren(...cards);
  }

  #card(mark: Mark, current: boolean): HTMLElement {
    const words = this.map.words(mark).replace(/\s+/g, " ");
    const quote = words.length > 160 ? `${words.slice(0, 158).trimEnd()}…` : words;
    const title = element("button", { type: "button", class: "c-near__title" }, mark.label);
    title.addEventListener("click", () => this.jump(mark));
    const foot = [`${mark.by}, para ${this.map.numberAt(mark.start)}`];
    return element(
      "article",
      { class: "c-near", ...(current ? { "aria-current": "true" } : {}) },
      element("h3", {}, title),
      element("p", { class: "c-said" }, `“${quote}”`),
      influenceTag(mark),
      element("p", { class: "c-near__foot" }, foot.join(". ")),
      ...[...(mark.memo ? [mark.memo] : []), ...(mark.notes ?? [])].map((memo) => element("p", { class: "c-near__foot" }, `Memo: ${memo}`)),
      element("p", { class: "c-near__foot" }, mark.waiting || !mark.href ? "Not saved yet" : element("a", { href: mark.href }, "Open this mark")),
    );
  }
}

function influenceTag(mark: Mark): HTMLElement | null {
  const known = INFLUENCES.find((row) => row.value === mark.influence);
  if (!known) return null;
  return element("p", {}, element("span", { class: `c-influence c-influence--${known.value}` }, sign(known.value), element("span", {}, known.word)));
}
