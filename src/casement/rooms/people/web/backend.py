"""Who signs in, as allauth decides it; only the query asked with every request has its words kept."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from casement.rooms.people.queries import person_by_id


class KnownPeople(AuthenticationBackend):  # type: ignore[misc]
    """Finds the person of a session; a closed account finds nobody, as everywhere."""

    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        person = person_by_id(user_id)
        return person if person is not None and self.user_can_authenticate(person) else None
