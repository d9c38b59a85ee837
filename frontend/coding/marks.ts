// Marks as plain data: which lie over one another, which are near, and how their labels stand in the margin.

export type Influence = "helped" | "harder" | "unclear" | "";

export interface Mark {
  number: number;
  start: number;
  end: number;
  label: string;
  /** What was chosen: "item:wrk.03", "open:4". */
  code?: string;
  influence: Influence;
  by: string;
  memo: string;
  href: string;
  private?: boolean;
  notes?: string[];
  change_href?: string;
  memo_href?: string;
  remove_href?: string;
  undo_href?: string;
  /** The last act on it, which its person may take back. */
  act?: number;
  removed?: boolean;
  /** Shown here, but not saved yet. */
  waiting?: boolean;
}

export interface Segment {
  start: number;
  end: number;
  marks: Mark[];
}

/** In the order of the text: earlier first, and of two that start together the longer first. */
export function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
}

/** The stretches of text over which the same marks lie, without gaps inside a mark and without the unmarked rest. */
export function segments(marks: readonly Mark[]): Segment[] {
  const edges = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  const ordered = inOrder(marks);
  const found: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  edges.forEach((start, at) => {
    const end = edges[at + 1];
    open = open.filter((mark) => mark.end > start);
    for (; next < ordered.length && ordered[next]!.start <= start; next += 1)
      if (ordered[next]!.end > start) open.push(ordered[next]!);
    if (end !== undefined && open.length) found.push({ start, end, marks: [...open] });
  });
  return found;
}

/** Which of three lines each mark is underlined on, so that overlapping marks can be told apart; 3 means "+ more". */
export function levels(marks: readonly Mark[], most = 3): Map<number, number> {
  const ends: number[] = [];
  const level = new Map<number, number>();
  for (const mark of inOrder(marks)) {
    let free = ends.findIndex((end) => end <= mark.start);
    if (free < 0) free = ends.length < most ? ends.length : most;
    if (free < most) ends[free] = mark.end;
    level.set(mark.number, free);
  }
  return level;
}

/** The marks that touch a stretch of text. */
export function touching(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks.filter((mark) => mark.start < end && mark.end > start);
}

/** The next or previous mark by its start, seen from an offset; undefined past the last. */
export function neighbour(marks: readonly Mark[], from: number, step: 1 | -1, current?: number): Mark | undefined {
  const ordered = inOrder(marks);
  const at = ordered.findIndex((mark) => mark.number === current);
  if (at >= 0) return ordered[at + step];
  return step > 0 ? ordered.find((mark) => mark.start >= from) : ordered.findLast((mark) => mark.start < from);
}

export interface Placed {
  mark: Mark;
  top: number;
  bottom: number;
}

export interface Bracket {
  top: number;
  bottom: number;
  marks: Mark[];
  placed: Placed[];
}

/** Brackets for the margin: marks whose lines overlap, or whose labels would, share one. */
export function brackets(placed: readonly Placed[], height: (mark: Mark) => number = () => 22): Bracket[] {
  const found: Bracket[] = [];
  for (const { mark, top, bottom } of [...placed].sort((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const last = found.at(-1);
    if (last && top < Math.max(last.bottom, last.top + labelled(last.marks, height))) {
      last.bottom = Math.max(last.bottom, bottom);
      last.marks.push(mark);
      last.placed.push({ mark, top, bottom });
    } else found.push({ top, bottom, marks: [mark], placed: [{ mark, top, bottom }] });
  }
  return found;
}

/** How many names stand beside a bracket: two, and as many more as fit into its height. */
export function namesBeside({ top, bottom, marks }: Bracket, height: (mark: Mark) => number): number {
  let used = 0;
  for (const [at, mark] of marks.entries()) {
    used += height(mark);
    const rest = at + 1 < marks.length ? 20 : 0;
    if (at >= 2 && used + rest > bottom - top) return at;
  }
  return marks.length;
}

/** Beside one another where they overlap, the outermost first; what finds no place shares the last of `most` lanes. */
export function lanes(placed: readonly Placed[], most = 3): number[] {
  const ends: number[] = [];
  return placed.map(({ top, bottom }) => {
    let free = ends.findIndex((end) => end <= top);
    if (free < 0) free = Math.min(ends.length, most - 1);
    ends[free] = Math.max(ends[free] ?? 0, bottom);
    return free;
  });
}

// Two names at most, then one line that says how many more.
function labelled(marks: readonly Mark[], height: (mark: Mark) => number): number {
  const named = marks.slice(0, 2).reduce((sum, mark) => sum + height(mark), 0);
  return named + (marks.length > 2 ? 20 : 0);
}
