"""Every way the analysis changes."""

from casement.rooms.analysis.commands.alternatives import answer_alternative, record_alternative
from casement.rooms.analysis.commands.appraisals import set_appraisal, set_confidence
from casement.rooms.analysis.commands.board_questions import (
    ask_board,
    change_board_question,
    remove_board_question,
)
from casement.rooms.analysis.commands.candidates import (
    ask_about_candidate,
    look_again,
    set_candidate_aside,
    take_candidate,
)
from casement.rooms.analysis.commands.checks import answer_check, take_back_check_answer
from casement.rooms.analysis.commands.citing import cite, note_evidence, uncite
from casement.rooms.analysis.commands.episodes import (
    choose_episode,
    explain_no_factors,
    propose_episode,
    reject_episode,
    set_episode_facts,
    set_wider_significance,
)
from casement.rooms.analysis.commands.expecting import expect_in_voices, expect_otherwise, take_back_expectation
from casement.rooms.analysis.commands.factor_uses import (
    add_factor_use,
    change_factor_use,
    remove_factor_use,
    restore_factor_use,
)
from casement.rooms.analysis.commands.figures import add_prevalence, remove_prevalence
from casement.rooms.analysis.commands.findings import (
    move_finding,
    place_finding,
    propose_finding,
    set_finding_facts,
    take_findings_on,
)
from casement.rooms.analysis.commands.language import keep_words, take_back_wording
from casement.rooms.analysis.commands.open_queries import answer_query, keep_query, let_query_go, put_query
from casement.rooms.analysis.commands.patterns import (
    add_to_pattern,
    gather_pattern,
    place_pattern,
    set_pattern_facts,
    take_from_pattern,
)
from casement.rooms.analysis.commands.perspectives import (
    add_period,
    remove_period,
    set_period_facts,
    write_perspective,
)
from casement.rooms.analysis.commands.readings import (
    answer_reading,
    ask_second_reading,
    call_off_reading,
    give_back_reading,
    hand_in_reading,
    keep_reading,
)
from casement.rooms.analysis.commands.remarks import compare_voices, note_silence, take_back_remark
from casement.rooms.analysis.commands.searches import record_search
from casement.rooms.analysis.commands.statements import (
    edit_statement,
    mark_inference,
    remove_statement,
    restore_statement,
    settle_conflict,
    write_statement,
)
from casement.rooms.analysis.commands.weighing import take_back_weighing, weigh_passage
from casement.rooms.analysis.commands.workspace import (
    gather_cards,
    link_patterns,
    take_passage,
    unlink_patterns,
)

__all__ = [
    "add_factor_use",
    "add_period",
    "add_prevalence",
    "add_to_pattern",
    "answer_alternative",
    "answer_check",
    "answer_query",
    "answer_reading",
    "ask_about_candidate",
    "ask_board",
    "ask_second_reading",
    "call_off_reading",
    "change_board_question",
    "change_factor_use",
    "choose_episode",
    "cite",
    "compare_voices",
    "edit_statement",
    "expect_in_voices",
    "expect_otherwise",
    "explain_no_factors",
    "gather_cards",
    "gather_pattern",
    "give_back_reading",
    "hand_in_reading",
    "keep_query",
    "keep_reading",
    "keep_wording",
    "keep_words",
    "let_query_go",
    "link_patterns",
    "look_again",
    "mark_inference",
    "move_finding",
    "note_evidence",
    "note_silence",
    "place_finding",
    "place_pattern",
    "propose_episode",
    "propose_finding",
    "put_query",
    "record_alternative",
    "record_search",
    "reject_episode",
    "remove_board_question",
    "remove_factor_use",
    "remove_period",
    "remove_prevalence",
    "remove_statement",
    "restore_factor_use",
    "restore_statement",
    "set_appraisal",
    "set_candidate_aside",
    "set_confidence",
    "set_episode_facts",
    "set_finding_facts",
    "set_pattern_facts",
    "set_period_facts",
    "set_wider_significance",
    "settle_conflict",
    "take_back_check_answer",
    "take_back_expectation",
    "take_back_remark",
    "take_back_weighing",
    "take_back_wording",
    "take_candidate",
    "take_findings_on",
    "take_from_pattern",
    "take_passage",
    "uncite",
    "unlink_patterns",
    "weigh_passage",
    "write_perspective",
    "write_statement",
]  # fmt: skip
