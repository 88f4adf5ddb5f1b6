"""A figure or a word of one field is changed, such as a salary or the month in which money ends."""

from decimal import Decimal
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.set_keys import Place
from cidesign.domain.figures import rate
from cidesign.domain.value import Id, Number, Text, plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say


class ChangeField(Shared):
    """``of``: the page it stands on; ``path`` and ``place``: where its value is kept; ``called``:
    what people read beside it; ``is_share``: a share from 0 to 1, read in percent.
    """

    kind: ClassVar[str] = "change_field"
    step: ClassVar[str] = "team"
    of: Id
    path: Text
    place: Place
    called: Text
    value: Number | str
    is_share: bool = False

    @property
    def document(self) -> str:
        return self.path

    @property
    def page(self) -> str:
        return self.of

    def change(self, record: Bundle) -> Bundle:
        return changed(record, self.path, {self.place: self.value})

    def told(self, who: str, record: Bundle) -> str:
        field, value = shown(self.called), self._read
        return say("{who} changed {field} to {value}", who=who, field=field, value=value)

    @property
    def _read(self) -> str:
        if isinstance(self.value, str):
            return self.value
        return rate(self.value) if self.is_share else f"{Decimal(plain(self.value)):,}"
