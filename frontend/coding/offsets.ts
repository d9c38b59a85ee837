// Offsets: the server counts code points (as Python does), the browser counts UTF-16 units. Pure arithmetic between.

const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/** How many code points a text holds. A half of a pair standing alone counts as one, as it does when iterated. */
export function countOf(text: string): number {
  if (!ASTRAL.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The UTF-16 index of the code point at `offset`; an offset past the end gives the end. */
export function toUtf16(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (!ASTRAL.test(text)) return Math.min(offset, text.length);
  let index = 0;
  for (let left = offset; left > 0 && index < text.length; left -= 1) index += widthAt(text, index);
  return index;
}

/** The code point offset of a UTF-16 index; an index inside a pair gives the offset of the pair's start. */
export function toCodePoints(text: string, index: number): number {
  if (index <= 0) return 0;
  if (!ASTRAL.test(text)) return Math.min(index, text.length);
  let offset = 0;
  for (let at = 0; at < text.length; offset += 1) {
    at += widthAt(text, at);
    if (at > index) return offset;
  }
  return offset;
}

function widthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
