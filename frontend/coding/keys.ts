// Which key does what while focus is in the text. Every one of these has a button, too.

export type Command =
  | "next-paragraph" | "previous-paragraph" | "next-mark" | "previous-mark" | "next-heading" | "previous-heading"
  | "next-unmarked" | "go-to" | "select" | "swap" | "leave" | "code" | "own-words" | "repeat" | "memo"
  | "helped" | "harder" | "unclear" | "remove" | "undo" | "redo" | "words-only" | "table" | "keys" | "open-mark";

export interface Move {
  unit: "character" | "word" | "sentence";
  direction: 1 | -1;
  extend: boolean;
}

const PLAIN: Record<string, Command> = {
  j: "next-paragraph", k: "previous-paragraph", n: "next-mark", p: "previous-mark", "]": "next-heading",
  "[": "previous-heading", x: "next-unmarked", g: "go-to", v: "select", s: "swap", c: "code", i: "own-words",
  r: "repeat", m: "memo", "1": "helped", "2": "harder", "3": "unclear", delete: "remove", u: "undo",
  w: "words-only", t: "table", "?": "keys", enter: "open-mark", escape: "leave",
};

/** The command a key stands for, if any; keys with Alt or Meta are the browser's own. */
export function commandOf(event: KeyboardEvent, selecting: boolean): Command | null {
  if (event.altKey || event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey) return key === "z" ? (event.shiftKey ? "redo" : "undo") : null;
  if (key === "u" && event.shiftKey) return "redo";
  if (!selecting && key === "arrowdown" && !event.shiftKey) return "next-paragraph";
  if (!selecting && key === "arrowup" && !event.shiftKey) return "previous-paragraph";
  return PLAIN[key] ?? null;
}

/** The step an arrow stands for while selecting. */
export function moveOf(event: KeyboardEvent): Move | null {
  if (event.altKey || event.metaKey) return null;
  const extend = event.shiftKey;
  if (event.key === "ArrowDown") return { unit: "sentence", direction: 1, extend };
  if (event.key === "ArrowUp") return { unit: "sentence", direction: -1, extend };
  const unit = event.ctrlKey ? "word" : "character";
  if (event.key === "ArrowRight") return { unit, direction: 1, extend };
  if (event.key === "ArrowLeft") return { unit, direction: -1, extend };
  return null;
}
