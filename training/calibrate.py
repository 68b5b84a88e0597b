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


class _Joiner:
    """Puts an integer product, its scaling and its bias into the one step that the runtime has for them.

    The runtime does so by itself for ranges that move, but not for fixed ones.
    """

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self._constants = {constant.name: constant for constant in graph.initializer}
        self._makers = {name: node for node in graph.node for name in node.output}
        self._users: dict[str, list[onnx.NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self._users.setdefault(name, []).append(node)

    def _user(self, node: onnx.NodeProto, kind: str) -> onnx.NodeProto | None:
        users = self._users.get(node.output[0], [])
        return users[0] if len(users) == 1 and users[0].op_type == kind else None

    def join(self, product: onnx.NodeProto) -> None:
        """Join what follows ``product``: a cast, the product of both scales, and a bias where there is one."""
        cast = self._user(product, "Cast")
        scaled = self._user(cast, "Mul") if cast else None
        if cast is None or scaled is None:
            raise ValueError(f"{product.name}: not followed by a cast and a scale")
        (both,) = (self._makers[name] for name in scaled.input if name != cast.output[0])
        values, weights, zero, weights_zero = product.input
        added = self._user(scaled, "Add")
        bias = [name for name in added.input if name in self._constants] if added else []
        last = added if added and bias else scaled
        inputs = [values, weights, *both.input, zero, weights_zero, *bias]
        last.CopyFrom(
            helper.make_node("MatMulIntegerToFloat", inputs, last.output, name=product.name, domain="com.microsoft")
        )
        for node in [product, cast, both, *([scaled] if last is not scaled else [])]:
            self._graph.node.remove(node)


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
    joiner = _Joiner(model.graph)
    for product in [node for node in model.graph.node if node.op_type == "MatMulInteger"]:
        joiner.join(product)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.checker.check_model(model)
    onnx.save(model, path)
