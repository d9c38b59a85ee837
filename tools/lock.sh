#!/bin/sh
# Pins every dependency with hashes and without any address.
set -eu
cd "$(dirname "$0")/.."
pin() { .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url "$@"; }
echo "uv" | pin - -o requirements/installer.txt
printf 'hatchling\neditables\n' > requirements/build.in
pin pyproject.toml requirements/build.in --extra team -o requirements/runtime.txt
pin pyproject.toml requirements/build.in --extra team --extra dev -c requirements/runtime.txt -o requirements/dev.txt
