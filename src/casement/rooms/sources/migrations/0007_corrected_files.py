import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import casement.foundation.clock


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0001_initial"),
        ("sources", "0006_masks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="redaction",
            name="likeness",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="redaction",
            name="word_count",
            field=models.IntegerField(default=0),
        ),
        migrations.CreateModel(
            name="CorrectedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("number", models.IntegerField()),
                ("name", models.CharField(max_length=255)),
                ("sha256", models.CharField(blank=True, db_index=True, max_length=64)),
                ("size", models.BigIntegerField(default=0)),
                ("reason", models.TextField()),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("sentence", models.TextField(blank=True)),
                ("media_type", models.CharField(blank=True, max_length=120)),
                ("text", models.TextField(blank=True)),
                ("anchors", models.JSONField(default=list)),
                ("kept", models.JSONField(default=list)),
                ("dropped", models.JSONField(default=list)),
                ("returned", models.IntegerField(default=0)),
                ("job_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField(default=casement.foundation.clock.now)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "correction",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="came_by",
                        to="sources.textcorrection",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.review"
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrected_files",
                        to="sources.source",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("review", "number"), name="corrected_file_number")],
            },
        ),
    ]
