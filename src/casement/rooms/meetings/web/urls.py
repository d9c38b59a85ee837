"""Addresses of the meetings room, below /reviews/<ref>/; planning has the list and the dates."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.meetings.web import views

app_name = "meetings"
ONE = "meetings/<int:number>/"
ITEM, ENTRY = f"{ONE}agenda/items/<int:item>/", f"{ONE}notes/<int:entry>/"
urlpatterns = [
    path("meetings/open/", views.still_open, name="open"),
    path("my-actions/", views.mine, name="mine"),
    path("my-actions/<int:number>/", views.settle_mine, name="settle_mine"),
    path(f"{ONE}agenda/", both(views.agenda, views.choose_agenda), name="agenda"),
    path(f"{ONE}agenda/items/", both(views.agenda, views.add_item), name="add_item"),
    path(ITEM, both(views.item, views.change_item), name="item"),
    path(f"{ITEM}order/", views.move_item, name="move_item"),
    path(f"{ITEM}removal/", views.drop_item, name="drop_item"),
    path(f"{ITEM}papers/", both(views.item, views.link_paper), name="link_paper"),
    path(f"{ONE}papers/<int:paper>/removal/", views.unlink_paper, name="unlink_paper"),
    path(f"{ONE}attendance/", both(views.attendance, views.note_attendance), name="attendance"),
    path(f"{ONE}notes/", both(views.notes, views.add_entry), name="notes"),
    path(f"{ONE}notes/since/<int:since>/", views.news, name="news"),
    path(ENTRY, both(views.entry, views.change_entry), name="entry"),
    path(f"{ENTRY}removal/", views.take_back_entry, name="take_back_entry"),
    path(f"{ENTRY}links/", both(views.entry, views.link_entry), name="link_entry"),
    path(f"{ENTRY}state/", both(views.entry, views.settle_entry), name="settle_entry"),
    path(f"{ENTRY}decision/", both(views.entry, views.decide_said), name="decide_said"),
    path(f"{ONE}minutes/", views.minutes, name="minutes"),
    path(f"{ONE}minutes/agreement/", both(views.minutes, views.agree_minutes), name="agree_minutes"),
    path(f"{ONE}minutes/correction/", both(views.minutes, views.correct_minutes), name="correct_minutes"),
    path(f"{ONE}minutes/<int:edition>/", views.edition, name="edition"),
    path(f"{ONE}minutes.docx", views.minutes_file, {"kind": "docx"}, name="minutes_docx"),
    path(f"{ONE}minutes.pdf", views.minutes_file, {"kind": "pdf"}, name="minutes_pdf"),
]
