# The first day after the case group has had its say.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0002_secluded"),
    ]

    operations = [
        migrations.AddField(
            model_name="review",
            name="heard_from",
            field=models.DateField(null=True),
        ),
    ]
