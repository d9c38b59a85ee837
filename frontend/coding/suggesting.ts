// Which codes are worth a first look for some words, and why: counted from the marks on this text, and nothing else.
import { touching, type Mark } from "./marks";
import type { Span } from "./caret";

const CLOSE = 2000; // code points either way, about a printed page
const MOST = 6;

/** The codes to look at first, each with its reason in words; the strongest reason first. Nothing is chosen by it. */
export function suggested(marks: readonly Mark[], span: Span): Map<string, string> {
  const known = marks.filter((mark) => mark.code);
  const here = touching(known, span.start, span.end);
  const why = new Map<string, string>();
  for (const [code, count] of counted(here)) why.set(code, `On these words already, ${times(count)}`);
  for (const [code, reason] of together(known, new Set(here.map((mark) => mark.code!)))) if (!why.has(code)) why.set(code, reason);
  const close = touching(known, span.start - CLOSE, span.end + CLOSE);
  for (const [code, count] of counted(close)) if (!why.has(code)) why.set(code, `Used close by, ${times(count)}`);
  return new Map([...why].slice(0, MOST));
}

// Codes whose marks lie over marks of a code that is here, twice or more in this text.
function together(marks: readonly Mark[], here: ReadonlySet<string>): Map<string, string> {
  const pairs = new Map<string, { count: number; label: string }>();
  for (const one of marks) {
    if (!here.has(one.code!)) continue;
    for (const other of touching(marks, one.start, one.end)) {
      if (here.has(other.code!)) continue;
      pairs.set(other.code!, { count: (pairs.get(other.code!)?.count ?? 0) + 1, label: one.label });
    }
  }
  const often = [...pairs].filter(([, { count }]) => count > 1).sort((a, b) => b[1].count - a[1].count);
  return new Map(often.map(([code, { count, label }]) => [code, `Often with “${label}”, ${times(count)} in this text`]));
}

function counted(marks: readonly Mark[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { code } of marks) counts.set(code!, (counts.get(code!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
