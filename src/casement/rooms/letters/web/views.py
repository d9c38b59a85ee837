"""Pages and actions of letters in a review, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.letters import commands
from casement.rooms.letters.web import forms, pages

READ, WRITE, SEND, MINE = Action.LETTERS_READ, Action.LETTERS_WRITE, Action.LETTERS_SEND, Action.LETTERS_MINE
HERE, KIND = "letters", "letter"

letters = page(READ, pages.letters_page, "letters/letters.html", place=HERE, kind="letters")
new = page(WRITE, pages.new_page, "letters/new.html", place=HERE, forms={"form": forms.WriteLetter})
sent = page(READ, pages.sent_page, "letters/sent.html", place=HERE, kind="sent_mail")
letter = page(
    READ, pages.letter_page, "letters/letter.html", place=HERE, kind=KIND, forms={"form": forms.FillLetter}
)
sending = page(
    SEND, pages.sending_page, "letters/sending.html", place=HERE, kind=KIND, forms={"form": forms.SendLetter}
)
as_docx = page(READ, pages.docx_page, "", kind=KIND)
as_pdf = page(READ, pages.pdf_page, "", kind=KIND)
mine = page(MINE, pages.mine_page, "letters/mine.html", kind="my_letters")
my_letter = page(MINE, pages.my_letter_page, "letters/my_letter.html", kind=KIND)
my_pdf = page(MINE, pages.my_pdf_page, "", kind=KIND)


def to_letter(seat: Seat, made: Any, *, number: int | None = None, **parts: Any) -> str:
    """To the letter."""
    return f"/reviews/{seat.ref}/letters/{number or made.number}/"


def to_letters(seat: Seat, result: Any, **parts: Any) -> str:
    """To the list."""
    return f"/reviews/{seat.ref}/letters/"


def to_mine(seat: Seat, result: Any, *, number: int, **parts: Any) -> str:
    """Back to the letter that was read."""
    return f"/reviews/{seat.ref}/my-letters/{number}/"


write_letter = action(
    commands.write_letter,
    form=forms.WriteLetter,
    back=new,
    then=to_letter,
    said="The letter is begun. Fill in what it asks for, read it, then send it.",
)
fill_letter = action(commands.fill_letter, form=forms.FillLetter, back=letter, then=to_letter, said="Saved.")
send_letter = action(
    commands.send_letter, form=forms.SendLetter, back=sending, then=to_letter, said="The letter is on its way."
)
throw_letter_away = action(
    commands.throw_letter_away, form=None, back=letter, then=to_letters, said="The draft is thrown away."
)
confirm_letter = action(
    commands.confirm_letter,
    form=None,
    back=my_letter,
    then=to_mine,
    said="Thank you. We know now that you have read it.",
)
