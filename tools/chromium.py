"""Finds the browser our tests drive, or installs one: `python -m tools.chromium`.

First the one already here, then Debian's where we may install it, then the one Playwright brings.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0 and _from_debian():
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _from_debian() -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
        env=quiet,
        check=False,
    )
    return found() is not None


if __name__ == "__main__":
    install()
    print(f"browser: {found() or 'the one Playwright brings'}")
