"""What is worth sending to each form so that it is taken, and the states in which the rarer forms are offered."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta

import openpyxl
import pytest
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role, Subject
from casement.foundation.clock import today
from casement.foundation.models import Job
from casement.foundation.refusals import Conflict
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import Statement
from casement.rooms.analysis.vocabulary import PERSPECTIVE_PARTS
from casement.rooms.chronology import commands as chronology
from casement.rooms.chronology.models import Import
from casement.rooms.coding import commands as coding
from casement.rooms.coding.models import Code
from casement.rooms.reports import commands as reports
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands as sources
from casement.rooms.sources.models import Source
from tests.factories import conversations, given, planning, rounds
from tests.factories.chronology import brought, copied
from tests.factories.coding import mark
from tests.factories.reviews import Cast
from tests.factories.sources import record as paper
from tests.house.addresses import signed_in
from tests.house.offered import CODEBOOK, Field, Offer, forms_on

BY_EXCERPT = {"source": "", "paragraph": "", "words": "", "entry": ""}
BY_WORDS = {"excerpt": "", "source": "3", "paragraph": "2", "words": "Nobody rang back.", "entry": ""}
BY_ENTRY = {"excerpt": "", "source": "", "paragraph": "", "words": "", "entry": "1"}
NO_DAY = {f"wanted_by_{part}": "" for part in ("day", "month", "year")}
SOON = {"wanted_by_year": str(today().year + 1)}
TODAY = {f"on_{part}": "" for part in ("day", "month", "year")}
DAYS = {f"by_when_{part}": "" for part in ("day", "month", "year")}
AHEAD = {"look_on_day": "1", "look_on_month": "1", "look_on_year": str(today().year + 1)}
LAST_DAY = {"on_day": "5", "on_month": "1", "on_year": str(today().year - 1)}
NO_DUE, NO_LOOK = ({f"{name}_{part}": "" for part in ("day", "month", "year")} for name in ("due_on", "look_on"))
PLANNED = {"on_day": "5", "on_month": "1", "on_year": str(today().year + 2), "length": "1"}
while not planning.ENGLAND.works(planning.day("{on_year}-01-{on_day:0>2}".format(**PLANNED))):
    PLANNED["on_day"] = str(int(PLANNED["on_day"]) + 1)
RESTS = (BY_EXCERPT, BY_WORDS, BY_ENTRY)
TICKED = ({**BY_EXCERPT, "picked": "entry:1"}, BY_WORDS, BY_ENTRY)
# By the end of an address pattern: what to send in place of the ordinary filling. Several, when a form has several ways.
WAYS: dict[str, tuple[dict[str, object], ...]] = {
    "questions/<int:replaces>/rewording/": ({"text": "What else of it?"},),
    "another-sheet/": ({"sheet": "2", "header_row": ""},),
    "members/new/": ({"role": "review_team_member", "independence": None},),
    "sources/new/": (
        {"participation": "", "request": ""},
        {"participation": "", "request": "1", "agency": "1"},
        {"kind": "conversation", "participation": "3", "request": ""},
    ),
    "sources/<int:number>/": ({"paragraph": "2", "words": "Nobody rang back."},),
    "marks/<int:mark>/": ({"code": "open:1"},),
    "episodes/new/": RESTS,
    "<slug:candidate>/taking/": ({"strands": "1", "roles": "3"},),
    "<slug:candidate>/query/": ({"asked_of": "1"},),
    "conversations/new/": ({"participation": "3", "pair": ["1", "2"], "in_line": None},),
    "conversations/<int:number>/pair/": ({"pair": ["1", "2"], "in_line": None},),
    "conversations/<int:number>/booking/": (
        {"on_day": "3", "on_month": "5", "on_year": str(today().year + 1), "at": "14:30"},
    ),
    "guide/opening/": ({"agreed": ["1", "2"]},),
    "guide/<str:heading>/": ({"go": "next"}, {"go": "back"}),
    "write-up/": ({"taken_in": None},),
    "readings/new/": ({"of": "finding:3", "reader": "2"},),
    "factors/new/": RESTS,
    "evidence/": RESTS,
    **{f"<str:voice>/parts/{part.value}/": TICKED for part in PERSPECTIVE_PARTS},
    "patterns/<int:number>/uses/": ({"uses": "2"},),
    "patterns/new/": ({"uses": "1"},),
    "patterns/gathering/": (
        {"uses": "1", "into": "", "title": "Another thing that recurs"},
        {"passages": "1", "into": "1", "title": ""},
    ),
    "patterns/map/": ({"feeds": "2", "fed": "1"},),
    "findings/new/": ({"episodes": "1"}, {"pattern": ""}),
    "episodes/<int:number>/facts/": ({"strands": "1", "roles": "3"},),
    "settlement/": ({"choice": "mine"},),
    "settlement/<int:kept>/": ({"choice": "mine"},),
    "against/<slug:place>/": ({"answer": "unclear", "statement": ""}, {"answer": "weakens"}),
    "preview/": ({"looked": "on"},),
    "follow-on/<int:report>/": ({"looked": "on", "downloads": "on"}, {"comments_by_year": "1999"}),
    "comments/<int:number>/ties/": ({"to": "episode 1", "status": "for"},),
    "corrected-files/<int:file>/taking/": ({"looked": "on"},),
    "sources/<int:number>/text/": ({"words": "Other words stand here now."},),
    "entries/<int:number>/tellings/": ({"told": "a3", "told_by": "a2"}, {"told": "a3", "told_by": ""}),
    "entries/<int:number>/same/": ({"other": "7"},),
    "chronologies/new/": ({"corrects": ""},),
    "columns/doubts/": ({"answer": "apart"},),
    "imports/<int:number>/changes/": ({"answer": "taken"},),
    "rounds/new/": ({"sources": "1", "codes": "open:1", "coders": ["1", "2"]},),
    "passages/<int:passage>/place/": ({"paragraph": "1", "words": "left"},),
    "across/kept/": ({"name": "Another view"},),
    "codes/<int:number>/merge/": ({"into": "3"},),
    "codes/<int:number>/split/": ({"label": "A part of it", "marks": ["1"]},),
    "codes/<int:number>/place/": ({"under": "3"},),
    "exchange/": ({"what": "codebook"},),
    "names/ticked/": ({"mentions": ["1"]},),
    "names/words/": ({"words": "Nobody", "identity": "", "label": "Somebody", "decision": "mask"},),
    "names/<int:mention>/decision/": ({"identity": "", "label": "A place", "decision": "mask"},),
    "names/<int:mention>/variant/": ({"identity": "1"},),
    "redaction/": ({"words": "long ago", "reason": "Nobody may read it here."},),
    "proceedings/new/": (AHEAD,),
    "proceedings/<int:number>/look/": (AHEAD,),
    "proceedings/<int:number>/ending/": (TODAY,),
    "proceedings/people/<int:number>/": (
        {"state": "possible", "conditions": ""},
        {"state": "cleared_with_conditions"},
    ),
    "holds/new/": ({"scope": "deletion", "thing": "", **AHEAD}, {"scope": "conversation", **AHEAD}),
    "holds/<int:number>/look/": (AHEAD,),
    "disclosures/new/": ({"thing": "source"}, {"thing": "other", "thing_number": "", "corrects": ""}),
    "family/<int:number>/contacts/": (TODAY,),
    "family/<int:number>/feedback/": (TODAY, {"told": "no", **TODAY}),
    "plan/rows/new/": (PLANNED,),
    "plan/clocks/": ({"began_on_day": "3", "began_on_month": "5", "began_on_year": "2026"},),
    "about/left-out/": ({"steps": ["S07"]},),
    "meetings/new/": ({"call_link": ""},),
    "meetings/<int:number>/change/": ({"call_link": ""},),
    "meetings/<int:number>/agenda/": ({"kind": "planning"},),
    "agenda/items/<int:item>/order/": ({"by": "1"},),
    "items/<int:item>/papers/": ({"key": "findings"},),
    "meetings/<int:number>/attendance/": ({"came_1": "came"},),
    "meetings/<int:number>/notes/": ({"kind": "action", "owner": "1", "sent_key": "", **DAYS},),
    "notes/<int:entry>/": ({"owner": "1", **DAYS},),
    "notes/<int:entry>/links/": ({"about": ["episode:1"]},),
    "notes/<int:entry>/state/": ({"state": "let_go"},),
    "notes/<int:entry>/decision/": ({"decision": "source", "whose": ""},),
    "my-actions/<int:number>/": ({"state": "done"},),
    "requests/new/": (
        {"asked_of": "", "power": "ca2004_s16h", **NO_DAY},
        {"power": "other", "power_other": "A memorandum of understanding", **SOON},
    ),
    "letters/new/": ({"key": "thanks", "to": "p1"},),
    "letters/<int:number>/sending/": ({"route": "paper", "on_day": "", "on_month": "", "on_year": ""},),
    "quality/<slug:marker>/": ({"concern": "no"}, {"concern": "yes"}),
    "time/": ({"length": "1h 30", "of": "", **TODAY},),
    "time/<int:number>/": ({"length": "1h 30", **TODAY},),
    "time/estimates/": ({"length": "40"},),
    "time/estimates/copy/": ({"source": "plan"},),
    "time/rates/": ({"pounds": "31", "agency": "1"}, {"pounds": "", "agency": ""}),
    "requests/<int:number>/promise/": ({"promised_for_year": str(today().year + 1)},),
    "requests/<int:number>/receipt/": ({"sources": "1", "batch": ""}, {"sources": "1", "whole": "on"}),
    "response/questions/<int:number>/raising/": (LAST_DAY,),
    "response/questions/<int:number>/impact/": ({**LAST_DAY, "reopens": None},),
    "response/questions/<int:number>/actions/": ({"agency": "1", **NO_DUE, **NO_LOOK},),
    "response/raised/<int:number>/": ({f"replied_{name}": value for name, value in LAST_DAY.items()},),
    "response/presentations/new/": ({"meeting": "1", **LAST_DAY}, {"meeting": "", **LAST_DAY}),
    "response/presentations/<int:number>/": ({"finding": "1"},),
    "response/actions/<int:number>/plan/": ({"agency": "2", **NO_DUE, **AHEAD},),
    "response/actions/<int:number>/progress/": (AHEAD,),
    "response/actions/<int:number>/impact/": ({**LAST_DAY, "reopens": "on"},),
    "publication/outcome/": ({"outcome": "delay", **AHEAD}, {"outcome": "in_full", **NO_LOOK}),
    "publication/notices/": ({**LAST_DAY, "text_given": "on"},),
    "requests/<int:number>/gap/": (
        {f"promised_for_{part}": "" for part in ("day", "month", "year")},
        {"why": "still_to_come", "promised_for_year": str(today().year + 1)},
    ),
}
"""Anything not named here is filled in by `Offer.filled` alone."""


def ways(offer: Offer) -> tuple[dict[str, object], ...]:
    """Everything to be sent to this form, one after the other."""
    for end, told in WAYS.items():
        if offer.route.endswith(f"/{end}"):
            return tuple(offer.filled(**more) for more in told)
    return (offer.filled(),)


def rarer(cast: Cast) -> None:
    """What makes the pages offer the forms that a review at rest does not show."""
    seat = cast.seat()
    reviews.release(seat, subject=Subject.HEADER, role=Role.FAMILY)
    coding.remove_mark(seat, mark=mark(cast, number=3, words="Nobody").number)
    analysis.add_factor_use(
        seat, episode=1, item_id="fam.01", influence="unclear", how="Nobody knows yet.", inference=True
    )
    analysis.propose_episode(seat, title="A second moment", why="It shows it.", began="May 2024")
    for owner in ("episode", "pattern"):
        analysis.expect_otherwise(seat, owner=owner, number=1, text="Somebody rang back the same day.")
    coding.retire_code(seat, number=coding.add_code(seat, label="Given up").number)
    reviews.grant_access(seat, number=2, subject="raw_notes", reason="To check.", until=today() + timedelta(days=9))
    brought(cast, "Date,What happened\n3 May 2024,A call\n", name="waiting.csv")
    chronology.confirm_columns(seat, number=brought(cast, two_sheets(), name="two.xlsx").number)
    jobs.run_waiting()
    chronology.bring_in(seat, agency=1, name="unread.csv", data=b"Date,What happened\n4 May 2024,Unread\n")
    sources.add_files(seat, files=(("unread.txt", b"Nobody has read this yet."),), agency=1)
    Job.objects.filter(state="queued").update(state="failed")
    copied(cast)
    chronology.record_birth(seat, label="The boy", date="May 2016")
    reviews.seat_member(seat, role=Role.FAMILY, role_label="An aunt")  # who has no family record yet
    side_by_side(cast)


def later(cast: Cast) -> None:
    """What came after a text was marked: a correction, who speaks, rounds that are open, a file half brought in."""
    seat = cast.seat()
    source = paper(cast, text="A card was left on Friday.", name="card.txt")
    mark(cast, number=source.number, words="on Friday", code="open:1")
    sources.correct_paragraph(seat, number=source.number, paragraph=1, words="A card was left.", reason="Misread.")
    paper(cast, text="LR: When was it?\n\nSW: Then.\n\nLR: And?\n\nSW: I rang.", name="talk.txt")
    for number in (1, 2):
        text = paper(cast, text=f"{rounds.TEXT}\nFor round {number}.", name=f"round{number}.txt")
        made = rounds.opened(cast, [text.number], [rounds.code(cast)], name=f"Round {number} that is open")
        if number == 2:
            rounds.done(cast, made)
    named(cast)
    given.issue(cast)  # names were hidden, which closed what was open
    coding.bring_in_exchange(seat, name=CODEBOOK[0], data=CODEBOOK[1], what="codebook")
    for title in ("Read by somebody now", "To be read"):
        made = analysis.propose_finding(seat, title=title)
    analysis.ask_second_reading(seat, owner="finding", about=made.number - 1, reader=2)
    Job.objects.filter(state="queued").update(state="failed")


def named(cast: Cast) -> None:
    """A source with words to decide about, one of them decided."""
    seat = cast.seat()
    source = paper(cast, text="Nobody met Tarquin, long ago. Then Peter rang Susan.", name="named.txt")
    jobs.run_waiting("sources.propose_names")
    first = source.mentions.order_by("number").first()
    sources.decide_name(seat, number=source.number, mention=first.number, decision="mask", label="A boy")


def further(client: Client, cast: Cast) -> Iterator[Offer]:
    """The forms on pages that are further down a list than the walk goes."""
    at = f"/reviews/{cast.ref}/"
    (retired,) = Code.objects.filter(review=cast.review, label="Given up").values_list("number", flat=True)
    talk = Source.objects.get(review=cast.review, title="talk").number
    named_one = Source.objects.get(review=cast.review, title="named").number
    copy, asked_of_it, two = (
        Import.objects.get(review=cast.review, name=name).number
        for name in ("corrected.csv", "asked.csv", "two.xlsx")
    )
    for page in (f"sources/{named_one}/names/", f"sources/{named_one}/names/?state=masked",
                 f"sources/{named_one}/redaction/",
                 f"codes/{retired}/", f"codes/{retired}/history/", f"sources/{talk}/speakers/",
                 "patterns/?show=cited", "sources/3/text/?paragraph=2", "corrections/2/",
                 "rounds/2/", "rounds/3/", "exchange/", "exchange/1/",
                 f"chronologies/imports/{copy}/changes/", f"chronologies/imports/{asked_of_it}/columns/",
                 f"chronologies/imports/{two}/columns/", moving_page(cast)):  # fmt: skip
        yield from forms_on(at + page, client.get(at + page).content)
    asked = re.search(rb'href="([^"]+/rigour/answers/finding/[^"]+)"', client.get(f"{at}rigour/").content)
    assert asked is not None
    page = asked[1].decode()
    yield from forms_on(page, client.get(page).content)


def moving_page(cast: Cast) -> str:
    """A page that shows what would move."""
    line = planning.row(cast, "report")
    return f"plan/rows/{line.number}/?to={planning.ENGLAND.add(line.start_on, 2)}"


def two_sheets() -> bytes:
    """A spreadsheet whose second sheet can be brought in as well."""
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("More")):
        for row in (("Date", "What happened"), ("3 May 2024", f"A call in {sheet.title}")):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def side_by_side(cast: Cast) -> None:
    """Two people wrote over the same statement, and over the same section of the report."""
    text = Statement.objects.filter(review=cast.review, removed_at=None).order_by("number").first()
    assert text is not None
    analysis.edit_statement(cast.seat(), number=text.number, text="One way.", based_on=1)
    with pytest.raises(Conflict):
        analysis.edit_statement(cast.seat(Role.TEAM), number=text.number, text="Another.", based_on=1)
    with pytest.raises(Conflict):
        reports.edit_section(cast.seat(Role.TEAM), key="summary", text="Another summary.", based_on=1)
    with pytest.raises(Conflict):
        reports.edit_follow_on(cast.seat(Role.TEAM), report=1, key="case", text="Another case.", based_on=1)


OF_THE_PARTICIPANT = {
    f"reviews/<ref>/conversations/<int:number>/check/{end}" for end in ("", "agreement/", "leaving/")
}


def own_account(cast: Cast) -> tuple[Client, list[Offer]]:
    """Somebody of the case group who has a write-up to check, and every form that their pages offer them."""
    number = conversations.sent(cast, said="We went on Tuesday.").number
    client, base = signed_in(cast, Role.CASE_GROUP), f"/reviews/{cast.ref}/conversations/{number}/check/"
    pages = [f"{base}{end}" for end in ("", "agreement/", "leaving/")]
    offers = [one for page in pages for one in forms_on(page, client.get(page).content)]
    return client, [one for one in offers if one.route in OF_THE_PARTICIPANT]


AFTER_SIGNING = {f"reviews/<ref>/publication/{end}/" for end in ("check", "signature", "copies")}


def of_the_board(cast: Cast) -> tuple[Client, list[Offer]]:
    """The board's office, and every form that the pages of the response offer it."""
    client, base = signed_in(cast, Role.BUSINESS), f"/reviews/{cast.ref}/"
    pages = [
        f"response/{end}"
        for end in ("findings/1/", "questions/1/", "questions/2/", "questions/1/answer/", "questions/1/actions/",
                    "raised/1/", "presentations/new/", "presentations/1/", "actions/1/", "actions/1/plan/")
    ]  # fmt: skip
    every = [*pages, "publication/", "publication/asked/PC01/"]
    offers = [one for page in every for one in forms_on(base + page, client.get(base + page).content)]
    return client, [one for one in offers if "/response/" in one.route or "/publication/" in one.route]


def by_hand(ref: str) -> list[Offer]:
    """Forms that only the script of a page sends, or only a page in a state that is hard to bring about."""
    base, route = f"/reviews/{ref}/", "reviews/<ref>/"
    place = tuple(Field(name, "hidden") for name in ("start", "end", "quote"))
    told = (*place, Field("code", "select", ("open:1",)), Field("influence", "select", ("helped",)))
    holds = {"start": ["0"], "end": ["3"], "quote": ["The"]}
    undo = f"{route}marks/<int:mark>/undo/<int:act>/"
    return [
        Offer("", f"{base}sources/3/marks/", f"{route}sources/<int:number>/marks/", told, holds),
        Offer("", f"{base}marks/1/undo/0/", undo, (), {}),
    ]
