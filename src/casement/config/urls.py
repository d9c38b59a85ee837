"""Every address. Reviews are reached by their opaque reference, never by a title."""

from django.urls import include, path

from casement.config import leaving

REVIEW_ROOMS = ["proceedings", "sources", "conversations", "family", "chronology", "coding", "analysis", "meetings",
                "reports", "timekeeping", "markers", "responses"]  # fmt: skip

urlpatterns = [
    path("leave/", leaving.leave, name="leave"),
    path("measures/", leaving.measures, name="measures"),
    path("covered/", leaving.covered, name="covered"),
    path("covered/now/", leaving.cover, name="cover"),
    path("covered/stay/", leaving.stay, name="stay"),
    path("", include("casement.rooms.people.web.urls")),
    path("", include("casement.rooms.reviews.web.urls")),  # before the desk: reviews/new/ is no review
    path("", include("casement.rooms.letters.web.urls")),
    path("", include("casement.rooms.planning.web.urls")),
    path("", include("casement.desk.urls")),
    path("", include("casement.rooms.conversations.web.private")),
    *[path("reviews/<ref>/", include(f"casement.rooms.{room}.web.urls")) for room in REVIEW_ROOMS],
]
handler404 = "casement.config.errors.not_found"
handler403 = "casement.config.errors.refused"
handler500 = "casement.config.errors.fault"
