"""What is published works where it is installed: outside the checkout, with what it asks for."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, distributions
from importlib.metadata import version as version_of
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from mkdocs_plans.authoring.starter import read_models
from tests import terminal

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Machine:
    """An environment that holds the wheel and its dependencies, and a site outside the checkout."""

    environment: Path
    packages: Path
    site: Path

    def run(self, program: str, *arguments: str, folder: Path | None = None) -> str:
        """Run a program of the environment, in the site's folder if in no other; give all that it prints."""
        done = subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=folder or self.site,
            env=variables(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


def variables() -> dict[str, str]:
    """The environment variables, without those that would lend Python what is in the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Build the wheel, install it where nothing else is, and put the smallest site beside it."""
    folder = tmp_path_factory.mktemp("machine")
    environment = folder / "environment"
    venv.create(environment)
    packages = packages_of(environment)
    install(build(folder), environment)
    for needed in needed_by(next(iter(distributions(path=[str(packages)])))):
        link(needed, packages)
    site = shutil.copytree(ROOT / "tests/sites/smallest", folder / "site")
    return Machine(environment, packages, site)


def build(folder: Path) -> Path:
    """Build the wheel of the checkout, with the build backend that is installed here."""
    options = ["--wheel", "--no-isolation", "--outdir", str(folder)]
    python("-m", "build", *options, str(ROOT))
    return next(folder.glob("*.whl"))


def install(wheel: Path, environment: Path) -> None:
    """Install the wheel alone, from its file."""
    options = ["--quiet", "--no-index", "--no-deps"]
    python("-m", "pip", "--python", str(environment), "install", *options, str(wheel))


def python(*arguments: str) -> None:
    """Run the Python of the tests."""
    subprocess.run([sys.executable, *arguments], check=True)


def packages_of(environment: Path) -> Path:
    """Give the folder of an environment's packages."""
    places = {"base": str(environment), "platbase": str(environment)}
    return Path(sysconfig.get_path("purelib", "venv", places))


def needed_by(installed: Distribution) -> Iterator[Distribution]:
    """Give what a distribution requires, what that requires, and so on, as it is installed here."""
    waiting, seen = [installed], set[str]()
    while waiting:
        for requirement in map(Requirement, waiting.pop().requires or ()):
            applies = not requirement.marker or requirement.marker.evaluate({"extra": ""})
            if applies and requirement.name not in seen:
                seen.add(requirement.name)
                waiting.append(distribution(requirement.name))
                yield waiting[-1]


def link(needed: Distribution, packages: Path) -> None:
    """Let an environment have a distribution that is installed here."""
    for name in {file.parts[0] for file in needed.files or ()} - {"..", "__pycache__"}:
        place = packages / name
        if not place.exists():
            place.symlink_to(Path(str(needed.locate_file(name))))


def test_the_package_is_the_wheels_own(machine: Machine) -> None:
    """Nothing of the checkout is imported: what is missing in the wheel is missing."""
    code = "import mkdocs_plans; print(mkdocs_plans.__file__)"
    where = machine.run("python", "-c", code)
    assert Path(where.strip()) == machine.packages / "mkdocs_plans/__init__.py"


def test_every_template_is_in_the_wheel(machine: Machine) -> None:
    """The templates stand outside the package in the checkout, and inside it in the wheel."""
    installed = files_below(machine.packages / "mkdocs_plans/templates")
    assert installed == files_below(ROOT / "templates")
    assert installed


def test_the_wheel_says_that_it_is_typed(machine: Machine) -> None:
    """Type checkers look at the annotations of a package only where it holds this file."""
    assert (machine.packages / "mkdocs_plans/py.typed").is_file()


def test_a_site_is_built(machine: Machine) -> None:
    """MkDocs finds the plugin; its pages say who answers for a strategy; no warning is given."""
    machine.run("python", "-m", "mkdocs", "build", "--strict")
    page = machine.site / "site/strategies/sell-abroad/index.html"
    assert "Ines Oduya" in page.read_text("utf-8")


def test_a_plan_is_checked(machine: Machine) -> None:
    """A plan with nothing wrong in it passes the strictest check."""
    machine.run("plans", "check", "--fail-on", "notice")


def test_a_plan_is_begun_and_kept_alive(machine: Machine, tmp_path: Path) -> None:
    """From nothing to a site; then the plans of every model, a check-in by its questions, another name."""
    plans, demo = str(machine.environment / "bin/plans"), tmp_path / "demo"
    known = "--repository=https://github.com/our-org/our-plan"
    machine.run("plans", "init", "demo", "--yes", known, folder=tmp_path)
    hidden = {".gitignore", ".vscode", ".github", ".pre-commit-config.yaml"}
    assert hidden <= {path.name for path in demo.iterdir()}
    machine.run("plans", "check", "--fail-on", "notice", folder=demo)
    machine.run("python", "-m", "mkdocs", "build", "--strict", folder=demo)
    for model in read_models(ROOT / "templates/models"):
        machine.run("plans", "new", "--model", model, "--yes", folder=demo)
    check_in = terminal.begin(demo, plans, "update", "one-inbox", variables=variables())
    answers = ("How is it going", "2"), ("Done by now", "1"), ("Put off", ""), ("A new end", "")
    terminal.answer(check_in, *answers, ("to say", "Two are ill."), ("Write this", "y"))
    assert "plans/tactics/one-inbox.md is written" in terminal.read_to_its_end(check_in)
    machine.run("plans", "rename", "one-inbox", "a-single-inbox", "--yes", folder=demo)
    machine.run("plans", "check", folder=demo)
    machine.run("python", "-m", "mkdocs", "build", "--strict", folder=demo)
    page = demo / "site/tactics/a-single-inbox/index.html"
    assert "Two are ill." in page.read_text("utf-8")


def test_what_init_says_leads_to_a_public_address(machine: Machine, tmp_path: Path) -> None:
    """Each line for git is run, with a folder for the repository: what a colleague then fetches has the wheel
    that it installs, and the site is built.
    """
    bare, demo = tmp_path / "bare.git", tmp_path / "our-plan"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", bare], check=True)
    arguments = ("our-plan", "--yes", "--host=none", f"--repository={bare}")
    said = machine.run("plans", "init", *arguments, folder=tmp_path)
    assert "a copy in wheels/ is what others install" in said
    steps = said.partition("To put it online:\n")[2].splitlines()
    path = f"{machine.environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for line in map(str.strip, steps):
        if line.startswith("git "):
            subprocess.run(line, shell=True, cwd=demo, env={**variables(), "PATH": path}, check=True)
    machine.run("python", "-m", "mkdocs", "build", "--strict", folder=demo)
    assert (demo / "site/how-to-write/index.html").is_file()
    subprocess.run(["git", "clone", "--quiet", bare, tmp_path / "clone"], check=True)
    wheel = (tmp_path / "clone/requirements.txt").read_text("utf-8").splitlines()[-1]
    assert (tmp_path / "clone" / wheel).is_file()
    checked = machine.run("plans", "check", folder=tmp_path / "clone")
    assert "missing-site-url" in checked and checked.endswith("1 notice in 8 plan files\n")


def test_the_command_knows_its_version(machine: Machine) -> None:
    """It is that of the wheel, which is the checkout's."""
    assert machine.run("plans", "--version").split()[-1] == version_of("mkdocs-plans")


def files_below(folder: Path) -> set[str]:
    """Give the paths of the files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
