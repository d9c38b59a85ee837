"""A review with one of everything in it, each confidential field holding a word that must never leak."""

from tests.factories.reviews import Cast

CANARY = {"Oak": "quorvinex", "Elm": "zabrettil"}


def furnish(cast: Cast) -> None:
    """Put one of everything into the review, through the commands of its rooms where there are any."""
    word = CANARY[cast.review.code_name]
    from casement.rooms.reviews import commands as reviews

    reviews.ask_question(cast.seat(), text=f"What of {word}?")
    from tests.factories import coding

    coding.framework(cast)
    coding.text(cast, f"The {word} was seen.\nNobody rang back.")
    coding.mark(cast, memo=f"Ask about {word}", code=f"new:About {word}")
