"""The database refuses to alter a line of the disclosure log. It goes only with its whole review."""

from django.db import migrations

MADE = {
    "sqlite": [
        "CREATE TRIGGER disclosure_no_update BEFORE UPDATE ON proceedings_disclosure "
        "BEGIN SELECT RAISE(ABORT, 'a disclosure is never changed'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION disclosure_refuse() RETURNS trigger AS "
        "$$ BEGIN RAISE EXCEPTION 'a disclosure is never changed'; END $$ LANGUAGE plpgsql",
        "CREATE TRIGGER disclosure_no_update BEFORE UPDATE ON proceedings_disclosure "
        "FOR EACH ROW EXECUTE FUNCTION disclosure_refuse()",
    ],
}
GONE = {
    "sqlite": ["DROP TRIGGER IF EXISTS disclosure_no_update"],
    "postgresql": [
        "DROP TRIGGER IF EXISTS disclosure_no_update ON proceedings_disclosure",
        "DROP FUNCTION IF EXISTS disclosure_refuse()",
    ],
}


def seal(apps, schema_editor):
    for statement in MADE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unseal(apps, schema_editor):
    for statement in GONE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0001_initial")]
    operations = [migrations.RunPython(seal, unseal)]
