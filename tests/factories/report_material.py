"""A whole invented review as plain values, large enough to look like a real report. Nothing here is real."""

from __future__ import annotations

from dataclasses import replace

from casement.rooms.analysis.queries.tree import (
    AnalysisTree,
    EpisodeView,
    EvidenceView,
    FactorUseView,
    FindingView,
    ItemView,
    PatternView,
    PrevalenceView,
    QuestionView,
    SearchView,
    StatementView,
)
from casement.rooms.reports.rules.assembling import assembled
from casement.rooms.reports.rules.material import Known, Material, PersonLine, SourceLine
from casement.rooms.reports.rules.telling import Written
from casement.rooms.reports.vocabulary import SECTION

SENTENCE = (
    "The duty worker read the referral late in the afternoon, with two other calls waiting, and took it for a "
    "repeat of one that had been answered the week before."
)
REASON = (
    "The form asked for one main concern, so the missed appointments were written under health and nobody in the "
    "screening team saw them beside the school’s worry."
)


class Made:
    """Builds statements and evidence with numbers of their own."""

    def __init__(self) -> None:
        self.statements: dict[int, StatementView] = {}
        self.evidence = 0

    def passage(self, kind: str = "record", **more) -> EvidenceView:
        """One piece of live evidence."""
        self.evidence += 1
        number = self.evidence
        entry = kind == "entry"
        facts = {
            "number": number, "direction": "for", "kind": kind, "quote": f"words of passage {number} as they stand",
            "source_number": None if entry else number % 14 + 1, "source_title": "A source",
            "source_kind": "" if entry else kind, "start": 10, "end": 40,
            "entry_number": number if entry else None, "agency": "Health visiting", "live": True, "note": "",
            "href": f"/reviews/OAK1/sources/{number % 14 + 1}/?at=10-40#p{number % 30 + 1}",
            "paragraph": None if entry else number % 30 + 1,
            "speaker": "Health Visitor 1" if kind in ("conversation", "family") else "",
        }  # fmt: skip
        return EvidenceView(**(facts | more))

    def say(
        self, part: str, text: str, *passages: EvidenceView, support: str = "supported", **more
    ) -> StatementView:
        """One statement."""
        number = len(self.statements) + 1
        made = StatementView(number, part, text, support, tuple(passages), **more)
        self.statements[number] = made
        return made


def episode(made: Made, number: int, uses: int) -> EpisodeView:
    """One chosen episode with every part."""
    roles = ("Health Visitor 1", "Social Worker 2")
    parts = {
        "account": tuple(
            made.say("account", f"{SENTENCE} {REASON}", made.passage("conversation"), made.passage(), about=role)
            for role in roles
        ),
        "why_key": (made.say("why_key", f"{REASON} It set the course of the next three months.", made.passage()),),
        "local_rationality": tuple(
            made.say("local_rationality", f"{SENTENCE} {REASON}", made.passage("conversation"), about=role)
            for role in roles
        ),
        "appraisal": (
            made.say("appraisal", f"{SENTENCE} {REASON} {SENTENCE}", made.passage(), made.passage("entry"),
                     made.passage(direction="against")),
        ),
        "enablers": (made.say("enablers", SENTENCE, made.passage("family", speaker="Mother")),),
        "gaps": (made.say("gaps", "Nobody could say who had been told.", support="unsupported"),),
    }  # fmt: skip
    factor_uses = tuple(
        FactorUseView(
            number * 100 + at, number, f"wrk.{at:02}" if at % 5 else "per.05", f"Factor {at}: workload and cover",
            "Conditions of work", ("L1", "L1", "L2", "L3")[at % 4],
            ("supports_good_practice", "makes_problematic_practice_more_likely", "unclear")[at % 3],
            (made.say("how", REASON, made.passage("conversation")),), account_of="Health Visitor 1", order=at,
        )
        for at in range(uses)
    )  # fmt: skip
    return EpisodeView(
        number, f"The referral that was read as a repeat, part {number}", "chosen",
        f"{number + 2} March 2024 to {number + 9} March 2024", ("Health visiting", "Children's social care"), roles,
        parts, factor_uses, "mixed", "Local screening guidance of 2022", "It was in force and known to the team.",
        confidence="indicated", confidence_reason="Two conversations and the duty log agree.",
    )  # fmt: skip


def finding(made: Made, number: int, episodes: tuple[int, ...]) -> FindingView:
    """One finding of the report with all its layers."""
    item = ItemView("P2", "Patterns in human–management system operation", "Management systems")
    layers = {
        part: tuple(
            made.say(part, f"{SENTENCE} {REASON}", made.passage("conversation"), made.passage(),
                     made.passage(direction="against"))
            for _ in range(2)
        )
        for part in ("in_case", "underlying", "prevalence", "implications", "summary")
    }  # fmt: skip
    return FindingView(
        number, f"Services write down missed appointments apart, so nobody sees the run of them ({number})",
        "in_report", item, (), "weakness", layers,
        (PrevalenceView(1, False, numerator=3, denominator=41, unit="cases", geography="the borough",
                        period="2024", source_kind="audit", reference="Audit of missed appointments",
                        obtained="by the board’s office", limits="One year only"),
         PrevalenceView(2, True, would_need="a count across all services for one quarter.")),
        (QuestionView(1, "Does the board know how often one family is missed by several services?",
                      "further_research", "local_multi_agency"),
         QuestionView(2, "Who could hold the joined view, and what would they stop doing?",
                      "judgement_or_compromise", "local_multi_agency")),
        (SearchView(1, "Cases where the run was seen", "The case group and four closed files",
                    "One case, through a chance meeting"),),
        "indicated", "The case group knew it at once.", episodes, number,
    )  # fmt: skip


def material(*, episodes: int = 6, findings: int = 5, uses: int = 10, **more) -> Material:
    """A review with `episodes` episodes, each with `uses` factors, and `findings` findings."""
    made = Made()
    told = tuple(episode(made, number, uses) for number in range(1, episodes + 1))
    found = tuple(finding(made, number, (1, 2)) for number in range(1, findings + 1))
    patterns = tuple(
        PatternView(one.number, f"Missed contacts are kept apart ({one.number})", one.primary, (), "take_forward",
                    "", {"statement": (made.say("statement", REASON, made.passage()),)}, ())
        for one in found
    )  # fmt: skip
    rejected = EpisodeView(
        90, "The summer without contact", "rejected", "July 2024", decision_reason="Too little is known."
    )
    tree = AnalysisTree((*told, rejected), patterns, found, made.statements)
    facts = {
        "code_name": "Fieldmouse", "kind": "children", "variant": "full", "tree": tree,
        "board": "Northmere Partnership",
        "period": "March 2023 to November 2024", "ref": "OAK1", "site": "https://casement.example",
        "questions": ("How is a run of missed contacts seen?", "Who is told when a service closes a case?"),
        "agencies": ("Health visiting", "Children's social care", "Police"),
        "people": (
            PersonLine("lead_reviewer", "Lead Reviewer A", "", "independent"),
            PersonLine("review_team_member", "Team Member 1", "Police"),
            PersonLine("case_group_member", "Health Visitor 1", "Health visiting"),
            PersonLine("family_member", "Mother"),
        ),
        "sources": tuple(
            SourceLine(at, ("record", "conversation", "family")[at % 3], f"Source {at}", "Health visiting",
                       "Health Visitor 1" if at % 3 == 1 else "Mother" if at % 3 == 2 else "", "3 May 2024")
            for at in range(1, 15)
        ),
        "entries": (("Police", 60), ("Health visiting", 81)),
        "register": (
            Known("Mother", "family", ("Corisande Thrupwell", "Corry")),
            Known("Health Visitor 1", "worker", ("Ottoline Brackenbury-Vane",)),
            Known("the town", "place", ("Northmere",)),
        ),
    }  # fmt: skip
    return Material(**(facts | more))


def written(**texts: str) -> tuple[Written, ...]:
    """Every section with the text it begins with; keys with _ for - replace some."""
    named = {key.replace("_", "-"): text for key, text in texts.items()}
    return tuple(Written(key, SECTION[key].title, named.get(key, text)) for key, text in assembled().items())


def only(key: str, text: str) -> tuple[Written, ...]:
    """One section alone."""
    return (Written(key, SECTION[key].title, text),)


def with_statement(base: Material, said: StatementView) -> Material:
    """The material with one more statement, or one put in place of another of its number."""
    return replace(base, tree=replace(base.tree, statements={**base.tree.statements, said.number: said}))
