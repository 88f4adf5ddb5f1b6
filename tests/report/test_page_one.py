"""Page one is one page, whichever typefaces there are: Word's, their twins, or DejaVu alone."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import matplotlib
import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Bundle, Decision
from cidesign.memo.blocks import Memo
from cidesign.memo.memo import memo
from cidesign.record import changed, read_bundle, with_decision
from cidesign.report.fitting import SCALES, SPARE, page_one_height, page_one_room, page_one_scale
from cidesign.report.memo import memo_document
from cidesign.report.styles import LOOKS, PAGE_ONE
from tests.report.addresses import DATA
from tests.report.bundles import written
from tools import office

pytestmark = pytest.mark.slow

CATALOG = load()
EXAMPLE = DATA / "examples" / "philadelphia_stem"
DEJAVU = tuple(Path(matplotlib.get_data_path()).glob("fonts/ttf/DejaVu*.ttf"))
SEVEN_TIMES = "We would have weighed dedicated capacity more than the members who won. " * 7
NAME = "Wide Open Meadows Community Foundation and Mutual Workers Network of Wyoming"

needs_office = pytest.mark.skipif(
    office.found() is None or shutil.which("pdftotext") is None,
    reason="needs LibreOffice and pdftotext",
)
needs_typefaces = pytest.mark.skipif(
    not office.typefaces(), reason=f"needs {' and '.join(office.TYPEFACES)}"
)
needs_fontconfig = pytest.mark.skipif(shutil.which("fc-list") is None, reason="needs fontconfig")


def decided(bundle: Bundle, said: str) -> Bundle:
    for page, figures in (("compare", {"chosen": "brightline"}), ("team", {}), ("outlook", {})):
        held = Decision(
            page=page, what=said, because=said, dissent=said, at="2026-10-20", figures=figures
        )
        bundle = with_decision(bundle, held)
    return bundle


@cache
def whole() -> Memo:
    """Everything is decided."""
    return memo(
        decided(read_bundle(EXAMPLE), "We agree."), CATALOG, made_on="2026-11-22", made_by="Jo Doe"
    )


@cache
def crowded() -> Memo:
    """Everything is decided, at length, by a group of a long name; the rules' seal is broken."""
    bundle = decided(read_bundle(EXAMPLE), SEVEN_TIMES)
    bundle = changed(bundle, "workshop.yaml", {("name",): NAME, ("example",): SEVEN_TIMES})
    return memo(
        changed(bundle, "rules.yaml", {("criteria", 0, "weight"): 17}),
        CATALOG,
        made_on="2026-11-22",
    )


MEMOS = {"whole": whole, "crowded": crowded}


@pytest.fixture(scope="module", params=MEMOS)
def one(request) -> Memo:
    return MEMOS[request.param]()


# In an office program.


@needs_office
@pytest.mark.soak
@pytest.mark.parametrize(
    ("fonts", "drawn"),
    [
        pytest.param((), "", id="what this machine has"),
        pytest.param(
            office.typefaces(), "Carlito", id="Caladea and Carlito", marks=needs_typefaces
        ),
        pytest.param(DEJAVU, "DejaVu", id="DejaVu alone", marks=needs_fontconfig),
    ],
)
def test_page_one_is_one_page_with_any_typefaces(one, tmp_path, fonts: Sequence[Path], drawn):
    on_one_page(one, tmp_path, fonts, drawn)


@needs_office
@needs_fontconfig
def test_the_most_one_can_say_is_one_page_with_the_widest_typeface(tmp_path):
    on_one_page(crowded(), tmp_path, DEJAVU, "DejaVu")


def on_one_page(one: Memo, tmp_path: Path, fonts: Sequence[Path], drawn: str) -> None:
    (tmp_path / "memo.docx").write_bytes(memo_document(one))

    pdf = office.laid_out(tmp_path / "memo.docx", tmp_path / "made", fonts=fonts)

    first, second = text_of(pdf, 1), text_of(pdf, 2)
    assert "Next" in first, "the last box of page one stands on it"
    assert "Structure: Existing nonprofit" in second, "the evidence begins on page two"
    assert drawn in told("pdffonts", pdf), "the typefaces were those we meant"


@needs_office
@needs_typefaces
def test_a_whole_memo_has_at_most_sixteen_pages_and_none_is_nearly_empty(tmp_path):
    (tmp_path / "memo.docx").write_bytes(memo_document(whole()))

    pdf = office.laid_out(tmp_path / "memo.docx", tmp_path / "made", fonts=office.typefaces())

    pages = int(re.search(r"Pages:\s+(\d+)", told("pdfinfo", pdf))[1])
    assert pages <= 16
    assert [page for page in range(1, pages) if len(set(text_of(pdf, page))) < 20] == []


def text_of(pdf: Path, page: int) -> list[str]:
    return [
        line.strip()
        for line in told("pdftotext", "-f", str(page), "-l", str(page), pdf, "-").splitlines()
    ]


def told(*command: str | Path) -> str:
    return subprocess.run(
        command, check=True, capture_output=True, text=True, errors="replace"
    ).stdout


# By our own sum.


def test_page_one_is_as_large_as_it_can_be_and_still_fits_in_the_widest_typeface(one):
    scale = page_one_scale(one)

    assert page_one_height(one, scale) <= page_one_room(one) - SPARE
    assert (
        scale == 1
        or page_one_height(one, SCALES[SCALES.index(scale) - 1]) > page_one_room(one) - SPARE
    )


def test_more_to_say_is_set_smaller_and_nothing_to_say_at_full_size():
    assert page_one_scale(replace(whole(), boxes=())) == 1
    assert page_one_scale(crowded()) < page_one_scale(whole()) < 1


@pytest.mark.parametrize("seed", range(12))
def test_every_memo_of_a_random_workshop_fits(tmp_path, seed):
    seen = memo(read_bundle(written(tmp_path / "bundle", seed)), CATALOG, made_on="2026-11-22")

    assert page_one_height(seen, page_one_scale(seen)) <= page_one_room(seen) - SPARE


def test_styles_of_page_one_are_set_at_its_scale_and_the_others_as_ever():
    seen = crowded()
    scale = page_one_scale(seen)

    styles = docx.Document(io.BytesIO(memo_document(seen))).styles

    assert scale < 1
    assert {name: styles[name].font.size.pt for name in LOOKS} == {
        name: (look.at(scale) if name in PAGE_ONE else look).size for name, look in LOOKS.items()
    }


def test_the_file_names_who_may_stand_in_for_its_typefaces():
    listed = zipfile.ZipFile(io.BytesIO(memo_document(whole()))).read("word/fontTable.xml").decode()

    pairs = re.findall(r'w:name="(\w+)">\s*<w:altName w:val="(\w+)"/>', listed)

    assert dict(pairs) == {"Cambria": "Caladea", "Calibri": "Carlito"}
    assert {twin for _, twin in pairs} == set(office.TYPEFACES)
