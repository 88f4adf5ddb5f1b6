"""A candidate is added to the list, or what is known of one is changed."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from cidesign.acts.act import Shared
from cidesign.acts.candidate_list import CANDIDATES, against_change, against_other_points
from cidesign.acts.form_fields import FIELDS, on_screen
from cidesign.domain.apart import as_seen
from cidesign.domain.naming import id_from
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import Text, exact, plain
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say


class SaveCandidate(Shared):
    """What somebody wrote about a candidate; cells are text as they will stand in the table, blank
    where nothing was said.

    ``id`` empty: a new one, whose id is made of the name. ``organization``: which kind it is, such
    as nonprofit. ``figures`` by calculated criterion, ``offer`` by column, such as
    ``offer_in_kind_usd``.
    """

    kind: ClassVar[str] = "save_candidate"
    step: ClassVar[str] = "candidates"
    id: Text = ""
    name: Text
    organization: Text = ""
    eligible: bool = True
    eligible_reason: Text = ""
    figures: dict[str, Text] = Field(default_factory=dict)
    offer: dict[str, Text] = Field(default_factory=dict)

    @property
    def document(self) -> str:
        return CANDIDATES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if against := against_change(record):
            yield from against
            return
        found = [*self._of_form(record), *self._of_figures(record)]
        if not found:
            try:
                found = list(against_other_points(record, self.change(record)))
            except BadInput as error:
                found = list(error.problems)
        yield from found

    def change(self, record: Bundle) -> Bundle:
        taken = [one.id for one in record.candidates]
        row = {
            "id": self.id or id_from(self.name, taken, otherwise="candidate"),
            "name": self.name,
            "kind": self.organization,
            "eligible": "yes" if self.eligible else "no",
            "eligible_reason": self.eligible_reason,
            **self.figures,
            **self.offer,
        }
        try:
            return with_rows(record, CANDIDATES, [row], key=["id"])
        except BadInput as error:
            raise on_screen(record, error) from error

    def told(self, who: str, record: Bundle) -> str:
        name = " ".join(self.name.split())
        if not self.id:
            return say("{who} added the candidate {name}", who=who, name=name)
        return say("{who} changed what is known of the candidate {name}", who=who, name=name)

    def _of_form(self, record: Bundle) -> Iterator[Problem]:
        others = {as_seen(one.called) for one in record.candidates if one.id != self.id}
        if not self.name.strip():
            yield Problem(say("Name"), say("there is none yet"), say("write the name"))
        elif as_seen(self.name) in others:
            yield Problem(
                say("Name"),
                say("another candidate has this name"),
                say("write what tells the two apart"),
            )
        charged = self.offer.get("offer_overhead", "")
        if self.offer.get("offer_rate", "") not in ("", "0") and charged in ("", "none"):
            yield Problem(
                say(FIELDS["offer_rate"]),
                say("there is a rate, and nothing that is charged"),
                say("choose what it charges, or empty the rate"),
            )
        if not self.eligible and not self.eligible_reason.strip():
            yield Problem(
                say("Why it may not be chosen"),
                say("there is no reason yet"),
                say("write which condition of the call it does not meet"),
            )

    def _of_figures(self, record: Bundle) -> Iterator[Problem]:
        criteria = record.rules.criteria if record.rules else ()
        for criterion in (one for one in criteria if one.calculated):
            figure = self.figures.get(criterion.id, "")
            try:
                on_scale = not figure or criterion.scale.holds(exact(figure))
            except Wrong:
                on_scale = False
            if not on_scale:
                low, high = plain(criterion.scale.low), plain(criterion.scale.high)
                what = say("{figure} is off the scale", figure=figure)
                remedy = say("write a number from {low} to {high}", low=low, high=high)
                yield Problem(criterion.name, what, remedy)
