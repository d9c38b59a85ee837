"""How far independent coders agree: plain values in, figures out. Nothing here knows who a coder is.

A coder who did not go through a unit has None there: not coded is not a no. Each function says whose formula
it is. A figure that does not exist is None; `why_none` has the sentence.
"""

from casement.rooms.coding.rules.agreement.alpha import (
    alpha,
    interval_scale,
    jaccard,
    nominal,
    ordinal_scale,
    ratio_scale,
)
from casement.rooms.coding.rules.agreement.kappa import Kappa, cohen, fleiss, percent, shared
from casement.rooms.coding.rules.agreement.layers import Said
from casement.rooms.coding.rules.agreement.measuring import FEWEST, Agreement, Figures, Stretch, agreement
from casement.rooms.coding.rules.agreement.telling import (
    NOT_BOTH,
    between,
    in_a_line,
    in_words,
    methods,
    number,
    share,
    why_none,
)
from casement.rooms.coding.rules.agreement.unitizing import Block, Piece, u_alpha

__all__ = [
    "FEWEST",
    "NOT_BOTH",
    "Agreement",
    "Block",
    "Figures",
    "Kappa",
    "Piece",
    "Said",
    "Stretch",
    "agreement",
    "alpha",
    "between",
    "cohen",
    "fleiss",
    "in_a_line",
    "in_words",
    "interval_scale",
    "jaccard",
    "methods",
    "nominal",
    "number",
    "ordinal_scale",
    "percent",
    "ratio_scale",
    "share",
    "shared",
    "u_alpha",
    "why_none",
]
