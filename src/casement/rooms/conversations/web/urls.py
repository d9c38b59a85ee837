"""Addresses of the conversations room, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.conversations.web import views

app_name = "conversations"
ONE = "conversations/<int:number>/"
urlpatterns = [
    path("conversations/", views.conversations, name="conversations"),
    path("conversations/new/", both(views.new, views.propose), name="new"),
    path("conversations/contacts/", both(views.contacts, views.save_contacts), name="contacts"),
    path("learning-note/", both(views.learning, views.save_learning), name="learning"),
    path(ONE, views.conversation, name="conversation"),
    path(f"{ONE}pair/", both(views.pair, views.choose_pair), name="pair"),
    path(f"{ONE}explanation/", both(views.explanation, views.explain), name="explanation"),
    path(f"{ONE}recording/", both(views.recording, views.record_recording), name="recording"),
    path(f"{ONE}booking/", both(views.booking, views.book), name="booking"),
    path(f"{ONE}state/", views.move, name="state"),
    path(f"{ONE}aside/", views.move_aside, name="aside"),
    path(f"{ONE}queries/", both(views.puzzles, views.choose_query), name="queries"),
    path(f"{ONE}queries/<int:query>/leaving/", views.drop_query, name="drop_query"),
    path(f"{ONE}guide/", both(views.guide, views.name_turning_point), name="guide"),
    path(f"{ONE}guide/opening/", both(views.opening, views.open_queries), name="opening"),
    path(f"{ONE}guide/risk/", both(views.risk, views.leave_process), name="risk"),
    path(f"{ONE}guide/<str:heading>/", both(views.screen, views.save_note), name="screen"),
    path(f"{ONE}notes/", views.notes, name="notes"),
    path(f"{ONE}write-up/", both(views.write_up, views.save_write_up), name="write_up"),
    path(f"{ONE}write-up/sending/", views.send_write_up, name="send_write_up"),
    path(f"{ONE}link/", views.make_link, name="make_link"),
    path(f"{ONE}release/", both(views.release, views.release_it), name="release"),
    path(f"{ONE}check/", both(views.check, views.remark), name="check"),
    path(f"{ONE}check/agreement/", both(views.agreement, views.agree), name="agreement"),
    path(f"{ONE}check/leaving/", both(views.leaving, views.leave), name="leaving"),
]
