"""How letters and their texts are read."""

from casement.rooms.letters.queries.lists import LetterLine, Letters, letters
from casement.rooms.letters.queries.log import Sent, SentPage, sent
from casement.rooms.letters.queries.mine import MyLetter, my_letter, my_letters
from casement.rooms.letters.queries.needs import LetterNeeds, letter_needs, letters_from
from casement.rooms.letters.queries.one import LetterView, Paper, letter, paper
from casement.rooms.letters.queries.recipients import Recipients, recipients
from casement.rooms.letters.queries.texts import Text, TextLine, WordingLine, text_in_use, texts, wordings

__all__ = [
    "LetterLine",
    "LetterNeeds",
    "LetterView",
    "Letters",
    "MyLetter",
    "Paper",
    "Recipients",
    "Sent",
    "SentPage",
    "Text",
    "TextLine",
    "WordingLine",
    "letter",
    "letter_needs",
    "letters",
    "letters_from",
    "my_letter",
    "my_letters",
    "paper",
    "recipients",
    "sent",
    "text_in_use",
    "texts",
    "wordings",
]
