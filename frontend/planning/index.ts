// <plan-picture>: a bar is dragged to another day; its page then shows what would move. Its buttons there do the same.
import { dragged, spoken } from "./days";

class PlanPicture extends HTMLElement {
  #bar: SVGGElement | null = null;
  #from = 0;

  connectedCallback(): void {
    const told = this.querySelector<HTMLElement>("[data-told]");
    if (told) told.hidden = false;
    this.addEventListener("pointerdown", (event) => this.#lift(event));
    this.addEventListener("pointermove", (event) => this.#over(event));
    this.addEventListener("pointerup", (event) => this.#drop(event));
    this.addEventListener("pointercancel", () => this.#letGo());
    this.dataset["ready"] = "yes";
  }

  #lift(event: PointerEvent): void {
    const bar = (event.target as Element).closest<SVGGElement>("[data-row]");
    if (!bar || !(event.target as Element).matches("rect, circle")) return;
    event.preventDefault();
    this.#bar = bar;
    this.#from = event.clientX;
    this.setPointerCapture(event.pointerId);
    bar.classList.add("c-plan__taken");
  }

  #day(event: PointerEvent): string {
    return dragged(this.#bar?.dataset["day"] ?? "", event.clientX - this.#from, Number(this.dataset["perDay"]));
  }

  #over(event: PointerEvent): void {
    if (!this.#bar) return;
    this.#bar.setAttribute("transform", `translate(${event.clientX - this.#from} 0)`);
    const told = this.querySelector("[data-told]");
    if (told) told.textContent = `${this.#bar.dataset["label"]}: ${spoken(this.#day(event))}`;
  }

  #drop(event: PointerEvent): void {
    if (!this.#bar) return;
    const day = this.#day(event);
    const { row, day: was } = this.#bar.dataset;
    this.#letGo();
    if (day !== was) location.assign(`${this.dataset["rows"]}${row}/?to=${day}`); // what would move is shown there
  }

  #letGo(): void {
    this.#bar?.classList.remove("c-plan__taken");
    this.#bar?.removeAttribute("transform");
    this.#bar = null;
  }
}

customElements.define("plan-picture", PlanPicture);
