"""What a document holds becomes what a reader sees: characters that would lie to the eye are shown by their code.

A document is not ours. A control character can move a terminal's cursor, an override can turn the digits of a number
round on the screen. Both are replaced for display alone; the text that spans point into stays as it is.
"""

# C0 controls but tab, line feed and carriage return; delete; C1 controls; and the two overrides of direction.
_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0), 0x202D, 0x202E)
# Ends of lines that are none in HTML, JSON Lines or a terminal but are for some readers of these.
_BREAKS = (0x85, 0x2028, 0x2029)
_SHOWN = {code: f"⟨U+{code:04X}⟩" for code in _CONTROLS} | dict.fromkeys(_BREAKS, " ")


def visible(text: str) -> str:
    """``text`` with what would be unseen and harmful made seen."""
    return text.translate(_SHOWN)


def line(text: str) -> str:
    """``visible`` text on one line: every run of white space is one space."""
    return visible(" ".join(text.split()))
