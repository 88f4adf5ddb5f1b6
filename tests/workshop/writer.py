"""A program that saves one workshop again and again and prints each revision once it is kept; the
crash test kills it.
"""

import sys

from cidesign.workshop import Store
from tests.workshop.bundles import bundle, read

url, id = sys.argv[1:]
with Store(url, read=read) as store:
    while True:
        kept = store.read(id)
        mark = str(kept.revision).encode()
        now = store.save(
            id,
            bundle(f"save {kept.revision}", one=mark, two=mark * 20_000),
            revision=kept.revision,
            nonce=f"n{kept.revision}",
        )
        sys.stdout.write(f"{now}\n")
        sys.stdout.flush()
