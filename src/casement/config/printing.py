"""Prints the policy table as a page that a safeguarding lead can read."""

from casement.foundation.access import COLUMNS, MATRIX, ROLE_NAMES, SUBJECT_NAMES, Role, Standing
from casement.foundation.actions import OPENED_BY, WHO, Action, allows
from casement.foundation.local_rights import CHOICES, in_words

KEY = (
    "**W** create and edit, **R** read, **r** read after the leads release it, **O** own only, "
    "**A** own agency only, "
    "**N** by a named grant with an end date, **M** that it exists but not what it says, **T** totals only, "
    "**P** the published form, **Wp** writes only what their own pair holds, **-** nothing."
)


def heading(roles: tuple[Role, ...]) -> str:
    """The name of a column."""
    return " or ".join(ROLE_NAMES[role] for role in roles)


def matrix() -> list[str]:
    """The matrix as lines of a Markdown table."""
    lines = ["| What | " + " | ".join(heading(roles) for roles in COLUMNS) + " |"]
    lines.append("|---" * (len(COLUMNS) + 1) + "|")
    for subject, cells in MATRIX.items():
        lines.append(f"| {SUBJECT_NAMES[subject]} | " + " | ".join(cells.split()) + " |")
    return lines


def actions() -> list[str]:
    """Every action and who may ask for it without a grant or a release."""
    lines = ["| Action | Who, in an open review |", "|---|---|"]
    for action in Action:
        if WHO[action].anyone:
            who = "anybody signed in"
        else:
            roles = [ROLE_NAMES[role] for role in Role if allows(Standing(role), action)]
            site = {"opens_reviews": "people who may open reviews", "runs_site": "people who run the installation"}
            who = ", ".join(roles + [site[right] for right in sorted(WHO[action].site)])
        lines.append(f"| `{action.value}` | {who} |")
    return lines


def links() -> list[str]:
    """What each kind of private link opens."""
    lines = ["| A private link for | opens, within what the place it was made for may do |", "|---|---|"]
    for purpose, opens in OPENED_BY.items():
        lines.append(f"| {purpose} | " + ", ".join(f"`{action.value}`" for action in sorted(opens)) + " |")
    return lines


def local() -> list[str]:
    """What an installation may decide otherwise."""
    lines = ["| What | Who | As it comes | May be instead |", "|---|---|---|---|"]
    for (subject, column), (default, *others) in CHOICES.items():
        who = next(heading(roles) for roles in COLUMNS if roles[0] is column)
        told = "; ".join(in_words(one) for one in others)
        lines.append(f"| {SUBJECT_NAMES[subject]} | {who} | {in_words(default)} | {told} |")
    return lines


def permissions() -> str:
    """The whole page."""
    return "\n".join(
        [
            "# Who may see and do what",
            "",
            "Membership of a board never opens working material. A private memo is seen by its writer only.",
            "",
            KEY,
            "",
            *matrix(),
            "",
            "## What an installation may decide",
            "",
            "Whoever runs the installation, and takes part in no review, changes these under **Who sees what**, "
            "each time with a reason. Everything else in the table above is fixed; the page says why.",
            "",
            *local(),
            "",
            "## Actions",
            "",
            *actions(),
            "",
            "## Private links, without an account",
            "",
            *links(),
            "",
            "Written by `make docs` from `foundation/access.py` and `foundation/actions.py`; "
            "a test fails when it is stale.",
            "",
        ]
    )
