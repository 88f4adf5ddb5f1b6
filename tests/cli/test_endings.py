"""How commands end: 0, 2 with one line per problem, 1 with one calm line; never a traceback unless
asked for.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cidesign.cli import main
from tests.cli.files import RANK, lines, run

CIDESIGN = [sys.executable, "-c", "from cidesign.cli import main; main()"]
BROKEN = [
    sys.executable,
    "-c",
    "import sys\nfrom cidesign.cli import commands, main\n"
    "def broken(file):\n    raise KeyError('ours')\n"
    "commands.steps.weights = broken\nsys.argv[1:] = ['weights', 'weights.yaml']\nmain()",
]


def ended(command, **env):
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **env})


@pytest.mark.slow
def test_a_real_process_prints_one_json_object_and_nothing_else(sound):
    result = ended([*CIDESIGN, "outlook", "plan.yaml", "outlook.yaml", "--json"])

    assert (result.returncode, result.stderr) == (0, "")
    assert list(json.loads(result.stdout)) == [
        *("status", "years", "runs_out", "missing_usd", "bridge_usd", "short_from", "hiring"),
        *("gap", "bands"),
    ]


@pytest.mark.slow
def test_a_real_process_tells_bad_input_on_stderr_and_ends_with_2(sound):
    result = ended([*CIDESIGN, "weights", "nothing.yaml"])

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "nothing.yaml: there is no such file or folder; look at the spelling and the folder "
        "you "
        "are in\n"
    )


@pytest.mark.slow
def test_our_own_fault_is_one_calm_line_and_ends_with_1(sound, tmp_path):
    result = ended(BROKEN, TMPDIR=str(tmp_path), CIDESIGN_DEBUG="")

    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr
    written = Path(result.stderr.split()[-1])
    assert "KeyError: 'ours'" in written.read_text(encoding="utf-8")


@pytest.mark.slow
def test_our_own_fault_shows_its_traceback_where_asked(sound):
    result = ended(BROKEN, CIDESIGN_DEBUG="1")

    assert result.returncode == 1
    assert result.stderr.startswith("Traceback")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["rnak"], "cidesign: No such command 'rnak'."),
        (["plan", "plan.yaml", "--bugdet", "3"], "cidesign plan: No such option '--bugdet'."),
        (["plan"], "cidesign plan: Give a plan, or --bundle."),
        (["plan", "plan.yaml", "--bundle", "."], "cidesign plan: Give a plan, or --bundle."),
        (["plan", "plan.yaml", "--host", "oak"], "cidesign plan: --host needs --bundle"),
        (["plan", "plan.yaml", "extra"], "cidesign plan: Got unexpected extra argument"),
        (
            ["rank", "--rules", "rules.yaml"],
            "cidesign rank: Give --rules and --scores, or --bundle.",
        ),
        (
            ["rank", "--bundle", ".", "--rules", "rules.yaml"],
            "cidesign rank: --bundle holds all files; leave out --rules.",
        ),
        (["outlook", "plan.yaml"], "cidesign outlook: Give PLAN and OUTLOOK, or --bundle."),
        (["weights"], "cidesign weights: Missing argument 'FILE'."),
        (
            ["plan", "plan.yaml", "--phase", "later"],
            "cidesign plan: Invalid value for '--phase': 'later' is not one of",
        ),
        (
            ["frontier", "plan.yaml", "--from", "1", "--to", "2"],
            "cidesign frontier: Missing option '--step'.",
        ),
    ],
)
def test_a_wrong_call_is_one_line_and_ends_with_2(sound, words, line):
    told = lines(run(*words))

    assert len(told) == 1
    assert told[0].startswith(line)
    assert told[0].endswith("--help.")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["plan", "plan.yaml", "--budget", "95,00"],
            '--budget: "95,00" is not a number; write 95.00, with a point instead of the comma',
        ),
        (
            ["plan", "plan.yaml", "--budget", "550,000"],
            '--budget: "550,000" is not a number; write 550000, without a comma',
        ),
        (
            ["plan", "plan.yaml", "--budget", "NaN"],
            '--budget: "NaN" is not a number; write a number such as 12 or 0.25',
        ),
        (
            ["plan", "plan.yaml", "--budget", "1e400"],
            (
                '--budget: "1e400" is out of range; write a number below 10^15 with at most 30 '
                "decimal "
                "places"
            ),
        ),
        (
            ["plan", "plan.yaml", "--budget", "-5"],
            (
                "budget: a budget of $-5 is below 0; the budget is all cash of the year, grants "
                "included: raise it"
            ),
        ),
        (
            ["plan", "plan.yaml", "--phase", "sustain"],
            (
                "plan.yaml: need: the need is given, so a phase changes nothing; leave the phase "
                "out, "
                "or replace need by drivers"
            ),
        ),
        (
            [*RANK, "--round", "0"],
            "--round: 0 is not possible here; write a whole number from 1 to 1000",
        ),
        (
            [*RANK, "--round", "1.5"],
            "--round: 1.5 is not possible here; write a whole number from 1 to 1000",
        ),
        (
            ["outlook", "plan.yaml", "outlook.yaml", "--draws", "100"],
            (
                "--draws: draws of an uncertain future are not available yet; leave it out; the "
                "answer "
                "is without uncertainty"
            ),
        ),
        (
            ["frontier", "plan.yaml", "--from", "2", "--to", "1", "--step", "1"],
            "--to: the last budget is below the first; write the larger one after --to",
        ),
        (
            ["frontier", "plan.yaml", "--from", "1", "--to", "2", "--step", "0"],
            (
                "--step: a step of 0 or less leads nowhere; write how many dollars lie between two "
                "budgets, such as 25000"
            ),
        ),
        (
            ["frontier", "plan.yaml", "--from", "0", "--to", "1e9", "--step", "1"],
            "--step: this makes more than 200 budgets; write a larger step, or a shorter range",
        ),
        (
            ["serve", "--port", "0"],
            "--port: 0 is not possible here; write a whole number from 1 to 65535",
        ),
        (
            ["serve", "--port", "x"],
            '--port: "x" is not a number; write a number such as 12 or 0.25',
        ),
    ],
)
def test_a_wrong_option_is_named_with_the_way_out(sound, words, line):
    assert lines(run(*words)) == [line]


def test_problems_bear_the_names_of_the_files_that_were_given(sound):
    (sound / "round two.csv").write_text(
        "rater,candidate,criterion,score\nr1,oak,raech,4\n", encoding="utf-8"
    )

    told = lines(
        run(
            "rank",
            "--rules",
            "rules.yaml",
            "--scores",
            "round two.csv",
            "--candidates",
            "candidates.csv",
        )
    )

    assert told == ['round two.csv: row 2: "raech" is no criterion we know; did you mean reach?']


def test_the_problems_of_several_files_are_told_together(sound):
    (sound / "rules.yaml").write_text("criteria: []\n", encoding="utf-8")
    (sound / "scores.csv").write_text("rater,candidate\n", encoding="utf-8")

    named = {line.partition(":")[0] for line in lines(run(*RANK))}

    assert named == {"rules.yaml", "scores.csv"}


def test_a_bundle_without_the_file_a_command_needs_says_so(here):
    (here / "workshop.yaml").write_text("name: Ours\n", encoding="utf-8")

    assert lines(run("rank", "--bundle", ".")) == [
        (
            ".: rules.yaml: there is no such file in the bundle; add rules.yaml, or name the files "
            "themselves"
        )
    ]
    assert lines(run("plan", "--bundle", ".")) == [
        (
            ".: plan.yaml: there is no such file in the bundle; add plan.yaml, or name the files "
            "themselves"
        )
    ]


def test_an_unknown_host_is_named_with_the_nearest(sound):
    (sound / "workshop.yaml").write_text("name: Ours\n", encoding="utf-8")

    assert lines(run("plan", "--bundle", ".", "--host", "oka")) == [
        '--host: "oka" is no candidate of this bundle; did you mean oak?'
    ]


def test_without_a_command_the_commands_are_listed():
    result = run()

    assert result.exit_code == 0
    assert all(name in result.stdout for name in main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself(name):
    result = run(name, "--help")

    assert result.exit_code == 0
    assert main.commands[name].help
    assert all(
        param.help for param in main.commands[name].params if param.param_type_name == "option"
    )


def test_the_commands_are_those_of_the_contract_for_now():
    assert sorted(main.commands) == [
        *(
            "agreement",
            "backup",
            "bring",
            "director-search",
            "doctor",
            "example",
            "forget",
            "frontier",
            "history",
            "memo",
            "outlook",
            "plan",
            "rank",
            "recover",
            "restore",
            "robustness",
            "serve",
            "structure",
            "weights",
            "what-if",
            "workbook",
        )
    ]
