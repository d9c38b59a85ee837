"""Factors by agency and by role: each sign leads to its evidence, the list says the same, and what is left over is shown."""

import re

import pytest
from lxml import html

from casement.foundation.access import Role
from casement.rooms.analysis import commands
from casement.rooms.analysis.models import Evidence, FactorUse
from casement.rooms.analysis.vocabulary import Cite
from tests.factories.analysis import entry, whole

pytestmark = pytest.mark.django_db


def at(cast, path):
    return f"/reviews/{cast.ref}/factors/{path}"


COUNTS = {word: count for count, word in enumerate(("none", "one", "two", "three", "four", "five"))}


def signs(page):
    """The name of every cell that has signs, by the table; each shows as many signs as its name says."""
    told = set()
    for link in page.xpath("//table//td/a"):
        (name,) = link.xpath("./span[@class='govuk-visually-hidden']/text()")
        said = sum(COUNTS.get(word, 0) for word in name.rpartition(":")[2].replace(",", " ").split())
        assert said == len(link.xpath(".//svg")) > 0, name
        told.add(name)
    return told


def listed(page):
    """The same by the list."""
    return set(page.xpath("//main//details[contains(@class, 'c-section')]//li/a/text()"))


def test_by_agency_and_by_role_table_and_list_agree_and_each_cell_opens_its_evidence(oak, client):
    whole(oak)
    entry(oak, event="The desk was short by two.")
    seat = oak.seat()
    FactorUse.objects.filter(number=1).update(
        account_of=None
    )  # rests on a record of the police, by nobody's account
    commands.add_factor_use(
        seat, episode=1, item_id="per.04", influence="unclear", how="Tired.", account_of=3, inference=True
    )
    commands.add_factor_use(
        seat, episode=1, item_id="wrk.03", influence="supports_good_practice", how="A quiet day.",
        cites=[Cite(entry=2)],
    )  # fmt: skip
    client.force_login(oak.person(Role.TEAM))
    for by, wanted in (("agency", {"Police"}), ("role", {"Nobody in particular"})):
        page = html.fromstring(client.get(at(oak, f"?by={by}")).content)
        cells = signs(page)
        assert cells and cells == listed(page)
        assert all(any(f", {name}:" in cell for cell in cells) for name in wanted)
        assert not any("Attention" in cell for cell in cells)
        for href in page.xpath("//table//td//a/@href"):
            opened = html.fromstring(client.get(at(oak, href.partition("#")[0])).content)
            (side,) = opened.xpath("//*[@id='opened']")
            assert side.xpath(".//figure") or "Our inference" in side.text_content()
            assert side.xpath(".//a[starts-with(text(), 'Open this factor use')]")
    page = html.fromstring(client.get(at(oak, "")).content)
    assert any("Attention" in cell for cell in signs(page))  # personal factors stand by episode


def test_supporting_and_hindering_influences_can_be_looked_at_alike(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.TEAM))
    for only, factor, other in (("helped", "Getting help", "Workload"), ("harder", "Workload", "Getting help")):
        told = client.get(at(oak, f"?by=role&only={only}")).content.decode()
        rows = "".join(re.findall(r"<th scope=\"row\">.*?</th>", told))
        assert factor in rows and other not in rows


def test_unexplained_episodes_and_unused_evidence_are_shown_with_the_way_to_them(oak, client):
    whole(oak)
    seat = oak.seat()
    for title in ("Nothing explains it", "Explained by nothing, with a reason"):
        made = commands.propose_episode(seat, title=title, why="It turned.")
        commands.choose_episode(seat, number=made.number)
    commands.explain_no_factors(seat, number=3, reason="Nobody who was there can be asked.")
    entry(oak, event="Nothing rests on this entry.")
    client.force_login(oak.person(Role.TEAM))
    shown = client.get(at(oak, "unused/")).content.decode()
    assert f'href="/reviews/{oak.ref}/episodes/2/#factors">2. Nothing explains it' in shown
    assert "Explained by nothing" not in shown
    assert "Nothing rests on this entry." in shown and "Referral received" not in shown
    assert "no factor yet, and no reason" in client.get(at(oak, "")).content.decode()
    Evidence.objects.filter(entry__number=1).update(removed_at="2026-01-01T00:00Z")
    assert "Referral received" in client.get(at(oak, "unused/")).content.decode()
