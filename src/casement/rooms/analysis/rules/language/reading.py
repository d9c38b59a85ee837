"""Reading a file of language rules, and saying in one sentence what is wrong with it and where."""

import re
import tomllib
from typing import Any

from casement.rooms.analysis.rules.language.speaking import WORD, Rule, Rules

Phrases = dict[str, list[tuple[Rule, re.Pattern[str]]]]

MAY_HOLD = {"name", "says", "reason", "advice", "unless", "needs", "not_after"}
PIECE = re.compile(r"(?<!\?)<(\w+)>")


class WrongRules(ValueError):
    """A rule file cannot be used; says in one sentence what is wrong and where."""


def read_rules(text: str) -> Rules:
    """Rules from the text of a TOML file; WrongRules with a sentence when it cannot be used."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WrongRules(f"The file of language rules is not valid TOML: {wrong}.") from None
    kinds, pieces = table(told, "kinds"), table(told, "pieces")
    named: dict[str, Rule] = {}
    starting: Phrases = {}
    for kind, rows in table(told, "rules").items():
        if not isinstance(kinds.get(kind), dict) or not {"title", "advice"} <= set(kinds[kind]):
            raise WrongRules(f"The rules of kind “{kind}” need [kinds.{kind}] with a title and an advice.")
        if not isinstance(rows, list):
            raise WrongRules(f"The rules of kind “{kind}” are not a list.")
        for place, row in enumerate(rows, start=1):
            rule = rule_from(kind, kinds[kind], row, where=f"Rule {place} of kind “{kind}”", pieces=pieces)
            if rule.name in named:
                raise WrongRules(f"Two rules are called “{rule.name}”.")
            named[rule.name] = rule
            add_phrases(starting, rule, row["says"], pieces)
    if not named:
        raise WrongRules("The file of language rules holds no rule.")
    return Rules(named, {word: tuple(phrases) for word, phrases in starting.items()})


def table(told: dict[str, Any], name: str) -> dict[str, Any]:
    """A table of the file; empty when it is not there."""
    value = told.get(name, {})
    if not isinstance(value, dict):
        raise WrongRules(f"“{name}” in the file of language rules is not a table.")
    return value


def rule_from(kind: str, words: dict[str, str], row: Any, *, where: str, pieces: dict[str, str]) -> Rule:
    """One rule from its row, with the advice of its kind when it has none of its own."""
    if not isinstance(row, dict) or not str(row.get("name", "")).strip():
        raise WrongRules(f"{where} has no name.")
    name = str(row["name"])
    strange = sorted(set(row) - MAY_HOLD)
    if strange:
        raise WrongRules(f"The rule “{name}” has “{strange[0]}”, which a rule does not have.")
    if not str(row.get("reason", "")).strip():
        raise WrongRules(f"The rule “{name}” gives no reason.")
    says = row.get("says")
    if not isinstance(says, list) or not says or not all(isinstance(one, str) and one.strip() for one in says):
        raise WrongRules(f"The rule “{name}” does not list what it says.")

    def around(key: str, ending: str = "") -> re.Pattern[str] | None:
        return pattern(f"(?:{row[key]}){ending}", pieces, name) if row.get(key) else None

    return Rule(
        name=name,
        kind=kind,
        title=words["title"],
        advice=str(row.get("advice") or words["advice"]),
        reason=str(row["reason"]),
        unless=around("unless"),
        needs=around("needs"),
        not_after=around("not_after", "$"),
    )


def add_phrases(starting: Phrases, rule: Rule, says: list[str], pieces: dict[str, str]) -> None:
    """Put each phrase of a rule under each of its first words."""
    for phrase in says:
        first, _, rest = phrase.strip().partition(" ")
        match = pattern(rf",? (?:{rest})(?!\w)" if rest else "", pieces, rule.name)
        for word in first.lower().rstrip(",").split("|"):
            if not WORD.fullmatch(word):
                raise WrongRules(f"The rule “{rule.name}” says “{phrase}”, which does not begin with a plain word.")
            starting.setdefault(word, []).append((rule, match))


def pattern(words: str, pieces: dict[str, str], name: str) -> re.Pattern[str]:
    """A regular expression from its words: pieces put in, spaces widened."""

    def piece(found: re.Match[str]) -> str:
        if found.group(1) not in pieces:
            raise WrongRules(f"The rule “{name}” names the piece <{found.group(1)}>, which the file does not have.")
        return str(pieces[found.group(1)])

    whole = PIECE.sub(piece, words).replace("[ ,]", "[\\s,]").replace(" ", r"\s+")
    try:
        return re.compile(whole, re.IGNORECASE)
    except re.error as wrong:
        raise WrongRules(f"The rule “{name}” has a pattern that cannot be read: {wrong}.") from None
