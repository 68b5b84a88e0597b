"""Text becomes sentences: the embedded English model and all that feeds it."""

from reportedly.language.parser import Parser, loading
from reportedly.language.tokens import words

__all__ = ["Parser", "loading", "words"]
