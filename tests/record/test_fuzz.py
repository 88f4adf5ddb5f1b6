"""Whatever bytes come in: a value or BadInput with lines people can read, never anything else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.record.applicants import candidates_in
from cidesign.record.panel import recusals_in, scores_in, weights_in
from cidesign.record.yaml_in import exact_yaml
from tests.record.bundles import FILES

RULES = read_files(FILES).rules
READERS = [
    exact_yaml,
    scores_in,
    recusals_in,
    weights_in,
    lambda content, name: candidates_in(content, name, RULES),
]
YAML_LETTERS = st.text(
    "ab01e.-+:,?!&*#|>%@`'\"[]{} \n\t\r~<=\\xuU_\ufeff\x85\u2028\x00\ud7ff", max_size=60
)
CSV_LETTERS = st.text('rater,candidate,criterion,score\n"; \t1e9.-', max_size=60)


def sound_or_told(read, content):
    try:
        read(content, "file")
    except BadInput as error:
        problems = error.problems
    else:
        return

    assert problems
    assert all("\n" not in one.line() and one.what and one.remedy for one in problems)


@pytest.mark.parametrize("read", READERS)
@given(content=st.binary(max_size=80))
def test_any_bytes(read, content):
    sound_or_told(read, content)


@given(text=YAML_LETTERS)
@example(text='"\\U00110000"')
@example(text="%YAML 99999999999999999999.1\n---\na")
@example(text="%TAG ! !\n---\n!%FF x")
@example(text="? ? ? a")
@example(text="a: " + "9" * 5000)
@example(text="a: 0x" + "f" * 5000)
@example(text="{" * 200)
@example(text="- " * 200 + "x")
def test_any_text_that_looks_like_yaml(text):
    sound_or_told(exact_yaml, text.encode())


@pytest.mark.parametrize("read", READERS[1:])
@given(text=CSV_LETTERS)
@example(text="rater,candidate,criterion,score\na,b,c," + "9" * 100_000)
@example(text='rater,candidate,criterion,score\na,b,c,"' + "9" * 200_000)
@example(
    text="id,name,candidate,rater,member,criterion,weight,score\na,b,c,d,e,f,1e999999999999999999999,0e-999999\n"
)
def test_any_text_that_looks_like_a_table(read, text):
    sound_or_told(read, text.encode())


@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_byte_changed_in_a_sound_bundle(path, data):
    content = bytearray(FILES[path])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))

    sound_or_told(read_files, {**FILES, path: bytes(content)})
