"""Captions of a recording (.vtt, .srt): one paragraph for each turn, with its time and who speaks."""

import re

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.plain_paragraphs import clean
from casement.rooms.sources.intake.running_text import RunningText

_TIMES = re.compile(
    r"\s*(?P<from>(?:\d{1,2}:)?\d{2}:\d{2})[.,]\d{1,3}\s+-->\s+(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{1,3}.*"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"</?[^>\n]{0,80}>|\{\\[^}\n]*\}")
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:\n]{0,39}):\s+")

NO_CAPTIONS = (
    "This file's name says that it holds captions, but no times were found in it: "
    "rename it to end in .txt if its text is what you need."
)


def read_vtt(data: bytes) -> Extracted:
    """The words of WebVTT captions."""
    return _read(data, "vtt")


def read_srt(data: bytes) -> Extracted:
    """The words of SubRip captions."""
    return _read(data, "srt")


def _read(data: bytes, key: str) -> Extracted:
    characters, kept = decode(data)
    text = RunningText()
    text.kept += kept
    turn: list[str] = []
    head = speaker = ""
    found = False
    for cue in re.split(r"\n[^\S\n]*\n\s*", clean(characters)):
        lines = cue.strip("\n").split("\n")
        at = next((number for number, line in enumerate(lines) if _TIMES.fullmatch(line)), None)
        if at is None:
            continue  # The head of the file, and notes about how it looks.
        found = True
        times = _TIMES.fullmatch(lines[at])
        name, words = _said(" ".join(lines[at + 1 :]))
        if not words:
            continue
        if not turn or (name and name != speaker) or not name:
            text.paragraph(f"{head}{' '.join(turn)}")
            turn, speaker = [], name or speaker
            head = f"[{times['from'] if times else ''}] {f'{name}: ' if name else ''}"
        turn.append(words)
    text.paragraph(f"{head}{' '.join(turn)}")
    if not found:
        raise Unreadable(NO_CAPTIONS)
    return text.finish(BY_KEY[key].media_type)


def _said(words: str) -> tuple[str, str]:
    """Who speaks, where the caption says so, and the words."""
    voice = _VOICE.search(words)
    plain = " ".join(_TAG.sub("", words).split())
    if voice:
        return " ".join(voice["name"].split()), plain
    named = _NAMED.match(plain)
    return (named["name"], plain[named.end() :]) if named else ("", plain)
