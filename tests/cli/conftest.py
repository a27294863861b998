"""What all tests of the command share."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect garbage again after a run, which switches that off."""
    yield
    gc.enable()
