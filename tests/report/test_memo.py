"""The memo parsed back: every number is a figure, every figure has an address, and what stands at
the address is what is printed.
"""

import csv
import io
import re
import shutil
import unicodedata
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
import yaml

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.memo import memo
from cidesign.record import changed, read_bundle, read_files, with_decision, write_bundle
from cidesign.report.annex import annex_document
from cidesign.report.memo import memo_document
from tests.report.addresses import DATA, Addresses
from tests.report.bundles import written
from tests.report.printed import Piece, Printed, printed, printed_with
from tests.views.compare.card_panels import PANELS, Panel
from tests.views.compare.card_panels import bundle as recorded

CATALOG = load()
EXAMPLES = DATA / "examples"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAY = re.compile(rf"\d{{1,2}} ({'|'.join(MONTHS)}) \d{{4}}")
SOME, MANY = range(3), range(50)
NUMBERED = re.compile(r" \((?:[^()]*, )?\d+\)")
"""How two of one name are told apart."""
SMALL = [panel for panel in PANELS if panel.name != "a hundred equal candidates"]
NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def made(folder: Path) -> Printed:
    said = memo(read_bundle(folder), CATALOG, made_on="2026-11-22", made_by="Jo 1st")
    return printed_with(memo_document(said), annex_document(said))


def decided(folder: Path) -> Path:
    """The example with all that a whole memo needs."""
    bundle = read_bundle(EXAMPLES / "philadelphia_stem")
    for page, figures in (("compare", {"chosen": "brightline"}), ("team", {}), ("outlook", {})):
        bundle = with_decision(
            bundle,
            Decision(
                page=page, what="We agree.", because="We do.", at="2026-10-20", figures=figures
            ),
        )
    write_bundle(bundle, folder)
    return folder


# Every number is a figure.


def in_record(folder: Path) -> str:
    """All words of the bundle, each cell and each YAML text as it reads; who pays begins with a
    capital.
    """
    words = ["Jo 1st", "One FTE"]
    for path in folder.rglob("*"):
        if path.suffix == ".yaml":
            said = _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
            words += [*said, *(f"{text[:1].upper()}{text[1:]}" for text in said)]
        elif path.suffix == ".csv":
            words += [
                cell
                for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
                for cell in row
            ]
    return clean("\x00".join(words).replace("\x00", "\n"))


@cache
def in_catalog() -> str:
    words = [
        text
        for path in DATA.glob("*.yaml")
        for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]
    for source in yaml.safe_load((DATA / "sources.yaml").read_text(encoding="utf-8")):
        words.append(named(source))
        words.append(
            ". ".join(source[key] for key in ("title", "publisher", "year") if source.get(key))
            + "."
        )
    return clean("\n".join(words)).casefold()


def named(source: dict[str, str]) -> str:
    return ", ".join(
        part
        for part in (source.get("publisher") or source["title"], source.get("year", ""))
        if part
    )


def _texts(tree) -> list[str]:
    if isinstance(tree, dict):
        return [text for key, one in tree.items() for text in [str(key), *_texts(one)]]
    if isinstance(tree, list):
        return [text for one in tree for text in _texts(one)]
    return [str(tree)]


def clean(text: str) -> str:
    return NOT_IN_XML.sub("", unicodedata.normalize("NFC", text))


def numbers_that_are_no_figures(seen: Printed, folder: Path) -> list[str]:
    record, catalog = in_record(folder), in_catalog()
    listed = {row.figure for row in seen.rows}
    places = {text for row in seen.rows for text in (row.number, row.of)}
    fits = {
        "": lambda text: False,
        "figure": lambda text: text in listed,
        "own": lambda text: NUMBERED.sub("", text) in record,
        "known": lambda text: text.casefold() in catalog,
        "day": lambda text: DAY.fullmatch(text) is not None,
        "place": lambda text: text in places,
    }
    counted = [piece for piece in seen.pieces if any(letter.isdigit() for letter in piece.text)]
    return [
        f"{piece.mark or 'no mark'}: {piece.text}"
        for piece in counted
        if not fits[piece.mark](piece.text)
    ]


# What stands at an address is what is printed.


def figures_that_differ(seen: Printed, folder: Path, scratch: Path) -> list[str]:
    addresses = Addresses(folder, figures=sum(row.assumed for row in seen.rows))
    return [
        f"{row.figure} is not {row.of}"
        for row in seen.rows
        if not _same(row.figure, row.of, addresses, scratch)
    ]


def _same(figure: str, address: str, addresses: Addresses, scratch: Path) -> bool:
    if address == "raising(outlook)":
        usd, _ = number(figure)
        if figure[-1] in "km":
            return True  # rounded; the same figure stands in the list in full
        return addresses.lasts_with(usd, _empty(scratch)) and not addresses.lasts_with(
            max(usd - 1001, 0), _empty(scratch)
        )
    found = addresses.find(address)
    if isinstance(found, str) and re.fullmatch(r"[0-9a-f]{64}", found):
        return found.startswith(figure.replace(" ", "")) and len(figure.replace(" ", "")) in (
            16,
            64,
        )
    if isinstance(found, str):
        if figure == found[:4]:  # "from 2030" is from January on, "through 2031" to December
            return found[5:7] in ("01", "12")
        return figure == f"{MONTHS[int(found[5:7]) - 1]} {found[:4]}"
    if figure == "under 1%":
        return 0 < found < 0.01
    if figure == "over 99%":
        return 0.995 <= found < 1
    if figure == "under 1 of 100":
        return 0 < found < 0.01
    if figure == "over 99 of 100":
        return 0.995 <= found < 1
    if figure.endswith(" of 100"):
        return abs(int(figure.removesuffix(" of 100")) / 100 - found) <= 0.005 + 1e-9
    shown, step = number(figure)
    return abs(shown - found) <= step / 2 + 1e-6 * max(1, abs(found))


UP_TO_TEN = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def _empty(scratch: Path) -> Path:
    folder = scratch / f"try {len(list(scratch.iterdir()))}"
    folder.mkdir()
    return folder


def number(text: str) -> tuple[float, float]:
    """A written number and the step it was rounded to."""
    if text in UP_TO_TEN:
        return UP_TO_TEN.index(text), 1
    matched = re.fullmatch(r"(−?)\$?([\d,]*\.?\d+)([km%]?)", text)
    assert matched, f"{text} is no number"
    times = {"k": 1000, "m": 1_000_000, "%": 0.01, "": 1}[matched[3]]
    digits = matched[2].replace(",", "")
    places = len(digits.partition(".")[2])
    places = max(places, 2) if matched[3] == "m" else places
    return (-1 if matched[1] else 1) * float(digits) * times, 10**-places * times


@cache
def known_sources() -> frozenset[str]:
    listed = yaml.safe_load((DATA / "sources.yaml").read_text(encoding="utf-8"))
    return frozenset({*map(named, listed), "our record"})


def sources_nobody_knows(seen: Printed) -> list[str]:
    known = known_sources()
    return [row.source for row in seen.rows if row.source.removeprefix("assumed; ") not in known]


def faults(folder: Path, scratch: Path) -> list[str]:
    seen = made(folder)
    wrong = (
        numbers_that_are_no_figures(seen, folder)
        + figures_that_differ(seen, folder, scratch)
        + sources_nobody_knows(seen)
    )
    wrong += [
        row.number for place, row in enumerate(seen.rows, start=1) if row.number != str(place)
    ]
    return wrong + [
        row.figure
        for before, row in zip(seen.rows, seen.rows[1:])
        if row.assumed and not before.assumed
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [pytest.param("philadelphia_stem", marks=pytest.mark.soak), "rtd_southeast_rail_2015"],
)
def test_every_figure_of_an_example_equals_the_record_and_has_a_source(name, tmp_path):
    assert faults(EXAMPLES / name, tmp_path) == []


@pytest.mark.slow
def test_every_figure_of_a_whole_memo_equals_the_record_and_has_a_source(tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    assert faults(decided(tmp_path / "whole"), scratch) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", SOME)
def test_every_figure_of_a_random_workshop_equals_the_record_and_has_a_source(seed, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    assert faults(written(tmp_path / "bundle", seed), scratch) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", MANY)
def test_every_figure_of_fifty_random_workshops_equals_the_record_and_has_a_source(seed, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    assert faults(written(tmp_path / "bundle", seed), scratch) == []


@pytest.mark.slow
@pytest.mark.parametrize("panel", SMALL[::5], ids=lambda panel: panel.name)
def test_every_figure_of_a_panel_that_is_special_in_one_way_equals_the_record(panel, tmp_path):
    assert faults(chosen_last(panel, tmp_path / "bundle"), _empty(tmp_path)) == []


@pytest.mark.soak
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_every_figure_of_each_panel_that_is_special_in_one_way_equals_the_record(panel, tmp_path):
    assert faults(chosen_last(panel, tmp_path / "bundle"), _empty(tmp_path)) == []


def chosen_last(panel: Panel, folder: Path) -> Path:
    """The record of the panel, with the last of its candidates as host."""
    chosen = Decision(
        page="compare",
        what="We agree.",
        because="We do.",
        at="2026-10-20",
        figures={"chosen": panel.everybody[-1]},
    )
    write_bundle(with_decision(recorded(panel), chosen), folder)
    return folder


@pytest.mark.slow
def test_a_number_that_is_no_figure_is_found(tmp_path):
    seen = made(written(tmp_path, 1))

    stray = replace(
        seen,
        pieces=(
            *seen.pieces,
            Piece("We have 7 partners.", ""),
            Piece("$1", "figure"),
            Piece("page 4", "day"),
        ),
    )

    assert numbers_that_are_no_figures(seen, tmp_path) == []
    assert numbers_that_are_no_figures(stray, tmp_path) == [
        "no mark: We have 7 partners.",
        "figure: $1",
        "day: page 4",
    ]


@pytest.mark.slow
def test_a_figure_that_differs_from_its_address_is_found(tmp_path):
    folder = written(tmp_path / "bundle", 1)
    seen = made(folder)
    altered = replace(
        seen,
        rows=tuple(
            replace(row, figure="$123,456,789")
            for row in seen.rows
            if row.of.startswith("plan.yaml: roles")
        ),
    )

    assert altered.rows
    assert len(figures_that_differ(altered, folder, tmp_path)) == len(altered.rows)


# What a reader meets.


@pytest.fixture(scope="module")
def decided_memo(tmp_path_factory):
    folder = decided(tmp_path_factory.mktemp("whole") / "bundle")
    return memo(read_bundle(folder), CATALOG, made_on="2026-11-22", made_by="Jo Doe")


@pytest.fixture(scope="module")
def whole(decided_memo) -> bytes:
    return memo_document(decided_memo)


@pytest.mark.slow
def test_the_annex_lists_every_figure_and_the_memo_says_that_there_is_one(decided_memo, whole):
    annex = printed(annex_document(decided_memo))

    assert [row.figure for row in annex.rows] == [one.text for one in decided_memo.figures]
    assert annex.headings == ("Every figure and where it comes from", "What we answered")
    assert annex.footer == printed(whole).footer
    assert printed(whole).rows == ()
    assert "lists every figure of this memo" in printed(whole).text


@pytest.mark.slow
def test_page_one_says_of_how_many_members_those_who_scored_are(decided_memo):
    row = next(one for one in decided_memo.rows if one.id == "compare")

    # Seven on the committee; one stepped aside for the host.
    assert row.details.plain.endswith(" of 7 members scored it.")


@pytest.mark.slow
def test_what_is_paid_only_against_a_match_is_told_beside_who_pays(whole):
    assert (
        "$100,000 a year of Foundation is paid only against a match: a dollar from local businesses "
        "for each of these."
    ) in printed(whole).text


@pytest.mark.slow
def test_a_whole_memo_can_be_walked_by_its_headings(whole):
    document = docx.Document(io.BytesIO(whole))

    assert [
        one.text.partition(":")[0] for one in document.paragraphs if one.style.name == "Heading 1"
    ] == [
        "Structure",
        "Host",
        "Team and budget",
        "Years ahead",
        "Who we are, and how ready",
        "The director we look for",
        "Our common agenda",
        "Our equity mirror",
        "Who does what with whom",
        "How we will see it",
        "Next steps",
        "Decision records",
        "Sources",
        "Fingerprints",
        "Signed for the steering committee",
    ]


@pytest.mark.slow
def test_a_plan_in_dollars_of_another_year_says_how_the_first_of_the_years_is_taken(
    decided_memo, tmp_path
):
    said = "2027 is taken at the plan's prices, in {} dollars; prices grow from the second year on."
    folder = decided(tmp_path / "bundle")
    older = changed(read_bundle(folder), "plan.yaml", {("price_year",): 2025})
    theirs = memo(older, CATALOG, made_on="2026-11-22", made_by="Jo Doe")

    assert said.format(2025) in printed(memo_document(theirs)).text
    assert said.format(2027) not in printed(memo_document(decided_memo)).text
    assert [
        one.text for one in decided_memo.figures if one.of == "funding.yaml: opening_reserve_usd"
    ] == ["$90,000"]


@pytest.mark.slow
def test_a_memo_says_which_assumptions_its_list_leaves_out(whole):
    assert "Assumed as well, and too many to list here" in printed(whole).text


@pytest.mark.slow
def test_every_picture_has_words_and_every_table_of_figures_a_head(whole):
    seen, document = printed(whole), docx.Document(io.BytesIO(whole))

    assert len(seen.alts) == 7
    assert all(len(alt) > 20 for alt in seen.alts)
    heads = [table for table in document.tables if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
    assert len(heads) >= 10


@pytest.mark.slow
def test_title_and_language_are_told_to_programs_that_read_aloud(whole):
    document = docx.Document(io.BytesIO(whole))

    assert document.core_properties.title == "Philadelphia STEM alliance: steering committee memo"
    assert (
        zipfile.ZipFile(io.BytesIO(whole)).read("word/styles.xml").count(b'w:lang w:val="en-US"')
        == 1
    )


@pytest.mark.slow
def test_the_watermark_stands_at_the_head_of_every_page_and_a_whole_memo_is_no_draft(whole):
    seen = printed(whole)

    assert (
        seen.header
        == yaml.safe_load((EXAMPLES / "philadelphia_stem" / "workshop.yaml").read_text())["example"]
    )
    assert seen.footer.startswith("Rules sealed 14 September 2026 · fingerprint ")
    assert "Jo Doe" in seen.text
    # Who holds the grant, convened, funds and chairs, as workshop.yaml says.
    assert "Harborlight Community Foundation convened us and funds us." in seen.text
    assert "Schuylkill Learning Trust holds or applies for the grant, and is no" in seen.text


def test_a_draft_says_so_at_the_head_of_every_page(tmp_path):
    (tmp_path / "workshop.yaml").write_text("name: Bare\n", encoding="utf-8")

    seen = made(tmp_path)

    assert seen.header == "Draft: not everything is decided yet"
    assert "Nothing is decided yet: this is a draft." in seen.text


def test_no_points_are_printed_while_a_round_is_open(tmp_path):
    bundle = changed(
        read_bundle(EXAMPLES / "rtd_southeast_rail_2015"), "workshop.yaml", {("stage",): "scoring"}
    )
    write_bundle(bundle, tmp_path / "open")

    seen = made(tmp_path / "open")

    assert not [row for row in seen.rows if "rank" in row.of]
    assert "83.3" not in seen.text
    assert "A round of scoring is open." in seen.text


@pytest.mark.slow
def test_a_broken_seal_is_told_on_page_one(tmp_path):
    bundle = changed(
        read_bundle(EXAMPLES / "philadelphia_stem"), "rules.yaml", {("criteria", 0, "weight"): 17}
    )
    bundle = changed(bundle, "workshop.yaml", {("stage",): "scoring"})
    files = {
        path: content
        for path, content in bundle.files.items()
        if path not in ("plan.yaml", "outlook.yaml")
    }

    seen = printed(memo_document(memo(read_files(files), CATALOG)))

    assert seen.text.index("The seal is broken") < seen.text.index("Decision records")


def test_a_backbone_that_works_already_has_no_part_on_selection(tmp_path):
    text = "name: Ours\ninitiative: {existing_backbone: 'yes', backbone: Old Mill}\n"
    (tmp_path / "workshop.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(
        "criteria: [{id: reach, weight: 1, scale: {worst: 1, best: 5}}]\n", encoding="utf-8"
    )

    seen = made(tmp_path)

    assert "Old Mill is our backbone already" in seen.text
    assert "not sealed" not in f"{seen.text} {seen.footer}"
    assert not [one for one in seen.headings if one.startswith(("Structure", "Host"))]


def test_the_only_organization_asked_is_checked_not_ranked(tmp_path):
    bundle = read_bundle(EXAMPLES / "rtd_southeast_rail_2015")
    bundle = changed(bundle, "workshop.yaml", {("sole_source",): "Nobody else builds rails here."})
    bundle = changed(bundle, "rules.yaml", {("criteria", 1, "pass_mark"): 24})
    write_bundle(bundle, tmp_path / "sole")

    seen = made(tmp_path / "sole")

    assert seen.text.index(
        "Why only one was asked: Nobody else builds rails here."
    ) < seen.text.index("Decision records")
    assert seen.text.count("Nobody else builds rails here.") == 2, "on page one and in the section"
    assert "It misses the pass mark on Technical approach." in seen.text


def test_peoples_words_are_text_and_never_a_field_or_markup(tmp_path):
    bundle = read_files({"workshop.yaml": b'name: "{ PAGE } <w:p/> \\a bell"\n'})

    content = memo_document(memo(bundle, CATALOG))

    assert "{ PAGE } <w:p/>  bell" in printed(content).text
    assert b"w:instrText" not in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")


# Whether the order would hold, and where the committee differed.


def panel_memo(folder: Path, *, chosen: str = "", **made_of) -> Printed:
    """The memo of a small panel: trust 50, reach 30, skill 20."""
    record = recorded(Panel("", **made_of))
    if chosen:
        record = with_decision(
            record,
            Decision(
                page="compare",
                what="It",
                because="We do.",
                at="2026-10-20",
                figures={"chosen": chosen},
            ),
        )
    write_bundle(record, folder / "panel")
    return made(folder / "panel")


APART = {
    "ana": "oak 5/2/4, elm 3/4/4",
    "ben": "oak 5/3/4, elm 3/4/4",
    "chi": "oak 4/3/4, elm 3/4/4",
    "dee": "oak 5/4/4, elm 3/4/4",
}


ASKING = {
    "workshop.yaml": "name: Small\n",
    # One post that does one thing, $100,000 a year: 130 of 260 hours. City pays 50,000 of 150,000.
    "plan.yaml": "price_year: 2025\nneed: {vision: 0, aligned: 0, measurement: 0, community: 260, policy: 0, resources: 0}\npriorities: {community: 1}\nfloor: 0\n"
    "benefit_curve: [{coverage: 1, benefit: 100}]\nroles:\n- {id: director, salary_usd: 100000, "
    "min_fte: 0, max_fte: 8, does: {community: 1}}\nfunding:\n  budget_usd: 150000\n"
    "",
    "outlook.yaml": "start: 2027-01\nyears: 3\nfunding:\n- {id: church, usd: 100000, from: 2027-01, "
    "to: 2028-12}\n- {id: city_hall, usd: 50000, from: 2027-01, to: 2029-12, functions: [community]}\n",
    "scenarios/lean.yaml": "name: Lean 1\nwhat_if: {pay: -0.1, source_lost: [church]}\n",
    "scenarios/short.yaml": "name: Short\nwhat_if: {grant_length: {church: -12}}\n",
    "scenarios/dear.yaml": "name: Dear\nfloor: 0.1\nwhat_if: {pay: 0.1, unrestricted: [city_hall]}\n",
    "scenarios/plain.yaml": "name: No question\nfloor: 0.1\n",
}


@pytest.mark.slow
def test_a_memo_tells_what_saved_scenarios_ask_with_figures_one_can_find_again(tmp_path):
    folder = tmp_path / "asking"
    for name, text in ASKING.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    seen = made(folder)

    # 50,000 buy half a post at 90,000: 65 of 260 hours, where there were 195. Then 45,000 a year
    # are less than City pays; as it is, City's 50,000 of January 2029 pay four months of 12,500.
    assert (
        "Lean 1: If Church is lost and pay is 10% lower, the plan score goes from 75.0 to 25.0 and "
        "the money lasts." in seen.text
    )
    assert (
        "Short: If Church ends one year earlier, the plan score stays at 75.0 and the money runs out "
        "in May 2028 instead of May 2029." in seen.text
    )
    assert (
        "Dear: With the changes of Dear, and if City hall is unrestricted and pay is" in seen.text
    )
    assert "No question" not in seen.text
    (tmp_path / "scratch").mkdir()
    assert faults(folder, tmp_path / "scratch") == []


def test_a_memo_says_whether_the_order_would_hold_and_where_raters_differ(tmp_path):
    # Oak is 0.4375 ahead on trust (4.75 to 3) and 0.25 behind on reach (3 to 4): a share t of trust
    # and r of reach tie at 7 t = 4 r. From 0.5 and 0.3, moving 0.2091 does it, for (0.5 - m) * 7 =
    # (0.3 + m) * 4. Of t + r, t is more than 4 of 11 in 7 of 11 weightings.
    seen = panel_memo(tmp_path, sheets=APART, chosen="oak")

    assert (
        "Oak House comes first in 64 of 100 weightings, if weights could be anything." in seen.text
    )
    assert "Without any one of the 4 raters, Oak House stays first." in seen.text
    assert "4 other ways to add up the scores put Oak House first too." in seen.text
    assert "Moving 21% of the weight is enough for Elm Fund to share first place." in seen.text
    assert "Krippendorff's alpha is" in seen.text
    assert "Oak House\nReach\n2 to 4\nOak House\nTrust\n4 to 5\n" in seen.text, (
        "Reach spreads most, and nothing but these two differs"
    )


def test_a_memo_tells_how_often_the_host_comes_first_that_was_chosen_though_not_first_in_points(
    tmp_path,
):
    seen = panel_memo(tmp_path, sheets=APART, chosen="elm")

    said = "Elm Fund comes first in 36 of 100 weightings, if weights could be anything."
    assert seen.text.count(said) == 2, "on page one and in the section"


def test_a_memo_tells_the_members_own_ranges_from_four_members_on(tmp_path):
    own = dict.fromkeys(("ana", "ben", "chi", "dee"), "trust 70, reach 10, skill 20")

    four = panel_memo(tmp_path / "four", sheets=APART, members=own)
    three = panel_memo(
        tmp_path / "three",
        sheets=APART,
        members={member: own[member] for member in ("ana", "ben", "chi")},
    )

    assert (
        "Oak House comes first in 100 of 100 weightings within our members’ own ranges, and in 6"
        in four.text
    )
    assert "members’ own ranges" not in three.text


def test_a_memo_shows_no_range_of_fewer_than_four_scores(tmp_path):
    few = {rater: APART[rater] for rater in ("ana", "ben", "dee")}

    seen = panel_memo(tmp_path, sheets=few)

    assert "Oak House\nReach\ntoo few to show" in seen.text
    assert not [row for row in seen.rows if row.of.startswith(("lowest", "highest"))]


def test_a_memo_tells_what_a_second_round_did_to_the_points(tmp_path):
    # Ana's reach for Oak goes from 2 to 5: its mean from 3 to 3.75 of 1 to 5, 30 x 0.75 / 4 = 5.625
    # points more than 76.875.
    seen = panel_memo(tmp_path, sheets={**APART, "ana@2": "oak 5/5/4"})

    assert "What round 2 changed" in seen.text
    assert (
        "1 score was changed in round 2. Points went from 76.9 to 82.5 for Oak House." in seen.text
    )


def test_a_memo_names_no_rater_and_says_nothing_of_the_order_while_a_round_is_open(tmp_path):
    record = changed(recorded(Panel("", sheets=APART)), "workshop.yaml", {("stage",): "scoring"})
    write_bundle(record, tmp_path / "open")

    seen, closed = made(tmp_path / "open"), panel_memo(tmp_path, sheets=APART)

    for said in ("weightings", "raters", "alpha", "Scores lie furthest apart", "Would it hold"):
        assert said in closed.text
        assert said not in seen.text
    assert not re.search(r"\b(ana|ben|chi|dee)\b", closed.text, re.IGNORECASE)


def test_the_only_candidate_is_told_no_order(tmp_path):
    seen = panel_memo(
        tmp_path, sheets={rater: said.partition(",")[0] for rater, said in APART.items()}
    )

    assert "How far we agree" in seen.text
    assert "Would it hold" not in seen.text
    assert "weightings" not in seen.text


@pytest.mark.slow
def test_a_memo_says_that_panels_are_unequal_and_whose_scores_were_left_out(tmp_path):
    shutil.copytree(EXAMPLES / "philadelphia_stem", tmp_path / "late")
    (tmp_path / "late" / "plan.yaml").unlink()
    (tmp_path / "late" / "outlook.yaml").unlink()
    with (tmp_path / "late" / "recusals.csv").open("a", encoding="utf-8") as file:
        file.write("ana,brightline,board,Told late\n")

    seen = made(tmp_path / "late")

    assert "Not every member scored every candidate. Members whose scores count: " in seen.text
    assert "Scores of members who stepped aside are not counted" in seen.text
    assert "the page Compare" not in seen.text
    assert numbers_that_are_no_figures(seen, tmp_path / "late") == []


def test_a_memo_tells_that_unfinished_sheets_were_set_aside_and_nobody_stepped_aside(tmp_path):
    folder = tmp_path / "left"
    shutil.copytree(EXAMPLES / "philadelphia_stem", folder)
    (folder / "plan.yaml").unlink()
    (folder / "outlook.yaml").unlink()
    (folder / "recusals.csv").write_text(
        "rater,candidate,kind,reason\ndee,harborlight,unfinished,Fell ill\n", encoding="utf-8"
    )
    scores = (folder / "scores.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in scores if not line.startswith("dee,harborlight,")]
    (folder / "scores.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")

    said = made(folder).text

    assert "Unfinished sheets were set aside; what stood on them is withdrawn." in said
    assert "stepped aside" not in said


@pytest.mark.parametrize(
    ("ours", "says", "watches"),
    [
        (0, "With usual answers, none of them ours yet, this fits best: ", False),
        (2, "With mostly usual answers, this fits best: ", True),
        (10, "So far this fits best: ", True),
    ],
)
def test_a_draft_says_whose_answers_made_the_points_and_names_what_it_watches(ours, says, watches):
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    given = {
        one.id: 4 if place < ours else one.default.value
        for place, one in enumerate(CATALOG.structure_drivers)
    }
    bundle = changed(bundle, "structure.yaml", {("answers",): given})

    said = printed(memo_document(memo(bundle, CATALOG))).text

    assert says in said
    assert ("What to watch with " in said) is watches
    assert "this structure:" not in said


def test_usual_weights_are_called_assumed_until_they_are_sealed():
    sealed = read_bundle(EXAMPLES / "philadelphia_stem")
    draft = changed(sealed, "rules.yaml", {("seal",): None})

    def assumed(bundle):
        return [
            figure
            for figure in memo(bundle, CATALOG).figures
            if figure.assumed and figure.of.startswith("rules.yaml: criteria")
        ]

    usual = {one.id: one.weight.value for one in CATALOG.criteria}
    assert len(assumed(draft)) == sum(
        usual.get(one.id) == one.weight for one in sealed.rules.criteria
    )
    assert assumed(sealed) == []


def test_a_record_says_no_sentence_twice_and_gives_no_orders():
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    for figures in ({"answer": "We agree."}, {"answer": "It fits."}):
        bundle = with_decision(
            bundle,
            Decision(
                page="initiative", what="We agree.", because="So.", at="2026-10-20", figures=figures
            ),
        )

    said = printed(memo_document(memo(bundle, CATALOG))).text

    assert said.count("We agree.") == 2
    assert said.count("The figures then") == 1
