"""What `plans init` says of the way to a public address, and what it leaves alone in a site that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.init_folder import SiteFolder, look_into
from mkdocs_plans.cli.init_online import list_online_steps
from tests.cli.command import run
from tests.source.test_revision import commit, git

SITE = {
    "mkdocs.yml": "site_name: Acme\ntheme: {name: material}\nplugins: [search]\n",
    "docs/index.md": "# Hello\n",
    ".github/workflows/ci.yml": """jobs:
  site:
    steps:
      - run: pip install mkdocs-material mkdocs-rss-plugin
      - run: mkdocs gh-deploy --force
""",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that a workflow publishes."""
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def said_by(there: SiteFolder, answers: Answers) -> str:
    """All lines of the steps."""
    return "\n".join(
        line for step in list_online_steps(there, answers, ["mkdocs.yml", "plans/a.md"]) for line in step
    )


def test_github_is_told_to_publish(tmp_path: Path) -> None:
    """From the first commit to the address."""
    repository = "https://github.com/ours/plan"
    answers = Answers(
        "Ours", repository=repository, remote=f"{repository}.git", site_url="https://ours.github.io/plan/"
    )
    said = said_by(SiteFolder(tmp_path), answers)
    lines = (
        *("git init --initial-branch main", "git add mkdocs.yml plans", 'git commit -m "Begin our plan"'),
        *(f"git remote add origin {repository}.git", "git push -u origin main"),
        *(f"{repository}/settings/pages", f"{repository}/actions/workflows/publish.yml"),
        "The site is then at https://ours.github.io/plan/",
    )
    assert [line for line in said.splitlines() if line in lines] == list(lines)
    assert "&&" not in said


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("gitlab", ("Deploy → Pages", "Use unique domain", "Pipeline schedules")),
        ("none", ("mkdocs build", "rsync -a")),
    ],
)
def test_other_hosts_have_steps_of_their_own(tmp_path: Path, host: str, words: tuple[str, ...]) -> None:
    """An address that isn't known stands as a word to fill in; a remote that is there isn't added."""
    said = said_by(SiteFolder(tmp_path), Answers("Ours", host=host))
    assert all(word in said for word in words)
    address = {"gitlab": "https://gitlab.com", "none": "https://HOST"}[host]
    assert f"git remote add origin {address}/OUR-ORG/PLAN.git" in said
    again = said_by(SiteFolder(tmp_path, has_git=True, has_remote=True), Answers("Ours", host=host))
    assert "git remote add" not in again
    assert "git init" not in again
    assert "git push -u origin main" in again


def test_a_published_site_gets_no_second_publisher(site: Path) -> None:
    """Its workflow and requirements install this package too; its plan comes on a branch, to be merged."""
    git(site, "init", "--quiet", "--initial-branch", "trunk")
    commit(site)
    git(site, "remote", "add", "origin", "git@github.com:acme/handbook.git")
    said = run("init", str(site), "--yes").output
    assert "skipped  .github/workflows/publish.yml  (.github/workflows/ci.yml publishes the site)" in said
    assert not (site / ".github/workflows/publish.yml").exists()
    assert "pip install mkdocs-material " in (site / ".github/workflows/ci.yml").read_text()
    requirements = (site / "requirements.txt").read_text().splitlines()
    assert requirements[2:4] == ["mkdocs-material", "mkdocs-rss-plugin"]
    assert requirements[4].startswith("mkdocs-plans")
    assert "git switch -c add-our-plan" in said
    assert "git push -u origin HEAD" in said
    assert "settings/pages" not in said
    assert run("init", str(site), "--yes").output.count("changed") == 0


def test_a_publisher_is_added_where_it_is_asked_for(site: Path) -> None:
    """On the repository's own default branch."""
    git(site, "init", "--quiet", "--initial-branch", "trunk")
    commit(site)
    run("init", str(site), "--yes", "--publish")
    assert "branches: [trunk]" in (site / ".github/workflows/publish.yml").read_text()


def test_gitlabs_one_file_is_left_and_told_to_include_ours(tmp_path: Path) -> None:
    """Without a second job that publishes."""
    (tmp_path / "mkdocs.yml").write_text(SITE["mkdocs.yml"])
    theirs = "pages:\n  script: [pip install -r requirements.txt, mkdocs build]\n"
    (tmp_path / ".gitlab-ci.yml").write_text(theirs)
    said = run("init", str(tmp_path), "--yes").output
    assert "  include:\n    - local: .gitlab/plans.gitlab-ci.yml\n" in said
    assert (tmp_path / ".gitlab-ci.yml").read_text() == theirs
    ours = (tmp_path / ".gitlab/plans.gitlab-ci.yml").read_text()
    assert "plan-check:" in ours
    assert "pages:" not in ours


def test_git_says_where_a_site_is_kept(tmp_path: Path) -> None:
    """Also of a folder that isn't there yet, in the repository that it will be in."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "trunk")
    git(tmp_path, "remote", "add", "origin", "https://gitlab.example.org/ours/plan.git")
    there = look_into(tmp_path / "our-plan")
    assert (there.repository, there.host) == ("https://gitlab.example.org/ours/plan", "gitlab")
    assert (there.branch, there.place, there.has_remote) == ("trunk", "our-plan", True)


def test_workflows_of_a_site_in_a_folder_are_at_the_top_and_work_there(tmp_path: Path) -> None:
    """GitHub runs no others. One that is there stays, and nothing publishes beside what does already."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "remote", "add", "origin", "https://github.com/ours/all.git")
    jobs = tmp_path / ".github/workflows"
    jobs.mkdir(parents=True)
    (jobs / "docs.yml").write_text("jobs: {a: {steps: [{uses: actions/deploy-pages@v4}]}}\n")
    said = run("init", str(tmp_path / "sub/plan"), "--yes").output
    assert "so they are written there, in .github/workflows, and work in sub/plan." in said
    assert "git add ../../.github .github " in said
    written = (jobs / "plans.yml").read_text()
    assert "\ndefaults:\n  run:\n    working-directory: sub/plan\n" in written
    assert not (jobs / "publish.yml").exists()
    assert not (tmp_path / "sub/plan/.github/workflows").exists()
    assert (tmp_path / "sub/plan/.github/plans-requirements.txt").is_file()


def test_jobs_at_the_top_that_may_build_the_site_are_named(site: Path) -> None:
    """With what they have to install, or the site would no longer be built once the plan is merged."""
    folder = site / "handbook"
    folder.mkdir()
    for name in ("mkdocs.yml", "docs"):
        (site / name).rename(folder / name)
    git(site, "init", "--quiet")
    said = run("init", str(folder), "--yes").output
    assert "../.github/workflows/ci.yml installs MkDocs. Where it builds this site" in said
    assert "  (cd handbook && pip install -r requirements.txt)" in said


def test_gitlabs_jobs_of_a_site_in_a_folder_are_at_the_top_and_work_there(tmp_path: Path) -> None:
    """GitLab reads no other file. One that is there stays, and is told what to include."""
    git(tmp_path, "init", "--quiet")
    top = tmp_path / ".gitlab-ci.yml"
    place = tmp_path / "a plan"
    said = run("init", str(place), "--yes", "--host", "gitlab").output
    assert "so the jobs for the plan belong there. They work in a plan." in said
    written = yaml.safe_load(top.read_text())
    for name in (".plans", "plan-comment", "plan-agreement"):
        assert written[name]["before_script"][0] == "cd 'a plan'"
    assert written["pages"]["script"] == ['mkdocs build --site-dir "$CI_PROJECT_DIR/public"']
    assert not (place / ".gitlab-ci.yml").exists()
    assert (place / ".gitlab/plans-requirements.txt").is_file()
    theirs = "build:\n  script: [make]\n"
    top.write_text(theirs)
    said = run("init", str(tmp_path / "other"), "--yes").output
    assert "Add this to ../.gitlab-ci.yml" in said
    assert "- local: other/.gitlab/plans.gitlab-ci.yml\n" in said
    assert top.read_text() == theirs
    assert "- cd other\n" in (tmp_path / "other/.gitlab/plans.gitlab-ci.yml").read_text()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "pl",
            "Pages, headings and titles are in Polish. The example texts and the comments are in English.",
        ),
        ("eu", "there are no words in Basque yet"),
    ],
)
def test_init_says_what_is_in_which_language(tmp_path: Path, language: str, said: str) -> None:
    """Where the texts to begin with aren't in the site's."""
    assert said in run("init", str(tmp_path / "a"), "--yes", "--host", "none", "--language", language).output
