"""A passage may keep its vector of meaning, in the row of its words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0003_ledger_moves_its_head")]
    operations = [
        migrations.AddField("searchrow", "meaning", models.BinaryField(null=True)),
    ]
