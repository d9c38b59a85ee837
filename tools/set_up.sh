#!/bin/sh
# Makes .venv with the pinned dependencies. Usage: tools/set_up.sh runtime|dev. Does nothing when all is in place.
set -eu
kind="$1"
cd "$(dirname "$0")/.."

stamp=".venv/.set-up-$kind"
wanted="$(cat "requirements/$kind.txt" requirements/installer.txt pyproject.toml | cksum)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi

python=""
for name in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python="$name"; break
  fi
done
if [ -z "$python" ]; then
  echo "Casement needs Python 3.11 or newer, and none was found. Install it, then run this again." >&2; exit 1
fi

apt_install() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing from the system's packages: $*"
    (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@") >/dev/null 2>&1
  else
    return 1
  fi
}

if [ ! -x .venv/bin/python ]; then
  echo "Making a Python environment in .venv with $($python --version)."
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    apt_install python3-venv && "$python" -m venv .venv || {
      echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv. Then run this again." >&2
      exit 1
    }
  fi
fi

echo "Installing what Casement needs ($kind), pinned by hash. The first time takes a minute or two."
quiet="--disable-pip-version-check -q"
# shellcheck disable=SC2086
if .venv/bin/python -m pip install $quiet --require-hashes -r requirements/installer.txt 2>/dev/null; then
  .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes -r "requirements/$kind.txt"
  .venv/bin/uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
else
  .venv/bin/python -m pip install $quiet --require-hashes -r "requirements/$kind.txt"
  .venv/bin/python -m pip install $quiet --no-deps --no-build-isolation -e .
fi

if ! .venv/bin/python -W ignore -c 'import weasyprint' >/dev/null 2>&1; then
  apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || \
    echo "PDF needs Pango. On Debian or Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. All else works."
fi
echo "$wanted" > "$stamp"
