"""The database itself moves the head of the ledger, so that an entry costs two statements."""

from django.db import migrations

from casement.foundation.ledger import FOLLOW


def apply(apps, schema_editor):
    for statement in FOLLOW[schema_editor.connection.vendor]:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_seals_and_search")]
    operations = [migrations.RunPython(apply)]
