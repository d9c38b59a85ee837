// Where a paragraph can be cut: between characters as people see them, between words, between sentences.
import { toCodePoints } from "./offsets";

export type Unit = "character" | "word" | "sentence";

const GRANULARITY = { character: "grapheme", word: "word", sentence: "sentence" } as const;
const cutters = new Map<Unit, Intl.Segmenter>();

/** The code point offsets inside `text` at which a unit may begin or end, from 0 to its length. */
export function cuts(text: string, unit: Unit): number[] {
  const found = [0];
  for (const piece of cutter(unit).segment(text)) {
    if (unit === "word" && piece.isWordLike === false) continue;
    if (unit === "word") found.push(toCodePoints(text, piece.index));
    found.push(toCodePoints(text, piece.index + piece.segment.length));
  }
  found.push(toCodePoints(text, text.length));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The sentences of a paragraph as code point spans, without the white space round them. */
export function sentences(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const piece of cutter("sentence").segment(text)) {
    const lead = piece.segment.length - piece.segment.trimStart().length;
    const body = piece.segment.trim();
    if (!body) continue;
    const start = piece.index + lead;
    spans.push([toCodePoints(text, start), toCodePoints(text, start + body.length)]);
  }
  return spans;
}

function cutter(unit: Unit): Intl.Segmenter {
  let made = cutters.get(unit);
  if (!made) cutters.set(unit, (made = new Intl.Segmenter("en-GB", { granularity: GRANULARITY[unit] })));
  return made;
}
