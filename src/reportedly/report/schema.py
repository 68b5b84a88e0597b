"""Documents become claims; what a claim's record looks like becomes a schema that other programs can hold it to.

The closed lists of words (statuses, approximators, parts, ...) are taken from the model itself, so that the schema
cannot say less or more than the program. ``VERSION`` rises when a field changes its meaning or goes; a new field
raises it, too, since the schema allows no others.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from reportedly.model import (
    Approximator,
    Change,
    ChangeKind,
    Claim,
    Finding,
    Key,
    Knows,
    Manner,
    Outlook,
    PartKind,
    Prospect,
    Scope,
    SlotRole,
    SourceKind,
    Stance,
    Status,
)

VERSION = 3
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Decimal text, or numerator and denominator where no decimals are exact.
NUMBER = r"^-?[0-9]+(\.[0-9]+)?$|^-?[0-9]+/[0-9]+$"
DIGEST = "^[0-9a-f]{64}$"
ISO = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ].*)?)?)?$"

Node = dict[str, Any]


def schema() -> Node:
    """The JSON Schema (draft 2020-12) of the interchange record, as data."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:reportedly:claim:{VERSION}",
        "title": "reportedly claim",
        "description": f"What a document says at a span; one line of `--format jsonl`. Version {VERSION}.",
        "$defs": {"span": _span(), "number": _number(), "digest": _digest()},
        **_object(_fields()),
    }


def announced() -> Node:
    """The JSON Schema of the record of something announced, one line of `--format announced`."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:reportedly:announced:{VERSION}",
        "title": "reportedly announced",
        "description": f"A plan, forecast, deadline or condition; one line of `--format announced`. Version {VERSION}.",
        "$defs": {"span": _span(), "digest": _digest()},
        **_object(
            {
                "id": _ref("digest", "Digest of the entry's content."),
                "kind": _one_of(_literal(Prospect, "kind"), "A condition is what hangs on one."),
                "document": _document(),
                "who": _or_null(_text("Who is to do it, in the document's words.")),
                "what": _span(part=_one_of(get_args(PartKind), "Where in the document it stands."))
                | {"description": "What is to come, in the document's words."},
                "context": _ref("span", "Its sentence."),
                "words": _or_null(_text("The words that say it is to come.")),
                "due": _or_null(_when()),
                "condition": _or_null(_text("The words on which it depends.")),
                "attribution": _attribution(),
                "claims": {"type": "array", "items": _ref("digest", "A figure told in it.")},
                "state": _one_of(
                    _literal(Outlook, "state"),
                    "What later reports made of it; `read`, which knows one document at a time, leaves it open.",
                ),
            }
        ),
    }


def series() -> Node:
    """The JSON Schema of a series and its estimate, one line of `series --format jsonl`."""
    described = f"Figures that measure the same thing, and what a rule makes of them. Version {VERSION}."
    slots = _slots()
    aside = {"claim": _ref("digest", "The figure's claim."), "reason": _text("Why the estimate does not rest on it.")}
    fields = {
        "id": _ref("digest", "Digest of its key: what measures the same thing has the same id everywhere."),
        "key": _object({name: slots[name] for name in Key.__slots__}) | {"description": "What makes them one."},
        "rule": _text("The rule that sums it up, with its version."),
        "low": _or_null(_ref("number", "The least that it may be; null where that end is open.")),
        "best": _or_null(_ref("number", "The best figure; null where the rule cannot tell.")),
        "high": _or_null(_ref("number", "The most that it may be; null where that end is open.")),
        "kept": {"type": "array", "items": _ref("digest", "A claim on which the estimate rests.")},
        "aside": {"type": "array", "items": _object(aside), "description": "The claims on which it does not rest."},
    }
    return _titled("series", described, fields, ("number", "digest"))


def changes() -> Node:
    """The JSON Schema of something that changed, one line of `changes --format jsonl`."""
    fields = {
        "kind": _one_of(get_args(ChangeKind), "What happened to the figure, the plan or the page."),
        "day": _or_null(_iso("The day on which it was told.")),
        "sentence": _text("The change in words."),
        "claims": {"type": "array", "items": _ref("digest", "A claim that shows it: the later first.")},
        "series": _or_null(_ref("digest", "The series that it concerns, where it concerns one.")),
        "document": _or_null(_ref("digest", "The new version of a page.")),
    }
    return _titled("changes", f"What changed between two moments. Version {VERSION}.", fields, ("digest",))


def findings() -> Node:
    """The JSON Schema of something that does not add up, one line of `findings --format jsonl`."""
    shown = {
        "id": _ref("digest", "The claim."),
        "document": _document(),
        "evidence": _ref("span", "The figure's own words."),
    }
    fields = {
        "kind": _text("Which check found it."),
        "strength": _one_of(_literal(Finding, "strength"), "How grave it is."),
        "sentence": _text("The finding in words."),
        "claims": {"type": "array", "items": _object(shown), "description": "The figures that show it."},
    }
    return _titled("findings", f"What does not add up. Version {VERSION}.", fields, ("span", "digest"))


KINDS: Mapping[str, Callable[[], Node]] = MappingProxyType(
    {"claim": schema, "announced": announced, "series": series, "changes": changes, "findings": findings}
)


def _titled(name: str, described: str, fields: dict[str, Node], defined: tuple[str, ...]) -> Node:
    defs = {"span": _span, "number": _number, "digest": _digest}
    return {
        "$schema": DIALECT,
        "$id": f"urn:reportedly:{name}:{VERSION}",
        "title": f"reportedly {name}",
        "description": described,
        "$defs": {one: defs[one]() for one in defined},
        **_object(fields),
    }


def _fields() -> dict[str, Node]:
    return {
        "id": _ref("digest", "Digest of the claim's content: the same claim has the same id everywhere."),
        "kind": _one_of(_literal(Claim, "kind"), "In this version always figure."),
        "basis": _one_of(_literal(Claim, "basis"), "Whether the words give the figure, imply it, or a table."),
        "document": _document(),
        "evidence": _span(part=_one_of(get_args(PartKind), "Where in the document it stands."))
        | {"description": "The figure's own words."},
        "context": _ref("span", "The sentence of the figure."),
        "quantity": _quantity(),
        "counted": _or_null(_counted()),
        "verb": _or_null(_span(lemma=_text("Its base form."))) | {"description": "What the figure hangs on."},
        "slots": {
            "type": "array",
            "items": _span(role=_one_of(get_args(SlotRole), "What the words are to the figure.")),
            "description": "The words of its sentence that tell whose it is, who acts, to whom, where and which kind.",
        },
        "key": _or_null(_key()),
        "happening": _null("The id of the happening that the figure belongs to. Null in this version."),
        "event": {"not": {}, "description": "What a happening is. Absent in this version, which has no happenings."},
        "when": _or_null(_when()),
        "attribution": _attribution(),
        "status": _one_of(get_args(Status), "Of the content, whoever says it; a plan is never a deed."),
        "status_words": _or_null(_text("The words that decided the status.")),
        "certainty": _certainty(),
        "condition": _or_null(_text("The words on which a conditional figure depends.")),
        "part_of": _or_null(_ref("digest", "The claim of the same document whose part this is.")),
        "same_as": _or_null(_ref("digest", "The claim of the same document that this one repeats.")),
        "made_by": _text("The rules that found it, with their version."),
    }


# What documents hold


def _document() -> Node:
    fields = {
        "id": _ref("digest", "Digest of the document as it was read."),
        "address": _text("Where it was read from."),
        "outlet": _or_null(_text("Who published it.")),
        "title": _or_null(_text("Its headline.")),
        "published": _or_null(_text("ISO 8601 as precise as known; an interval has a slash, its open end '..'.")),
        "published_basis": _one_of(
            ("given", "page", "inferred", "unknown"), "By whom: the user, the page, the text's own words, nobody."
        ),
    }
    return _object(fields) | {"description": "The report that says it."}


def _quantity() -> Node:
    fields = {
        "low": _or_null(_ref("number", "The least that was stated; null where that end is open.")),
        "high": _or_null(_ref("number", "The most that was stated; null where that end is open.")),
        "low_strict": _flag("Whether low itself is excluded (more than)."),
        "high_strict": _flag("Whether high itself is excluded (less than)."),
        "written": _text("The words."),
        "approximator": _one_of(get_args(Approximator), "How the number is hedged."),
        "change": _one_of(get_args(Change), "Whether it is a level or tells by how much one changed."),
        "unit": _text("count for things counted one by one, else the unit: percent, share, USD, km, ..."),
    }
    words = "What was stated. For exact, about and nearly, low and high are both the stated number; vague has neither."
    return _object(fields) | {"description": words}


def _counted() -> Node:
    fields = {
        "text": _text("The whole phrase that is counted."),
        "head": _text("Its head word."),
        "start": _place("Of the phrase."),
        "end": _place("Of the phrase."),
        "lemma": _text("The head word's base form."),
        "implied": _flag("Whether it is carried over from an earlier mention."),
    }
    return _object(fields) | {"description": "What the figure counts."}


def _slots() -> dict[str, Node]:
    """The slots of a key."""
    return {
        "measure": _text("What is measured: a slug of the registry, or an open one made of verb and head."),
        "unit": _text("count for things counted one by one, else the unit: percent, share, USD, km, ..."),
        "scope": _one_of(get_args(Scope), "Whether it adds up, is new in a period, or holds at a moment."),
        "change": _one_of(get_args(Change), "Whether it is a level or tells by how much one changed."),
        "actor": _or_null(_text("Whose they are or who acts: ISO 3166-1 alpha-3 of the state.")),
        "recipient": _or_null(_text("To whom or where they went, where that is another state.")),
        "population": _or_null(_text("Which of them count: declared kinds or words, joined by commas.")),
        "place": _or_null(_text("Where: a path from the state down, or words; several places are joined by a plus.")),
        "period": _or_null(_text("The stretch of time or the event that it is limited to.")),
        "done": _flag("Whether it has come about, and is not planned or expected."),
        "judged": _or_null(_ref("digest", "The decision by which an analyst took a claim out of its series.")),
    }


def _key() -> Node:
    slots = _slots()
    fields = {
        "measure": slots["measure"],
        "definition": _text("What the measure means."),
        "scope": slots["scope"],
        "part_of": _or_null(_text("The measure that it is a part of and never exceeds.")),
        "open": _flag("Whether no registered measure fits."),
        **{name: slots[name] for name in ("actor", "recipient", "population", "place", "period")},
        "done": _or_null(slots["done"]),
        "filled": {
            "type": "array",
            "items": _object({"slot": _text("A slot of the key."), "by": _text("The words or the rule.")}),
            "description": "Slots that the figure's own sentence leaves open, each with what filled it.",
        },
    }
    return _object(fields) | {"description": "What makes figures comparable; null where nothing counted is named."}


def _when() -> Node:
    fields = {
        "start": _or_null(_iso("First day, as precise as known; null where open.")),
        "end": _or_null(_iso("Last day, as precise as known; null where open.")),
        "words": _or_null(_text("The words that tell it.")),
    }
    return _object(fields) | {"description": "When what is told took or takes place: closed, as wide as its words."}


def _attribution() -> Node:
    step = {
        "source": _text("Who, in the document's words."),
        "start": _or_null(_place("Of those words; null for the outlet itself and where nobody is named.")),
        "end": _or_null(_place("Of those words.")),
        "kind": _one_of(get_args(SourceKind), "What kind of source."),
        "name": _or_null(_text("Whom a pronoun or a description stands for, as named elsewhere in the document.")),
        "named": _flag("Whether it is a name, a body or a unique office, and not 'officials'."),
        "words": _or_null(_text("The words of saying; null for the outlet itself.")),
        "stance": _one_of(get_args(Stance), "How the source stands to what is said."),
        "manner": _one_of(get_args(Manner), "How the teller stands to it, where the words of saying show it."),
        "knows": _or_null(_one_of(get_args(Knows), "How the source is said to know.")),
        "said": _or_null(_when() | {"description": "When it was said, apart from when it happened."}),
    }
    return {
        "type": "array",
        "items": _object(step),
        "description": "Who says it, from the outlet to the root. Empty where neither is known.",
    }


def _certainty() -> Node:
    percent = {"type": ["integer", "null"], "minimum": 0, "maximum": 100}
    fields = {
        "words": _or_null(_text("The words of likelihood.")),
        "scale": _text("The scale that reads them."),
        "low": percent | {"description": "Percent, by that scale."},
        "high": percent | {"description": "Percent, by that scale."},
        "confidence": _or_null(_text("How well founded the judgement is called, which is no likelihood.")),
    }
    return _object(fields) | {"description": "How likely it is called."}


# How schemas are written


def _object(fields: dict[str, Node]) -> Node:
    required = [name for name, node in fields.items() if "not" not in node]
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _span(**more: Node) -> Node:
    places = {"start": _place("First code point."), "end": _place("The code point after the last.")}
    return _object({**places, "quote": _text("The words there."), **more})


def _number() -> Node:
    words = "An exact number as decimal text; as numerator/denominator where no decimals are exact (1/3)."
    return {"type": "string", "pattern": NUMBER, "description": words}


def _digest() -> Node:
    return {"type": "string", "pattern": DIGEST, "description": "SHA-256 in hexadecimal digits."}


def _ref(name: str, description: str) -> Node:
    return {"$ref": f"#/$defs/{name}", "description": description}


def _text(description: str) -> Node:
    return {"type": "string", "description": description}


def _iso(description: str) -> Node:
    return {"type": "string", "pattern": ISO, "description": description}


def _flag(description: str) -> Node:
    return {"type": "boolean", "description": description}


def _place(description: str) -> Node:
    return {"type": "integer", "minimum": 0, "description": description}


def _null(description: str) -> Node:
    return {"type": "null", "description": description}


def _one_of(words: tuple[str, ...], description: str) -> Node:
    return {"enum": list(words), "description": description}


def _or_null(node: Node) -> Node:
    described = {"description": node["description"]} if "description" in node else {}
    bare = {name: value for name, value in node.items() if name != "description"}
    return {"anyOf": [bare, {"type": "null"}], **described}


def _literal(noun: type, field: str) -> tuple[str, ...]:
    return get_args(get_type_hints(noun)[field])
