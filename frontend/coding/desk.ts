// <coding-desk>: joins the text, the marks, the keys and the panel. What each does is in its own file.
import { Acts } from "./acts";
import { sentenceAt, spanOf, step, swapped, type Caret, type Span } from "./caret";
import { commandOf, moveOf, type Command } from "./keys";
import { Live } from "./live";
import { Margin } from "./margin";
import { touching, type Mark } from "./marks";
import { Memo } from "./memo";
import { Nearby } from "./nearby";
import { INFLUENCES, said, type Code, type DeskPage } from "./page";
import { canPaint, hideMarks, paintMarks, paintOne } from "./painting";
import { Picker } from "./picker";
import { TextMap } from "./selection";
import { suggested } from "./suggesting";
import { View } from "./view";
import { Walker } from "./walking";
import { pageData } from "../kit/page_data";

export class CodingDesk extends HTMLElement {
  #page!: DeskPage;
  #view!: View;
  #map!: TextMap;
  #walker!: Walker;
  #acts!: Acts;
  #picker!: Picker;
  #margin!: Margin;
  #nearby!: Nearby;
  #memo!: Memo;
  #caret: Caret | null = null;
  #chosen: Span | null = null;
  #hidden = false;

  connectedCallback(): void {
    this.#page = pageData<DeskPage>(this.dataset["page"] ?? "desk-data");
    this.#view = new View(this);
    this.#map = new TextMap(this.#view.text);
    this.#walker = new Walker(this.#map);
    this.#acts = new Acts(this.#page, {
      say: (sentence) => this.#view.say(sentence),
      saved: (sentence, state) => this.#view.saved(sentence, state),
      changed: (_, current) => this.#changed(current),
      back: (span) => (this.#chosen = span),
    });
    this.#picker = new Picker((code, influence) => this.#take(code, influence), () => this.#back(), (sentence) => this.#view.say(sentence));
    this.#memo = new Memo(this.#view.dialog("memo"), (mark, memo, alone) => (mark ? this.#acts.write(mark, memo, alone) : this.#acts.writeOnSource(memo, alone)));
    this.#view.reader.append(this.#picker.box);
    paintMarks(this.#map, this.#acts.marks);
    // Text and tints first: margin and panel measure the page, so they wait until it has been painted once.
    requestAnimationFrame(() => setTimeout(() => this.#later(), 0));
  }

  #later(): void {
    const chunks = [...this.querySelectorAll<HTMLElement>(".c-chunk")];
    this.#margin = new Margin(this.#map, chunks, (mark) => this.#go(mark));
    this.#margin.show(this.#acts.marks);
    this.#nearby = new Nearby(this.#view.panel, this.#map, (mark) => this.#go(mark));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => this.#click(event));
    this.#view.text.addEventListener("pointerup", () => setTimeout(() => this.#pointed(), 0));
    this.#view.onScroll(() => this.#near());
    new ResizeObserver(() => this.#margin.redraw()).observe(this.#view.text);
    this.#near();
    this.#keepUp();
    this.dataset["ready"] = canPaint() ? "painted" : "listed";
  }

  // What others do is shown here, and what could not be sent before is sent now. Whoever leaves before that is asked.
  #keepUp(): void {
    const { since_href, text_id, since, wall } = this.#page;
    this.#acts.again((span) => this.#map.words(span));
    window.addEventListener("online", () => void this.#acts.outbox.send());
    window.addEventListener("beforeunload", (event) => this.#acts.outbox.size && event.preventDefault());
    if (!since_href) return;
    new Live(since_href, text_id, since ?? 0, wall ?? "", {
      free: () => !this.#acts.outbox.busy,
      moment: () => this.#acts.outbox.begun,
      reached: () => void (this.#acts.outbox.size && this.#acts.outbox.send()),
      heard: (news) => {
        const current = this.#walker.current?.number;
        const fresh = news.marks.filter((mark) => !mark.removed && mark.by !== "You").length;
        this.#acts.heard(news);
        this.#walker.current = this.#acts.marks.find((mark) => mark.number === current) ?? null;
        this.#near();
        if (fresh && !news.whole) this.#view.heard(`${fresh} ${fresh > 1 ? "marks" : "mark"} by others came in or changed.`);
      },
      ended: (sentence) => this.#view.heard(sentence),
    });
  }

  #changed(current?: Mark): void {
    paintMarks(this.#map, this.#hidden ? [] : this.#acts.marks);
    this.#margin?.show(this.#hidden ? [] : this.#acts.marks);
    this.#walker.current = current ?? null;
    if (this.#nearby) this.#near();
  }

  #near(): void {
    const [first, last] = this.#view.onScreen(this.#map.elements);
    const from = this.#map.paragraphs[first]?.start ?? 0;
    const to = this.#map.paragraphs[last]?.end ?? 0;
    paintOne(this.#map, "here", this.#walker.current);
    this.#nearby.show(this.#acts.marks, this.#acts.total, from, to, this.#walker.current?.number);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#view.holdsText(event.target) || event.defaultPrevented) return;
    const move = this.#caret ? moveOf(event) : null;
    const command = move ? null : commandOf(event, this.#caret !== null);
    if (!move && (!command || (command === "open-mark" && (event.target as Element).closest("a")))) return;
    event.preventDefault();
    if (move && this.#caret) this.#select(step(this.#map.paragraphs, this.#caret, move.unit, move.direction, move.extend));
    else if (command) this.#do(command);
  }

  #click(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-command]");
    if (button) this.#do(button.dataset["command"] as Command);
  }

  #pointed(): void {
    const span = this.#map.selected();
    this.#view.offer(this.#page.may_mark && span ? this.#map.rects(span).at(-1) : undefined);
    if (span) {
      this.#chosen = span;
      this.#caret = this.#caret && { still: span.start, moving: span.end };
      return;
    }
    const chosen = document.getSelection();
    if (!chosen?.anchorNode || !this.#view.text.contains(chosen.anchorNode)) return;
    const offset = this.#map.offsetOf(chosen.anchorNode, chosen.anchorOffset);
    const index = this.#map.elements.indexOf(this.#map.elementAt(offset)!);
    this.#walker.current = touching(this.#acts.marks, offset, offset + 1)[0] ?? null;
    this.#walker.stand(index, false);
    this.#chosen = null;
    this.#near();
  }

  #do(command: Command): void {
    const acts: Partial<Record<Command, () => void>> = {
      "next-paragraph": () => this.#walked(() => this.#walker.paragraph(1) || this.#view.endOfPart()),
      "previous-paragraph": () => this.#walked(() => this.#walker.paragraph(-1)),
      "next-heading": () => this.#walked(() => this.#walker.heading(1)),
      "previous-heading": () => this.#walked(() => this.#walker.heading(-1)),
      "next-unmarked": () => this.#walked(() => this.#walker.unmarked(this.#acts.marks)),
      "next-mark": () => this.#toMark(1),
      "previous-mark": () => this.#toMark(-1),
      "go-to": () => this.#view.ask("go", (number) => this.#walker.numbered(number) || this.#view.otherPart(number)),
      select: () => (this.#caret ? this.#leave() : this.#start()),
      swap: () => this.#caret && this.#select(swapped(this.#caret)),
      leave: () => this.#leave(),
      code: () => this.#open(""),
      "own-words": () => this.#open(this.#words().replace(/\s+/g, " ").slice(0, 80), true),
      repeat: () => this.#repeat(),
      memo: () => (this.#page.may_mark ? this.#memo.open(this.#walker.current) : this.#view.say("You can read this source. You cannot write on it.")),
      remove: () => this.#walker.current && this.#acts.remove(this.#walker.current),
      undo: () => this.#acts.undo(),
      redo: () => this.#acts.redo(),
      "words-only": () => this.#wordsOnly(),
      table: () => this.#view.follow("table"),
      keys: () => this.#view.dialog("keys").showModal(),
      "open-mark": () => this.#walker.current && this.#view.panel.querySelector<HTMLElement>("[aria-current] button")?.focus(),
    };
    for (const { value } of INFLUENCES) acts[value] = () => this.#walker.current && this.#acts.change(this.#walker.current, value);
    acts[command]?.();
  }

  #walked(walk: () => void): void {
    this.#leave(false);
    walk();
    this.#near();
  }

  #toMark(direction: 1 | -1): void {
    this.#leave(false);
    const mark = this.#walker.mark(this.#acts.marks, direction);
    this.#view.say(mark ? `${mark.label}, ${said(mark.influence)}: ${this.#map.words(mark)}` : "No further mark.");
    this.#near();
  }

  #go(mark: Mark): void {
    this.#walker.toMark(mark);
    this.#near();
  }

  #start(): void {
    const from = this.#map.selected();
    this.#view.hold(true);
    this.#select(from ? { still: from.start, moving: from.end } : sentenceAt(this.#map.paragraphs, this.#map.paragraphs[this.#walker.at]?.start ?? 0));
  }

  #select(caret: Caret): void {
    this.#caret = caret;
    const span = spanOf(caret);
    this.#chosen = this.#map.trimmed(span);
    paintOne(this.#map, "chosen", span);
    this.#walker.stand(this.#map.elements.indexOf(this.#map.elementAt(caret.moving)!), false);
    this.#view.keepInSight(this.#walker.element);
    this.#view.say(this.#chosen ? this.#map.words(this.#chosen) : "Nothing selected.");
  }

  #leave(focus = true): void {
    if (this.#caret && focus) this.#walker.stand(this.#walker.at);
    this.#caret = null;
    this.#view.hold(false);
    this.#view.offer(undefined);
    paintOne(this.#map, "chosen", null);
  }

  #words(): string {
    return this.#chosen ? this.#map.words(this.#chosen) : "";
  }

  #open(typed: string, own = false): void {
    if (!this.#page.may_mark) return this.#view.say("You can read this source. You cannot mark it.");
    this.#chosen = this.#map.selected() ?? this.#chosen ?? this.#walker.current;
    if (!this.#chosen) return this.#view.say("Select some words first: press V, or use the mouse.");
    this.#view.offer(undefined);
    const span = this.#chosen;
    const rect = this.#map.rects(span).at(-1);
    paintOne(this.#map, "chosen", span);
    const { top, left } = this.#view.below(rect);
    const typing = own && !typed ? this.#map.words(span).replace(/\s+/g, " ").slice(0, 80) : typed;
    this.#picker.open(this.#page.codes, suggested(this.#acts.marks, span), top, left, typing, own);
  }

  #take(code: Code, influence: string): void {
    const span = this.#chosen;
    this.#back();
    if (!span) return;
    this.#done();
    this.#acts.mark(span, this.#map.words(span), code, influence);
  }

  #repeat(): void {
    const span = this.#map.selected() ?? this.#chosen;
    const last = this.#acts.last;
    if (!span || !last) return this.#view.say(span ? "Choose a code first: press C." : "Select some words first.");
    this.#done();
    this.#acts.mark(span, this.#map.words(span), last.code, last.influence);
  }

  #done(): void {
    this.#chosen = null;
    document.getSelection()?.removeAllRanges();
    this.#leave();
  }

  #back(): void {
    if (this.#caret) this.#view.hold(true);
    else this.#walker.stand(this.#walker.at);
  }

  #wordsOnly(): void {
    this.#hidden = !this.#hidden;
    if (this.#hidden) hideMarks();
    this.#changed(this.#walker.current ?? undefined);
    this.#view.say(this.#hidden ? "Marks are hidden." : "Marks are shown.");
  }

  /** Sends again what could not be sent; the button beside the saved line calls it. */
  retry(): void {
    void this.#acts.outbox.send();
  }
}
