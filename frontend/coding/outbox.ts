// What is on its way to the server, in the order in which it was done. What cannot be sent now is sent later.
import type { Answer } from "../kit/sending";

/** One thing to be sent. `what` is how it is counted in a sentence ("mark", "memo"). */
export interface Letter<T> {
  what: string;
  send(): Promise<Answer<T>>;
  kept(body: T): void;
  refused(sentence: string): void;
}

export interface Postman {
  waiting(count: number): void;
  stuck(sentence: string, count: number): void;
  through(): void;
}

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 15_000;

export class Outbox {
  #letters: Letter<unknown>[] = [];
  #sending = false;
  #wait = FIRST_WAIT;
  #timer = 0;
  #begun = 0;

  constructor(readonly postman: Postman) {}

  /** How much has not been saved yet. */
  get size(): number {
    return this.#letters.length;
  }

  /** Whether something is on its way this moment. */
  get busy(): boolean {
    return this.#sending;
  }

  /** How often something was sent, answered or not: while it stays, what the server told meanwhile holds here too. */
  get begun(): number {
    return this.#begun;
  }

  /** What has not been saved yet, in words: "2 marks, 1 memo". */
  get words(): string {
    const counts = new Map<string, number>();
    for (const { what } of this.#letters) counts.set(what, (counts.get(what) ?? 0) + 1);
    return [...counts].map(([what, count]) => `${count} ${what}${count > 1 ? "s" : ""}`).join(", ");
  }

  /** Adds something at the end and sends what is there. */
  add<T>(letter: Letter<T>): void {
    this.#letters.push(letter as Letter<unknown>);
    void this.send();
  }

  /** Takes back what was never sent; false when it is on its way or gone, or when something that came later needs it. */
  drop<T>(letter: Letter<T>): boolean {
    const last = this.#letters.length - 1;
    if (last < 0 || this.#letters[last] !== (letter as Letter<unknown>) || (last === 0 && this.#sending)) return false;
    this.#letters.pop();
    if (!this.#letters.length) this.postman.through();
    return true;
  }

  /** Sends everything, one after the other, as far as it goes. What is stuck is tried again by itself. */
  async send(): Promise<void> {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    while (this.#letters.length) {
      const letter = this.#letters[0]!;
      this.postman.waiting(this.#letters.length);
      this.#begun += 1;
      const answer = await letter.send();
      if (!answer.kept && answer.again) {
        this.#sending = false;
        this.postman.stuck(answer.sentence, this.#letters.length);
        this.#timer = window.setTimeout(() => void this.send(), this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
        return;
      }
      this.#letters.shift();
      this.#wait = FIRST_WAIT;
      if (answer.kept) letter.kept(answer.body);
      else letter.refused(answer.sentence);
      if (answer.kept && !this.#letters.length) this.postman.through();
    }
    this.#sending = false;
  }
}
