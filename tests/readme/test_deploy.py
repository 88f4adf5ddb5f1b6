"""The files for a server on the net hold together and hold no secret. Nothing is started here: what
they name is looked up where it is said.
"""

import re
import tomllib

import click
import pytest
import yaml
from sqlalchemy import make_url

from cidesign.cli import main
from cidesign.serve.health import HEALTHZ
from cidesign.workshop import passes
from tests.readme.reading import ROOT, TEXT

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
CADDY = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
SERVICES = COMPOSE["services"]
SERVERS = [name for name, one in SERVICES.items() if one.get("image") == "cidesign"]
ASKED = re.compile(r"\$\{(\w+):\?[^}]+\}")
"""A value that must be given from outside, else nothing starts."""


def environment():
    return [
        (name, key, str(value))
        for name, one in SERVICES.items()
        for key, value in one.get("environment", {}).items()
    ]


def parsed(words):
    """A command of ours, its words read but not done."""
    program, name, *rest = [ASKED.sub("example.org", word) for word in words]
    command = main.commands[name]
    return program, command.make_context(name, rest).params


def test_only_the_proxy_is_reached_from_outside_and_only_by_http_and_https():
    ports = {name: one["ports"] for name, one in SERVICES.items() if "ports" in one}

    assert ports == {"proxy": ["80:80", "443:443", "443:443/udp"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert {name: one["networks"] for name, one in SERVICES.items()} == {
        "proxy": ["inside", "outside"],
        "first": ["inside"],
        "second": ["inside"],
        "database": ["inside"],
    }


def test_no_secret_stands_in_any_of_the_files():
    secret = [
        (name, key, value)
        for name, key, value in environment()
        if re.search("SECRET|PASSWORD|STORE", key)
    ]
    given = (DEPLOY / "example.env").read_text(encoding="utf-8")
    wanted = set(ASKED.findall((DEPLOY / "compose.yaml").read_text(encoding="utf-8")))

    assert secret
    assert [one for one in secret if not ASKED.search(one[2])] == []
    assert set(re.findall(r"^(\w+)=$", given, re.MULTILINE)) == wanted
    assert re.findall(r"^\w+=.+$", given, re.MULTILINE) == []
    assert "/deploy/.env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", SERVERS)
def test_each_server_runs_a_command_that_exists(name):
    program, asked = parsed(SERVICES[name]["command"])
    installed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert program in installed["scripts"]
    assert (asked["share"], asked["host"]) == (True, "")
    assert asked["public"] == "https://example.org"


def test_an_option_that_does_not_exist_would_be_seen():
    with pytest.raises(click.NoSuchOption):
        parsed(["cidesign", "serve", "--shared"])


def test_the_proxy_leads_to_every_server_at_its_port_and_to_the_same_one_again():
    ports = {name: parsed(SERVICES[name]["command"])[1]["port"] for name in SERVERS}
    (upstreams,) = re.findall(r"reverse_proxy (.+) \{", CADDY)

    assert len(SERVERS) >= 2
    assert upstreams.split() == [f"{name}:{port}" for name, port in ports.items()]
    assert re.search(r"lb_policy cookie \w+ \{\$STICKY_SECRET\}", CADDY)
    assert re.findall(r"health_uri (\S+)", CADDY) == [HEALTHZ]
    assert all(
        f"http://127.0.0.1:{port}{HEALTHZ}" in str(SERVICES[name]["healthcheck"]["test"])
        for name, port in ports.items()
    )
    assert set(re.findall(r"\{\$(\w+)\}", CADDY)) <= set(SERVICES["proxy"]["environment"])


def test_the_servers_share_one_database_and_one_secret():
    stores = {
        ASKED.sub("word", SERVICES[name]["environment"]["CIDESIGN_STORE"]) for name in SERVERS
    }
    (store,) = map(make_url, stores)
    database = SERVICES["database"]["environment"]

    assert (store.drivername, store.host) == ("postgresql+psycopg", "database")
    assert (store.username, store.database) == (database["POSTGRES_USER"], database["POSTGRES_DB"])
    assert len({SERVICES[name]["environment"][passes.SECRET] for name in SERVERS}) == 1
    assert all(
        SERVICES[name]["depends_on"]["database"]["condition"] == "service_healthy"
        for name in SERVERS
    )


def test_every_volume_is_declared_and_every_file_is_there():
    mounted = [
        volume.split(":")[0] for one in SERVICES.values() for volume in one.get("volumes", ())
    ]
    files = [one for one in mounted if one.startswith(".")]

    assert {one for one in mounted if not one.startswith(".")} == set(COMPOSE["volumes"])
    assert [one for one in files if not (DEPLOY / one).is_file()] == []
    built = {
        (one["build"]["context"], one["build"]["dockerfile"]) for one in map(SERVICES.get, SERVERS)
    }
    assert [(DEPLOY / context / file).is_file() for context, file in built] == [True]


def test_the_image_holds_what_the_package_is_built_from_and_no_more_rights_than_needed():
    kept = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    given = [one.removeprefix("!") for one in kept if one.startswith("!")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        *(one.split("/")[0] for one in wheel["only-include"]),
        *(one.split("/")[0] for one in wheel["force-include"]),
        *project["project"]["license-files"],
        *("README.md", "pyproject.toml", "constraints.txt"),
    }

    assert kept[0] == "*"
    assert needed == set(given)
    assert [one for one in given if not (ROOT / one).exists()] == []
    (extra,) = re.findall(r"/source\[(\w+)\]", DOCKERFILE)
    assert extra in project["project"]["optional-dependencies"]
    assert re.search(r"^USER cidesign$", DOCKERFILE, re.MULTILINE)


def test_the_readme_says_how_to_start_it():
    (start,) = re.findall(
        r"^#   (docker compose .*)$",
        (DEPLOY / "compose.yaml").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    assert start in TEXT
