"""Sources of three hundred pages with few and with many marks on them, for the bench."""

import random

STOCK = "the visit was late and nobody had the file so duty took a call about the child and wrote a note 🙂"
A_PAGE = 20  # paragraphs


def text(pages: int, chance: random.Random) -> str:
    """So many pages of twenty paragraphs of ten to forty words, a blank line between."""
    told = (" ".join(chance.choices(STOCK.split(), k=chance.randint(10, 40))) for _ in range(pages * A_PAGE))
    return "\n\n".join(f"{words.capitalize()}." for words in told)


def add(pages: int, marks: int) -> int:
    """Bring the text in as a source of the first review and mark it; returns the number of the source."""
    from casement.foundation import jobs
    from casement.rooms.coding.models import Mark
    from casement.rooms.coding.vocabulary import Influence
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.models import FrameworkItem
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources import commands
    from casement.rooms.sources.models import Excerpt, Source
    from casement.rooms.sources.rules.paragraphs import paragraphs

    chance = random.Random(marks)  # the same text twice would be refused
    seat = seats_of(demo_people()[0][0])[0]
    commands.add_files(seat, files=[(f"long-{marks}.txt", text(pages, chance).encode())], agency=1)
    jobs.run_waiting()
    source = Source.objects.filter(review_id=seat.review).latest("number")
    version = source.current
    assert version is not None
    blocks = paragraphs(version.text, version.anchors)
    item = FrameworkItem.objects.get(item_id="wrk.03")
    most = 1_000_000 + Excerpt.objects.filter(number__gte=1_000_000).count()
    for at, block in enumerate(sorted(chance.sample(blocks, marks)), 1):
        start = block.start + chance.randint(0, 10)
        end = min(block.end, start + chance.randint(10, 90))
        number = most + at
        excerpt = Excerpt.objects.create(
            review_id=seat.review, number=number, version=version, start=start, end=end,
            quote=version.text[start:end], shown=version.text[start:end],
            paragraph=block.number, by_id=seat.person_id,
        )  # fmt: skip
        Mark.objects.create(
            review_id=seat.review, number=number, excerpt=excerpt, item=item, by_id=seat.person_id,
            influence=chance.choice(list(Influence)),
        )  # fmt: skip
    return source.number
