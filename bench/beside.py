"""Corpora that lie beside a checkout and not in it: where they are, unpacked once, and their digest."""

import hashlib
import tarfile
from pathlib import Path

from bench.corpora import ROOT

SHARED = ROOT.parent / "shared"  # where they lie beside a checkout
CORPORA = SHARED / "corpora"
CACHE = ROOT / "build/corpora"


def folder(name: str, corpora: Path = CORPORA) -> Path | None:
    """The corpus ``name``, as a folder or unpacked from its archive (``NAME.tar.xz``); None where it is not there."""
    if (corpora / name).is_dir():
        return corpora / name
    archive = corpora / f"{name}.tar.xz"
    if not archive.is_file():
        return None
    if not (CACHE / name).is_dir():
        with tarfile.open(archive) as packed:
            packed.extractall(CACHE, filter="data")
    return CACHE / name


def digest(paths: tuple[Path, ...]) -> str | None:
    """One SHA-256 over files, by name and content; None where one is not there."""
    if not all(path.is_file() for path in paths):
        return None
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in paths]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()
