"""What is worth a look in the evidence and the analysis of a review."""

from casement.desk.known import Known, Obstacle, at, may
from casement.desk.panes import amount
from casement.foundation.access import Role
from casement.foundation.actions import Action
from casement.rooms.sources.queries.counts import SourceCounts


def in_evidence(known: Known) -> list[Obstacle]:
    """Sources that have not come, and chronologies that wait."""
    sources, entries, told = known.sources, known.entries, []
    if sources is not None and may(known, Action.SOURCES_ADD):
        if known.seat.standing.role is Role.AGENCY_CONTACT:
            told += _own_agency(known, sources)
        elif not sources.total:
            told.append(
                Obstacle(
                    "Nothing has been brought in yet",
                    "Records and conversations count alike. Start with either.",
                    at(known, "Add sources", "sources/new/"),
                )
            )
        else:
            told += _silent(known, sources)
    if entries is not None and entries.waiting and may(known, Action.CHRONOLOGY_IMPORT):
        told.append(
            Obstacle(
                f"{amount(len(entries.waiting), 'chronology waits', 'chronologies wait')} for you to go on with it"
                if len(entries.waiting) == 1
                else f"{len(entries.waiting)} chronologies wait for you to go on with them",
                "The columns or some rows are not confirmed yet.",
                at(known, "Chronologies", "chronologies/"),
            )
        )
    return told


def _own_agency(known: Known, sources: SourceCounts) -> list[Obstacle]:
    """What an agency contact is asked for when their agency has sent nothing at all."""
    if sources.total or (known.entries is not None and known.entries.total):
        return []
    go = at(known, "Send records", "sources/new/")
    return [Obstacle("Nothing has come from your agency yet", "Send what you have; more can follow.", go)]


def _silent(known: Known, sources: SourceCounts) -> list[Obstacle]:
    """Agencies of which there is neither a record, nor a conversation, nor an entry."""
    heard = {agency for agency, kinds in sources.by_agency.items() if any(kinds.values())}
    if known.entries is not None:
        heard |= {agency for agency, count in known.entries.by_agency.items() if count}
    silent = [name for agency, name in known.agencies if agency not in heard]
    if not silent:
        return []
    named = silent[0] if len(silent) == 1 else f"{len(silent)} agencies"
    return [
        Obstacle(
            f"Nothing has come from {named} yet",
            "" if len(silent) == 1 else ", ".join(silent) + ".",
            at(known, "Sources", "sources/"),
        )
    ]


def in_analysis(known: Known) -> list[Obstacle]:
    """How far the analysis has come, as the next thing to do."""
    told: list[Obstacle] = []
    analysis, sources = known.analysis, known.sources
    if analysis is None or not may(known, Action.ANALYSIS_WRITE) or sources is None or not sources.total:
        return told
    episodes = at(known, "Episodes", "episodes/")
    if analysis.unexplained:
        told.append(
            Obstacle(
                f"{amount(analysis.unexplained, 'episode has', 'episodes have')} no “it made sense because”",
                "Write it before the appraisal.",
                episodes,
            )
        )
    elif analysis.unappraised:
        told.append(
            Obstacle(
                f"{amount(analysis.unappraised, 'episode has', 'episodes have')} no appraisal yet",
                "Say which standard applied then.",
                episodes,
            )
        )
    elif not analysis.chosen:
        told.append(
            Obstacle(
                "No episode is chosen yet", "Choose the moments that explain the course of the case.", episodes
            )
        )
    elif not analysis.patterns:
        told.append(
            Obstacle(
                "No pattern is drawn yet",
                "Gather factor uses from two or more episodes.",
                at(known, "Patterns", "patterns/"),
            )
        )
    elif analysis.findings > analysis.tested:
        left = analysis.findings - analysis.tested
        told.append(
            Obstacle(
                f"{amount(left, 'finding is', 'findings are')} not tested yet",
                "Ask the people who were there whether they recognise it.",
                at(known, "Findings", "findings/"),
            )
        )
    return told
