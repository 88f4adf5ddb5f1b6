"""The fingerprint of a whole record, printed in what is handed out: another record has another one."""

from cidesign.domain.workshop import Bundle
from cidesign.record import bundle_fingerprint, short_fingerprint


def imprint(bundle: Bundle) -> str:
    """Four groups of four hex digits, the beginning of the bundle's fingerprint."""
    return short_fingerprint(bundle_fingerprint(bundle))
