"""Words become lemmas: a rule says how many letters to cut and what to put in their place."""

KEEP, LOWERCASE, WHOLE = "K", "L", "A|"
LONGEST_CUT = 5  # letters; beyond it a rule would fit one word only, and is written out as that word


def rule(word: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``word``; the same for as many words as possible."""
    lower = word.lower()
    if lemma == word:
        return KEEP
    if lemma == lower:
        return LOWERCASE
    cased = word[:1] == lemma[:1] and word[:1].isupper()
    base = word if cased else lower
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    cut = len(base) - shared
    if shared == 0 or cut > LONGEST_CUT:
        return WHOLE + lemma
    return f"{'k' if cased else 'l'}|{cut}|{lemma[shared:]}"


def lemma(word: str, rule: str) -> str:
    """What the rule makes of the word."""
    if rule == KEEP:
        return word
    if rule == LOWERCASE:
        return word.lower()
    if rule.startswith(WHOLE):
        return rule[len(WHOLE) :]
    case, cut, suffix = rule.split("|", 2)
    base = word if case == "k" else word.lower()
    return base[: max(0, len(base) - int(cut))] + suffix
