// Finds a code by a few of its letters: whole words first, then beginnings of words, then slips of the finger, then
// letters in order.

export interface Match {
  score: number;
  parts: [number, number][];
}

/** How well `typed` fits `label`, and which letters of the label it is found in; null when it does not fit. */
export function match(typed: string, label: string): Match | null {
  const words = plain(typed).trim().split(/\s+/).filter(Boolean);
  if (!words.length) return { score: 0, parts: [] };
  const text = plain(label);
  let score = 0;
  const parts: [number, number][] = [];
  for (const word of words) {
    const found = wordIn(word, text);
    if (!found) return null;
    score += found.score;
    parts.push(...found.parts);
  }
  return { score: score - text.length / 1000, parts: merged(parts) };
}

/** The items that fit, best first; items that fit equally keep their order. */
export function ranked<T>(typed: string, items: readonly T[], label: (item: T) => string): { item: T; match: Match }[] {
  return items
    .map((item) => ({ item, match: match(typed, label(item)) }))
    .filter((row): row is { item: T; match: Match } => row.match !== null)
    .sort((a, b) => b.match.score - a.match.score);
}

function plain(text: string): string {
  return text.toLowerCase();
}

function wordIn(word: string, text: string): Match | null {
  const starts = new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped(word)})`, "u").exec(text);
  if (starts) {
    const at = starts.index + starts[1]!.length;
    const whole = !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? " ");
    return { score: (whole ? 40 : 30) + (at === 0 ? 5 : 0), parts: [[at, at + word.length]] };
  }
  const inside = text.indexOf(word);
  if (inside >= 0 && word.length > 1) return { score: 15, parts: [[inside, inside + word.length]] };
  return nearly(word, text) ?? lettersIn(word, text);
}

// One slip in four letters or more, two in eight or more, against the beginning of a word.
function nearly(word: string, text: string): Match | null {
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (!slips) return null;
  let best: Match | null = null;
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      if (length > found[0].length) break;
      const away = distance(word, found[0].slice(0, length));
      const score = 14 - 3 * away;
      if (away <= slips && (!best || score > best.score)) best = { score, parts: [[found.index, found.index + length]] };
    }
  }
  return best;
}

/** How many slips lie between two words: a letter left out, added, exchanged, or two that changed places. */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}

function lettersIn(word: string, text: string): Match | null {
  if (word.length < 3) return null;
  const parts: [number, number][] = [];
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return null;
    parts.push([at, at + letter.length]);
  }
  const spread = parts.at(-1)![1] - parts[0]![0];
  return spread > word.length * 3 ? null : { score: 5 - spread / 100, parts };
}

function merged(parts: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...parts].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
