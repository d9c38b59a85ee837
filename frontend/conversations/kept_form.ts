// <kept-form>: what is typed into its form stays in this browser until it has been sent, also without a connection.
// With data-stays the page stays as it is when it was sent, and the form is empty for the next thing.
import { NO_CONNECTION, post } from "../kit/sending";
import { PREFIX } from "./store";

const AGAIN = 5000;
type Box = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;

export class KeptForm extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;

  connectedCallback(): void {
    this.#restore();
    this.addEventListener("input", () => this.#keep());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    window.addEventListener("online", () => this.#timer && void this.#send());
    this.dataset["ready"] = "yes";
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form")!;
  }

  get #key(): string {
    return `${PREFIX}form:${this.dataset["keptAs"]}`;
  }

  get #boxes(): Box[] {
    return [...this.#form.querySelectorAll<Box>("textarea, select, input:not([type=hidden]), input[name=sent_key]")];
  }

  #fields(): Record<string, string> {
    const told: Record<string, string> = {};
    new FormData(this.#form).forEach((value, name) => {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") told[name] = value;
    });
    return told;
  }

  #keep(): void {
    try {
      window.localStorage.setItem(this.#key, JSON.stringify(this.#fields()));
      this.#say("Kept on this device until you send it.", "waiting");
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  #restore(): void {
    let kept: Record<string, string> | null = null;
    try {
      kept = JSON.parse(window.localStorage.getItem(this.#key) ?? "null") as Record<string, string> | null;
    } catch {
      return;
    }
    if (!kept || this.#form.querySelector<HTMLTextAreaElement>("textarea")?.value) return;
    for (const box of this.#boxes) {
      const value = kept[box.name];
      if (value === undefined) continue;
      if (box instanceof HTMLInputElement && ["radio", "checkbox"].includes(box.type)) box.checked = box.value === value;
      else box.value = value;
    }
    this.#say("What you wrote before is still here. It has not been sent yet.", "waiting");
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sent = this.#fields();
    const answer = await post<object>(this.#form.action, sent);
    this.#sending = false;
    if (answer.kept) {
      window.localStorage.removeItem(this.#key);
      if (this.dataset["stays"] === undefined) return location.assign(this.#form.action);
      if (JSON.stringify(this.#fields()) === JSON.stringify(sent)) this.#emptied();
      else this.#wroteOn();
    } else if (answer.again) {
      this.#say(
        answer.sentence === NO_CONNECTION
          ? "Kept on this device, no connection. It is sent when there is."
          : `Not sent: ${answer.sentence} It is kept on this device.`,
        answer.sentence === NO_CONNECTION ? "waiting" : "failed",
      );
      this.#timer = setTimeout(() => void this.#send(), AGAIN);
    } else this.#say(`Not sent: ${answer.sentence}`, "failed");
  }

  // Ready for the next thing: same kind and place, no words, and another key, so that it is not taken for the last one.
  #emptied(): void {
    for (const box of this.#form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input[type=text]")) box.value = "";
    const key = this.#form.querySelector<HTMLInputElement>("input[name=sent_key]");
    if (key) key.value = [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
    this.#say("Saved.", "saved");
    this.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
  }

  // Somebody wrote on while it was sent: it stays, under the same key, so that sending it again completes what is there.
  #wroteOn(): void {
    this.#keep();
    this.#say("Saved as far as it was sent. Send it again to save the rest.", "waiting");
  }

  #say(sentence: string, state: string): void {
    const line = this.querySelector<HTMLElement>(".c-saved");
    if (!line) return;
    line.textContent = sentence;
    line.dataset["state"] = state;
  }
}
