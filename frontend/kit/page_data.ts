// Reads what the server printed for an island with json_script.

/** The data under an id. Throws when the page does not carry it, since the island cannot do anything without. */
export function pageData<T>(id: string): T {
  const element = document.getElementById(id);
  if (!element?.textContent) throw new Error(`the page carries no data called ${id}`);
  return JSON.parse(element.textContent) as T;
}
