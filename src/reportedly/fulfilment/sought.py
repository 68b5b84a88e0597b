"""An entry of what was announced becomes what is looked for: a deed, its things, its figures, its names and its day."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise

from reportedly.frozen import dataclass
from reportedly.model import DONE, Attribution, Claim, Document, Outlook, Span
from reportedly.values import fates
from reportedly.values.publication import DAY
from reportedly.values.states import nations

Bounds = tuple[Fraction | None, Fraction | None]

WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_NO_NAMES = re.compile(r"\b[A-Z][\w-]*")
AHEAD = re.compile(
    r"\b(?:will|would|to|shall|could|may|might|can|should)\s+(?:(?:not|also|now|then|only|soon)\s+)?"
    r"(?:(?:have|be forced|be obliged|be compelled|be made|need)\s+to\s+)?(?:be\s+)?([a-z]+)"
)
TOWARDS = re.compile(
    r"^(?:be )?(?:going|slated|scheduled|planned|set|expected|due|ready|able|begin|beginning|start|starting|continue)"
    r" to (?=(?!the\b|an?\b)[a-z])"
)
OF_ALL = re.compile(
    r"\b(?:of (?:the|its|their|those|these|all)|out of(?: the| its| their| some| about)?) $", re.IGNORECASE
)
ALL = re.compile(r"\b(?:all|every|each|whole|entire)\b", re.IGNORECASE)
JOINED = re.compile(r"\band\b", re.IGNORECASE)
_TWOFOLD = re.compile(r"\band to (?=[a-z])")
_WITHIN = re.compile(
    r"\s*,|\s+(?:of|for|to|in|at|on|by|from|between|with|against|over|about|that|which|who|due|no later|not later)\b"
)
_NARROWING = re.compile(r"\s(?:of|for|to|in|at|on|by|from|between|with|near|that|which)\b")
_BEYOND = re.compile(
    r",|\b(?:after|because|so that|unless|if|when|while|which|who|that|in order|according|as|amid|despite|following"
    r"|ahead of|over|in protest|until|by|before|and will|and would|and to)\b"
)
_IT_WILL = re.compile(r"\b(?:it|they|he|she|we)\s(?:will|would|plans?|intends?|hopes?|aims?|is|are|was)\b[\w\s]{0,20}$")
_FOR_WHOM = re.compile(r"\s+(?:for|to|from|towards|bound)\b")
_APPOSED = re.compile(r",\sthe\s((?:[A-Z][\w-]+\s?){1,3}),")
_WITH = re.compile(r"[^\s,], with (?:room for |space for |some |about )?$")
_IN_PLACE = re.compile(r"\bbe (?:back )?(?:on|in|at|near|off) (?:[\w'’-]+ ){0,2}$")
GROUPED = re.compile(r"\bin [a-z]+s of (?:[a-z]+ ){0,2}$")
MANNERS = frozenset({"m", "km", "mi", "ft", "hour", "minute", "day", "week", "month", "year", "night"})
GIVEN = frozenset({"a", "an", "the", "more", "another", "some", "up", "at", "between", "nearly", "over"})
ENDS = (". ", "\n", "! ", "? ")
OPENS = (*ENDS, "- ", "— ", "– ", ": ")  # what a sentence, or what is told behind a place and day, begins behind
POINTING = re.compile(r"(?:it|they|this|that|these|those)\b", re.IGNORECASE)
POINTING_BACK = re.compile(r"[a-z]+ (?:on |for )?(?:it|them)\b", re.IGNORECASE)  # "vote on it"
_OF_THOSE = re.compile(r"\bof (?:those|these|the) ([^,;.]+)", re.IGNORECASE)
_CLAUSE = re.compile(r",? (?:and|but|while) (?=[A-Z][\w-]+ (?:has|have|had|will|would|is|are|was)\b)")
ONE_THING = re.compile(r"^[a-z]+ (?:the|its|his|her|their) [a-z]+(?:ed)?$")
_INFINITE = re.compile(r"\b(?:to|will|would|shall|be|not)\s+$", re.IGNORECASE)  # what stands behind is no noun
VOTE_ON = re.compile(
    r"\b(?:vote|votes|decide|decides|rule|rules)\b[^,;.]*?(?: on ([a-z]+ing)\b| whether to (?:be )?([a-z]+))"
)
_UNTIL = re.compile(r" (?:until|till)\b", re.IGNORECASE)
PUT_OFF = "put off"  # stands for all verbs that only set another day
KNOWN = 1 << 16  # words whose stems are kept: every word of every report is asked for its own
STEM = 6  # letters by which words are held to be one: "vaccination", "vaccine"
OPENING = 1  # letters that most forms of a verb share: "fall", "fell"
CURRENCIES = "$€£¥₹"
SHORT = 3  # letters; shorter words tell nothing of what is meant
FEW = 2  # things that must be the same, where so many are told
NEARLY = 240  # characters before a sentence in which stands what it points back to
LETTERS = 5  # letters of a name that is one of letters
ENOUGH = 3  # things that must be the same, however many are told


@dataclass(frozen=True, slots=True)
class Sought:
    """What tells of the deed that ``entry`` announces, which was told on ``day``.

    ``verbs`` are the bases of verbs that may tell of it, ``things`` stems of what is to be done and who does it,
    ``core`` those of which one has to be told with it, ``aim`` those of which one has to stand right beside its verb:
    what the verb is told of first, and who or what does it but for names. ``needed`` is how many are told again at
    least, ``beside`` are stems of the paragraph around, where only the beginning or end of something is announced.
    ``doers`` are the names of who is to do it, ``names`` those and all others told with it. ``figures`` have to be told
    with the deed, ``more`` are of another deed of the same entry: of "open five centres and hire 120 nurses" the 120.
    ``nouns`` are those by which the deed is called, ``numbers`` all of the entry's own words, lengths of time too;
    ``by`` are the stems of who is to do it, of "she" those of the speaker. ``ends`` are verbs by which a state ends
    that is to last until a day, ``undone`` those that tell that something else was done instead. ``measures`` are
    figures of it that tell how far or for how long.
    """

    entry: Outlook
    day: str
    verb: str
    verbs: frozenset[str]
    things: frozenset[str]
    core: frozenset[str]
    aim: frozenset[str]
    needed: int
    beside: frozenset[str]
    names: frozenset[str]
    doers: frozenset[str]
    figures: tuple[Claim, ...]
    more: tuple[Claim, ...]
    nouns: frozenset[str] = frozenset()
    numbers: frozenset[Bounds] = frozenset()
    by: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    measures: tuple[Claim, ...] = ()

    @property
    def due(self) -> str | None:
        """The last day, where it is known as one."""
        end = self.entry.due.end if self.entry.due else None
        return end if end is not None and len(end) == DAY else None

    @property
    def day_set(self) -> str | None:
        """The very day on which it is due or is to begin."""
        start = self.entry.due.start if self.entry.due else None
        return self.due or (start if start is not None and len(start) == DAY else None)

    @property
    def openers(self) -> frozenset[str]:
        """The words that open what is to be done or who is to do it, and may be names: "Agrigento prosecutor Roth"."""
        return frozenset(next(names_of(span.quote), "") for span in spans(self.entry))

    @property
    def is_passive(self) -> bool:
        """Whether something is to be done by whomever: "the wreck will be raised"."""
        return fates.is_participle(self.verb)

    @property
    def is_twofold(self) -> bool:
        """Whether two deeds are announced at once: "to withdraw their guns and to exchange all prisoners"."""
        return _TWOFOLD.search(self.entry.prospect.what.quote) is not None

    @property
    def is_another(self) -> bool:
        """Whether it is told apart from an earlier deed of its kind: "a second strike"."""
        return any(map(tells_another, (span.quote for span in spans(self.entry))))

    @property
    def is_decision(self) -> bool:
        """Whether a deed is to be decided: what was not decided on that day will not be by another."""
        return VOTE_ON.search(" ".join(self.entry.prospect.what.quote.split())) is not None

    @property
    def is_offer(self) -> bool:
        """Whether it was offered or asked for, so that somebody else may turn it down."""
        words = self.entry.prospect.words
        told = WORD.findall(words.quote.lower()) if words is not None else []
        return any(not fates.listed("offered").isdisjoint(fates.bases(word)) for word in told)

    @property
    def is_of_all(self) -> bool:
        """Whether all of something is announced: "every household will be paid"."""
        return any(ALL.search(span.quote) for span in spans(self.entry))


def tells_another(text: str) -> bool:
    """Whether a deed is told apart from an earlier one; "next week" and "the third day" tell none apart."""
    words = [*WORD.findall(text.lower()), ""]
    return any(word in fates.another() and behind not in fates.common() for word, behind in pairwise(words))


def sought(entry: Outlook, document: Document, claims: Iterable[Claim], day: str) -> Sought | None:
    """What ``entry`` of ``document`` announces, None where its words tell no deed; ``claims`` are the document's."""
    verb = _verb(entry)
    if verb is None:
        return None
    said = " ".join(entry.prospect.what.quote.split())
    pointing = entry.prospect.who is None and POINTING.match(said) is not None  # "it would be extended to Lima"
    phase = fates.is_due(verb) or not fates.listed("phase").isdisjoint(fates.bases(verb))
    lasts = not fates.listed("lasting").isdisjoint(fates.bases(verb))
    light = not fates.carried_out("light").isdisjoint(fates.bases(verb))
    beyond = document.span(entry.prospect.what.start + len(verb), entry.prospect.what.end)
    what_deed = _head(beyond) if phase or light else None
    of_what = what_deed is not None and bool(fates.done_by(what_deed))  # "divers will resume the search"
    happens = fates.happens().match(said) is not None
    opened = _opened(entry.prospect.who) if phase else None
    deed = (
        what_deed if of_what or light else opened or (_head(entry.prospect.who) if phase or lasts or happens else None)
    )
    before = document.text[entry.prospect.context.start : entry.prospect.what.start]
    named = fates.forms(verb) == fates.bases(verb) and bool(fates.done_by(verb))
    is_noun = verb in GIVEN or (named and _INFINITE.search(before) is None)
    ordered = _head(entry.prospect.what) if is_noun else None  # "the release of its leader"
    given = (fates.done_by(ordered) if ordered else None) or fates.listed("given")
    if entry.prospect.kind == "forecast":
        given |= fates.listed("befalling")
    due = fates.forms("start") if opened else fates.listed("due")
    verbs = due if fates.is_due(verb) else given if is_noun else fates.forms(verb)
    ahead = document.text[entry.prospect.what.start : entry.prospect.context.end]  # of "back to normal" the whole
    verbs = (fates.so(ahead) or verbs) | (fates.done_by(deed) | fates.doing(deed) if deed else frozenset())
    verbs |= _brought_out(entry, verb, beyond) | _voted_on(said)
    every = list(claims)
    told = [c for c in every if _is_of(entry, c) and not is_whole(c, document) and not _is_manner(c, document)]
    figures = tuple(claim for claim in told if not (_is_beside(entry, claim, verbs) or _is_bracketed(entry, claim)))
    own = _CLAUSE.split(entry.prospect.what.quote, maxsplit=1)[0]  # what another is to do is none of it
    first_clause = document.span(entry.prospect.what.start, entry.prospect.what.start + len(own))
    again = verb == PUT_OFF  # only another day is told, and why
    what = frozenset() if again else _things(entry, verb, first_clause)
    whose = _speaker(entry)
    things = what | _things(entry, verb, entry.prospect.who) | frozenset(stems(whose))
    things |= {stem(claim.counted.lemma) for claim in figures if claim.counted is not None}
    first = frozenset(stems(_BEYOND.split(entry.prospect.what.quote, maxsplit=1)[0], verb)) & what
    needed = len(first) if len(first) >= FEW else len(what) if len(what) >= FEW else min(ENOUGH, len(things))
    needed = FEW if lasts or (of_what and phase) else needed
    nouns = frozenset() if again else fates.called(verb, ahead if fates.so(ahead) else said)
    if light and what_deed and fates.is_deed(what_deed):  # who is to hold a referendum holds no rally
        nouns &= {what_deed}
    called = {stem(noun) for noun in nouns}
    counted = {stem(claim.counted.lemma) for claim in figures if claim.counted is not None} - fates.common()
    core = what & frozenset(stems(_NO_NAMES.sub(" ", own), verb)) if _placed(entry) is None else frozenset()
    around = frozenset(stems(_paragraph(entry.prospect.context, document))) if phase else frozenset()
    if fates.is_participle(verb) and core:  # "a new text would be laid before the unions"
        core |= frozenset(stems(_NO_NAMES.sub(" ", entry.prospect.who.quote))) if entry.prospect.who else frozenset()
    if ordered and fates.done_by(ordered):
        core -= frozenset(stems(ordered))  # who threatens a strike walks out
    ends = fates.ending(entry.prospect.what.quote)
    if (happens or ends) and core and entry.prospect.who:  # the vote that will take place
        core |= frozenset(stems(entry.prospect.who.quote))
    carried = {stem(claim.counted.lemma) for claim in _carried(entry, every) if claim.counted is not None}
    things |= carried | frozenset(stems(" ".join(_apposed(entry))))
    pointed = stems(_NO_NAMES.sub(" ", _paragraph(entry.prospect.context, document)), verb) if pointing else ()
    back = list(stems(_sentence_before(entry.prospect.context, document), verb)) if POINTING_BACK.match(said) else []
    back += stems(_those(entry))
    return Sought(
        entry=entry,
        day=day,
        verb=verb,
        verbs=verbs,
        things=things
        | called
        | frozenset([*pointed, *back])
        | _rare(verb)
        | frozenset(map(stem, ends))
        | _joins(entry, document),
        core=core | called | frozenset(map(stem, ends)) if core else core,
        aim=_aim(entry, "" if again else own, verb) | frozenset(back) | called | counted | carried,
        needed=min(
            ENOUGH,
            max(FEW, (needed + 1) // 2),
            # Of one word too much is told on any day, but not of "the captain" who is to be charged.
            FEW if entry.due is None else len(what if ONE_THING.search(said) else things) or 1,
        ),
        beside=(
            (around if phase else frozenset()) | (frozenset(map(stem, fates.done_by(deed))) if deed else frozenset())
        )
        - things,
        names=frozenset(_names(entry, document)),
        doers=frozenset(
            names_of(whose) if whose else _doers(entry.prospect.who, document) if entry.prospect.who is not None else ()
        )
        | frozenset(_apposed(entry)),
        by=frozenset(stems(whose or entry.doer or (entry.prospect.who.quote if entry.prospect.who else ""))),
        ends=ends,
        undone=fates.undone(verb),
        measures=tuple(c for c in every if _is_within(entry.prospect.what, c) and _is_manner(c, document)),
        figures=figures,
        more=tuple(claim for claim in told if claim not in figures and _is_joined(entry, claim)),
        nouns=nouns | (fates.beside(deed or ordered) if deed or ordered else frozenset()) | _happening(entry, happens),
        numbers=frozenset((c.quantity.low, c.quantity.high) for c in every if _is_of(entry, c)),
    )


def _voted_on(what: str) -> frozenset[str]:
    """The verbs of what is to be decided: of "meet to vote on closing five schools" those of "close"."""
    found = VOTE_ON.search(what)
    return fates.forms(found.group(1) or found.group(2)) if found is not None else frozenset()


def _brought_out(entry: Outlook, verb: str, beyond: Span) -> frozenset[str]:
    """Verbs by which a report, or what else is to be handed out, is told to be there: it "came out"."""
    if fates.listed("bringing_out").isdisjoint(fates.bases(verb)):
        return frozenset()
    head = _head(entry.prospect.who if fates.is_participle(verb) else beyond)
    return fates.done_by(head) if head in fates.nouns("bringing_out") else frozenset()


def _carried(entry: Outlook, claims: Iterable[Claim]) -> Iterator[Claim]:
    """What is told right before to be carried by who is to come: the doses of "the consignment will land"."""
    who = entry.prospect.who
    words = WORD.findall(who.quote.lower()) if who is not None else []
    if who is None or len(words) != FEW or words[0] != "the" or words[-1] not in fates.carriers():
        return
    for claim in claims:
        if who.start - NEARLY <= claim.evidence.start < entry.prospect.context.start:
            yield claim


def _rare(verb: str) -> frozenset[str]:
    """The stem of a verb that is told of few deeds, which tells as much as a thing: "proclaim"."""
    rare = len(verb) >= STEM and all(fates.alike(base) == {base} for base in fates.bases(verb))
    return frozenset({stem(verb)}) if rare else frozenset()


def spans(entry: Outlook) -> list[Span]:
    """What is to be done, and who is to do it."""
    return [span for span in (entry.prospect.what, entry.prospect.who) if span is not None]


def is_way(entry: Outlook) -> bool:
    """Whether it is of a road, a line or the like, which is told by the places that it joins."""
    return any(not fates.in_use("ways").isdisjoint(WORD.findall(span.quote.lower())) for span in spans(entry))


def _joins(entry: Outlook, document: Document) -> frozenset[str]:
    """The places that a road or a line joins, by which it is told: "from Bunia to Mahagi"."""
    ends = frozenset(stems(" ".join(_names(entry, document)))) if is_way(entry) else frozenset()
    return ends if len(ends) >= FEW else frozenset()


def _speaker(entry: Outlook) -> str:
    """Whoever says so, where a pronoun stands for who is to do it: of "she said she would publish it" her."""
    who, told = entry.prospect.who, entry.prospect.attribution
    context, what = entry.prospect.context, entry.prospect.what
    before = context.quote[: max(0, what.start - context.start)].lower()
    it = who is None and _IT_WILL.search(before) is not None  # "the bank said it would"
    stands = who is not None and who.quote.casefold() in fates.pronouns()
    return told[-1].source if (stands or it) and told else ""


def _is_of(entry: Outlook, claim: Claim) -> bool:
    """Whether a figure stands in what is to come, or in who is to do it, and is not of something done."""
    told, place = spans(entry), claim.evidence
    who = entry.prospect.who
    if who is not None and who.start <= place.start and place.end <= who.end:
        return claim.status != "did_not_happen"
    start, end = min(span.start for span in told), max(span.end for span in told)
    return start <= place.start and place.end <= end and claim.status not in DONE and claim.status != "did_not_happen"


def _is_within(what: Span, claim: Claim) -> bool:
    return what.start <= claim.evidence.start and claim.evidence.end <= what.end and claim.status != "did_not_happen"


def is_whole(claim: Claim, document: Document) -> bool:
    """Whether a number is that of which a part is told: the 64 of "close 38 of the 64 branches"."""
    start = max(0, claim.evidence.start - len("out of about ") - 1)
    return OF_ALL.search(document.text, start, claim.evidence.start) is not None


def _is_beside(entry: Outlook, claim: Claim, verbs: frozenset[str]) -> bool:
    """Whether a figure of what is to come is told of another deed than that: a rescue "that would cost 2 billion"."""
    what, place = entry.prospect.what, claim.evidence
    inside = what.start <= place.start and claim.verb is not None and claim.verb.span.start > what.start
    return (inside or _is_between(entry, claim)) and claim.verb is not None and claim.verb.lemma not in verbs


def _is_between(entry: Outlook, claim: Claim) -> bool:
    """Whether a figure stands between who is to do it and that: "ordered two men held and will question them"."""
    who, what = entry.prospect.who, entry.prospect.what
    return who is not None and who.end <= claim.evidence.start < what.start


def _is_bracketed(entry: Outlook, claim: Claim) -> bool:
    """Whether a figure only explains another, or who it is that will do it.

    The megawatts of "the other three (45 MW, 10 MW, 12 MW) will be back"; the beds of "the first, with 45 beds, is due"
    """
    context, who = entry.prospect.context, entry.prospect.who
    before = context.quote[: max(0, claim.evidence.start - context.start)]
    of_who = who is not None and claim.evidence.end <= entry.prospect.what.start and _WITH.search(before) is not None
    return of_who or before.count("(") > before.count(")")


def _is_manner(claim: Claim, document: Document) -> bool:
    """Whether a number tells how far or for how long something is done, and not how much of it: no "30 km of road"."""
    if GROUPED.search(
        document.text, max(0, claim.evidence.start - len("in instalments of up to about ")), claim.evidence.start
    ):
        return True
    return claim.quantity.unit in MANNERS and not document.text.startswith(" of ", claim.evidence.end)


def _head(who: Span | None) -> str | None:
    """The noun of who or what does it: the "strike" of "a second strike, of 72 hours"."""
    told = WORD.findall(_WITHIN.split(who.quote, maxsplit=1)[0].lower()) if who is not None else []
    return told[-1].removesuffix("s") if told else None


def _opened(who: Span | None) -> str | None:
    """What begins: the "vaccination" of "the start of the vaccination"."""
    first, of, rest = who.quote.partition(" of ") if who is not None else ("", "", "")
    is_start = next(reversed(WORD.findall(first.lower())), "") in fates.nouns("opening")
    told = WORD.findall(_WITHIN.split(rest, maxsplit=1)[0].lower()) if of and is_start else []
    return told[-1].removesuffix("s") if told else None


def _doers(who: Span, document: Document) -> Iterator[str]:
    """The names of who does it, but for those for or to whom: of "a convoy for Peru" none; no "Train drivers"."""
    whom = document.span(who.start, who.start + len(_FOR_WHOM.split(who.quote, maxsplit=1)[0]))
    for name in names_in(whom, document.text):
        if name.lower() not in fates.common() and re.search(rf"\b{re.escape(name.lower())}s?\b", document.text) is None:
            yield name


def _is_joined(entry: Outlook, claim: Claim) -> bool:
    what = entry.prospect.what
    return JOINED.search(what.quote[: max(0, claim.evidence.start - what.start)]) is not None


def _verb(entry: Outlook) -> str | None:
    """The verb of what is to come, in the form that the announcement has; "put off" where only a day is set anew."""
    told, words = entry.prospect.what, entry.prospect.words
    put_off = fates.put_off().match(told.quote)
    if put_off is not None and ((words and words.start == told.start) or _UNTIL.match(told.quote, put_off.end())):
        return PUT_OFF
    if (placed := _placed(entry)) is not None:
        return placed
    what = TOWARDS.sub("", entry.prospect.what.quote)
    ahead = AHEAD.search(what)
    first = WORD.match(what.removeprefix("be "))
    opens = first is not None and first.group().islower()
    if ahead is not None and (entry.prospect.kind == "condition" or not opens):
        return ahead.group(1)
    if first is None:
        return "a" if what[:1].isdigit() or what[:1] in CURRENCIES else None  # "pledged 2 million euros"
    return first.group() if opens and (len(first.group()) > OPENING or first.group() in GIVEN) else None


def _placed(entry: Outlook) -> str | None:
    """The verb for what is only to be in a place: of "2,500 soldiers would be on the coast by Thursday" "arrive"."""
    context, what = entry.prospect.context, entry.prospect.what
    before = context.quote[: max(0, what.start - context.start)]
    first = WORD.search(what.quote.lower())
    if first is None or _IN_PLACE.search(before) is None:
        return None
    if first.group() in fates.placed("purses"):
        return "pay"
    counted = entry.prospect.who is not None and any(map(str.isdigit, entry.prospect.who.quote))
    return "arrive" if counted else None


def _things(entry: Outlook, verb: str, span: Span | None) -> frozenset[str]:
    """The stems of a stretch, but for the verb and for the words of who says so."""
    if span is None:
        return frozenset()
    sources = {stem for step in entry.prospect.attribution for stem in stems(step.source)}
    who = entry.prospect.who
    return frozenset(stems(span.quote, verb)) - (sources if span is not who else frozenset())


def stems(text: str, verb: str = "") -> Iterator[str]:
    """The stems of a text but for those of its verb and of what tells nothing apart."""
    told = (word for word in WORD.findall(text.lower()) if word != verb)
    return (stem(word) for word in told if len(word) >= SHORT and word not in fates.common())


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in small letters, up to those that tell which: "the third clinic" of one "at Fataki"."""
    return WORD.findall(_NARROWING.split(phrase.lower(), maxsplit=1)[0])


@lru_cache(maxsize=KNOWN)
def stem(word: str) -> str:
    """The letters by which a word is known, or one that may stand for it: of "frontier" those of "border"."""
    return _standing_for().get(_singular(word)) or _states().get(own := letters(word), own)


@cache
def _standing_for() -> dict[str, str]:
    """Words that tell of one thing: each leads to the first of its list; an airline is no airliner."""
    return {_singular(word): letters(told[0]) for told in fates.things() for word in told}


@cache
def _states() -> dict[str, str]:
    """States and their people, by their letters: each leads to the code of the state."""
    return {letters(name.lower()): letters(code.lower()) for name, code in nations().items()}


def letters(word: str) -> str:
    """The letters by which a word is known, without the ending of a plural."""
    return _singular(word)[:STEM]


def _singular(word: str) -> str:
    bare = word[:-2] if word.endswith(("sses", "uses", "xes", "ches", "shes")) else word
    return bare if bare.endswith(("ss", "us")) else bare.removesuffix("s")


def _aim(entry: Outlook, what: str, verb: str) -> frozenset[str]:
    """What a verb is told of first, without names where it is told of more than those, and who or what does it."""
    who = entry.prospect.who
    told = list(stems(_NO_NAMES.sub(" ", what), verb)) or list(stems(what, verb))
    if who is None:
        return frozenset(told[:FEW])
    opens = who.start == entry.prospect.context.start  # the capital that opens a sentence is no name's
    doer = who.quote[:1].lower() + who.quote[1:] if opens else who.quote
    return frozenset(told[:FEW]) | frozenset(stems(_NO_NAMES.sub(" ", doer)))


def _paragraph(span: Span, document: Document) -> str:
    """The lines around a sentence."""
    end = document.text.find("\n", span.end)
    return document.text[document.text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(document.text)]


def _sentence_before(span: Span, document: Document) -> str:
    """The sentence before ``span``, within its paragraph."""
    paragraph = document.text[document.text.rfind("\n", 0, span.start) + 1 : span.start].rstrip()
    return paragraph[max(paragraph.rfind(end, 0, -1) for end in ENDS) + 1 :]


def _happening(entry: Outlook, happens: bool) -> frozenset[str]:
    """The nouns of what is to take place."""
    head = _head(entry.prospect.who) if happens else None
    return fates.beside(head) if head is not None else frozenset()


def _those(entry: Outlook) -> str:
    """What a quantifier stands for that is who does it: "of those operations, 40 were done, and all will be"."""
    who, context = entry.prospect.who, entry.prospect.context
    if who is None or who.quote.lower() not in fates.quantifiers():
        return ""
    found = _OF_THOSE.search(context.quote, 0, max(0, who.start - context.start))
    return found.group(1) if found is not None else ""


def _names(entry: Outlook, document: Document) -> Iterator[str]:
    """The names in what is to come and in who is to do it, but for those of who says so."""
    sources = {name for step in entry.prospect.attribution for name in names_of(step.source)}
    who, what = entry.prospect.who, entry.prospect.what
    between = document.span(who.end, what.start) if who is not None and who.end < what.start else None
    told_apart = [between] if between is not None and len(between.quote) < NEARLY and "," not in between.quote else []
    for span in (*spans(entry), *told_apart):
        told = names_in(span, document.text)
        known = (name for name in told if name not in sources or span is entry.prospect.who)
        yield from (name for name in known if name.lower() not in fates.common())
    yield from _apposed(entry)


def _apposed(entry: Outlook) -> list[str]:
    """The name of what is to do it: the "Marisol" of "our second ship, the Marisol, is to leave"; none of a person."""
    who, context = entry.prospect.who, entry.prospect.context
    behind = context.quote[max(0, who.end - context.start) :] if who is not None else ""
    found = _APPOSED.match(behind)
    return list(names_of(found.group(1))) if found is not None else []


def _is_short(name: str) -> bool:
    """Whether a name is one of letters, which another report may tell in words: "JNE"."""
    return name.isalpha() and name.isupper() and len(name) <= LETTERS


def names_in(span: Span, text: str) -> Iterator[str]:
    """The names of ``span``; a capital that opens a sentence is none."""
    opens = span.start == 0 or text.endswith(OPENS, 0, span.start)
    for found in NAME.finditer(span.quote):
        if _is_short(found.group()) or fates.money().match(found.group()):
            continue
        if found.start() or not opens or any(map(str.isdigit, found.group())):
            yield _name(found.group())


def names_of(text: str) -> Iterator[str]:
    """All that is told with a capital; of a dateline in capitals as it is told elsewhere."""
    return map(_name, NAME.findall(text))


def _name(told: str) -> str:
    return told.title() if told.isupper() and told.isalpha() else told


def strangers(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether none of the names is one of the others, a state being its people: "Africa" is "African"."""
    mine, theirs = ({letters(name.lower()) for name in by_state(told)} for told in (names, others))
    return mine.isdisjoint(theirs)


def tellers(steps: Iterable[Attribution]) -> frozenset[str]:
    """The names of those who say something, a state and its people by one."""
    return by_state(names_of(" ".join(step.source for step in steps)))


def by_state(names: Iterable[str]) -> frozenset[str]:
    """Names, a state and its people by one."""
    return frozenset(nations().get(name, name) for name in names)
