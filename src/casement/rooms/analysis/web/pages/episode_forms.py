"""Form pages of episodes and factor uses."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.standing import of_episode
from casement.rooms.analysis.queries.tree import EpisodeView
from casement.rooms.analysis.rules.episodes import FIRST_SAY_WHY, may_appraise
from casement.rooms.analysis.vocabulary import EPISODE_STATE_NAMES, Owner, Part
from casement.rooms.analysis.web.pages.blocks import folder, piece
from casement.rooms.analysis.web.pages.editing import FormPage, citing, factor_options, one_category, to, voices_of

CITING_FIELDS = "excerpt"


def new_episode_page(seat: Seat, asked: QueryDict) -> FormPage:
    """Putting forward an episode; the address may carry a passage (`excerpt`) or an `entry` that suggests it."""
    started = {
        name: asked[name] for name in ("excerpt", "entry", "source", "paragraph") if asked.get(name, "").isdigit()
    }
    return FormPage(
        heading="Put forward an episode",
        sentence="Something that happened, or did not, and may explain how the case went or was handled.",
        above=to(seat, "episodes/", "Episodes"),
        tab="New episode",
        button="Put it forward",
        filled={"form": started},
        choices={**voices_of(queries.voices(seat)), **citing(seat)},
        fold=CITING_FIELDS,
    )


def head_of(seat: Seat, number: int) -> EpisodeView:
    """One episode's own facts; NotHere when there is none."""
    for view in queries.titles(seat):
        if view.number == number:
            return view
    raise NotHere


def above(seat: Seat, number: int, anchor: str = "") -> Place:
    """The way back to an episode."""
    return to(seat, f"episodes/{number}/" + (f"#{anchor}" if anchor else ""), f"Episode {number}")


def episode_facts_page(seat: Seat, number: int) -> FormPage:
    """Changing what an episode is called, when it was and who was in it."""
    view = queries.episode(seat, number)
    return FormPage(
        heading="What, when and who",
        sentence="Dates may be approximate. They are kept as you write them.",
        above=above(seat, number),
        tab=f"Episode {number}",
        filled={
            "form": {
                "title": view.title,
                "began": view.began_recorded,
                "until": view.until_recorded,
                "strands": [str(one) for one in view.strand_numbers],
                "roles": [str(one) for one in view.role_numbers],
            }
        },
        choices=voices_of(queries.voices(seat)),
        edition=view.edition,
    )


@dataclass(frozen=True)
class DecisionPage:
    """Choosing an episode, or leaving it out with a reason."""

    number: int
    title: str
    state: str
    reason: str
    above: Place
    tab: str


def decision_page(seat: Seat, number: int) -> DecisionPage:
    """The page on which an episode is chosen or not."""
    view = head_of(seat, number)
    return DecisionPage(
        number,
        view.title,
        EPISODE_STATE_NAMES[view.state],
        view.decision_reason,
        above(seat, number),
        f"Episode {number}",
    )


def appraisal_page(seat: Seat, number: int) -> FormPage:
    """The standard, the tendency and the three hindsight checks; NotHere is never said for what may come later."""
    view = queries.episode(seat, number)
    ready = may_appraise(of_episode(view).written)
    told = tuple(("It made sense because", one.text) for one in view.parts.get(Part.LOCAL_RATIONALITY, ()))
    return FormPage(
        heading="Appraisal: standard and hindsight checks",
        sentence="Judge by what applied and was known then, not by how it ended." if ready else FIRST_SAY_WHY,
        above=above(seat, number, Part.APPRAISAL),
        tab=f"Episode {number}",
        filled={
            "form": {
                "tendency": view.tendency,
                "standard": view.standard,
                "standard_applied": view.standard_applied,
                "hindsight_check": view.hindsight_check,
                "outcome_check": view.outcome_check,
                "difficulty_check": view.difficulty_check,
            }
        },
        edition=view.edition,
        quoted=told,
        button="Save" if ready else "",
        second=None if ready else to(seat, f"episodes/{number}/parts/local_rationality/", "Say why it made sense"),
    )


def confidence_page(seat: Seat, owner: str, number: int) -> FormPage:
    """How sure the team is of an episode or a finding."""
    if owner == Owner.EPISODE:
        view = head_of(seat, number)
        word, reason, edition = view.confidence, view.confidence_reason, view.edition
    else:
        found = queries.finding(seat, number)
        word, reason, edition = found.confidence, found.confidence_reason, found.edition
    name = "Episode" if owner == Owner.EPISODE else "Finding"
    return FormPage(
        heading="How sure are we?",
        sentence="You choose the word. The program never works it out.",
        above=Place(f"{name} {number}", folder(seat, owner, number)),
        tab=f"{name} {number}",
        filled={"form": {"word": word, "reason": reason}},
        edition=edition,
    )


def significance_page(seat: Seat, number: int) -> FormPage:
    """The kind of pattern an episode may point to."""
    view = head_of(seat, number)
    return FormPage(
        heading="Which kind of pattern could it be?",
        sentence="A hunch only. It can be changed or taken back.",
        above=above(seat, number, Part.HUNCH),
        tab=f"Episode {number}",
        filled={"form": {"category": view.hunch_category.item_id if view.hunch_category else ""}},
        choices={"category": one_category(queries.items(seat, "patterns"), "None yet")},
        edition=view.edition,
    )


def no_factors_page(seat: Seat, number: int) -> FormPage:
    """Why no factor was found."""
    view = head_of(seat, number)
    return FormPage(
        heading="No factor found",
        sentence="Say whom you asked, and when.",
        above=above(seat, number, "factors"),
        tab=f"Episode {number}",
        filled={"form": {"reason": view.no_factors_reason}},
        edition=view.edition,
    )


def new_factor_use_page(seat: Seat, episode: int, asked: QueryDict) -> FormPage:
    """Adding a factor to an episode."""
    view = head_of(seat, episode)
    started: dict[str, object] = {"item_id": asked.get("factor", ""), "influence": asked.get("influence", "")}
    started |= {"excerpt": asked["excerpt"]} if str(asked.get("excerpt", "")).isdigit() else {}
    return FormPage(
        heading="Add a factor",
        sentence=f"What shaped the work in “{view.title}”? One account at a time: the same factor may help one "
        "person and hinder another.",
        above=above(seat, episode, "factors"),
        tab=f"Episode {episode}",
        filled={"form": started},
        choices={
            "item_id": factor_options(queries.items(seat, "factors")),
            **voices_of(queries.voices(seat)),
            **citing(seat),
        },
        button="Add this factor",
        fold=CITING_FIELDS,
    )


def change_factor_use_page(seat: Seat, number: int) -> FormPage:
    """Changing what a factor use says."""
    use = queries.factor_use(seat, number)
    return FormPage(
        heading="Change this factor use",
        sentence="How it bore on practice is changed on its own page, with its history.",
        above=to(seat, f"factors/uses/{number}/", f"Factor use {number}"),
        tab=f"Factor use {number}",
        filled={
            "form": {
                "item_id": use.item_id,
                "free_text": use.free_text,
                "influence": use.influence,
                "account_of": str(use.account_of_number or ""),
                "importance": use.importance,
                "confidence": use.confidence,
                "inference": use.inference,
            }
        },
        choices={
            "item_id": factor_options(queries.items(seat, "factors")),
            **voices_of(queries.voices(seat)),
        },
        edition=use.edition,
        pieces=tuple(piece(one) for one in use.evidence),
    )
