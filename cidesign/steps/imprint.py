"""The fingerprint of a whole record, printed in what is handed out: another record has another one."""

import hashlib

from cidesign.domain.workshop import Bundle
from cidesign.record import short_fingerprint


def imprint(bundle: Bundle) -> str:
    """Four groups of four hex digits over the names and bytes of all files."""
    whole = hashlib.sha256()
    for path in sorted(bundle.files):
        whole.update(hashlib.sha256(path.encode("utf-8")).digest())
        whole.update(hashlib.sha256(bundle.files[path]).digest())
    return short_fingerprint(whole.hexdigest())
