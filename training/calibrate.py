"""A graph that looks at each batch becomes one that has made up its mind: the ranges it rounds in are fixed.

Left to itself, the runtime rounds to eight bits over whatever range a batch of sentences happens to span, so that a
sentence's neighbours bear on how it is read. Here the widest range that any batch of a sample spans is written into
the graph: nothing of the sample is cut off, and a sentence is read the same alone and among others.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Inputs = Mapping[str, NDArray[np.int64]]
_LEVELS = 255  # of an unsigned byte


def _measuring(model: onnx.ModelProto, dynamic: list[onnx.NodeProto]) -> onnx.ModelProto:
    """The same graph, which also tells the scale and the zero point of every range."""
    told = onnx.ModelProto()
    told.CopyFrom(model)
    for node in dynamic:
        _, scale, zero = node.output
        told.graph.output.append(helper.make_tensor_value_info(scale, onnx.TensorProto.FLOAT, []))
        told.graph.output.append(helper.make_tensor_value_info(zero, onnx.TensorProto.UINT8, []))
    return told


def _ranges(
    model: onnx.ModelProto, dynamic: list[onnx.NodeProto], sample: Iterable[Inputs]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The lowest and the highest value of each range over the sample; 0 lies in all of them."""
    raw = _measuring(model, dynamic).SerializeToString()
    session = onnxruntime.InferenceSession(raw, providers=["CPUExecutionProvider"])
    asked = [name for node in dynamic for name in node.output[1:]]
    lowest = highest = np.zeros(len(dynamic))
    for inputs in sample:
        told = np.array(session.run(asked, dict(inputs)), dtype=np.float64)
        scales, zeros = told[0::2], told[1::2]
        lowest = np.minimum(lowest, -zeros * scales)
        highest = np.maximum(highest, (_LEVELS - zeros) * scales)
    return lowest, highest


def fix(path: Path, sample: Iterable[Inputs]) -> None:
    """Write the ranges that the sample spans into the graph at ``path``."""
    model = onnx.load(path)
    dynamic = [node for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"]
    for node, low, high in zip(dynamic, *_ranges(model, dynamic, sample), strict=True):
        values, scale, zero = node.output
        step = (high - low) / _LEVELS
        constants = {scale: np.array(step, np.float32), zero: np.array(np.rint(-low / step), np.uint8)}
        model.graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
        node.CopyFrom(helper.make_node("QuantizeLinear", [node.input[0], scale, zero], [values], name=node.name))
    onnx.checker.check_model(model)
    onnx.save(model, path)
