"""What was brought in. A batch holds uploads; an upload becomes a source or is refused with a sentence.

Uploads are waiting, reading, in, unpacked (only the files inside came in), or refused. A source's text is an
immutable version; offsets are code points of one version, start inclusive and end exclusive. A source that was
taken out has a Withdrawal row.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, DatedAs, Participation, Review


class Batch(models.Model):
    """Files brought in together, by one person."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    job_id = models.BigIntegerField(null=True)
    sent_key = models.CharField(max_length=40, blank=True)  # of the form that was sent: twice is once

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "at", "job_id", "sent_key")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="batch_number"),
            models.UniqueConstraint(
                fields=["review", "by", "sent_key"], condition=~Q(sent_key=""), name="batch_sent_once"
            ),
        ]


SUBJECT_OF = {
    "record": Subject.RECORDS,
    "conversation": Subject.WRITE_UPS,
    "family": Subject.WRITE_UPS,
}


def within(seat: Seat, subject: Subject, verb: Verb) -> Q | None:
    """Which sources of one subject a seat reaches; None for none at all.

    A source kept for the leads is theirs alone, whatever else a role reaches.
    """
    reaches = reach(seat.standing, subject, verb)
    kinds = [kind for kind, of in SUBJECT_OF.items() if of is subject]
    rows = Q(review_id=seat.review, kind__in=kinds)
    if not reaches & {Reach.ALL, Reach.GRANTED}:
        if Reach.AGENCY in reaches and seat.standing.agency_id:
            rows &= Q(agency_id=seat.standing.agency_id)
        elif Reach.OWN in reaches and seat.standing.participation_id:
            rows &= Q(participation_id=seat.standing.participation_id)
        else:
            return None
    if seat.standing.role is not Role.LEAD:
        rows &= Q(access="team")
    return rows


class SourceRows(models.QuerySet["Source"]):
    """Sources, narrowed to what a seat may see."""

    def reached_by(self, seat: Seat, verb: Verb = Verb.READ) -> SourceRows:
        """What this seat reaches, those taken out included."""
        told = [rows for subject in set(SUBJECT_OF.values()) if (rows := within(seat, subject, verb))]
        if not told:
            return self.none()
        wanted = told[0]
        for more in told[1:]:
            wanted |= more
        return self.filter(wanted)

    def visible_to(self, seat: Seat, verb: Verb = Verb.READ) -> SourceRows:
        """What this seat may see now: reached, and not taken out of the review."""
        return self.reached_by(seat, verb).filter(withdrawal=None)


class Source(DatedAs):
    """One record, conversation or family contribution, belonging to an agency or a participant."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=14)  # record, conversation, family
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    access = models.CharField(max_length=12, default="team")  # team, leads
    use = models.CharField(max_length=20, default="quotable_by_role")
    held_by = models.ManyToManyField(Participation, related_name="+")  # the pair, for a conversation
    edition = models.IntegerField(default=1)  # goes up with every correction of the facts
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    current = models.ForeignKey("Version", null=True, on_delete=models.PROTECT, related_name="+")
    came_with = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="attached")
    masked = models.JSONField(default=list)  # [words, label] as decided; a null label leaves the words as they are

    objects = SourceRows.as_manager()

    class Privacy:
        personal = ("added_by",)
        sensitive = ("title", "masked")
        plain = ("review", "number", "kind", "agency", "participation", "access", "use", "held_by", "edition",
                 "added_at", "current", "came_with", "date_recorded", "date_start", "date_end", "date_time",
                 "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="source_number")]


class Upload(models.Model):
    """One file as it arrived: its name, its bytes by hash, and what became of it.

    A file that came inside another names it; `came_with` is the source it was attached to, such as an e-mail.
    A refused file with a `source` is here already as that one.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    position = models.IntegerField()
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)  # empty when nothing was kept
    size = models.BigIntegerField()
    state = models.CharField(max_length=10, default="waiting")
    sentence = models.TextField(blank=True)
    wanted = models.JSONField(default=dict)  # title, kind, agency, date... as asked for
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="uploads")
    inside = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")  # it came in this one
    depth = models.IntegerField(default=0)  # how many files deep it came
    folder = models.CharField(max_length=255, blank=True)  # where it lay in a packed folder
    came_with = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="brought")

    class Privacy:
        personal = ()
        sensitive = ("name", "sentence", "wanted", "folder")
        plain = ("batch", "position", "sha256", "size", "state", "source", "inside", "depth", "came_with")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="upload_position")]


class Version(models.Model):
    """The text of a source, never changed but by blacking words out, which keeps its length.

    `anchors` are [kind, label, start, end, level, key] lists in order of start. `masks` are [start, end, label]
    lists: the words there are shown as the label. `shows` goes up whenever what people are shown changes. Only
    this room may touch `text`; others are given what may be shown.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    text = models.TextField()
    anchors = models.JSONField(default=list)
    masks = models.JSONField(default=list)
    shows = models.IntegerField(default=1)
    kept = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    media_type = models.CharField(max_length=120)
    original_name = models.CharField(max_length=255, blank=True)
    original_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    original_size = models.BigIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "kept", "dropped", "original_name", "masks")
        plain = ("source", "number", "anchors", "shows", "media_type", "original_sha256", "original_size", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="version_number")]


class Turns(models.Model):
    """Who speaks when in a version, as a person confirmed it. `found` are [speaker number, start, end, time]."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="turns")
    found = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("version", "found", "at")


class Speaker(models.Model):
    """One speaker of a transcript: the name there, and the participant or the role label they are shown under."""

    turns = models.ForeignKey(Turns, on_delete=models.CASCADE, related_name="speakers")
    number = models.IntegerField()
    name = models.CharField(max_length=80)
    participation = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=80, blank=True)

    class Privacy:
        personal = ()
        sensitive = ("name", "label")
        plain = ("turns", "number", "participation")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["turns", "number"], name="speaker_number")]


class Excerpt(models.Model):
    """A passage that other things cite. `quote` equals version.text[start:end], always; `shown` is the same with
    labels for what is masked, and the only one of the two that may be shown.

    `paragraph` is the number of the paragraph in which it begins, as the reader counts them.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="excerpts")
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    shown = models.TextField(blank=True)
    paragraph = models.IntegerField(default=0)
    use = models.CharField(max_length=20, default="quotable_by_role")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("quote", "shown")
        plain = ("review", "number", "version", "start", "end", "paragraph", "use", "at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="excerpt_number"),
            models.UniqueConstraint(fields=["version", "start", "end"], name="excerpt_once"),
            models.CheckConstraint(
                condition=models.Q(start__gte=0) & models.Q(end__gt=models.F("start")), name="excerpt_span"
            ),
        ]


class Withdrawal(models.Model):
    """A source was taken out of the review. The row exists, so what rested on it shows as unsupported."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="withdrawal")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("source", "at")


class Correction(models.Model):
    """One fact about a source that was put right, with what it said before; also taking out and bringing back."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="corrections")
    fact = models.CharField(max_length=20)  # title, agency, participation, date, access, use, withdrawal
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("before", "after")
        plain = ("source", "fact", "at")


class TextCorrection(models.Model):
    """A corrected text took the place of another. Both stay, and so does what became of each passage."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="text_corrections")
    before = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("review", "number", "source", "before", "after", "at")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="text_correction_number")]


class FollowedPassage(models.Model):
    """What became of one passage when its text was corrected: outcome is same, moved, changed or lost.

    `start` and `end` are where it stood; `new_start` and `new_end` where it stands now, or, while a changed one
    waits for a person, the place that is offered. `settled_at` is set once a person said where it belongs.
    """

    correction = models.ForeignKey(TextCorrection, on_delete=models.CASCADE, related_name="passages")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=8)
    quote = models.TextField()
    shown = models.TextField(blank=True)  # the quote with labels for what is masked
    start = models.IntegerField()
    end = models.IntegerField()
    new_start = models.IntegerField(null=True)
    new_end = models.IntegerField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    placed = models.BooleanField(default=False)  # a person placed it, rather than leaving it with the old text

    class Privacy:
        personal = ("settled_by",)
        sensitive = ("quote", "shown")
        plain = ("correction", "excerpt", "outcome", "start", "end", "new_start", "new_end", "settled_at",
                 "placed")  # fmt: skip

    class Meta:
        ordering = ["start", "end"]
        constraints = [models.UniqueConstraint(fields=["correction", "excerpt"], name="followed_once")]
