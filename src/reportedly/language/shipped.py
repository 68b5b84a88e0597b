"""Files become a model that can be trusted: each is checked against the manifest before it is used."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.errors import ModelError
from reportedly.frozen import dataclass
from reportedly.language.analysis import Analyst, Labels
from reportedly.language.boundaries import Boundaries
from reportedly.language.lemmas import Mending
from reportedly.language.pieces import Pieces

NAME = "english-6/2"  # language, encoder layers / version of the recipe
MANIFEST, GRAPH, RELATIONS, VOCABULARY, STOPS, BASES = (
    "english.json",
    "english.onnx",
    "relations.npy",
    "vocabulary.txt",
    "boundaries.json",
    "bases.txt",
)
HERE = Path(__file__).parent
_MEND = "reinstall the package, or make the model anew with `python -m training`"


@dataclass(frozen=True, slots=True)
class Model:
    """A model whose files are what they should be. ``digest`` is the manifest's, which holds those of the others."""

    name: str
    digest: str
    analyst: Analyst
    boundaries: Boundaries


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: the language model cannot be read ({error.strerror}); {_MEND}") from error


def _manifest(raw: bytes, path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(raw)
        return {"name": str(manifest["name"]), "files": manifest["files"], "labels": manifest["labels"]}
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: this is no manifest of a language model; {_MEND}") from error


def _checked(folder: Path, name: str, expected: str) -> bytes:
    raw = _bytes(folder / name)
    found = hashlib.sha256(raw).hexdigest()
    if found != expected:
        raise ModelError(f"{folder / name}: sha256 is {found}, the manifest says {expected}; {_MEND}")
    return raw


def load(folder: Path, threads: int) -> Model:
    """Check every file, then make the model ready."""
    raw = _bytes(folder / MANIFEST)
    manifest = _manifest(raw, folder / MANIFEST)
    names = (GRAPH, RELATIONS, VOCABULARY, STOPS, BASES)
    files = {name: _checked(folder, name, manifest["files"].get(name, "")) for name in names}
    labels = Labels(*(tuple(manifest["labels"][field]) for field in Labels._fields))
    pieces = Pieces.of(files[VOCABULARY].decode("utf-8"))
    relation = np.load(io.BytesIO(files[RELATIONS]))
    mending = Mending(files[BASES].decode("utf-8").split())
    analyst = Analyst(files[GRAPH], labels, pieces, relation, mending=mending, threads=threads)
    stops = Boundaries(json.loads(files[STOPS]))
    return Model(manifest["name"], hashlib.sha256(raw).hexdigest(), analyst, stops)
