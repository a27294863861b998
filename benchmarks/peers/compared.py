"""Our commands beside those of the peers, on the same plan."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.measure import Command, in_turn, ratio, seconds
from benchmarks.peers import Peer, doorstop, sphinx_needs, strictdoc
from benchmarks.sites import GeneratedSite

PEERS = (doorstop.PEER, strictdoc.PEER, sphinx_needs.PEER)

DOORSTOP = 6
"""How many times as long as ours its check takes, at least, at 2,000 items."""


def peers(site: GeneratedSite) -> Iterator[Figure]:
    """Check, publish, and publish again: how many times as long as ours each takes."""
    for peer in PEERS:
        yield from _beside(peer.at(site), site)


def _beside(peer: Peer, site: GeneratedSite) -> Iterator[Figure]:
    works: dict[str, tuple[Command, Command]] = {
        f"{peer.name}'s check ÷ `plans check`": (peer.run(peer.check), site.plans("check")),
        f"{peer.name}'s publishing ÷ `mkdocs build`": (peer.run(peer.publish), site.build()),
        f"{peer.name}'s publishing again ÷ second `mkdocs build`": (
            peer.run(peer.publish, is_clean=False),
            site.build(is_clean=False),
        ),
    }
    for work, (theirs, ours) in works.items():
        runs = in_turn({"theirs": theirs, "ours": ours}, 1)
        took = seconds(runs["ours"]), "s", seconds(runs["theirs"]), ratio(runs["theirs"], runs["ours"])
        is_bound = peer.name == "doorstop" and "check" in work and site.number == 2000
        yield Figure(work, site.number, *took, DOORSTOP if is_bound else None, is_least=True)
