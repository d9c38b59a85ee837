"""What became of open codes: merged, split, moved in the tree, retired, brought back. Each can be undone once."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.coding.models.codes import Code
from casement.rooms.coding.models.marks import Mark


class CodeEvent(models.Model):
    """One thing done to a code. It stands until `undone_at` is set.

    `what` is merged (its marks went to `other`), split (some went to `other`), moved (from under `before` to under
    `other`), retired or returned.
    """

    code = models.ForeignKey(Code, on_delete=models.CASCADE, related_name="events")
    number = models.IntegerField()  # among the events of this code
    what = models.CharField(max_length=8)
    other = models.ForeignKey(Code, null=True, on_delete=models.CASCADE, related_name="events_of_others")
    before = models.ForeignKey(Code, null=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ("by", "undone_by")
        sensitive = ()
        plain = ("code", "number", "what", "other", "before", "at", "undone_at")

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="code_event_number")]


class MarkCarried(models.Model):
    """A mark that went from one code to another.

    When the same person had the same words under the other code already, saying the same, that mark was `kept` and
    this one taken away; its `memos` (their ids) went to the one that was kept.
    """

    event = models.ForeignKey(CodeEvent, on_delete=models.CASCADE, related_name="carried")
    mark = models.ForeignKey(Mark, on_delete=models.CASCADE, related_name="carried")
    kept = models.ForeignKey(Mark, null=True, on_delete=models.CASCADE, related_name="+")
    memos = models.JSONField(default=list)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("event", "mark", "kept", "memos")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "mark"], name="carried_once")]
