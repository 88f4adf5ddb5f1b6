"""What if another organization hosts us?"""

from dataclasses import replace

from cidesign.domain.value import Text
from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import Doubt, OneOf, Why

OWN_TERMS = "none"
"""In place of a host: on our own terms, whatever host is chosen."""


class Host(OneOf):
    """Its pay scale, benefits, charge and gifts in place of those we plan on."""

    key = "host"
    setting = Text
    off = ""

    def offered(self, subject: Subject) -> tuple[str, ...]:
        """Whoever says their terms."""
        return subject.hosts

    def ids(self, subject: Subject) -> tuple[str, ...]:
        """Likewise."""
        return subject.hosts

    def change(self, subject: Subject, setting: str) -> Subject:
        """On their terms; whoever asks puts them into the plan."""
        return replace(subject, host=setting) if setting in subject.hosts else subject

    def doubts(self, subject: Subject, setting: str) -> tuple[Doubt, ...]:
        """That they are not there any more, or say no terms."""
        return () if setting in subject.hosts else (Doubt(Why.NO_HOST, setting),)


HOST = Host()
