"""The rules that the worked example must keep: every name points at something, every word is a known one."""

import re
from collections.abc import Collection, Iterable

from casement.example.marked import blocks
from casement.example.pieces import Conversation, Record, Sheet
from casement.example.quoting import check_quotations
from casement.example.reading import CaseError
from casement.example.whole import Case

ROLES = {
    "lead_reviewer", "review_team_member", "case_group_member", "family_member", "agency_contact",
    "accountable", "delegated", "business_manager", "legal_liaison", "supervisor", "evaluator",
    "records_officer", "technical_admin",
}  # fmt: skip
FORMATS = {"docx", "pdf", "odt", "rtf", "html", "txt", "md", "eml"}
ACCESS = {"team", "leads"}
USES = {"quotable_by_role", "paraphrase_only", "background_only"}
FIELDS = {"date", "time", "end_date", "event", "source", "present", "action", "analysis", "ignore"}
FACTORS = {
    "fam": 25, "per": 9, "rol": 7, "wrk": 12, "tea": 10, "iag": 13, "org": 8, "res": 6, "pol": 5, "gov": 4,
    "nat": 9,
}  # fmt: skip
INFLUENCES = {"supports_good_practice", "makes_problematic_practice_more_likely", "unclear"}
TENDENCIES = {"good", "problematic", "mixed", "cannot_say"}
CONFIDENCE = {"well_supported", "indicated", "tentative", "contested"}
CATEGORIES = {"P1", "P2", "P3", "P4", "P5", "P6"}
PERSPECTIVE_PARTS = {"knew", "thought", "felt", "aimed_at", "weighed", "busy_with", "outside"}
REMARKS = {"query", "not_involved", "knew_too", "did_not_know", "saw_differently"}
LAYERS = ("in_case", "underlying", "prevalence", "implications", "summary")
WEIGHINGS = {"weakens", "does_not", "unclear"}
DIRECTIONS = {"weakness", "strength_to_protect", "both"}
PLACES = {"take_forward", "keep_watching", "case_learning"}
RESPONSES = {"clear_solution", "judgement_or_compromise", "further_research"}
LEVELS = {"agency", "local_multi_agency", "regional", "national"}
SOURCE_KINDS = {
    "audit", "agency_data", "inspection", "survey", "case_group", "other_reviews", "published_study",
}  # fmt: skip
POWERS = {"ca2004_s16h", "ca2014_s45", "consent", "consent_parent", "agreement"}
EVENTS = {"promised", "received", "gap", "chased", "closed", "withdrawn"}
WHYS = {"not_held", "destroyed", "withheld", "still_to_come"}
HEADINGS = re.compile(r"(C[1-8]|F[1-5]) .+")


def check(case: Case) -> None:
    """Raises CaseError for the first thing that does not fit."""
    agencies = [agency.key for agency in case.review.agencies]
    parts = [part.key for part in case.review.participations]
    for names in (agencies, parts, [*(r.slug for r in case.records), *(c.slug for c in case.conversations)]):
        if len(names) != len(set(names)):
            raise CaseError("review.yaml", f"a key is used twice among {names}")
    for part in case.review.participations:
        _known("review.yaml", "role", [part.role], ROLES)
        _known("review.yaml", "agency", [part.agency], ["", *agencies])
    _known("people.yaml", "participation", [person.participation for person in case.people], parts)
    for record in case.records:
        _check_record(record, agencies)
    for conversation in case.conversations:
        _check_conversation(conversation, agencies, parts)
    _known("weighed.yaml", "about", [one.about for one in case.weighed], [one.key for one in case.findings])
    _known("weighed.yaml", "about", [one.about for one in case.expected], [one.key for one in case.findings])
    _known("weighed.yaml", "answer", [one.answer for one in case.weighed], WEIGHINGS)
    _known("answers.yaml", "about", [one.about for one in case.answers], ["", *findings(case)])
    _known("tested.yaml", "finding", [one.finding for one in case.tested.alternatives], findings(case))
    _known("tested.yaml", "reader", [one.reader for one in case.tested.readings], parts)
    _check_requests(case, agencies, parts)
    _check_letters(case, agencies, parts)
    _known("meetings.yaml", "came", list(case.met.came), parts)
    for one in case.met.noted:
        _known("meetings.yaml", "by, owner", [one.by, *([one.owner] if one.owner else [])], parts)
    for talk in case.talks.talks:
        _known("talks.yaml", "participation", [talk.participation, *talk.pair], parts)
    _known("outside.yaml", "participation", [flag.who for flag in case.outside.flags], parts)
    papers = ["", *(record.slug for record in case.records)]
    _known("outside.yaml", "source", [line.source for line in case.outside.disclosures], papers)
    _known("markers.yaml", "participation", [one.who for one in case.markers], parts)
    of = case.responded
    who = [*(one.who for one in of.answers), *(one.who for one in of.overall)]
    _known("response.yaml", "participation", who, parts)
    answered = [one.finding for one in of.answers]
    _known("response.yaml", "finding", [*answered, *(one.finding for one in of.actions)], findings(case))
    _known("response.yaml", "agency", [one.agency for one in of.actions], ["", *agencies])
    _known("time.yaml", "participation", [one.who for one in case.spent.entries], parts)
    _known("family.yaml", "participation", [one.who for one in case.involved], parts)
    for told in case.tellings:
        _known("told.yaml", "agency", [told.entry.agency, told.told, told.told_by or told.told], agencies)
    for pair in case.same:
        _known("told.yaml", "agency", [pair.first.agency, pair.second.agency], agencies)
    for chronology in case.chronologies:
        _known("layouts.yaml", "agency", [chronology.agency], agencies)
        for sheet in chronology.sheets:
            _check_sheet(sheet)
    _check_marks(case)
    _check_rounds(case)
    _check_narrative(case, {*agencies, *parts})
    _check_episodes(case, {*agencies, *parts}, parts)
    _check_patterns(case)
    _check_findings(case)
    check_quotations(case)


def _known(where: str, what: str, used: Iterable[str], known: Collection[str]) -> None:
    for name in used:
        if name not in known:
            raise CaseError(where, f"{what} {name!r} is not known")


def _check_record(record: Record, agencies: list[str]) -> None:
    where = f"{record.slug}.md"
    _known(where, "agency", [record.agency], agencies)
    _known(where, "format", [record.format], FORMATS)
    _known(where, "access", [record.access], ACCESS)
    _known(where, "use", [record.use], USES)
    sections = sum(block.kind == "heading" for block in blocks(record.body))
    if record.format == "eml" and sections != len(record.mails):
        raise CaseError(where, f"has {sections} mails in its body and {len(record.mails)} in its front matter")


def _check_conversation(conversation: Conversation, agencies: list[str], parts: list[str]) -> None:
    where = f"{conversation.slug}.md"
    _known(where, "participation", [conversation.participation, *conversation.pair], parts)
    _known(where, "agency", [conversation.agency], ["family", *agencies])
    for block in blocks(conversation.body):
        if block.kind == "heading" and not HEADINGS.fullmatch(block.text):
            raise CaseError(where, f"has the heading {block.text!r}, which is not of the conversation guide")


def findings(case: Case) -> list[str]:
    """The keys of all findings."""
    return [one.key for one in case.findings]


def _check_requests(case: Case, agencies: list[str], parts: list[str]) -> None:
    whose = {record.slug: record.agency for record in case.records}
    for told in case.requests:
        where = f"requests.yaml, {told.agency}"
        _known(where, "agency", [told.agency], agencies)
        _known(where, "power", [told.power], POWERS)
        for event in told.events:
            _known(where, "kind of event", [event.kind], EVENTS)
            _known(where, "reason", [event.why], {"", *WHYS})
            _known(where, "participation", [event.by], ["", *parts])
            _known(
                where, "record", event.sources, [slug for slug, agency in whose.items() if agency == told.agency]
            )


def _check_letters(case: Case, agencies: list[str], parts: list[str]) -> None:
    for told in case.letters:
        _known("letters.yaml", "place or agency", [told.to], [*agencies, *parts])


def _check_sheet(sheet: Sheet) -> None:
    if tuple(sheet.mapping) != sheet.headings:
        raise CaseError(sheet.rows, f"has the headings {sheet.headings}, and the layout {tuple(sheet.mapping)}")
    _known("layouts.yaml", "field", sheet.mapping.values(), FIELDS)
    if {"date", "event"} - set(sheet.mapping.values()):
        raise CaseError("layouts.yaml", f"{sheet.rows} needs a date and an event")
    for row in sheet.cells:
        if len(row) != len(sheet.headings):
            raise CaseError(sheet.rows, f"has a row of {len(row)} cells: {row}")
    for start in (*(row.row_text for row in sheet.fix_rows), *(row.row_text for row in sheet.left_out)):
        if sum(any(cell.startswith(start) for cell in row) for row in sheet.cells) != 1:
            raise CaseError(sheet.rows, f"does not hold exactly one row beginning {start!r}")


def _check_item(where: str, item: str, free_words: str) -> None:
    kind, _, number = item.partition(".")
    if item == "oth" and free_words:
        return
    if not (number.isdigit() and len(number) == 2 and 1 <= int(number) <= FACTORS.get(kind, 0)):
        raise CaseError(where, f"factor item {item!r} is not known")


def _check_rounds(case: Case) -> None:
    codes = {code.key for code in case.open_codes}
    accounts = {person.participation for person in case.people}
    for told in case.rounds:
        _known("round.yaml", "source", list(told.sources), set(case.texts))
        _known("round.yaml", "open code", list(told.codes), codes)
        _known("round.yaml", "account", [coder.who for coder in told.coders], accounts)
        _known("round.yaml", "choice", [each.choice for each in told.agreed], {"all", "neither", "reworded"})
        quotes = [mark.quote for coder in told.coders for mark in coder.marks] + [one.quote for one in told.agreed]
        for coder in told.coders:
            _known("round.yaml", "open code", [mark.open_code for mark in coder.marks], set(told.codes))
        for quote in quotes:
            if sum(case.texts[slug].count(quote) for slug in told.sources) != 1:
                raise CaseError("round.yaml", f"is not there exactly once: {quote!r}")


def _check_marks(case: Case) -> None:
    codes = {code.key for code in case.open_codes}
    for mark in case.marks:
        if bool(mark.item) == bool(mark.open_code):
            raise CaseError("marks.yaml", f"needs a factor or an open code, and not both: {mark.quote!r}")
        _known("marks.yaml", "influence", [mark.influence], INFLUENCES)
        if mark.item:
            _check_item("marks.yaml", mark.item, "")
        else:
            _known("marks.yaml", "open code", [mark.open_code], codes)


def _check_narrative(case: Case, voices: set[str]) -> None:
    for period in case.narrative:
        where = f"perspectives.yaml, {period.title}"
        _known(where, "voice", [view.who for view in period.views], voices)
        _known(where, "part", [each.part for view in period.views for each in view.sayings], PERSPECTIVE_PARTS)
        _known(where, "voice", [each.who for each in period.remarks], voices)
        knowing = [view.who for view in period.views if any(each.part == "knew" for each in view.sayings)]
        _known(where, "voice that knew something", [each.beside for each in period.remarks], ["", *knowing])
        _known(where, "kind of remark", [each.kind for each in period.remarks], REMARKS)


def _check_episodes(case: Case, voices: set[str], parts: list[str]) -> None:
    for episode in case.episodes:
        where = f"episode {episode.key}"
        _known(where, "strand", episode.strands, voices)
        _known(where, "voice", [a.who for a in (*episode.accounts, *episode.local_rationality)], voices)
        _known(where, "tendency", [episode.appraisal.tendency], TENDENCIES)
        _known(where, "confidence", [episode.confidence.word], CONFIDENCE)
        _known(where, "category", [episode.hunch.category], CATEGORIES)
        if not any(account.cites for account in episode.accounts):
            raise CaseError(where, "rests on no source")
        for use in episode.factor_uses:
            _check_item(where, use.item, use.open_code)
            _known(where, "influence", [use.influence], INFLUENCES)
            _known(where, "participation", [use.whose], parts)
            if not use.cites:
                raise CaseError(where, f"uses {use.item} without a source")


def _check_patterns(case: Case) -> None:
    used = {(episode.key, use.item) for episode in case.episodes for use in episode.factor_uses}
    for pattern in case.patterns:
        where = f"patterns.yaml, {pattern.key}"
        _known(where, "category", [pattern.primary, *pattern.secondary], CATEGORIES)
        for gathered in pattern.gathers:
            if (gathered.episode, gathered.item) not in used:
                raise CaseError(where, f"gathers {gathered.item} of {gathered.episode}, which is not there")
        _known(where, "place", [put.place for put in pattern.placed], PLACES)
        _known(where, "pattern", [fed.pattern for fed in pattern.feeds], [each.key for each in case.patterns])


def _check_findings(case: Case) -> None:
    for finding in case.findings:
        where = f"finding {finding.key}"
        _known(where, "pattern", [finding.pattern], [pattern.key for pattern in case.patterns])
        _known(where, "category", [finding.primary, *finding.secondary], CATEGORIES)
        _known(where, "direction", [finding.direction], DIRECTIONS)
        _known(where, "confidence", [finding.confidence.word], CONFIDENCE)
        if tuple(finding.layers) != LAYERS:
            raise CaseError(where, f"has the layers {tuple(finding.layers)}")
        for question in finding.board_questions:
            _known(where, "kind of response", [question.response_kind], RESPONSES)
            _known(where, "level", [question.level], LEVELS)
        for prevalence in finding.prevalences:
            if bool(prevalence.not_known) == bool(prevalence.unit):
                raise CaseError(where, "a prevalence gives a figure, or says what is not known")
            if prevalence.unit:
                _known(where, "source kind", [prevalence.source_kind], SOURCE_KINDS)
