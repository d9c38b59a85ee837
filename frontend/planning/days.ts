// Which day a bar stands on after it was dragged. Plain values only.

const DAY = 86_400_000;

/** The day so many pixels after `start` (an ISO day); a weekend gives the working day next to it. */
export function dragged(start: string, pixels: number, perDay: number): string {
  const day = new Date(Date.parse(`${start}T00:00:00Z`) + Math.round(pixels / perDay) * DAY);
  const weekday = day.getUTCDay();
  const by = weekday === 6 ? -1 : weekday === 0 ? 1 : 0;
  return new Date(day.getTime() + by * DAY).toISOString().slice(0, 10);
}

/** A day in words: "Tuesday 3 February 2026". */
export function spoken(day: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  }).format(Date.parse(`${day}T00:00:00Z`)).replace(",", "");
}
