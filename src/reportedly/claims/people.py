"""Documents become claims: a person told twice in a document is one person.

``People`` reads a document's sentences in order and gives each mention of a person its number. It would rather hold two
persons for one than count one twice, since a person made up is worse than one missed. The rule by which two mentions
are one, the first that applies:

* a part of the same name, or a name set beside the noun ("his son, Ivo");
* whoever hurt themselves, where the mention hurts itself;
* the same age, where sex and name do not differ;
* "the gunman": the nearest who hurt others or is held for it;
* "the", "this": the nearest told by the same noun, then by a noun that fits ("the boy" for "a 9-year-old pupil"); where
  the mention tells of harm, whoever was hurt before comes first, as with "the victim";
* "a" and names: whom only a headline told of, or who was hurt, if this mention is hurt too and nothing differs;
* "his", "the doctor's": the same noun; where somebody hurts them, whoever was hurt before;
* "he" and "she": the last who was hurt and fits; where they hurt themselves, the last who fits;
* "both", "the three": the last so many, none who hurt others; "the other two" are told of nowhere else.

"Another", "a second" and "the other" are somebody new, unless that very word told of somebody before, or they stand
beside the one who hurt them; nobody who was killed is arrested, and nobody called "another" was killed with the first.
Two mentions in one sentence are two persons unless the same name, noun or pronoun says otherwise, or the second only
points to who was hurt in the same way.
"""

from collections.abc import Iterable
from dataclasses import field, replace

from reportedly.claims.deeds import place
from reportedly.claims.groups import groups
from reportedly.claims.harms import Harm, is_doer, is_held, is_reflexive
from reportedly.claims.lexicons import either, words
from reportedly.claims.persons import (
    ABOVE,
    GROWN,
    OTHERS,
    PRONOUNS,
    Group,
    Mention,
    Sex,
    group_of,
    is_people,
    mentions,
    sexes,
    tells_of_persons,
)
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import PartKind

# How many sentences a pronoun may look back.
REACH = 4
# Persons a mention looks back over: those of a long report with a list of victims; what tells of more is many texts.
KEPT = 256
# Words that set one person apart from the others, and nouns that tell nothing of who it is.
ORDINALS = OTHERS - {"other"} | {"another"}
NAMELESS = frozenset({"another", "person", "victim", "other"})


@dataclass(slots=True)
class Person:
    """What a document has told of one person so far.

    ``met_in`` and ``told_in`` hold "above" (headline, deck, caption) and "body": where mentioned, and where an event.
    ``hurt_in`` is the number of the first sentence, from 1, that tells of harm, ``sentence`` that of the last mention,
    ``owner_in`` that of the last in which somebody was told of as theirs; ``by_self`` tells that they hurt themselves,
    ``acts`` that they hurt others or are held for it. ``same_as`` is the number of the person this one became.
    """

    number: int
    count: int
    lemmas: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    age: str | None = None
    sex: Sex | None = None
    group: Group | None = None
    harm: Harm | None = None
    hurt_in: int | None = None
    by_self: bool = False
    acts: bool = False
    sentence: int = 0
    owner_in: int = 0
    told_in: set[str] = field(default_factory=set)
    met_in: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a mention's words tell of who it is; ``plain`` for nouns of sex and age alone, and for none."""

    lemma: str
    sex: Sex | None
    group: Group | None
    plain: bool
    to_self: bool = False
    undergone: bool = False
    owning: bool = False
    acts: bool = False
    held: bool = False
    ended: bool = False
    listed: bool = False
    also: bool = False
    lies: bool = False
    lives: bool = False
    recalled: bool = False
    ordinal: str | None = None

    @classmethod
    def of(cls, tree: Tree, mention: Mention) -> "About":
        """The features of ``mention``."""
        head = mention.head
        to_self, acts, held = is_reflexive(tree, head), is_doer(tree, head), is_held(tree, head)
        owning = tree.sentence.relations[head] == "nmod:poss"
        if mention.kind in ("pronoun", "name"):
            pronoun = mention.kind == "pronoun"
            return cls(
                lemma="",
                sex=PRONOUNS[tree.lower[head]] if pronoun else None,
                group=None if pronoun else group_of(None, mention.age),
                plain=True,
                to_self=to_self,
                undergone=pronoun and _is_undergone(tree, head, along=True),
                ended=pronoun and _is_end(tree, head),
                owning=owning,
                acts=acts,
                held=held,
                recalled=_is_recalled(tree, head),
            )
        lemma = tree.lemma(head)
        return cls(
            lemma=lemma,
            sex=sexes().get(lemma),
            group=group_of(lemma, mention.age),
            plain=lemma in _plain(),
            to_self=to_self,
            undergone=(mention.deed is not None or mention.harm is not None) and _is_undergone(tree, head),
            owning=owning,
            acts=acts,
            held=held,
            also=_is_also(tree, head),
            lies=_is_lying(tree, mention),
            lives=_is_living(tree, mention),
            listed=place(tree, head) != head or bool(tree.having(head, "conj")),
            ordinal=next((tree.lower[token] for token in mention.tokens if tree.lower[token] in ORDINALS), None),
        )


def _is_end(tree: Tree, head: int) -> bool:
    """Whether it is told what ended the deed of the main clause: "before he was killed"."""
    verb = tree.head(head)
    return tree.base[head] == "nsubj" and tree.base[verb] == "advcl" and tree.case(verb) in ("before", "until")


def _is_recalled(tree: Tree, head: int) -> bool:
    """Whether what befell somebody is held to be known: "the blast that killed Ana Sol", "the man who shot her"."""
    verb = tree.head(head)
    known = any(tree.lower[child] == "the" for child in tree.having(tree.head(verb), "det"))
    return tree.base[head] == "obj" and tree.sentence.relations[verb] == "acl:relcl" and known


def _is_undergone(tree: Tree, head: int, *, along: bool = False) -> bool:
    """Whether a person is told of by what was done to them alone, or ``along`` with others."""
    others = [child for child in tree.having(head, "conj") if tree.sentence.upos[child] != "PRON"]
    if (others and not along) or tree.base[head] == "conj":
        return False
    owned = tree.lemma(tree.head(head)) in words("persons", "killed", "nouns")  # "his son's death"
    relation = tree.sentence.relations[head]
    to_them = relation == "nsubj:pass" or (tree.base[head] in ("obj", "nmod") and (relation != "nmod:poss" or owned))
    return to_them and not _is_also(tree, head)


def _is_lying(tree: Tree, mention: Mention) -> bool:
    """Whether somebody is told to be in hospital, or in what condition, and so to live."""
    deed = mention.deed
    return (
        deed is not None
        and deed.part == "is"
        and any(tree.lower[child] in ("is", "remains", "are") for child in tree.having(deed.predicate, "cop"))
    )


def _is_living(tree: Tree, mention: Mention) -> bool:
    """Whether another is told to have been hurt, and so to live: "killed a guard and injured another person"."""
    deed = mention.deed
    hurt = mention.kind == "other" and deed is not None and deed.part == "undergoes"
    return hurt and deed is not None and tree.lemma(deed.predicate) in words("persons", "wounded", "living")


def _is_also(tree: Tree, head: int) -> bool:
    return any(tree.lower[child] in ("also", "too") for child in tree.having(tree.head(head), "advmod"))


def _plain() -> frozenset[str]:
    """Nouns that tell of sex and age and no more."""
    return either(("persons", "plain", "words"), ("persons", "people", "young"))


class People:
    """The persons of one document; sentences are read in order of the text."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._sentence = 0

    def read(self, tree: Tree, kind: PartKind) -> tuple[Mention, ...]:
        """The mentions in this sentence, each with its person; pronouns only where they tell of harm."""
        self._sentence += 1
        grouped = tuple(groups(tree))
        if not grouped and not tells_of_persons(tree):
            return ()
        placed: list[Mention] = []
        for mention in mentions(tree, telegraphic=kind in ABOVE):
            same = next((other for other in placed if other.head == mention.of), None)
            placed.append(self._placed(tree, mention, kind, same))
        placed += [self._gathered(mention, kind, tree.lemma(mention.head)) for mention in grouped]
        return tuple(mention for mention in placed if mention.person >= 0)

    def hurt(self) -> tuple[Person, ...]:
        """Everybody who was killed or wounded, each once."""
        return tuple(person for person in self.persons if person.harm is not None and person.same_as is None)

    def known_as(self, number: int) -> Person:
        """The person of this number, or the one it turned out to be."""
        person = self.persons[number]
        while person.same_as is not None:
            person = self.persons[person.same_as]
        return person

    def _placed(self, tree: Tree, mention: Mention, kind: PartKind, same: Mention | None) -> Mention:
        about = About.of(tree, mention)
        person = self.persons[same.person] if same is not None else self._told_before(mention, about, kind)
        if person is None and mention.kind == "pronoun":
            return mention
        if person is None:
            person = Person(len(self.persons), mention.count)
            self.persons.append(person)
        person = self._joined(person, mention, about)
        area = "above" if kind in ABOVE else "body"
        first = mention.deed is not None and area not in person.told_in and mention.kind != "pronoun"
        self._remember(person, mention, about, area)
        return replace(mention, person=person.number, introduces=first)

    def _gathered(self, mention: Mention, kind: PartKind, lemma: str) -> Mention:
        """ "Both" and "the other two": the last so many, or as many who were not told of; none where some were hurt."""
        if mention.harm == "wounded" and self._are_all_dead(mention, lemma):
            return mention
        near = [p for p in self.persons[: -KEPT - 1 : -1] if p.same_as is None and self._sentence - p.sentence <= REACH]
        near = [p for p in near if p.harm != "killed" or mention.harm == "killed"]  # who lives is none of the dead
        if mention.count == 1 and any(p.harm and p.hurt_in != self._sentence for p in near):
            return mention  # "one of the victims" may be any of them
        whole = next((p for p in near if p.count == mention.count and mention.kind == "group"), None)
        singles = [p for p in near if p.count == 1 and not p.acts] if mention.kind == "group" and whole is None else []
        hurt = [p for p in singles if p.harm]
        singles = hurt if len(hurt) == mention.count else singles  # rather than "a relative" at whose home they were
        members = singles[: mention.count]
        if len(members) < mention.count:
            if any(p.harm for p in members):
                return mention
            members = []
        if whole is None:
            whole = Person(len(self.persons), mention.count)
            self.persons.append(whole)
        for person in (whole, *members):
            person.sentence = self._sentence
            person.hurt_in = self._sentence if person.hurt_in is None else person.hurt_in
            person.harm = "killed" if person.harm == "killed" else mention.harm
            person.met_in.add("above" if kind in ABOVE else "body")
        return replace(mention, person=whole.number, members=tuple(person.number for person in members))

    def _are_all_dead(self, mention: Mention, lemma: str) -> bool:
        """Whether "both victims" are as many as died and nobody else was hurt: how they were hurt is told again."""
        hurt = [person.harm for person in self.hurt() if person.count == 1]
        if mention.kind != "group" or len(hurt) != mention.count or set(hurt) != {"killed"}:
            return False
        alone = lemma not in words("persons", "parts", "hurt")
        near = [p for p in self.persons if p.harm is None and self._sentence - p.sentence <= REACH and not p.acts]
        return not alone or (not is_people(lemma) and len(near) < mention.count)

    def _joined(self, person: Person, mention: Mention, about: About) -> Person:
        """Who was met unhurt, by name or age, and is now told as hurt, joined with who was hurt and had none."""
        if mention.harm is None or person.harm is not None or not (person.names or person.age):
            return person
        about = About(about.lemma, person.sex, person.group, plain=True)
        met = replace(mention, name=tuple(person.names), age=person.age or mention.age)
        strange = [p for p in self._known(met, about) if not p.names] if person.names else []
        alike = [p for p in self._known(met, about) if not p.age and p.harm == mention.harm]
        other = self._hurt_before(strange or alike, mention, about)
        if other is None:
            return person
        person.same_as = other.number
        other.names |= person.names
        other.age = other.age or person.age
        return other

    def _remember(self, person: Person, mention: Mention, about: About, area: str) -> None:
        person.sentence = self._sentence
        if about.owning:
            person.owner_in = self._sentence
        person.lemmas |= {about.lemma} if about.lemma else set()
        person.names |= set(mention.name)
        person.ordinals |= {about.ordinal} if about.ordinal else set()
        person.age = person.age or mention.age
        person.sex = person.sex or about.sex
        person.group = person.group or about.group
        person.met_in.add(area)
        if mention.harm is not None:
            person.by_self = person.by_self or about.to_self
            person.hurt_in = self._sentence if person.hurt_in is None else person.hurt_in
            person.harm = "killed" if person.harm == "killed" else mention.harm
        person.acts = person.acts or about.acts
        if mention.deed is not None:
            person.told_in.add(area)

    # Who is meant

    def _known(self, mention: Mention, about: About) -> list[Person]:
        """Whom nothing told speaks against, the nearest first."""
        return [p for p in self.persons[: -KEPT - 1 : -1] if p.same_as is None and _agrees(p, mention, about)]

    def _told_before(self, mention: Mention, about: About, kind: PartKind) -> Person | None:
        near = self._known(mention, about)
        if about.listed and mention.kind == "own":  # of "his wife, son and daughter" no one is another
            near = [person for person in near if person.sentence != self._sentence or _is_named(person, mention)]
        named = [person for person in near if _is_named(person, mention)]
        if named:
            return named[0]
        if mention.kind == "other":
            return self._other(near, mention, about)
        selves = [person for person in near if person.by_self and person.hurt_in != self._sentence]
        if about.to_self and selves and mention.kind != "name":
            return selves[0]  # hardly two persons of one report hurt themselves
        if mention.kind == "pronoun":
            return self._meant(near, about)
        if about.also and mention.kind == "new":
            near = [person for person in near if "body" not in person.met_in]
        apart = [person for person in near if self._may_return(person, mention)]
        aged = [person for person in apart if mention.age and person.age == mention.age]
        if aged:
            return aged[0]
        if mention.kind == "known":
            return self._pointed(near, apart, mention, about)
        return self._retold(near, mention, about, kind)

    def _other(self, near: list[Person], mention: Mention, about: About) -> Person | None:
        """ "Another boy": other than whom this text told of, not its headline; "a second" is told again."""
        alike = mention.harm is not None and about.ordinal is None  # "the other boy" whom "another" told of
        called = [
            p
            for p in near
            if about.ordinal in p.ordinals or (alike and p.ordinals and p.harm == mention.harm and _fits(p, about))
        ]
        again = [p for p in called if p.sentence != self._sentence]
        named = bool(about.lemma not in NAMELESS)
        if again and (about.ordinal != "another" or not named or again[0].lemmas <= NAMELESS):
            return again[0]
        # "A teen shot another teen".
        doers = [p for p in self.persons[-KEPT:] if p.acts and p.sentence == self._sentence]
        hurt = self._hurt_before([p for p in near if doers or "body" not in p.met_in], mention, about)
        return hurt or (self._hurt_here(near, mention, about) if doers else None)

    def _meant(self, near: Iterable[Person], about: About) -> Person | None:
        """Who "he" is."""
        close = [person for person in near if self._sentence - person.sentence <= REACH]
        doer = next((p for p in close if about.ended and p.acts and p.sentence == self._sentence), None)
        if doer is not None:
            return doer  # "a man shot a nurse before he was killed"
        meant = [p for p in close if about.to_self and p.acts and p.sentence == self._sentence]
        meant = meant or [person for person in close if person.harm or about.to_self]
        if not meant and not about.owning:  # "a man shot two before he was killed"
            meant = [p for p in close if p.acts and p.sentence == self._sentence and p.sex in (about.sex, None)]
        if not meant:  # "Ana was asleep when a stone struck her"
            here = [p for p in close if p.sentence == self._sentence and p.count == 1]
            here = [p for p in here if not (p.acts and about.owning)]  # "a driver was charged with his death"
            meant = here if len(here) == 1 and (about.undergone or about.owning) else []
        if not meant:  # "a walker fell from a cliff; he was flown to hospital"
            last = [p for p in close if p.sentence == self._sentence - 1 and p.count == 1]
            meant = last if len(last) == 1 and not last[0].acts else []
        return max(meant, key=lambda person: person.sentence, default=None)

    def _pointed(self, near: list[Person], apart: list[Person], mention: Mention, about: About) -> Person | None:
        """ "The boy"."""
        if about.lemma in words("persons", "parts", "doers"):
            doers = [person for person in near if person.acts and _fits(person, about)]
            if doers or about.also:
                return next(iter(doers), None)  # "the suspect was also hurt"
        if about.acts and not about.to_self:  # "the person who shot a girl" is no one who was shot
            near, apart = ([p for p in people if p.acts or not p.harm] for people in (near, apart))
        hurt = self._hurt_before([person for person in apart if _fits(person, about)], mention, about)
        hurt = hurt or self._hurt_here(near, mention, about)
        if hurt is not None and not about.to_self:
            return hurt
        same = [person for person in near if about.lemma in person.lemmas]
        if same:
            return same[0]
        if about.lemma in words("persons", "parts", "hurt"):
            return next((person for person in near if person.harm), None)
        fitting = [person for person in near if _fits(person, about)] if about.plain else []
        described = [person for person in fitting if person.lemmas]
        return next(iter(described or fitting), None)

    def _may_return(self, person: Person, mention: Mention) -> bool:
        """Whether somebody is not of this sentence; in "the boy's uncle drove his nephew" the nephew may be the boy."""
        owner = person.owner_in == self._sentence and (mention.kind == "own" or person.harm is not None)
        owner = owner and mention.kind != "new"  # of "the boy's mother and a friend" the friend is another
        return person.sentence != self._sentence or owner

    def _hurt_here(self, near: list[Person], mention: Mention, about: About) -> Person | None:
        """Who was hurt before, or in the same way in this sentence: "the bullet that killed the boy"."""
        if mention.harm is None or about.listed:
            return None
        now = self._sentence
        return next(
            (
                p
                for p in near
                if p.harm and _fits(p, about) and (p.harm == mention.harm or now not in (p.hurt_in, p.sentence))
            ),
            None,
        )

    def _retold(self, near: list[Person], mention: Mention, about: About, kind: PartKind) -> Person | None:
        """ "A boy", "his son", "Boy" in a headline, a name."""
        apart = [person for person in near if self._may_return(person, mention)]
        if mention.kind == "own" and about.undergone and (child := self._child(near, about)) is not None:
            return child
        fitting = [person for person in apart if _fits(person, about)]
        if kind in ABOVE and mention.kind in ("new", "bare") and fitting:
            return fitting[0]
        if mention.kind == "own":
            fitting = apart if about.undergone or about.to_self or about.lemma == "old" else []
        hurt = self._hurt_before(fitting, mention, about)
        if hurt is None and mention.kind == "new" and mention.name:  # "Ivo Brook, a clerk, died": the only one hurt
            known = [person for person in self.hurt() if "body" in person.met_in]
            hurt = self._hurt_before(known, mention, about) if len(known) == 1 and known[0] in apart else None
            hurt = None if hurt is None or hurt.names else hurt
        if hurt is None and about.recalled:
            hurt = self._hurt_here([person for person in near if not person.names], mention, about)
        if hurt is not None:
            return hurt
        same = [person for person in near if mention.kind == "own" and about.lemma in person.lemmas]
        if same:
            return same[0]
        above = [p for p in reversed(apart) if "body" not in p.met_in and p.lemmas and _fits(p, about)]
        alike = [person for person in above if mention.harm or (not person.harm and mention.kind != "own")]
        alike.sort(key=lambda person: about.lemma not in person.lemmas)
        if not alike and mention.harm and kind not in ABOVE and mention.kind in ("new", "bare"):
            alike = self._in_other_words(apart, mention)
        return alike[0] if alike and mention.kind != "name" else None

    def _child(self, near: Iterable[Person], about: About) -> Person | None:
        """Of "a boy was hurt when his father fired a gun, striking his son" the son is the boy."""
        parents = words("persons", "kin", "parents")
        here = [p for p in self.persons[-KEPT:] if p.acts and p.sentence == self._sentence and p.lemmas & parents]
        if not here or about.lemma not in words("persons", "kin", "children"):
            return None
        return next((p for p in near if p.harm and p.sentence == self._sentence and p.count == 1), None)

    def _in_other_words(self, apart: Iterable[Person], mention: Mention) -> list[Person]:
        """Of whom the headline told, where the body begins with somebody hurt alike: "hiker dead", then "a climber"."""
        if any(p.harm and "body" in p.met_in for p in self.persons):
            return []
        above = [p for p in apart if p.harm == mention.harm and p.told_in]
        return above if len(above) == 1 else []

    def _hurt_before(self, people: Iterable[Person], mention: Mention, about: About) -> Person | None:
        """Who was hurt: by the same noun, of the same sex, as young, in the same way; else the first told."""
        if mention.harm is None:
            return None
        hurt = [person for person in people if person.harm and self._may_return(person, mention)]
        if mention.kind == "name":
            hurt = [person for person in hurt if not person.names]
        if about.acts and about.to_self:  # who hurts others and himself is none of them
            hurt = [person for person in hurt if person.acts or person.by_self]
        if mention.harm == "killed":  # "a child was killed, another wounded": the other one was not
            hurt = [person for person in hurt if person.harm == "killed" or not person.ordinals]
        told = [
            (
                about.lemma in p.lemmas,
                p.sex is not None and p.sex == about.sex,
                _as_young(p.lemmas, p.age, {about.lemma}, mention.age),
                p.harm == mention.harm,
                -p.number,
                p,
            )
            for p in hurt
        ]
        return max(told, key=lambda one: one[:-1])[-1] if told else None


def _agrees(person: Person, mention: Mention, about: About) -> bool:
    """Whether nothing told of the person speaks against the mention."""
    if person.count != mention.count:
        return False
    return not (
        (mention.age and person.age and mention.age != person.age)
        or (about.sex and person.sex and about.sex != person.sex)
        or (about.group and person.group and about.group != person.group)
        or (mention.name and person.names and not _is_named(person, mention))
        or (person.harm == "killed" and not person.acts and not mention.harm and _is_alive(mention, about))
        or (person.harm == "killed" and mention.harm == "wounded" and about.lies)
        or (person.harm == "killed" and "body" in person.met_in and about.lives)
    )


def _as_young(one: set[str], age: str | None, two: set[str], other: str | None) -> int:
    """1 where both are told of as young, or both as grown, -1 where one is and the other is not, else 0."""
    first, second = _youth(one, age), _youth(two, other)
    return 0 if first is None or second is None else 1 if first == second else -1


def _youth(lemmas: set[str], age: str | None) -> bool | None:
    if lemmas & words("persons", "people", "young") or (age and (not age.isdecimal() or int(age) < GROWN)):
        return True
    return False if age or lemmas & words("persons", "people", "grown") else None


def _is_alive(mention: Mention, about: About) -> bool:
    """Whether the mention tells of a deed that the dead do not do: held for it, or met as the one who hurt others."""
    return about.held or (about.acts and mention.kind in ("new", "bare"))


def _is_named(person: Person, mention: Mention) -> bool:
    """Whether names agree: by one part where one of them has no more, else by two, since families share a name."""
    if person.names.isdisjoint(mention.name):
        return False  # as nearly all do
    return len(person.names.intersection(mention.name)) >= min(2, len(person.names), len(mention.name))


def _fits(person: Person, about: About) -> bool:
    """Whether the noun may stand for the person: the same, or one of them tells no more than sex, age or whose kin."""
    kin = words("persons", "kin", "words")
    related = about.lemma in kin and person.lemmas <= kin | _plain()
    return about.plain or about.lemma in person.lemmas or person.lemmas <= _plain() or related
