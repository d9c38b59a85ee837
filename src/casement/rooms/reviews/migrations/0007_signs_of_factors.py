"""Factors say what people tell where they helped and where they made things harder; those that are here as well."""

from django.db import migrations, models

from casement.rooms.reviews.rules.frameworks import shipped


def give_signs(apps, schema_editor):
    """Give the factors that shipped with Casement the signs that ship with them now."""
    signs = {(told.key, told.version, one.item_id): one.signs for told in shipped() for one in told.items}
    items = apps.get_model("reviews", "FrameworkItem").objects.filter(framework__key="factors")
    rows = list(items.select_related("framework"))
    for row in rows:
        row.signs = signs.get((row.framework.key, row.framework.version, row.item_id), {})
    apps.get_model("reviews", "FrameworkItem").objects.bulk_update(rows, ["signs"])


class Migration(migrations.Migration):
    dependencies = [("reviews", "0006_local_rights")]

    operations = [
        migrations.AddField(
            model_name="frameworkitem",
            name="signs",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(give_signs, migrations.RunPython.noop, elidable=True),
    ]
