"""Pages and actions of episodes and factor uses."""

from casement.foundation.actions import Action
from casement.foundation.web import View, action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import episodes as forms
from casement.rooms.analysis.web.pages import episode_forms, episodes, factors, unused
from casement.rooms.analysis.web.views.ways import to_episode_of, to_list, to_owner, within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM = "analysis/form.html"
EPISODE = within("episodes")

episodes_list = page(READ, episodes.episodes_page, "analysis/episodes.html", place="episodes")
episode = page(READ, episodes.episode_page, "analysis/episode.html", place="episodes", kind="episode")
table = page(READ, episodes.table_page, "analysis/episode_table.html", place="episodes", kind="episode_table")
table_docx = page(READ, episodes.table_docx, "", kind="episode_table")
table_csv = page(READ, episodes.table_csv, "", kind="episode_table")

new_episode_page = page(
    WRITE, episode_forms.new_episode_page, FORM, place="episodes", forms={"form": forms.Proposing}
)
new_episode = both(
    new_episode_page,
    action(commands.propose_episode, form=forms.Proposing, back=new_episode_page, then=EPISODE,
           said="The episode is among the candidates."),
)  # fmt: skip

facts_page = page(
    WRITE, episode_forms.episode_facts_page, FORM, place="episodes", forms={"form": forms.EpisodeFields}
)
facts = both(
    facts_page,
    action(commands.set_episode_facts, form=forms.EpisodeFields, back=facts_page, then=EPISODE, said="Saved."),
)

decision = page(
    WRITE,
    episode_forms.decision_page,
    "analysis/decision.html",
    place="episodes",
    forms={"form": forms.Deciding, "leave": forms.LeavingOut},
)
choose = action(
    commands.choose_episode, form=forms.Deciding, back=decision, then=EPISODE, said="It is one of the key episodes."
)
leave_out = action(
    commands.reject_episode, form=forms.LeavingOut, back=decision, then=to_list("episodes"), name="leave",
    said="It is kept under “Not selected”, with your reason.",
)  # fmt: skip

appraisal_page = page(WRITE, episode_forms.appraisal_page, FORM, place="episodes", forms={"form": forms.Appraising})
appraisal = both(
    appraisal_page,
    action(commands.set_appraisal, form=forms.Appraising, back=appraisal_page, 
           then=within("episodes", "#appraisal"), said="Saved."),
)  # fmt: skip


def confidence_in(place: str) -> View:
    """The page and action of saying how sure the team is."""
    shown = page(WRITE, episode_forms.confidence_page, FORM, place=place, forms={"form": forms.Sureness})
    return both(
        shown, action(commands.set_confidence, form=forms.Sureness, back=shown, then=to_owner, said="Saved.")
    )


confidence, finding_confidence = confidence_in("episodes"), confidence_in("findings")

significance_page = page(
    WRITE, episode_forms.significance_page, FORM, place="episodes", forms={"form": forms.Significance}
)
significance = both(
    significance_page,
    action(commands.set_wider_significance, form=forms.Significance, back=significance_page,
           then=within("episodes", "#hunch"), said="Saved."),
)  # fmt: skip

no_factors_page = page(
    WRITE, episode_forms.no_factors_page, FORM, place="episodes", forms={"form": forms.NoFactors}
)
no_factors = both(
    no_factors_page,
    action(commands.explain_no_factors, form=forms.NoFactors, back=no_factors_page,
           then=within("episodes", "#factors"), said="Saved."),
)  # fmt: skip

new_factor_page = page(
    WRITE,
    episode_forms.new_factor_use_page,
    FORM,
    place="episodes",
    forms={"form": forms.AddingFactor},
)
new_factor = both(
    new_factor_page,
    action(commands.add_factor_use, form=forms.AddingFactor, back=new_factor_page, then=to_episode_of,
           said="The factor is on the episode."),
)  # fmt: skip

not_used = page(READ, unused.unused_page, "analysis/unused.html", place="factors", kind="factor_table")
matrix = page(READ, factors.factors_page, "analysis/factors.html", place="factors", kind="factor_table")
factor_use = page(READ, factors.factor_use_page, "analysis/factor_use.html", place="factors", kind="factor_use")
change_factor_page = page(
    WRITE, episode_forms.change_factor_use_page, FORM, place="factors", forms={"form": forms.FactorFields}
)
change_factor = both(
    change_factor_page,
    action(commands.change_factor_use, form=forms.FactorFields, back=change_factor_page,
           then=within("factors/uses"), said="Saved."),
)  # fmt: skip
remove_factor = action(
    commands.remove_factor_use, form=None, back=matrix, then=to_episode_of, said="The factor use is taken off."
)
