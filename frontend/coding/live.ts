// Asks every second and a half, while the page is looked at, what others did to the marks of this text.
import type { Mark } from "./marks";

/** What the server says happened since it was asked last. */
export interface News {
  latest: number;
  wall: string;
  marks: Mark[];
  total: number;
  whole: boolean;
  moved: boolean;
}

export interface Listener {
  /** Whether this is a moment to ask. */
  free(): boolean;
  /** Another number as soon as something was sent from here: what was asked before it may not know of it. */
  moment(): number;
  heard(news: News): void;
  /** The connection is there (again). */
  reached(): void;
  /** There is nothing to be heard any more, and why. */
  ended(sentence: string): void;
}

const EVERY = 1500;
const SLOWEST = 12_000;
export const MOVED = "The text was corrected meanwhile. Load the page again to read and mark the corrected text.";
export const CLOSED = "This source is no longer open to you here. Load the page again.";

export class Live {
  #tag = "";
  #wait = EVERY;
  #timer = 0;
  #over = false;

  constructor(
    readonly href: string,
    readonly text: number | string,
    public since: number,
    public wall: string,
    readonly listener: Listener,
  ) {
    document.addEventListener("visibilitychange", () => this.#soon(0));
    window.addEventListener("online", () => this.#soon(0));
    this.#soon(this.#wait);
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#over && document.visibilityState === "visible") this.#timer = window.setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    if (this.listener.free()) await this.#fetch();
    this.#soon(this.#wait);
  }

  async #fetch(): Promise<void> {
    const asked = new URLSearchParams({ text: String(this.text), wall: this.wall });
    const moment = this.listener.moment();
    try {
      const answer = await fetch(`${this.href}${this.since}/?${asked}`, {
        headers: { Accept: "application/json", ...(this.#tag ? { "If-None-Match": this.#tag } : {}) },
        credentials: "same-origin",
        redirect: "manual",
      });
      this.#wait = EVERY;
      if (answer.status === 404 || answer.type === "opaqueredirect") return this.#end(CLOSED);
      this.listener.reached();
      if (!answer.ok) return;
      const news = (await answer.json()) as News;
      if (moment !== this.listener.moment()) return; // asked again, after what was sent meanwhile
      this.#tag = answer.headers.get("ETag") ?? "";
      this.#take(news);
    } catch {
      this.#wait = Math.min(this.#wait * 2, SLOWEST);
    }
  }

  #take(news: News): void {
    if (news.moved) return this.#end(MOVED);
    this.since = news.latest;
    this.wall = news.wall;
    if (news.marks.length || news.whole) this.listener.heard(news);
  }

  #end(sentence: string): void {
    this.#over = true;
    this.listener.ended(sentence);
  }
}
