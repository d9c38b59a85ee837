"""The analysis. Everything the team says in its own words is a Statement; what it rests on is Evidence.

Whatever two people may change at once carries an `edition`; earlier texts and facts are kept, never overwritten.
"""

from casement.rooms.analysis.models.checks import CheckAnswer
from casement.rooms.analysis.models.episodes import Episode, FactorUse
from casement.rooms.analysis.models.findings import BoardQuestion, CounterSearch, Finding, Prevalence
from casement.rooms.analysis.models.language import KeptWording
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.analysis.models.statements import Evidence, FactsVersion, Statement, StatementText
from casement.rooms.analysis.models.weighing import Weighed

__all__ = [
    "BoardQuestion",
    "CheckAnswer",
    "CounterSearch",
    "Episode",
    "Evidence",
    "FactorUse",
    "FactsVersion",
    "Finding",
    "KeptWording",
    "Pattern",
    "Prevalence",
    "Statement",
    "StatementText",
    "Weighed",
]
