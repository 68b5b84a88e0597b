"""A noun is what ``dataclasses.dataclass`` would make of its class."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from reportedly import frozen, model

SIMPLE, COUNTING = (("a", 1), {"c": 3}), (("a", 1, 2, ("x",)), {})


def made(by: Any) -> Any:
    @by(frozen=True, slots=True)
    class Told:
        """Something told."""

        a: str
        b: int
        c: int = 2
        d: tuple[str, ...] = ()
        e: list[str] = field(default_factory=list, compare=False)
        shown: str = field(init=False, repr=False, default="", compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "shown", f"{self.a}{self.b}")

    return Told


OURS, STANDARD = made(frozen.dataclass), made(dataclass)


@pytest.mark.parametrize(("given", "named"), [SIMPLE, COUNTING])
def test_it_is_made_shown_and_replaced_as_the_standard_one(given: Any, named: Any) -> None:
    ours, standard = OURS(*given, **named), STANDARD(*given, **named)
    assert repr(ours) == repr(standard)
    assert is_dataclass(ours)
    assert not hasattr(ours, "__dict__")
    assert [f.name for f in fields(ours)] == [f.name for f in fields(standard)]
    assert dataclasses.asdict(ours) == dataclasses.asdict(standard)
    assert repr(replace(ours, b=7)) == repr(replace(standard, b=7))
    assert replace(ours, b=7).shown == "a7"
    assert list(inspect.signature(OURS).parameters) == list(inspect.signature(STANDARD).parameters)


def test_equal_are_those_of_one_kind_whose_compared_fields_are() -> None:
    one, same, other = OURS("a", 1), OURS("a", 1, e=["unlike"]), OURS("a", 2)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != STANDARD("a", 1)
    assert one.__eq__("a") is NotImplemented
    assert len({one, same, other}) == 2
    assert one.e is not same.e


def test_nothing_of_it_can_be_changed() -> None:
    one = OURS("a", 1)
    for change in (lambda: setattr(one, "a", "b"), lambda: setattr(one, "z", "b"), lambda: delattr(one, "a")):
        with pytest.raises((FrozenInstanceError, AttributeError)):
            change()
    with pytest.raises(TypeError):
        OURS("a")
    with pytest.raises(TypeError):
        OURS("a", 1, z=1)


def test_it_is_copied_and_pickled() -> None:
    span = model.Span("d", 1, 3, "ab")
    for again in (copy.copy(span), copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert again == span
        assert hash(again) == hash(span)
