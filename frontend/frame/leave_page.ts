// "Leave this page": away at once, with the screen hidden and this page out of the way back. By the button, or Shift
// three times. The server covers whoever is signed in; without script the button is a plain link.
import { ExitThisPage } from "govuk-frontend";

class LeavePage extends ExitThisPage {
  override exitPage(): void {
    document.title = "";
    document.body.classList.add("govuk-exit-this-page-hide-content");
    const hidden = document.createElement("div");
    hidden.className = "govuk-exit-this-page-overlay";
    hidden.setAttribute("role", "alert");
    hidden.textContent = "Loading.";
    document.body.append(hidden);
    window.location.replace(this.$button.href);
  }
}

/** Wakes the button, where the page has one. */
export function wakeLeaving(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-leave]"))
    new LeavePage(root, {
      i18n: {
        timedOut: "The page was not left.",
        pressTwoMoreTimes: "Shift, press 2 more times to leave.",
        pressOneMoreTime: "Shift, press 1 more time to leave.",
      },
    });
}
