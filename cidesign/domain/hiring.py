"""What it costs that people come and go, and who leads those who are there."""

from decimal import Decimal

from pydantic import Field, field_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import AtLeastZero, Dollars, Hours, Id, Model, Share, plain
from cidesign.text import say


class HiringCosts(Model):
    """What hiring and leaving cost, and the hours a new person loses.

    Args:
        cost_share: of a salary, once for each newly hired FTE.
        severance_share: of a salary, once for each FTE in post that leaves.
        ramp_up_loss: share of a newly hired FTE's hours that its first year loses, below 1.
        per_person_usd: once for each newly hired person: a desk's start, a computer.
    """

    cost_share: AtLeastZero = Field(default=Decimal(0), le=5)
    severance_share: AtLeastZero = Field(default=Decimal(0), le=5)
    ramp_up_loss: Share = Decimal(0)
    per_person_usd: Dollars = Decimal(0)

    @field_validator("ramp_up_loss")
    @classmethod
    def _somebody_works(cls, value: Decimal) -> Decimal:
        if value >= 1:
            raise Wrong(
                say("{value} leaves no hours of the first year", value=plain(value)),
                say("write a share below 1, such as 0.25"),
            )
        return value


class Supervision(Model):
    """Hours for leading people.

    Args:
        by: ids of the roles that lead.
        hours_per_person: hours a month for each person beside the one who leads.
    """

    by: tuple[Id, ...]
    hours_per_person: Hours

    @field_validator("by")
    @classmethod
    def _somebody_leads(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise Wrong(
                say("nobody leads"),
                say("name the roles that may lead, or leave supervision out"),
            )
        return value
