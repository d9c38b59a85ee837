"""Tables of the foundation: the ledger (append-only), jobs (queued, running, done, failed), search rows, the
outbox (waiting, sent, given up, returned), and private links (open, past their date, taken back).
"""

from django.db import models

from casement.foundation.clock import now


class LedgerEntry(models.Model):
    """Who saw or did what, when, without its content. Rows are only ever added; a chain of hashes shows it."""

    seq = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=40, blank=True)
    review_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10)  # seen, done, refused, denied
    kind = models.CharField(max_length=40, blank=True)
    number = models.BigIntegerField(null=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Privacy:
        personal = ("person_id",)
        sensitive = ()
        plain = ("seq", "at", "role", "review_id", "action", "outcome", "kind", "number", "previous", "hash")

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(fields=["review_id", "-seq"], name="ledger_of_review"),
            models.Index(fields=["review_id", "kind", "number"], name="ledger_of_thing"),
        ]


class LedgerHead(models.Model):
    """The last link of the chain: one row, locked while an entry is added."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("seq", "hash")


class Job(models.Model):
    """One piece of background work and how far it is. States: queued, running, done, failed."""

    name = models.CharField(max_length=60)
    args = models.JSONField(default=list)
    review_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, default="queued")
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=1)
    attempts = models.IntegerField(default=0)
    queued_at = models.DateTimeField(default=now)
    not_before = models.DateTimeField(null=True)
    heartbeat = models.DateTimeField(null=True)
    worker = models.CharField(max_length=60, blank=True)

    class Privacy:
        personal = ("person_id",)
        sensitive = ()
        plain = ("name", "args", "review_id", "state", "done", "total", "attempts", "queued_at", "not_before",
                 "heartbeat", "worker")  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["state", "id"], name="jobs_waiting")]


class SearchRow(models.Model):
    """One passage that can be found. Its right is that of `subject`, narrowed by agency, owner or source."""

    review_id = models.BigIntegerField()
    subject = models.CharField(max_length=30)
    kind = models.CharField(max_length=30)
    number = models.BigIntegerField()  # number of the thing within its review
    place = models.IntegerField(default=0)  # offset or part within the thing
    agency_id = models.BigIntegerField(null=True)
    owner_id = models.BigIntegerField(null=True)  # participation whose account this is
    access = models.CharField(max_length=12, default="team")
    title = models.TextField(blank=True)
    text = models.TextField()
    meaning = models.BinaryField(null=True)  # the text as a vector, where the installation has a model

    class Privacy:
        personal = ()
        sensitive = ("title", "text", "meaning")
        plain = ("review_id", "subject", "kind", "number", "place", "agency_id", "owner_id", "access")

    class Meta:
        indexes = [models.Index(fields=["review_id", "kind", "number"], name="search_of_thing")]


class Mail(models.Model):
    """One e-mail of ours and what became of it. What it said is forgotten once it has left or was given up.

    States: waiting, sent, given_up (the server refused it, or was away for too long), returned (a server sent it
    back later). `about` is the kind of thing it was about, and its number: "letter:3".
    """

    review_id = models.BigIntegerField(null=True)
    about = models.CharField(max_length=60, blank=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    state = models.CharField(max_length=10, default="waiting")
    why = models.CharField(max_length=20, blank=True)  # refused, away: why it waits, was given up or came back
    tries = models.IntegerField(default=0)
    ticket = models.CharField(max_length=64, unique=True)  # the part of its Message-ID that nobody can guess
    written_at = models.DateTimeField(default=now)
    try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("to",)
        sensitive = ("text", "calendar")
        plain = ("review_id", "about", "subject", "state", "why", "tries", "ticket", "written_at", "try_at",
                 "sent_at", "returned_at")  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["review_id", "-id"], name="mail_of_review")]


class Enclosure(models.Model):
    """A file that goes with an e-mail; gone when the e-mail has left."""

    mail = models.ForeignKey(Mail, on_delete=models.CASCADE, related_name="enclosures")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=120)
    content = models.BinaryField()

    class Privacy:
        personal = ()
        sensitive = ("content",)
        plain = ("mail", "name", "media_type")


class PrivateLink(models.Model):
    """A way in without signing in: for one place in a review, or for one person and no review in particular.

    Only the hash of its token is kept. `thing` is the number of what it is about, 0 where the purpose says it all.
    """

    purpose = models.CharField(max_length=20)
    token_hash = models.CharField(max_length=64, unique=True)
    review_id = models.BigIntegerField(null=True)
    participation_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    thing = models.BigIntegerField(default=0)
    made_at = models.DateTimeField(default=now)
    made_by_id = models.BigIntegerField()
    expires_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("participation_id", "person_id", "made_by_id")
        sensitive = ("token_hash",)
        plain = ("purpose", "review_id", "thing", "made_at", "expires_at", "taken_back_at")

    class Meta:
        indexes = [models.Index(fields=["review_id", "purpose", "participation_id"], name="links_of_place")]
