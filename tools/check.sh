#!/bin/sh
# Format, lint, types, import contracts, migrations.
set -eu
cd "$(dirname "$0")/.."
CASEMENT_HOME="$(mktemp -d)"; export CASEMENT_HOME
trap 'rm -rf "$CASEMENT_HOME"' EXIT
echo "Format";           .venv/bin/ruff format --check .
echo "Lint";             .venv/bin/ruff check .
echo "Types";            .venv/bin/mypy src
echo "Import contracts"; .venv/bin/lint-imports
echo "Migrations";       .venv/bin/python manage.py makemigrations --check --dry-run
echo "Everything checked."
