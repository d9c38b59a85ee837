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


def signs(page):
    """(factor, column, how many signs) of every cell that has any, by the table."""
    names = "//thead//th//*[self::a or contains(@class, 'c-matrix__name')]"
    heads = [" ".join(one.text_content().split()) for one in page.xpath(names)]
    return {
        (row.xpath("./th")[0].text_content(), heads[place], len(cell.xpath(".//svg")))
        for row in page.xpath("//table//tr[th[@scope='row']]")
        for place, cell in enumerate(row.xpath("./td"))
        if cell.xpath(".//a")
    }


def listed(page, heads):
    """The same by the list: a sign for each place that is named."""
    told = {}
    for row in page.xpath("//details//dl/div"):
        for line in row.xpath("./dd/p"):
            where = line.xpath("./span[@class='c-quiet']")[0].text_content().rstrip(":")
            for head in heads:
                if head.lower() in where.lower():
                    key = (row.xpath("./dt")[0].text_content(), head)
                    told[key] = told.get(key, 0) + 1
    return {(*key, count) for key, count in told.items()}


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
    for by, wanted in (("agency", {"Police", "Health visiting"}), ("role", {"Nobody in particular"})):
        page = html.fromstring(client.get(at(oak, f"?by={by}")).content)
        cells = signs(page)
        heads = {column for _, column, _ in cells}
        assert cells and cells == listed(page, heads)
        assert wanted & heads and not any("Attention" in factor for factor, _, _ in cells)
        for href in page.xpath("//table//td//a/@href"):
            opened = html.fromstring(client.get(at(oak, href.partition("#")[0])).content)
            (side,) = opened.xpath("//*[@id='opened']")
            assert side.xpath(".//figure") or "Our inference" in side.text_content()
            assert side.xpath(".//a[starts-with(text(), 'Open this factor use')]")
    page = html.fromstring(client.get(at(oak, "")).content)
    assert any("Attention" in factor for factor, _, _ in signs(page))  # personal factors stand by episode


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
