"""Finds the browser our tests drive, or installs one: `python -m tools.chromium`.

First the one already here, then Debian's where we may install it, then the one Playwright brings.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def found() -> str | None:
    """Path of a Chromium on this machine, or nothing: then Playwright's own is used."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return str(MAC) if MAC.exists() else None


def install() -> None:
    """Make sure there is a browser; raises where neither Debian nor Playwright can give one."""
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
