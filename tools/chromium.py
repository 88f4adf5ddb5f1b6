"""Finds the browser our tests drive, or installs one: `python -m tools.chromium`.

First the one already here, then Debian's where we may install it, then the one Playwright brings.
What Playwright's own driver needs of the machine comes with it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A library Playwright's driver is linked to, and which a bare Debian has not.
DRIVER_NEEDS = "libatomic1"
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def found() -> str | None:
    """Path of a Chromium on this machine, or nothing: then Playwright's own is used."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return str(MAC) if MAC.exists() else None


def install() -> None:
    """Make sure there is a browser and what drives it; raises where nobody can give one."""
    if not _driven() and debian.may_install():
        debian.install(DRIVER_NEEDS)
    _browser()


def _driven() -> bool:
    """Whether Playwright's driver, a program of its own, starts on this machine."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _browser() -> None:
    if found():
        return
    if debian.may_install():
        debian.install("chromium")
        if found():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    install()
    print(f"browser: {found() or 'the one Playwright brings'}")
