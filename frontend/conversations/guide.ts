// <conversation-guide>: one screen at a time, kept in this browser at every keystroke, sent when there is a connection.
// It goes from screen to screen without the server, so that a conversation goes on when the connection does not.
import { NO_CONNECTION, post } from "../kit/sending";
import { pageData } from "../kit/page_data";
import { type Draft, type Saved, Saver } from "./saver";
import { KeptNotes } from "./store";

interface Screen {
  name: string;
  key: string;
  turn: number;
  heading: string;
  place: number;
  places: number;
  ask: string;
  nth: number;
  of: number;
  said: string;
  reflection: string;
  edition: number;
  covered: boolean;
  turn_words: string;
  queries: string[];
}

interface Guide {
  owner: string;
  conversation: number;
  base: string;
  now: string;
  screens: Screen[];
}

export class ConversationGuide extends HTMLElement {
  #data!: Guide;
  #at = 0;
  #kept!: KeptNotes;
  #page = [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join(""); // names this open page, so that its own saves are known when they are sent again
  #devices = new Map<string, string>();
  #saver!: Saver;

  connectedCallback(): void {
    this.#data = pageData<Guide>("guide-data");
    this.#kept = new KeptNotes(`${this.#data.owner}:${this.#data.conversation}`, window.localStorage);
    this.#saver = new Saver({
      draft: (name) => this.#draft(this.#screen(name)),
      send: (name, draft) => this.#send(name, draft),
      saved: (name, draft, told, whole) => this.#saved(name, draft, told, whole),
      waiting: (sentence) =>
        sentence === NO_CONNECTION
          ? this.#say("Kept on this device, no connection. It is sent when there is.", "waiting")
          : this.#say(`Not saved: ${sentence} It is kept on this device.`, "failed"),
      refused: (_, sentence) => this.#say(`Not saved: ${sentence} It is kept on this device.`, "failed"),
    });
    this.#at = Math.max(0, this.#data.screens.findIndex((one) => one.name === this.#data.now));
    this.#takeBack();
    for (const box of this.#boxes) box.addEventListener("input", () => this.#typed());
    for (const go of document.querySelectorAll<HTMLButtonElement>("[data-go]"))
      go.addEventListener("click", (event) => this.#go(event, go.dataset["go"] === "next" ? 1 : -1));
    this.querySelector("[data-save]")?.closest("p")?.setAttribute("hidden", "");
    this.addEventListener("keydown", (event) => this.#key(event));
    window.addEventListener("online", () => void this.#saver.send());
    document.addEventListener("click", (event) => void this.#leave(event));
    this.dataset["ready"] = "yes";
  }

  get #now(): Screen {
    return this.#data.screens[this.#at]!;
  }

  get #boxes(): [HTMLTextAreaElement, HTMLTextAreaElement] {
    return [this.querySelector<HTMLTextAreaElement>("[name=said]")!, this.querySelector<HTMLTextAreaElement>("[name=reflection]")!];
  }

  #screen(name: string): Screen {
    return this.#data.screens.find((one) => one.name === name)!;
  }

  #device(name: string): string {
    return this.#devices.get(name) ?? this.#page;
  }

  #draft(screen: Screen): Draft {
    return {
      said: screen.said,
      reflection: screen.reflection,
      based_on: screen.edition,
      device: this.#device(screen.name),
    };
  }

  // What an earlier page left here and could not send: the newest comes back into the boxes, the rest is sent as it is.
  #takeBack(): void {
    const [said, reflection] = this.#boxes;
    Object.assign(this.#now, { said: said.value, reflection: reflection.value }); // a refused form holds what was typed
    for (const screen of this.#data.screens) {
      const kept = this.#kept.of(screen.name);
      const last = kept.pop();
      for (const each of kept) void this.#sendKept(screen.name, each);
      if (!last) continue;
      if (last.said === screen.said && last.reflection === screen.reflection) {
        this.#kept.drop(screen.name, last.device); // it arrived, and only the answer did not
        if (screen === this.#now) this.#say("Saved.", "saved");
        continue;
      }
      Object.assign(screen, { said: last.said, reflection: last.reflection, edition: last.based_on });
      this.#devices.set(screen.name, last.device);
      this.#saver.changed(screen.name, 0);
    }
    [said.value, reflection.value] = [this.#now.said, this.#now.reflection];
  }

  async #sendKept(name: string, kept: Draft): Promise<void> {
    if ((await this.#send(name, kept)).kept) this.#kept.drop(name, kept.device);
  }

  #send(name: string, draft: Draft) {
    const screen = this.#screen(name);
    return post<Saved>(`${this.#data.base}${screen.key}/`, {
      said: draft.said,
      reflection: draft.reflection,
      turn: String(screen.turn),
      based_on: String(draft.based_on),
      device: draft.device,
    });
  }

  #typed(): void {
    const [said, reflection] = this.#boxes;
    Object.assign(this.#now, { said: said.value, reflection: reflection.value });
    const kept = this.#kept.put(this.#now.name, { ...this.#draft(this.#now), at: Date.now() });
    if (kept) this.#say("Kept on this device, being saved.", "waiting");
    this.#saver.changed(this.#now.name);
  }

  #saved(name: string, draft: Draft, told: Saved, whole: boolean): void {
    const screen = this.#screen(name);
    screen.edition = told.edition;
    if (!whole) return;
    this.#kept.drop(name, draft.device);
    this.#say(
      told.beside
        ? "Saved beside: you also wrote here on another device. Both stand under Notes."
        : this.#saver.waiting
          ? "Kept on this device, being saved."
          : "Saved.",
      "saved",
    );
  }

  #go(event: Event, by: number): void {
    const to = this.#data.screens[this.#at + by];
    event.preventDefault();
    void this.#saver.send();
    if (to) {
      this.#at += by;
      this.#show();
    } else if (this.#saver.waiting) this.#say("Kept on this device, no connection. It is sent when there is.", "waiting");
    else location.assign(this.#data.base);
  }

  // A link waits a moment for what is on its way, so that the next page shows it.
  async #leave(event: Event): Promise<void> {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || !this.#saver.waiting) return;
    event.preventDefault();
    void this.#saver.send();
    for (let tries = 0; tries < 20 && this.#saver.waiting; tries += 1) await new Promise((go) => setTimeout(go, 100));
    location.assign(link.href);
  }

  #key(event: KeyboardEvent): void {
    if (!event.ctrlKey || !["Enter", "ArrowUp"].includes(event.key)) return;
    this.#go(event, event.key === "Enter" ? 1 : -1);
  }

  #show(): void {
    const screen = this.#now;
    this.#put("[data-place]", `Heading ${screen.place} of ${screen.places}. ${screen.heading}`);
    this.#put("[data-turn-number]", String(screen.turn));
    this.#put("[data-turn-words]", `“${screen.turn_words}”`);
    this.#put("[data-nth]", `Question ${screen.nth} of ${screen.of} for this turning point. If it has been said already, move on.`);
    this.#hide("[data-turn]", !screen.turn_words);
    this.#hide("[data-nth]", screen.of === 1);
    this.#hide("[data-covered]", !screen.covered);
    this.#hide("#note", screen.covered);
    this.#hide("[data-queries]", !screen.queries.length);
    this.querySelector("[data-queries] ul")?.replaceChildren(
      ...screen.queries.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    this.querySelectorAll(".c-strip li").forEach((pane, at) => {
      if (pane.className !== "c-strip--covered" || at + 1 === screen.place)
        pane.className = `c-strip--${at + 1 === screen.place ? "now" : at + 1 < screen.place ? "done" : this.#ahead(at + 1)}`;
    });
    const [said, reflection] = this.#boxes;
    [said.value, reflection.value] = [screen.said, screen.reflection];
    const ask = this.#put("[data-ask]", screen.ask);
    const next = document.querySelector("[data-go=next]");
    if (next) next.textContent = this.#data.screens[this.#at + 1] ? "Next" : "To all headings";
    history.replaceState(null, "", `${this.#data.base}${screen.key}/${screen.turn ? `?turn=${screen.turn}` : ""}`);
    ask?.focus();
    window.scrollTo(0, 0);
  }

  #ahead(place: number): string {
    return this.#data.screens.some((one) => one.place === place && one.covered) ? "covered" : "ahead";
  }

  #put(what: string, words: string): HTMLElement | null {
    const place = this.querySelector<HTMLElement>(what);
    if (place) place.textContent = words;
    return place;
  }

  #hide(what: string, hidden: boolean): void {
    const place = this.querySelector<HTMLElement>(what);
    if (place) place.hidden = hidden;
  }

  #say(sentence: string, state: string): void {
    const line = this.querySelector<HTMLElement>("[data-saved]");
    if (!line) return;
    line.textContent = sentence;
    line.dataset["state"] = state;
  }
}
