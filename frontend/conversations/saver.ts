// Sends notes in small saves, one after the other, and goes on trying. What changes while it is on its way is sent again.
import type { Answer } from "../kit/sending";

export interface Draft {
  said: string;
  reflection: string;
  based_on: number;
  device: string;
}

export interface Saved {
  edition: number;
  beside: boolean;
}

export interface Ear {
  /** What is to be sent of a screen now. */
  draft(screen: string): Draft;
  send(screen: string, draft: Draft): Promise<Answer<Saved>>;
  /** It is stored; `whole` says that nothing was typed in the meantime. */
  saved(screen: string, draft: Draft, told: Saved, whole: boolean): void;
  waiting(sentence: string): void;
  refused(screen: string, sentence: string): void;
}

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 15_000;

export class Saver {
  #changed = new Set<string>();
  #sending = false;
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly ear: Ear) {}

  /** How many screens hold something that is not saved. */
  get waiting(): number {
    return this.#changed.size;
  }

  /** Something was typed; it is sent after a pause. */
  changed(screen: string, pause = 1000): void {
    this.#changed.add(screen);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), pause);
  }

  /** Sends all that waits, as far as it goes. */
  async send(): Promise<void> {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    const refused = new Set<string>();
    for (;;) {
      const screen = [...this.#changed].find((one) => !refused.has(one));
      if (screen === undefined) break;
      const draft = this.ear.draft(screen);
      const answer = await this.ear.send(screen, draft);
      if (answer.kept) {
        const now = this.ear.draft(screen);
        const whole = now.said === draft.said && now.reflection === draft.reflection;
        if (whole) this.#changed.delete(screen);
        this.#wait = FIRST_WAIT;
        this.ear.saved(screen, draft, answer.body, whole);
      } else if (answer.again) {
        this.ear.waiting(answer.sentence);
        this.#timer = setTimeout(() => void this.send(), this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
        break;
      } else {
        refused.add(screen);
        this.ear.refused(screen, answer.sentence);
      }
    }
    this.#sending = false;
  }
}
