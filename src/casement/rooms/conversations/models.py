"""A conversation with one participant, what the pair noted, its write-up, and what the participant said of it.

States: see `vocabulary.State`. Every move is a row that is never changed; `state` repeats the last one, so that
lists need no history. A write-up is a row for each version; `sent` is the version the participant has.
"""

from __future__ import annotations

from django.db import models

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.clock import now
from casement.rooms.conversations.vocabulary import State
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.sources.models import Source

ARRANGING = frozenset({Role.LEAD, Role.BUSINESS})
HEARD = frozenset({Role.CASE_GROUP, Role.FAMILY})


class ConversationRows(models.QuerySet["Conversation"]):
    """Conversations, narrowed to what a seat may know of or do."""

    def known_to(self, seat: Seat) -> ConversationRows:
        """Those whose status this seat may know: all for who arranges, else its pair's or its own."""
        rows, me = self.filter(review_id=seat.review), seat.standing.participation_id or 0
        reaches = reach(seat.standing, Subject.RAW_NOTES, Verb.META)
        if seat.standing.role in ARRANGING and reaches:
            return rows
        if Reach.PAIR in reaches:
            return rows.filter(pk__in=Holding.objects.filter(holder=me).values("conversation"))
        return rows.filter(participation=me) if Reach.OWN in reaches else rows.none()

    def held_by(self, seat: Seat, verb: Verb = Verb.READ) -> ConversationRows:
        """Those of which this seat is one of the pair."""
        if Reach.PAIR not in reach(seat.standing, Subject.RAW_NOTES, verb):
            return self.none()
        mine = Holding.objects.filter(holder=seat.standing.participation_id or 0)
        return self.filter(review_id=seat.review, pk__in=mine.values("conversation"))

    def of(self, seat: Seat) -> ConversationRows:
        """This seat's own: those in which it is the participant."""
        if seat.standing.role not in HEARD:
            return self.none()
        return self.filter(review_id=seat.review, participation=seat.standing.participation_id or 0)


class Conversation(models.Model):
    """One conversation with one participant, held by a pair."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    guide = models.CharField(max_length=14)
    state = models.CharField(max_length=24, default=State.PROPOSED)
    booked_for = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)  # a room, or the medium
    recording = models.CharField(max_length=10, blank=True)  # agreed, refused
    why_this_pair = models.TextField(blank=True)
    sent = models.IntegerField(null=True)  # the version of the write-up that the participant has
    use = models.CharField(max_length=20, default="quotable_by_role")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ConversationRows.as_manager()

    class Privacy:
        personal = ()
        sensitive = ("place", "why_this_pair")
        plain = ("review", "number", "participation", "guide", "state", "booked_for", "recording", "sent", "use",
                 "source")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="conversation_number")]


class Holding(models.Model):
    """One of the pair."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="pair")
    holder = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    in_line = models.BooleanField(default=False)  # manages the participant, directly or further up

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("conversation", "holder", "in_line")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["conversation", "holder"], name="holds_once")]


class Move(models.Model):
    """One move from a state to the next. Never changed."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="moves")
    before = models.CharField(max_length=24, blank=True)
    to = models.CharField(max_length=24)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = models.TextField(blank=True)

    class Privacy:
        personal = ()
        sensitive = ("note",)
        plain = ("conversation", "before", "to", "by", "at")

    class Meta:
        ordering = ["pk"]


class Explanation(models.Model):
    """That the status was explained: by whom, on which day, in which version of the text. Never changed."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="explanations")
    text_version = models.CharField(max_length=10)
    on = models.DateField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("conversation", "text_version", "on", "by", "at")

    class Meta:
        ordering = ["pk"]


class TurningPoint(models.Model):
    """A moment that set the course, named in the participant's words."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turning_points")
    number = models.IntegerField()
    words = models.CharField(max_length=150)

    class Privacy:
        personal = ()
        sensitive = ("words",)
        plain = ("conversation", "number")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conversation", "number"], name="turning_point_number")]


class Query(models.Model):
    """A puzzle from other accounts, chosen beforehand by the leads; shown in the guide when heading 6 is opened."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="queries")
    number = models.IntegerField()
    text = models.TextField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("conversation", "number", "by", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conversation", "number"], name="puzzle_number")]


class Opening(models.Model):
    """That the pair opened heading 6. A row that exists."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="opening")
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("conversation", "by", "at")


class Note(models.Model):
    """What one of the pair noted on one screen of the guide: what was said, and their own reflection apart.

    Each of the pair has their own rows. `device` is the open page that wrote last, so that its own letters,
    sent again after the connection dropped, are not taken for somebody else's.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="notes")
    writer = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=10)  # id of the item in the conversation structure
    turn = models.IntegerField(default=0)
    said = models.TextField(blank=True)
    reflection = models.TextField(blank=True)
    edition = models.IntegerField(default=1)
    device = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(default=now)
    go = ""  # where its writer goes from here; known only to whoever has just saved it
    kept_beside = False  # whether what was just sent was kept beside this

    class Privacy:
        personal = ()
        sensitive = ("said", "reflection")
        plain = ("conversation", "writer", "key", "turn", "edition", "device", "at")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "writer", "key", "turn"], name="note_of_screen")
        ]


class NoteBeside(models.Model):
    """A note of the same writer that came from another device over a newer one. Both stand; nothing is merged."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="beside")
    said = models.TextField(blank=True)
    reflection = models.TextField(blank=True)
    device = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ("said", "reflection")
        plain = ("note", "device", "at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "device"], condition=~models.Q(device=""), name="beside_once")
        ]


class WriteUp(models.Model):
    """One version of the write-up. Never changed. `parts` are [heading, turning point, title, words] lists
    in order."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="write_ups")
    version = models.IntegerField()
    parts = models.JSONField(default=list)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ("parts",)
        plain = ("conversation", "version", "by", "at")

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["conversation", "version"], name="write_up_version")]


class Said(models.Model):
    """What the participant said about one part of a version of their write-up. Never changed but for `taken_in`,
    the version in which the pair took it into the text."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="remarks")
    number = models.IntegerField()
    version = models.IntegerField()
    key = models.CharField(max_length=4)  # the heading it is about
    turn = models.IntegerField(default=0)
    kind = models.CharField(max_length=12)
    text = models.TextField()
    at = models.DateTimeField(default=now)
    taken_in = models.IntegerField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("conversation", "number", "version", "key", "turn", "kind", "at", "taken_in")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conversation", "number"], name="said_number")]


class Agreement(models.Model):
    """That the participant agreed to a version, and how their words may be used. A row that exists."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="agreements")
    version = models.IntegerField()
    use = models.CharField(max_length=20)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("conversation", "version", "use", "at")

    class Meta:
        ordering = ["pk"]


class LeftProcess(models.Model):
    """That somebody was at risk and the pair used the local route. When, and nothing else: never what it was."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="left")
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("conversation", "by", "at")


class LearningNote(models.Model):
    """What somebody keeps for themselves. Only its writer ever reads it."""

    writer = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    edition = models.IntegerField(default=1)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("writer", "edition", "at")


class Contacts(models.Model):
    """Whom to ring: support for participants, and the local route when somebody is at risk now."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="+")
    support = models.TextField(blank=True)
    risk = models.TextField(blank=True)
    edition = models.IntegerField(default=1)

    class Privacy:
        personal = ()
        sensitive = ("support", "risk")
        plain = ("review", "edition")
