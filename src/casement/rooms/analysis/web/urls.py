"""Addresses of the analysis room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern, path

from casement.rooms.analysis.vocabulary import PARTS_OF, PER_ROLE, Owner
from casement.rooms.analysis.web import perspective_urls
from casement.rooms.analysis.web.forms.writing import Writing, WritingFor
from casement.rooms.analysis.web.pages.blocks import FOLDERS
from casement.rooms.analysis.web.views import (
    across,
    against,
    candidates,
    episodes,
    findings,
    open_queries,
    rigour,
    statements,
    workspace,
)

app_name = "analysis"


def of(owner: Owner, name: str) -> list[URLPattern]:
    """What every episode, factor use, pattern and finding has: parts to write, and its history."""
    base, told = f"{FOLDERS[owner]}/<int:number>/", {"owner": owner.value}
    once, per_role = statements.writing_in(owner, Writing), statements.writing_in(owner, WritingFor)
    made = [
        path(
            f"{base}parts/{part.value}/",
            per_role if part in PER_ROLE else once,
            {**told, "part": part.value},
            name=f"{name}_{part.value}",
        )
        for part in PARTS_OF[owner]
    ]
    made.append(path(f"{base}history/", statements.history_of(owner), told, name=f"{name}_history"))
    if owner is not Owner.FACTOR_USE:
        made.append(path(f"{base}searches/", statements.searching_in(owner), told, name=f"{name}_search"))
        made.append(path(f"{base}against/", against.looking_in(owner), told, name=f"{name}_against"))
        made.append(path(f"{base}against/expected/", against.expecting_in(owner), told, name=f"{name}_expected"))
        made.append(path(f"{base}against/first/", against.thinking_first_in(owner), told, name=f"{name}_first"))
        made.append(path(f"{base}against/<slug:place>/", against.weighing_in(owner), told, name=f"{name}_weigh"))
    return made


urlpatterns: list[URLPattern] = [
    path("across/episodes/", across.table, name="across_episodes"),
    path("across/episodes/<int:number>/", across.passages, name="across_episode"),
    *[
        path(f"across/episodes.{kind}", across.file, {"kind": kind}, name=f"across_{kind}")
        for kind in ("csv", "xlsx", "docx")
    ],
    path("episodes/", episodes.episodes_list, name="episodes"),
    path("episodes/new/", episodes.new_episode, name="new_episode"),
    path("episodes/table/", episodes.table, name="episode_table"),
    path("episodes/table.docx", episodes.table_docx, name="episode_table_docx"),
    path("episodes/table.csv", episodes.table_csv, name="episode_table_csv"),
    path("episodes/candidates/", candidates.listing, name="candidates"),
    path("episodes/candidates/log/", candidates.log, name="candidate_log"),
    path("episodes/candidates/log.csv", candidates.log_file, {"kind": "csv"}, name="candidate_log_csv"),
    path("episodes/candidates/log/<int:number>/", candidates.again, name="look_again"),
    path("episodes/candidates/<slug:candidate>/taking/", candidates.taking, name="take_candidate"),
    path("episodes/candidates/<slug:candidate>/setting-aside/", candidates.setting_aside, name="set_aside"),
    path("episodes/candidates/<slug:candidate>/query/", candidates.asking, name="ask_about_candidate"),
    path("open-queries/", open_queries.listing, name="open_queries"),
    path("open-queries.csv", open_queries.file, {"kind": "csv"}, name="open_queries_csv"),
    path("open-queries/<int:number>/", open_queries.one, name="open_query"),
    path("open-queries/<int:number>/whom/", open_queries.putting, name="put_query"),
    path("open-queries/<int:number>/letting-go/", open_queries.letting_go, name="let_query_go"),
    path("episodes/<int:number>/", episodes.episode, name="episode"),
    path("episodes/<int:number>/facts/", episodes.facts, name="episode_facts"),
    path("episodes/<int:number>/decision/", episodes.decision, name="episode_decision"),
    path("episodes/<int:number>/choice/", episodes.choose, name="choose_episode"),
    path("episodes/<int:number>/rejection/", episodes.leave_out, name="reject_episode"),
    path("episodes/<int:number>/appraisal/", episodes.appraisal, name="appraisal"),
    path("episodes/<int:number>/confidence/", episodes.confidence, {"owner": "episode"}, name="episode_confidence"),
    path("episodes/<int:number>/significance/", episodes.significance, name="significance"),
    path("episodes/<int:number>/no-factors/", episodes.no_factors, name="no_factors"),
    path("episodes/<int:episode>/factors/new/", episodes.new_factor, name="new_factor_use"),
    *of(Owner.EPISODE, "episode"),
    path("factors/", episodes.matrix, name="factors"),
    path("factors/unused/", episodes.not_used, name="unused"),
    path("factors/uses/<int:number>/", episodes.factor_use, name="factor_use"),
    path("factors/uses/<int:number>/change/", episodes.change_factor, name="change_factor_use"),
    path("factors/uses/<int:number>/removal/", episodes.remove_factor, name="remove_factor_use"),
    *of(Owner.FACTOR_USE, "factor_use"),
    path("statements/<int:number>/", statements.edit, name="statement"),
    path("statements/<int:number>/settlement/", statements.settle, name="settle"),
    path("statements/<int:number>/removal/", statements.remove, name="remove_statement"),
    path("statements/<int:statement>/evidence/", statements.cite, name="cite"),
    path("evidence/<int:number>/removal/", statements.uncite, name="uncite"),
    path("patterns/", workspace.board, name="patterns"),
    path("patterns/gathering/", workspace.gather, name="gather_cards"),
    path("patterns/map/", workspace.pattern_map_, name="pattern_map"),
    path("patterns/links/<int:number>/removal/", workspace.unlink, name="unlink_patterns"),
    path("patterns/<int:number>/passages/<int:passage>/removal/", workspace.take_passage, name="take_passage"),
    path("expectations/<int:number>/removal/", against.no_longer_expected, name="no_longer_expected"),
    path("weighings/<int:number>/removal/", against.take_back, name="take_back_weighing"),
    path("patterns/new/", findings.new_pattern, name="new_pattern"),
    path("patterns/<int:number>/", findings.pattern, name="pattern"),
    path("patterns/<int:number>/facts/", findings.pattern_facts, name="pattern_facts"),
    path("patterns/<int:number>/uses/", findings.add_uses, name="add_uses"),
    path("patterns/<int:number>/uses/<int:use>/removal/", findings.take_use, name="take_use"),
    path("patterns/<int:number>/priority/", findings.place, name="place_pattern"),
    *of(Owner.PATTERN, "pattern"),
    path("findings/", findings.findings_list, name="findings"),
    path("findings/new/", findings.new_finding, name="new_finding"),
    path("findings/<int:number>/", findings.finding, name="finding"),
    path("findings/<int:number>/facts/", findings.finding_facts, name="finding_facts"),
    path("findings/<int:number>/state/", findings.move, name="move_finding"),
    path("findings/<int:number>/order/", findings.order, name="order_finding"),
    path(
        "findings/<int:number>/confidence/",
        episodes.finding_confidence,
        {"owner": "finding"},
        name="finding_confidence",
    ),
    path("findings/<int:finding>/figures/", findings.figure, name="new_figure"),
    path("findings/<int:finding>/questions/", findings.new_question, name="new_question"),
    path("findings/<int:finding>/alternatives/", rigour.recording, name="new_alternative"),
    path("alternatives/<int:number>/", rigour.answering, name="alternative"),
    path("readings/", rigour.listing, name="readings"),
    path("readings/new/", rigour.asking, name="ask_reading"),
    path("readings/<int:number>/", rigour.comparing, name="reading"),
    path("readings/<int:number>/blind/", rigour.handing_in, name="blind_reading"),
    path("readings/<int:number>/draft/", rigour.keeping, name="keep_reading"),
    path("readings/<int:number>/return/", rigour.giving_back, name="return_reading"),
    path("readings/<int:number>/end/", rigour.calling_off, name="call_off_reading"),
    path("figures/<int:number>/removal/", findings.remove_figure, name="remove_figure"),
    path("board-questions/<int:number>/", findings.question, name="board_question"),
    path("board-questions/<int:number>/removal/", findings.remove_question, name="remove_question"),
    *of(Owner.FINDING, "finding"),
    *perspective_urls.urlpatterns,
]
