"""Installs Debian's packages for our tests, where there is Debian and we may: as root."""

import os
import shutil
import subprocess

# Somebody else may be installing: wait for them instead of failing.
PATIENCE_SECONDS = 900
GET = ("apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={PATIENCE_SECONDS}")


def may_install() -> bool:
    """Whether this machine has Debian's packages and lets us add some."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(*packages: str) -> None:
    """Add the packages, and nothing they only recommend.

    What could not be had is for the caller to notice.
    """
    # At run level 1 no package starts a service of its own.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run([*GET, "update"], env=quiet, check=False)
    subprocess.run(
        [*GET, "install", "-y", "--no-install-recommends", *packages], env=quiet, check=False
    )
