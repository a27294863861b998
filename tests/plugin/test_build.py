"""When a build goes on, when it stops, and what it has then changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from mkdocs.exceptions import Abort

from mkdocs_plans.edits.journal import FOLDER as UNFINISHED
from tests.built_site import Published, build, run_mkdocs
from tests.full_site import FILES, write_full_site
from tests.small_site import CONFIG, STRATEGY, text, write_site

AS_WARNING = text(CONFIG) + "      rules: {unknown-person: warning}\n"


def with_a_warning(folder: Path) -> Path:
    """Write a site with one warning in it, and with something published before."""
    write_site(folder, {"hire.md": STRATEGY.replace("vp-sales", '"vp\\e[31m\\vsales"')}, config=AS_WARNING)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("what was published before")
    return folder


def untouched(folder: Path) -> bool:
    """Whether the published folder is as it was."""
    [only] = (folder / "site").iterdir()
    return only.read_text() == "what was published before"


def test_a_warning_stops_a_strict_build_before_anything_is_published(tmp_path: Path) -> None:
    """Under `--quiet` too, which hides warnings: what stops the build is said all the same."""
    folder = with_a_warning(tmp_path)
    result = run_mkdocs(folder, "--strict", "--quiet")
    assert result.returncode == 1
    assert "plans/hire.md:4:6: nobody has the handle" in result.stderr
    assert "must be fixed first; nothing was changed" in result.stderr
    assert "Traceback" not in result.stderr
    assert untouched(folder)


def test_a_warning_does_not_stop_a_build_that_is_not_strict(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged as MkDocs' own are, each in one line that can't steer a terminal."""
    build(with_a_warning(tmp_path))
    (warning,) = [r for r in caplog.records if "unknown-person" in r.getMessage()]
    assert warning.levelname == "WARNING"
    assert warning.name.startswith("mkdocs.plugins.")
    assert '"vp\ufffd[31m\ufffdsales"' in warning.getMessage()
    assert (tmp_path / "site/hire/index.html").is_file()


def test_an_error_stops_any_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is logged with line, column, remedy and rule."""
    folder = with_a_warning(tmp_path)
    (folder / "mkdocs.yml").write_text(text(CONFIG))
    with pytest.raises(Abort):
        build(folder)
    errors = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert any(error.endswith('(did you mean "vp-sales"?) [unknown-person]') for error in errors)
    assert untouched(folder)


@pytest.mark.parametrize(
    ("template", "source", "said"),
    [
        ("plans/partials/as_of.html", "\n{{ today.iso }", "partials/as_of.html:2: unexpected '}'"),
        ("plans/partials/as_of.html", "\n\n{{ nobody }}", "partials/as_of.html:3: 'nobody' is undefined"),
        ("partials/content.html", "{{ page.nobody.name }}", "has no attribute 'nobody'"),
    ],
)
def test_a_template_that_breaks_off_leaves_the_published_folder(
    template: str, source: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One of ours that the site has its own of, with file and line, and one of the theme's."""
    config = CONFIG.replace("font: false", "font: false, custom_dir: theme")
    folder = write_site(with_a_warning(tmp_path), {"hire.md": STRATEGY}, config=config)
    (folder / "theme" / template).parent.mkdir(parents=True)
    (folder / "theme" / template).write_text(source)
    with pytest.raises((Abort, UndefinedError)) as raised:
        build(folder)
    assert said in caplog.text + str(raised.value)
    assert untouched(folder)


def test_a_wrong_setting_stops_a_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In the plugin's own words: MkDocs knows nothing of the settings."""
    folder = write_site(tmp_path, config=text(CONFIG) + "      lables: {}\n")
    with pytest.raises(Abort):
        build(folder)
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert 'mkdocs.yml:8:7: `lables` isn\'t a setting of the plugin `plans` (did you mean "labels"?)' in said
    assert "Unrecognised" not in said


EMPTY_PLAN = text(CONFIG) + "      rules: {missing-mission: off, missing-vision: off}\n"


def test_a_site_with_no_plan_file_yet_is_built(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """On its first day its pages say that there is nothing yet, and so does the log."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "mkdocs.yml").write_text(EMPTY_PLAN)
    site = build(tmp_path)
    assert [one.levelname for one in caplog.records if "no plan file" in one.getMessage()] == ["WARNING"]
    assert site.pages == ["index.html", "strategies/index.html", "tactics/index.html"]
    assert "Small Makers hasn't written down a mission or a vision yet." in site.page("").text
    assert "Nothing is under way yet." in site.page("").text
    assert "There are no strategies here yet." in site.page("strategies/").text
    assert "There are no tactics here yet." in site.page("tactics/").text


def test_what_a_killed_command_left_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The plan may hold a half of its change: the next command takes that back."""
    (write_site(tmp_path, {"hire.md": STRATEGY}) / "plans" / UNFINISHED).mkdir()
    build(tmp_path)
    assert [one.levelname for one in caplog.records if "was stopped while" in one.getMessage()] == ["WARNING"]


def test_files_that_mkdocs_leaves_out_are_not_read(tmp_path: Path) -> None:
    """A broken file among `exclude_docs` or `draft_docs` stops no build, and has no page."""
    config = text(CONFIG) + 'exclude_docs: |\n  old/\n  !old/kept.md\ndraft_docs: "next/"\n'
    paths = ("old/gone.md", "next/soon.md")
    broken: dict[str, str | bytes] = {path: STRATEGY.replace("dri:", "dri: [") for path in paths}
    site = build(write_site(tmp_path, {"old/kept.md": STRATEGY, **broken}, config=config))
    assert "old/kept/index.html" in site.pages
    assert not [path for path in site.pages if "gone" in path or "soon" in path]


DIFFERENT = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Etc/GMT+12", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another time zone, locale, process and folder, with the files written in another order."""
    processes = []
    for number, variables in enumerate(DIFFERENT):
        folder = tmp_path / str(number)
        write_full_site(folder)
        for path in reversed(list(FILES) if number else []):
            file = folder / "plans" / path
            content = file.read_bytes()
            file.unlink()
            file.write_bytes(content)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
        processes.append(subprocess.Popen(command, cwd=folder, env=environment))
    assert [process.wait() for process in processes] == [0, 0]
    one, other = (Published(tmp_path / str(number) / "site").files for number in range(2))
    assert {path for path in one if one[path] != other.get(path)} <= {"sitemap.xml"}
    assert one.keys() == other.keys()
    assert len([path for path in one if path.endswith(".html")]) > 15


def test_a_build_after_a_build_is_the_same(published: Published) -> None:
    """A plugin that builds once more for each language, or a program that builds two sites, may."""
    first = published.files
    assert build(published.folder.parent).files == first


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme_builds(theme: str, tmp_path: Path) -> None:
    """The pages are made for Material, and don't need it."""
    config = CONFIG.replace("{name: material, font: false}", theme)
    site = build(write_full_site(tmp_path, config), strict=False)
    assert "strategies/hire/index.html" in site.pages
    source = site.files["strategies/hire/index.html"]
    assert 'id="goal-retention"' in source
    assert "../../assets/plans/plans.css" in source
    assert re.search(r"<title>[^<]*Hire salespeople who stay", source)
