"""mkdocs.yml → settings: where it is looked for, how it is read, and what is wrong with it."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.findings import Located
from mkdocs_plans.settings import ExtraField, Reviews, Settings, Site, find_site
from tests.small_site import found_in, text, write_site

BASE = """
site_name: Makers
docs_dir: plans
"""


def site_with(folder: Path, lines: str) -> Path:
    """Write a site whose mkdocs.yml has these lines below its name."""
    return write_site(folder, config=text(BASE) + text(lines))


def settings_of(folder: Path, plans: str) -> Settings:
    """The settings that these options of the plugin give."""
    return find_site(site_with(folder, f"plugins: [{{plans: {plans}}}]\n")).settings


def about_settings(folder: Path) -> list[Located]:
    """The findings about the site's settings."""
    return [one for one in found_in(folder) if one.finding.rule.endswith("-setting")]


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml"])
def test_the_site_is_that_of_the_folder_or_of_one_above(name: str, tmp_path: Path) -> None:
    """An author may stand anywhere below it."""
    folder = site_with(tmp_path, "plugins: [plans]\n")
    (folder / "mkdocs.yml").rename(folder / name)
    (folder / "plans/strategies").mkdir()
    for start in (folder, folder / "plans", folder / "plans/strategies"):
        site = find_site(start)
        assert (site.config_path, site.docs_dir) == (folder / name, folder / "plans")


def test_the_nearest_site_is_taken(tmp_path: Path) -> None:
    """A site within a site's folder is one of its own."""
    inner = tmp_path / "inner"
    inner.mkdir()
    site_with(tmp_path, "plugins: [plans]\n")
    write_site(inner, config="site_name: Inner\ndocs_dir: plans\nplugins: [plans]\n")
    assert find_site(inner / "plans").name == "Inner"


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, plans]",
        "plugins: [search, plans: ]",
        "plugins: {search: {}, plans: }",
        "plugins: [search, {plans: {enabled: true}}]",
    ],
)
def test_a_site_may_set_nothing(plugins: str, tmp_path: Path) -> None:
    """The defaults hold: the organisation is the site, and the day is today."""
    site = find_site(site_with(tmp_path, plugins + "\n"))
    assert site.settings == Settings()
    assert site.findings == ()
    assert site.organization == "Makers"
    assert site.today == datetime.date.today()
    assert site.language == "en"


@pytest.mark.parametrize("plugins", ["- plans: {people: who.yml}", "plans: {people: who.yml}"])
def test_plugins_may_be_a_list_or_a_mapping(plugins: str, tmp_path: Path) -> None:
    """Both are MkDocs'."""
    site = find_site(site_with(tmp_path, f"plugins:\n  {plugins}\n"))
    assert site.settings.people == "who.yml"


def test_what_a_site_sets_is_read(tmp_path: Path) -> None:
    """Every setting, and what MkDocs says of the site."""
    lines = """
        theme: {name: material, language: pt-BR}
        exclude_docs: |
          /old/
          !/old/kept.md
        draft_docs: next/
        plugins:
          - plans:
              organization: Lantern Makers
              labels: {goal: [Objective, Aims]}
              fiscal_year_start: 4
              review: {tactic: weekly}
              today: 2026-11-23
              extra_fields: {budget: Budget line}
              people: who.yml
        """
    site = find_site(site_with(tmp_path, lines))
    assert (site.language, site.organization) == ("pt-BR", "Lantern Makers")
    assert (site.excluded, site.drafts) == (("/old/", "!/old/kept.md"), ("next/",))
    assert site.today == datetime.date(2026, 11, 23)
    assert site.settings.labels["goal"].many == "Aims"
    assert site.settings.review == Reviews(strategy="quarterly", tactic="weekly")
    assert (site.settings.fiscal_year_start, site.settings.people) == (4, "who.yml")
    assert site.settings.extra_fields == {"budget": ExtraField(label="Budget line")}


def test_tags_that_only_mkdocs_knows_do_not_stop_the_command(tmp_path: Path) -> None:
    """`!ENV` is understood, as MkDocs does it; other tags belong to plugins that aren't loaded."""
    lines = """
        markdown_extensions:
          - pymdownx.emoji:
              emoji_index: !!python/name:material.extensions.emoji.twemoji
          - pymdownx.superfences:
              custom_fences:
                - format: !!python/object/apply:a.b {kwds: {c: d}}
          - pymdownx.snippets: {base_path: !relative $config_dir}
        plugins:
          - plans: {organization: !ENV [NOT_SET_ANYWHERE, Fallback]}
        """
    site = find_site(site_with(tmp_path, lines))
    assert site.organization == "Fallback"
    assert site.findings == ()


def inheriting(folder: Path, above: str, own: str) -> Path:
    """Write a site whose mkdocs.yml inherits from a file in a folder beside it."""
    (folder / "shared").mkdir()
    (folder / "shared/base.yml").write_text(text(above), "utf-8")
    return site_with(folder, "INHERIT: shared/base.yml\n" + text(own))


def test_what_a_site_inherits_is_merged(tmp_path: Path) -> None:
    """As MkDocs merges it: mappings key by key, the site's own word last; folders stay the site's."""
    above = """
        site_name: Above
        theme: {name: material, language: de}
        plugins: {search: {}, plans: {people: who.yml, today: 2026-01-01}}
        """
    site = find_site(inheriting(tmp_path, above, "plugins: {plans: {today: 2026-11-23}}\n"))
    assert (site.name, site.language) == ("Makers", "de")
    assert site.settings.people == "who.yml"
    assert site.today == datetime.date(2026, 11, 23)
    assert site.docs_dir == tmp_path / "plans"


def test_a_mistake_in_what_is_inherited_is_found_where_it_stands(tmp_path: Path) -> None:
    """In the file that its author has to fix."""
    folder = inheriting(tmp_path, "plugins:\n  - plans:\n      lables: {}\n", "")
    (found,) = about_settings(folder)
    assert (found.finding.path, found.span.line, found.span.column) == ("../shared/base.yml", 3, 7)


WRONG = {
    "an unknown setting": ("lables: {theme: Pillar}", 7, '"labels"'),
    "a number for a key": ("1: x", 7, "there are organization"),
    "a severity that isn't": ("rules: {unknown-person: warn}", 31, '"warning"'),
    "a severity that is a truth": ("rules: {unknown-person: true}", 31, "or off"),
    "a severity that is missing": ("rules: {unknown-person: }", 15, "or off"),
    "no rules but a word": ("rules: lenient", 14, "`key: value` lines"),
    "a rule that isn't": ("rules: {unknown-persn: off}", 15, '"unknown-person"'),
    "a label for nothing of ours": ("labels: {themes: Pillar}", 16, '"theme"'),
    "a label that is no word": ("labels: {theme: 3}", 23, "[Pillar, Pillars]"),
    "a label of four words": ("labels: {theme: [a, b, c, d]}", 23, "[Pillar, Pillars]"),
    "an empty label": ('labels: {theme: " "}', 23, "[Pillar, Pillars]"),
    "a thirteenth month": ("fiscal_year_start: 13", 26, "1 to 12"),
    "a month by its name": ("fiscal_year_start: April", 26, "1 to 12"),
    "a day in words": ("today: tomorrow", 14, "2026-11-23"),
    "a day as a number": ("today: 20261332", 14, "2026-11-23"),
    "a moment for a day": ("today: 2026-11-23 10:00:00", 14, "2026-11-23"),
    "a cadence that isn't": ("review: {tactic: often}", 24, "monthly"),
    "a cadence for what isn't reviewed": ("review: {tactics: monthly}", 16, '"tactic"'),
    "one cadence for all": ("review: monthly", 15, "`key: value` lines"),
    "fields without labels": ("extra_fields: [budget]", 21, "`key: value` lines"),
    "a revision that is a truth": ("compare_with: true", 21, "origin/main"),
    "a name that is a number": ("organization: 3", 21, "write a text"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_one_finding_at_its_place(name: str, tmp_path: Path) -> None:
    """Line, column and remedy, and no word of the library that noticed it."""
    line, column, remedy = WRONG[name]
    folder = site_with(tmp_path, f"plugins:\n  - plans:\n      people: who.yml\n      {line}\n")
    (found,) = about_settings(folder)
    assert (found.finding.path, found.span.line, found.span.column) == ("../mkdocs.yml", 6, column)
    assert remedy in found.finding.hint
    assert not {"dictionary", "instance", "None", "str-enum"} & set(found.finding.message.split())


def test_the_default_holds_in_place_of_a_wrong_setting(tmp_path: Path) -> None:
    """And all that is right holds as well."""
    settings = settings_of(tmp_path, "{fiscal_year_start: 13, lables: {}, people: who.yml}")
    assert settings == Settings(people="who.yml")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("origin/main", "origin/main"),
        ("", ""),
        ('""', ""),
        ("off", ""),
        ("1234567", "1234567"),
        ("2026-06-30", "2026-06-30"),
        ("'@{-1}'", "@{-1}"),
    ],
)
def test_a_revision_is_taken_however_yaml_reads_it(written: str, read: str, tmp_path: Path) -> None:
    """The short name of a commit may be a number, a tag a day; nothing, or `off`, is none."""
    assert settings_of(tmp_path, f"{{compare_with: {written}}}").compare_with == read


@pytest.mark.parametrize("value", ["off", "false", '"off"', "no"])
def test_a_rule_is_switched_off_however_yaml_reads_the_word(value: str, tmp_path: Path) -> None:
    """A plain `off` is false to YAML."""
    assert settings_of(tmp_path, f"{{rules: {{unknown-person: {value}}}}}").rules == {"unknown-person": "off"}


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_a_setting_with_nothing_below_it_counts_as_not_set(setting: str, tmp_path: Path) -> None:
    """As when all that it held is commented out."""
    folder = site_with(tmp_path, f"plugins:\n  - plans:\n      {setting}:\n")
    assert find_site(folder).settings == Settings()
    assert about_settings(folder) == []


def test_no_plural_is_made_up_for_a_word_that_is_not_english(tmp_path: Path) -> None:
    """In a site of another language, or where it holds letters beyond ASCII, it stands for several too."""
    labels = "labels: {goal: 承諾事項, theme: Pillar, tactic: [Projet, Projets]}"
    for language, many in (("en", "Pillars"), ("en-GB", "Pillars"), ("fr", "Pillar")):
        lines = f"theme: {{name: material, language: {language}}}\nplugins: [{{plans: {{{labels}}}}}]\n"
        (tmp_path / language).mkdir()
        found = find_site(site_with(tmp_path / language, lines)).settings.labels
        assert [found[name].many for name in ("goal", "theme", "tactic")] == ["承諾事項", many, "Projets"]


@pytest.mark.parametrize(
    ("written", "one", "many"),
    [
        ("Pillar", "Pillar", "Pillars"),
        ("Priority", "Priority", "Priorities"),
        ("Key way", "Key way", "Key ways"),
        ("Focus", "Focus", "Focuses"),
        ("Branch", "Branch", "Branches"),
        ("[Ziel, Ziele]", "Ziel", "Ziele"),
    ],
)
def test_a_label_is_one_word_or_two(written: str, one: str, many: str, tmp_path: Path) -> None:
    """The plural is the regular English one, unless it is given."""
    label = settings_of(tmp_path, f"{{labels: {{theme: {written}}}}}").labels["theme"]
    assert (label.one, label.many) == (one, many)


UNUSABLE = {
    "no plugin": ("plugins: [search]", "has no plugin `plans`"),
    "no plugins": ("theme: material", "has no plugin `plans`"),
    "a plugin set to a truth": ("plugins: [{plans: true}]", "`setting: value` lines"),
    "a plugin set to a list": ("plugins: {plans: [people]}", "`setting: value` lines"),
    "no folder": ("docs_dir: nowhere\nplugins: [plans]", "nowhere isn't a folder"),
    "the folder of mkdocs.yml": ("docs_dir: .\nplugins: [plans]", "is the folder of mkdocs.yml itself"),
    "all of the disk": ("docs_dir: /\nplugins: [plans]", "/ holds the folder of the built site"),
    "a folder above": ("docs_dir: ..\nplugins: [plans]", "holds the folder of the built site"),
    "the pages in the site": ("site_dir: .\nplugins: [plans]", "lies in the folder of the built site"),
    "no YAML": ("plugins:\n\t- plans", "mkdocs.yml:5 can't be read"),
    "a day that isn't": ("plugins: [{plans: {today: 2026-02-30}}]", "can't be read: day is out of range"),
    "an inheritance of nothing": ("INHERIT: nowhere.yml\nplugins: [plans]", "nowhere.yml can't be read"),
    "a circle": ("INHERIT: mkdocs.yml\nplugins: [plans]", "inherits from itself"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_makes_a_run_impossible_is_said_in_one_line(name: str, tmp_path: Path) -> None:
    """The file is named, and what to look for."""
    lines, message = UNUSABLE[name]
    with pytest.raises(ConfigurationError) as raised:
        find_site(write_site(tmp_path, config=f"site_name: Makers\n\ndocs_dir: plans\n{lines}\n"))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_linked_folder_is_judged_by_where_it_leads(tmp_path: Path) -> None:
    """A link to the top of the disk has a walk without end as much as its name has."""
    site = write_site(tmp_path, config="site_name: A\ndocs_dir: all\nplugins: [plans]\n")
    (site / "all").symlink_to("/")
    with pytest.raises(ConfigurationError, match="holds the folder of the built site"):
        find_site(site)


def test_what_mkdocs_takes_is_taken(tmp_path: Path) -> None:
    """Pages above mkdocs.yml with the built site elsewhere, and those beside it with the plugin for that."""
    above = "site_name: A\ndocs_dir: ..\nsite_dir: ../../built\nplugins: [plans]\n"
    assert (
        find_site(write_site(tmp_path / "docs/inner", config=above)).docs_dir.resolve() == tmp_path / "docs"
    )
    beside = "site_name: A\ndocs_dir: .\nsite_dir: ../built\nplugins: [same-dir, plans]\n"
    assert find_site(write_site(tmp_path / "all", config=beside)).docs_dir == tmp_path / "all"


@pytest.mark.parametrize("content", [b"\xff\xfes\0", b"- a\n- b\n", b""])
def test_a_file_that_holds_no_settings_is_unusable(content: bytes, tmp_path: Path) -> None:
    """Another encoding, a list, or nothing at all."""
    (tmp_path / "mkdocs.yml").write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml"):
        find_site(tmp_path)


def test_without_a_mkdocs_yml_there_is_no_site(tmp_path: Path) -> None:
    """Neither here nor above; the message says where it was looked for."""
    with pytest.raises(ConfigurationError, match=r"no mkdocs\.yml in .* or above"):
        find_site(tmp_path)


def test_a_site_made_in_a_program_needs_no_file(tmp_path: Path) -> None:
    """What a setting names in vain is a finding then too, with no place but the file's start."""
    site = Site(tmp_path / "mkdocs.yml", tmp_path)
    finding = site.setting_finding("rules", "overdu", "there is no such rule", "")
    assert (finding.path, finding.rule) == ("mkdocs.yml", "invalid-setting")


@pytest.mark.parametrize("path", ["../who.yml", "/etc/people.yml", "a/../../who.yml", "", "."])
def test_a_people_file_outside_of_the_plans_folder_is_refused(path: str, tmp_path: Path) -> None:
    """Nothing would be read there."""
    site = find_site(site_with(tmp_path, f"plugins:\n  - plans: {{people: '{path}'}}\n"))
    assert site.settings.people == "people.yml"
    [finding] = site.findings
    assert finding.message == "the people file must be in the folder of the plan, `docs_dir`"


def test_the_day_is_that_of_the_sites_time_zone(tmp_path: Path) -> None:
    """Wherever it is built: the first and the last zone of the earth never share a day."""
    zones = ("Pacific/Kiritimati", "Etc/GMT+12")
    first, last = (settings_of(tmp_path / zone, f"{{timezone: {zone}}}") for zone in zones)
    assert (first.timezone, last.timezone) == zones
    sites = [find_site(tmp_path / zone) for zone in zones]
    assert sites[0].today > sites[1].today


def test_a_site_keeps_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that runs over midnight judges all by one day."""
    days = iter(datetime.datetime(2026, 11, day) for day in (23, 24))
    clock = SimpleNamespace(now=lambda zone: next(days))
    monkeypatch.setattr("mkdocs_plans.settings.site.datetime", SimpleNamespace(datetime=clock))
    site = find_site(site_with(tmp_path, "plugins: [plans]\n"))
    assert (site.today, site.today) == (datetime.date(2026, 11, 23),) * 2


def test_a_day_that_is_set_counts_in_any_time_zone(tmp_path: Path) -> None:
    """It is the day itself."""
    folder = site_with(tmp_path, "plugins: [{plans: {timezone: Pacific/Kiritimati, today: 2026-11-23}}]\n")
    assert find_site(folder).today == datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Berlin", 'did you mean "Europe/Berlin"?'),
        ("europe/berlin", 'did you mean "Europe/Berlin"?'),
        ("New York", 'did you mean "America/New_York"?'),
        ("Europe/Berln", 'did you mean "Europe/Berlin"?'),
        ("Europe", "write a time zone, such as Europe/Berlin"),
        ("../Berlin", "write a time zone, such as Europe/Berlin"),
        ("'+01:00'", "write a time zone, such as Europe/Berlin"),
        ("1", "write a time zone, such as Europe/Berlin"),
    ],
)
def test_an_unknown_time_zone_is_told(zone: str, hint: str, tmp_path: Path) -> None:
    """With the one that is meant, where that can be told; the builder's day counts."""
    folder = site_with(tmp_path, f"plugins: [{{plans: {{timezone: {zone}}}}}]\n")
    (one,) = about_settings(folder)
    assert (one.finding.rule, one.finding.hint) == ("invalid-setting", hint)
    assert find_site(folder).settings.timezone is None
