"""A small sound workshop for these tests, as files, and a strategy that draws many others."""

from hypothesis import strategies as st

FILES = {
    "workshop.yaml": b"# STEM alliance, first draft\n\nname: STEM alliance\nmembers:\n- {id: ann, name: Ann}\n",
    "structure.yaml": b"answers: {neutrality: 3}\nhosts: {vision: oak}\n",
    "rules.yaml": b"criteria:\n- id: reach\n  weight: 18.0\n  scale: {worst: 1, best: 5, levels: {1: poor, 5: good}}\n",
    "candidates.csv": b"id,name\noak,Oak Foundation\n",
    "scores.csv": b"rater,candidate,criterion,score\nann,oak,reach,4\n",
    "recusals.csv": b"rater,candidate\n",
    "plan.yaml": (
        b"# First-year plan\n# agreed in May\n\npriorities: {vision: 1}   # equal\nneed: {vision: 100}\nroles:\n"
        b"- {id: director, salary_usd: 90000.00, min_fte: 0, max_fte: 1, does: {vision: 1}}\nfunding: {budget_usd: 400000}\nfloor: 0.2\n"
    ),
    "outlook.yaml": b"start: 2027-01\n",
    "weights.csv": b"member,criterion,weight\nann,reach,2\n",
    "decisions.yaml": b"decisions:\n- {page: structure, what: a new nonprofit, because: neutral}\n",
    "scenarios/lean.yaml": b"funding: {budget_usd: 300000}\n",
    "applications/oak/answers.yaml": b"why: [unread, and: kept\n",
    "applications/oak/letter.pdf": bytes(range(256)),
    "ledger.jsonl": b"",
    "minutes/May.txt": b"\xff no text",
}

_WORDS = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8)
_EXTRA = st.dictionaries(
    _WORDS.map(lambda word: f"minutes/{word.casefold()}.txt"), st.binary(max_size=40), max_size=4
)


def _plan(draw: st.DrawFn) -> bytes:
    salary = draw(st.decimals(0, 200_000, places=2))
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = [
        "priorities: {vision: 1}",
        "need: {vision: 100}",
        "funding: {budget_usd: 400000}",
        (
            "roles: "
            f"[{{id: director, salary_usd: {salary}, min_fte: 0, max_fte: 1, does: {{vision: 1}}}}]"
        ),
    ]
    return (
        draw(st.sampled_from(["", "\ufeff", "# a plan\n"]))
        + line_end.join(draw(st.permutations(lines)))
    ).encode()


@st.composite
def bundles(draw: st.DrawFn) -> dict[str, bytes]:
    """Files of a sound workshop: some of the known ones as they are, a drawn plan, unknown ones of
    any bytes.
    """
    kept = draw(
        st.sets(
            st.sampled_from(
                [
                    "outlook.yaml",
                    "decisions.yaml",
                    "scenarios/lean.yaml",
                    "applications/oak/letter.pdf",
                ]
            )
        )
    )
    return {
        "workshop.yaml": FILES["workshop.yaml"],
        "plan.yaml": _plan(draw),
        **{path: FILES[path] for path in kept},
        **draw(_EXTRA),
    }
