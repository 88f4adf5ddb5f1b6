"""What we say of our own work: how each result is computed, what is left out, what was not found,
and which word means what.
"""

from cidesign.domain.value import Id, Model, Text


class Method(Model):
    """How a result is computed: what it answers, and how. ``rests_on`` names the paper or rule it
    follows, or says that it is our own.
    """

    id: Id
    label: Text
    answers: Text
    how: Text
    rests_on: Text


class Limit(Model):
    """One thing we do not model, and what that means."""

    id: Id
    label: Text
    says: Text


class Gap(Model):
    """One thing we looked for and did not find."""

    id: Id
    says: Text


class Reading(Model):
    """A text to read on: its title, by whom, where and when it appeared, and the page of the walk
    it helps with. ``source``: which text names it.
    """

    id: Id
    title: Text
    by: Text
    where: Text
    year: Text
    page: Id
    source: Id


class Word(Model):
    """One word, one meaning. ``code``: as files and code have it; ``screen``: what people read."""

    id: Id
    code: Text
    screen: Text
