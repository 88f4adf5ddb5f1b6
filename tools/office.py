"""Finds or installs the LibreOffice that recalculates workbooks and lays out memos in our tests.

`python -m tools.office` installs Debian's, and the typefaces of a memo with it.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tools import debian

NAMES = ("soffice", "libreoffice")
TYPEFACES = {"Caladea": "fonts-crosextra-caladea", "Carlito": "fonts-crosextra-carlito"}
"""As wide as Word's Cambria and Calibri, which a memo asks for; and Debian's package of each."""
PACKAGES = (
    "libreoffice-calc",
    "libreoffice-writer",
    "poppler-utils",
    "fontconfig",
    *TYPEFACES.values(),
)
MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
PATIENCE_SECONDS = 240
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
"""


def found() -> str | None:
    """Path of a LibreOffice on this machine, or nothing."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return str(MAC) if MAC.exists() else None


def typefaces() -> list[Path]:
    """The files of a memo's typefaces; empty where one is missing, or where nothing can tell."""
    if not shutil.which("fc-list"):
        return []
    files = []
    for family in TYPEFACES:
        told = subprocess.run(
            ["fc-list", f":family={family}", "file"], capture_output=True, text=True, check=True
        )
        if not told.stdout.strip():
            return []
        files += [Path(line.strip().removesuffix(":")) for line in told.stdout.splitlines()]
    return files


def install() -> None:
    """Make sure there is one; says how to get it where we may not install it."""
    if found() and shutil.which("pdftotext") and typefaces():
        return
    if debian.may_install():
        debian.install(*PACKAGES)
    if not found():
        raise SystemExit(
            "There is no LibreOffice here, which recalculates workbooks in tests. "
            f"Install {', '.join(PACKAGES)}, then call make again."
        )
    if not typefaces():
        print(
            f"{' and '.join(TYPEFACES)} are missing: "
            "the test that lays out a memo in them is skipped"
        )


def recalculated(files: Sequence[Path], folder: Path) -> list[Path]:
    """The same workbooks with every formula computed, in a new folder; one start for all of them.

    Args:
        files: .xlsx files of different names.
        folder: new or empty; also holds the profile, so that no setting of the person who runs
            this counts.
    """
    return _converted(files, folder / "recalculated", "xlsx")


def laid_out(file: Path, folder: Path, *, fonts: Sequence[Path] = ()) -> Path:
    """A document as a PDF.

    Args:
        folder: new or empty.
        fonts: files of the only typefaces there are; where none is named, those of this machine.
    """
    told = {}
    if fonts:
        only = folder / "fonts"
        only.mkdir(parents=True)
        for font in fonts:
            shutil.copy(font, only)
        (folder / "fonts.conf").write_text(FONTS.format(folder=only), encoding="utf-8")
        told["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    return _converted([file], folder / "laid-out", "pdf", **told)[0]


def _converted(files: Sequence[Path], made: Path, kind: str, **told: str) -> list[Path]:
    office = found()
    if office is None:
        raise FileNotFoundError("no LibreOffice: run python -m tools.office")
    profile = f"-env:UserInstallation={(made.parent / 'profile').resolve().as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(made),
        *map(str, files),
    ]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        env={**os.environ, **told},
    )
    return [made / file.with_suffix(f".{kind}").name for file in files]


if __name__ == "__main__":
    install()
    print(f"office: {found()}")
