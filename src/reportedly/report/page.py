"""A report becomes a page: one HTML file that asks nothing of the network.

What documents say is escaped, set apart from the page's own writing direction, and shown with its control characters
named. A content security policy, with the digests of the page's own style and script, forbids everything else, so
that even a mistake here could fetch and run nothing. The page works without its script. The same report gives the same
bytes.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.model import DONE, Claim, Report, Status
from reportedly.report import ladder
from reportedly.report.compose import View, view
from reportedly.report.dates import interval, told
from reportedly.report.ladders import UNSAID, Ladder, range_told
from reportedly.report.papers import Line, figures
from reportedly.report.visible import visible
from reportedly.report.wording import counted, pair, word

# What is drawn filled: it went or goes on. All else is drawn hollow, and what did not happen is crossed.
FIRST_FINDINGS = 20  # that stand open; a pile may have hundreds, and the figures come after them
FIRST_ANNOUNCED = 40  # entries that stand open
OTHERS = 6  # further words of an origin that stand beside the one that counts
NARROWEST = 5  # pixels of a bar that can still be seen hollow
_NUMERAL = re.compile(r"[$€£¥₩₽]?\d")
_WEB = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)


def render(report: Report) -> str:
    """The page of ``report``."""
    shown = view(report)
    style, script = _resource("style.css"), _resource("filter.js")
    page = _environment().get_template("page.html")
    return page.render(
        view=shown,
        summary=summary(report),
        statuses=_statuses(shown),
        makers=_makers(report),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def summary(report: Report) -> str:
    """ "25 reports, 119 figures, 4 findings", and what could not be read where something could not."""
    told = [
        counted(len(report.documents), "report"),
        counted(sum(map(figures, report.readings)), "figure"),
        counted(len(report.findings), "finding"),
    ]
    if skipped := sum(reading.skipped is not None for reading in report.readings):
        told.append(f"{skipped:,} not in English")
    if report.failures:
        told.append(f"{len(report.failures):,} could not be read")
    return ", ".join(told)


def _statuses(shown: View) -> Mapping[str, int]:
    """How many lines have each status, in the model's order; those that no line has are left out."""
    found = Counter(line.claim.status for line in shown.lines)
    return {status: found[status] for status in get_args(Status) if found[status]}


def _makers(report: Report) -> list[str]:
    return sorted({f"{reading.made_by}, {reading.model}" for reading in report.readings})


# The frame


def _resource(name: str) -> str:
    return files("reportedly.report").joinpath("templates", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    digests = {name: _digest(text) for name, text in (("style-src", style), ("script-src", script))}
    allowed = "; ".join(f"{name} 'sha256-{digest}'" for name, digest in digests.items())
    return f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportedly.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "v": visible,
        "is_word": lambda text: any(map(str.isalnum, text)),
        "count": counted,
        "told": told,
    }
    environment.globals |= {
        "word": word,
        "pair": pair,
        "drawing": drawing,
        "range_drawn": range_drawn,
        "split_figure": split_figure,
        "split_counted": split_counted,
        "split_context": split_context,
        "interval": interval,
        "is_web": lambda address: bool(_WEB.match(address)),
        "others": OTHERS,
        "unsaid": UNSAID,
        "range_told": range_told,
        "first_findings": FIRST_FINDINGS,
        "first_announced": FIRST_ANNOUNCED,
    }
    return environment


# The words of a claim, cut for emphasis


def split_figure(claim: Claim) -> tuple[str, str]:
    """A figure's words before its numeral and from it on: its hedge and its number; all are the number without one."""
    quote = claim.evidence.quote
    numeral = _NUMERAL.search(quote)
    at = numeral.start() if numeral else 0
    return quote[:at], quote[at:]


def split_counted(claim: Claim) -> tuple[str, str, str]:
    """What is counted: the words before its head, its head, those behind."""
    if claim.counted is None:
        return "", "", ""
    phrase, head = claim.counted.phrase, claim.counted.head
    return _cut(phrase.quote, head.start - phrase.start, head.end - phrase.start)


def split_context(claim: Claim) -> tuple[str, str, str]:
    """The sentence: before the figure, the figure, behind it."""
    start = claim.context.start
    return _cut(claim.context.quote, claim.evidence.start - start, claim.evidence.end - start)


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[: max(start, 0)], text[max(start, 0) : end], text[end:]


# The drawing of a line


def drawing(line: Line) -> Markup:
    """The rung of ``line`` as SVG elements; nothing where it states no number."""
    rung, claim = line.rung, line.claim
    if rung is None:
        return Markup("")
    kind = "y" if claim.status in DONE else "x" if claim.status == "did_not_happen" else "n"
    return Markup(f'<g class="{kind}">{_stretch(rung)}{_point(line, rung)}</g>')


def range_drawn(ladder: Ladder) -> Markup:
    """The estimate of ``ladder`` as SVG elements: its range, and a mark where its best figure lies."""
    if ladder.rung is None or ladder.best is None:
        return Markup("")
    at = ladder.best
    return Markup(f'<g class="e">{_stretch(ladder.rung)}<path class="b" d="M{at} 3V17"/></g>')


def _stretch(rung: ladder.Rung) -> str:
    """A range as a bar; an open end as a line from the bound to the edge, which an arrow closes."""
    at = rung.left
    if rung.open_left or rung.open_right:
        edge, tip = (ladder.WIDTH - 3, -4) if rung.open_right else (3, 4)
        return f'<path d="M{at} 5V15M{edge + tip} 6 {edge} 10 {edge + tip} 14"/><path class="o" d="M{at} 10H{edge}"/>'
    if rung.left == rung.right:
        return ""
    end = max(rung.right, at + NARROWEST)
    return f'<path class="p" d="M{at} 7H{end}V13H{at}Z"/>'


def _point(line: Line, rung: ladder.Rung) -> str:
    """The mark of a single number: a dot, or a wedge for a change; a ring around what is only about or nearly so."""
    if rung.open_left or rung.open_right or rung.left != rung.right:
        return ""
    at, quantity = rung.left, line.claim.quantity
    rings = {"about": f'<circle class="r" cx="{at}" cy="10" r="8"/>', "nearly": f'<path d="M{at - 10} 6V14"/>'}
    ring = rings.get(quantity.approximator, "")
    if line.claim.status == "did_not_happen":
        return f'{ring}<path d="M{at - 4} 6l8 8m0-8-8 8"/>'
    if quantity.change in ("increase", "additional"):
        return f'{ring}<path class="p" d="M{at - 4} 5.5 {at + 4} 10 {at - 4} 14.5Z"/>'
    if quantity.change == "decrease":
        return f'{ring}<path class="p" d="M{at + 4} 5.5 {at - 4} 10 {at + 4} 14.5Z"/>'
    return f'{ring}<circle class="p" cx="{at}" cy="10" r="4"/>'
