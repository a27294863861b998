"""A machine gets a browser without being asked twice, or is told what it lacks."""

from pathlib import Path

import pytest

from tests.browser import NoBrowserError, ensure

SCRIPT = "#!/bin/sh\n"

APT_GET = """\
cd "${0%/*}"
echo "$@" >> asked
case "$*" in
  *install*) echo '#!/bin/sh' > chromium; /bin/chmod +x chromium ;;
esac
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder that holds all programs of a machine, which is root's."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return tmp_path


def add(program: Path, text: str = "") -> str:
    """Put a program that does what a text says; give its path."""
    program.write_text(SCRIPT + text)
    program.chmod(0o755)
    return str(program)


def test_a_browser_on_the_path_is_taken(programs: Path) -> None:
    """Nothing is installed: there is nothing to install it with."""
    chromium = add(programs / "chromium-browser")
    assert ensure() == chromium


def test_the_browser_that_is_named_goes_first(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`CHROMIUM` is taken before what is on the PATH."""
    add(programs / "chromium")
    monkeypatch.setenv("CHROMIUM", add(programs / "another"))
    assert ensure() == str(programs / "another")


def test_a_named_browser_that_is_missing_is_not_replaced(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names one wants that one: they are told."""
    add(programs / "chromium")
    monkeypatch.setenv("CHROMIUM", "chromium-of-another-machine")
    with pytest.raises(NoBrowserError, match="chromium-of-another-machine"):
        ensure()


def test_a_missing_browser_is_installed_once(programs: Path) -> None:
    """The package lists come first, for a new machine has none; a second run asks for nothing."""
    add(programs / "apt-get", APT_GET)
    assert ensure() == ensure() == str(programs / "chromium")
    asked = (programs / "asked").read_text().splitlines()
    assert [words.removeprefix("--quiet --quiet ") for words in asked] == [
        "update",
        "install --yes chromium",
    ]


def test_who_can_install_nothing_is_told_what_to_do(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a package manager nor the right to use it is taken for granted."""
    with pytest.raises(NoBrowserError, match="set CHROMIUM"):
        ensure()
    add(programs / "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(NoBrowserError, match="only root can install it"):
        ensure()


def test_an_install_that_fails_says_so(programs: Path) -> None:
    """The package manager's own message stands above ours."""
    add(programs / "apt-get", "exit 100\n")
    with pytest.raises(NoBrowserError, match="set CHROMIUM"):
        ensure()
