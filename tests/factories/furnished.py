"""A review with one of everything in it, each confidential field holding a word that must never leak."""

from tests.factories.reviews import Cast

CANARY = {"Oak": "quorvinex", "Elm": "zabrettil"}


def furnish(cast: Cast) -> None:
    """Put one of everything into the review, through the commands of its rooms where there are any."""
    word = CANARY[cast.review.code_name]
    from casement.rooms.reviews import commands as reviews

    reviews.ask_question(cast.seat(), text=f"What of {word}?")
    from tests.factories.chronology import by_hand, confirmed

    confirmed(cast, f"Date,What happened\n3 May 2024,A {word} was seen\n31/9/24,The {word} again at the gate\n")
    by_hand(cast, f"A {word} by hand.")
