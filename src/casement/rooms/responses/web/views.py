"""Pages and actions of the response, declared."""

from __future__ import annotations

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.responses import commands
from casement.rooms.responses.web import files
from casement.rooms.responses.web.forms import actions as act_forms
from casement.rooms.responses.web.forms import answers as forms
from casement.rooms.responses.web.pages import actions as act_pages
from casement.rooms.responses.web.pages import board as pages

READ, ANSWER, ACTIONS = Action.RESPONSES_READ, Action.RESPONSES_ANSWER, Action.RESPONSES_ACTIONS
BOARD, LIST = "board", "actions"
OF_QUESTION = {"raise": forms.Raise, "seen": act_forms.Seen, "close": forms.Close, "reopen": forms.Reopen}
OF_ACTION = {"step": act_forms.Step, "seen": act_forms.Seen}

board = page(READ, pages.board_page, "responses/board.html", place=BOARD, kind="response")
finding = page(READ, pages.finding_page, "responses/finding.html", place=BOARD, kind="boardview",
               forms={"form": forms.View})  # fmt: skip
question = page(READ, pages.question_page, "responses/question.html", place=BOARD, kind="boardquestion",
                forms=OF_QUESTION)  # fmt: skip
answer_form = page(ANSWER, pages.answer_page, "responses/answer.html", place=BOARD, kind="boardquestion",
                   forms={"form": forms.Answer})  # fmt: skip
raised = page(ANSWER, pages.reply_page, "responses/reply.html", place=BOARD, kind="raised",
              forms={"form": forms.Reply})  # fmt: skip
new_presentation = page(ANSWER, pages.new_presentation_page, "responses/new_presentation.html", place=BOARD,
                        forms={"form": forms.Present})  # fmt: skip
presentation = page(READ, pages.presentation_page, "responses/presentation.html", place=BOARD,
                    kind="presentation", forms={"form": forms.Note})  # fmt: skip
new_action = page(ANSWER, act_pages.new_action_page, "responses/plan.html", place=LIST, kind="boardquestion",
                  forms={"form": act_forms.NewPlan})  # fmt: skip
actions = page(ACTIONS, act_pages.actions_page, "responses/actions.html", place=LIST, kind="responseaction")
one_action = page(ACTIONS, act_pages.action_page, "responses/action.html", place=LIST, kind="responseaction",
                  forms=OF_ACTION)  # fmt: skip
plan = page(ANSWER, act_pages.plan_page, "responses/plan.html", place=LIST, kind="responseaction",
            forms={"form": act_forms.Plan})  # fmt: skip
totals = page(Action.RESPONSES_TOTALS, act_pages.totals_page, "responses/totals.html", place="totals")
file = page(READ, files.response_file, "", kind="response")
public_file = page(READ, files.public_file, "", kind="response")
briefing = page(READ, files.briefing_file, "", kind="boardview")
actions_file = page(ACTIONS, files.actions_file, "", kind="responseaction")


def to_question(seat: Seat, result: Any, **parts: Any) -> str:
    """The question that something belongs to."""
    return f"/reviews/{seat.ref}/response/questions/{result.question.number}/"


def to_finding(seat: Seat, result: Any, **parts: Any) -> str:
    """The finding that was viewed."""
    return f"/reviews/{seat.ref}/response/findings/{result.finding.number}/"


def to_presentation(seat: Seat, result: Any, **parts: Any) -> str:
    """A presentation, or the one that an entry belongs to."""
    held = getattr(result, "presentation", result)
    return f"/reviews/{seat.ref}/response/presentations/{held.number}/"


def to_action(seat: Seat, result: Any, **parts: Any) -> str:
    """An action, or the one that a report is about."""
    of = getattr(result, "action", result)
    return f"/reviews/{seat.ref}/response/actions/{of.number}/"


answer = action(commands.answer_question, form=forms.Answer, back=answer_form, then=to_question,
                said="The answer is kept.")  # fmt: skip
view = action(commands.view_finding, form=forms.View, back=finding, then=to_finding, said="The text is kept.")
raising = action(commands.raise_elsewhere, form=forms.Raise, back=question, then=to_question, name="raise",
                 said="It is noted where the question was raised.")  # fmt: skip
reply = action(commands.note_reply, form=forms.Reply, back=raised, then=to_question,
               said="What came back is noted.")  # fmt: skip
closing = action(commands.close_question, form=forms.Close, back=question, then=to_question, name="close",
                 said="The question is closed.")  # fmt: skip
reopening = action(commands.reopen_question, form=forms.Reopen, back=question, then=to_question, name="reopen",
                   said="The question is open again.")  # fmt: skip
seen_of_answer = action(commands.note_impact_of_answer, form=act_forms.Seen, back=question, then=to_question,
                        name="seen", said="What became different is noted.")  # fmt: skip
present = action(commands.record_presentation, form=forms.Present, back=new_presentation, then=to_presentation,
                 said="The presentation is noted. Now write down what was said.")  # fmt: skip
note = action(commands.note_said, form=forms.Note, back=presentation, then=to_presentation, said="It is noted.")
take_back = action(commands.take_back_said, form=None, back=board, then=to_presentation,
                   said="The entry is taken back.")  # fmt: skip
add = action(commands.add_action, form=act_forms.NewPlan, back=new_action, then=to_action,
             said="The action is added.")  # fmt: skip
change = action(commands.change_action, form=act_forms.Plan, back=plan, then=to_action, said="The action is saved.")
progress = action(commands.note_progress, form=act_forms.Step, back=one_action, then=to_action, name="step",
                  said="What was done is noted.")  # fmt: skip
seen = action(commands.note_impact, form=act_forms.Seen, back=one_action, then=to_action, name="seen",
              said="What became different is noted.")  # fmt: skip
