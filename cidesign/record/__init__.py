"""The record: a workshop's files in and out, exactly as people wrote them."""

from cidesign.record.bundle import document, read_files, reread
from cidesign.record.change import changed, with_decision
from cidesign.record.examples import Example, example_bundle, examples
from cidesign.record.folder import read_bundle, read_zip, write_bundle, write_whole, zipped
from cidesign.record.rows import columns_of, numbered, with_rows, without_rows
from cidesign.record.seal import (
    broken_seal,
    bundle_fingerprint,
    canonical,
    fingerprint,
    short_fingerprint,
    told_broken,
)
from cidesign.record.single import (
    read_candidates,
    read_mapping,
    read_member_weights,
    read_outlook,
    read_plan,
    read_recusals,
    read_rules,
    read_scores,
    read_structure,
)
from cidesign.record.variations import rests_on, scenario_file
from cidesign.record.yaml_in import exact_mapping

__all__ = [
    "Example",
    "broken_seal",
    "bundle_fingerprint",
    "canonical",
    "changed",
    "columns_of",
    "document",
    "exact_mapping",
    "example_bundle",
    "examples",
    "fingerprint",
    "numbered",
    "read_bundle",
    "read_candidates",
    "read_files",
    "read_mapping",
    "read_member_weights",
    "read_outlook",
    "read_plan",
    "read_recusals",
    "read_rules",
    "read_scores",
    "read_structure",
    "read_zip",
    "reread",
    "rests_on",
    "scenario_file",
    "short_fingerprint",
    "told_broken",
    "with_decision",
    "with_rows",
    "without_rows",
    "write_bundle",
    "write_whole",
    "zipped",
]
