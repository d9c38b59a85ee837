"""Starting the report and writing its sections, so that two writers never lose a word."""

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.reports.models import Report, Section, SectionText
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.vocabulary import SECTIONS
from casement.rooms.reviews.models import Participation

LONGEST = 200_000


@command(Action.REPORTS_WRITE)
def start_report(seat: Seat) -> Report:
    """Begin the final report: every section with the text Casement assembles. A second start changes nothing."""
    report, made = Report.objects.get_or_create(review_id=seat.review, kind="final", defaults={"number": 1})
    if made:
        for order, words in enumerate(SECTIONS):
            text = assembled_text(words.key)
            section = Section.objects.create(
                report=report, key=words.key, order=order, title=words.title, text=text
            )
            SectionText.objects.create(section=section, edition=1, text=text, by_id=seat.person_id)
    return report


@command(Action.REPORTS_WRITE)
def edit_section(seat: Seat, *, key: str, text: str, based_on: int) -> Section:
    """Change the text of section `key`, written over edition `based_on`.

    Raises Conflict when somebody saved a newer edition meanwhile: the text is kept beside theirs, and both are
    shown until `settle_section`. Refused when the text is too long to be a section.
    """
    section = section_row(seat, key)
    whole = tidy(text)
    if whole == section.text:
        return section
    if based_on != section.edition:
        raise kept_beside(seat, section, whole, based_on)
    replace_text(seat, section, whole)
    return section


@command(Action.REPORTS_WRITE)
def reset_section(seat: Seat, *, key: str, based_on: int) -> Section:
    """Put the assembled text back into section `key`; the text that stood there stays in its history.

    Raises Conflict when somebody saved a newer edition meanwhile.
    """
    section = section_row(seat, key)
    fresh = assembled_text(key)
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


@command(Action.REPORTS_WRITE)
def settle_section(seat: Seat, *, key: str, kept: int, based_on: int, choice: str, text: str = "") -> Section:
    """Settle two texts of section `key`: `kept` says which of its texts, counted from 1, was kept beside,
    `based_on` the edition it was read against.

    `choice` is mine (the kept text stands), theirs (the present one stands), written (`text` stands) or both
    (nothing changes yet). Raises Conflict when the section changed again meanwhile; both texts are still kept.
    """
    section = section_row(seat, key)
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


def section_row(seat: Seat, key: str) -> Section:
    """The section of this seat's review, locked until the change is done."""
    found = (
        Section.objects.select_for_update(of=("self",))
        .filter(report__review_id=seat.review, report__kind="final", key=key)
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
    search.put(seat.review, Subject.DRAFT_REPORT, "section", section.order + 1, [(0, text)], title=section.title)


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
