"""Addresses of the reviews room."""

from django.urls import include, path

from casement.foundation.web import both
from casement.rooms.reviews.web.views import facts, members, names, process, questions, rights

app_name = "reviews"
inside = [
    path("about/", both(facts.about, facts.add_agency), name="about"),
    path("about/facts/", both(facts.facts, facts.describe), name="facts"),
    path("about/left-out/", both(facts.left_out, facts.leave_steps_out), name="left_out"),
    path("about/variant/", both(facts.variant, facts.change_variant), name="variant"),
    path("about/agencies/<int:number>/", both(facts.agency, facts.rename_agency), name="agency"),
    path("questions/", both(questions.questions, questions.ask_question), name="questions"),
    path("questions/<int:replaces>/rewording/", both(questions.reword, questions.reword_question), name="reword"),
    path("members/", members.members, name="members"),
    path("members/new/", both(members.new, members.seat_member), name="seat"),
    path("members/releases/", both(members.releases, members.release), name="releases"),
    path("members/releases/end/", both(members.releases, members.end_release), name="end_release"),
    path("members/<int:number>/", members.member, name="member"),
    path("members/<int:number>/statement/", both(members.member, members.declare_conflict), name="declare"),
    path("members/<int:number>/profession/", both(members.member, members.say_profession), name="profession"),
    path("members/<int:number>/grants/", both(members.member, members.grant_access), name="grant"),
    path("members/<int:number>/grants/end/", both(members.member, members.end_grant), name="end_grant"),
    path("members/<int:number>/ending/", both(members.ending, members.end_participation), name="ending"),
    path("who-sees-what/", rights.who_sees, name="who_sees"),
    path("identity/", both(names.identities, names.identify), name="identity"),
    path("identity/<int:number>/", both(names.identity, names.rename_identity), name="label"),
    path("data-protection/", process.protection, name="protection"),
    path("data-protection/assessment/", both(process.protection, process.record_dpia), name="assessment"),
    path("data-protection/waiver/", both(process.protection, process.waive_dpia), name="waiver"),
    path("steps/", process.steps, name="steps"),
    path("steps/move/", both(process.steps, process.move_step), name="move"),
    path("steps/gates/<slug:gate>/", both(process.gate, process.answer_gate), name="gate"),
    path("steps/closing/", both(process.steps, process.close_review), name="close"),
    path("steps/opening/", both(process.steps, process.reopen_review), name="reopen"),
    path("who-looked/", process.ledger, name="ledger"),
]
urlpatterns = [
    path("site/rights/", rights.rights, name="rights"),
    path("site/rights/<slug:subject>/<slug:column>/", both(rights.right, rights.set_right), name="right"),
    path("reviews/", facts.reviews, name="reviews"),
    path("reviews/new/", both(facts.new, facts.open_review), name="new"),
    path("reviews/<ref>/", include(inside)),
]
