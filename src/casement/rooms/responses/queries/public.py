"""What of the response may be published: the public texts alone, with labels in place of every known name."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Statement
from casement.rooms.analysis.vocabulary import Part
from casement.rooms.reports.rules.material import Known
from casement.rooms.reports.rules.naming import Register
from casement.rooms.responses.models import Publication
from casement.rooms.responses.queries.views import FindingPart
from casement.rooms.responses.queries.whole import response
from casement.rooms.reviews.models import Identity


def register_of(seat: Seat) -> Register:
    """The names that may not be printed, with the labels that stand for them."""
    rows = Identity.objects.filter(review_id=seat.review).order_by("number")
    return Register(tuple(Known(row.label, row.kind, tuple(row.names)) for row in rows))


def public_response(seat: Seat) -> list[dict[str, Any]]:
    """Finding by finding what the board says in public. Without a public text a question has no answer here."""
    masked = register_of(seat).masked
    return [
        {
            "finding": masked(part.title),
            "view": masked(part.view.public_text) if part.view else "",
            "questions": [
                {
                    "question": masked(one.text),
                    "decision": one.answer.decision_name if one.answer and one.answer.public_text else "",
                    "answer": masked(one.answer.public_text) if one.answer else "",
                }
                for one in part.questions
                if one.asked
            ],
        }
        for part in response(seat).findings
        if part.asked
    ]


def frozen_response(seat: Seat) -> tuple[list[dict[str, Any]], str]:
    """The public response as it stands, and its SHA-256, to be kept with what is published."""
    told = public_response(seat)
    return told, hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def published_response(seat: Seat) -> list[dict[str, Any]] | None:
    """The response as it was published last; None while nothing was."""
    rows = Publication.objects.filter(review_id=seat.review).order_by("number")
    told: list[dict[str, Any]] | None = rows.values_list("response", flat=True).last()
    return told


def summary_of(seat: Seat, part: FindingPart) -> tuple[str, ...]:
    """The summary of a finding as the report has it, with labels in place of names."""
    rows = Statement.objects.filter(
        review_id=seat.review, finding__number=part.number, part=Part.SUMMARY, removed_at=None
    )
    masked = register_of(seat).masked
    return tuple(masked(text) for text in rows.order_by("order", "number").values_list("text", flat=True))
