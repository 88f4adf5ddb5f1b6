"""Judges a drawn page by the rules of WCAG 2.0 to 2.2, levels A and AA, with axe-core: `python -m
tools.axe` installs it by npm.
"""

import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from tools import debian

VERSION = "4.14.1"
FOLDER = Path(__file__).parents[1] / ".browser" / f"axe-{VERSION}"
SCRIPT = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Every violation as one line: the rule, what it asks for, and the first element that breaks it.
JUDGE = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return found.violations.map(one =>
    `breaks ${one.id} (${one.help}) at ${one.nodes.length} place(s): ${one.nodes[0].target.join(' ')} ${one.nodes[0].html.slice(0, 160)}`);
}"""


def violations(page: Page) -> list[str]:
    """What breaks a rule on the page as it is drawn now; empty where nothing does."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=SCRIPT)
    return list(page.evaluate(JUDGE, TAGS))


def install() -> None:
    """Make sure axe-core is there; raises where npm is missing or gets no answer."""
    if not SCRIPT.is_file():
        if not shutil.which("npm") and debian.may_install():
            debian.install("npm")
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "npm",
                "install",
                "--prefix",
                str(FOLDER),
                f"axe-core@{VERSION}",
                "--no-audit",
                "--no-fund",
                "--silent",
            ],
            check=True,
        )


if __name__ == "__main__":
    install()
    print(f"axe-core {VERSION}")
