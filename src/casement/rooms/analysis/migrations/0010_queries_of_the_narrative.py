"""What the narrative could not say becomes an open query like any other, with its answer."""

from django.db import migrations

TAKEN_BACK = "Taken back in the narrative."


def move(apps, schema_editor):
    """Make each query among the remarks an open query of its review, in the order in which they were asked."""
    remarks, queries = apps.get_model("analysis", "Remark"), apps.get_model("analysis", "OpenQuery")
    answers = apps.get_model("analysis", "QueryAnswer")
    asked = remarks.objects.filter(kind="query")
    last = {}
    for review, number in queries.objects.order_by("number").values_list("review_id", "number"):
        last[review] = number
    for one in asked.order_by("review_id", "number"):
        last[one.review_id] = last.get(one.review_id, 0) + 1
        open_ = one.taken_back_at is None
        made = queries.objects.create(
            review_id=one.review_id, number=last[one.review_id], text=one.text, period_id=one.period_id,
            about_id=one.about_id, about_agency_id=one.about_agency_id, asked_role_id=one.about_id,
            asked_of_id=one.about_agency_id, by_id=one.by_id, at=one.at, let_go_at=one.taken_back_at,
            let_go_because="" if open_ else TAKEN_BACK,
        )  # fmt: skip
        if one.answer:
            answers.objects.create(
                query=made, text=one.answer, by_id=one.answered_by_id or one.by_id, at=one.answered_at or one.at
            )
    asked.delete()


class Migration(migrations.Migration):
    dependencies = [("analysis", "0009_one_kind_of_open_query")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop, elidable=True)]
