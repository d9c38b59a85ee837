"""Links for people without an account."""

from django.db import migrations, models

from casement.foundation.clock import now


class Migration(migrations.Migration):
    dependencies = [("foundation", "0005_post")]
    operations = [
        migrations.CreateModel(
            name="PrivateLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("purpose", models.CharField(max_length=20)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("review_id", models.BigIntegerField(null=True)),
                ("participation_id", models.BigIntegerField(null=True)),
                ("person_id", models.BigIntegerField(null=True)),
                ("thing", models.BigIntegerField(default=0)),
                ("made_at", models.DateTimeField(default=now)),
                ("made_by_id", models.BigIntegerField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["review_id", "purpose", "participation_id"], name="links_of_place")
                ]
            },
        ),
    ]
