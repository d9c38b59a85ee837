"""The six panes of a review's window, and the two sentences that say where it stands."""

from casement.foundation.design.parts import Pane
from casement.rooms.analysis.queries.counts import AnalysisCounts
from casement.rooms.chronology.queries.counts import EntryCounts
from casement.rooms.reviews.queries import Stand
from casement.rooms.sources.queries.counts import SourceCounts


def amount(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 record", "3 records"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Parts joined as in a sentence: "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def panes(
    stand: Stand,
    sources: SourceCounts | None,
    entries: EntryCounts | None,
    analysis: AnalysisCounts | None,
    links: dict[str, str],
) -> tuple[Pane, ...]:
    """Each phase with what there is of it, as far as this person may see; links only where they may go."""
    told = {
        "setting_up": _setting_up(stand),
        "listening": _listening(sources, entries),
        "making_sense": _making_sense(analysis),
        "findings": _findings(analysis),
        "board": "With the final report",
        "changed": "After the board has answered",
    }
    keys = [phase.key for phase in stand.process.phases]
    at = keys.index(stand.process.phase_of(stand.step).key)
    return tuple(
        Pane(
            phase.name,
            told[phase.key],
            "done" if place < at else "now" if place == at else "ahead",
            links.get(phase.key, ""),
        )
        for place, phase in enumerate(stand.process.phases)
    )


def first_sentence(stand: Stand) -> str:
    """What is going on, in the words of the phase."""
    if stand.closed_at is not None:
        return f"This review was closed on {stand.closed_at:%-d %B %Y}. It can be read, not changed."
    return stand.process.phase_of(stand.step).sentence


def second_sentence(stand: Stand, waiting: int, last: str) -> str:
    """What comes next and whether something stands in its way; the same for everybody."""
    blocking = len(stand.open_gates)
    if stand.closed_at is not None:
        return ""
    if not stand.next_step:
        return last
    label = stand.process.step(stand.next_step).label
    told = f"The next step is “{label[0].lower() + label[1:]}”."
    if blocking:
        return f"{told} {amount(blocking, 'thing stands', 'things stand')} in its way."
    if waiting:
        return f"{told} Nothing blocks it; {amount(waiting, 'thing is', 'things are')} worth a look."
    return f"{told} Nothing stands in its way."


def _setting_up(stand: Stand) -> str:
    people = stand.leads + stand.team
    return f"Opened {stand.opened_at:%-d %B %Y}. {amount(people, 'person', 'people')} in the team"


def _listening(sources: SourceCounts | None, entries: EntryCounts | None) -> str:
    parts: list[str] = []
    if sources is not None and sources.of("record"):
        parts.append(amount(sources.of("record"), "record"))
    if sources is not None and sources.of("conversation"):
        parts.append(amount(sources.of("conversation"), "conversation"))
    if sources is not None and sources.of("family"):
        parts.append(amount(sources.of("family"), "family account"))
    if entries is not None and entries.total:
        parts.append(amount(entries.total, "chronology entry", "chronology entries"))
    if parts:
        return listed(parts)
    return "Nothing brought in yet" if sources is not None else ""


def _making_sense(analysis: AnalysisCounts | None) -> str:
    if analysis is None:
        return ""
    if not analysis.chosen:
        return (
            f"{amount(analysis.candidates, 'candidate episode')}, none chosen yet"
            if analysis.candidates
            else ("No episode yet")
        )
    explained = str(analysis.chosen - analysis.unexplained or "none")
    told = f"{amount(analysis.chosen, 'episode')} chosen, {explained} explained"
    return f"{told}. {amount(analysis.factor_uses, 'factor use')}" if analysis.factor_uses else told


def _findings(analysis: AnalysisCounts | None) -> str:
    if analysis is None:
        return ""
    if not analysis.findings:
        return f"{amount(analysis.patterns, 'possible pattern')}" if analysis.patterns else "No pattern yet"
    tested = amount(analysis.tested, "tested", "tested") if analysis.tested else "none tested yet"
    return f"{amount(analysis.patterns, 'pattern')}, {amount(analysis.findings, 'finding')}, {tested}"
