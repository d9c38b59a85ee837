// Makes small pieces of page without markup in strings, so that words from a source can never become elements.

type Child = Node | string | null | undefined;

/** An element with attributes and children; text children are text, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined));
  return made;
}

/** The drawing of a sign from the set the server printed once in the page. */
export function sign(name: string): Node | null {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-sign="${name}"]`);
  return template ? template.content.cloneNode(true) : null;
}
