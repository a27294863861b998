"""The view `rules`: every rule, as its docstring explains it and as this site has set it."""

from __future__ import annotations

import pytest

from mkdocs_plans.rules import RULES
from mkdocs_plans.rules.documentation import documentation
from tests.markup import Html
from tests.render.rendered import view
from tests.small_site import CONFIG, text, write_site


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """The view in a site that has set two rules."""
    config = text(CONFIG) + "      rules: {unknown-person: notice, overdue: off}\n"
    return view(write_site(tmp_path_factory.mktemp("site"), config=config), "rules")


def test_each_rule_has_its_place(shown: Html) -> None:
    """A heading that is its name, and an anchor of that name."""
    headings = {heading["id"]: heading.text for heading in shown.all("h3")}
    assert headings == {name: name for name in RULES}


def test_each_rule_is_explained_with_its_examples(shown: Html) -> None:
    """Wrong first, as they are written."""
    examples = [one for rule in RULES.values() for one in documentation(rule).examples]
    assert shown.texts("figcaption") == [one.label for one in examples]
    assert shown.texts("pre") == [" ".join(one.text.split()) for one in examples]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("unknown-team", "Error"),
        ("missing-dri", "Warning"),
        ("unknown-person", "Notice in this site; elsewhere error"),
        ("overdue", "Off in this site; elsewhere notice"),
        ("tactic-without-resource", "Off"),
    ],
)
def test_a_rules_severity_is_the_one_in_this_site(name: str, says: str, shown: Html) -> None:
    """And what it would be, where the site has set another."""
    severities = dict(zip(RULES, shown.texts("p", class_="plans-rule__severity"), strict=True))
    assert severities[name] == says
