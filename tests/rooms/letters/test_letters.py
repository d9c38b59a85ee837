"""Letters: written by those who keep the register, read by whoever they are for, and by nobody else."""

import io
import re
from datetime import timedelta

import docx
import pypdfium2
import pytest
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import now, today
from casement.foundation.models import LedgerEntry, Mail
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.waiting import asked_at_once
from casement.rooms.letters import commands, queries
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.rules.standing import State
from casement.rooms.proceedings import commands as proceedings
from casement.rooms.proceedings.vocabulary import FlagState
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories.letters import answers, drafted, gone, place_of
from tests.house.addresses import body, signed_in

pytestmark = pytest.mark.django_db
WORD = "quorvinex"


def needs(cast, role=Role.LEAD):
    return queries.letters_from(asked_at_once(queries.letter_needs([cast.seat(role)]))[cast.review.pk])


def text_of(number: int, cast) -> str:
    return "\n".join(line for block in queries.letter(cast.seat(), number).paper.blocks for line in block.lines)


def test_a_letter_says_what_casement_knows_and_what_the_writer_filled_in(oak):
    made = drafted(oak, "meeting_invitation", day="2026-03-10", time="14:00", about="how we work")
    told = text_of(made.number, oak)
    assert f"Dear {oak.person(Role.CASE_GROUP).name}" in told
    assert "When: Tuesday 10 March 2026 at 2pm" in told and "about how we work" in told
    assert told.endswith(f"{oak.person(Role.LEAD).name}\nLead reviewer")


def test_a_name_comes_from_the_register_where_there_is_no_account(oak):
    place = reviews.seat_member(oak.seat(), role="case_group_member", role_label="Nurse 3")
    reviews.identify(
        oak.seat(), label="Nurse 3", kind="worker", names=["Ottoline Quarrick"], participation=place.number
    )
    made = drafted(oak, to=f"p{place.number}")
    assert "Dear Ottoline Quarrick" in text_of(made.number, oak)
    assert queries.letters(oak.seat()).rows[0].recipient == "Nurse 3"  # a list shows labels
    with pytest.raises(Refused, match="can sign in"):
        commands.send_letter(oak.seat(), number=made.number, route="casement")
    commands.send_letter(oak.seat(), number=made.number, route="paper", on=today() - timedelta(days=1))
    assert queries.letter(oak.seat(), made.number).state is State.SENT
    (told,) = [one for one in queries.letters(oak.seat()).rows if one.number == made.number]
    assert told.begun == told.sent_on == today() - timedelta(days=1)  # nothing is sent before it is begun
    assert not Mail.objects.exists()


def test_what_is_missing_is_shown_and_stops_the_letter(oak):
    given = answers("conversation_invitation") | {"place": "", "more": ""}
    made = commands.write_letter(
        oak.seat(), key="conversation_invitation", to=place_of(oak, Role.CASE_GROUP), answers=given
    )
    told = queries.letter(oak.seat(), made.number)
    assert [field.key for field in told.missing] == ["place"]
    assert "[a place, or how to join a call]" in text_of(made.number, oak)
    with pytest.raises(Refused, match="still missing: a place"):
        commands.send_letter(oak.seat(), number=made.number, route="casement")
    assert queries.letter(oak.seat(), made.number).state is State.DRAFT
    commands.fill_letter(oak.seat(), number=made.number, place="Room 9")
    commands.send_letter(oak.seat(), number=made.number, route="casement")


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [("day", "2026-02-30", "not a day"), ("time", "25:00", "not a time"), ("colour", "red", "no field “colour”")],
)
def test_what_cannot_be_filled_in_is_refused_in_a_sentence(oak, field, words, sentence):
    made = drafted(oak, "meeting_invitation")
    with pytest.raises(Refused, match=sentence):
        commands.fill_letter(oak.seat(), number=made.number, **{field: words})


def test_the_mail_says_that_something_waits_and_nothing_else(oak, mailoutbox):
    oak.review.board_name = f"The {WORD} board"
    oak.review.save()
    made = gone(oak, about=f"all about {WORD}", more=f"More {WORD}.")
    jobs.run_waiting("post.send")
    (mail,) = mailoutbox
    assert mail.to == [oak.person(Role.CASE_GROUP).email]
    said = str(mail.message())
    assert mail.subject == "A message for you in Casement" and f"/my-letters/{made.number}/" in said
    for secret in (
        WORD,
        oak.review.code_name,
        oak.person(Role.CASE_GROUP).name,
        oak.person(Role.LEAD).name,
        "Thanks",
    ):
        assert secret not in said
    assert not [one for one in LedgerEntry.objects.values_list() if WORD in str(one)]


def test_whoever_it_is_for_reads_it_and_can_say_so(oak, elm):
    made = gone(oak, about="your time")
    reader = signed_in(oak, Role.CASE_GROUP)
    at = f"/reviews/{oak.ref}/my-letters/{made.number}/"
    assert "Thank you for your time" in reader.get(at).content.decode()
    assert needs(oak, Role.CASE_GROUP).mine == 1
    reader.post(at + "reading/")
    assert queries.letter(oak.seat(), made.number).state is State.READ
    assert needs(oak, Role.CASE_GROUP) == queries.LetterNeeds()
    for role in Role:
        if role is not Role.CASE_GROUP:
            assert signed_in(oak, role).get(at).status_code == 404, role
            assert signed_in(oak, role).post(at + "reading/").status_code == 404, role
    assert signed_in(elm, Role.CASE_GROUP).get(at).status_code == 404
    Participation.objects.filter(review=oak.review, role=Role.CASE_GROUP).update(ended_at=now())
    assert reader.get(at).status_code == 404


@pytest.mark.parametrize("role", Role)
def test_only_leads_and_the_business_manager_write_letters(oak, role):
    made, seat = drafted(oak), oak.seat(role)
    if role in (Role.LEAD, Role.BUSINESS):
        commands.send_letter(seat, number=made.number, route="casement")
        return
    for act in (
        lambda: commands.write_letter(seat, key="thanks", to="p1"),
        lambda: commands.fill_letter(seat, number=made.number, about="x"),
        lambda: commands.send_letter(seat, number=made.number, route="paper"),
        lambda: commands.throw_letter_away(seat, number=made.number),
    ):
        with pytest.raises(NotHere):
            act()
    assert signed_in(oak, role).get(f"/reviews/{oak.ref}/letters/{made.number}/letter.pdf").status_code == 404


def test_a_letter_to_an_agency_reaches_each_of_its_contacts_and_no_other(oak):
    made = gone(oak, "record_request", to="a1")
    assert Mail.objects.get().to == oak.person(Role.AGENCY_CONTACT).email
    assert queries.my_letter(oak.seat(Role.AGENCY_CONTACT), made.number)
    other = drafted(oak, "record_request", to="a2")
    with pytest.raises(Refused, match="can sign in"):
        commands.send_letter(oak.seat(), number=other.number, route="casement")


def test_what_was_sent_stays_as_it_was_and_goes_only_once(oak):
    made = gone(oak, about="your time")
    before = text_of(made.number, oak)
    use(oak, "thanks", "Dear {{ recipient_name }}\n\nOther words.")
    assert text_of(made.number, oak) == before
    for again in (
        lambda: commands.fill_letter(oak.seat(), number=made.number, about="other"),
        lambda: commands.throw_letter_away(oak.seat(), number=made.number),
        lambda: commands.send_letter(oak.seat(), number=made.number, route="casement"),
    ):
        with pytest.raises(Refused):
            again()
    assert "Other words." in text_of(drafted(oak).number, oak)


def test_what_comes_back_stands_first_until_it_is_sent_another_way(oak):
    back, fine = gone(oak), gone(oak)
    Mail.objects.filter(about=f"letter:{back.number}").update(state="returned")
    told = queries.letters(oak.seat())
    assert [one.number for one in told.rows] == [back.number, fine.number] and told.back == 1
    assert needs(oak).back == 1
    assert "Check the address" in body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/{back.number}/")).decode()
    commands.send_letter(oak.seat(), number=back.number, route="paper")
    assert queries.letter(oak.seat(), back.number).state is State.SENT
    assert queries.letters(oak.seat()).back == 0 and needs(oak) == queries.LetterNeeds()


def test_nobody_is_invited_while_they_may_not_be_approached(oak):
    made = drafted(oak, "conversation_invitation")
    number = int(place_of(oak, Role.CASE_GROUP)[1:])
    proceedings.put_flag(oak.seat(Role.LEGAL), number=number, state=FlagState.DO_NOT_APPROACH)
    page = body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/{made.number}/")).decode()
    assert "cannot be invited yet" in page
    with pytest.raises(Refused, match="cannot be invited yet"):
        commands.send_letter(oak.seat(), number=made.number, route="paper")
    notice = drafted(oak, "witness_notice", to=place_of(oak, Role.LEAD))
    commands.send_letter(oak.seat(Role.BUSINESS), number=notice.number, route="casement")


def use(cast, key: str, text: str, language: str = "en-GB", title: str = "A title") -> None:
    from casement.rooms.people.models import Person
    from casement.rooms.reviews.queries.seats import card_of

    card = card_of(Person.objects.get(pk=cast.person(Role.LEAD).pk))
    made = commands.write_wording(card, key=key, language=language, title=title, body=text)
    commands.use_wording(card, key=key, language=language, number=made.number, reason="It suits us.")


def test_a_welsh_text_is_used_with_welsh_days(oak):
    to = place_of(oak, Role.CASE_GROUP)
    with pytest.raises(Refused, match="no Welsh text"):
        commands.write_letter(oak.seat(), key="reminder", to=to, language="cy")
    use(oak, "reminder", "Annwyl {{ recipient_name }}\n\nTan {{ day }}.", language="cy")
    made = commands.write_letter(oak.seat(), key="reminder", to=to, language="cy", answers={"day": "2026-02-03"})
    assert "Tan Dydd Mawrth 3 Chwefror 2026." in text_of(made.number, oak)
    assert 'lang="cy"' in body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/{made.number}/")).decode()
    file = body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/{made.number}/letter.docx"))
    welsh = docx.Document(io.BytesIO(file))
    assert welsh.core_properties.language == "cy" and "Tudalen" in welsh.sections[0].footer.paragraphs[0].text


def test_a_wrong_field_comes_back_named_with_everything_that_was_typed(oak):
    client, at = signed_in(oak), "/site/letters/thanks/en-GB/"
    typed = "Dear {{ recipient_nam }}\n\nKeep these words."
    answer = client.post(at, {"title": "Thanks", "body": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "There is no field “recipient_nam” (line 1). The nearest is “recipient_name”." in page
    assert "Keep these words." in page
    client.post(at, {"title": "Thanks", "body": typed.replace("nam }", "name }")})
    assert "Dear Robin Hale" in client.get(at + "1/").content.decode()  # filled in with examples
    assert (
        shipped()["thanks"].body == queries.text_in_use("thanks", "en-GB").body
    )  # not in use until somebody says so
    client.post(at + "1/use/", {"reason": "Shorter."})
    assert "Keep these words." in queries.text_in_use("thanks", "en-GB").body
    assert "In use since" in client.get(at).content.decode()


def test_texts_are_changed_by_whoever_opens_reviews_and_by_nobody_else(oak):
    for role in Role:
        expected = 200 if role is Role.LEAD else 404  # the lead of this cast opened the review
        assert signed_in(oak, role).get("/site/letters/").status_code == expected
        assert signed_in(oak, role).get("/site/letters/thanks/en-GB/").status_code == expected
        if role is not Role.LEAD:
            sent = {"title": "x", "body": "y"}
            assert signed_in(oak, role).post("/site/letters/thanks/en-GB/", sent).status_code == 404
    assert Client().get("/site/letters/").status_code == 302
    for odd in ("nothing/en-GB/", "thanks/xx/", "thanks/en-GB/9/"):
        assert signed_in(oak).get(f"/site/letters/{odd}").status_code == 404


def test_word_and_pdf_hold_the_letter_and_name_nobody_who_made_them(oak):
    made = drafted(oak, "record_request", to="a1", more="Signs: < & \u0007 \U0001f600 {{ day }}")
    client, at = signed_in(oak), f"/reviews/{oak.ref}/letters/{made.number}/letter"
    word = docx.Document(io.BytesIO(body(client.get(at + ".docx"))))
    said = "\n".join(one.text for one in word.paragraphs)
    assert "Contact log, October 2023" in said and "< &" in said and "{{ day }}" in said
    assert [one.text for one in word.paragraphs if one.style.name == "List Bullet"][:2] == [
        "Contact log, October 2023", "Minutes, November 2023",
    ]  # fmt: skip
    assert word.core_properties.author == ""
    foot = word.sections[0].footer.paragraphs[0]
    assert f"Our reference: {oak.ref}" in foot.text
    assert re.findall(r'w:instr="(\w+)"', foot._p.xml) == ["PAGE", "NUMPAGES"]
    pdf = pypdfium2.PdfDocument(body(client.get(at + ".pdf")))
    printed = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert "Request for records" in printed and "Contact log, October 2023" in printed
    easy = gone(oak, "family_opening_easy", to=place_of(oak, Role.FAMILY))
    read = signed_in(oak, Role.FAMILY).get(f"/reviews/{oak.ref}/my-letters/{easy.number}/letter.pdf")
    assert body(read).startswith(b"%PDF")


def test_an_easy_letter_has_its_pictures_on_the_page_and_in_word(oak):
    easy = gone(oak, "family_opening_easy", to=place_of(oak, Role.FAMILY))
    page = body(signed_in(oak, Role.FAMILY).get(f"/reviews/{oak.ref}/my-letters/{easy.number}/")).decode()
    shown = re.findall(r'<img src="(/static/letters/pictures/phone\.svg)"[^>]* alt="">\s*<p>You can ring', page)
    assert shown and "[picture" not in page
    word = docx.Document(
        io.BytesIO(body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/{easy.number}/letter.docx")))
    )
    cells = [one.rows[0].cells for one in word.tables]
    assert len(cells) == len(re.findall(r"/static/letters/pictures/", page)) > 10
    assert any(right.text.startswith("You can ring") for _, right in cells)
    for left, right in cells:  # a screen reader passes over what the words say anyway
        assert "decorative" in left._tc.xml and 'val="1"' in left._tc.xml and right.text.strip()


def test_the_log_says_what_kind_to_whom_and_what_became_of_it(oak, elm):
    gone(oak, about=f"all of {WORD}")
    gone(elm)
    reviews.seat_member(
        oak.seat(), role="case_group_member", role_label="Nurse 9", email="n9@example.org", name="Nine"
    )
    jobs.run_waiting("post.send")
    page = body(signed_in(oak, Role.BUSINESS).get(f"/reviews/{oak.ref}/letters/sent/")).decode()
    told = queries.sent(oak.seat())
    assert [(one.what, one.to, one.state) for one in told.rows] == [
        ("Invitation to set up an account", "Nurse 9", "sent"), ("Letter 1", "Case group member A", "sent"),
    ]  # fmt: skip
    assert WORD not in page and "n9@example.org" not in page
    assert signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/letters/sent/").status_code == 404


@pytest.mark.parametrize("path", ["letters/", "letters/sent/", "letters/1/", "letters/new/", "my-letters/"])
def test_a_page_asks_as_much_for_three_letters_as_for_one(oak, path, django_assert_max_num_queries):
    client = signed_in(oak)
    gone(oak, to=place_of(oak, Role.LEAD))
    with django_assert_max_num_queries(14) as one:  # twelve, and two of the test's own session
        client.get(f"/reviews/{oak.ref}/{path}")
    gone(oak, to=place_of(oak, Role.LEAD))
    drafted(oak)
    with django_assert_max_num_queries(len(one)) as three:
        assert client.get(f"/reviews/{oak.ref}/{path}").status_code == 200
    assert len(three) == len(one)


def test_the_list_goes_on_past_one_page(oak):
    for _ in range(41):
        drafted(oak)
    page = body(signed_in(oak).get(f"/reviews/{oak.ref}/letters/?page=2")).decode()
    assert len(re.findall(r'data-name="To"', page)) == 1
    assert queries.letters(oak.seat(), page=99).page == 2
    assert queries.letters(oak.seat(), show="sent").rows == ()
