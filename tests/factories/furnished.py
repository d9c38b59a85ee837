"""A review with one of everything in it, each confidential field holding a word that must never leak."""

from datetime import timedelta

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import Mail
from casement.rooms.analysis import commands as analysis_commands
from casement.rooms.analysis.queries import tree
from casement.rooms.analysis.queries.asking import asked_of
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.analysis.vocabulary import Cite
from casement.rooms.chronology import commands as chronology
from casement.rooms.coding import commands as coding_commands
from casement.rooms.coding import queries as coding_queries
from casement.rooms.conversations import commands as conversation_commands
from casement.rooms.people import commands as people
from casement.rooms.reports import commands as reports
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands as source_commands
from tests.factories import (
    analysis,
    coding,
    conversations,
    given,
    letters,
    markers,
    meetings,
    outside,
    planning,
    requests,
    responses,
    rounds,
    sources,
    timekeeping,
)  # fmt: skip
from tests.factories.chronology import by_hand, confirmed
from tests.factories.reviews import Cast

CANARY = {"Oak": "quorvinex", "Elm": "zabrettil"}
PRIVATE = {"Oak": "plimthorax", "Elm": "druvvenock"}  # in a private memo of a team member
LEADS = {"Oak": "skervantile", "Elm": "othrembule"}  # in a source kept for the leads
OTHER = {"Oak": "fennimbrast", "Elm": "wexcorandle"}  # in what another agency sent


def furnish(cast: Cast, word: str = "") -> None:
    """Put one of everything into the review, through the commands of its rooms where there are any."""
    name = cast.review.code_name
    word = word or CANARY[name]
    cell = word.replace('"', '""')
    seat = cast.seat()
    coding.framework(cast)
    describe(cast, word)
    sources.record(cast, text=f"A paper about {word}.", name=f"{word[-40:]}.txt", date="3 May 2024")
    sources.account(cast, title=f"Conversation about {word}", sections={"C2": f"I saw {word} once."})
    confirmed(
        cast,
        f'Date,What happened,Officer\n3 May 2024,"A {cell} was seen","{cell}"\n31/9/24,"The {cell}","{cell}"\n',
        name=f"{word[-40:]}.csv",
    )
    by_hand(cast, f"A {word} by hand.")
    told_and_same(cast, word)
    text = coding.text(cast, f"The {word} was seen.\nNobody rang back.", title=f"Log of {word}")
    coding.mark(cast, memo=f"Ask about {word}", code=f"new:About {word}", number=text.number)
    coding_commands.define_code(seat, number=1, label=f"About {word}", definition=f"Whatever is {word}.")
    coding_commands.write_memo(seat, text=f"Look at {word}.", number=text.number)
    coding_commands.write_code_memo(seat, text=f"Where {word} ends.", number=1)
    coding_commands.keep_view(seat, name=f"View of {word}"[:120], asked="code=open:1", shared=True)
    source_commands.correct_paragraph(
        seat,
        number=text.number,
        paragraph=2,
        words=f"Nobody rang back. So said {word}.",
        reason=f"Misread: {word}.",
    )
    sent = (f"{word[-30:]}2.txt", f"A paper about {word}, put right.".encode())
    source_commands.send_corrected_file(seat, number=1, file=sent, reason=f"They misread {word}.")
    spoken_with(cast, word)
    asked_for(cast, word)
    outside.outside(cast, word)
    outside.taking_part(cast, word)
    blind_round(cast, word)
    narrated(cast, word)
    analysis.furnish(cast, word)
    worked_on(cast, word, text.number)
    reports.start_report(seat)
    reports.edit_section(seat, key="summary", text=f"All about {word}.", based_on=1)
    reports.export_report(seat, edition="internal", format="html")
    given_out(cast, word)
    jobs.run_waiting()
    restricted(cast)
    exchange(cast)
    worded(cast, word)
    written(cast, word)
    planning.furnish(cast, word)
    meetings.furnish(cast, word)
    timekeeping.furnish(cast)
    markers.furnish(cast, word)
    responses.furnish(cast, word)


def written(cast: Cast, word: str) -> None:
    """A letter that the lead got, one that came back from an agency, and a draft."""
    letters.gone(cast, to=letters.place_of(cast, Role.LEAD), about=f"all about {word}", more=f"More of {word}.")
    back = letters.gone(cast, "record_request", to="a1", records=f"The {word} log.")
    Mail.objects.filter(about=f"letter:{back.number}").update(state="returned")
    letters.drafted(cast, about=f"the {word}")


def given_out(cast: Cast, word: str) -> None:
    """Follow-on report 1 with the case group: a comment answered and told, one answered, one that waits."""
    seat = cast.seat()
    reports.start_follow_on(seat, report=1)
    given.issue(cast, downloads=True)  # before the word stands in a section, where it may be a dead reference
    reports.edit_follow_on(seat, report=1, key="case", text=f"In short: {word}.", based_on=1)
    for number in (1, 2, 3):
        given.say(cast, f"Not {word}, {number}.", anonymous=number == 1)
    for number in (1, 2):
        given.answer(cast, number, f"We wrote {word}.", stands=number == 2, disposition="partly")
        reports.tie_comment(seat, report=1, number=number, to="episode 1", status="for", note=f"As {word} says.")
    reports.tell_comment(seat, report=1, number=1)


def narrated(cast: Cast, word: str) -> None:
    """A period with two perspectives, an open query, a difference and a role that was no part of it; an empty one."""
    seat, (role, other) = cast.seat(), voices(cast)
    analysis_commands.add_period(seat, title=f"The week of {word}"[:200], began="1 May 2024", until="7 May 2024")
    for voice, part in ((role, "knew"), (role, "outside"), (other, "felt")):
        analysis_commands.write_perspective(
            seat, number=1, voice=voice, part=part, text=f"Something of {word}, {part}.", cites=[Cite(entry=1)]
        )
    analysis_commands.note_silence(seat, number=1, voice=other, kind="query", text=f"What of {word}?")
    analysis_commands.compare_voices(
        seat, statement=1, other=other, kind="did_not_know", text=f"Nobody told them of {word}."
    )
    analysis_commands.note_silence(
        seat, number=1, voice=f"a{cast.agency('Police').number}", kind="not_involved", text=f"Not then: {word}."
    )
    analysis_commands.add_period(seat, title="Afterwards", began="June 2024")


def voices(cast: Cast) -> tuple[str, str]:
    """The role of the case group and that of the family, as perspectives name them."""
    return f"r{number_of(cast, Role.CASE_GROUP)}", f"r{number_of(cast, Role.FAMILY)}"


def worded(cast: Cast, word: str) -> None:
    """Words that a reader may hear as hindsight, and claims worth a thought: one note answered, others waiting."""
    seat = cast.seat()
    sentence = "The ward failed to ring the family."  # whole whatever the word holds, so that it can be answered
    analysis_commands.write_statement(
        seat, owner="finding", number=1, part="implications", text=f"{sentence} With hindsight {word} was near."
    )
    reports.keep_wording(seat, rule="failed-to", sentence=sentence, reason=f"So says {word}.")
    asked = asked_of(seat, "finding", 1, tree(seat))[-1]
    analysis_commands.answer_check(
        seat, owner="finding", about=1, question=asked.mark, reason=f"We asked {word} twice."
    )
    analysis_commands.expect_otherwise(seat, owner="finding", number=1, text=f"They told {word} the same day.")
    analysis_commands.weigh_passage(
        seat, owner="finding", number=1, place="entry-1", answer="does_not", reason=f"So says {word}."
    )
    tested(cast, word)


def tested(cast: Cast, word: str) -> None:
    """Candidates: one waits, one is set aside, one is asked about; another explanation; a second reading."""
    seat = cast.seat()
    text = coding.text(cast, f"The {word} came late.\nThe {word} left.\nThe {word} rang.", title=f"Turns of {word}")
    for ending in ("came late", "left", "rang"):
        coding.mark(cast, number=text.number, words=f"The {word} {ending}.", code="new:A turning point")
    first, second, *_ = [one for one in found(seat).candidates if "turning point" in one.said]
    analysis_commands.set_candidate_aside(seat, candidate=first.mark, reason=f"Told of {word} elsewhere.")
    made = analysis_commands.ask_about_candidate(seat, candidate=second.mark, text=f"Where was {word}?", asked_of=1)
    analysis_commands.answer_query(seat, number=made.query.number, text=f"With {word}.")
    gone = analysis_commands.keep_query(seat, text=f"Who knew {word}?")
    analysis_commands.let_query_go(seat, number=gone.number, reason=f"Nobody can say of {word}.")
    coding_commands.word_signs(
        seat, item="wrk.03", helped=[f"We had time for {word}"[:200]], harder=["No time then."]
    )
    other = analysis_commands.record_alternative(
        seat, finding=1, text=f"Or {word} alone.", would_speak=f"More {word}."
    )
    analysis_commands.answer_alternative(seat, number=other.number, answer="open", reason=f"Ask {word}.")
    reader = number_of(cast, Role.TEAM)
    asked = analysis_commands.ask_second_reading(seat, owner="finding", about=1, reader=reader, why=f"On {word}.")
    analysis_commands.hand_in_reading(cast.seat(Role.TEAM), number=asked.number, text=f"I see {word}.")
    analysis_commands.answer_reading(seat, number=asked.number, answer="kept", reason=f"As {word} said.")


def worked_on(cast: Cast, word: str, source: int) -> None:
    """A second pattern with a passage in it, fed by the first, which the team has placed."""
    seat = cast.seat()
    start = 4
    seen = source_commands.excerpt(seat, number=source, start=start, end=start + len(word), quote=word).number
    analysis_commands.gather_cards(seat, passages=[seen], title=f"What {word} feeds"[:300])
    analysis_commands.link_patterns(seat, feeds=1, fed=2, reason=f"Because of {word}.")
    analysis_commands.place_pattern(seat, number=1, priority="take_forward", reason=f"For {word}.")


def told_and_same(cast: Cast, word: str) -> None:
    """Who told whom of an entry, a pair that waits and one that is answered."""
    seat, theirs = cast.seat(), cast.agency("Health visiting").number
    chronology.record_telling(seat, number=1, told="a2", told_by="a1", date="4 May 2024", means=f"Said {word}.")
    for day in ("3 May 2024", "4 May 2024"):
        by_hand(cast, f"Ambulance, wrist, stairs, hallway: {word}.", day)
        by_hand(cast, f"Stairs, hallway, wrist; ambulance came: {word}.", day, agency=theirs)
    chronology.look_for_same(seat)
    jobs.run_waiting()
    chronology.answer_pair(seat, number=2, answer="same", reason=f"Both say {word}.")


def exchange(cast: Cast) -> None:
    """A project that went out and came home again."""
    seat = cast.seat()
    coding_commands.send_exchange(seat)
    jobs.run_waiting()
    sent, content = coding_queries.exchanged_file(seat, 1)
    coding_commands.bring_in_exchange(seat, name=sent.name, data=content, agency=cast.agency("Police").number)
    jobs.run_waiting()


def describe(cast: Cast, word: str) -> None:
    """The review's own facts, people, names, question and gate."""
    seat = cast.seat()
    reviews.ask_question(seat, text=f"What of {word}?", reason=f"Because of {word}.")
    reviews.identify(seat, label="Health Visitor 2", kind="worker", names=[word])
    reviews.declare_conflict(seat, statement=f"Once met {word}.")
    reviews.answer_gate(seat, gate="decision", text=f"The board heard of {word} in May.")
    reviews.grant_access(
        seat, number=number_of(cast, Role.SUPERVISOR), subject="working", reason=f"Supervises {word}.",
        until=today() + timedelta(days=30),
    )  # fmt: skip
    people.invite_person(seat, email=f"{cast.ref.lower()}@example.org", name=f"Guest {word}"[:100])


def spoken_with(cast: Cast, word: str) -> None:
    """A conversation that is agreed, with a later draft, a remark and a puzzle; one booked; whom to ring."""
    seat = cast.seat()
    conversation_commands.save_contacts(seat, support=f"Ring {word}.", risk=f"Ring {word} at once.")
    made = conversations.agreed(cast, said=f"I knew of {word}.", why=f"Because of {word}.")
    conversation_commands.choose_query(seat, number=made.number, text=f"How did {word} come there?")
    conversation_commands.save_write_up(seat, number=made.number, texts={"C2-0": f"Of {word}."}, based_on=1)
    conversation_commands.save_learning_note(cast.seat(Role.TEAM), text=f"Mine: {PRIVATE[cast.review.code_name]}")
    conversations.booked(cast, Role.FAMILY)


def asked_for(cast: Cast, word: str) -> None:
    """A request with one of everything that can happen to it, one to another agency, and one that is closed."""
    seat = cast.seat()
    requests.asked(
        cast, kinds=f"The {word} log.", about=word[:200], period=f"All of {word}"[:200], reason=f"For {word}."
    )
    source_commands.promise_records(seat, number=1, promised_for=today(), note=f"Said {word}.")
    source_commands.receive_records(seat, number=1, sources=[1], note=f"With {word}.")
    source_commands.note_gap(seat, number=1, what=f"The first {word}.", why="still_to_come")
    source_commands.chase_request(seat, number=1, note=f"Rang about {word}.")
    requests.asked(cast, agency="Health visiting", kinds=f"Their book: {OTHER[cast.review.code_name]}.")
    requests.asked(cast, kinds="Nothing any more.")
    source_commands.end_request(seat, number=3, how="closed", reason=f"No {word} any more.")


def blind_round(cast: Cast, word: str) -> None:
    """A closed round with one difference, settled."""
    text = rounds.closed(cast, name=f"About {word}").texts.get().source.number
    settled = {"choice": "reworded", "wording": f"Say {word}.", "reason": f"Because of {word}."}
    coding_commands.settle(cast.seat(), number=1, source=text, paragraph=3, **settled)


def restricted(cast: Cast) -> None:
    """What even people inside the review may not all see."""
    name, seat = cast.review.code_name, cast.seat()
    kept = sources.record(cast, text=f"Only for us: {LEADS[name]}.", name="kept.txt", access="leads")
    coding_commands.mark_words(seat, number=kept.number, words=f"Only for us: {LEADS[name]}", code="open:1",
                               memo=f"On {LEADS[name]}")  # fmt: skip
    said = analysis_commands.write_statement(seat, owner="finding", number=1, part="in_case", text="Kept apart.")
    analysis_commands.cite(
        seat, statement=said.number, source=kept.number, paragraph=1, words=f"Only for us: {LEADS[name]}."
    )
    theirs = cast.agency("Health visiting").number
    sources.record(cast, text=f"Their paper: {OTHER[name]}.", name=f"{OTHER[name]}.txt", agency=theirs)
    by_hand(cast, f"Their visit: {OTHER[name]}.", agency=theirs)
    coding_commands.write_memo(cast.seat(Role.TEAM), text=f"Mine: {PRIVATE[name]}", number=1, private=True)
    out = sources.record(cast, text="Taken out again.", name="out.txt")
    source_commands.withdraw_source(seat, number=out.number, reason="Sent by mistake.")


def number_of(cast: Cast, role: Role) -> int:
    """The number of the place that this role has."""
    from casement.rooms.reviews.models import Participation

    return Participation.objects.filter(review=cast.review, role=role).order_by("number")[0].number
