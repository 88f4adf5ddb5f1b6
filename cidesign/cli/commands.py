"""The commands, one function each: read, ask the same rooms as the pages, print."""

from decimal import Decimal
from pathlib import Path

import click

from cidesign import __version__
from cidesign.catalog import load
from cidesign.cli import answers, tables
from cidesign.cli.asking import (
    PATH,
    Amount,
    Count,
    Words,
    all_read,
    alone,
    as_json,
    bundle_option,
    named,
    required,
)
from cidesign.cli.bringing import bring
from cidesign.cli.doctor import doctor
from cidesign.cli.examples import copy_example
from cidesign.cli.forgetting import forget
from cidesign.cli.handing import director_search, memo, workbook
from cidesign.cli.history import history
from cidesign.cli.keeping import backup, restore
from cidesign.cli.panel_commands import agreement, robustness
from cidesign.cli.panel_files import PanelFiles, panel_files
from cidesign.cli.running import Commands, printable
from cidesign.cli.table import paragraph, tell
from cidesign.cli.weights_table import beside_lines
from cidesign.cli.what_if import what_if
from cidesign.domain.first_year import money_problems
from cidesign.domain.labels import of_panel
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.words import PHASES, Phase
from cidesign.record import read_bundle, read_mapping, read_outlook, read_plan
from cidesign.record import read_structure as read_profile
from cidesign.views.command import view as steps
from cidesign.views.structure.reasons import entries


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="cidesign")
@click.pass_context
def main(context: click.Context) -> None:
    """Design the backbone of a collective impact initiative: structure, host, team, budget and the
    years ahead.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@main.command()
@click.argument("name")
@click.argument("folder", type=PATH, metavar="DIR")
def example(name: str, folder: Path) -> None:
    """Copy the example NAME to a new folder DIR, to look at and play with."""
    count = copy_example(name, folder)
    click.echo(printable(f"{count} files of the example {name} are now in {folder}."))


@main.command()
@panel_files
@click.option(
    "--lot", type=Words(), help="The number of a lot drawn in public; a bundle's own when left out."
)
@as_json
def rank(panel: PanelFiles, turn: int | None, lot: str | None, as_json: bool) -> None:
    """Points and ranks of the candidates, by the rule sheet."""
    with panel.named():
        drawn = lot or panel.lot
        found = steps.ranking(
            panel.rules,
            panel.scores,
            **panel.people,
            turn=turn,
            lot=drawn,
            sheet=panel.written,
            seats=panel.seats,
        )
    tell(
        panel.beside(answers.of_ranking(found, of_panel(panel.rules, panel.candidates))),
        [
            *tables.ranking_lines(found, panel.rules, panel.candidates),
            *paragraph(*panel.told),
        ],
        as_json=as_json,
    )


@main.command()
@click.argument("file", type=PATH)
@as_json
def weights(file: Path, as_json: bool) -> None:
    """Weights of the criteria from what FILE says about them: direct, swing, rank, ahp or bwm."""
    with named({"weights.yaml": file}):
        said = read_mapping(file)
        found, beside = steps.weights(said), steps.beside_weights(said)
    tell(
        answers.of_weights(found),
        [*tables.weights_lines(found), *beside_lines(found, beside)],
        as_json=as_json,
    )


@main.command()
@click.argument("profile", type=PATH)
@as_json
def structure(profile: Path, as_json: bool) -> None:
    """How each backbone structure fits the answers in PROFILE, what to watch, and how to select a
    host.
    """
    with named({"structure.yaml": profile}):
        known = load()
        fits, advice = steps.structures(read_profile(profile), known)
    tell(
        answers.of_structures(fits, advice, entries(known)),
        tables.structure_lines(fits, advice),
        as_json=as_json,
    )


@main.command()
@click.argument("plan", type=PATH, required=False)
@click.option("--budget", type=Amount(), help="Dollars this year, in place of the plan's own.")
@click.option(
    "--phase",
    type=click.Choice([str(phase) for phase in PHASES]),
    help="Phase of the initiative, in place of the plan's own.",
)
@bundle_option
@click.option("--host", help="Plan on the terms this candidate of the bundle offers.")
@click.option(
    "--dollars",
    is_flag=True,
    help="Tell what each function costs, who pays it, and the lines of a funder's form.",
)
@as_json
def plan(
    plan: Path | None,
    budget: Decimal | None,
    phase: str | None,
    bundle: Path | None,
    host: str | None,
    dollars: bool,
    as_json: bool,
) -> None:
    """Whom to hire and what to buy for one year's budget."""
    asked, years = _plan_asked(plan, bundle, host)
    with named({"plan.yaml": plan}):
        found = steps.planned(
            asked, load(), years=years, phase=Phase(phase) if phase else None, budget_usd=budget
        )
    if dollars:
        tell(answers.of_dollars(found), tables.dollars_lines(found), as_json=as_json)
    else:
        tell(answers.of_plan(found), tables.plan_lines(found), as_json=as_json)


def _plan_asked(
    plan: Path | None, bundle: Path | None, host: str | None
) -> tuple[Plan, OutlookPlan | None]:
    context = click.get_current_context()
    if (plan is None) == (bundle is None):
        raise click.UsageError("Give a plan, or --bundle.", context)
    if plan is not None:
        if host is not None:
            raise click.UsageError(
                "--host needs --bundle: the offers stand in its candidates.csv.", context
            )
        return read_plan(plan), None
    assert bundle is not None  # noqa: S101 - one of the two is there, as was just looked at
    whole = read_bundle(bundle)
    asked = required(whole.plan, "plan.yaml", bundle)
    return asked if host is None else steps.with_host(whole, asked, host), whole.outlook


@main.command()
@click.argument("plan", type=PATH)
@click.option("--from", "first", type=Amount(), required=True, help="The first budget, dollars.")
@click.option("--to", "last", type=Amount(), required=True, help="The last budget, dollars.")
@click.option("--step", type=Amount(), required=True, help="Dollars between two budgets.")
@as_json
def frontier(plan: Path, first: Decimal, last: Decimal, step: Decimal, as_json: bool) -> None:
    """What each budget in a range buys."""
    with named({"plan.yaml": plan}):
        found = steps.frontier(
            read_plan(plan), load(), first_usd=first, last_usd=last, step_usd=step
        )
    tell(answers.of_frontier(found), tables.frontier_lines(found), as_json=as_json)


@main.command()
@click.argument("plan", type=PATH, required=False)
@click.argument("years", type=PATH, required=False, metavar="OUTLOOK")
@bundle_option
@click.option(
    "--draws",
    type=Count(0, 10**9),
    default=0,
    help="Not available yet: draws of an uncertain future.",
)
@click.option("--seed", type=Count(0, 2**63 - 1), default=1, help="Where the draws start.")
@click.option(
    "--hire",
    is_flag=True,
    help="What promised money can carry, in place of what happens if the team stays.",
)
@as_json
def outlook(
    plan: Path | None,
    years: Path | None,
    bundle: Path | None,
    draws: int,
    seed: int,
    hire: bool,
    as_json: bool,
) -> None:
    """What the years ahead need, what they cost, and when the money runs out."""
    if draws:
        raise BadInput(
            [
                Problem(
                    "--draws",
                    "draws of an uncertain future are not available yet",
                    "leave it out; the answer is without uncertainty",
                )
            ]
        )
    if bundle is not None:
        alone("--bundle", {"PLAN": plan, "OUTLOOK": years})
        whole = read_bundle(bundle)
        own, ahead = (
            required(whole.plan, "plan.yaml", bundle),
            required(whole.outlook, "outlook.yaml", bundle),
        )
        first, host = steps.on_chosen_terms(whole, own)
    elif plan is None or years is None:
        raise click.UsageError("Give PLAN and OUTLOOK, or --bundle.", click.get_current_context())
    else:
        first, ahead = all_read(lambda: read_plan(plan), lambda: read_outlook(years))
        if problems := money_problems(first, None, ahead):
            raise BadInput(problems)
        host = None
    with named({"plan.yaml": plan, "outlook.yaml": years}):
        solve = steps.years_hired if hire else steps.years_ahead
        found = solve(first, ahead, load())
    tell(
        answers.of_outlook(found),
        tables.outlook_lines(
            found,
            steps.years_told(found, first, ahead, load(), hired=hire),
            host.label if host else "",
        ),
        as_json=as_json,
    )


main.add_command(agreement)
main.add_command(backup)
main.add_command(bring)
main.add_command(director_search)
main.add_command(doctor)
main.add_command(forget)
main.add_command(history)
main.add_command(memo)
main.add_command(restore)
main.add_command(robustness)
main.add_command(what_if)
main.add_command(workbook)


@main.command()
@click.option(
    "--port",
    type=Count(1, 65535),
    default=8501,
    show_default=True,
    help="Where to listen.",
)
@click.option(
    "--share",
    is_flag=True,
    help="Let others on the network join, each by a link of her own.",
)
@click.option(
    "--host",
    default="",
    help="With --share: the address to listen at; every one of this machine when left out.",
)
@click.option(
    "--public",
    default="",
    metavar="URL",
    help="With --share: the https address people open, where a proxy stands in front.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Only try what --share will need: network, clock, store, room; end with 3 where not.",
)
@click.option(
    "--wait",
    type=Count(0, 3600),
    default=0,
    help="With --check: how many seconds to wait for a phone to come.",
)
@as_json
def serve(
    port: int, share: bool, host: str, public: str, check: bool, wait: int, as_json: bool
) -> None:
    """Open the app in a browser on this machine; nobody else can reach it without --share."""
    with_what = (
        ("--host", host and not (share or check), "--share"),
        ("--public", public and not share, "--share"),
        ("--wait", wait and not check, "--check"),
        ("--json", as_json and not check, "--check"),
    )
    if useless := [(name, other) for name, alone, other in with_what if alone]:
        raise BadInput(
            Problem(name, f"goes with {other} only", f"add {other}") for name, other in useless
        )
    if public and not public.startswith(("https://", "http://")):
        raise BadInput([Problem("--public", "is no address", "write https:// and the name")])
    if check:
        from cidesign.cli.beforehand import check as check_beforehand

        check_beforehand(port, host, wait, as_json=as_json)
        return
    # The app's packages take a second to load; no other command needs them.
    if share:
        from cidesign.cli.sharing import share_with_others

        share_with_others(port, host, public.rstrip("/"))
        return
    from cidesign.cli.listening import listening
    from cidesign.serve import run

    run(
        listening(port),
        lambda: click.echo(
            f"cidesign is open at http://127.0.0.1:{port} on this machine; stop it with Ctrl+C."
        ),
    )


@main.command()
def recover() -> None:
    """Make a new token for whoever runs a shared server; the old one ends."""
    from cidesign.cli.sharing import make_new_token

    make_new_token()
