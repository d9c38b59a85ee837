"""The analysis. Everything the team says in its own words is a Statement; what it rests on is Evidence.

Whatever two people may change at once carries an `edition`; earlier texts and facts are kept, never overwritten.
"""

from casement.rooms.analysis.models.alternatives import Alternative, AlternativeAnswer
from casement.rooms.analysis.models.candidates import CandidateDecision
from casement.rooms.analysis.models.checks import CheckAnswer
from casement.rooms.analysis.models.episodes import Episode, FactorUse
from casement.rooms.analysis.models.expectations import Expectation
from casement.rooms.analysis.models.findings import BoardQuestion, CounterSearch, Finding, Prevalence
from casement.rooms.analysis.models.language import KeptWording
from casement.rooms.analysis.models.open_queries import OpenQuery, QueryAnswer
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.analysis.models.perspectives import Period
from casement.rooms.analysis.models.readings import ReadingAnswer, SecondReading
from casement.rooms.analysis.models.remarks import Remark
from casement.rooms.analysis.models.statements import Evidence, FactsVersion, Statement, StatementText
from casement.rooms.analysis.models.weighing import Weighed
from casement.rooms.analysis.models.workspace import GatheredPassage, PatternLink, PatternPlacement

__all__ = [
    "Alternative",
    "AlternativeAnswer",
    "BoardQuestion",
    "CandidateDecision",
    "CheckAnswer",
    "CounterSearch",
    "Episode",
    "Evidence",
    "Expectation",
    "FactorUse",
    "FactsVersion",
    "Finding",
    "GatheredPassage",
    "KeptWording",
    "OpenQuery",
    "Pattern",
    "PatternLink",
    "PatternPlacement",
    "Period",
    "Prevalence",
    "QueryAnswer",
    "ReadingAnswer",
    "Remark",
    "SecondReading",
    "Statement",
    "StatementText",
    "Weighed",
]
