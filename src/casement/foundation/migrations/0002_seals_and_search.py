"""The database refuses changes to the ledger, and keeps the search index in step with its rows."""

from django.db import migrations

from casement.foundation.ledger import seal
from casement.foundation.search.engines import CREATE


def apply(apps, schema_editor):
    seal(using=schema_editor.connection)
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]
    operations = [migrations.RunPython(apply)]
