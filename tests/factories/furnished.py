"""A review with one of everything in it, each confidential field holding a word that must never leak."""

from tests.factories.reviews import Cast

CANARY = {"Oak": "quorvinex", "Elm": "zabrettil"}


def furnish(cast: Cast) -> None:
    """Put one of everything into the review, through the commands of its rooms where there are any."""
    word = CANARY[cast.review.code_name]
    from casement.rooms.reviews import commands as reviews

    reviews.ask_question(cast.seat(), text=f"What of {word}?")
    from tests.factories import sources

    sources.record(cast, text=f"A paper about {word}.", name=f"{word}.txt", date="3 May 2024")
    sources.account(cast, title=f"Conversation about {word}", sections={"C2": f"I saw {word} once."})
    reviews.identify(cast.seat(), label="Health Visitor 2", kind="worker", names=[word])
    reviews.declare_conflict(cast.seat(), statement=f"Once met {word}.")
    reviews.answer_gate(cast.seat(), gate="decision", text=f"The board heard of {word} in May.")
    from tests.factories.chronology import by_hand, confirmed

    confirmed(cast, f"Date,What happened\n3 May 2024,A {word} was seen\n31/9/24,The {word} again at the gate\n")
    by_hand(cast, f"A {word} by hand.")
    from tests.factories import coding

    coding.framework(cast)
    told = coding.text(cast, f"The {word} was seen.\nNobody rang back.")
    coding.mark(cast, number=told.number, memo=f"Ask about {word}", code=f"new:About {word}")
    from tests.factories import analysis

    analysis.furnish(cast, word)
