"""The worked example, read once and made once."""

import shutil
from pathlib import Path

import pytest

from casement.example.case import CASE, Case, load_case
from casement.example.making.make import Made, make_files


@pytest.fixture(scope="session")
def case() -> Case:
    return load_case(CASE)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every made file by slug; those of chronologies by the name of the file."""
    return {each.slug: each for each in make_files(CASE, tmp_path_factory.mktemp("made"))}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the example's folder, to be spoilt."""
    return Path(shutil.copytree(CASE, tmp_path / "case"))
