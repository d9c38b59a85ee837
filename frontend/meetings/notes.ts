// <meeting-notes>: asks every few seconds, while the page is looked at, what others wrote, and shows it in its place.
// Each entry comes drawn as the whole page draws it. Nothing that is being typed is ever touched.

interface News {
  latest: number;
  entries: { number: number; item: number | string; mine: boolean; html: string }[];
  gone: number[];
  stopped: string;
  agreed: boolean;
}

const EVERY = 3000;
const SLOWEST = 15_000;

export class MeetingNotes extends HTMLElement {
  #tag = "";
  #wait = EVERY;
  #timer = 0;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", () => this.#now());
    window.addEventListener("online", () => this.#now());
    this.addEventListener("kept", () => this.#now());
    this.#soon(this.#wait);
    this.dataset["ready"] = "yes";
  }

  // What was sent just now did arrive, so there is no longer a reason to ask less often.
  #now(): void {
    this.#wait = EVERY;
    this.#soon(0);
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    if (document.visibilityState === "visible") this.#timer = window.setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    try {
      const answer = await fetch(`${this.dataset["from"]}${this.dataset["since"]}/`, {
        headers: { Accept: "application/json", ...(this.#tag ? { "If-None-Match": this.#tag } : {}) },
        credentials: "same-origin",
        redirect: "manual",
      });
      this.#wait = EVERY;
      if (answer.status === 404 || answer.type === "opaqueredirect") return this.#end();
      if (answer.ok) {
        this.#take((await answer.json()) as News);
        this.#tag = answer.headers.get("ETag") ?? "";
      }
    } catch {
      this.#wait = Math.min(this.#wait * 2, SLOWEST);
    }
    this.#soon(this.#wait);
  }

  #take(news: News): void {
    for (const one of news.entries) this.#put(one.number, one.item, one.html);
    for (const number of news.gone) this.querySelector(`#entry-${number}`)?.remove();
    // Last, so that what could not be put in its place is asked for again.
    this.dataset["since"] = String(news.latest);
    const others = news.entries.filter((one) => !one.mine).length;
    if (others) this.#say(others === 1 ? "Somebody wrote or changed an entry." : `Others wrote or changed ${others} entries.`);
    this.#show("[data-stopped]", news.stopped);
    const words = this.querySelector("[data-stopped-words]");
    if (words) words.textContent = news.stopped;
    this.#show("[data-agreed]", news.agreed ? "yes" : "");
  }

  #put(number: number, item: number | string, html: string): void {
    const made = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const part = this.querySelector<HTMLElement>(`[data-item="${item}"]`) ?? this.querySelector<HTMLElement>('[data-item=""]');
    const list = part?.querySelector("ol");
    if (!made || !part || !list) return;
    const old = this.querySelector(`#entry-${number}`);
    if (old?.parentElement === list) old.replaceWith(made);
    else {
      old?.remove();
      list.append(made);
    }
    part.hidden = false;
    part.querySelector("[data-empty]")?.remove();
  }

  #show(what: string, words: string): void {
    const place = this.querySelector<HTMLElement>(what);
    if (place) place.hidden = !words;
  }

  #say(sentence: string): void {
    const line = this.querySelector<HTMLElement>("[data-heard]");
    if (line) line.textContent = sentence;
  }

  #end(): void {
    this.#say("These notes are no longer open to you here. Load the page again.");
  }
}
