// Sends a form's own fields to the form's own address and asks for JSON; never throws, says in a sentence what happened.

export type Answer<T> = { kept: true; body: T } | { kept: false; sentence: string };

export const NO_CONNECTION = "Not saved: there is no connection. Your choice is kept here. Try again.";
const SIGNED_OUT = "Not saved: you are signed out. Your choice is kept here. Sign in in another window, then try again.";
const NOT_SAVED = "Not saved: something went wrong on our side. Your choice is kept here. Try again.";

/** Posts fields as a form would, with the page's forgery token. */
export async function post<T>(address: string, fields: Record<string, string>): Promise<Answer<T>> {
  const body = new URLSearchParams({ ...fields, csrfmiddlewaretoken: token() });
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
    });
  } catch {
    return { kept: false, sentence: NO_CONNECTION };
  }
  if (response.type === "opaqueredirect") return { kept: false, sentence: SIGNED_OUT };
  const answer = (await response.json().catch(() => null)) as (T & Refusal) | null;
  if (response.ok && answer) return { kept: true, body: answer };
  return { kept: false, sentence: answer?.refusal ?? Object.values(answer?.errors ?? {})[0]?.[0]?.message ?? NOT_SAVED };
}

// How the server says no: a command's own sentence, or what is wrong with each field.
interface Refusal {
  refusal?: string;
  errors?: Record<string, { message: string }[]>;
}

function token(): string {
  return document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
}
