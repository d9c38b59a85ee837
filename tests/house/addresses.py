"""Every address of the program, filled in so that it can be asked for."""

import re
from collections.abc import Iterator

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from casement.foundation.access import Role
from tests.factories.reviews import Cast

NAMED = {"owner": "finding", "question": "000000000000", "key": "summary", "gate": "decision", "item": "wrk.03", "topic": "why",
         "place": "entry-1", "voice": "r3", "heading": "C2", "marker": "QC13", "thing": "source", "check": "PC01"}  # fmt: skip
PART = {"episodes": "enablers", "factors": "how", "patterns": "statement", "findings": "in_case"}
TOKENS = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|csrf[^"]*"[^"]*"|/reviews/[A-Z0-9]+/')


def routes():
    """(address pattern, view) of everything a person can ask for."""

    def walk(patterns, before=""):
        for each in patterns:
            here = before + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, here)
            elif isinstance(each, URLPattern):
                yield here, each.callback

    return [(address, view) for address, view in walk(get_resolver().url_patterns)]


IN_REVIEWS = [(address, view) for address, view in routes() if address.startswith("reviews/<ref>/")]


def shows(view) -> bool:
    """Whether the address answers to being read, and not only to a form."""
    return not hasattr(view, "casement_command") or "both" in view.__qualname__


# The one who asks in the tests is not heard, so nobody is paired for them.
OF_THE_HEARD = {"reviews/<ref>/plan/pairs/<int:number>/"}
PAGES = [address for address, view in IN_REVIEWS if shows(view)]
# A second reading is written and given back by its reader alone; nobody else finds these, not even a lead.
OF_THE_READER = {f"reviews/<ref>/readings/<int:number>/{end}/" for end in ("blind", "end")}
# The account of a conversation is checked by whoever spoke, and by nobody else.
OF_THE_READER |= {f"reviews/<ref>/conversations/<int:number>/check/{end}" for end in ("", "agreement/", "leaving/")}
# The forms in which the board answers are the board's and its office's; a lead reads what was answered.
OF_THE_BOARD = {
    f"reviews/<ref>/response/{end}"
    for end in ("questions/<int:number>/answer/", "questions/<int:number>/actions/", "raised/<int:number>/",
                "presentations/new/", "actions/<int:number>/plan/")
}  # fmt: skip
WRITING = [(address, view) for address, view in IN_REVIEWS if hasattr(view, "casement_command")]


def filled(address: str, ref: str, number: int = 1) -> str:
    """The address of thing `number` in the review `ref`."""
    folder = address.split("/")[2]
    address = address.replace("<ref>", ref).replace("parts/<str:part>", f"parts/{PART.get(folder)}")
    if folder == "follow-on":
        address = address.replace("<slug:key>", "case")
    for name, value in NAMED.items():
        address = re.sub(rf"<(?:str:|slug:)?{name}>", value, address)
    return "/" + re.sub(r"<(?:int:|str:|slug:|path:)?\w+>", str(number), address)


def body(answer) -> bytes:
    """What came back, file answers included."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def signed_in(cast: Cast, role: Role = Role.LEAD) -> Client:
    """A browser in which this role of the review is signed in."""
    client = Client()
    client.force_login(cast.person(role))
    return client


def read(cast: Cast, role: Role, upto: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every page of the review as this role gets it, for the things numbered 1 to `upto`."""
    client = signed_in(cast, role)
    for address in PAGES:
        last = upto if "<int:" in address else 1
        for number in range(1, last + 1):
            asked = filled(address, cast.ref, number)
            yield asked, body(client.get(asked))
