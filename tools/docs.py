"""Writes what in docs/ is made from the program: docs/reference and, with --screenshots, docs/guide/pictures."""

import os
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"


def main() -> None:
    """Write the reference pages, and the screenshots unless there is no browser."""
    os.environ["CASEMENT_HOME"] = os.environ.get("CASEMENT_DOCS_HOME") or tempfile.mkdtemp(prefix="casement-docs-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    import django

    django.setup()
    from casement.config.printing import permissions

    (DOCS / "reference" / "permissions.md").write_text(permissions())
    print("docs/reference/permissions.md")
    if "--no-screenshots" not in sys.argv:
        from tools.screenshots import take

        take(DOCS / "guide" / "pictures")


if __name__ == "__main__":
    main()
