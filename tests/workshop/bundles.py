"""Small bundles for the store's tests, and a reader of them: the store is given one, it does not
know the record.
"""

from collections.abc import Mapping

from cidesign.domain.workshop import Bundle, Workshop


def read(files: Mapping[str, bytes]) -> Bundle:
    """The first line of workshop.yaml is the name; enough for a store."""
    return Bundle(
        files=dict(files),
        workshop=Workshop(
            name=files["workshop.yaml"].decode().partition("\n")[0].removeprefix("name: ")
        ),
    )


def bundle(name: str = "STEM alliance", **files: bytes) -> Bundle:
    """A bundle of a name and some documents, each called ``<key>.txt``."""
    return read(
        {
            "workshop.yaml": f"name: {name}\n".encode(),
            **{f"{key}.txt": content for key, content in files.items()},
        }
    )
