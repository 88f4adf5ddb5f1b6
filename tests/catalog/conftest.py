"""What every test of the catalog may lean on: a file of facts is read once, however many folders hold
it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cidesign.catalog import loading
from cidesign.catalog.reading import read_entries


@pytest.fixture(scope="module", autouse=True)
def same_files_are_read_once() -> Iterator[None]:
    """Most tests change one file of a copied folder; the others hold what they held before."""
    known: dict[Any, Any] = {}

    def once(path: Path, model: Any) -> Any:
        asked = (path.name, path.read_bytes() if path.is_file() else None, model)
        if asked not in known:
            known[asked] = read_entries(path, model)
        return known[asked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read_entries", once)
        yield
