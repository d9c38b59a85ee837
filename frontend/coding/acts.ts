// What a person does with marks: sends each to the server, keeps what could not be sent, and can take the last back.
import type { Mark } from "./marks";
import { said, type Code, type DeskPage } from "./page";
import type { Span } from "./caret";
import { post, type Answer } from "../kit/sending";

type Fields = Record<string, string>;
type Done = { mark: Mark; fields: Fields };

export interface Teller {
  say(sentence: string): void;
  saved(sentence: string, state: "saved" | "waiting" | "failed"): void;
  changed(marks: readonly Mark[], current?: Mark): void;
}

export class Acts {
  marks: Mark[];
  last: { code: Code; influence: string } | null = null;
  #done: Done[] = [];
  #undone: Fields[] = [];
  #waiting: (() => Promise<void>) | null = null;

  constructor(
    readonly page: DeskPage,
    readonly teller: Teller,
  ) {
    this.marks = [...page.marks];
  }

  /** Gives a code to a span of the text. */
  async mark(span: Span, quote: string, code: Code, influence: string): Promise<void> {
    this.last = { code, influence };
    this.#undone = [];
    await this.#make({ start: String(span.start), end: String(span.end), quote, code: code.value, influence, memo: "" });
  }

  /** Changes the influence or the memo of a mark. */
  async change(mark: Mark, fields: Fields): Promise<void> {
    if (!mark.change_href) return this.teller.say("You can read this mark. You cannot change it.");
    const address = mark.change_href;
    await this.#send<{ mark: Mark }>(() => post(address, fields), ({ mark: now }) => {
      this.marks = this.marks.map((one) => (one.number === mark.number ? now : one));
      this.teller.changed(this.marks, now);
      this.teller.say(`Changed: ${now.label}, ${said(now.influence)}.`);
    });
  }

  /** Takes a mark away; the words stay. */
  async remove(mark: Mark): Promise<void> {
    if (!mark.remove_href) return this.teller.say("You can read this mark. You cannot remove it.");
    const address = mark.remove_href;
    await this.#send<unknown>(() => post(address, {}), () => {
      this.marks = this.marks.filter((one) => one.number !== mark.number);
      this.teller.changed(this.marks);
      this.teller.say(`Removed: ${mark.label}. The words stay. Press Shift and U to put it back.`);
    });
  }

  /** Takes back the last mark this person made here. */
  async undo(): Promise<void> {
    const last = this.#done.pop();
    const mark = last && this.marks.find((one) => one.number === last.mark.number);
    if (!last || !mark) return this.teller.say("There is nothing to undo.");
    this.#undone.push(last.fields);
    await this.remove(mark);
  }

  /** Makes again the last mark that was taken back. */
  async redo(): Promise<void> {
    const fields = this.#undone.pop();
    if (!fields) return this.teller.say("There is nothing to redo.");
    await this.#make(fields);
  }

  /** Sends again what could not be sent. */
  async retry(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = null;
    await waiting?.();
  }

  async #make(fields: Fields): Promise<void> {
    await this.#send<{ mark: Mark }>(() => post(this.page.mark_href, fields), ({ mark }) => {
      this.marks = [...this.marks, mark];
      this.#done.push({ mark, fields });
      this.teller.changed(this.marks, mark);
      this.teller.say(`Marked, ${mark.label}, ${said(mark.influence)}. ${this.marks.length} marks in this source.`);
    });
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
