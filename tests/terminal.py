"""A command in a terminal of its own, in which somebody answers its questions."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pexpect


def begin(folder: Path, *command: str, variables: Mapping[str, str] | None = None) -> pexpect.spawn[str]:
    """Run a command in a folder, at a screen of 50 lines of 200 characters."""
    program, *arguments = command
    environment = {**(os.environ if variables is None else variables), "TERM": "xterm"}
    return pexpect.spawn(
        program,
        arguments,
        cwd=str(folder),
        env=environment,
        encoding="utf-8",
        timeout=20,
        dimensions=(50, 200),
    )


def answer(terminal: pexpect.spawn[str], *answers: tuple[str, str]) -> None:
    """Type each answer once its question (a pattern) has been asked."""
    for question, typed in answers:
        terminal.expect(question)
        terminal.sendline(typed)


def read_to_its_end(terminal: pexpect.spawn[str]) -> str:
    """Wait until the command ends; give what it showed since the last answer."""
    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.before or ""
