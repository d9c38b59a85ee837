"""Addresses of the chronology room; those of a review come after /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.chronology.web import views

app_name = "chronology"
IMPORT = "chronologies/imports/<int:number>/"
urlpatterns = [
    path("chronologies/", views.chronologies, name="chronologies"),
    path("chronologies/new/", both(views.bring_in, views.take_in), name="bring_in"),
    path(f"{IMPORT}columns/", both(views.columns, views.confirm_columns), name="columns"),
    path(f"{IMPORT}columns/matching/", views.match_columns, name="match"),
    path(f"{IMPORT}columns/sheet/", views.choose_sheet, name="sheet"),
    path(f"{IMPORT}columns/another-sheet/", views.another_sheet, name="another_sheet"),
    path(f"{IMPORT}columns/reading/", views.read_again, name="read_again"),
    path(f"{IMPORT}rows/", views.rows, name="rows"),
    path(f"{IMPORT}rows/<int:row>/correction/", views.correct_row, name="correct_row"),
    path(f"{IMPORT}rows/<int:row>/undated/", views.keep_undated, name="keep_undated"),
    path(f"{IMPORT}rows/<int:row>/leaving-out/", views.leave_out, name="leave_out"),
    path(f"{IMPORT}columns/doubts/", views.answer_doubt, name="answer_doubt"),
    path(f"{IMPORT}changes/", both(views.changes, views.settle_changes), name="changes"),
    path(f"{IMPORT}changes/<int:change>/", views.settle_change, name="settle_change"),
    path(f"{IMPORT}done/", views.done, name="done"),
    path(f"{IMPORT}undoing/", views.undo_import, name="undo"),
    path(f"{IMPORT}original/", views.original, name="original"),
    path("chronologies/entries/new/", both(views.add, views.add_entry), name="add_entry"),
    path("chronologies/entries/<int:number>/", both(views.entry, views.correct_entry), name="entry"),
    path("chronologies/entries/<int:number>/removal/", views.remove_entry, name="remove_entry"),
    path("chronologies/entries/<int:number>/tellings/", views.record_telling, name="tell"),
    path(
        "chronologies/entries/<int:number>/tellings/<int:telling>/taking-back/",
        views.take_back_telling,
        name="take_back_telling",
    ),
    path("chronologies/entries/<int:number>/same/", views.link_entries, name="link_entries"),
    path("chronologies/same/", views.same, name="same"),
    path("chronologies/same/look/", views.look_for_same, name="look_for_same"),
    path("chronologies/same/<int:number>/", both(views.pair, views.answer_pair), name="pair"),
    path("chronologies/same/<int:number>/taking-back/", views.take_back_answer, name="take_back_answer"),
    path("strands/known/", views.known, name="known"),
    path("strands/known/hindsight/", views.hindsight, name="hindsight"),
    path("strands/births/", views.record_birth, name="record_birth"),
    path("strands/births/<int:birth>/taking-back/", views.take_back_birth, name="take_back_birth"),
    path("strands/one-line/", views.one_line, name="one_line"),
    *[
        path(f"strands/one-line.{kind}", views.one_line_file, {"kind": kind}, name=f"one_line_{kind}")
        for kind in ("csv", "xlsx")
    ],
    path("strands/", views.strands, name="strands"),
]
