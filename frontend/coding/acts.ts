// What a person does with marks. Each act is shown at once, sent in its turn, and can be taken back.
import type { Span } from "./caret";
import { KeptMarks, type Unsent } from "./kept";
import type { News } from "./live";
import type { Influence, Mark } from "./marks";
import { Outbox, type Letter } from "./outbox";
import { said, type Code, type DeskPage } from "./page";
import { post, type Answer } from "../kit/sending";

type Told = { mark: Mark };
/** One act as it can be taken back: what the mark was before and after it (null: not there), and its number once known. */
type Act = { mark: number; before: Mark | null; after: Mark | null; act?: number; letter?: Letter<Told>; unsent?: Act };

export interface Teller {
  say(sentence: string): void;
  saved(sentence: string, state: "saved" | "waiting" | "failed"): void;
  changed(marks: readonly Mark[], current?: Mark): void;
  /** A span that could not be marked, to be chosen again. */
  back(span: Span): void;
}

export class Acts {
  marks: Mark[];
  last: { code: Code; influence: string } | null = null;
  readonly outbox: Outbox;
  #done: Act[] = [];
  #undone: Act[] = [];
  #numbers = new Map<number, Mark>();
  #made = 0;
  #stuck = false;
  #kept: KeptMarks;

  constructor(
    readonly page: DeskPage,
    readonly teller: Teller,
    store: Storage = sessionStorage,
  ) {
    this.marks = [...page.marks];
    this.last = lastOf(page);
    this.#kept = new KeptMarks(page.desk ?? "", page.text_id, store);
    this.outbox = new Outbox({
      waiting: (count) => !this.#stuck && teller.saved(count > 1 ? `Saving ${count}` : "Saving", "waiting"),
      stuck: (sentence) => this.#hold(sentence),
      through: () => this.#through(),
    });
  }

  /** How many marks the source has, on every part of its text. */
  get total(): number {
    return this.marks.length + (this.page.elsewhere ?? 0);
  }

  /** Gives a code to a span of the text. */
  mark(span: Span, quote: string, code: Code, influence: string, sent_key = attempt()): void {
    this.last = { code, influence };
    const unsent: Unsent = { sent_key, start: span.start, end: span.end, code: code.value, influence };
    const fields = { ...unsent, start: String(span.start), end: String(span.end), quote, memo: "" };
    const shown: Mark = {
      number: -(this.#made += 1), start: span.start, end: span.end, code: code.value, label: code.label,
      influence: influence as Influence, by: "You", memo: "", href: "", waiting: true,
    };
    this.#kept.add(unsent);
    const act: Act = { mark: shown.number, before: null, after: shown };
    act.letter = this.#letter("mark", () => post(this.page.mark_href, fields), act, ({ mark }) => {
      this.#kept.drop(sent_key);
      this.teller.say(`Marked, ${mark.label}, ${said(mark.influence)}. ${this.total} marks in this source.`);
    }, () => {
      this.#kept.drop(sent_key);
      this.teller.back(span);
    });
    this.#do(act);
  }

  /** Sends what an earlier visit of this tab could not send; `words` gives the words of a span. */
  again(words: (span: Span) => string): void {
    for (const one of this.#kept.all()) {
      const code = this.page.codes.find((each) => each.value === one.code);
      if (code) this.mark(one, words(one), code, one.influence, one.sent_key);
      else this.#kept.drop(one.sent_key);
    }
  }

  /** Changes the influence of a mark. */
  change(mark: Mark, influence: string): void {
    if (!this.#may(mark, mark.change_href, "change")) return;
    const act: Act = { mark: mark.number, before: mark, after: { ...mark, influence: influence as Influence } };
    act.letter = this.#letter("change", () => to(this.#now(mark).change_href, { influence }), act, ({ mark: now }) =>
      this.teller.say(`Changed: ${now.label}, ${said(now.influence)}.`));
    this.#do(act);
  }

  /** Takes a mark away; the words stay. */
  remove(mark: Mark): void {
    if (!this.#may(mark, mark.remove_href, "remove")) return;
    const act: Act = { mark: mark.number, before: mark, after: null };
    act.letter = this.#letter("removal", () => to(this.#now(mark).remove_href, {}), act, () =>
      this.teller.say(`Removed: ${mark.label}. The words stay. Press U to undo.`));
    this.#do(act);
  }

  /** Keeps this person's memo on a mark. */
  write(mark: Mark, memo: string, alone: boolean): void {
    if (!this.#may(mark, mark.memo_href, "change")) return;
    const fields = { memo, ...(alone ? { private: "on" } : {}) };
    const act: Act = { mark: mark.number, before: mark, after: { ...mark, memo, private: alone } };
    this.#show(act.mark, act.after);
    this.outbox.add(this.#letter("memo", () => to(this.#now(mark).memo_href, fields), act, () => this.teller.say("Memo kept.")));
  }

  /** Keeps a memo on the source as a whole. */
  writeOnSource(text: string, alone: boolean): void {
    const fields = { text, sent_key: attempt(), ...(alone ? { private: "on" } : {}) };
    this.outbox.add<unknown>({
      what: "memo",
      send: () => post(this.page.memo_href ?? "memo/", fields),
      kept: () => this.teller.say("Memo kept with this source."),
      refused: (sentence) => {
        this.teller.saved(`Not saved: ${sentence}`, "failed");
        this.teller.say(sentence);
      },
    });
  }

  /** Takes back the last thing this person did to marks here. */
  undo(): void {
    const act = this.#done.pop();
    if (!act) return this.teller.say("There is nothing to undo.");
    this.#turn(act, this.#undone);
  }

  /** Does again what was taken back last. */
  redo(): void {
    const act = this.#undone.pop();
    if (!act) return this.teller.say("There is nothing to do again.");
    this.#turn(act, this.#done);
  }

  /** Takes in what others did. What is on its way from here is left: its own answer says how it is. */
  heard({ marks, whole, total }: News): void {
    const touched = new Map(marks.map((mark) => [mark.number, mark]));
    const here = (mark: Mark) => !this.page.within || (mark.start < this.page.within[1]! && mark.end > this.page.within[0]!);
    const stay = this.marks.filter((mark) => mark.number < 0 || (!whole && !touched.has(mark.number)));
    this.marks = [...stay, ...marks.filter((mark) => !mark.removed && here(mark))];
    for (const mark of marks) this.#numbers.set(mark.number, mark);
    this.page.elsewhere = total - this.marks.filter((mark) => mark.number > 0).length;
    this.teller.changed(this.marks);
  }

  #do(act: Act): void {
    this.#done.push(act);
    this.#undone = [];
    this.#show(act.mark, act.after);
    if (act.letter) this.outbox.add(act.letter);
  }

  // Taking back an act is an act of its own, so that the same way leads back to it again.
  #turn(act: Act, onto: Act[]): void {
    const back: Act = { mark: act.mark, before: act.after, after: act.before };
    if (act.unsent) {
      onto.push(act.unsent);
      this.#show(back.mark, back.after);
      return this.outbox.add(act.unsent.letter!);
    }
    if (act.letter && this.outbox.drop(act.letter)) {
      onto.push({ ...back, unsent: act });
      this.#show(back.mark, back.after);
      return this.teller.say(turned(back));
    }
    back.letter = this.#letter("undo", () => to(undoing(this.#now(act), act.act), {}), back, () =>
      this.teller.say(turned(back)));
    this.#show(back.mark, back.after);
    onto.push(back);
    this.outbox.add(back.letter);
  }

  #letter(
    what: string, send: Letter<Told>["send"], act: Act, kept: (body: Told) => void, refused?: () => void,
  ): Letter<Told> {
    return {
      what,
      send,
      kept: (body) => {
        if (act.mark < 0) this.marks = this.marks.filter((mark) => mark.number !== act.mark);
        this.#numbers.set(act.mark, body.mark).set(body.mark.number, body.mark);
        act.act = body.mark.act ?? 0;
        this.#show(body.mark.number, body.mark.removed ? null : body.mark);
        kept(body);
      },
      refused: (sentence) => {
        this.#done = this.#done.filter((one) => one !== act);
        this.#undone = this.#undone.filter((one) => one !== act);
        this.#show(act.mark, act.before && act.before.number < 0 && !this.#numbers.has(act.mark) ? null : act.before);
        refused?.();
        this.teller.saved(`Not saved: ${sentence}`, "failed");
        this.teller.say(sentence);
      },
    };
  }

  // A mark as the server told it last, by the number it had here before it had one there.
  #now({ mark, number }: { mark?: number; number?: number }): Mark {
    const wanted = mark ?? number ?? 0;
    return this.#numbers.get(wanted) ?? this.marks.find((one) => one.number === wanted) ?? ({} as Mark);
  }

  #may(mark: Mark, address: string | undefined, verb: string): boolean {
    if (address || mark.waiting) return true;
    this.teller.say(`You can read this mark. You cannot ${verb} it.`);
    return false;
  }

  #show(number: number, mark: Mark | null): void {
    const wanted = this.#numbers.get(number)?.number ?? number;
    this.marks = this.marks.filter((one) => one.number !== wanted);
    if (mark) this.marks.push(mark.number === wanted ? mark : { ...mark, number: wanted });
    this.teller.changed(this.marks, mark ?? undefined);
  }

  #hold(sentence: string): void {
    const words = `Not saved yet: ${this.outbox.words}. ${sentence} Kept here, sent as soon as it can be.`;
    this.teller.saved(words, "failed");
    if (!this.#stuck) this.teller.say(words);
    this.#stuck = true;
  }

  #through(): void {
    this.teller.saved(this.#stuck ? "All saved just now" : "Saved just now", "saved");
    if (this.#stuck) this.teller.say("All saved.");
    this.#stuck = false;
  }
}

// A mark that was refused has no address, and what was to be done to it is refused, too.
async function to(address: string | undefined, fields: Record<string, string>): Promise<Answer<Told>> {
  return address ? post<Told>(address, fields) : { kept: false, sentence: "The mark itself was not kept.", again: false };
}

function undoing({ undo_href }: Mark, act: number | undefined): string | undefined {
  return undo_href && `${undo_href}${act ?? 0}/`;
}

function turned({ before, after }: Act): string {
  if (!after) return `Taken back: ${before?.label ?? "the mark"} is not marked. The words stay.`;
  return `${before ? "Taken back" : "Marked again"}: ${after.label}, ${said(after.influence)}.`;
}

// What this person gave last on this text, for the key that repeats it.
function lastOf(page: DeskPage): Acts["last"] {
  const own = page.marks.filter((mark) => mark.by === "You").sort((a, b) => b.number - a.number)[0];
  const code = own && page.codes.find((each) => each.value === own.code);
  return own && code ? { code, influence: own.influence } : null;
}

// One per attempt, so that sending again after a lost answer marks once.
function attempt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
