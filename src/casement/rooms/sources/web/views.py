"""Pages and actions of the sources room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.sources import commands
from casement.rooms.sources.web import correcting, forms, naming, pages

sources = page(Action.SOURCES_LIST, pages.sources_page, "sources/sources.html", place="sources")
add = page(Action.SOURCES_ADD, pages.add_page, "sources/add.html", place="sources", forms={"form": forms.AddFiles})
conversation = page(
    Action.WRITE_UPS_ADD,
    pages.conversation_page,
    "sources/write_up.html",
    place="sources",
    forms={"form": forms.ConversationForm},
)
family = page(
    Action.WRITE_UPS_ADD,
    pages.family_page,
    "sources/write_up.html",
    place="sources",
    forms={"form": forms.FamilyForm},
)
batch = page(Action.SOURCES_ADD, pages.batch_page, "sources/batch.html", place="sources")
about = page(
    Action.SOURCES_READ,
    pages.about_page,
    "sources/about.html",
    place="sources",
    kind="source",
)
facts = page(
    Action.SOURCES_EDIT,
    pages.facts_page,
    "sources/facts.html",
    place="sources",
    forms={"form": forms.Facts},
)
speakers = page(
    Action.SOURCES_EDIT,
    pages.speakers_page,
    "sources/speakers.html",
    place="sources",
    forms={"form": forms.NameSpeakers},
    kind="source",
)
take_out = page(
    Action.SOURCES_WITHDRAW,
    pages.take_out_page,
    "sources/take_out.html",
    place="sources",
    forms={"form": forms.TakeOut},
)
original = page(Action.SOURCES_ORIGINAL, pages.original, "", kind="source")
correct = page(
    Action.SOURCES_CORRECT,
    correcting.correct_page,
    "sources/correct.html",
    place="sources",
    kind="source",
    forms={"form": forms.CorrectText},
)
correction = page(
    Action.SOURCES_PLACE,
    correcting.correction_page,
    "sources/correction.html",
    place="sources",
    kind="textcorrection",
    number="correction",
    forms={"form": forms.PlacePassage},
)
earlier = page(Action.SOURCES_READ, correcting.earlier_page, "sources/earlier.html", place="sources", kind="source")

names = page(
    Action.SOURCES_DECIDED,
    naming.names_page,
    "sources/names.html",
    place="sources",
    kind="source",
    forms={
        "words": forms.NameWords,
        "decide": forms.DecideName,
        "accept": forms.AcceptNames,
        "variant": forms.AddVariant,
    },
)
named = page(Action.SOURCES_NAMES, naming.named_page, "sources/named.html", place="sources", kind="source")
redact = page(
    Action.SOURCES_REDACT,
    naming.redact_page,
    "sources/redact.html",
    place="sources",
    kind="source",
    forms={"form": forms.RedactWords},
)
sealed = page(Action.SOURCES_SEALED, naming.sealed, "", kind="source")
original_of_text = page(Action.SOURCES_ORIGINAL, pages.original, "", kind="source")
sealed_of_text = page(Action.SOURCES_SEALED, naming.sealed, "", kind="source")


def to_batch(seat: Seat, made: Any, **parts: Any) -> str:
    """To what became of the files."""
    return f"/reviews/{seat.ref}/sources/batches/{made.number}/"


def to_reader(seat: Seat, made: Any, **parts: Any) -> str:
    """To the text."""
    return f"/reviews/{seat.ref}/sources/{made.number}/"


def to_about(seat: Seat, made: Any, **parts: Any) -> str:
    """To what is known about the source."""
    return f"/reviews/{seat.ref}/sources/{made.number}/about/"


def to_sources(seat: Seat, made: Any, **parts: Any) -> str:
    """Back to the list."""
    return f"/reviews/{seat.ref}/sources/"


def to_correction(seat: Seat, made: Any, *, correction: int | None = None, **parts: Any) -> str:
    """To what the correction did."""
    return f"/reviews/{seat.ref}/corrections/{correction or made.number}/"


add_files = action(commands.add_files, form=forms.AddFiles, back=add, then=to_batch)
read_again = action(commands.read_again, form=None, back=batch, then=to_batch)
write_up = action(
    commands.add_write_up,
    form=forms.ConversationForm,
    back=conversation,
    then=to_reader,
    said="The write-up is saved.",
)
write_up_family = action(
    commands.add_write_up, form=forms.FamilyForm, back=family, then=to_reader, said="The write-up is saved."
)
edit_source = action(commands.edit_source, form=forms.Facts, back=facts, then=to_about, said="The facts are saved.")
name_speakers = action(
    commands.name_speakers,
    form=forms.NameSpeakers,
    back=speakers,
    then=to_reader,
    said="Who speaks is saved. Each turn stands under its speaker.",
)
withdraw_source = action(
    commands.withdraw_source,
    form=forms.TakeOut,
    back=take_out,
    then=to_sources,
    said="The source is taken out. You can bring it back from the end of this page.",
)
restore_source = action(
    commands.restore_source, form=None, back=sources, then=to_about, said="The source is back in the review."
)
correct_text = action(
    commands.correct_paragraph,
    form=forms.CorrectText,
    back=correct,
    then=to_correction,
    said="The text is corrected. The earlier text is kept.",
)
place_passage = action(
    commands.place_passage,
    form=forms.PlacePassage,
    back=correction,
    then=to_correction,
    said="The passage has its place, and what rests on it goes along.",
)
leave_passage = action(
    commands.leave_passage,
    form=None,
    back=correction,
    then=to_correction,
    said="The passage stays with the earlier text. What rests on it shows as unsupported.",
)


def to_names(seat: Seat, made: Any, *, number: int, **parts: Any) -> str:
    """Back to the names of the source."""
    return f"/reviews/{seat.ref}/sources/{number}/names/"


def redacted(made: Any) -> str:
    """What blacking words out did, and what is left for people to put right."""
    times = "once" if made.places == 1 else f"{made.places} times"
    told = f"The words are blacked out; they stood there {times}. The original is sealed."
    left = getattr(made, "elsewhere", ())
    return f"{told} People wrote the same words in: {', '.join(left)}. Put those right there." if left else told


look_for_names = action(
    commands.look_for_names, form=None, back=names, then=to_names, said="The text was looked through again."
)
decide_name = action(
    commands.decide_name,
    form=forms.DecideName,
    back=names,
    then=to_names,
    name="decide",
    said=lambda made: f"Shown as [{made.label}] from now on." if made.label else "Left as it is.",
)
accept_names = action(
    commands.accept_names, form=forms.AcceptNames, back=names, then=to_names, name="accept",
    said="The ticked words are shown as their labels from now on.",
)  # fmt: skip
undo_name = action(
    commands.undo_name, form=None, back=names, then=to_names, said="Taken back. The words are shown again."
)
name_words = action(
    commands.name_words,
    form=forms.NameWords,
    back=names,
    then=to_names,
    name="words",
    said=lambda made: f"Shown as [{made.label}] from now on." if made.label else "Left as it is.",
)
add_variant = action(
    commands.add_variant,
    form=forms.AddVariant,
    back=names,
    then=to_names,
    name="variant",
    said="The register has this name now. Every source is looked through again.",
)
redact_words = action(
    commands.redact_words,
    form=forms.RedactWords,
    back=redact,
    then=lambda seat, made, *, number: f"/reviews/{seat.ref}/sources/{number}/about/",
    said=redacted,
)
