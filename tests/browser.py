"""The installed Chromium, for the tests that open pages: find it, install it, launch it.

Playwright's own browsers aren't used, so that a checkout downloads nothing but Python packages.
`python -m tests.browser` makes sure that there is a Chromium, and prints where it is.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

REMEDY = "install Chromium, or set CHROMIUM to the path of a Chromium or Chrome"

OPTIONS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--disable-quic",  # it would try hosts outside, whatever the page asks for
)


IDLE_WORKERS = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }"
"""Has no page make an index for its search, which takes long: search has tests of its own."""


class NoBrowserError(Exception):
    """There is no Chromium, and it can't be installed. The message says what to do."""


def find() -> str | None:
    """Look where `CHROMIUM` says, else for the first one on the PATH; give its path."""
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoBrowserError(f"CHROMIUM is {named!r}, which can't be run: correct it, or unset it")
    return next(filter(None, map(shutil.which, NAMES)), None)


def ensure() -> str:
    """Give the path of a Chromium; where there is none, install it first."""
    if found := find():
        return found
    install()
    if found := find():
        return found
    raise NoBrowserError(f"apt-get installed no Chromium: {REMEDY}")


def install() -> None:
    """Install Debian's Chromium, as root or through sudo."""
    if not shutil.which("apt-get"):
        raise NoBrowserError(f"no Chromium on the PATH, and no apt-get to install it: {REMEDY}")
    if os.geteuid() != 0 and not shutil.which("sudo"):
        raise NoBrowserError(f"no Chromium on the PATH, and only root can install it: {REMEDY}")
    apt_get = [*([] if os.geteuid() == 0 else ["sudo"]), "apt-get", "--quiet", "--quiet"]
    silent = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "chromium"]):
        try:
            subprocess.run([*apt_get, *command], check=True, env=silent)
        except subprocess.CalledProcessError as error:
            raise NoBrowserError(f"{error} Fix that, or: {REMEDY}") from error


@contextmanager
def launched() -> Iterator[Browser]:
    """Run a headless Chromium that reaches this machine alone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        yield browser
        browser.close()


def main() -> None:
    """Print where Chromium is, or why there is none."""
    try:
        print(ensure())
    except NoBrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
