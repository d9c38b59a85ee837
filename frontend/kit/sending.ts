// Sends a form's own fields to the form's own address and asks for JSON; never throws, says in a sentence what happened.

/** `again` is true when the same may be sent again unchanged: it did not arrive, or the server could not attend to it. */
export type Answer<T> = { kept: true; body: T } | { kept: false; sentence: string; again: boolean; covered?: boolean };

export const NO_CONNECTION = "There is no connection.";
const SIGNED_OUT = "You are signed out. Sign in in another window, then try again.";
const OUR_SIDE = "Something went wrong on our side.";

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
    return { kept: false, sentence: NO_CONNECTION, again: true };
  }
  if (response.type === "opaqueredirect") return { kept: false, sentence: SIGNED_OUT, again: true };
  const answer = (await response.json().catch(() => null)) as (T & Refusal) | null;
  if (response.ok && answer) return { kept: true, body: answer };
  const sentence = answer?.refusal ?? Object.values(answer?.errors ?? {})[0]?.[0]?.message ?? OUR_SIDE;
  // 401: the page was covered because nobody touched it; whatever was sent is sent again once it is open.
  const covered = response.status === 401;
  return { kept: false, sentence, again: covered || response.ok || response.status >= 500 || response.status === 429, covered };
}

// How the server says no: a command's own sentence, or what is wrong with each field.
interface Refusal {
  refusal?: string;
  errors?: Record<string, { message: string }[]>;
}

function token(): string {
  return document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
}
