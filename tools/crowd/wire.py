"""One signed-in browser without a screen, over one connection that stays open."""

import http.client
import json
import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DESK = re.compile(r'<script id="desk-data" type="application/json">(.*?)</script>', re.S)
# None of these words may ever reach a person.
NEVER = ("database is locked", "database table is locked", "deadlock", "could not serialize", "Traceback",
         "OperationalError", "IntegrityError", "Internal Server Error")  # fmt: skip
PATIENCE = 60  # seconds without an answer: nobody waits longer


@dataclass(frozen=True)
class Answer:
    """What came back, and from when to when it was on its way."""

    status: int
    content: str
    tag: str
    location: str
    began: float
    ended: float

    @property
    def told(self) -> Any:
        """What a script is told."""
        return json.loads(self.content)

    @property
    def done(self) -> bool:
        """Whether it acknowledges a change: told to a script, or sent on to the page that shows it."""
        return self.status == 200 or (self.status == 302 and "/sign-in/" not in self.location)

    def desk(self) -> Any:
        """What the desk's script finds in the page of a source."""
        found = DESK.search(self.content)
        if found is None:
            raise LookupError("the page of a source holds nothing for the desk")
        return json.loads(found[1])


class Wire:
    """Asks pages and posts forms as one person of one review."""

    def __init__(self, address: str, cookies: dict[str, str], ref: str) -> None:
        self.address, self.here = address.removeprefix("http://"), f"/reviews/{ref}/"
        self.cookies = dict(cookies)
        self.line = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        self.token = ""

    def get(self, path: str, tag: str = "") -> Answer:
        """A page."""
        return self._ask("GET", path, None, {"If-None-Match": tag} if tag else {})

    def post(self, path: str, fields: dict[str, Any], *, script: bool = True) -> Answer:
        """A form, sent by the desk's script or, without it, by hand."""
        return self._ask("POST", path, self._body(fields), {"Accept": "application/json"} if script else {})

    def call_out(self, path: str, fields: dict[str, Any]) -> None:
        """Send a form on a connection that is cut before an answer can come."""
        line = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        line.request("POST", self.here + path, self._body(fields), self._headers({"Accept": "application/json"}))
        line.close()

    def twin(self) -> "Wire":
        """The same person at a second connection."""
        other = Wire(self.address, self.cookies, "")
        other.here, other.token = self.here, self.token
        return other

    def _body(self, fields: dict[str, Any]) -> str:
        return urlencode({**fields, "csrfmiddlewaretoken": self.token})

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", **more}

    def _ask(self, how: str, path: str, body: str | None, more: dict[str, str]) -> Answer:
        began = time.time()
        self.line.request(how, self.here + path, body, self._headers(more))
        answer = self.line.getresponse()
        content = answer.read().decode()
        for one in answer.headers.get_all("Set-Cookie") or ():
            name, value = one.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if how == "GET" and (found := TOKEN.search(content)):
            self.token = found[1]
        told = answer.headers
        return Answer(
            answer.status, content, told.get("ETag") or "", told.get("Location") or "", began, time.time()
        )
