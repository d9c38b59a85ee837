#!/bin/sh
# Every test, first on SQLite, then on a real PostgreSQL that this script starts and stops.
# Arguments go to pytest: tools/test.sh tests/house -k seats
set -u
cd "$(dirname "$0")/.."

root_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
if [ -n "$missing" ]; then
  if root_apt; then
    echo "Installing for the tests:$missing"
    # shellcheck disable=SC2086
    (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing) >/dev/null 2>&1 || true
  else
    echo "NOT TESTED WITHOUT:$missing (install them to run those tests)"
  fi
fi

.venv/bin/python -m tools.postgres --check
echo "Tests on SQLite"
.venv/bin/python -m pytest -n 2 --dist worksteal "$@"
sqlite=$?
if [ "$sqlite" -ne 0 ]; then echo "The tests on SQLite did not pass."; exit "$sqlite"; fi

if dsn="$(.venv/bin/python -m tools.postgres start)"; then
  trap '.venv/bin/python -m tools.postgres stop' EXIT INT TERM
  echo "Tests on PostgreSQL"
  CASEMENT_TEST_DATABASE="$dsn" .venv/bin/python -m pytest -n 2 --dist worksteal "$@"
  exit $?
fi
echo "SKIPPED: the tests on PostgreSQL, because no server could be started here."
exit 0
