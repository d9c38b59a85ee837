"""Key practice episodes: proposed with a reason, chosen or not selected, described and appraised."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.dates import NotADate, UncertainDate
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.citing import add_evidence
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import agencies, item, participations, row, said
from casement.rooms.analysis.commands.statements import add_statement
from casement.rooms.analysis.models import Episode, Period
from casement.rooms.analysis.queries.items import PATTERNS
from casement.rooms.analysis.queries.periods import read
from casement.rooms.analysis.vocabulary import EPISODE_STATE_NAMES, Cite, EpisodeState, Part

NO_TITLE = "Give the episode a plain title, without judgement."
ENDS_FIRST = "The end comes before the beginning. Check both dates."


@command(Action.ANALYSIS_WRITE)
def propose_episode(
    seat: Seat,
    *,
    title: str,
    why: str,
    began: str = "",
    until: str = "",
    strands: Sequence[int] = (),
    roles: Sequence[int] = (),
    cites: Sequence[Cite] = (),
) -> Episode:
    """Put forward an episode with the reason why it may be key, and the passages or entries that suggest it.

    `strands` are agencies by number, `roles` participations by number. Proposing the same title and dates again
    gives back the first. Refused without a title or a reason, or when a date cannot be read without guessing.
    """
    return put_forward(
        seat, title=title, why=why, began=began, until=until, strands=strands, roles=roles, cites=cites
    )


def put_forward(
    seat: Seat,
    *,
    title: str,
    why: str,
    began: str,
    until: str,
    strands: Sequence[int],
    roles: Sequence[int],
    cites: Sequence[Cite],
) -> Episode:
    """The same inside another command."""
    whole = said(title, NO_TITLE, field="title")
    reason = said(why, "Say why this may be a key episode. You may change it later.", field="why")
    twin = Episode.objects.filter(
        review_id=seat.review, title=whole, date_recorded=began.strip(), until_recorded=until.strip(),
        state=EpisodeState.CANDIDATE,
    ).first()  # fmt: skip
    if twin is not None:
        return twin
    episode = Episode(review_id=seat.review, title=whole, by_id=seat.person_id)
    put_dates(episode, began, until)
    episode.number = next_number(Episode, seat.review)
    episode.save()
    episode.strands.set(agencies(seat, strands))
    episode.roles.set(participations(seat, roles))
    keep(seat, episode, facts_of(episode))
    first = add_statement(seat, episode, part=Part.WHY_KEY, text=reason)
    for cite in cites:
        add_evidence(seat, first, cite)
    return episode


def put_dates(episode: Episode | Period, began: str, until: str) -> None:
    """Read both dates into the episode or period, as recorded and as understood."""
    first = dated(began, field="began")
    last = dated(until, field="until")
    if first and last and first.start and last.end and last.end < first.start:
        raise Refused(ENDS_FIRST, field="until")
    episode.date_recorded = began.strip()
    episode.date_start = first.start if first else None
    episode.date_end = first.end if first else None
    episode.date_time = first.start_time if first else None
    episode.date_precision = first.precision if first else ""
    episode.date_edtf = first.edtf if first else ""
    episode.until_recorded = until.strip()
    episode.until_start = last.start if last else None
    episode.until_end = last.end if last else None


def dated(recorded: str, *, field: str) -> UncertainDate | None:
    """A date somebody typed, or None; Refused with the reader's own sentence."""
    try:
        return read(recorded)
    except NotADate as no:
        raise Refused(no.sentence, field=field) from None


def facts_of(episode: Episode) -> Facts:
    """The facts of an episode as pairs of words, for people to compare."""
    category = episode.hunch_category
    return [
        ("Title", episode.title),
        ("Began", episode.date_recorded),
        ("Until", episode.until_recorded),
        ("Agencies", ", ".join(episode.strands.values_list("name", flat=True))),
        ("Roles", ", ".join(episode.roles.values_list("role_label", flat=True))),
        ("State", EPISODE_STATE_NAMES[episode.state]),
        ("Reason", episode.decision_reason),
        ("Tendency", episode.tendency.replace("_", " ")),
        ("Standard", episode.standard),
        ("Did it apply then", episode.standard_applied),
        ("What was known then", episode.hindsight_check),
        ("Had it ended well", episode.outcome_check),
        ("Easier or harder than it was", episode.difficulty_check),
        ("Category", category.label if category else ""),
        ("Why no factor was found", episode.no_factors_reason),
        ("How sure", episode.confidence.replace("_", " ")),
        ("Why that sure", episode.confidence_reason),
    ]


def change(
    seat: Seat,
    episode: Episode,
    based_on: int | None,
    values: dict[str, str],
    *,
    strands: Sequence[int] | None = None,
    roles: Sequence[int] | None = None,
) -> Episode:
    """Save changed facts of an episode as its next edition; Conflict when somebody was first.

    The facts as they stand are read before, those sent after, so that both can be shown.
    """
    stands = facts_of(Episode.objects.get(pk=episode.pk))
    for name, value in values.items():
        setattr(episode, name, value.strip() if isinstance(value, str) else value)
    named = agencies(seat, strands) if strands is not None else None
    people = participations(seat, roles) if roles is not None else None
    sent = facts_of(episode)
    if named is not None:
        sent[3] = ("Agencies", ", ".join(agency.name for agency in named))
    if people is not None:
        sent[4] = ("Roles", ", ".join(person.role_label for person in people))
    if sent == stands:
        return episode
    hold(seat, episode, based_on=based_on, sent=sent, stands=stands)
    raise_edition(seat, episode, sent)
    episode.save()
    if named is not None:
        episode.strands.set(named)
    if people is not None:
        episode.roles.set(people)
    index(seat, episode)
    return episode


@command(Action.ANALYSIS_WRITE)
def set_episode_facts(
    seat: Seat,
    *,
    number: int,
    based_on: int | None = None,
    title: str | None = None,
    began: str | None = None,
    until: str | None = None,
    strands: Sequence[int] | None = None,
    roles: Sequence[int] | None = None,
) -> Episode:
    """Change title, dates, agencies and roles; what is None stays. Refused as `propose_episode`.

    Raises Conflict when somebody changed the facts after edition `based_on`.
    """
    episode = row(Episode, seat, number)
    values = {"title": said(title, NO_TITLE, field="title")} if title is not None else {}
    if began is not None or until is not None:
        put_dates(
            episode,
            episode.date_recorded if began is None else began,
            episode.until_recorded if until is None else until,
        )
    return change(seat, episode, based_on, values, strands=strands, roles=roles)


@command(Action.ANALYSIS_WRITE)
def choose_episode(seat: Seat, *, number: int, reason: str = "") -> Episode:
    """Make a candidate one of the key practice episodes."""
    episode = row(Episode, seat, number)
    return change(seat, episode, None, {"state": EpisodeState.CHOSEN, "decision_reason": reason})


@command(Action.ANALYSIS_WRITE)
def reject_episode(seat: Seat, *, number: int, reason: str) -> Episode:
    """Leave an episode out of the selection; the reason is kept and shown. Refused without one."""
    episode = row(Episode, seat, number)
    why = said(reason, "Say why it is not selected. The reason is kept with it.", field="reason")
    return change(seat, episode, None, {"state": EpisodeState.REJECTED, "decision_reason": why})


@command(Action.ANALYSIS_WRITE)
def set_wider_significance(seat: Seat, *, number: int, category: str, based_on: int | None = None) -> Episode:
    """Name the pattern category that an episode's hunch points to, by its stable id; empty for none."""
    episode = row(Episode, seat, number)
    episode.hunch_category = item(seat, PATTERNS, category, field="category")
    return change(seat, episode, based_on, {})


@command(Action.ANALYSIS_WRITE)
def explain_no_factors(seat: Seat, *, number: int, reason: str, based_on: int | None = None) -> Episode:
    """Say why no factor was found in an episode."""
    return change(seat, row(Episode, seat, number), based_on, {"no_factors_reason": reason})
