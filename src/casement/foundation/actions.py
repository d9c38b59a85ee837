"""Every action there is, and what each needs: the second half of the one policy table.

Rooms name their actions here and nowhere else, so that one page shows all rights. Plain Python.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from casement.foundation.access import Reach, Role, Standing, Subject, Verb, reach


class Action(StrEnum):
    """What somebody can ask for; the value is what the ledger writes."""

    # people
    PEOPLE_INVITE = "people.invite"
    PEOPLE_JOIN = "people.join"
    PEOPLE_ACCOUNT = "people.account"
    PEOPLE_DEACTIVATE = "people.deactivate"
    # reviews
    REVIEWS_OPEN = "reviews.open"
    REVIEWS_LIST = "reviews.list"
    REVIEWS_READ = "reviews.read"
    REVIEWS_EDIT = "reviews.edit"
    REVIEWS_MOVE = "reviews.move"
    REVIEWS_MEMBERS = "reviews.members"
    REVIEWS_SEAT_MEMBER = "reviews.seat_member"
    REVIEWS_DECLARE = "reviews.declare"
    REVIEWS_GRANT = "reviews.grant"
    REVIEWS_QUESTIONS = "reviews.questions"
    REVIEWS_ASK = "reviews.ask"
    REVIEWS_IDENTITY = "reviews.identity"
    REVIEWS_IDENTIFY = "reviews.identify"
    REVIEWS_PROTECTION = "reviews.protection"
    REVIEWS_PROTECT = "reviews.protect"
    REVIEWS_LEDGER = "reviews.ledger"
    REVIEWS_OPENED = "reviews.opened"
    REVIEWS_WHO_SEES = "reviews.who_sees"
    REVIEWS_RIGHTS = "reviews.rights"
    # planning
    PLANNING_READ = "planning.read"
    PLANNING_PLAN = "planning.plan"
    PLANNING_PAIRS = "planning.pairs"
    PLANNING_PEOPLE = "planning.people"
    PLANNING_ANSWER = "planning.answer"
    PLANNING_FEED = "planning.feed"
    # proceedings
    PROCEEDINGS_LIST = "proceedings.list"
    PROCEEDINGS_READ = "proceedings.read"
    PROCEEDINGS_RECORD = "proceedings.record"
    PROCEEDINGS_FLAG = "proceedings.flag"
    PROCEEDINGS_HOLD = "proceedings.hold"
    PROCEEDINGS_DISCLOSE = "proceedings.disclose"
    PROCEEDINGS_KEEP = "proceedings.keep"
    # letters
    LETTERS_READ = "letters.read"
    LETTERS_WRITE = "letters.write"
    LETTERS_SEND = "letters.send"
    LETTERS_MINE = "letters.mine"
    LETTERS_TEXTS = "letters.texts"
    LETTERS_RETURNED = "letters.returned"
    # sources
    SOURCES_LIST = "sources.list"
    SOURCES_READ = "sources.read"
    SOURCES_ADD = "sources.add"
    SOURCES_EDIT = "sources.edit"
    SOURCES_WITHDRAW = "sources.withdraw"
    SOURCES_ORIGINAL = "sources.original"
    SOURCES_CORRECT = "sources.correct"
    SOURCES_PLACE = "sources.place"
    SOURCES_DECIDED = "sources.decided"
    SOURCES_MASK = "sources.mask"
    SOURCES_NAMES = "sources.names"
    SOURCES_REDACT = "sources.redact"
    SOURCES_SEALED = "sources.sealed"
    WRITE_UPS_ADD = "write_ups.add"
    REQUESTS_READ = "requests.read"
    REQUESTS_ASK = "requests.ask"
    REQUESTS_ANSWER = "requests.answer"
    # conversations
    CONVERSATIONS_KNOW = "conversations.know"
    CONVERSATIONS_PROPOSE = "conversations.propose"
    CONVERSATIONS_ARRANGE = "conversations.arrange"
    CONVERSATIONS_NOTES = "conversations.notes"
    CONVERSATIONS_HOLD = "conversations.hold"
    CONVERSATIONS_QUERIES = "conversations.queries"
    CONVERSATIONS_CHECK = "conversations.check"
    CONVERSATIONS_RELEASE = "conversations.release"
    CONVERSATIONS_LEARNING = "conversations.learning"
    # family
    FAMILY_LIST = "family.list"
    FAMILY_READ = "family.read"
    FAMILY_WRITE = "family.write"
    # chronology
    CHRONOLOGY_READ = "chronology.read"
    CHRONOLOGY_IMPORT = "chronology.import"
    CHRONOLOGY_EDIT = "chronology.edit"
    CHRONOLOGY_KNOWN = "chronology.known"
    CHRONOLOGY_HINDSIGHT = "chronology.hindsight"
    CHRONOLOGY_LINK = "chronology.link"
    # coding
    CODING_READ = "coding.read"
    CODING_MARK = "coding.mark"
    CODING_CODES = "coding.codes"
    CODING_MEMO = "coding.memo"
    CODING_IMPORT = "coding.import"
    CODING_EXPORT = "coding.export"
    CODING_EXCHANGES = "coding.exchanges"
    CODING_ROUNDS = "coding.rounds"
    CODING_VIEWS = "coding.views"
    CODING_FILES = "coding.files"
    CODING_CODERS = "coding.coders"
    # analysis
    ANALYSIS_READ = "analysis.read"
    ANALYSIS_WRITE = "analysis.write"
    READINGS_READ = "readings.read"
    READINGS_WRITE = "readings.write"
    # meetings
    MEETINGS_READ = "meetings.read"
    MEETINGS_NOTES = "meetings.notes"
    MEETINGS_WORK = "meetings.work"
    MEETINGS_AGREE = "meetings.agree"
    MEETINGS_MINE = "meetings.mine"
    # reports
    REPORTS_READ = "reports.read"
    REPORTS_WRITE = "reports.write"
    REPORTS_EXPORT = "reports.export"
    FOLLOW_ON_LIST = "reports.follow_ons"
    FOLLOW_ON_READ = "reports.follow_on_read"
    FOLLOW_ON_WRITE = "reports.follow_on_write"
    FOLLOW_ON_ISSUE = "reports.follow_on_issue"
    FOLLOW_ON_END = "reports.follow_on_end"
    COMMENTS_READ = "comments.read"
    COMMENTS_SEND = "comments.send"
    COMMENTS_ANSWER = "comments.answer"
    COMMENTS_TELL = "comments.tell"
    # timekeeping
    TIME_LOG = "time.log"
    TIME_TOTALS = "time.totals"
    TIME_COST = "time.cost"
    TIME_PLAN = "time.plan"
    # markers
    MARKERS_READ = "markers.read"
    MARKERS_ANSWER = "markers.answer"
    # responses
    RESPONSES_READ = "responses.read"
    RESPONSES_ANSWER = "responses.answer"
    RESPONSES_ACTIONS = "responses.actions"
    RESPONSES_REPORT = "responses.report"
    RESPONSES_TOTALS = "responses.totals"
    PUBLICATION_READ = "publication.read"
    PUBLICATION_CHECK = "publication.check"
    PUBLICATION_SIGN = "publication.sign"
    PUBLICATION_PUBLISH = "publication.publish"
    # desk
    HOME = "desk.home"
    SEARCH = "desk.search"
    HELP = "desk.help"


@dataclass(frozen=True)
class Need:
    """What an action asks of a standing: any one of these subject and verb pairs, or a site right.

    `whole` asks that the right goes beyond what is somebody's own, their agency's or their pair's.
    """

    subjects: tuple[Subject, ...]
    verb: Verb
    site: frozenset[str] = frozenset()
    anyone: bool = False
    while_closed: bool = False
    whole: bool = False


PARTS = frozenset({Reach.OWN, Reach.AGENCY, Reach.PAIR})
ANYONE = Need((), Verb.READ, anyone=True)

WHO: dict[Action, Need] = {
    Action.PEOPLE_INVITE: Need((Subject.HEADER,), Verb.WRITE, frozenset({"opens_reviews", "runs_site"})),
    Action.PEOPLE_JOIN: ANYONE,
    Action.PEOPLE_ACCOUNT: ANYONE,
    Action.PEOPLE_DEACTIVATE: Need((), Verb.WRITE, frozenset({"runs_site"})),
    Action.REVIEWS_OPEN: Need((), Verb.WRITE, frozenset({"opens_reviews"})),
    Action.REVIEWS_LIST: ANYONE,
    Action.REVIEWS_READ: Need((Subject.HEADER,), Verb.READ),
    Action.REVIEWS_EDIT: Need((Subject.HEADER,), Verb.WRITE),
    Action.REVIEWS_MOVE: Need((Subject.HEADER,), Verb.WRITE, while_closed=True),
    Action.REVIEWS_MEMBERS: Need((Subject.IDENTITY,), Verb.READ),
    Action.REVIEWS_SEAT_MEMBER: Need((Subject.IDENTITY,), Verb.WRITE),
    Action.REVIEWS_DECLARE: ANYONE,
    Action.REVIEWS_GRANT: Need((Subject.WORKING,), Verb.WRITE),
    Action.REVIEWS_QUESTIONS: Need((Subject.DECISIONS,), Verb.READ),
    Action.REVIEWS_ASK: Need((Subject.DECISIONS,), Verb.WRITE),
    # Who is behind a label is asked for years later, when a review is long closed.
    Action.REVIEWS_IDENTITY: Need((Subject.IDENTITY,), Verb.WRITE, while_closed=True),
    Action.REVIEWS_IDENTIFY: Need((Subject.IDENTITY,), Verb.WRITE),
    # Where the assessment is kept has to be found when a review is closed, too.
    Action.REVIEWS_PROTECTION: Need((Subject.HEADER,), Verb.WRITE, while_closed=True),
    Action.REVIEWS_PROTECT: Need((Subject.HEADER,), Verb.WRITE),
    Action.REVIEWS_LEDGER: Need((Subject.LEDGER,), Verb.READ),
    # Who opened one thing shows a part of that record; the page asks besides whether the thing is open to them.
    Action.REVIEWS_OPENED: Need((Subject.LEDGER,), Verb.READ),
    # The rules themselves hold nothing of a review, and everybody in it may know them.
    Action.REVIEWS_WHO_SEES: ANYONE,
    # For the whole installation; the command refuses whoever takes part in a review.
    Action.REVIEWS_RIGHTS: Need((), Verb.WRITE, frozenset({"runs_site"})),
    Action.PLANNING_READ: Need((Subject.HEADER,), Verb.READ),
    Action.PLANNING_PLAN: Need((Subject.HEADER,), Verb.WRITE),
    # Who is free when, who may not sit with whom and where somebody is reached: for those who keep the register.
    Action.PLANNING_PAIRS: Need((Subject.IDENTITY,), Verb.WRITE, while_closed=True),
    Action.PLANNING_PEOPLE: Need((Subject.IDENTITY,), Verb.WRITE),
    # Each answers for themselves, and has their own calendar.
    Action.PLANNING_ANSWER: ANYONE,
    Action.PLANNING_FEED: ANYONE,
    Action.PROCEEDINGS_LIST: Need((Subject.PROCEEDINGS,), Verb.META),
    Action.PROCEEDINGS_READ: Need((Subject.PROCEEDINGS,), Verb.READ),
    # Courts and police go on when a review is closed, so what bears on it is recorded then too.
    Action.PROCEEDINGS_RECORD: Need((Subject.PROCEEDINGS,), Verb.WRITE, while_closed=True),
    Action.PROCEEDINGS_FLAG: Need((Subject.PROCEEDINGS,), Verb.WRITE, while_closed=True),
    Action.PROCEEDINGS_HOLD: Need((Subject.PROCEEDINGS,), Verb.WRITE, while_closed=True),
    Action.PROCEEDINGS_DISCLOSE: Need((Subject.PROCEEDINGS,), Verb.WRITE, while_closed=True),
    Action.PROCEEDINGS_KEEP: Need((Subject.PROCEEDINGS,), Verb.WRITE, while_closed=True),
    # Letters hold the names behind labels, so they are for those who keep the identity register.
    Action.LETTERS_READ: Need((Subject.IDENTITY,), Verb.WRITE, while_closed=True),
    Action.LETTERS_WRITE: Need((Subject.IDENTITY,), Verb.WRITE),
    Action.LETTERS_SEND: Need((Subject.IDENTITY,), Verb.WRITE),
    Action.LETTERS_MINE: ANYONE,  # rows are those sent to this very place
    Action.LETTERS_TEXTS: Need((), Verb.WRITE, frozenset({"opens_reviews", "runs_site"})),
    Action.LETTERS_RETURNED: Need((), Verb.WRITE, frozenset({"runs_site"})),
    Action.SOURCES_LIST: Need((Subject.RECORDS, Subject.WRITE_UPS), Verb.META),
    Action.SOURCES_READ: Need((Subject.RECORDS, Subject.WRITE_UPS), Verb.READ),
    Action.SOURCES_ADD: Need((Subject.RECORDS,), Verb.WRITE),
    Action.SOURCES_EDIT: Need((Subject.RECORDS,), Verb.WRITE),
    Action.SOURCES_WITHDRAW: Need((Subject.RECORDS,), Verb.WRITE),
    Action.SOURCES_CORRECT: Need((Subject.RECORDS,), Verb.WRITE),
    # Which passages are in use is the team's working material, so placing them is too.
    Action.SOURCES_PLACE: Need((Subject.WORKING,), Verb.WRITE),
    # Deciding what hides a name shows the names, so it is for those who write the analysis and read the register.
    # What was decided can be read when nothing is decided any more.
    Action.SOURCES_DECIDED: Need((Subject.WORKING,), Verb.WRITE, while_closed=True),
    Action.SOURCES_MASK: Need((Subject.WORKING,), Verb.WRITE),
    Action.SOURCES_NAMES: Need((Subject.WORKING,), Verb.READ),
    Action.SOURCES_REDACT: Need((Subject.RECORDS,), Verb.WRITE),
    Action.SOURCES_SEALED: Need((Subject.RECORDS,), Verb.WRITE, while_closed=True),
    Action.SOURCES_ORIGINAL: Need((Subject.RECORDS, Subject.WRITE_UPS), Verb.READ),
    Action.WRITE_UPS_ADD: Need((Subject.WRITE_UPS,), Verb.WRITE),
    Action.REQUESTS_READ: Need((Subject.REQUESTS,), Verb.READ),
    Action.REQUESTS_ASK: Need((Subject.REQUESTS,), Verb.WRITE),
    # Whoever may send an agency's records may say when they come and what is not held.
    Action.REQUESTS_ANSWER: Need((Subject.REQUESTS, Subject.RECORDS), Verb.WRITE),
    # That there is one, and where it stands; rows are narrowed to those who arrange, its pair, its person.
    Action.CONVERSATIONS_KNOW: Need((Subject.RAW_NOTES,), Verb.META),
    Action.CONVERSATIONS_PROPOSE: Need((Subject.HEADER,), Verb.WRITE),
    Action.CONVERSATIONS_ARRANGE: Need((Subject.HEADER, Subject.RAW_NOTES), Verb.WRITE),
    Action.CONVERSATIONS_NOTES: Need((Subject.RAW_NOTES,), Verb.READ),
    # Notes, turning points and the draft of the write-up: for the pair alone.
    Action.CONVERSATIONS_HOLD: Need((Subject.RAW_NOTES,), Verb.WRITE),
    Action.CONVERSATIONS_QUERIES: Need((Subject.RAW_NOTES,), Verb.WRITE),
    # Whoever may read their own account may say what is wrong with it; nobody else's, which the commands see to.
    Action.CONVERSATIONS_CHECK: Need((Subject.WRITE_UPS,), Verb.READ),
    Action.CONVERSATIONS_RELEASE: Need((Subject.WRITE_UPS,), Verb.WRITE),
    # A note for oneself, which nobody else reads.
    Action.CONVERSATIONS_LEARNING: ANYONE,
    Action.FAMILY_LIST: Need((Subject.FAMILY_RECORD,), Verb.META),
    Action.FAMILY_READ: Need((Subject.FAMILY_RECORD,), Verb.READ),
    Action.FAMILY_WRITE: Need((Subject.FAMILY_RECORD,), Verb.WRITE),
    Action.CHRONOLOGY_READ: Need((Subject.RECORDS,), Verb.READ),
    Action.CHRONOLOGY_IMPORT: Need((Subject.RECORDS,), Verb.WRITE),
    Action.CHRONOLOGY_EDIT: Need((Subject.RECORDS,), Verb.WRITE),
    # Who told whom, and which entries speak of one event, is what the team makes of the records.
    Action.CHRONOLOGY_KNOWN: Need((Subject.WORKING,), Verb.READ),
    Action.CHRONOLOGY_HINDSIGHT: Need((Subject.WORKING,), Verb.READ),
    Action.CHRONOLOGY_LINK: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_READ: Need((Subject.WORKING,), Verb.READ),
    Action.CODING_MARK: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_CODES: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_MEMO: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_IMPORT: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_EXPORT: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_EXCHANGES: Need((Subject.WORKING,), Verb.WRITE, while_closed=True),
    Action.CODING_ROUNDS: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_VIEWS: Need((Subject.WORKING,), Verb.WRITE),
    Action.CODING_FILES: Need((Subject.WORKING,), Verb.WRITE, while_closed=True),
    Action.CODING_CODERS: Need((Subject.WORKING,), Verb.READ),
    Action.ANALYSIS_READ: Need((Subject.WORKING,), Verb.READ),
    Action.ANALYSIS_WRITE: Need((Subject.WORKING,), Verb.WRITE),
    # Whoever reads blind may do so while the analysis itself is shut to them.
    Action.READINGS_READ: Need((Subject.READINGS,), Verb.READ),
    Action.READINGS_WRITE: Need((Subject.READINGS,), Verb.WRITE),
    # Agenda and agreed minutes; rows are narrowed to meetings somebody is asked to, of kinds their role reads.
    Action.MEETINGS_READ: Need((Subject.MEETINGS,), Verb.READ),
    # What is noted in a meeting is working material until it is agreed.
    Action.MEETINGS_NOTES: Need((Subject.WORKING,), Verb.READ),
    Action.MEETINGS_WORK: Need((Subject.WORKING,), Verb.WRITE),
    Action.MEETINGS_AGREE: Need((Subject.WORKING,), Verb.WRITE),
    Action.MEETINGS_MINE: ANYONE,  # rows are actions that this very place took on
    Action.REPORTS_READ: Need((Subject.DRAFT_REPORT,), Verb.READ),
    Action.REPORTS_WRITE: Need((Subject.DRAFT_REPORT,), Verb.WRITE),
    Action.REPORTS_EXPORT: Need((Subject.DRAFT_REPORT,), Verb.WRITE),
    Action.FOLLOW_ON_LIST: Need((Subject.FOLLOW_ON,), Verb.META),
    Action.FOLLOW_ON_READ: Need((Subject.FOLLOW_ON,), Verb.READ),
    Action.FOLLOW_ON_WRITE: Need((Subject.FOLLOW_ON,), Verb.WRITE),
    Action.FOLLOW_ON_ISSUE: Need((Subject.FOLLOW_ON,), Verb.WRITE),
    Action.FOLLOW_ON_END: Need((Subject.FOLLOW_ON,), Verb.WRITE),
    Action.COMMENTS_READ: Need((Subject.COMMENTS,), Verb.READ),
    # Whoever reads their own comments writes them; the command asks whether the report is open to them as well.
    Action.COMMENTS_SEND: Need((Subject.COMMENTS,), Verb.READ),
    Action.COMMENTS_ANSWER: Need((Subject.FOLLOW_ON,), Verb.WRITE),
    Action.COMMENTS_TELL: Need((Subject.FOLLOW_ON,), Verb.WRITE),
    # Whoever may read their own time enters it, also while something is held or when the review is closed: the time
    # was spent. For whom else, and which rows, the commands and queries of the room say.
    Action.TIME_LOG: Need((Subject.TIME,), Verb.READ),
    Action.TIME_TOTALS: Need((Subject.TIME,), Verb.TOTALS),
    Action.TIME_COST: Need((Subject.TIME,), Verb.TOTALS),
    Action.TIME_PLAN: Need((Subject.HEADER,), Verb.WRITE),
    Action.MARKERS_READ: Need((Subject.QUALITY,), Verb.READ),
    Action.MARKERS_ANSWER: Need((Subject.QUALITY,), Verb.WRITE),
    # Two rows of the matrix hold the response. Of the second an agency's contact has a part: their own actions.
    Action.RESPONSES_READ: Need((Subject.FINAL_REPORT, Subject.RESPONSE), Verb.READ, whole=True),
    Action.RESPONSES_ANSWER: Need((Subject.RESPONSE,), Verb.WRITE, whole=True),
    Action.RESPONSES_ACTIONS: Need((Subject.RESPONSE,), Verb.READ),
    # What was done and what changed: an agency's contact says it of the agency's own actions.
    Action.RESPONSES_REPORT: Need((Subject.RESPONSE,), Verb.WRITE),
    Action.RESPONSES_TOTALS: Need((Subject.RESPONSE,), Verb.TOTALS, whole=True),
    Action.PUBLICATION_READ: Need((Subject.PUBLICATION,), Verb.READ),
    Action.PUBLICATION_CHECK: Need((Subject.PUBLICATION,), Verb.WRITE),
    Action.PUBLICATION_SIGN: Need((Subject.PUBLICATION,), Verb.WRITE),
    Action.PUBLICATION_PUBLISH: Need((Subject.PUBLISHED,), Verb.WRITE),
    Action.HOME: ANYONE,
    Action.SEARCH: Need((Subject.RECORDS, Subject.WRITE_UPS), Verb.READ),
    Action.HELP: ANYONE,
}


class Purpose(StrEnum):
    """What a private link is for: a way in without an account, for one place in a review and one thing."""

    POLL = "poll"
    DATE = "date"
    FEED = "feed"
    WRITE_UP = "write_up"


# All that somebody who came by a private link may do; what their place allows besides stays shut.
OPENED_BY: dict[str, frozenset[Action]] = {
    Purpose.POLL: frozenset({Action.PLANNING_ANSWER}),
    Purpose.DATE: frozenset({Action.PLANNING_ANSWER}),
    Purpose.FEED: frozenset({Action.PLANNING_FEED}),
    Purpose.WRITE_UP: frozenset({Action.CONVERSATIONS_CHECK}),
}

# Roles that hold more rights over a review's roles than the matrix alone says: only leads grant.
LEADS_ONLY = frozenset({
    Action.REVIEWS_GRANT, Action.REVIEWS_OPENED, Action.SOURCES_WITHDRAW, Action.SOURCES_CORRECT,
    Action.SOURCES_REDACT, Action.SOURCES_SEALED, Action.CODING_CODERS, Action.FOLLOW_ON_ISSUE,
    Action.FOLLOW_ON_END, Action.COMMENTS_TELL, Action.CONVERSATIONS_QUERIES, Action.CONVERSATIONS_RELEASE,
    Action.MEETINGS_AGREE,
})  # fmt: skip
# The names behind labels are for those who may read the whole identity register, whatever else was granted.
NAMES_TOO = frozenset({Action.SOURCES_DECIDED, Action.SOURCES_MASK, Action.SOURCES_NAMES})
# Holds are placed and lifted by those who lead and by the legal liaison; the board's office records the rest.
LEADS_OR_LEGAL = frozenset({Action.PROCEEDINGS_HOLD})

# What an hour costs is for those who lead, commission and pay, not for everybody who sees totals.
COSTS = frozenset({Action.TIME_COST})
SEES_COSTS = frozenset({Role.LEAD, Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS})


def allows(standing: Standing, action: Action) -> bool:
    """Whether somebody standing here may do this at all. Rows are narrowed later, by `reach`."""
    if standing.through and action not in OPENED_BY[standing.through]:
        return False
    need = WHO[action]
    if need.anyone or need.site & standing.site:
        return True
    if action in LEADS_ONLY and standing.role is not Role.LEAD:
        return False
    if action in LEADS_OR_LEGAL and standing.role not in (Role.LEAD, Role.LEGAL):
        return False
    if action in COSTS and standing.role not in SEES_COSTS:
        return False
    if action in NAMES_TOO and Reach.ALL not in reach(standing, Subject.IDENTITY, Verb.READ):
        return False
    at = standing
    if need.while_closed and standing.closed:
        at = replace(standing, releases=frozenset(), site=frozenset(), closed=False)
    return any(goes_far_enough(need, reach(at, subject, need.verb)) for subject in need.subjects)


def goes_far_enough(need: Need, far: frozenset[Reach]) -> bool:
    """Whether a right that goes this far is what an action asks for."""
    return bool(far - PARTS if need.whole else far)
