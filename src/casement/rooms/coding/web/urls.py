"""Addresses of the coding room, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.coding.web import across_views as across
from casement.rooms.coding.web import code_views, views
from casement.rooms.coding.web import round_views as rounds

app_name = "coding"
urlpatterns = [
    path("sources/<int:number>/", both(views.reader_view, views.mark_words), name="reader"),
    path("sources/<int:number>/marks/", both(views.table, views.mark_passage), name="marks"),
    path("sources/<int:number>/marks/since/<int:change>/", views.since, name="since"),
    path("sources/<int:number>/memo/", views.memo_on_source, name="source_memo"),
    path("marks/<int:mark>/", both(views.mark, views.change_code), name="mark"),
    path("marks/<int:mark>/alike/", views.like_this, name="alike"),
    path("marks/<int:mark>/influence/", views.change_influence, name="influence"),
    path("marks/<int:mark>/memo/", views.keep_memo, name="mark_memo"),
    path("marks/<int:mark>/removal/", views.remove_mark, name="removal"),
    path("marks/<int:mark>/restoration/", views.restore_mark, name="restoration"),
    path("marks/<int:mark>/undo/<int:act>/", views.take_back, name="undo"),
    path("codes/", both(views.codes, views.add_code), name="codes"),
    path("codes/<int:number>/", both(views.code, views.define_code), name="code"),
    path("codes/<int:number>/retirement/", views.retire_code, name="retirement"),
    path("codes/<int:number>/return/", views.bring_back_code, name="return"),
    path("codes/item/<str:item>/", views.item, name="item"),
    path("codes/<int:number>/memo/", views.memo_on_code, name="code_memo"),
    path("codes/item/<str:item>/signs/", code_views.word_signs, name="signs"),
    path("codes/item/<str:item>/memo/", views.memo_on_item, name="item_memo"),
    path("codes/<int:number>/history/", code_views.history, name="code_history"),
    path("codes/<int:number>/history/<int:event>/return/", code_views.undo, name="undo_code_event"),
    path("codes/<int:number>/merge/", code_views.merge, name="merge_code"),
    path("codes/<int:number>/split/", code_views.split, name="split_code"),
    path("codes/<int:number>/place/", code_views.move, name="move_code"),
    path("across/", across.table, name="across"),
    path("across/passages/", across.read, name="passages"),
    *[
        path(f"codes/report.{kind}", across.codebook_file, {"kind": kind}, name=f"codebook_{kind}")
        for kind in ("csv", "xlsx", "docx")
    ],
    *[
        path(f"across/{name}.{kind}", view, {"kind": kind}, name=f"{name}_{kind}")
        for name, view in (("table", across.table_file), ("passages", across.passages_file))
        for kind in ("csv", "xlsx", "docx")
    ],
    path("across/kept/", both(across.listed, across.keep_view), name="kept_views"),
    path("across/kept/<int:number>/", both(across.one, across.change_view), name="kept_view"),
    path("across/kept/<int:number>/removal/", across.remove_view, name="kept_view_removal"),
    path("exchange/", both(views.exchanges, views.bring_in_exchange), name="exchanges"),
    path("exchange/out/", views.send_exchange, name="exchange_out"),
    path("exchange/<int:number>/", views.exchange, name="exchange"),
    path("exchange/<int:number>/progress/", views.exchange_progress, name="exchange_progress"),
    path("exchange/<int:number>/again/", views.go_on_with_exchange, name="exchange_again"),
    path("exchange/<int:number>/report.csv", views.exchange_table, name="exchange_table"),
    path("exchange/<int:number>/file/", views.exchange_file, name="exchange_file"),
    path("rounds/", rounds.listed, name="rounds"),
    path("rounds/new/", both(rounds.new, rounds.open_round), name="new_round"),
    path("rounds/<int:number>/", both(rounds.one, rounds.say_done), name="round"),
    path("rounds/<int:number>/not-yet/", rounds.not_yet, name="not_yet"),
    path("rounds/<int:number>/closing/", rounds.close_round, name="closing"),
    path("rounds/<int:number>/agreement/", rounds.agreement, name="agreement"),
    path("rounds/<int:number>/walk-through/", both(rounds.walk, rounds.settle), name="walk"),
    path("rounds/<int:number>/record/", rounds.record, name="record"),
    *[
        path(f"rounds/<int:number>/{name}/table.{kind}", view, {"kind": kind}, name=f"{name}_{kind}")
        for name, view in (("agreement", rounds.agreement_file), ("record", rounds.record_file))
        for kind in ("csv", "xlsx")
    ],
    path("memos/", both(views.memo_list, views.write_memo), name="memos"),
    path("memos/<int:memo>/", both(views.memo, views.change_memo), name="memo"),
]
