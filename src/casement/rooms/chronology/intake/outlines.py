"""What a spreadsheet hides or counts on: read before the rows, from the file's own structure.

A sheet with two cells in opposite corners would make a fast reader ask for more memory than any
machine has, so extents are known first. Formulas without a stored value, error values and hidden
rows are dropped by fast readers; they are found here so that nothing is lost unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Outline:
    """One sheet's extent, hidden rows and columns, and texts that the row reader will not give."""

    rows: int = 0
    columns: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """Takes in that a cell stands there; rows and columns count from 1."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def notes(self) -> tuple[str, ...]:
        """Sentences for the person about what is hidden or missing."""
        said = []
        if hidden := [row for row in self.hidden_rows if row <= self.rows]:
            said.append(f"Hidden in the file, and read like the others: {_rows(hidden)}.")
        if self.hidden_columns:
            said.append(f"Hidden columns, which are read too: {len(self.hidden_columns)}.")
        if self.formulas:
            said.append(
                f"Formulas without a result: {len(self.formulas)}. The formula is kept as text. Ask for a "
                "copy with results if you need them."
            )
        if self.errors:
            said.append(f"Cells with an error such as #N/A: {len(self.errors)}. The error is kept as text.")
        return tuple(said)


def _rows(numbers: list[int]) -> str:
    listed = ", ".join(map(str, numbers[:5]))
    if len(numbers) > 5:
        return f"{len(numbers)} rows ({listed} and more)"
    return f"{'row' if len(numbers) == 1 else 'rows'} {listed}"
