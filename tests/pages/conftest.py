"""The sites that the tests here open, built and served once."""

from collections.abc import Iterator

import pytest

from tests.pages.sites import Sites, published


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Give all sites, built and served."""
    with published(tmp_path_factory.mktemp("sites")) as all_sites:
        yield all_sites
