"""The command ``weights`` shows beside the weights how far the way to them matters; its JSON holds
the contract's keys alone.
"""

import json

import pytest

from cidesign.cli.commands import main

FILES = {
    # a twice b, b twice c, a a quarter of c: 16 in product, so the largest eigenvalue is 1 + 2.52 +
    # 1/2.52 (cube root of 16)
    "ahp": "method: ahp\nids: [a, b, c]\nupper: [[2, 1/4], [2]]\n",
    "bwm": "method: bwm\nids: [a, b, c]\nbest_to_others: [1, 2, 4]\nothers_to_worst: [4, 2, 1]\n",
    "rank": "method: rank\nrank: [a, b, c]\n",
    "direct": "method: direct\ndirect: {a: 1, b: 1}\n",
}
SAYS = {
    "ahp": [
        "Largest eigenvalue 3.917, consistency index 0.458.",
        "differ by at most 0 percentage points.",
        "first: one answer says",
    ],
    "bwm": ["By the non-linear model the largest miss is 0,", "57.1%"],
    "rank": ["Rank sum", "Rank reciprocal", "54.5%"],
    "direct": [],
}


def said(here, capsys, method, *more):
    (here / "w.yaml").write_text(FILES[method], encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["weights", "w.yaml", *more])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("method", FILES)
def test_the_table_says_what_stands_beside_the_weights(here, capsys, method):
    out = said(here, capsys, method)

    assert [words for words in SAYS[method] if words not in out] == []


@pytest.mark.parametrize("method", FILES)
def test_json_holds_nothing_but_the_contracts_keys(here, capsys, method):
    assert set(json.loads(said(here, capsys, method, "--json"))) == {"weights", "consistency"}


def test_plain_numbers_have_nothing_beside_them(here, capsys):
    assert said(here, capsys, "direct").splitlines()[-1].startswith("b")
