"""Addresses of the narrative of perspectives."""

from django.urls import URLPattern, path

from casement.rooms.analysis.vocabulary import PERSPECTIVE_PARTS, Owner
from casement.rooms.analysis.web.views import perspectives, statements

VOICE = "perspectives/<int:number>/<str:voice>/"

urlpatterns: list[URLPattern] = [
    path("perspectives/", perspectives.narrative, name="perspectives"),
    path("perspectives/table/", perspectives.table, name="perspectives_table"),
    path("perspectives/table.docx", perspectives.table_docx, name="perspectives_docx"),
    path("perspectives/table.csv", perspectives.table_csv, name="perspectives_csv"),
    path("perspectives/new/", perspectives.new_period, name="new_period"),
    path("perspectives/<int:number>/", perspectives.period, name="period"),
    path("perspectives/<int:number>/facts/", perspectives.facts, name="period_facts"),
    path("perspectives/<int:number>/removal/", perspectives.remove, name="remove_period"),
    path(
        "perspectives/<int:number>/history/",
        statements.history_of(Owner.PERIOD),
        {"owner": Owner.PERIOD.value},
        name="period_history",
    ),
    path(VOICE, perspectives.perspective, name="perspective"),
    path(f"{VOICE}silence/", perspectives.silence, name="note_silence"),
    *[
        path(
            f"{VOICE}parts/{part.value}/",
            perspectives.write,
            {"part": part.value},
            name=f"perspective_{part.value}",
        )
        for part in PERSPECTIVE_PARTS
    ],
    path("statements/<int:statement>/comparisons/", perspectives.compare, name="compare_voices"),
    path("remarks/<int:number>/removal/", perspectives.take_back, name="take_back_remark"),
]
