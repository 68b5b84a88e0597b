"""A trained network becomes the files that are shipped: an 8-bit graph, labels, vocabulary, and the seal over them."""

import hashlib
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from reportedly.language import shipped
from training import calibrate
from training.examples import Encoding, Labels, batch, batches
from training.network import Network
from training.treebank import Gold

# What ranges are measured on: so many sentences, words in the longest of them, pieces in a batch.
SAMPLE, LONGEST, BUDGET, SEED = 3000, 120, 512, 20250617
_INPUTS = ("pieces", "shapes", "firsts", "lasts")
_OUTPUTS = ("best", "arcs", "dependents", "governors", "names", "states")


def _graph(network: Network, path: Path) -> None:
    """The network as a graph of full precision."""
    batch, length, words = 3, 20, 12  # any sizes will do, they are left open
    pieces = torch.randint(1000, 20000, (batch, length))
    shapes = torch.randint(0, 8, (batch, length))
    firsts = torch.arange(words).repeat(batch, 1)
    openings = {name: {0: "batch", 1: "pieces"} for name in (*_INPUTS[:2], "states")}
    openings |= {name: {0: "batch", 1: "words"} for name in (*_INPUTS[2:], *_OUTPUTS[:-1])}
    openings["arcs"][2] = "words"
    torch.onnx.export(
        network.eval(),
        (pieces, shapes, firsts, firsts),
        str(path),
        input_names=_INPUTS,
        output_names=_OUTPUTS,
        dynamic_axes=openings,
        opset_version=17,
        dynamo=False,
    )


def _quantise(full: Path, small: Path, work: Path) -> None:
    """8-bit weights and embeddings. Seven of the bits are used, so that processors without VNNI cannot overflow."""
    prepared = work / "prepared.onnx"
    quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(small),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )


def _sample(sentences: Sequence[Gold], encode: Encoding) -> Iterator[calibrate.Inputs]:
    """Some sentences, in batches."""
    short = [gold for gold in sentences if len(gold.words) <= LONGEST]
    chosen = random.Random(SEED).sample(short, min(SAMPLE, len(short)))
    for group in batches([encode(gold) for gold in chosen], BUDGET):
        given = batch(group)
        yield {name: getattr(given, name).numpy() for name in _INPUTS}


def export(
    network: Network, encode: Encoding, sentences: Sequence[Gold], *, vocabulary: Path, work: Path, out: Path
) -> None:
    """Write graph, mending weights and vocabulary; ranges are measured on some of the sentences."""
    _graph(network, work / "full.onnx")
    _quantise(work / "full.onnx", out / shipped.GRAPH, work)
    calibrate.fix(out / shipped.GRAPH, _sample(sentences, encode))
    relation = network.relation
    weights = torch.cat([relation.weight.T, relation.bias[None]]).detach().numpy()
    np.save(out / shipped.RELATIONS, np.ascontiguousarray(weights, dtype=np.float32))
    shutil.copyfile(vocabulary, out / shipped.VOCABULARY)


def seal(labels: Labels, out: Path) -> None:
    """Write the manifest: name, labels, and the hash of every other file."""
    files = (shipped.GRAPH, shipped.RELATIONS, shipped.VOCABULARY, shipped.STOPS, shipped.BASES)
    manifest = {
        "name": shipped.NAME,
        "files": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files},
        "labels": {
            "upos": labels.upos,
            "xpos": labels.xpos,
            "rules": labels.rules,
            "names": labels.names,
            "relations": labels.relations,
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (out / shipped.MANIFEST).write_text(text, encoding="utf-8")
