// Selecting without a mouse: a span with one end that moves by character, word or sentence. Pure, over plain text.
import { pieces, type Unit } from "./units";

export interface Span {
  start: number;
  end: number;
}

/** One paragraph of the source: where it begins and ends in code points, and its words. */
export interface Paragraph extends Span {
  text: string;
}

/** What is selected: `still` stays, `moving` goes. Equal ends are a caret. */
export interface Caret {
  still: number;
  moving: number;
}

/** The span a caret covers. */
export function spanOf(caret: Caret): Span {
  return { start: Math.min(caret.still, caret.moving), end: Math.max(caret.still, caret.moving) };
}

/** The paragraph that holds an offset, or the last before it. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (paragraphs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The caret after one step. Without `extend` a sentence step selects that sentence, any other step sets a caret. */
export function step(paragraphs: readonly Paragraph[], caret: Caret, unit: Unit, direction: 1 | -1, extend: boolean): Caret {
  if (unit === "sentence" && !extend) return sentenceStep(paragraphs, caret, direction);
  const moving = nextEdge(paragraphs, extend ? caret : { still: caret.moving, moving: caret.moving }, unit, direction);
  return extend ? { still: caret.still, moving } : { still: moving, moving };
}

/** The sentence at an offset, selected whole; the caret unmoved where there is none. */
export function sentenceAt(paragraphs: readonly Paragraph[], offset: number): Caret {
  const paragraph = paragraphs[paragraphAt(paragraphs, offset)];
  if (!paragraph) return { still: offset, moving: offset };
  const spans = spansOf(paragraph);
  const found = spans.find(([, end]) => offset < end) ?? spans.at(-1);
  return found ? { still: found[0], moving: found[1] } : { still: offset, moving: offset };
}

/** The other end moves from now on. */
export function swapped(caret: Caret): Caret {
  return { still: caret.moving, moving: caret.still };
}

function sentenceStep(paragraphs: readonly Paragraph[], caret: Caret, direction: 1 | -1): Caret {
  const { start, end } = spanOf(caret);
  for (let at = paragraphAt(paragraphs, start); at >= 0 && at < paragraphs.length; at += direction) {
    const spans = spansOf(paragraphs[at]!);
    const found = direction > 0 ? spans.find(([from]) => from >= end) : spans.findLast(([, to]) => to <= start);
    if (found) return { still: found[0], moving: found[1] };
  }
  return caret;
}

// A selection that reaches forward moves its end over ends of words; one that reaches back, over their beginnings.
function nextEdge(paragraphs: readonly Paragraph[], { still, moving }: Caret, unit: Unit, direction: 1 | -1): number {
  const shrinking = direction < 0 ? moving > still : moving < still;
  const side = direction > 0 === shrinking ? 0 : 1;
  const edge = nearest(paragraphs, moving, unit, direction, side);
  const crossed = shrinking && (edge === moving || (direction > 0 ? edge > still : edge < still));
  return crossed ? still : edge;
}

function nearest(paragraphs: readonly Paragraph[], from: number, unit: Unit, direction: 1 | -1, side: 0 | 1): number {
  for (let at = paragraphAt(paragraphs, from); at >= 0 && at < paragraphs.length; at += direction) {
    const places = spansOf(paragraphs[at]!, unit).map((span) => span[side]);
    const found = direction > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from);
    if (found !== undefined) return found;
  }
  return from;
}

function spansOf(paragraph: Paragraph, unit: Unit = "sentence"): [number, number][] {
  return pieces(paragraph.text, unit).map(([start, end]) => [paragraph.start + start, paragraph.start + end]);
}
