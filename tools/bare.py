"""Shows that our commands work on a bare machine: `make bare`, as root on Debian.

Makes a fresh Debian in a folder, with Python, pip, make and git and nothing else, clones the last
commit into it and calls make there. Of the machine around it it takes the mirror of Debian's
packages and how pip and npm reach theirs. Its mounts and processes end with the last command.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tools import debian
from tools.serving import free_port

ROOT = Path(__file__).parents[1]
HAS = ("python3", "python3-venv", "python3-pip", "make", "git", "ca-certificates")
CHECKOUT = "srv/cidesign"
PROGRAMS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# How this machine reaches packages: what the clients read, and where its own certificates lie.
SETTINGS = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/xdg/pip",
    "/etc/npmrc",
    "/usr/local/share/ca-certificates",
)
OWN_SETTINGS = (".config/pip", ".pip", ".npmrc")
PASSED = re.compile(r"(?i)(pip_|npm_config_).*|.*(proxy|cert|ca_?bundle|cainfo).*")
PATIENCE_SECONDS = 300
ANSWERS = """
make run PORT={port} & running=$!
ask="import urllib.request as u; u.urlopen('http://127.0.0.1:{port}/_stcore/health', timeout=2)"
for second in $(seq {patience}); do
  if python3 -c "$ask" 2>/dev/null; then echo "make run answered"; exit 0; fi
  kill -0 $running 2>/dev/null || break
  sleep 1
done
echo "make run did not answer"; exit 1
"""


def main() -> int:
    """What the last command ended with."""
    asked = _asked()
    if not debian.may_install():
        raise SystemExit("make bare needs root on a Debian: it makes another Debian in a folder.")
    made = Path(asked.root or tempfile.mkdtemp(prefix=f"cidesign-{asked.suite}-"))
    try:
        if not (made / "usr/bin/python3").exists():
            mirror = asked.mirror or _mirror()
            _timed(f"a bare {asked.suite}", lambda: _make(made, asked.suite, mirror))
        environment = _let_in(made)
        _clone(made)
        wanted = [asked.command]
        if asked.run:
            wanted.insert(0, ANSWERS.format(port=free_port(), patience=PATIENCE_SECONDS))
        for command in wanted:
            what = f"{asked.suite}: {'make run' if command != asked.command else command}"
            if ended := _timed(what, lambda said=command: _call(made, said, environment)):
                return ended
        return 0
    finally:
        if not asked.root:
            shutil.rmtree(made)


def _asked() -> argparse.Namespace:
    said = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python3 -m tools.bare", description=said)
    add = parser.add_argument
    add("--suite", default="bookworm", help="bookworm has Python 3.11, trixie 3.13")
    add("--command", default="make test", help="what is called in the checkout")
    add("--run", action="store_true", help="before that, see whether make run answers")
    add("--root", help="keep the Debian in this folder, and use it again the next time")
    add("--mirror", help="where Debian's packages come from, if not from where this machine's do")
    return parser.parse_args()


def _timed(what: str, call: Callable[[], int]) -> int:
    print(f"== {what} ==", flush=True)
    started = time.monotonic()
    ended = call()
    said = "done" if ended == 0 else f"FAILED ({ended})"
    print(f"== {what}: {said} in {time.monotonic() - started:.0f} s ==", flush=True)
    return ended


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _mirror() -> str:
    """Where this machine's own Debian packages come from."""
    line = "$(SITE) $(ORIGIN) $(LABEL) $(COMPONENT)"
    for told in _told("apt-get", "indextargets", "--format", line).splitlines():
        site, *said = told.split()
        if said == ["Debian", "Debian", "main"]:
            return site
    raise SystemExit("apt knows no mirror of Debian: call apt-get update, or name one: --mirror")


def _make(made: Path, suite: str, mirror: str) -> int:
    if not shutil.which("debootstrap"):
        debian.install("debootstrap")
    command = ["debootstrap", "--variant=minbase", f"--include={','.join(HAS)}"]
    subprocess.run([*command, suite, made, mirror], stdout=subprocess.DEVNULL, check=True)
    made.chmod(0o755)  # a temporary folder is root's alone; the database's own user lives in here
    told = _told("apt-config", "dump", "Acquire").splitlines()
    kept = [line for line in told if re.match(r"Acquire::(https?|Check-)", line)]
    settings = made / "etc/apt/apt.conf.d/90machine"
    settings.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    return 0


def _let_in(made: Path) -> dict[str, str]:
    """Copy what says how packages are reached, and give the environment for it."""
    home = Path.home()
    passed = {name: value for name, value in os.environ.items() if PASSED.fullmatch(name)}
    certificates = [Path(value) for value in passed.values() if Path(value).is_file()]
    for path in [*map(Path, SETTINGS), *(home / name for name in OWN_SETTINGS), *certificates]:
        to = made / str(path).lstrip("/")
        if path.is_dir():
            shutil.copytree(path, to, dirs_exist_ok=True)
        elif path.exists():
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, to)
    return {"HOME": str(home), "PATH": PROGRAMS, **passed}


def _shared() -> Iterator[Path]:
    """Folders of packages that this machine's pip reads from its own disk."""
    told = _told(sys.executable, "-m", "pip", "config", "list")
    for index, path in sorted(set(re.findall(r"(file://)?(/[^\s'\"]+)", told))):
        folder = Path(path).parent if index else Path(path)  # an index's packages lie beside it
        if folder.is_dir():
            yield folder


def _clone(made: Path) -> None:
    checkout = made / CHECKOUT
    if not checkout.exists():
        subprocess.run(["git", "clone", "--quiet", ROOT, checkout], check=True)
        return
    head = _told("git", "-C", str(ROOT), "rev-parse", "HEAD").strip()
    for again in (["fetch", "--quiet", ROOT, head], ["checkout", "--quiet", "--force", head]):
        subprocess.run(["git", "-C", checkout, *again], check=True)


def _call(made: Path, command: str, environment: dict[str, str]) -> int:
    """Call a command in the checkout, with mounts and processes that end with it."""
    at = shlex.quote(str(made))
    steps = [f"mount -t proc proc {at}/proc", f"mount -t sysfs -o ro sys {at}/sys"]
    steps.append(f"mount --rbind /dev {at}/dev")
    for folder in _shared():
        inside = shlex.quote(f"{made}{folder}")
        steps.append(f"mkdir -p {inside}; mount --bind -o ro {shlex.quote(str(folder))} {inside}")
    wanted = shlex.quote(f"cd /{CHECKOUT} && {command.strip()}")
    steps.append(f"exec chroot {at} /bin/sh -c {wanted}")
    alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    called = [*alone, "/bin/sh", "-ec", "\n".join(steps)]
    return subprocess.run(called, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
