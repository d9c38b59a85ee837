"""Addresses of the sources room, below /reviews/<ref>/. The reader at sources/<n>/ is the coding room's."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.sources.web import request_urls, views

app_name = "sources"
urlpatterns = [
    path("sources/", views.sources, name="sources"),
    path("sources/new/", both(views.add, views.add_files), name="add"),
    path("sources/conversations/new/", both(views.conversation, views.write_up), name="write_up"),
    path("sources/family/new/", both(views.family, views.write_up_family), name="write_up_family"),
    path("sources/batches/<int:number>/", views.batch, name="batch"),
    path("sources/batches/<int:number>/reading/", views.read_again, name="read_again"),
    path("sources/<int:number>/about/", views.about, name="about"),
    path("sources/<int:number>/facts/", both(views.facts, views.edit_source), name="facts"),
    path("sources/<int:number>/speakers/", both(views.speakers, views.name_speakers), name="speakers"),
    path("sources/<int:number>/original/", views.original, name="original"),
    path("sources/<int:number>/text/", both(views.correct, views.correct_text), name="correct"),
    path("sources/<int:number>/texts/<int:text>/", views.earlier, name="earlier"),
    path("corrections/<int:correction>/", views.correction, name="correction"),
    path("corrections/<int:correction>/passages/<int:passage>/place/", views.place_passage, name="place"),
    path("corrections/<int:correction>/passages/<int:passage>/leaving/", views.leave_passage, name="leave"),
    path("sources/<int:number>/withdrawal/", both(views.take_out, views.withdraw_source), name="withdrawal"),
    path("sources/<int:number>/restoration/", views.restore_source, name="restoration"),
    *request_urls.urlpatterns,
]
