"""What is read of a phrase or a sentence is read when it is first asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Told = TypeVar("Told")


class kept(Generic[Told]):  # noqa: N801 - stands above a method, as ``property`` does
    """A method without arguments as an attribute that is found once.

    As ``functools.cached_property``, which until Python 3.12 takes a lock for each: a document is read by one thread.
    """

    def __init__(self, found: Callable[[Any], Told]) -> None:
        self._found, self.__doc__ = found, found.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "kept[Told]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> Told: ...

    def __get__(self, instance: object | None, owner: type) -> "kept[Told] | Told":
        if instance is None:
            return self
        told = instance.__dict__[self._name] = self._found(instance)
        return told
