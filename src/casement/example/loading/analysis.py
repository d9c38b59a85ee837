"""Episodes, patterns and findings of the example, written statement by statement."""

from casement.example.loading.narrative import narrate
from casement.example.loading.places import NotThere, Places
from casement.example.pieces import Cite
from casement.example.thinking import Answer, Episode, Finding, Pattern, Weighed
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.queries.asking import asked_of
from casement.rooms.analysis.queries.findings import finding as read_finding
from casement.rooms.analysis.queries.whole import tree
from casement.rooms.analysis.rules.opposing import name_of
from casement.rooms.analysis.vocabulary import PATTERN_TESTS, Part, Side, Weighing
from casement.rooms.sources import commands as sources


def say(
    seat: Seat, places: Places, owner: str, number: int, part: str, text: str,
    cites: tuple[Cite, ...] = (), against: tuple[Cite, ...] = (), who: str = "",
) -> None:  # fmt: skip
    """One statement with what speaks for and against it."""
    if not text.strip():
        return
    about = places.who(who) if who else {}
    made = analysis.write_statement(
        seat, owner=owner, number=number, part=part, text=text.strip(), inference=not (cites or against), **about
    )
    for told in [*places.cited(cites), *places.cited(against, Side.AGAINST)]:
        analysis.cite(
            seat, statement=made.number, side=told.side, source=told.source, start=told.start, end=told.end,
            quote=told.quote, entry=told.entry,
        )  # fmt: skip


def add_episode(seat: Seat, places: Places, told: Episode) -> None:
    """One episode with all its parts and factor uses."""
    made = analysis.propose_episode(
        seat,
        title=told.title,
        why=told.why_key,
        began=told.from_,
        until=told.to,
        strands=[places.agencies[key] for key in told.strands if key in places.agencies],
        roles=[places.people[key] for key in told.strands if key in places.people],
    )
    number = places.episodes[told.key] = made.number
    for why in made.statements.all():
        analysis.mark_inference(seat, number=why.number)
    for account in told.accounts:
        say(seat, places, "episode", number, "account", account.text, account.cites, who=account.who)
    for each in told.local_rationality:
        say(seat, places, "episode", number, "local_rationality", each.text, each.cites, who=each.who)
    judged = told.appraisal
    say(seat, places, "episode", number, "appraisal", judged.text, judged.cites)
    analysis.set_appraisal(
        seat, number=number, tendency=judged.tendency, standard=judged.standard,
        standard_applied=judged.standard_applied, hindsight_check=judged.hindsight_check,
        outcome_check=judged.outcome_check, difficulty_check=judged.difficulty_check,
    )  # fmt: skip
    for part, text in (("enablers", told.enablers), ("counter", told.counter), ("gaps", told.gaps)):
        say(seat, places, "episode", number, part, text)
    say(seat, places, "episode", number, "hunch", told.hunch.text)
    analysis.set_wider_significance(seat, number=number, category=told.hunch.category)
    for use in told.factor_uses:
        free = use.item == "oth"
        added = analysis.add_factor_use(
            seat,
            episode=number,
            item_id="" if free else use.item,
            free_text=use.open_code if free else "",
            influence=use.influence,
            how=use.how,
            account_of=places.people.get(use.whose),
            importance=use.importance,
            inference=not use.cites,
            cites=[*places.cited(use.cites), *places.cited(use.against, Side.AGAINST)],
        )
        places.uses.setdefault((told.key, use.item), []).append(added.number)
    analysis.set_confidence(
        seat, owner="episode", number=number, word=told.confidence.word, reason=told.confidence.reason
    )
    analysis.choose_episode(seat, number=number, reason=told.why_key)


def add_pattern(seat: Seat, places: Places, told: Pattern) -> None:
    """One pattern with what it gathers and its tests."""
    uses = [number for each in told.gathers for number in places.uses[(each.episode, each.item)]]
    passages = [
        sources.excerpt(seat, number=number, start=start, end=end, quote=quote).number
        for number, start, end, quote in (places.passage(cite.source, cite.quote) for cite in told.passages)
    ]
    made = analysis.gather_pattern(
        seat, title=told.title, uses=uses, passages=passages, primary=told.primary, secondary=told.secondary
    )
    number = places.patterns[told.key] = made.number
    say(seat, places, "pattern", number, "statement", told.statement, told.cites, told.against)
    for part in PATTERN_TESTS:
        if answer := getattr(told.tests, part):
            say(seat, places, "pattern", number, part, answer)
    for put in told.placed:
        analysis.place_pattern(seat, number=number, priority=put.place, reason=put.reason)


def link_patterns(seat: Seat, places: Places, told: Pattern) -> None:
    """What one pattern feeds, once all of them are there."""
    for one in told.feeds:
        analysis.link_patterns(
            seat, feeds=places.patterns[told.key], fed=places.patterns[one.pattern], reason=one.reason
        )


def add_finding(seat: Seat, places: Places, told: Finding) -> None:
    """One finding with its layers, figures, questions and searches, moved to its state."""
    made = analysis.propose_finding(
        seat, title=told.title, pattern=places.patterns[told.pattern], primary=told.primary,
        secondary=told.secondary, direction=told.direction,
    )  # fmt: skip
    number = places.findings[told.key] = made.number
    for layer, statements in told.layers.items():
        for each in statements:
            say(seat, places, "finding", number, layer, each.text, each.cites, each.against)
    for figure in told.prevalences:
        facts = {key: value for key, value in vars(figure).items() if key not in ("not_known", "would_need")}
        analysis.add_prevalence(
            seat, finding=number, not_known=bool(figure.not_known), would_need=figure.would_need, **facts
        )
    for asked in told.board_questions:
        analysis.ask_board(
            seat, finding=number, text=asked.text, response_kind=asked.response_kind, level=asked.level
        )
    for search in told.counter_searches:
        analysis.record_search(
            seat, owner="finding", number=number, looked_for=search.looked_for, looked_where=search.where,
            found=search.found,
        )  # fmt: skip
    analysis.set_confidence(
        seat, owner="finding", number=number, word=told.confidence.word, reason=told.confidence.reason
    )
    for state in ("drafted", "tested_with_case_group", "agreed_by_team", "in_report"):
        analysis.move_finding(seat, number=number, to=state)
        if state == told.state:
            break


def think(case: Case, places: Places, seat: Seat) -> None:
    """The whole analysis of the example, the narrative last: nothing in it is needed by what comes before."""
    for episode in case.episodes:
        add_episode(seat, places, episode)
    for told in case.rejected:
        made = analysis.propose_episode(seat, title=told.title, why=told.reason, cites=places.cited(told.cites))
        analysis.reject_episode(seat, number=made.number, reason=told.reason)
    for pattern in case.patterns:
        add_pattern(seat, places, pattern)
    for pattern in case.patterns:
        link_patterns(seat, places, pattern)
    for finding in case.findings:
        add_finding(seat, places, finding)
    for answer in case.answers:
        add_answer(seat, places, answer)
    for awaited in case.expected:
        number = places.findings[awaited.about]
        analysis.expect_otherwise(seat, owner="finding", number=number, text=awaited.text, voice=awaited.voice)
    for weighed in case.weighed:
        weigh(seat, places, weighed)
    for period in case.narrative:
        narrate(seat, places, period)


def add_answer(seat: Seat, places: Places, told: Answer) -> None:
    """One answer to what is worth a thought, found by its words."""
    owner, about = ("finding", places.findings[told.about]) if told.about else ("review", 0)
    for one in asked_of(seat, owner, about, tree(seat)):
        if one.said == told.said:
            analysis.answer_check(seat, owner=owner, about=about, question=one.mark, reason=told.reason)
            return
    raise NotThere("an answer is to something that is not asked")


def weigh(seat: Seat, places: Places, told: Weighed) -> None:
    """One passage weighed against a finding; what weakens it stands beside the summary as evidence against."""
    source, start, end, _ = places.passage(told.cite.source, told.cite.quote)
    about, place = places.findings[told.about], name_of("source", source, start, end)
    summary = None
    if told.answer == Weighing.WEAKENS:
        summary = next(one.number for one in read_finding(seat, about).layers[Part.SUMMARY])
    analysis.weigh_passage(
        seat, owner="finding", number=about, place=place, answer=told.answer, reason=told.reason, statement=summary
    )
