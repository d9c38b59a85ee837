"""Serves ready-made pages and the built files under the real content policy, for parts that need no database."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings

BUILT = Path(__file__).resolve().parents[2] / "src/casement/foundation/design/static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
Answer = Callable[[str, dict[str, str]], tuple[int, dict[str, Any]]]


@dataclass
class Standing:
    """The pages by address, what answers a form, and every address that was asked for."""

    pages: dict[str, str]
    answer: Answer = lambda path, fields: (404, {})
    asked: list[str] = field(default_factory=list)
    address: str = ""


@contextmanager
def standing(pages: dict[str, str], answer: Answer | None = None) -> Iterator[Standing]:
    """Serves until the block ends."""
    held = Standing(pages)
    held.answer = answer or held.answer
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(held))
    held.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def policy() -> str:
    """The content policy of the real settings, as a header."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def _handler(held: Standing) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            held.asked.append(path)
            if path in held.pages:
                return self._send(200, "text/html; charset=utf-8", held.pages[path].encode())
            file = BUILT / path.removeprefix("/static/")
            if path.startswith("/static/") and file.is_file():
                return self._send(200, TYPES[file.suffix], file.read_bytes())
            return self._send(404, "text/plain", b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, told = held.answer(self.path, dict(parse_qsl(body, keep_blank_values=True)))
            self._send(status, "application/json", json.dumps(told).encode())

        def _send(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Content-Security-Policy", policy())
            self.send_header("Cache-Control", "no-store" if kind.startswith("text/html") else "max-age=60")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet: the tests say what they found."""

    return Handler
