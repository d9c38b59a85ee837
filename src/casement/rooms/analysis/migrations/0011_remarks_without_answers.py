from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("analysis", "0010_queries_of_the_narrative")]

    operations = [
        migrations.RemoveField(
            model_name="remark",
            name="answer",
        ),
        migrations.RemoveField(
            model_name="remark",
            name="answered_at",
        ),
        migrations.RemoveField(
            model_name="remark",
            name="answered_by",
        ),
    ]
