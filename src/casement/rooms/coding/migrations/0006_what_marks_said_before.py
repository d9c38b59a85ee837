"""What marks said before an act changed it, and a number for everything that happens to one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import casement.foundation.clock


def number_what_is_there(apps, schema_editor):
    marks = apps.get_model("coding", "Mark").objects
    marks.update(changed=models.F("number"))
    marks.filter(sent_key="").update(sent_key=None)


def say_nothing_of_keys(apps, schema_editor):
    apps.get_model("coding", "Mark").objects.filter(sent_key=None).update(sent_key="")


class Migration(migrations.Migration):
    dependencies = [
        ("coding", "0005_find_memos"),
        ("reviews", "0001_initial"),
        ("sources", "0004_corrected_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MarkBefore",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("act", models.IntegerField()),
                ("previous", models.IntegerField()),
                ("takes_back", models.IntegerField(null=True)),
                ("influence", models.CharField(blank=True, max_length=42)),
                ("removed_at", models.DateTimeField(null=True)),
                ("at", models.DateTimeField(default=casement.foundation.clock.now)),
            ],
            options={
                "ordering": ["act"],
            },
        ),
        migrations.AddField(
            model_name="mark",
            name="act",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="mark",
            name="changed",
            field=models.IntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="mark",
            index=models.Index(fields=["review", "changed"], name="mark_changed"),
        ),
        migrations.AddField(
            model_name="markbefore",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="markbefore",
            name="code",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coding.code"
            ),
        ),
        migrations.AddField(
            model_name="markbefore",
            name="item",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reviews.frameworkitem"
            ),
        ),
        migrations.AddField(
            model_name="markbefore",
            name="mark",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="befores", to="coding.mark"
            ),
        ),
        migrations.AddConstraint(
            model_name="markbefore",
            constraint=models.UniqueConstraint(fields=("mark", "act"), name="mark_act_once"),
        ),
        migrations.RemoveConstraint(model_name="mark", name="mark_sent_once"),
        migrations.AlterField(
            model_name="mark",
            name="excerpt",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sources.excerpt",
            ),
        ),
        migrations.AlterField(model_name="mark", name="sent_key", field=models.CharField(max_length=40, null=True)),
        migrations.AddIndex(model_name="mark", index=models.Index(fields=["excerpt", "by"], name="mark_excerpt")),
        migrations.AddConstraint(
            model_name="mark",
            constraint=models.UniqueConstraint(fields=("review", "by", "sent_key"), name="mark_sent_once"),
        ),
        migrations.AddField(model_name="memo", name="sent_key", field=models.CharField(max_length=40, null=True)),
        migrations.AddConstraint(
            model_name="memo",
            constraint=models.UniqueConstraint(fields=("review", "by", "sent_key"), name="memo_sent_once"),
        ),
        migrations.RunPython(number_what_is_there, say_nothing_of_keys),
    ]
