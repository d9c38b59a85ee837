// Wakes the few GOV.UK components that gain from script, closes the phone menu with Escape, and walks with J and K.
import "./idle";
import "./leaving";
import { Button, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, Checkboxes, createAll } from "govuk-frontend";
import { wakeLeaving } from "./leave_page";
import { keepTyped } from "../kit/kept_text";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, Checkboxes])
  createAll(component);
wakeLeaving();

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector<HTMLDetailsElement>(".c-menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

// Where a page is one of several to be gone through, J and K follow its own links, while the focus is inside it
// and not in a box that takes letters.
const walk = document.querySelector<HTMLElement>("[data-walk]");
if (!document.querySelector(".govuk-error-summary"))
  walk?.querySelector<HTMLElement>("nav")?.focus({ preventScroll: true });
walk?.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.matches("textarea, input:not([type=radio])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const rel = { j: "next", k: "prev" }[event.key.toLowerCase()];
  if (rel) walk.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
});

// A form may keep what is typed into it until it was taken; who signs out leaves nothing behind.
const taken = document.querySelector(".c-notice--done") !== null;
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-kept]")) {
  try {
    keepTyped(form, taken, sessionStorage);
  } catch {
    // Some browsers refuse a store altogether.
  }
}
document.querySelector('form[action="/sign-out/"]')?.addEventListener("submit", () => {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith("kept ")) sessionStorage.removeItem(name);
});

// Paper says when it was printed, not only on which day the page was opened.
window.addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-printed]"))
    place.textContent = `, ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
});
