// Where an arrow key leads on a board of columns. Plain values only.

export interface Spot {
  column: number;
  row: number;
}

/** The next spot from `at`, by the number of cards in each column; empty columns are passed over, edges hold. */
export function moved(cards: readonly number[], at: Spot, key: string): Spot {
  if (key === "ArrowDown" || key === "ArrowUp") {
    const last = (cards[at.column] ?? 1) - 1;
    return { column: at.column, row: Math.min(Math.max(at.row + (key === "ArrowDown" ? 1 : -1), 0), last) };
  }
  const by = key === "ArrowRight" ? 1 : -1;
  for (let column = at.column + by; column >= 0 && column < cards.length; column += by) {
    const here = cards[column] ?? 0;
    if (here) return { column, row: Math.min(at.row, here - 1) };
  }
  return at;
}
