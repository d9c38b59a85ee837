"""The tray of the pattern workspace: factor uses and passages that belong to no pattern yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Left

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Evidence, GatheredPassage
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.outlines import uses
from casement.rooms.analysis.queries.tree import FactorUseView
from casement.rooms.analysis.rules.tray import INFLUENCES, PERSONAL, Sought
from casement.rooms.analysis.vocabulary import EpisodeState, FactorLevel
from casement.rooms.coding.models import Mark
from casement.rooms.sources.models import Excerpt, Source

SIZE = 40
OPENING = 220
EPISODES = ("statement__episode__number", "statement__factor_use__episode__number")


@dataclass(frozen=True)
class PassageCard:
    """A passage as a card: its words as they may be shown, and where it stands.

    `key` is its number in a pattern, for taking it out again.
    """

    number: int
    words: str
    source: int
    title: str
    kind: str
    paragraph: int
    start: int
    end: int
    episode: int | None = None
    key: int = 0
    open: bool = True


def uses_in_tray(seat: Seat, asked: Sought) -> tuple[FactorUseView, ...]:
    """One page of the factor uses that belong to no pattern, and one more when there is another page."""
    where = Q(patterns=None) & level(asked) & influence(asked)
    if asked.episode:
        where &= Q(episode__number=asked.episode)
    if asked.role:
        where &= Q(account_of__number=asked.role)
    if asked.agency:
        resting = Evidence.objects.filter(removed_at=None, statement__removed_at=None, review_id=seat.review)
        theirs = Q(excerpt__version__source__agency__number=asked.agency) | Q(entry__agency__number=asked.agency)
        nobodys = Q(account_of=None, pk__in=resting.filter(theirs).values("statement__factor_use"))
        where &= Q(account_of__agency__number=asked.agency) | nobodys
    if asked.by_person:
        where &= Q(item=None) | ~Q(item__item_id__startswith=PERSONAL)
    start = (asked.page - 1) * SIZE
    return uses(seat, where, limit=start + SIZE + 1)[start:]


def passages_in_tray(seat: Seat, asked: Sought) -> tuple[PassageCard, ...]:
    """One page of the passages that belong to no pattern, and one more when there is another page; one query.

    Cited ones rest under an episode's text or one of its factors; the others are marked and cited nowhere. Neither
    is hidden by a blind round: something rests on it, or it carries a mark that this seat may see.
    """
    working(seat)
    cited = citing(asked)
    found = Excerpt.objects.filter(
        ~Exists(GatheredPassage.objects.filter(excerpt=OuterRef("pk"), removed_at=None)),
        review_id=seat.review,
        version__source__in=Source.objects.visible_to(seat),
        version__source__withdrawal=None,
    )
    if asked.show == "cited":
        here = cited.filter(excerpt=OuterRef("pk")).order_by("number")
        found = found.filter(pk__in=cited.values("excerpt")).annotate(
            episode=Subquery(here.values_list(Coalesce(*EPISODES))[:1])
        )
    else:
        nowhere = Evidence.objects.filter(excerpt=OuterRef("pk"), removed_at=None, statement__removed_at=None)
        found = found.filter(Exists(marked(seat)), ~Exists(nowhere)).annotate(
            episode=Value(None, output_field=IntegerField())
        )
    if asked.agency:
        found = found.filter(
            Q(version__source__agency__number=asked.agency)
            | Q(version__source__participation__agency__number=asked.agency)
        )
    if asked.role:
        found = found.filter(version__source__participation__number=asked.role)
    if asked.level or asked.influence:
        kinds = marked(seat).filter(level(asked) & influence(asked))
        not_personal = Q(item=None) | ~Q(item__item_id__startswith=PERSONAL)
        found = found.filter(Exists(kinds.filter(not_personal) if asked.by_person else kinds))
    start = (asked.page - 1) * SIZE
    rows = found.annotate(opening=Left("shown", OPENING)).order_by("version__source__number", "start", "number")
    return tuple(
        PassageCard(number, words, source, title, kind, paragraph, start=at, end=end, episode=episode)
        for number, words, source, title, kind, paragraph, at, end, episode in rows.values_list(
            "number", "opening", "version__source__number", "version__source__title", "version__source__kind",
            "paragraph", "start", "end", "episode",
        )[start : start + SIZE + 1]
    )  # fmt: skip


def citing(asked: Sought) -> QuerySet[Evidence]:
    """Evidence by passages in an episode's texts or factor uses."""
    there = Evidence.objects.filter(excerpt__isnull=False, removed_at=None, statement__removed_at=None)
    within = there.filter(
        Q(statement__episode__isnull=False)
        | Q(statement__factor_use__isnull=False, statement__factor_use__removed_at=None)
    ).exclude(statement__episode__state=EpisodeState.REJECTED)
    if asked.episode:
        within = within.filter(Q(*[(place, asked.episode) for place in EPISODES], _connector=Q.OR))
    return within


def marked(seat: Seat) -> QuerySet[Mark]:
    """Live marks that this seat may see, inside a query of excerpts."""
    return Mark.objects.past_the_wall(seat).filter(excerpt=OuterRef("pk"), removed_at=None)


def level(asked: Sought) -> Q:
    """The factor level that is asked; a factor in the team's own words counts as other."""
    if not asked.level:
        return Q()
    told = Q(item__level=asked.level)
    return told | Q(item=None) if asked.level == FactorLevel.OTHER else told


def influence(asked: Sought) -> Q:
    """The influence that is asked."""
    return Q(influence=INFLUENCES[asked.influence]) if asked.influence else Q()
