// When a page that nobody touches is warned of and covered. Pure, so that it can be tested with any clock.

/** The warning comes a minute before, or halfway where a site allows less than two minutes. */
export function warningFrom(limit: number): number {
  return limit - Math.min(60_000, limit / 2);
}

export type State = "awake" | "warned" | "covered";

/** What holds now, by how long ago anybody did anything in any tab. */
export function stateAt(now: number, acted: number, limit: number): State {
  const idle = now - acted;
  if (idle >= limit) return "covered";
  return idle >= warningFrom(limit) ? "warned" : "awake";
}
