"""After `pip install .` into an empty environment the command and the app work from any folder."""

import subprocess
import venv
from pathlib import Path

import pytest

from tests.readme.reading import ROOT
from tools.example import open_example
from tools.serving import served
from tools.visitor import Visitor, exceptions

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """An environment with nothing in it but what `pip install .` brought, far from the checkout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    quietly = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*quietly, ROOT, "--constraint", ROOT / "constraints.txt"], cwd=folder, check=True
    )
    return folder


def test_the_installed_package_is_not_the_checkout(elsewhere):
    asked = [
        elsewhere / "env" / "bin" / "python",
        "-c",
        "import cidesign; print(cidesign.__file__)",
    ]

    told = subprocess.run(
        asked, cwd=elsewhere, capture_output=True, text=True, check=True
    ).stdout.strip()

    assert Path(told).is_relative_to(elsewhere)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (ROOT / "data" / "examples").glob("*/"))
)
def test_every_example_comes_out_and_ranks(elsewhere, name):
    cidesign = elsewhere / "env" / "bin" / "cidesign"

    subprocess.run([cidesign, "example", name, name], cwd=elsewhere, check=True)
    ranked = subprocess.run(
        [cidesign, "rank", "--bundle", name],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ranked.returncode == 0, ranked.stderr
    assert ranked.stdout.strip()


def test_the_app_draws_every_page_without_the_checkout(elsewhere, tmp_path):
    cidesign = elsewhere / "env" / "bin" / "cidesign"

    with (
        served(tmp_path, command=(str(cidesign), "serve", "--port", "{port}"), cwd=tmp_path) as url,
        Visitor(url) as visitor,
    ):
        open_example(visitor)
        faults = {page: exceptions(visitor.visit(f"/{page}")) for page in visitor.pages}

    assert len(faults) >= 5
    assert {page: told for page, told in faults.items() if told} == {}
