"""Word lists become sets: the stage's data files, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module, as plain dicts and lists."""
    return tomli.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The word list at ``keys`` in ``name``.toml."""
    table: Any = lexicon(name)
    for key in keys:
        table = table[key]
    return frozenset(table)


@cache
def either(*places: tuple[str, ...]) -> frozenset[str]:
    """The word lists at several places (a file's name and its keys) as one set, which is made once."""
    return frozenset[str]().union(*(words(*place) for place in places))


class listed:  # noqa: N801 - stands in a class as ``property`` does
    """The word list at ``keys`` in ``name``.toml as an attribute of a class, which keeps it once it is asked for.

    A reader of sentences is made for each of them, and asks for dozens of lists.
    """

    def __init__(self, name: str, *keys: str) -> None:
        self._place = (name, *keys)

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: object, owner: type) -> frozenset[str]:
        told = words(*self._place)
        setattr(self._owner, self._name, told)
        return told
