"""Words that people send, as commands take them: whole, or refused with a sentence; never cut off in silence."""

from casement.foundation.refusals import Refused


def at_most(text: str, most: int, *, field: str) -> str:
    """Words without space around them; Refused when they are more than `most` characters."""
    told = text.replace("\r\n", "\n").strip()
    if len(told) > most:
        raise Refused(f"This is too long. Use at most {most:,} characters.", field=field)
    return told


def in_words(text: str, sentence: str, *, field: str, most: int = 4000) -> str:
    """Words that have to be there; Refused with `sentence` when they are not."""
    told = at_most(text, most, field=field)
    if not told:
        raise Refused(sentence, field=field)
    return told
