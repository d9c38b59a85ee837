"""Persons who may sign in, and invitations. An invitation is open, used or past its date."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from casement.foundation.clock import now


class PersonManager(BaseUserManager["Person"]):
    """Finds people by their e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account. Rights come from participations, never from here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    opens_reviews = models.BooleanField(default=False)
    runs_site = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)
    is_demo = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = PersonManager()

    class Privacy:
        personal = ("email", "name", "password")
        sensitive = ()
        plain = ("is_active", "opens_reviews", "runs_site", "joined_at", "is_demo", "last_login")

    def get_full_name(self) -> str:
        return self.name

    # Django's own machinery asks these; Casement has no admin site and no model permissions.
    is_staff = False
    is_superuser = False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class Invitation(models.Model):
    """A way in for one person. Only the hash of its token is kept."""

    email = models.EmailField()
    name = models.CharField(max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    inviter_role = models.CharField(max_length=60, blank=True)
    opens_reviews = models.BooleanField(default=False)
    participation_id = models.BigIntegerField(null=True)  # whose seat it fills; reviews keeps the meaning
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    link = ""  # the address to hand over; known only to whoever has just made the invitation

    class Privacy:
        personal = ("email", "name", "invited_by", "used_by")
        sensitive = ("token_hash",)
        plain = ("inviter_role", "opens_reviews", "participation_id", "made_at", "expires_at", "used_at")
