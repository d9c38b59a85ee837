// What was marked and could not be sent yet, kept for this tab in case it is loaded again before it can be.
// Places and codes only: never words of the source, memos, or the name of a new code. Gone when it is saved.

export interface Unsent {
  sent_key: string;
  start: number;
  end: number;
  code: string;
  influence: string;
}

interface Kept {
  text: number | string;
  marks: Unsent[];
}

/** Whether a mark may be kept: one with a code that has a number here. */
export function mayBeKept(code: string): boolean {
  return code.startsWith("item:") || code.startsWith("open:");
}

export class KeptMarks {
  /** `desk` names the person and the source: nobody finds what another left in the same tab. */
  constructor(
    readonly desk: string,
    readonly text: number | string,
    readonly store: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  ) {}

  /** What is there for this very text; what was meant for another text is thrown away. */
  all(): Unsent[] {
    try {
      const kept = JSON.parse(this.store.getItem(this.#name) ?? "null") as Kept | null;
      return kept?.text === this.text && Array.isArray(kept.marks) ? kept.marks : [];
    } catch {
      return [];
    }
  }

  add(mark: Unsent): void {
    if (mayBeKept(mark.code)) this.#put([...this.all().filter((one) => one.sent_key !== mark.sent_key), mark]);
  }

  drop(sent_key: string): void {
    this.#put(this.all().filter((one) => one.sent_key !== sent_key));
  }

  get #name(): string {
    return `unsent-${this.desk}`;
  }

  #put(marks: Unsent[]): void {
    try {
      if (marks.length) this.store.setItem(this.#name, JSON.stringify({ text: this.text, marks }));
      else this.store.removeItem(this.#name);
    } catch {
      // A tab that may keep nothing keeps it in memory alone.
    }
  }
}
