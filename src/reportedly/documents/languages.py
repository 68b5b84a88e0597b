"""Addresses become documents."""

from collections.abc import Iterable


def language(words: Iterable[str], *, declared: str | None = None) -> str:
    """stub"""
    return "en"
