"""A model loses its heads: the same file, with only what leads to the encoder's states.

The runtime computes every node of a graph whatever is asked of it, so that a fair race needs a graph without heads.
ONNX files are protocol buffers; the few fields that matter are read and left out here, which spares a dependency.
Field numbers are those of onnx.proto3 (ONNX 1.x): ModelProto.graph 7; GraphProto.node 1, .initializer 5, .input 11,
.output 12; NodeProto.input 1, .output 2; TensorProto.name 8; ValueInfoProto.name 1.
"""

from collections.abc import Iterator

GRAPH, NODE, INITIALIZER, INPUT, OUTPUT = 7, 1, 5, 11, 12
NODE_INPUT, NODE_OUTPUT, TENSOR_NAME, VALUE_NAME = 1, 2, 8, 1
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


def _varint(raw: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def _fields(raw: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Number, whole encoding and content of each field."""
    at = 0
    while at < len(raw):
        begin = at
        key, at = _varint(raw, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            start, (_, at) = at, _varint(raw, at)
        elif kind == _BYTES:
            size, start = _varint(raw, at)
            at = start + size
        else:
            start, at = at, at + {_FIXED64: 8, _FIXED32: 4}[kind]
        yield number, raw[begin:at], raw[start:at]


def _names(raw: memoryview, field: int) -> list[str]:
    return [bytes(content).decode() for number, _, content in _fields(raw) if number == field]


def _field(number: int, content: bytes) -> bytes:
    head, size = bytearray([number << 3 | _BYTES]), len(content)
    while size >= 0x80:
        head.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([*head, size]) + content


def _kept(graph: list[tuple[int, memoryview, memoryview]], outputs: set[str]) -> set[str]:
    """Every value that ``outputs`` are made of. Nodes stand in the order in which they run."""
    needed = set(outputs)
    for number, _, node in reversed(graph):
        if number == NODE and needed.intersection(_names(node, NODE_OUTPUT)):
            needed.update(_names(node, NODE_INPUT))
    return needed


def _needed(number: int, content: memoryview, needed: set[str], outputs: set[str]) -> bool:
    if number == NODE:
        return bool(needed.intersection(_names(content, NODE_OUTPUT)))
    if number == INITIALIZER:
        return bool(needed.intersection(_names(content, TENSOR_NAME)))
    if number in (INPUT, OUTPUT):
        return bool((needed if number == INPUT else outputs).intersection(_names(content, VALUE_NAME)))
    return True


def encoder(model: bytes, output: str = "states") -> bytes:
    """The model cut down to what makes ``output``."""
    parts = []
    for number, whole, content in _fields(memoryview(model)):
        if number != GRAPH:
            parts.append(bytes(whole))
            continue
        graph = list(_fields(content))
        needed = _kept(graph, {output})
        parts.append(_field(GRAPH, b"".join(w for n, w, c in graph if _needed(n, c, needed, {output}))))
    return b"".join(parts)
