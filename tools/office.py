"""Finds the LibreOffice that recalculates workbooks and lays out memos in our tests, or installs
Debian's: `python -m tools.office`.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-calc", "libreoffice-writer", "poppler-utils")
MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
PATIENCE_SECONDS = 180


def found() -> str | None:
    """Path of a LibreOffice on this machine, or nothing."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return str(MAC) if MAC.exists() else None


def install() -> None:
    """Make sure there is one; says how to get it where we may not install it."""
    if found() and shutil.which("pdftotext"):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
            env=quiet,
            check=False,
        )
    if not found():
        raise SystemExit(
            "There is no LibreOffice here, which recalculates workbooks in tests. Install "
            f"{', '.join(PACKAGES)}, then call make again."
        )


def recalculated(files: Sequence[Path], folder: Path) -> list[Path]:
    """The same workbooks with every formula computed, in a new folder; one start for all of them.

    Args:
        files: .xlsx files of different names.
        folder: new or empty; also holds the profile, so that no setting of the person who runs this
            counts.
    """
    office = found()
    if office is None:
        raise FileNotFoundError("no LibreOffice: run python -m tools.office")
    made = folder / "recalculated"
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(made),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    return [made / file.name for file in files]


if __name__ == "__main__":
    install()
    print(f"office: {found()}")
