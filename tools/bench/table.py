"""What the bench found, as lines of one table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One thing measured: `took` and `floor` in the same unit, the goal in words, and whether it was reached."""

    what: str
    took: float
    floor: float
    unit: str
    goal: str
    fine: bool
    told: str = ""

    @property
    def words(self) -> str:
        """The line as it is printed."""
        places = 1 if self.unit == "ms" else 2
        ratio = f"{self.took / self.floor:.1f}" if self.floor else ""
        took, floor = (f"{one:.{places}f} {self.unit}" if one else "" for one in (self.took, self.floor))
        reached = "-" if self.goal == "told" else "yes" if self.fine else "NO"
        return f"{self.what:44}{took:>11}{floor:>11}{ratio:>8}  {reached:4}{self.goal}{self.told}"


def head(title: str, floor: str) -> None:
    """Print the title of one part, what its floor is, and the columns."""
    print(f"\n{title}\nFloor: {floor}.")
    print(f"{'':44}{'took':>11}{'floor':>11}{'ratio':>8}  goal", flush=True)


def show(line: Line) -> Line:
    """Print a line as soon as it is known."""
    print(line.words, flush=True)
    return line
