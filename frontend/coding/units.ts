// Where a paragraph can be cut: between characters as people see them, round words, round sentences.
import { toCodePoints } from "./offsets";

export type Unit = "character" | "word" | "sentence";
type Piece = [start: number, end: number];

const GRANULARITY = { character: "grapheme", word: "word", sentence: "sentence" } as const;
const cutters = new Map<Unit, Intl.Segmenter>();

/** The characters, words or sentences of a paragraph as code point spans, without white space round words. */
export function pieces(text: string, unit: Unit): Piece[] {
  const found: Piece[] = [];
  for (const piece of cutter(unit).segment(text)) {
    if (unit === "word" && piece.isWordLike === false) continue;
    const kept = unit === "sentence" ? piece.segment.trim() : piece.segment;
    if (!kept) continue;
    const start = piece.index + piece.segment.indexOf(kept);
    found.push([toCodePoints(text, start), toCodePoints(text, start + kept.length)]);
  }
  return found;
}

function cutter(unit: Unit): Intl.Segmenter {
  let made = cutters.get(unit);
  if (!made) cutters.set(unit, (made = new Intl.Segmenter("en-GB", { granularity: GRANULARITY[unit] })));
  return made;
}
