"""Whether a source can be told: a name, one body, an office alone in its place, or whoever speaks for one."""

from reportedly.claims.attribution.sources import INDEFINITE, is_definite, is_person_noun, kind_of
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree
from reportedly.model import SourceKind

COLLECTIVE = frozenset({"police", "authority", "prosecutor", "rebel"})  # of whom a text mostly means one body


def is_named(tree: Tree, head: int) -> bool:
    """Whether the phrase is a name, a body that can be told, or an office alone in its place; or speaks for one."""
    upos, lemma = tree.sentence.upos[head], tree.lemma(head)
    if upos == "PROPN":
        return True
    articles = {tree.lower[child] for child in tree.having(head, "det", "nummod")}
    named = [child for child in tree.having(head, "appos", "flat", "nmod") if tree.sentence.upos[child] == "PROPN"]
    if any(tree.base[child] != "nmod" or tree.case(child) in ("by", "from") for child in named):
        return True
    if lemma.startswith("spokes"):
        owners = tree.having(head, "compound", "nmod:poss", "nmod")
        return any(is_named(tree, owner) or _is_body_kind(kind_of(tree, owner)) for owner in owners)
    plural = tree.sentence.xpos[head] == "NNS" and lemma not in COLLECTIVE and tree.lower[head] != "police"
    if lemma in words("sayings", "carriers", "words") and not articles & INDEFINITE:
        owners = tree.having(head, "compound")  # "central bank data"
        if any(is_named(tree, owner) or _is_body_kind(kind_of(tree, owner)) for owner in owners):
            return True
    if articles & INDEFINITE or plural:
        return False
    if lemma in words("sources", "posts", "words") and _is_whose(tree, head):
        return True
    relational = lemma in words("sources", "relational", "words") and lemma not in words("sources", "standing", "words")
    if relational and lemma not in words("sources", "unique", "words"):
        return any(is_named(tree, owner) for owner in tree.having(head, "nmod:poss"))
    if lemma in words("sources", "unique", "words") or tree.lower[head] in words("sources", "unique", "words"):
        return True
    return lemma not in words("sayings", "carriers", "words") and _is_one_body(tree, head, lemma)


def _is_body_kind(kind: SourceKind | None) -> bool:
    return kind not in (None, "person", "unnamed")


def _is_whose(tree: Tree, head: int) -> bool:
    """Whether a post is told by whose it is: "its director", "the head of military intelligence"."""
    of = any(tree.case(child) == "of" for child in tree.having(head, "nmod"))
    return bool(tree.having(head, "nmod:poss")) or (of and is_definite(tree, head))


def _is_one_body(tree: Tree, head: int, lemma: str) -> bool:
    """Whether a noun means one body that can be told: "the disaster agency", "its lender", but not "the company"."""
    kind = kind_of(tree, head)
    if not _is_body_kind(kind) or (kind != "company" and is_person_noun(lemma)):
        return False
    owned = bool(tree.having(head, "nmod:poss"))
    told = owned or tree.having(head, "compound", "amod", "nmod")
    return owned or (is_definite(tree, head) and bool(told or lemma not in words("sources", "generic", "words")))
