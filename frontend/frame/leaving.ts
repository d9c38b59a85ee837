// Signing out erases what was typed in conversations and is kept in this browser; what was not sent is said first.
import { PREFIX } from "../conversations/store";

function kept(): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.action.endsWith("/sign-out/")) return;
  const left = kept();
  if (!left.length) return;
  if (form.dataset["asked"]) {
    for (const key of left) window.localStorage.removeItem(key);
    return;
  }
  event.preventDefault();
  form.dataset["asked"] = "yes";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.className = "c-notice c-notice--lamp c-unsent";
  words.textContent =
    "Something you wrote is not sent yet. Open the conversation to send it, or sign out again to erase it from this device.";
  document.querySelector("main")?.prepend(words);
});
