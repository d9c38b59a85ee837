"""Chronologies: imports, their rows and entries. The states are in vocabulary: Stage and RowState.

Who told whom is a Telling; two entries that may speak of one event are a Pair, whose answers are kept one after
another and never change an entry.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, DatedAs, Participation, Review


class Import(models.Model):
    """One file of one agency's chronology and how we understood it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    sheet = models.CharField(max_length=120, blank=True)
    header_row = models.IntegerField(default=0)  # as numbered in the file, from 1
    headings = models.JSONField(default=list)  # the cells of the heading row
    mapping = models.JSONField(default=list)  # per column: {heading, field, reason, doubtful, samples}
    choices = models.JSONField(default=dict)  # how dates are read: order, carry_dates, ...
    counts = models.JSONField(default=dict)  # what would come of the rows, with examples
    sheets = models.JSONField(default=list)  # per sheet: {name, hidden, rows}
    notes = models.JSONField(default=list)  # sentences: hidden sheet, formulas without values...
    sentence = models.TextField(blank=True)  # why the file was refused
    state = models.CharField(max_length=10, default="file")
    undone_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    job_id = models.BigIntegerField(null=True)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    doubts = models.JSONField(
        default=list
    )  # what is asked of the file as a whole: {kind, sentence, import, answer}

    class Privacy:
        personal = ("by",)
        sensitive = ("name", "sheet", "headings", "mapping", "counts", "sheets", "notes", "sentence", "doubts")
        plain = ("review", "number", "agency", "sha256", "size", "header_row", "choices", "state", "undone_at",
                 "at", "job_id", "corrects")  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="import_number")]


class Entry(DatedAs):
    """One recorded contact or event, in the words of one agency. Fact and analysis stay apart.

    `habit` says in words how its date was read. `edition` grows with each correction.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    event = models.TextField()
    source_record = models.TextField(blank=True)
    present = models.TextField(blank=True)
    action = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    habit = models.CharField(max_length=200, blank=True)
    either_order = models.BooleanField(default=False)
    edition = models.IntegerField(default=1)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("added_by",)
        sensitive = ("event", "source_record", "present", "action", "analysis")
        plain = ("review", "number", "agency", "habit", "either_order", "edition", "added_at", "removed_at",
                 "date_recorded", "date_start", "date_end", "date_time", "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="entry_number")]


class LastChange(models.Model):
    """A word that every change of a review's entries replaces, so that what is kept of them can tell."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=32)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("review", "word")


class ImportRow(models.Model):
    """One row of the file, word for word, and what became of it."""

    imported = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    row = models.IntegerField()  # as numbered in the file, from 1
    cells = models.JSONField(default=list)
    state = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    kind = models.CharField(max_length=20, blank=True)  # why it waits, so that rows alike go together
    column = models.IntegerField(null=True)  # the column to be put right, from 0
    correction = models.JSONField(default=dict)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="rows")

    class Privacy:
        personal = ()
        sensitive = ("cells", "reason", "correction")
        plain = ("imported", "row", "state", "kind", "column", "entry")

    class Meta:
        ordering = ["row"]
        indexes = [models.Index(fields=["imported", "state"], name="import_rows_by_state")]
        constraints = [models.UniqueConstraint(fields=["imported", "row"], name="import_row_once")]


class Change(models.Model):
    """What a corrected file would do to one row or entry, and what a person said of it ("" is open).

    A row that says what it said before is not asked about. `values` are the columns that an entry would get; they
    are empty for a row that still has to be put right.
    """

    imported = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="changes")
    number = models.IntegerField()
    kind = models.CharField(max_length=10)  # changed, doubtful, new, gone
    row = models.ForeignKey(ImportRow, null=True, on_delete=models.CASCADE, related_name="changes")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="changes")
    candidates = models.JSONField(default=list)  # numbers of the entries that a doubtful row may be
    differs = models.JSONField(default=list)  # the fields in which a changed row says something else
    values = models.JSONField(default=dict)
    why = models.TextField(blank=True)
    answer = models.CharField(max_length=10, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("values", "why", "reason")
        plain = ("imported", "number", "kind", "row", "entry", "candidates", "differs", "answer", "at")

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["imported", "answer", "kind"], name="changes_by_answer")]
        constraints = [models.UniqueConstraint(fields=["imported", "number"], name="change_number")]


class Revision(models.Model):
    """What an entry said before it was corrected, and why it was.

    `kept_beside` marks a correction that came second: its words are kept here and are not the entry's.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="revisions")
    before = models.JSONField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kept_beside = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("before", "reason")
        plain = ("entry", "kept_beside", "at")

    class Meta:
        ordering = ["pk"]


class Telling(DatedAs):
    """Somebody was told of an entry, or learnt of it: by whom, when and by what means.

    `told` is an agency, `role` one role alone; the agency of that role is `told` too. A teller may be unknown.
    States: stands, or taken back with the reason.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="tellings")
    told_by = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    told = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    means = models.CharField(max_length=200, blank=True)
    shown_by = models.CharField(max_length=300, blank=True)  # which record says so
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.TextField(blank=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("means", "shown_by", "taken_back_because")
        plain = ("review", "number", "entry", "told_by", "told", "role", "at", "taken_back_at", "date_recorded",
                 "date_start", "date_end", "date_time", "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="telling_number")]


class Birth(DatedAs):
    """When somebody the review is about was born, as exactly as it is known, under the name used in texts.

    States: stands, or taken back.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    label = models.CharField(max_length=80)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by", "date_recorded", "date_start", "date_end", "date_time", "date_precision", "date_edtf")
        sensitive = ("label",)
        plain = ("review", "number", "at", "taken_back_at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="birth_number")]


class Pair(models.Model):
    """Two entries that may speak of one event: why it is asked, and what was answered last ("" is open)."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    first = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    shared = models.JSONField(default=list)  # words in both
    people = models.JSONField(default=list)  # present in both
    strength = models.IntegerField(default=0)  # for the order only; it is never shown
    answer = models.CharField(max_length=12, blank=True)

    class Privacy:
        personal = ()
        sensitive = ("shared", "people")
        plain = ("review", "number", "first", "second", "strength", "answer")

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["review", "answer", "-strength", "number"], name="pairs_by_answer")]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="pair_number"),
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
        ]


class PairAnswer(models.Model):
    """One answer to a pair, or its being taken back (an empty answer), with the reason. Only ever added."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=12, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("pair", "answer", "at")

    class Meta:
        ordering = ["pk"]
