// Covers a page that nobody touches, in all tabs together, a minute after saying so; the server covers the session.
// What is typed stays where it is, behind the cover, until the password opens it again. The guide of a conversation
// has a longer time and names of its own, so that it and all other pages do not cover or open each other.
import { post } from "../kit/sending";
import { type State, stateAt } from "./idle_clock";

const ACTED = "casement acted";
const COVERED = "casement covered";
const APART = " guide";
const ACTS = ["keydown", "pointerdown", "wheel", "touchstart", "input"];

function kept(name: string): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Some browsers refuse a store altogether: then each tab counts for itself.
  }
}

class Idle {
  #acted = Date.now();
  #told = Date.now();
  #state: State = "awake";
  #title = document.title;
  #warning = document.createElement("div");
  #cover = document.createElement("dialog");

  /** `guide` is the address of the guide this page belongs to, or empty; `elsewhere` the time of all other pages. */
  constructor(readonly limit: number, readonly guide: string, readonly elsewhere: number) {
    keep(this.#covered, "");
    this.#keepActed();
    this.#warning.className = "c-idle";
    this.#warning.setAttribute("role", "alert");
    document.body.append(this.#warning);
    this.#build();
    for (const act of ACTS) document.addEventListener(act, () => this.#act(), { capture: true, passive: true });
    window.addEventListener("storage", (event) => {
      if (event.key === this.#covered && event.newValue === "1") this.#hide();
      if (event.key === this.#covered && event.newValue === "") this.#show();
    });
    for (const moment of ["visibilitychange", "focus", "pageshow"]) window.addEventListener(moment, () => this.#look());
    window.setInterval(() => this.#look(), 1000);
  }

  get #covered(): string {
    return this.guide ? COVERED + APART : COVERED;
  }

  get #asGuide(): Record<string, string> {
    return this.guide ? { guide: this.guide } : {};
  }

  // What is done in the guide keeps no other page open that has had its time.
  #keepActed(): void {
    const others = Number(kept(ACTED)) || 0;
    if (this.guide) keep(ACTED + APART, String(this.#acted));
    if (!this.guide || this.#acted - others < this.elsewhere) keep(ACTED, String(this.#acted));
  }

  // An act in another tab counts here too; a machine that slept is covered the moment it wakes.
  #look(): void {
    if (this.#state === "covered") return;
    this.#acted = Math.max(this.#acted, Number(kept(ACTED)) || 0, this.guide ? Number(kept(ACTED + APART)) || 0 : 0);
    const state = stateAt(Date.now(), this.#acted, this.limit);
    if (state === "covered") {
      keep(this.#covered, "1");
      this.#hide();
      void post("/covered/now/", this.#asGuide);
    } else if (state === "warned" && this.#state === "awake") this.#warn();
    else if (state === "awake" && this.#state === "warned") this.#rest();
  }

  #act(): void {
    if (this.#state === "covered") return;
    this.#look();
    if ((this.#state as State) === "covered") return;
    const moment = Date.now();
    if (this.#state === "warned") this.#rest();
    const since = moment - this.#acted;
    this.#acted = moment;
    if (since > 1000) this.#keepActed();
    if (moment - this.#told < Math.min(30_000, this.limit / 4)) return;
    this.#told = moment;
    void post("/covered/stay/", this.#asGuide).then((answer) => {
      if (!answer.kept && answer.covered) this.#hide();
    });
  }

  #warn(): void {
    this.#state = "warned";
    const words = document.createElement("p");
    words.textContent = "This page is about to be covered, because nobody has touched it. Press any key to stay. What you typed is kept.";
    const stay = document.createElement("button");
    stay.type = "button";
    stay.className = "govuk-button govuk-button--secondary";
    stay.textContent = "Stay";
    stay.addEventListener("click", () => {
      this.#told = 0;
      this.#act();
    });
    this.#warning.replaceChildren(words, stay);
  }

  #rest(): void {
    this.#state = "awake";
    this.#warning.replaceChildren();
  }

  #hide(): void {
    if (this.#state === "covered") return;
    this.#warning.replaceChildren();
    this.#state = "covered";
    this.#title = document.title;
    document.title = "Covered, Casement";
    document.body.classList.add("c-is-covered");
    document.body.append(this.#cover);
    this.#cover.showModal();
  }

  #show(): void {
    if (this.#state !== "covered") return;
    this.#state = "awake";
    this.#acted = this.#told = Date.now();
    this.#keepActed();
    document.title = this.#title;
    document.body.classList.remove("c-is-covered");
    this.#cover.close();
    this.#cover.querySelector("form")?.reset();
    this.#cover.remove();
  }

  #build(): void {
    const cover = this.#cover;
    cover.className = "c-cover";
    cover.setAttribute("aria-labelledby", "c-cover-words");
    const minutes = Math.round(this.limit / 60_000);
    cover.innerHTML = `
      <h1 id="c-cover-words" class="govuk-heading-l">Covered because nobody touched it for ${minutes} minute${minutes === 1 ? "" : "s"}</h1>
      <p>What you typed is kept.</p>
      <form novalidate><div class="govuk-form-group"><p class="govuk-error-message" role="alert"></p>
      <label class="govuk-label" for="c-cover-password">Your password</label>
      <input class="govuk-input govuk-input--width-20" id="c-cover-password" type="password" autocomplete="current-password" spellcheck="false"></div>
      <button class="govuk-button">Open it</button></form>
      <p><a class="govuk-link" href="/covered/" target="_blank">Open it another way, in a new tab</a></p>`;
    // Escape closes a dialog, the second time whatever a page says; the cover comes back.
    cover.addEventListener("keydown", (event) => {
      if (event.key === "Escape") event.preventDefault();
    });
    cover.addEventListener("cancel", (event) => event.preventDefault());
    cover.addEventListener("close", () => {
      if (this.#state === "covered") cover.showModal();
    });
    cover.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#open();
    });
  }

  async #open(): Promise<void> {
    const field = this.#cover.querySelector<HTMLInputElement>("input");
    const said = this.#cover.querySelector<HTMLElement>("[role=alert]");
    if (!field || !said) return;
    said.textContent = "";
    const answer = await post("/covered/", { cover_password: field.value });
    field.value = "";
    if (answer.kept) {
      keep(COVERED, "");
      keep(COVERED + APART, "");
      this.#show();
    } else {
      said.textContent = answer.sentence;
      field.focus();
    }
  }
}

const told = document.body.dataset;
const seconds = Number(told["idle"] ?? 0);
if (seconds > 0) new Idle(seconds * 1000, told["idleGuide"] ?? "", Number(told["idleElsewhere"] ?? seconds) * 1000);
