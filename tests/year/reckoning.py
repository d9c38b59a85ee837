"""What must be so at the end of the year: that the gates held, and that no mail said too much."""

from tests.year.cast import OFFICE, SECRETS, Case, everybody
from tests.year.living import HEARD
from tests.year.world import World


def wrong(world: World) -> list[str]:
    """Everything that is not as it must be; empty at the end of a good year."""
    held = [told for case in world.cases for told in gates(world, case)]
    broken = [f"{many} pages answered {status}" for status, many in world.statuses.items() if status >= 500]
    return [*world.missing, *held, *said_too_much(world), *strangers(world), *unwritten(world), *broken]


def gates(world: World, case: Case) -> list[str]:
    """The gates of a review that stopped nobody who tried too early."""
    told = [line.gate for line in world.lines if line.code == case.code]
    expected = [
        "decision to review has no reasons", "no data protection assessment", "case group has not had its say",
        "how the family was told", "not signed off",
    ]  # fmt: skip
    if case.takes("S16"):
        expected += ["publication check is not signed"]
    if HEARD[case.variant]:
        expected += ["cannot be invited yet", "who explained the status"]
    expected += ["held until it is held"]
    return [f"{case.code}: {each}" for each in expected if not any(each in one for one in told)]


def said_too_much(world: World) -> list[str]:
    """The confidential words that left by mail, with the subject of the mail."""
    words = [word.lower() for kind in SECRETS.values() for word in kind]
    words += [label.lower() for case in world.cases for label in (*case.agencies, case.variant)]
    words += ["relative 1", "lead reviewer", "worker 1", "case review", "safeguarding"]
    found = []
    for mail in world.sink.got:
        whole = "\n".join(
            [
                *(str(value) for value in mail.values()),
                *(str(part.get_content()) for part in mail.walk() if not part.is_multipart()),
            ]
        )
        found += [f"“{word}” in “{mail['Subject']}”" for word in words if word in whole.lower()]
    return found


def strangers(world: World) -> list[str]:
    """Addresses that were written to and are nobody's of the year."""
    known = {one.email for one in everybody(world.cases)}
    return [str(mail["To"]) for mail in world.sink.got if mail["To"] not in known]


def unwritten(world: World) -> list[str]:
    """Who signs in and never got a mail, so that nothing could have said too much to them."""
    got = {mail["To"] for mail in world.sink.got}
    people = [one for one in everybody(world.cases) if one.account and one is not OFFICE]
    return [f"{one.label} ({one.email}) was never written to" for one in people if one.email not in got]
