// What a person does with marks: sends each to the server, keeps what could not be sent, and can take the last back.
import type { Mark } from "./marks";
import { said, type Code, type DeskPage } from "./page";
import type { Span } from "./caret";
import { post, type Answer } from "../kit/sending";

type Fields = Record<string, string>;
type Act = { mark: Mark; made: boolean };

export interface Teller {
  say(sentence: string): void;
  saved(sentence: string, state: "saved" | "waiting" | "failed"): void;
  changed(marks: readonly Mark[], current?: Mark): void;
}

export class Acts {
  marks: Mark[];
  last: { code: Code; influence: string } | null = null;
  #done: Act[] = [];
  #undone: Act[] = [];
  #waiting: (() => Promise<void>) | null = null;

  constructor(
    readonly page: DeskPage,
    readonly teller: Teller,
  ) {
    this.marks = [...page.marks];
  }

  /** How many marks the source has, on every part of its text. */
  get total(): number {
    return this.marks.length + (this.page.elsewhere ?? 0);
  }

  /** Gives a code to a span of the text. */
  async mark(span: Span, quote: string, code: Code, influence: string): Promise<void> {
    this.last = { code, influence };
    const fields = { start: String(span.start), end: String(span.end), quote, code: code.value, influence, memo: "", sent_key: attempt() };
    await this.#send<{ mark: Mark }>(() => post(this.page.mark_href, fields), ({ mark }) => {
      this.#did({ mark, made: true });
      this.#put(mark);
      this.teller.say(`Marked, ${mark.label}, ${said(mark.influence)}. ${this.total} marks in this source.`);
    });
  }

  /** Changes the influence of a mark. */
  async change(mark: Mark, influence: string): Promise<void> {
    await this.#change(mark.change_href, { influence }, (now) => `Changed: ${now.label}, ${said(now.influence)}.`);
  }

  /** Keeps this person's memo on a mark. */
  async write(mark: Mark, memo: string, alone: boolean): Promise<void> {
    await this.#change(mark.memo_href, { memo, ...(alone ? { private: "on" } : {}) }, () => "Memo kept.");
  }

  /** Takes a mark away; the words stay. */
  async remove(mark: Mark): Promise<void> {
    await this.#takeAway(mark, () => this.#did({ mark, made: false }));
  }

  /** Takes back the last thing this person did to marks here. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (!last) return this.teller.say("There is nothing to undo.");
    await this.#turn(last, !last.made, () => this.#undone.push(...this.#done.splice(-1)));
  }

  /** Does again what was taken back last. */
  async redo(): Promise<void> {
    const last = this.#undone.at(-1);
    if (!last) return this.teller.say("There is nothing to do again.");
    await this.#turn(last, last.made, () => this.#done.push(...this.#undone.splice(-1)));
  }

  /** Sends again what could not be sent. */
  async retry(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = null;
    await waiting?.();
  }

  #did(act: Act): void {
    this.#done.push(act);
    this.#undone = [];
  }

  async #turn({ mark }: Act, there: boolean, then: () => void): Promise<void> {
    await (there ? this.#putBack(mark, then) : this.#takeAway(mark, then));
  }

  async #takeAway(mark: Mark, then: () => void): Promise<void> {
    const address = mark.remove_href;
    if (!address) return this.teller.say("You can read this mark. You cannot remove it.");
    await this.#send<unknown>(() => post(address, {}), () => {
      then();
      this.marks = this.marks.filter((one) => one.number !== mark.number);
      this.teller.changed(this.marks);
      this.teller.say(`Removed: ${mark.label}. The words stay. Press U to undo.`);
    });
  }

  async #putBack(mark: Mark, then: () => void): Promise<void> {
    const address = mark.restore_href;
    if (!address) return this.teller.say("You can read this mark. You cannot put it back.");
    await this.#send<{ mark: Mark }>(() => post(address, {}), ({ mark: now }) => {
      then();
      this.#put(now);
      this.teller.say(`Put back: ${now.label}, ${said(now.influence)}.`);
    });
  }

  async #change(address: string | undefined, fields: Fields, sentence: (now: Mark) => string): Promise<void> {
    if (!address) return this.teller.say("You can read this mark. You cannot change it.");
    await this.#send<{ mark: Mark }>(() => post(address, fields), ({ mark: now }) => {
      this.#put(now);
      this.teller.say(sentence(now));
    });
  }

  #put(mark: Mark): void {
    this.marks = [...this.marks.filter((one) => one.number !== mark.number), mark];
    this.teller.changed(this.marks, mark);
  }

  async #send<T>(send: () => Promise<Answer<T>>, then: (body: T) => void): Promise<void> {
    this.teller.saved("Saving", "waiting");
    const answer = await send();
    if (answer.kept) {
      this.teller.saved("Saved just now", "saved");
      return then(answer.body);
    }
    this.#waiting = () => this.#send(send, then);
    this.teller.saved(answer.sentence, "failed");
    this.teller.say(answer.sentence);
  }
}

// One per attempt, so that sending again after a lost answer marks once.
function attempt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
