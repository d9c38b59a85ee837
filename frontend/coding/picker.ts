// Chooses a code, then an influence, below the words they are given to and never over them.
import { ranked, type Match } from "./fuzzy";
import { INFLUENCES, mayStandAlone, meaning, type Code } from "./page";
import { element, sign } from "../kit/elements";

type Take = (code: Code, influence: string) => void;
type Row = { code: Code; match: Match | null };
const NONE: Match = { score: 0, parts: [] };

export class Picker {
  readonly box: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #about: HTMLElement;
  readonly #foot: HTMLElement;
  #rows: Row[] = [];
  #codes: readonly Code[] = [];
  #why: ReadonlyMap<string, string> = new Map();
  #own = false;
  #active = 0;
  #taken: Code | null = null;

  constructor(
    readonly take: Take,
    readonly closed: () => void,
    readonly say: (sentence: string) => void,
  ) {
    const label = element("label", { class: "govuk-visually-hidden", for: "picker-words" }, "Code: type to search");
    this.#input = element("input", {
      id: "picker-words", class: "govuk-input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-expanded": "true", "aria-controls": "picker-codes", "aria-autocomplete": "list",
    });
    this.#list = element("ul", { id: "picker-codes", role: "listbox", "aria-label": "Codes" });
    this.#about = element("dl", { id: "picker-about", class: "c-picker__about", hidden: "" });
    this.#foot = element("div", { class: "c-picker__foot", role: "group", "aria-label": "How did it bear on practice?" });
    this.box = element("div", { class: "c-picker", role: "dialog", "aria-label": "Choose a code", hidden: "" }, label, this.#input, this.#list, this.#about, this.#foot);
    this.#input.addEventListener("input", () => this.#search());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#clicked(event));
    this.#drawFoot();
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  /**
   * Opens with these codes. Those used lately come first, then those that `why` gives a reason for. With `own`, a new
   * code of the typed words stands ready to be taken, unless there is one of that very name.
   */
  open(codes: readonly Code[], why: ReadonlyMap<string, string>, top: number, left: number, typed = "", own = false): void {
    this.#codes = codes;
    this.#why = why;
    this.#own = own;
    this.#taken = null;
    this.box.hidden = false;
    this.box.style.top = `${top}px`;
    this.box.style.left = `${left}px`;
    this.#input.value = typed;
    this.#search();
    this.#input.focus({ preventScroll: true });
    this.box.scrollIntoView({ block: "nearest" });
  }

  /** Closes, and says so to whoever opened it. */
  close(): void {
    if (!this.isOpen) return;
    this.box.hidden = true;
    this.closed();
  }

  #search(): void {
    const typed = this.#input.value.trim();
    this.#taken = null;
    const first = [...this.#codes].sort((a, b) => this.#rank(a) - this.#rank(b));
    this.#rows = typed
      ? ranked(typed, first, (code) => code.label).map(({ item, match }) => ({ code: item, match }))
      : first.map((code) => ({ code, match: NONE }));
    if (typed) this.#rows.push({ code: { value: `new:${typed}`, label: `New code “${typed}”`, group: "", help: "", recent: false }, match: null });
    const same = this.#rows.findIndex(({ code }) => code.label.toLowerCase() === typed.toLowerCase());
    this.#active = typed && this.#own ? (same < 0 ? this.#rows.length - 1 : same) : 0;
    this.#own = false;
    this.#drawList();
  }

  #rank(code: Code): number {
    if (code.recent) return 0;
    const place = [...this.#why.keys()].indexOf(code.value);
    return place < 0 ? 1000 : 1 + place;
  }

  #drawList(): void {
    this.#list.replaceChildren(...this.#rows.map((row, at) => this.#option(row, at)));
    this.#mark();
    this.#drawFoot();
  }

  #option({ code, match }: Row, at: number): HTMLElement {
    const reason = [code.recent ? "You used this lately" : "", this.#why.get(code.value) ?? ""].filter(Boolean).join(". ");
    const why = [match?.parts.length || !reason ? code.group : "", reason].filter(Boolean).join(". ");
    const name = element("span", { class: "c-picker__name" }, ...lit(code.label, match?.parts ?? []));
    const end = match ? element("span", { class: "c-picker__group" }, why) : element("span", { class: "c-picker__group" }, element("kbd", {}, "Ctrl"), " ", element("kbd", {}, "Enter"));
    return element("li", { id: `picker-code-${at}`, role: "option", "aria-selected": "false", "data-at": String(at) }, name, end);
  }

  #mark(): void {
    this.#list.querySelectorAll("[role=option]").forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === this.#active));
      if (at === this.#active) {
        option.setAttribute("aria-describedby", "picker-about");
        option.scrollIntoView({ block: "nearest" });
      } else option.removeAttribute("aria-describedby");
    });
    this.#tell(this.#rows[this.#active]?.code);
    if (this.#rows.length) this.#input.setAttribute("aria-activedescendant", `picker-code-${this.#active}`);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** What the highlighted code means. It describes that option, so a screen reader reads it after the name. */
  #tell(code: Code | undefined): void {
    const parts = code ? meaning(code) : [];
    this.#about.hidden = !parts.length;
    this.#about.replaceChildren(...parts.flatMap(([name, words]) => [element("dt", {}, `${name}: `), element("dd", {}, words)]));
  }

  #drawFoot(): void {
    const buttons = INFLUENCES.map(({ value, word }, at) => {
      const button = element("button", { type: "button", class: `c-picker__influence c-picker__influence--${value}` }, element("kbd", {}, String(at + 1)), " ", sign(value), ` ${word}`);
      button.addEventListener("click", () => this.#finish(value));
      return button;
    });
    const alone = this.#taken && mayStandAlone(this.#taken.value);
    const none = element("button", { type: "button", class: "c-picker__influence" }, element("kbd", {}, "Enter"), " No influence");
    none.addEventListener("click", () => this.#finish(""));
    const first = this.#taken ? element("strong", {}, `${this.#taken.label}:`) : element("span", {}, element("kbd", {}, "Enter"), " then");
    this.#foot.replaceChildren(first, ...buttons, ...(alone ? [none] : []));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.ctrlKey) this.#choose(this.#rows.length - 1);
    else if (this.#taken && /^[123]$/.test(event.key)) this.#finish(INFLUENCES[Number(event.key) - 1]!.value);
    else if (this.#taken && event.key === "Enter" && event.target === this.#input && mayStandAlone(this.#taken.value)) this.#finish("");
    else if (event.key === "Enter" && event.target === this.#input) this.#choose(this.#active);
    else if (event.key === "ArrowDown" && event.target === this.#input) this.#go(1);
    else if (event.key === "ArrowUp" && event.target === this.#input) this.#go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #go(by: number): void {
    if (!this.#rows.length) return;
    this.#taken = null;
    this.#active = (this.#active + by + this.#rows.length) % this.#rows.length;
    this.#mark();
    this.#drawFoot();
  }

  #clicked(event: Event): void {
    const option = (event.target as Element).closest<HTMLElement>("[role=option]");
    if (option) this.#choose(Number(option.dataset["at"]));
  }

  #choose(at: number): void {
    const row = this.#rows[at];
    if (!row) return;
    this.#active = at;
    this.#mark();
    this.#taken = row.match ? row.code : { ...row.code, label: row.code.value.slice("new:".length) };
    this.#drawFoot();
    const alone = mayStandAlone(this.#taken.value) ? ", Enter for none" : "";
    this.say(`${this.#taken.label}. Press 1 for helped, 2 for made it harder, 3 for unclear${alone}.`);
  }

  #finish(influence: string): void {
    const code = this.#taken ?? this.#rows[this.#active]?.code;
    if (!code) return;
    this.box.hidden = true;
    this.take(code, influence);
  }
}

function lit(label: string, parts: readonly [number, number][]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of parts) {
    nodes.push(document.createTextNode(label.slice(at, start)), element("b", {}, label.slice(start, end)));
    at = end;
  }
  nodes.push(document.createTextNode(label.slice(at)));
  return nodes;
}
