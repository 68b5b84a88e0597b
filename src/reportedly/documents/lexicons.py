"""Addresses become documents by lists that stand beside the code; here they are read, once."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module, as plain dicts, lists and strings."""
    return tomli.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
