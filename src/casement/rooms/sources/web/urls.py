"""Addresses of the sources room, below /reviews/<ref>/. The reader at sources/<n>/ is the coding room's."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.sources.web import corrected, request_urls, views

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
    path("sources/<int:number>/texts/<int:text>/original/", views.original_of_text, name="original_of_text"),
    path("sources/<int:number>/texts/<int:text>/sealed/", views.sealed_of_text, name="sealed_of_text"),
    path("sources/<int:number>/corrected/", both(corrected.send, corrected.send_file), name="send_corrected"),
    path("corrected-files/<int:file>/", corrected.one, name="corrected_file"),
    path("corrected-files/<int:file>/taking/", corrected.take_file, name="take_corrected"),
    path("corrected-files/<int:file>/leaving/", corrected.leave_file, name="leave_corrected"),
    path("corrections/<int:correction>/", views.correction, name="correction"),
    path("corrections/<int:correction>/passages/<int:passage>/place/", views.place_passage, name="place"),
    path("corrections/<int:correction>/passages/<int:passage>/leaving/", views.leave_passage, name="leave"),
    path("sources/<int:number>/names/", views.names, name="names"),
    path("sources/<int:number>/names/look/", views.look_for_names, name="look_for_names"),
    path("sources/<int:number>/names/ticked/", views.accept_names, name="accept_names"),
    path("sources/<int:number>/names/words/", views.name_words, name="name_words"),
    path("sources/<int:number>/names/<int:mention>/decision/", views.decide_name, name="decide_name"),
    path("sources/<int:number>/names/<int:mention>/undoing/", views.undo_name, name="undo_name"),
    path("sources/<int:number>/names/<int:mention>/variant/", views.add_variant, name="add_variant"),
    path("sources/<int:number>/named/", views.named, name="named"),
    path("sources/<int:number>/redaction/", both(views.redact, views.redact_words), name="redaction"),
    path("sources/<int:number>/sealed/", views.sealed, name="sealed"),
    path("sources/<int:number>/withdrawal/", both(views.take_out, views.withdraw_source), name="withdrawal"),
    path("sources/<int:number>/restoration/", views.restore_source, name="restoration"),
    *request_urls.urlpatterns,
]
