"""Starting a report and writing its sections, so that two writers never lose a word.

The final report and the follow-on reports are written alike; who may write which is for the commands to say.
"""

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.reports.models import Report, Section, SectionText
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.vocabulary import FINAL, FOLLOW_ON, PARTS_OF
from casement.rooms.reviews.models import Participation

LONGEST = 200_000


@command(Action.REPORTS_WRITE)
def start_report(seat: Seat) -> Report:
    """Begin the final report: every section with the text Casement assembles. A second start changes nothing."""
    return started(seat, FINAL)


@command(Action.REPORTS_WRITE)
def edit_section(seat: Seat, *, key: str, text: str, based_on: int) -> Section:
    """Change the text of section `key`, written over edition `based_on`.

    Raises Conflict when somebody saved a newer edition meanwhile: the text is kept beside theirs, and both are
    shown until `settle_section`. Refused when the text is too long to be a section.
    """
    return edited(seat, section_row(seat, FINAL, key), text, based_on)


@command(Action.REPORTS_WRITE)
def reset_section(seat: Seat, *, key: str, based_on: int) -> Section:
    """Put the assembled text back into section `key`; the text that stood there stays in its history.

    Raises Conflict when somebody saved a newer edition meanwhile.
    """
    return put_back(seat, section_row(seat, FINAL, key), based_on)


@command(Action.REPORTS_WRITE)
def settle_section(seat: Seat, *, key: str, kept: int, based_on: int, choice: str, text: str = "") -> Section:
    """Settle two texts of section `key`: `kept` says which of its texts, counted from 1, was kept beside,
    `based_on` the edition it was read against.

    `choice` is mine (the kept text stands), theirs (the present one stands), written (`text` stands) or both
    (nothing changes yet). Raises Conflict when the section changed again meanwhile; both texts are still kept.
    """
    return settled(seat, section_row(seat, FINAL, key), kept, based_on, choice, text)


@command(Action.FOLLOW_ON_WRITE)
def start_follow_on(seat: Seat, *, report: int) -> Report:
    """Begin follow-on report 1 or 2, as the final report is begun."""
    return started(seat, follow_on(report))


@command(Action.FOLLOW_ON_WRITE)
def edit_follow_on(seat: Seat, *, report: int, key: str, text: str, based_on: int) -> Section:
    """Change the text of a section of a follow-on report, as `edit_section` does."""
    return edited(seat, section_row(seat, follow_on(report), key), text, based_on)


@command(Action.FOLLOW_ON_WRITE)
def reset_follow_on(seat: Seat, *, report: int, key: str, based_on: int) -> Section:
    """Put the assembled text back into a section of a follow-on report, as `reset_section` does."""
    return put_back(seat, section_row(seat, follow_on(report), key), based_on)


@command(Action.FOLLOW_ON_WRITE)
def settle_follow_on(
    seat: Seat, *, report: int, key: str, kept: int, based_on: int, choice: str, text: str = ""
) -> Section:
    """Settle two texts of a section of a follow-on report, as `settle_section` does."""
    return settled(seat, section_row(seat, follow_on(report), key), kept, based_on, choice, text)


def follow_on(report: int) -> str:
    """The kind of follow-on report `report`. NotHere when there is none by this number."""
    if report not in FOLLOW_ON:
        raise NotHere
    return FOLLOW_ON[report]


def started(seat: Seat, kind: str) -> Report:
    """The report of a kind, begun now if it was not."""
    number = 1 + list(PARTS_OF).index(kind)
    report, made = Report.objects.get_or_create(review_id=seat.review, kind=kind, defaults={"number": number})
    if made:
        for order, words in enumerate(words for part in PARTS_OF[kind] for words in part.sections):
            text = assembled_text(words.key)
            section = Section.objects.create(
                report=report, key=words.key, order=order, title=words.title, text=text
            )
            SectionText.objects.create(section=section, edition=1, text=text, by_id=seat.person_id)
    return report


def edited(seat: Seat, section: Section, text: str, based_on: int) -> Section:
    """A section with another text, or both texts kept when it is not what was read."""
    whole = tidy(text)
    if whole == section.text:
        return section
    if based_on != section.edition:
        raise kept_beside(seat, section, whole, based_on)
    replace_text(seat, section, whole)
    return section


def put_back(seat: Seat, section: Section, based_on: int) -> Section:
    """A section with its first text."""
    fresh = assembled_text(section.key)
    if fresh == section.text:
        return section
    if based_on != section.edition:
        raise Conflict(
            f"{last_writer(seat, section)} saved this section meanwhile. Read it, then put the first text back.",
            mine=fresh,
            theirs=section.text,
            current=section.edition,
        )
    replace_text(seat, section, fresh)
    return section


def settled(seat: Seat, section: Section, kept: int, based_on: int, choice: str, text: str) -> Section:
    """A section of whose two texts one was chosen."""
    beside = section.texts.order_by("pk")[max(kept - 1, 0) :].first()
    if beside is None or not beside.kept_beside:
        raise NotHere
    if choice not in ("mine", "theirs", "written", "both"):
        raise Refused("Choose which text should stand.", field="choice")
    if choice == "both" or beside.settled_at is not None:
        return section
    stands = {"mine": beside.text, "theirs": section.text}.get(choice, tidy(text))
    if stands != section.text:
        if based_on != section.edition:
            if stands != beside.text:
                settle(beside)
            raise kept_beside(seat, section, stands, based_on)
        replace_text(seat, section, stands)
    settle(beside)
    return section


def section_row(seat: Seat, kind: str, key: str) -> Section:
    """The section of a report of this seat's review, locked until the change is done."""
    found = (
        Section.objects.select_for_update(of=("self",))
        .filter(report__review_id=seat.review, report__kind=kind, key=key)
        .order_by()
        .first()
    )
    if found is None:
        raise NotHere
    return found


def tidy(text: str) -> str:
    """A text as it is kept: line ends as LF, nothing hanging at its end."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    if len(whole) > LONGEST:
        raise Refused("This text is too long for one section. Move part of it to another section.", field="text")
    return whole


def replace_text(seat: Seat, section: Section, text: str) -> None:
    """Give a section its next text; the one before stays in its history."""
    section.edition += 1
    section.text = text
    section.save(update_fields=["edition", "text"])
    SectionText.objects.create(section=section, edition=section.edition, text=text, by_id=seat.person_id)
    if section.report.kind == FINAL:  # search leads to sections of the final report alone
        search.put(
            seat.review, Subject.DRAFT_REPORT, "section", section.order + 1, [(0, text)], title=section.title
        )


def kept_beside(seat: Seat, section: Section, text: str, based_on: int) -> Conflict:
    """Keep a text that came second, once, and say so."""
    kept, _ = SectionText.objects.get_or_create(
        section=section, edition=based_on, text=text, kept_beside=True, settled_at=None, by_id=seat.person_id
    )
    return Conflict(
        f"{last_writer(seat, section)} saved this section while you were writing. "
        "Both texts are kept. Read them side by side.",
        mine=text,
        theirs=section.text,
        current=section.edition,
        kept=section.texts.filter(pk__lte=kept.pk).count(),
    )


def last_writer(seat: Seat, section: Section) -> str:
    """The role label of who wrote what stands now."""
    last = section.texts.filter(kept_beside=False).order_by("-edition").first()
    if last is None:
        return "Somebody"
    label = (
        Participation.objects.filter(review_id=seat.review, person_id=last.by_id)
        .order_by("-began_at")
        .values_list("role_label", flat=True)
        .first()
    )
    return label or "Somebody"


def settle(beside: SectionText) -> None:
    """Mark a kept text as answered; it stays in the history."""
    beside.settled_at = now()
    beside.save(update_fields=["settled_at"])
