"""The outbox, and jobs that wait for their moment."""

import django.db.models.deletion
from django.db import migrations, models

import casement.foundation.clock


class Migration(migrations.Migration):
    dependencies = [("foundation", "0004_meaning")]
    operations = [
        migrations.AddField("job", "not_before", models.DateTimeField(null=True)),
        migrations.CreateModel(
            "Mail",
            [
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("review_id", models.BigIntegerField(null=True)),
                ("about", models.CharField(blank=True, max_length=60)),
                ("to", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("calendar", models.TextField(blank=True)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("why", models.CharField(blank=True, max_length=20)),
                ("tries", models.IntegerField(default=0)),
                ("ticket", models.CharField(max_length=64, unique=True)),
                ("written_at", models.DateTimeField(default=casement.foundation.clock.now)),
                ("try_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("returned_at", models.DateTimeField(null=True)),
            ],
            {"indexes": [models.Index(fields=["review_id", "-id"], name="mail_of_review")]},
        ),
        migrations.CreateModel(
            "Enclosure",
            [
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=120)),
                ("content", models.BinaryField()),
                (
                    "mail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enclosures",
                        to="foundation.mail",
                    ),
                ),
            ],
        ),
    ]
