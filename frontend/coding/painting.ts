// Tints marks without touching the page: a fixed handful of highlights, however many marks there are.
import { levels, type Influence, type Mark } from "./marks";
import type { Span } from "./caret";
import type { TextMap } from "./selection";

const KINDS: Record<Influence, string> = { helped: "helped", harder: "harder", unclear: "unclear", "": "open" };
const LINES = 3;

/** Whether this browser can paint ranges; where it cannot, the page's list of marks stands alone. */
export function canPaint(): boolean {
  return typeof Highlight !== "undefined" && "highlights" in CSS;
}

/** Paints every mark of a source anew. */
export function paintMarks(map: TextMap, marks: readonly Mark[]): void {
  if (!canPaint()) return;
  const level = levels(marks, LINES);
  const ranges = new Map<string, StaticRange[]>();
  for (const mark of marks) {
    const name = `mark-${KINDS[mark.influence] ?? "open"}-${Math.min(level.get(mark.number) ?? 0, LINES - 1)}`;
    const range = map.range(mark);
    if (!range) continue;
    const named = ranges.get(name);
    if (named) named.push(range);
    else ranges.set(name, [range]);
  }
  for (const kind of Object.values(KINDS))
    for (let line = 0; line < LINES; line += 1) set(`mark-${kind}-${line}`, ranges.get(`mark-${kind}-${line}`) ?? [], line);
}

/** Paints what is chosen now: the selection a code is being given to, or the mark the person stands on. */
export function paintOne(map: TextMap, name: "chosen" | "here", span: Span | null): void {
  if (!canPaint()) return;
  const range = span && span.end > span.start ? map.range(span) : null;
  set(name, range ? [range] : [], name === "chosen" ? 9 : 8);
}

/** Takes all marks off the page, or puts them back. */
export function hideMarks(): void {
  if (!canPaint()) return;
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith("mark-")) CSS.highlights.delete(name);
}

function set(name: string, ranges: StaticRange[], priority: number): void {
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
