"""What the browser is sent is what its sources say: built again, it is the same byte for byte."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src/casement/foundation/design/static/casement"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_committed_files_are_what_the_sources_build(tmp_path):
    if not (FRONTEND / "node_modules").is_dir() or not shutil.which("node"):
        pytest.skip("NOT TESTED: run `npm ci` in frontend/ to prove that the built files match their sources")
    subprocess.run(["node", "build.mjs", str(tmp_path / "built")], cwd=FRONTEND, check=True, capture_output=True)
    again, committed = contents(tmp_path / "built"), contents(BUILT)
    assert sorted(again) == sorted(committed)
    assert [name for name in again if again[name] != committed[name]] == []


def test_every_file_the_styles_name_is_there():
    styles = (BUILT / "css/casement.css").read_text()
    named = re.findall(r"url\(\"?([^\")]+)", styles)
    assert named
    assert [name for name in named if not (BUILT / "css" / name).resolve().is_file()] == []


def test_nothing_is_fetched_from_elsewhere_and_nothing_is_the_governments():
    for path in BUILT.rglob("*"):
        if path.suffix in {".css", ".js"}:
            text = path.read_text()
            assert not re.search(r"@import|url\(['\"]?(https?:)?//", text), path
            assert "GDS Transport" not in text, path
            assert "crest" not in text, path


def test_the_lock_names_no_registry():
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text()


def test_fonts_ship_with_their_licences():
    for family in ("atkinson", "source-serif"):
        assert "SIL OPEN FONT LICENSE" in (BUILT / f"fonts/{family}-licence.txt").read_text()
