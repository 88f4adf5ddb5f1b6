"""What a table of the panel is crossed by: members, candidates, criteria, and the words people put
above them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cidesign.domain.labels import labels_of
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.spelling import Known, bare, heard
from cidesign.text import mark

PANEL = "panel"
"""The rater under whose name a panel gives its one agreed score (contract 2)."""


@dataclass(frozen=True)
class Dimension:
    """One of them.

    Args:
        id: its column in the record.
        topic: the option that says whom or what a word means.
        label: what people read; the id of a sentence. ``one``: likewise, inside a sentence.
        asks: the question where nothing in the table says it; the id of a sentence.
        unknown: the question about a word that names none of ours; likewise.
        words: headers that say it, without capitals and signs; a longer header may hold one.
        weak: headers that say it where nothing says it better.
        known: those of a workshop, and how each may be called.
    """

    id: str
    topic: str
    label: str
    one: str
    asks: str
    unknown: str
    words: tuple[str, ...]
    weak: tuple[str, ...]
    known: Callable[[Bundle], Known]

    def named_by(self, header: str) -> int:
        """How surely a header says it: 3 is its word, 2 holds its word, 1 is a weak one, 0 not."""
        told = bare(header)
        rest = [word for word in told.split() if word not in _FILLING]
        if told in self.words or " ".join(rest) in self.words:
            return 3
        if told in self.weak or (rest and " ".join(rest) in self.weak):
            return 1
        return 2 if set(rest) & {word for word in self.words if " " not in word} else 0


_FILLING = frozenset(
    heard(
        *("name", "names", "id", "ids", "title", "full", "number", "no", "nr", "label", "email"),
        *("the", "of", "your", "a", "please", "select", "choose", "enter", "first", "last", "e"),
        *("mail", "address", "being", "you", "are", "scoring", "reviewing", "code"),
    )
)


def members(bundle: Bundle) -> Known:
    """The committee; where the workshop lists nobody, whoever stands in the table."""
    told = labels_of(bundle).members
    listed = {one.id: (*_ways(one.name), told[one.id]) for one in bundle.workshop.members}
    if not listed:
        return Known(dict.fromkeys(_raters(bundle), ()), closed=False)
    beside = {id: () for id in _raters(bundle) if id not in listed}
    return Known({**listed, **beside, PANEL: heard("the panel", "consensus", "panel consensus")})


def _raters(bundle: Bundle) -> list[str]:
    return list(dict.fromkeys(one.rater for one in bundle.scores))


def _ways(name: str) -> tuple[str, ...]:
    """A person's name, with the last name first too."""
    parts = name.split()
    if len(parts) < 2:
        return (name,) if name else ()
    return (name, f"{parts[-1]}, {' '.join(parts[:-1])}", f"{parts[-1]} {' '.join(parts[:-1])}")


def candidates(bundle: Bundle) -> Known:
    """Who applied; where nobody is listed yet, whoever stands in the table."""
    told = labels_of(bundle).candidates
    names = {one.id: (told[one.id], one.name) for one in bundle.candidates}
    return Known(names, closed=bool(names))


def rated(bundle: Bundle) -> Known:
    """The criteria that members score, by label and question."""
    criteria = bundle.rules.criteria if bundle.rules else ()
    told = labels_of(bundle).criteria
    return Known.of(
        (one.id, (told[one.id], one.label, one.question)) for one in criteria if not one.calculated
    )


def every_criterion(bundle: Bundle) -> Known:
    """All criteria, those that are calculated too."""
    criteria = bundle.rules.criteria if bundle.rules else ()
    told = labels_of(bundle).criteria
    return Known.of((one.id, (told[one.id], one.label, one.question)) for one in criteria)


def _member(id: str) -> Dimension:
    return Dimension(
        id=id,
        topic="member",
        label=mark("Member"),
        one=mark("member"),
        asks=mark("Whose rows are these?"),
        unknown=mark("Who is {word}?"),
        words=heard(
            *("rater", "member", "reviewer", "evaluator", "judge", "scorer", "assessor", "grader"),
            *("panelist", "panellist", "interviewer", "voter", "reader", "expert", "juror"),
            *("referee", "rated by", "scored by", "reviewed by", "evaluated by", "completed by"),
            *("submitted by", "committee member", "panel member", "steering committee member"),
            *("evaluador", "miembro", "evaluateur", "gutachter", "your name", "your full name"),
        ),
        weak=heard(
            *("full name", "name", "user", "username", "who", "person", "email", "e mail"),
            *("email address", "your email", "your email address", "respondent", "participant"),
        ),
        known=members,
    )


RATER, MEMBER = _member("rater"), _member("member")
CANDIDATE = Dimension(
    id="candidate",
    topic="candidate",
    label=mark("Candidate"),
    one=mark("candidate"),
    asks=mark("Which candidate are these rows about?"),
    unknown=mark("Which candidate is {word}?"),
    words=heard(
        *("candidate", "candidates", "organization", "organisation", "applicant", "applicants"),
        *("host", "bidder", "vendor", "proposer", "offeror", "firm", "company", "supplier"),
        *("proponent", "tenderer", "contractor", "consultant", "agency", "team", "proposal"),
        *("application", "project", "submission", "grantee", "nominee", "institution", "entity"),
        *("school", "contestant", "interviewee", "paper", "poster", "product", "startup"),
        *("option", "alternative", "alternatives", "organizacion", "organisme", "antragsteller"),
    ),
    weak=heard(
        *("entry", "title", "name", "id", "model", "respondent", "participant", "item", "state"),
        *("lead applicant", "lead organization", "country", "student", "person", "campaign"),
    ),
    known=candidates,
)
CRITERION = Dimension(
    id="criterion",
    topic="criterion",
    label=mark("Criterion"),
    one=mark("criterion"),
    asks=mark("Which criterion are these scores on?"),
    unknown=mark("Which criterion is {word}?"),
    words=heard(
        *("criterion", "criteria", "factor", "factors", "question", "category", "dimension"),
        *("measure", "rubric", "aspect", "component", "subcriterion", "sub criterion", "item"),
        *("kriterium", "critere", "criterio", "evaluation criteria", "evaluation criterion"),
        *("scoring criteria", "selection criteria", "evaluation factor"),
    ),
    weak=heard("section", "description", "topic"),
    known=rated,
)
ANY_CRITERION = Dimension(
    CRITERION.id,
    CRITERION.topic,
    CRITERION.label,
    CRITERION.one,
    CRITERION.asks,
    CRITERION.unknown,
    CRITERION.words,
    CRITERION.weak,
    every_criterion,
)
