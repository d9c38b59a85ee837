"""The review and who takes part. Everything above hangs on Review, the wall of confidentiality."""

from dataclasses import replace
from secrets import token_hex

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.foundation.dates import Precision, UncertainDate, from_edtf
from casement.rooms.reviews.rules.processes import Process, process


def new_mark() -> str:
    """A word that stands for the matrix after one change, and never for another."""
    return token_hex(16)


class DatedAs(models.Model):
    """A date as recorded beside what was read from it. Columns shared by everything that is dated."""

    date_recorded = models.CharField(max_length=200, blank=True)
    date_start = models.DateField(null=True)
    date_end = models.DateField(null=True)
    date_time = models.TimeField(null=True)
    date_precision = models.CharField(max_length=20, blank=True)
    date_edtf = models.CharField(max_length=80, blank=True)

    class Meta:
        abstract = True

    def date_as(self, when: UncertainDate | None) -> None:
        """Take over a date that was read, or take the date away; the caller saves."""
        self.date_recorded = when.recorded if when else ""
        self.date_start = when.start if when else None
        self.date_end = when.end if when else None
        self.date_time = when.start_time if when else None
        self.date_precision = when.precision if when else ""
        self.date_edtf = when.edtf if when else ""

    def dated(self) -> UncertainDate | None:
        """The date as it was read, or None when there is none."""
        if not self.date_edtf or not self.date_precision:
            return None
        return replace(
            from_edtf(self.date_edtf),
            recorded=self.date_recorded,
            start=self.date_start,
            end=self.date_end,
            precision=Precision(self.date_precision),
        )


class Review(DatedAs):
    """One piece of work. `ref` is opaque and goes into addresses; the code name never does.

    The dates are the period looked at. States: open, or closed when `closed_at` is set.
    """

    ref = models.CharField(max_length=12, unique=True)
    code_name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    variant = models.CharField(max_length=20, default="full")
    left_out = models.JSONField(default=list)  # keys of steps that this review does without
    step = models.CharField(max_length=4, default="S01")
    board_name = models.CharField(max_length=120, blank=True)
    dpia_reference = models.CharField(max_length=120, blank=True)
    dpia_waiver = models.TextField(blank=True)
    opened_at = models.DateTimeField(default=now)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False)  # something of it is held; what, the proceedings know
    heard_from = models.DateField(null=True)  # the first day after the case group has had its say
    is_example = models.BooleanField(default=False)
    edition = models.IntegerField(default=1)  # raised with every change of its facts
    sent_key = models.CharField(max_length=40, blank=True)  # one per attempt, so a retry opens once

    class Privacy:
        personal = ("opened_by",)
        sensitive = ("code_name", "dpia_waiver")
        plain = ("ref", "kind", "variant", "left_out", "step", "board_name", "dpia_reference", "opened_at",
                 "closed_at", "held", "heard_from", "is_example", "edition", "sent_key", "date_recorded",
                 "date_start", "date_end", "date_time", "date_precision", "date_edtf")  # fmt: skip

    @property
    def way(self) -> Process:
        """The process as this review takes it."""
        return process(self.variant, tuple(self.left_out))


class StageEntry(models.Model):
    """One move between steps, never changed.

    `to_step` is "closed" or "open" when the review was closed or opened again. A change of variant is an
    entry that stays on its step, with its reason in the note.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="stage_entries")
    from_step = models.CharField(max_length=6, blank=True)
    to_step = models.CharField(max_length=6)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = models.TextField(blank=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("note",)
        plain = ("review", "from_step", "to_step", "at")


class GateNote(models.Model):
    """What a gate asks for, written down by somebody. Never changed; the last one of a gate counts."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="gate_notes")
    gate = models.CharField(max_length=30)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("review", "gate", "at")


class WindowQuestion(models.Model):
    """What this case could let us see of the system. A rewording is a new row that replaces the old."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="window_questions")
    number = models.IntegerField()
    text = models.TextField()
    reason = models.TextField(blank=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "reason")
        plain = ("review", "number", "replaces", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="question_number")]


class Agency(models.Model):
    """An agency in this review. Agencies belong to a review, so that no list leaks across the wall."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="agencies")
    number = models.IntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, blank=True)

    class Privacy:
        personal = ()
        sensitive = ("name",)
        plain = ("review", "number", "kind")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="agency_number"),
            models.UniqueConstraint(fields=["review", "name"], name="agency_name"),
        ]


class Participation(models.Model):
    """A person's, or an unnamed worker's, membership of a review in one role, from and until.

    `person` is empty for people without an account. Access ends at once when `ended_at` is set.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="participations")
    number = models.IntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    role_label = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="participations")
    independence = models.CharField(max_length=20, blank=True)  # internal, independent; leads only
    profession = models.CharField(max_length=60, blank=True)
    conflict_statement = models.TextField(blank=True)
    began_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    secluded_at = models.DateTimeField(null=True)  # kept out of the analysis, for a blind second reading

    class Privacy:
        personal = ("person",)
        sensitive = ("conflict_statement", "role_label", "profession")
        plain = ("review", "number", "role", "agency", "independence", "began_at", "ended_at", "secluded_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="participation_number"),
            models.UniqueConstraint(fields=["review", "person"], condition=Q(ended_at=None), name="one_seat_each"),
            models.UniqueConstraint(fields=["review", "role_label"], name="role_label_once"),
        ]


class Visit(models.Model):
    """When somebody last came to their first page, by the place they have; `before` is the visit before it."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    before = models.DateTimeField(null=True)

    class Privacy:
        personal = ("participation", "at", "before")
        sensitive = ()
        plain = ()


class Grant(models.Model):
    """A named right to read one kind of thing, with a reason and an end (the N of the matrix)."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="grants")
    subject = models.CharField(max_length=30)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("participation", "subject", "at", "expires_at", "ended_at")


class Release(models.Model):
    """The leads' decision to let a role read one kind of thing (the r of the matrix)."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="releases")
    subject = models.CharField(max_length=30)
    role = models.CharField(max_length=30)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "subject", "role", "at", "ended_at")


class LocalRight(models.Model):
    """One cell of the matrix as this installation decided it, with the reason. Never changed; the last one counts.

    `mark` names the whole table as it stands after this row; what is worked out from it may be kept under it.
    """

    subject = models.CharField(max_length=30)
    column = models.CharField(max_length=30)  # the first role of the column
    cell = models.CharField(max_length=8)
    was = models.CharField(max_length=8)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    mark = models.CharField(max_length=32, unique=True, default=new_mark)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("subject", "column", "cell", "was", "reason", "at", "mark")


class Identity(models.Model):
    """Who is behind a label: the names that must not appear in what is published."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="identities")
    number = models.IntegerField()
    label = models.CharField(max_length=80)  # role label or pseudonym
    kind = models.CharField(max_length=10)  # worker, family, place
    names = models.JSONField(default=list)
    participation = models.ForeignKey(
        Participation, null=True, on_delete=models.SET_NULL, related_name="identities"
    )

    class Privacy:
        personal = ("names",)
        sensitive = ("label",)
        plain = ("review", "number", "kind", "participation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="identity_number")]


class Framework(models.Model):
    """A versioned list: factors, patterns, conversation structure. Never changed once a review pins it."""

    key = models.CharField(max_length=30)  # factors, patterns, conversation, quality_markers, publication_check
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=8, default="en-GB")
    origin = models.TextField(blank=True)
    licence_note = models.TextField(blank=True)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("key", "version", "language", "origin", "licence_note")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="framework_version")]


class FrameworkItem(models.Model):
    """One item with a stable id, such as wrk.03 or P2.5. Relabelled, perhaps retired, never reused."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="items")
    item_id = models.CharField(max_length=20)
    label = models.CharField(max_length=200)
    short_label = models.CharField(max_length=200, blank=True)
    group = models.CharField(max_length=120, blank=True)  # type of factor, category of pattern
    level = models.CharField(
        max_length=4, blank=True
    )  # L1, L2, L3, L9; of a quality marker the step at which it is first offered
    help = models.TextField(blank=True)
    wordings = models.JSONField(default=dict)  # the same prompt for other readers, such as "manager"
    signs = models.JSONField(default=dict)  # of a factor: what people say where it "helped", and where "harder"
    origin = models.CharField(max_length=12, default="published")
    applies_to = models.CharField(max_length=10, default="both")
    order = models.IntegerField()
    retired = models.BooleanField(default=False)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("framework", "item_id", "label", "short_label", "group", "level", "help", "wordings",
                 "signs", "origin", "applies_to", "order", "retired")  # fmt: skip

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["framework", "item_id"], name="item_id_once")]


class Pin(models.Model):
    """The version of a framework that a review uses, by decision."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="pins")
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "framework", "at")
