"""The additive value model in exact arithmetic: what scores count, what they add up to, and who stands where."""

from cidesign.value.lead import lead
from cidesign.value.points import half_up, product, scale_share, told
from cidesign.value.rank import rank

__all__ = ["half_up", "lead", "product", "rank", "scale_share", "told"]
