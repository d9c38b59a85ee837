"""The narrative of the example: periods, each role's perspective in them, and what the team says between them."""

from casement.example.loading.places import Places
from casement.example.thinking import Narrated
from casement.foundation.access import Seat
from casement.rooms.analysis import commands as analysis


def narrate(seat: Seat, places: Places, told: Narrated) -> None:
    """One period with everything said in it."""
    period = analysis.add_period(seat, title=told.title, began=told.from_, until=told.to).number
    known: dict[str, int] = {}
    for view in told.views:
        for saying in view.sayings:
            made = analysis.write_perspective(
                seat, number=period, voice=voice(places, view.who), part=saying.part, text=saying.text,
                cites=places.cited(saying.cites),
            )  # fmt: skip
            if saying.part == "knew":
                known.setdefault(view.who, made.number)
    for each in told.remarks:
        other = voice(places, each.who)
        if each.beside:
            analysis.compare_voices(seat, statement=known[each.beside], other=other, kind=each.kind, text=each.text)
        else:
            analysis.note_silence(seat, number=period, voice=other, kind=each.kind, text=each.text)


def voice(places: Places, key: str) -> str:
    """How a participation or agency is named as a voice."""
    return f"r{places.people[key]}" if key in places.people else f"a{places.agencies[key]}"
