"""Addresses of the proceedings room, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.proceedings.web import views

app_name = "proceedings"
urlpatterns = [
    path("proceedings/", views.proceedings, name="proceedings"),
    path("proceedings/new/", both(views.new, views.record), name="record"),
    path("proceedings/<int:number>/", views.proceeding, name="proceeding"),
    path("proceedings/<int:number>/look/", both(views.proceeding, views.look), name="look"),
    path("proceedings/<int:number>/ending/", both(views.proceeding, views.end), name="end"),
    path("proceedings/people/<int:number>/", both(views.heard, views.flag), name="heard"),
    path("holds/", views.hold_list, name="holds"),
    path("holds/new/", both(views.place, views.place_hold), name="place"),
    path("holds/<int:number>/", views.hold, name="hold"),
    path("holds/<int:number>/look/", both(views.hold, views.stay), name="stay"),
    path("holds/<int:number>/asking/", both(views.hold, views.ask_to_lift), name="asking"),
    path("holds/<int:number>/lifting/", both(views.hold, views.lift), name="lifting"),
    path("disclosures/", views.disclosures, name="disclosures"),
    path("disclosures/new/", both(views.add, views.disclose), name="disclose"),
    *[
        path(f"disclosures/schedule.{kind}", views.schedule, {"kind": kind}, name=f"schedule_{kind}")
        for kind in ("xlsx", "csv", "docx")
    ],
    path("disclosures/<int:number>/", views.disclosure, name="disclosure"),
    path("keeping/", both(views.keeping, views.keep), name="keeping"),
]
