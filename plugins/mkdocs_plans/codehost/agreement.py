"""A pull request with its reviews → who of those whose yes it needs has agreed, and who hasn't."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans.changes.agreement import Need, Needs
from mkdocs_plans.codehost.reviews import Proposal
from mkdocs_plans.model import Person


class Answer(StrEnum):
    """Where somebody stands."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    """It is their own proposal."""
    WAITING = "waiting"
    CHANGED = "changed-since"
    """They agreed, and something of theirs was changed afterwards."""
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """The people file has no user name of theirs on the host."""

    @property
    def is_yes(self) -> bool:
        """Whether nobody waits for them."""
        return self in {Answer.AGREED, Answer.PROPOSED}


_FIRST = (
    Answer.AGREED, Answer.PROPOSED, Answer.REFUSED, Answer.CHANGED, Answer.WAITING, Answer.UNKNOWN
)  # fmt: skip
"""Of several who may answer for one, whose answer counts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone whose yes a change needs. `needs` is what for; where they agreed to some of it, what is new."""

    handle: str
    login: str | None
    answer: Answer
    needs: tuple[Need, ...]


def list_standings(
    proposal: Proposal,
    needs: Needs,
    people_of: Callable[[str], Sequence[Person]],
    needs_at: Callable[[str], Needs | None],
) -> Iterator[Standing]:
    """Give where each stands, by handle. `people_of` gives who may answer for a handle: a person, or the
    members of a team, of whom one yes is enough. `needs_at` gives what a change needed at a commit; None
    where that isn't there any more.
    """
    for handle, needed in needs.items():
        logins = list(filter(None, (_login(person, proposal.host) for person in people_of(handle))))
        found = [(*_answer(proposal, handle, login, needed, needs_at), login) for login in logins]
        answer, left, login = (
            min(found, key=lambda one: _FIRST.index(one[0])) if found else (Answer.UNKNOWN, needed, None)
        )
        is_open = len(found) > 1 and answer is Answer.WAITING  # any of them may say it
        yield Standing(
            handle,
            None if is_open else login,
            answer,
            tuple(sorted(left, key=lambda one: (one.verdict.rank, str(one.told)))),
        )


def _login(person: Person, host: str) -> str | None:
    return next((name for known, name in person.host_names if known == host), None)


def _answer(
    proposal: Proposal,
    handle: str,
    login: str,
    needed: frozenset[Need],
    needs_at: Callable[[str], Needs | None],
) -> tuple[Answer, Iterable[Need]]:
    """Where the owner of a user name stands, and what they have yet to agree to."""
    name = login.casefold()
    if name == proposal.author:
        return Answer.PROPOSED, needed
    if name in proposal.refused:
        return Answer.REFUSED, needed
    if name not in proposal.approved:
        return Answer.WAITING, needed
    commit = proposal.approved[name]
    if commit is None or commit == proposal.head:
        return Answer.AGREED, needed
    then = needs_at(commit)
    new = needed if then is None else needed - then.get(handle, frozenset())
    return (Answer.CHANGED, new) if new else (Answer.AGREED, needed)
