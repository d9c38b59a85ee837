"""Every way the analysis changes."""

from casement.rooms.analysis.commands.appraisals import set_appraisal, set_confidence
from casement.rooms.analysis.commands.board_questions import (
    ask_board,
    change_board_question,
    remove_board_question,
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
)
from casement.rooms.analysis.commands.language import keep_wording, take_back_wording
from casement.rooms.analysis.commands.patterns import (
    add_to_pattern,
    gather_pattern,
    place_pattern,
    set_pattern_facts,
    take_from_pattern,
)
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

__all__ = [
    "add_factor_use",
    "add_prevalence",
    "add_to_pattern",
    "answer_check",
    "ask_board",
    "change_board_question",
    "change_factor_use",
    "choose_episode",
    "cite",
    "edit_statement",
    "explain_no_factors",
    "gather_pattern",
    "keep_wording",
    "mark_inference",
    "move_finding",
    "note_evidence",
    "place_finding",
    "place_pattern",
    "propose_episode",
    "propose_finding",
    "record_search",
    "reject_episode",
    "remove_board_question",
    "remove_factor_use",
    "remove_prevalence",
    "remove_statement",
    "restore_factor_use",
    "restore_statement",
    "set_appraisal",
    "set_confidence",
    "set_episode_facts",
    "set_finding_facts",
    "set_pattern_facts",
    "set_wider_significance",
    "settle_conflict",
    "take_back_check_answer",
    "take_back_weighing",
    "take_back_wording",
    "take_from_pattern",
    "uncite",
    "weigh_passage",
    "write_statement",
]  # fmt: skip
