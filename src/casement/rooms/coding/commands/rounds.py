"""Blind rounds: opened, gone through, closed, and settled."""

from collections.abc import Sequence
from random import SystemRandom

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.coding.commands.marks import code_of
from casement.rooms.coding.models import Coder, Mark, Round, RoundCode, RoundMark, RoundText, WentThrough
from casement.rooms.coding.rules.rounds import may_close, why_not_open
from casement.rooms.coding.vocabulary import Influence
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries import seat_of
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.paragraphs import paragraphs

CLOSED = "This round is closed."


@command(Action.CODING_ROUNDS)
def open_round(
    seat: Seat, *, name: str, sources: Sequence[int], codes: Sequence[str], coders: Sequence[int]
) -> Round:  # fmt: skip
    """Open a round on sources (numbers), with codes ("item:wrk.03", "open:4"), for coders (numbers of places).

    From now until it is closed, marks with these codes in these sources are seen only by those who made them.
    Refused when a coder may not read one of the sources, or another open round covers the same ground.
    """
    field, sentence = why_not_open(name, len(set(sources)), len(set(codes)), len(set(coders)))
    if sentence:
        raise Refused(sentence, field=field)
    texts = texts_of(seat, sources)
    people = people_of(seat, coders, texts)
    made = Round.objects.create(
        review_id=seat.review,
        number=next_number(Round, seat.review),
        name=at_most(name, 120, field="name"),
        by_id=seat.person_id,
    )
    RoundText.objects.bulk_create(
        [RoundText(round=made, source=one, version=one.current) for one in texts if one.current]
    )
    for code in dict.fromkeys(codes):
        item, own = code_of(seat, code, Influence.UNCLEAR)
        RoundCode.objects.create(round=made, item=item, code=own)
    SystemRandom().shuffle(people)
    Coder.objects.bulk_create([Coder(round=made, participation=who, place=at) for at, who in enumerate(people)])
    refuse_if_covered(made)
    return made


def texts_of(seat: Seat, numbers: Sequence[int]) -> list[Source]:
    """The sources that are meant, each with a text."""
    within = Source.objects.visible_to(seat).filter(number__in=numbers, current__isnull=False)
    found = list(within.select_related("current"))
    if len(found) < len(set(numbers)):
        raise Refused("One of these sources is not here any more. Choose from the list.", field="sources")
    return found


def people_of(seat: Seat, numbers: Sequence[int], texts: Sequence[Source]) -> list[Participation]:
    """The places of those who will mark: leads and team with an account who may read every text."""
    found = list(
        Participation.objects.filter(
            review_id=seat.review, number__in=numbers, role__in=(Role.LEAD, Role.TEAM), person__isnull=False
        )
    )
    if len(found) < len(set(numbers)):
        raise Refused("Only leads and members of the review team with an account can take part.", field="coders")
    for who in found:
        theirs = seat_of(who.person_id or 0, seat.ref)
        if theirs is None:
            raise Refused(f"{who.role_label} has no place in the review now. Choose others.", field="coders")
        may_read = set(Source.objects.visible_to(theirs).values_list("pk", flat=True))
        if unread := [source.number for source in texts if source.pk not in may_read]:
            told = ", ".join(str(number) for number in unread)
            raise Refused(
                f"{who.role_label} may not read source {told}. Leave it out, or choose others.", field="coders"
            )
    return found


def refuse_if_covered(made: Round) -> None:
    """Refused when another open round has one of these codes in one of these sources."""
    own = RoundCode.objects.filter(round=made)
    others = RoundCode.objects.filter(round__review=made.review_id, round__closed_at=None).exclude(round=made)
    there = others.filter(round__texts__source__in=made.texts.values("source"))
    for kind in ("item", "code"):
        twice = there.filter(**{f"{kind}__in": own.exclude(**{kind: None}).values(kind)}).first()
        if twice is not None:
            raise Refused(
                f"Round {twice.round.number} is still open with one of these codes in one of these sources. "
                "Close it first, or choose others.",
                field="codes",
            )


def round_row(seat: Seat, number: int) -> Round:
    """A round of this review, or NotHere."""
    found = Round.objects.filter(review_id=seat.review, number=number).first()
    if found is None:
        raise NotHere
    return found


def part_in(seat: Seat, number: int, source: int) -> tuple[Coder, RoundText]:
    """This person's part in an open round, and the text that is meant; NotHere or Refused otherwise."""
    row = round_row(seat, number)
    coder = row.coders.filter(participation=seat.standing.participation_id).first()
    text = row.texts.filter(source__number=source, source__in=Source.objects.visible_to(seat)).first()
    if coder is None or text is None:
        raise NotHere
    if row.closed_at:
        raise Refused(CLOSED)
    return coder, text


@command(Action.CODING_ROUNDS)
def say_done(seat: Seat, *, number: int, source: int, upto: int | None = None) -> Round:
    """Say that you went through a text of round `number`, to its end or as far as paragraph `upto`."""
    coder, text = part_in(seat, number, source)
    last = len(paragraphs(text.version.text, text.version.anchors))
    if upto is not None and not 1 <= upto <= last:
        raise Refused(f"This text has paragraphs 1 to {last}. Say one of them, or leave it empty.", field="upto")
    WentThrough.objects.update_or_create(
        coder=coder, text=text, defaults={"upto": 0 if upto in (None, last) else upto, "at": now()}
    )
    return text.round


@command(Action.CODING_ROUNDS)
def not_yet(seat: Seat, *, number: int, source: int) -> Round:
    """Take back that you went through a text."""
    coder, text = part_in(seat, number, source)
    WentThrough.objects.filter(coder=coder, text=text).delete()
    return text.round


@command(Action.CODING_ROUNDS)
def close_round(seat: Seat, *, number: int) -> Round:
    """Close a round: its marks are copied as they are, and everybody who may read marks sees them again.

    Before all are done only a lead or who opened it may close it; what somebody did not go through is not compared.
    """
    row = Round.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    if row.closed_at:
        raise Refused(CLOSED)
    done = WentThrough.objects.filter(coder__round=row).count()
    everybody = done == row.coders.count() * row.texts.count()
    is_lead = seat.standing.role is Role.LEAD
    if not may_close(everybody_done=everybody, is_lead=is_lead, opened_it=row.by_id == seat.person_id):
        raise Refused("Not everybody is done yet. Until then only a lead or who opened the round may close it.")
    keep_marks(row)
    row.closed_at, row.closed_by_id = now(), seat.person_id
    row.save(update_fields=["closed_at", "closed_by", "elsewhere"])
    return row


def keep_marks(row: Round) -> None:
    """Copy the marks of a round, and count those that stand in another text of its sources."""
    texts = {text.version_id: text for text in row.texts.all()}
    coders = {coder.participation.person_id: coder for coder in row.coders.select_related("participation")}
    codes = {(code.item_id, code.code_id): code for code in row.codes.all()}
    copies = []
    for mark in Mark.objects.of_round(row.pk).select_related("excerpt"):
        text = texts.get(mark.excerpt.version_id)
        if text is None:
            row.elsewhere += 1
            continue
        copies.append(
            RoundMark(
                coder=coders[mark.by_id],
                text=text,
                code=codes[(mark.item_id, mark.code_id)],
                start=mark.excerpt.start,
                end=mark.excerpt.end,
                influence=mark.influence,
                early=mark.at < row.opened_at,
            )
        )
    RoundMark.objects.bulk_create(copies)
