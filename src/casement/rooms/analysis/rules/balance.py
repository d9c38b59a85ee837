"""What a claim rests on: kinds of source, agencies, voices. Told in words, never reckoned into a score.

Source balance after the analysis rules of the model: a claim that rests on one kind of source, one agency or one
voice may be right, and the team should know that it does.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Where a passage comes from. A chronology entry is an agency's record like any other."""

    RECORD = "record"
    CONVERSATION = "conversation"
    FAMILY = "family"


KIND_NAMES: dict[str, str] = {
    Kind.RECORD: "Records",
    Kind.CONVERSATION: "Conversations",
    Kind.FAMILY: "Family accounts",
}


class Check(StrEnum):
    """What is asked about a claim; the key an answer is kept under."""

    NOTHING = "nothing"
    ONE_KIND = "one_kind"
    ONE_AGENCY = "one_agency"
    ONE_VOICE = "one_voice"
    NO_FAMILY = "no_family"
    NOTHING_AGAINST = "nothing_against"


@dataclass(frozen=True)
class Held:
    """One piece of live evidence: what makes it this one, its kind, whose it is, and which way it speaks.

    `same` is equal for two pieces that are the same passage. `agency` and `voice` are empty where there is none.
    """

    same: Hashable
    kind: str
    agency: str = ""
    voice: str = ""
    against: bool = False
    open: bool = True


@dataclass(frozen=True)
class Rests:
    """What a claim rests on, each passage counted once. `shut` counts those this reader may not open."""

    kinds: dict[str, int]
    agencies: tuple[str, ...]
    voices: tuple[str, ...]
    against: int
    shut: int

    @property
    def total(self) -> int:
        """Passages that speak for it."""
        return sum(self.kinds.values())


@dataclass(frozen=True)
class Thought:
    """Something worth a thought about a claim, in one sentence."""

    check: Check
    words: str


def rests_on(evidence: Iterable[Held]) -> Rests:
    """What the passages of one claim have between them."""
    told = {(one.same, one.against): one for one in evidence}.values()
    given = [one for one in told if not one.against]
    return Rests(
        {kind: sum(one.kind == kind for one in given) for kind in Kind},
        tuple(sorted({one.agency for one in given if one.agency})),
        tuple(sorted({one.voice for one in given if one.voice})),
        sum(one.against for one in told),
        sum(not one.open for one in given),
    )


def thoughts(rests: Rests, searches: int) -> tuple[Thought, ...]:
    """What is worth a thought. `searches` counts how often somebody looked for what would weaken the claim.

    Where passages are shut to this reader, nothing is said of agencies and voices: they might be among those.
    """
    told: list[Thought] = []
    kinds = [kind for kind, count in rests.kinds.items() if count]
    if not kinds:
        told.append(Thought(Check.NOTHING, "No passage speaks for it yet."))
    elif len(kinds) == 1 and rests.total > 1:
        told.append(Thought(Check.ONE_KIND, f"All of it is of one kind: {KIND_NAMES[kinds[0]].lower()}."))
    elif rests.total == 1:
        told.append(Thought(Check.ONE_KIND, "It rests on one passage alone."))
    if not rests.shut and rests.total > 1:
        if len(rests.agencies) == 1 and not rests.kinds[Kind.FAMILY]:
            told.append(Thought(Check.ONE_AGENCY, f"All of it comes from one agency: {rests.agencies[0]}."))
        if len(rests.voices) == 1:
            told.append(Thought(Check.ONE_VOICE, f"One person is heard in it: {rests.voices[0]}."))
    if kinds and not rests.kinds[Kind.FAMILY]:
        told.append(Thought(Check.NO_FAMILY, "No account of the family is among it."))
    if kinds and not rests.against and not searches:
        told.append(
            Thought(Check.NOTHING_AGAINST, "Nothing speaks against it, and no search for that is recorded.")
        )
    return tuple(told)
