// Wakes the few GOV.UK components that gain from script, and closes the phone menu with Escape.
import { Button, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, Checkboxes, createAll } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, Checkboxes])
  createAll(component);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector<HTMLDetailsElement>(".c-menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
