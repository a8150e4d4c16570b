"""Serves a model by the Open Inference Protocol V2. One file, Python 3.9 or newer, standard library only.

    python3 mainline_serve.py SERVE.PY MODEL

SERVE.PY is yours and has two functions:

    def load(path): ...              called once, with MODEL (a file or a folder); returns your model
    def predict(model, inputs): ...  inputs: {name: values}, values being lists as deep as the tensor has dimensions;
                                     returns values (lists, or whatever has `tolist`), or {name: values} for several outputs

A ValueError from `predict` is the caller's fault (400, with its text); any other exception is yours (500, with a traceback in
the log). It may also have INPUTS and OUTPUTS, lists of {"name", "datatype", "shape"} as in the protocol's metadata: requests
are then checked against them; and BUCKETS, {output: [limits]} for the histogram of its predictions.

Environment: HOST, PORT; MAINLINE_MODEL, MAINLINE_VERSION, MAINLINE_DIGEST say who this is; SERVE_* below are the limits.
"""

import asyncio
import bisect
import collections
import email.utils
import functools
import hashlib
import http
import importlib.util
import inspect
import itertools
import json
import math
import os
import queue
import re
import signal
import socket
import struct
import sys
import threading
import time
import traceback
import urllib.parse
import uuid
import zlib

SERVER, SERVER_VERSION = "mainline-serve", "1.0"

# name: (least, usual, what it is)
LIMITS = {
    "SERVE_MAX_BODY": (1, 16 << 20, "bytes that a request may have"),
    "SERVE_CONNECTIONS": (1, 1000, "connections at a time"),
    "SERVE_QUEUE": (1, 64, "requests that may wait for the model"),
    "SERVE_WORKERS": (1, 1, "threads that call predict; with 1 your code needs no locks"),
    "SERVE_BATCH": (1, 1, "requests that are given to predict as one, where their inputs fit together"),
    "SERVE_BATCH_SECONDS": (0.0, 0.005, "how long the first request of a batch waits for others"),
    "SERVE_READ_SECONDS": (0.001, 30.0, "how long a client may take to send a request, or to take an answer"),
    "SERVE_IDLE_SECONDS": (0.001, 75.0, "how long a connection may say nothing"),
    "SERVE_PREDICT_SECONDS": (0.001, 60.0, "how long an answer may take"),
    "SERVE_STOP_SECONDS": (0.0, 10.0, "how long requests under way may take when the server is to end"),
    "SERVE_STOP_DELAY": (0.0, 0.0, "how long it goes on accepting, no longer ready, so that balancers see it"),
}


class Mistake(Exception):
    """Said to whoever started the server, instead of a traceback."""


class Refusal(Exception):
    """An answer other than 200. `code` is HTTP's, the text goes to the client."""

    def __init__(self, code, text, headers=()):
        super().__init__(text)
        self.code = code
        self.text = text
        self.headers = headers


class Answer(collections.namedtuple("Answer", "code body kind headers")):
    @classmethod
    def of(cls, document, code=200, headers=()):
        return cls(code, json.dumps(document, allow_nan=False, separators=(",", ":")).encode(), "application/json", tuple(headers))

    @classmethod
    def refusing(cls, refusal):
        return cls.of({"error": refusal.text}, refusal.code, refusal.headers)


# ---------------------------------------------------------------------------------------------------------- tensors

# datatype: struct's letter for one element, the least and the greatest value
DATATYPES = {
    "BOOL": ("?", False, True),
    **{f"UINT{8 << i}": ("BHIQ"[i], 0, 2 ** (8 << i) - 1) for i in range(4)},
    **{f"INT{8 << i}": ("bhiq"[i], -(2 ** ((8 << i) - 1)), 2 ** ((8 << i) - 1) - 1) for i in range(4)},
    "FP16": ("e", -65504.0, 65504.0),
    "FP32": ("f", -3.4028234663852886e38, 3.4028234663852886e38),
    "FP64": ("d", -sys.float_info.max, sys.float_info.max),
    "BYTES": (None, None, None),
}
EXPECTED = {"B": "true or false", "U": "a whole number", "I": "a whole number", "F": "a number"}
SMALL = {float: "FP", int: "INT", bool: "BOOL", str: "BYTES", bytes: "BYTES"}

# `flat`: all elements, row by row
Tensor = collections.namedtuple("Tensor", "name datatype shape flat")


def is_float(datatype):
    return datatype.startswith("FP")


def shown(value):
    """A value from a request, short enough for a message."""
    if isinstance(value, (dict, list)):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    text = json.dumps(value)
    return text if len(text) <= 40 else text[:37] + "..."


def wrong(where, found, expected):
    return Refusal(400, f"{where}: found {found}, expected {expected}")


def field(document, name, kind, where, default=None):
    """A member of a JSON object; `kind` is its Python type."""
    value = document.get(name, default)
    if value is default or (isinstance(value, kind) and (kind is bool or not isinstance(value, bool))):
        return value
    words = {dict: "an object", list: "a list", str: "a text", int: "a whole number", bool: "true or false"}
    raise wrong(f"{where}`{name}`", shown(value), words[kind])


def tensor_in(item, position, rest):
    """One entry of `inputs`; what it has in binary is taken from `rest`."""
    if not isinstance(item, dict):
        raise wrong(f"inputs[{position}]", shown(item), "an object with name, shape, datatype and data")
    name = field(item, "name", str, f"inputs[{position}]: ")
    if name is None:
        raise Refusal(400, f"inputs[{position}]: `name` is missing")
    where = f"input `{name[:80]}`"
    datatype = field(item, "datatype", str, f"{where}: ")
    if datatype not in DATATYPES:
        raise wrong(f"{where}: `datatype`", shown(datatype), f"one of {', '.join(DATATYPES)}")
    shape = shape_in(item, where)
    parameters = field(item, "parameters", dict, f"{where}: ", {})
    size = field(parameters, "binary_data_size", int, f"{where}: ")
    if any(key.startswith("shared_memory") for key in parameters):
        raise Refusal(400, f"{where}: shared memory is not supported, send the data itself")
    if (size is None) == ("data" not in item):
        raise Refusal(400, f"{where}: needs either `data` or the parameter `binary_data_size`")
    if size is None:
        flat = checked(flattened(item["data"], shape, where), datatype, where)
    else:
        flat = unpacked(rest.take(size, where), math.prod(shape), datatype, where)
    return Tensor(name, datatype, shape, flat)


def shape_in(item, where):
    shape = field(item, "shape", list, f"{where}: ")
    if shape is None:
        raise Refusal(400, f"{where}: `shape` is missing")
    if len(shape) > 32 or any(type(size) is not int or size < 0 for size in shape):
        raise wrong(f"{where}: `shape`", json.dumps(shape)[:80], "at most 32 whole numbers, none below 0")
    if 0 in shape[1:]:
        raise wrong(f"{where}: `shape`", json.dumps(shape)[:80], "no 0 behind the first dimension")
    return shape


def flattened(data, shape, where):
    """`data` may be flat, row by row, or nested as `shape` says."""
    if not isinstance(data, list):
        raise wrong(f"{where}: `data`", shown(data), "a list")
    count = math.prod(shape)
    if not any(isinstance(each, list) for each in data):
        if len(data) != count:
            raise wrong(f"{where}: `data`", f"{len(data)} elements", f"{count}, as shape {json.dumps(shape)} says")
        return data
    if shape[:1] != [len(data)]:
        raise wrong(f"{where}: `data`", f"{len(data)} rows", f"shape {json.dumps(shape)}")
    for depth, size in enumerate(shape[1:], 1):
        if set(map(type, data)) != {list} or set(map(len, data)) != {size}:
            odd = next(each for each in data if not isinstance(each, list) or len(each) != size)
            raise wrong(f"{where}: `data`", f"{shown(odd)} in dimension {depth}", f"lists of {size} there")
        data = list(itertools.chain.from_iterable(data))
    return data


def checked(flat, datatype, where):
    """The elements of a JSON tensor, each of them what its datatype says."""
    if datatype == "BYTES":
        kinds = {str}
    elif datatype == "BOOL":
        kinds = {bool}
    else:
        kinds = {int, float} if is_float(datatype) else {int}
    if not set(map(type, flat)) <= kinds:
        at = next(i for i, each in enumerate(flat) if type(each) not in kinds)
        expected = "a text" if datatype == "BYTES" else EXPECTED[datatype[0]]
        raise wrong(f"{where}: element {at}", shown(flat[at]), f"{expected} for {datatype}")
    if datatype == "BYTES":
        return texts(flat, where)
    _, least, most = DATATYPES[datatype]
    if flat and (min(flat) < least or max(flat) > most):
        at = next(i for i, each in enumerate(flat) if not least <= each <= most)
        raise wrong(f"{where}: element {at}", shown(flat[at]) if math.isfinite(flat[at]) else "a number without end",
                    f"{least} to {most} for {datatype}")
    return list(map(float, flat)) if is_float(datatype) else flat


def texts(flat, where):
    try:
        "".join(flat).encode()
    except UnicodeEncodeError:
        raise Refusal(400, f"{where}: a text has half a character (a lone surrogate)") from None
    return flat


def unpacked(raw, count, datatype, where):
    """The elements of a binary tensor. Texts are UTF-8; other bytes come as `os.fsdecode` would give them."""
    letter = DATATYPES[datatype][0]
    if letter is not None:
        size = count * struct.calcsize("<" + letter)
        if len(raw) != size:
            raise wrong(f"{where}: binary data", f"{len(raw)} bytes", f"{size} for {count} elements of {datatype}")
        return list(struct.unpack(f"<{count}{letter}", raw))
    flat, at = [], 0
    while at < len(raw):
        length = int.from_bytes(raw[at:at + 4], "little")
        at += 4 + length
        if at > len(raw):
            raise wrong(f"{where}: binary data", f"an end within element {len(flat)}", "4 bytes of length, then as many bytes")
        flat.append(raw[at - length:at].decode("utf-8", "surrogateescape"))
    if len(flat) != count:
        raise wrong(f"{where}: binary data", f"{len(flat)} elements", f"{count} for its shape")
    return flat


def packed(tensor):
    letter = DATATYPES[tensor.datatype][0]
    if letter is not None:
        return struct.pack(f"<{len(tensor.flat)}{letter}", *tensor.flat)
    parts = [each.encode("utf-8", "surrogateescape") for each in tensor.flat]
    return b"".join(len(part).to_bytes(4, "little") + part for part in parts)


def nested(flat, shape):
    for size in reversed(shape[1:]):
        flat = [flat[at:at + size] for at in range(0, len(flat), size)]
    return flat


# --------------------------------------------------------------------------------------------------------- requests

# `inputs`: {name: nested values}; `rows`: their first dimension, None where they differ; `fits`: what two calls must have
# in common to be answered by one predict; `wanted`: [(output, binary)], None for all
Call = collections.namedtuple("Call", "id inputs rows fits wanted binary")


class Rest:
    """What stands behind the JSON part of a body."""

    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, size, where):
        if size < 0 or self.at + size > len(self.raw):
            raise wrong(f"{where}: binary data", f"{len(self.raw) - self.at} bytes behind the JSON part", f"{size}")
        self.at += size
        return self.raw[self.at - size:self.at]


def read_call(body, header_length, model):
    head, rest = body, Rest(b"")
    if header_length is not None:
        if not header_length.isdigit() or len(header_length) > 18 or int(header_length) > len(body):
            raise wrong("Inference-Header-Content-Length", header_length[:40], f"a number up to the body's {len(body)}")
        head, rest = body[:int(header_length)], Rest(body[int(header_length):])
    document = read_json(head)
    if not isinstance(document, dict):
        raise wrong("body", shown(document), "an object with `inputs`, `dataframe_records` or `dataframe_split`")
    parameters = field(document, "parameters", dict, "", {})
    name = field(document, "id", str, "")
    binary = field(parameters, "binary_data_output", bool, "parameters: ", False)
    wanted = read_wanted(document, binary)
    if "dataframe_records" in document or "dataframe_split" in document:
        columns = columns_of(document)
        model.check_columns(columns)
        rows = len(next(iter(columns.values())))
        return Call(name, columns, rows, ("columns", *sorted(columns)), wanted, binary)
    tensors = read_tensors(document, rest)
    model.check_tensors(tensors)
    firsts = {tensor.shape[0] if tensor.shape else None for tensor in tensors}
    fits = tuple(sorted((tensor.name, tensor.datatype, tuple(tensor.shape[1:])) for tensor in tensors))
    inputs = {tensor.name: nested(tensor.flat, tensor.shape) for tensor in tensors}
    return Call(name, inputs, firsts.pop() if len(firsts) == 1 else None, fits, wanted, binary)


LONG_NUMBER = re.compile(rb"[0-9]{310}")


def read_json(raw):
    def whole(text):
        if len(text) > 310:
            raise Refusal(400, f"not a number that any datatype holds: {text[:20]}... ({len(text)} digits)")
        return int(text)

    def constant(text):
        raise Refusal(400, f"{text} is not JSON; a tensor in binary can hold it")

    try:
        hooks = {"parse_int": whole} if LONG_NUMBER.search(raw) else {}
        return json.loads(raw.decode("utf-8"), parse_constant=constant, **hooks)
    except UnicodeDecodeError as error:
        raise Refusal(400, f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise Refusal(400, f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise Refusal(400, "nested too deep") from None


def read_tensors(document, rest):
    items = field(document, "inputs", list, "")
    if not items:
        keys = ", ".join(sorted(document))[:80] or "nothing"
        raise wrong("body", keys, "`inputs` with at least one tensor, `dataframe_records` or `dataframe_split`")
    tensors = [tensor_in(item, position, rest) for position, item in enumerate(items)]
    names = collections.Counter(tensor.name for tensor in tensors)
    twice = next((name for name, count in names.items() if count > 1), None)
    if twice is not None:
        raise Refusal(400, f"input `{twice[:80]}` is there twice")
    if rest.at != len(rest.raw):
        raise Refusal(400, f"{len(rest.raw) - rest.at} bytes of binary data belong to no input")
    return tensors


def read_wanted(document, binary):
    items = field(document, "outputs", list, "")
    if not items:
        return None
    wanted = []
    for position, item in enumerate(items):
        where = f"outputs[{position}]: "
        if not isinstance(item, dict) or not isinstance(item.get("name"), str):
            raise wrong(f"outputs[{position}]", shown(item), "an object with `name`")
        parameters = field(item, "parameters", dict, where, {})
        if "classification" in parameters or "shared_memory_region" in parameters:
            raise Refusal(400, f"{where}classification and shared memory are not supported")
        wanted.append((item["name"], field(parameters, "binary_data", bool, where, binary)))
    return wanted


def columns_of(document):
    """Rows of a table, in one of the two forms that pandas writes, as {column: values}."""
    if "dataframe_records" in document:
        return columns_of_records(field(document, "dataframe_records", list, ""))
    split = field(document, "dataframe_split", dict, "")
    names, rows = field(split, "columns", list, "dataframe_split: "), field(split, "data", list, "dataframe_split: ")
    if not names or not rows:
        raise Refusal(400, "dataframe_split needs `columns` and `data`, neither empty")
    if len(set(map(str, names))) != len(names) or any(not isinstance(name, str) for name in names):
        raise wrong("dataframe_split: `columns`", json.dumps(names)[:80], "texts, each once")
    for at, row in enumerate(rows):
        if not isinstance(row, list) or len(row) != len(names):
            raise wrong(f"dataframe_split: row {at}", shown(row), f"a list of {len(names)}, one for each column")
    return dict(zip(names, map(list, zip(*rows))))


def columns_of_records(records):
    if not records or not isinstance(records[0], dict) or not records[0]:
        raise Refusal(400, "dataframe_records needs at least one record, an object with a value for each column")
    names = records[0].keys()
    for at, record in enumerate(records):
        if not isinstance(record, dict) or record.keys() != names:
            found = ", ".join(sorted(record))[:80] if isinstance(record, dict) else shown(record)
            raise wrong(f"dataframe_records: record {at}", found or "nothing", f"the columns of the first: {', '.join(names)[:200]}")
    return {name: [record[name] for record in records] for name in names}


# ----------------------------------------------------------------------------------------------------- the user's model

class Model:
    """What SERVE.PY says, and what is known about the model that it loads."""

    def __init__(self, script, path):
        self.path = path
        self.name = os.environ.get("MAINLINE_MODEL") or "model"
        self.version = os.environ.get("MAINLINE_VERSION") or "unknown"
        self.digest = os.environ.get("MAINLINE_DIGEST") or None
        self.content = None
        self.value = None
        self.module = import_script(script)
        self.inputs = declared(self.module, "INPUTS")
        self.outputs = declared(self.module, "OUTPUTS")
        self.buckets = getattr(self.module, "BUCKETS", {})

    def load(self):
        self.value = self.module.load(self.path)

    def metadata(self):
        known = {"digest": self.digest, "content": self.content}
        return {
            "name": self.name,
            "versions": [self.version],
            "platform": "python",
            "inputs": self.inputs,
            "outputs": self.outputs,
            "parameters": {key: value for key, value in known.items() if value is not None},
        }

    def check_tensors(self, tensors):
        if not self.inputs:
            return
        given = {tensor.name: tensor for tensor in tensors}
        self.check_names(given)
        for each in self.inputs:
            tensor = given[each["name"]]
            where = f"input `{tensor.name}`"
            if tensor.datatype != each["datatype"]:
                raise wrong(f"{where}: `datatype`", tensor.datatype, each["datatype"])
            sizes = each["shape"]
            if len(sizes) != len(tensor.shape) or any(s not in (-1, t) for s, t in zip(sizes, tensor.shape)):
                raise wrong(f"{where}: `shape`", json.dumps(tensor.shape), f"{json.dumps(sizes)} (-1: any)")

    def check_columns(self, columns):
        if not self.inputs:
            return
        self.check_names(columns)
        for each in self.inputs:
            values = [value for value in columns[each["name"]] if value is not None]
            checked(values, each["datatype"], f"column `{each['name']}`")

    def check_names(self, given):
        names = [each["name"] for each in self.inputs]
        if set(given) != set(names):
            raise wrong("inputs", ", ".join(sorted(given))[:200], ", ".join(names))

    def predict(self, inputs):
        """Failures of the user's code come as they are."""
        returned = self.module.predict(self.value, inputs)
        if hasattr(returned, "columns") and hasattr(returned, "to_dict"):
            returned = {str(name): returned[name] for name in returned.columns}
        if not isinstance(returned, dict):
            name = self.outputs[0]["name"] if len(self.outputs) == 1 else "predict"
            returned = {name: returned}
        kinds = {each["name"]: each["datatype"] for each in self.outputs}
        return [tensor_out(str(name), values, kinds.get(name)) for name, values in returned.items()]


def import_script(script):
    if not os.path.isfile(script):
        raise Mistake(f"there is no file {script}; it has to define load(path) and predict(model, inputs)")
    sys.path.insert(0, os.path.dirname(os.path.abspath(script)))
    spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(script))[0], script)
    if spec is None:
        raise Mistake(f"{script} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    for name in ("load", "predict"):
        function = getattr(module, name, None)
        if not callable(function) or inspect.iscoroutinefunction(function):
            raise Mistake(f"{script} has no function `{name}` (a plain one: `def {name}({'path' if name == 'load' else 'model, inputs'})`)")
    return module


def declared(module, name):
    tensors = getattr(module, name, None)
    if tensors is None:
        return []
    for each in tensors:
        shape = each.get("shape") if isinstance(each, dict) else None
        if not isinstance(shape, list) or not isinstance(each.get("name"), str) or each.get("datatype") not in DATATYPES:
            raise Mistake(f"{name}: found {each!r}, expected {{\"name\": …, \"datatype\": one of {', '.join(DATATYPES)}, \"shape\": [-1, …]}}")
    return list(tensors)


def tensor_out(name, values, datatype):
    """What predict returned, as a tensor; a TypeError says what it was."""
    kind = str(getattr(values, "dtype", "")).rpartition(".")[2]
    shape, flat = measured(values, name)
    if datatype is None:
        datatype = {"bool": "BOOL", "float16": "FP16", "float32": "FP32", "float64": "FP64"}.get(kind)
        datatype = datatype or (kind.upper() if kind.upper() in DATATYPES else None)
    kinds = set(map(type, flat))
    if datatype is None:
        datatype = guessed(kinds, flat, name)
    if is_float(datatype) and kinds <= {bool, int, float, type(None)}:
        flat = [math.nan if each is None else float(each) for each in flat] if kinds != {float} else flat
    elif datatype == "BYTES" and kinds <= {str, bytes}:
        flat = [each.decode("utf-8", "surrogateescape") if isinstance(each, bytes) else each for each in flat]
    elif datatype == "BOOL" and kinds <= {bool}:
        pass
    elif is_float(datatype) or datatype in ("BYTES", "BOOL") or not kinds <= {bool, int}:
        raise TypeError(f"output `{name}` is {datatype}, and predict returned {words_of(kinds)}")
    else:
        _, least, most = DATATYPES[datatype]
        if flat and not least <= min(flat) <= max(flat) <= most:
            raise TypeError(f"output `{name}` has a number that {datatype} does not hold")
        flat = list(map(int, flat))
    return Tensor(name, datatype, shape, flat)


def measured(values, name):
    """Shape and elements of nested sequences."""
    level = plain(values)
    if not isinstance(level, list):
        level = [level]
    shape = [len(level)]
    while True:
        level = [plain(each) for each in level] if any(map(is_odd, level)) else level
        if not any(isinstance(each, list) for each in level):
            return shape, level
        sizes = {len(each) if isinstance(each, list) else -1 for each in level}
        if len(sizes) != 1:
            raise TypeError(f"output `{name}` is ragged: predict returned rows of different lengths")
        shape.append(sizes.pop())
        level = list(itertools.chain.from_iterable(level))


def is_odd(value):
    """A list of another kind, or a number of somebody else's."""
    return isinstance(value, tuple) or hasattr(value, "tolist")


def plain(value):
    if hasattr(value, "tolist"):
        value = value.tolist()
    return list(value) if isinstance(value, tuple) else value


def guessed(kinds, flat, name):
    if kinds <= {str, bytes} and kinds:
        return "BYTES"
    if kinds == {bool}:
        return "BOOL"
    if kinds <= {bool, int} and kinds:
        return "INT64" if max(flat) <= DATATYPES["INT64"][2] else "UINT64"
    if kinds <= {bool, int, float, type(None)}:
        return "FP64"
    raise TypeError(f"output `{name}` cannot be a tensor: predict returned {words_of(kinds)}")


def words_of(kinds):
    return " and ".join(sorted(kind.__name__ for kind in kinds)) or "nothing"


def content_digest(path):
    """The model's content as DVC names it: what dvc.lock says can be compared with what is served."""
    if not os.path.isdir(path):
        return f"md5:{md5_of(path)}"
    files = [os.path.join(folder, name) for folder, _, names in os.walk(path, followlinks=True) for name in names]
    listing = [{"md5": md5_of(each), "relpath": os.path.relpath(each, path).replace(os.sep, "/")} for each in files]
    listing.sort(key=lambda entry: entry["relpath"])
    return f"md5:{hashlib.md5(json.dumps(listing, sort_keys=True).encode(), usedforsecurity=False).hexdigest()}.dir"


def md5_of(path):
    digest = hashlib.md5(usedforsecurity=False)
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


# ---------------------------------------------------------------------------------------------------------- metrics

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
VALUES = (-1e3, -100.0, -10.0, -1.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 2.0, 5.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6)
MOST_LABELS = 50
LONGEST_LABEL = 64
MOST_OBSERVED = 1000


class Metrics:
    """Counts, in the text format of Prometheus. Every label has few values, whatever clients send."""

    def __init__(self, model):
        self.lock = threading.Lock()
        self.model = model
        self.requests = collections.Counter()
        self.errors = collections.Counter()
        self.labels = collections.Counter()
        self.odd = collections.Counter()
        self.in_flight = 0
        self.latency = {}
        self.predict = Histogram(SECONDS)
        self.batch = Histogram((1, 2, 4, 8, 16, 32, 64, 128))
        self.values = {}

    def answered(self, endpoint, code, seconds):
        with self.lock:
            self.requests[endpoint, str(code)] += 1
            if code >= 400:
                self.errors[endpoint, "client" if code < 500 else "server"] += 1
            self.latency.setdefault(endpoint, Histogram(SECONDS)).observe(seconds)

    def predicted(self, calls, seconds, tensors):
        with self.lock:
            self.predict.observe(seconds)
            self.batch.observe(calls)
            for tensor in tensors:
                self.distribution(tensor)

    def distribution(self, tensor):
        """Numbers as a histogram; whole numbers, truth values and texts, which may be classes, as labels too."""
        step = max(1, math.ceil(len(tensor.flat) / MOST_OBSERVED))
        for value in tensor.flat[::step]:
            if not isinstance(value, float):
                self.label(tensor.name, value)
            if isinstance(value, (str, bool)):
                continue
            if not math.isfinite(value):
                self.odd[(tensor.name,)] += 1
                continue
            if tensor.name not in self.values:
                self.values[tensor.name] = Histogram(sorted(self.model.buckets.get(tensor.name, VALUES)))
            self.values[tensor.name].observe(value)

    def label(self, output, value):
        text = json.dumps(value) if isinstance(value, bool) else str(value)
        key = (output, text)
        if key not in self.labels and (len(text) > LONGEST_LABEL or len(self.labels) >= MOST_LABELS):
            key = (output, "other")
        self.labels[key] += 1

    def text(self):
        with self.lock:
            model = self.model
            info = {(model.name, model.version, model.digest or "", model.content or ""): 1}
            return "".join([
                family("mainline_model_info", "gauge", "What is served.", ("model", "version", "digest", "content"), info),
                family("mainline_requests_total", "counter", "Requests answered.", ("endpoint", "code"), self.requests),
                family("mainline_errors_total", "counter", "Requests answered with 4xx (client) or 5xx (server).", ("endpoint", "fault"), self.errors),
                family("mainline_requests_in_flight", "gauge", "Requests read and not yet answered.", (), {(): self.in_flight}),
                histograms("mainline_request_duration_seconds", "From a request's first byte to its answer.", "endpoint", self.latency),
                histograms("mainline_predict_duration_seconds", "Time in predict.", None, {None: self.predict}),
                histograms("mainline_batch_requests", "Requests that one predict answered.", None, {None: self.batch}),
                histograms("mainline_prediction", "Numbers that were predicted.", "output", self.values),
                family("mainline_prediction_labels_total", "counter", "Classes that were predicted.", ("output", "label"), self.labels),
                family("mainline_prediction_nonfinite_total", "counter", "Predictions that are NaN or infinite.", ("output",), self.odd),
            ])


class Histogram:
    def __init__(self, limits):
        self.limits, self.counts, self.sum = tuple(limits), [0] * (len(limits) + 1), 0.0

    def observe(self, value):
        self.counts[bisect.bisect_left(self.limits, value)] += 1
        self.sum += value


def family(name, kind, says, labels, samples):
    head = f"# HELP {name} {says}\n# TYPE {name} {kind}\n"
    return head + "".join(f"{name}{marks(labels, key)} {value}\n" for key, value in sorted(samples.items()))


def histograms(name, says, label, samples):
    lines = [f"# HELP {name} {says}\n# TYPE {name} histogram\n"]
    for key, histogram in sorted(samples.items()):
        labels, own = (("le",), ()) if label is None else ((label, "le"), (key,))
        for limit, count in zip((*map(repr, map(float, histogram.limits)), "+Inf"), itertools.accumulate(histogram.counts)):
            lines.append(f"{name}_bucket{marks(labels, (*own, limit))} {count}\n")
        lines.append(f"{name}_sum{marks(labels[:-1], own)} {histogram.sum!r}\n")
        lines.append(f"{name}_count{marks(labels[:-1], own)} {sum(histogram.counts)}\n")
    return "".join(lines)


def marks(labels, values):
    def escaped(value):
        return str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

    pairs = ",".join(f'{label}="{escaped(value)}"' for label, value in zip(labels, values))
    return f"{{{pairs}}}" if pairs else ""


# ---------------------------------------------------------------------------------------------------------- workers

# an inference that waits for a worker: its body, the header that splits it, who waits, and the request's name in the log
Job = collections.namedtuple("Job", "body header_length future request_id")


class Workers:
    """The threads that load the model and call it. The first request of a batch waits a moment for more."""

    def __init__(self, model, metrics, limits):
        self.model, self.metrics, self.limits = model, metrics, limits
        self.jobs = queue.SimpleQueue()
        self.waiting = 0
        self.loop = asyncio.get_running_loop()

    def start(self):
        """A future of the model being loaded. It is loaded by the thread that will call it."""
        loaded = self.loop.create_future()
        threading.Thread(target=self.first, args=(loaded,), daemon=True).start()
        return loaded

    def first(self, loaded):
        try:
            self.model.load()
        except BaseException:
            traceback.print_exc()
            self.deliver([(loaded, False)])
            return
        self.deliver([(loaded, True)])
        for _ in range(self.limits["SERVE_WORKERS"] - 1):
            threading.Thread(target=self.work, daemon=True).start()
        self.work()

    async def answer(self, body, header_length, request_id):
        if self.waiting >= self.limits["SERVE_QUEUE"] + self.limits["SERVE_WORKERS"]:
            raise Refusal(429, f"{self.waiting} requests wait already; try again", (("Retry-After", "1"),))
        future = self.loop.create_future()
        seconds = self.limits["SERVE_PREDICT_SECONDS"]
        late = Answer.refusing(Refusal(504, f"no answer within {seconds:g} s"))
        timer = self.loop.call_later(seconds, settle, [(future, late)])
        self.waiting += 1
        try:
            self.jobs.put(Job(body, header_length, future, request_id))
            return await future
        finally:
            self.waiting -= 1
            timer.cancel()

    def work(self):
        while True:
            jobs = [job for job in self.next_jobs() if not job.future.done()]
            try:
                answers = self.answers(jobs)
            except BaseException:
                traceback.print_exc()
                answers = [Answer.of({"error": "the server failed; its log says why"}, 500)] * len(jobs)
            self.deliver([(job.future, answer) for job, answer in zip(jobs, answers)])

    def next_jobs(self):
        jobs = [self.jobs.get()]
        end = time.monotonic() + self.limits["SERVE_BATCH_SECONDS"]
        while len(jobs) < self.limits["SERVE_BATCH"]:
            try:
                jobs.append(self.jobs.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                break
        return jobs

    def deliver(self, results):
        try:
            self.loop.call_soon_threadsafe(settle, results)
        except RuntimeError:
            pass  # the loop is closed: nobody waits any more

    def answers(self, jobs):
        """One answer for each job, in order. What fits together goes to predict as one."""
        answers = [None] * len(jobs)
        groups = collections.defaultdict(list)
        for at, job in enumerate(jobs):
            try:
                call = read_call(job.body, job.header_length, self.model)
                groups[at if call.rows in (None, 0) else call.fits].append((at, call, job.request_id))
            except Refusal as refusal:
                answers[at] = Answer.refusing(refusal)
        for group in groups.values():
            for (at, _, _), answer in zip(group, self.answers_of(group)):
                answers[at] = answer
        return answers

    def answers_of(self, group):
        try:
            return self.predicted([call for _, call, _ in group])
        except BaseException as error:
            if len(group) > 1:  # the others are not to suffer for one
                return [self.answers_of([each])[0] for each in group]
            return [self.failed(error, group[0][2])]

    def predicted(self, calls):
        inputs = calls[0].inputs
        if len(calls) > 1:
            inputs = {name: [row for call in calls for row in call.inputs[name]] for name in inputs}
        started = time.monotonic()
        tensors = self.model.predict(inputs)
        answers = [written(call, self.model, each) for call, each in zip(calls, split(tensors, calls))]
        self.metrics.predicted(len(calls), time.monotonic() - started, tensors)
        return answers

    def failed(self, error, request_id):
        if isinstance(error, Refusal):
            return Answer.refusing(error)
        if isinstance(error, ValueError):
            return Answer.of({"error": str(error)[:500] or "predict refuses these inputs"}, 400)
        print(f"request {request_id}: predict failed", file=sys.stderr)
        traceback.print_exception(type(error), error, error.__traceback__)
        return Answer.of({"error": f"predict failed ({type(error).__name__}); the server's log has more under {request_id}"}, 500)


def settle(results):
    for future, result in results:
        if not future.done():
            future.set_result(result)


def split(tensors, calls):
    """Each call's rows of the outputs."""
    if len(calls) == 1:
        return [tensors]
    total = sum(call.rows for call in calls)
    for tensor in tensors:
        if tensor.shape[0] != total:
            raise TypeError(f"output `{tensor.name}` has {tensor.shape[0]} rows for {total}: predict cannot be batched")
    parts, start = [], 0
    for call in calls:
        parts.append([rows_of(tensor, start, call.rows) for tensor in tensors])
        start += call.rows
    return parts


def rows_of(tensor, start, count):
    size = math.prod(tensor.shape[1:])
    return tensor._replace(shape=[count, *tensor.shape[1:]], flat=tensor.flat[start * size:(start + count) * size])


def written(call, model, tensors):
    """An answer of the protocol; tensors that were asked for in binary stand behind the JSON part."""
    known = {tensor.name: tensor for tensor in tensors}
    wanted = [(name, call.binary) for name in known] if call.wanted is None else call.wanted
    outputs, parts = [], []
    for name, binary in wanted:
        if name not in known:
            raise wrong("outputs", f"`{name[:80]}`", f"one of {', '.join(known)}")
        tensor = known[name]
        output = {"name": name, "shape": tensor.shape, "datatype": tensor.datatype}
        if binary:
            parts.append(packed(tensor))
            output["parameters"] = {"binary_data_size": len(parts[-1])}
        else:
            output["data"] = readable(tensor)
        outputs.append(output)
    document = {"model_name": model.name, "model_version": model.version, "outputs": outputs}
    if call.id is not None:
        document["id"] = call.id
    answer = Answer.of(document)
    if not parts:
        return answer
    headers = (("Inference-Header-Content-Length", str(len(answer.body))),)
    return Answer(200, b"".join([answer.body, *parts]), "application/octet-stream", headers)


def readable(tensor):
    """Elements as JSON has them: NaN and the infinite are null."""
    if is_float(tensor.datatype) and not all(map(math.isfinite, tensor.flat)):
        return [each if math.isfinite(each) else None for each in tensor.flat]
    if tensor.datatype == "BYTES":
        try:
            "".join(tensor.flat).encode()
        except UnicodeEncodeError:
            raise Refusal(400, f"output `{tensor.name}` is no text: ask for it with the parameter `binary_data`") from None
    return tensor.flat


# ------------------------------------------------------------------------------------------------------------- HTTP

LONGEST_HEAD = 32 << 10
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
REQUEST_ID = re.compile(r"[0-9A-Za-z._:/+=@-]{1,128}\Z")

Request = collections.namedtuple("Request", "method path headers keeps body id")


async def read_request(first, reader, writer, budget):
    """The next request of a connection, its first byte being read. A Refusal ends the connection."""
    try:
        head = first + await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError:
        raise Refusal(431, f"the request's head is longer than {LONGEST_HEAD} bytes") from None
    except asyncio.IncompleteReadError:
        raise Refusal(400, "the request ended within its head") from None
    line, *lines = head[:-4].decode("latin-1").split("\r\n")
    method, target, version = (line.split(" ") + ["", ""])[:3]
    if line.count(" ") != 2 or not TOKEN.match(method) or not re.match(r"HTTP/\d\.\d\Z", version):
        raise Refusal(400, "not a request line of HTTP")
    if version not in ("HTTP/1.0", "HTTP/1.1"):
        raise Refusal(505, f"{version} is not spoken here, HTTP/1.1 is")
    headers = read_headers(lines)
    if version == "HTTP/1.1" and "host" not in headers:
        raise Refusal(400, "the header Host is missing")
    connection = headers.get("connection", "").lower()
    keeps = "close" not in connection if version == "HTTP/1.1" else "keep-alive" in connection
    given = headers.get("x-request-id", "")
    name = given if REQUEST_ID.match(given) else uuid.uuid4().hex
    request = Request(method, path_of(target), headers, keeps, b"", name)
    try:
        return request._replace(body=await read_body(reader, writer, headers, budget))
    except Refusal as refusal:
        refusal.request = request
        raise


def read_headers(lines):
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not TOKEN.match(name):
            raise Refusal(400, "not a header of HTTP")
        name, value = name.lower(), value.strip(" \t")
        if name in headers and name in ("host", "content-length", "content-type", "transfer-encoding"):
            raise Refusal(400, f"the header {name} is there twice")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def path_of(target):
    if "://" in target and not target.startswith("/"):
        target = "/" + target.split("://", 1)[1].partition("/")[2]
    try:
        path = urllib.parse.unquote(target.partition("?")[0], errors="strict")
    except UnicodeDecodeError:
        raise Refusal(400, "the path is not UTF-8") from None
    return path.rstrip("/") or "/"


async def read_body(reader, writer, headers, budget):
    coding, length = headers.get("transfer-encoding"), headers.get("content-length")
    if coding is not None and length is not None:
        raise Refusal(400, "found Transfer-Encoding and Content-Length, expected one of them")
    if coding is None and length is None:
        return b""
    if coding is not None and coding.lower() != "chunked":
        raise Refusal(501, f"Transfer-Encoding: found {coding[:40]}, expected chunked")
    if length is not None and not re.match(r"[0-9]{1,18}\Z", length):
        raise wrong("Content-Length", length[:40], "a number of bytes")
    if length is not None:
        budget.grow(int(length))
    if headers.get("expect", "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    try:
        return await reader.readexactly(int(length)) if length is not None else await read_chunks(reader, budget)
    except asyncio.IncompleteReadError as error:
        raise Refusal(400, f"the body ended too early, after {len(error.partial)} bytes") from None
    except asyncio.LimitOverrunError:
        raise Refusal(400, "not a body in chunks") from None


async def read_chunks(reader, budget):
    chunks = []
    while True:
        size = (await reader.readuntil(b"\r\n"))[:-2].partition(b";")[0].strip()
        if not re.match(rb"[0-9A-Fa-f]{1,16}\Z", size):
            raise Refusal(400, "not a body in chunks: a chunk begins without its size")
        if int(size, 16) == 0:
            break
        budget.grow(int(size, 16))
        chunks.append(await reader.readexactly(int(size, 16)))
        if await reader.readexactly(2) != b"\r\n":
            raise Refusal(400, "not a body in chunks: a chunk is longer than its size")
    trailers = 0
    while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
        trailers += len(line)
        if trailers > LONGEST_HEAD:
            raise Refusal(431, "the trailers are too long")
    return b"".join(chunks)


class Budget:
    """Bytes of one request's body, within the limit of one and of all together."""

    def __init__(self, server):
        self.server, self.size = server, 0

    def grow(self, size):
        most = self.server.limits["SERVE_MAX_BODY"]
        if self.size + size > most:
            raise Refusal(413, f"found a body of {'' if self.size == 0 else 'at least '}{self.size + size} bytes, expected at most {most}")
        if self.server.held + size > 16 * most:
            raise Refusal(429, "other requests fill the memory; try again", (("Retry-After", "1"),))
        self.size += size
        self.server.held += size

    def release(self):
        self.server.held -= self.size
        self.size = 0


def inflated(body, coding, most):
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "deflate"):
        raise Refusal(415, f"Content-Encoding: found {coding[:40]}, expected gzip, deflate or identity")
    inflater = zlib.decompressobj(wbits=47)
    try:
        whole = inflater.decompress(body, most + 1)
    except zlib.error:
        raise Refusal(400, f"the body is not {coding}") from None
    if len(whole) > most:
        raise Refusal(413, f"found a body of more than {most} bytes when it is unpacked, expected at most {most}")
    if not inflater.eof:
        raise Refusal(400, f"the body ends within its {coding}")
    return whole


class Server:
    def __init__(self, model, limits, log):
        self.model, self.limits, self.log = model, limits, log
        self.metrics = Metrics(model)
        self.workers = Workers(model, self.metrics, limits)
        self.loaded = self.stopping = False
        self.held = self.open = self.busy = 0
        self.idle = set()
        self.healths = {}  # the last answer of each health path that the log has
        self.quiet = asyncio.Event()

    @property
    def ready(self):
        return self.loaded and not self.stopping

    async def connected(self, reader, writer):
        """One connection: requests one after the other, until either side has enough."""
        self.open += 1
        try:
            if self.open > self.limits["SERVE_CONNECTIONS"]:
                refusal = Refusal(503, "too many connections; try again", (("Retry-After", "1"),))
                return await self.write(writer, Answer.refusing(refusal), None, False)
            while await self.exchange(reader, writer):
                pass
        except (ConnectionError, TimeoutError, asyncio.TimeoutError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            self.idle.discard(writer)
            writer.close()

    async def exchange(self, reader, writer):
        """One request and its answer; whether the connection goes on."""
        self.idle.add(writer)
        idle = self.timer(self.limits["SERVE_IDLE_SECONDS"], reader, asyncio.TimeoutError())
        first = await reader.read(1)
        idle.cancel()
        self.idle.discard(writer)
        if first == b"":
            return False
        started, budget, request = time.monotonic(), Budget(self), None
        self.busy += 1
        self.metrics.in_flight += 1
        try:
            seconds = self.limits["SERVE_READ_SECONDS"]
            slow = self.timer(seconds, reader, Refusal(408, f"the request did not come within {seconds:g} s"))
            try:
                request = await read_request(first, reader, writer, budget)
            except Refusal as refusal:
                request = getattr(refusal, "request", None)
                endpoint, answer, keeps = "unread", Answer.refusing(refusal), False
            else:
                slow.cancel()
                endpoint, answer = await self.answer(request)
                keeps = request.keeps and not self.stopping
            finally:
                slow.cancel()
            self.account(request, endpoint, answer, time.monotonic() - started, budget.size)
            await self.write(writer, answer, request, keeps)
            if endpoint == "unread":
                await self.linger(reader, writer)
            return keeps
        finally:
            budget.release()
            self.metrics.in_flight -= 1
            self.busy -= 1
            if self.busy == 0:
                self.quiet.set()

    def timer(self, seconds, reader, error):
        return asyncio.get_running_loop().call_later(seconds, reader.set_exception, error)

    async def linger(self, reader, writer):
        """Lets a client read why its request was refused before it was read: closing at once could destroy the answer."""
        if writer.can_write_eof():
            writer.write_eof()
        end = time.monotonic() + 2
        try:
            while time.monotonic() < end and await asyncio.wait_for(reader.read(1 << 16), end - time.monotonic()):
                pass
        except (Refusal, asyncio.TimeoutError, ConnectionError):
            pass

    async def write(self, writer, answer, request, keeps):
        lines = [
            f"HTTP/1.1 {answer.code} {http.HTTPStatus(answer.code).phrase}",
            f"Date: {http_date(int(time.time()))}",
            f"Content-Type: {answer.kind}",
            f"Content-Length: {len(answer.body)}",
            f"Connection: {'keep-alive' if keeps else 'close'}",
            *(f"{name}: {value}" for name, value in answer.headers),
        ]
        if request is not None:
            lines.append(f"X-Request-Id: {request.id}")
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        writer.write(head if request is not None and request.method == "HEAD" else head + answer.body)
        slow = asyncio.get_running_loop().call_later(self.limits["SERVE_READ_SECONDS"], writer.transport.abort)
        try:
            await writer.drain()
        finally:
            slow.cancel()

    async def answer(self, request):
        """The endpoint's name for the metrics, and the answer."""
        endpoint = "other"
        try:
            endpoint, methods, act = self.route(request.path)
            if request.method not in methods:
                allowed = ", ".join(methods)
                raise Refusal(405, f"found {request.method[:20]}, expected {allowed}", (("Allow", allowed),))
            return endpoint, await act(request)
        except Refusal as refusal:
            return endpoint, Answer.refusing(refusal)
        except Exception:
            traceback.print_exc()
            return endpoint, Answer.of({"error": "the server failed; its log says why"}, 500)

    def route(self, path):
        reads = ("GET", "HEAD")
        fixed = {
            "/v2": ("server", reads, self.server_metadata),
            "/v2/health/live": ("live", reads, self.live),
            "/v2/health/ready": ("ready", reads, self.is_ready),
            "/metrics": ("metrics", reads, self.metrics_text),
        }
        if path in fixed:
            return fixed[path]
        base = f"/v2/models/{self.model.name}"
        if path != base and not path.startswith(base + "/"):
            raise Refusal(404, f"nothing at {path[:200]}; this server has the model `{self.model.name}`")
        rest = path[len(base):]
        if rest.startswith("/versions/"):
            version, slash, rest = rest[len("/versions/"):].partition("/")
            rest = slash + rest
            if bare(version) != bare(self.model.version):
                raise Refusal(404, f"no version {version[:80]} of `{self.model.name}` here; this is {self.model.version}")
        found = {
            "": ("model", reads, self.model_metadata),
            "/ready": ("ready", reads, self.is_ready),
            "/infer": ("infer", ("POST",), self.infer),
        }.get(rest)
        if found is None:
            raise Refusal(404, f"nothing at {path[:200]}; see {base}")
        return found

    async def server_metadata(self, _):
        return Answer.of({"name": SERVER, "version": SERVER_VERSION, "extensions": ["binary_tensor_data"]})

    async def live(self, _):
        return Answer.of({"live": True})

    async def is_ready(self, _):
        return Answer.of({"ready": self.ready}, 200 if self.ready else 503)

    async def model_metadata(self, _):
        return Answer.of(self.model.metadata())

    async def metrics_text(self, _):
        return Answer(200, self.metrics.text().encode("utf-8", "replace"), "text/plain; version=0.0.4; charset=utf-8", ())

    async def infer(self, request):
        if not self.ready:
            raise Refusal(503, "the server is ending" if self.stopping else "the model is still being loaded", (("Retry-After", "1"),))
        kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
        if kind not in ("application/json", "application/octet-stream"):
            raise Refusal(415, f"Content-Type: found {kind[:80]}, expected application/json")
        body = inflated(request.body, request.headers.get("content-encoding", "").lower(), self.limits["SERVE_MAX_BODY"])
        return await self.workers.answer(body, request.headers.get("inference-header-content-length"), request.id)

    def account(self, request, endpoint, answer, seconds, size):
        self.metrics.answered(endpoint, answer.code, seconds)
        known = {"id": None, "method": None, "path": None}
        if request is not None:
            known = {"id": request.id, "method": request.method[:20], "path": request.path[:200]}
        if endpoint in ("live", "ready"):
            before = self.healths.get(known["path"])
            self.healths[known["path"]] = answer.code
            if before == answer.code:
                return  # balancers ask all the time: the same answer again would drown the others
        self.log({"time": utc(time.time()), **known, "code": answer.code, "seconds": round(seconds, 6), "in": size, "out": len(answer.body)})


def bare(version):
    return version[1:] if re.match(r"v[0-9]", version) else version


@functools.lru_cache(maxsize=2)
def http_date(second):
    return email.utils.formatdate(second, usegmt=True)


def utc(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds * 1000) % 1000:03d}Z"


class Log:
    """One JSON line for each request, on stdout; never what was in it. Of health, only answers that are new."""

    def __init__(self, is_on):
        self.is_on = is_on

    def __call__(self, entry):
        if not self.is_on:
            return
        try:
            sys.stdout.write(json.dumps(entry) + "\n")
            sys.stdout.flush()
        except (OSError, ValueError):
            self.is_on = False  # nobody reads it any more


# ------------------------------------------------------------------------------------------------------------- main

async def serve(model, limits):
    """Until SIGTERM or SIGINT; the exit code."""
    loop = asyncio.get_running_loop()
    asked = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, asked.set)
    server = Server(model, limits, Log(os.environ.get("SERVE_LOG", "on") != "off"))
    host, port = os.environ.get("HOST") or "0.0.0.0", whole_number("PORT", 8080)
    try:
        listener = await asyncio.start_server(server.connected, host, port, limit=LONGEST_HEAD, backlog=1024)
    except (OSError, OverflowError) as error:
        raise Mistake(f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}") from None
    started = time.monotonic()
    stop = asyncio.ensure_future(asked.wait())
    try:
        if not await load(server, stop):
            return 1
        if not stop.done():
            where = listener.sockets[0].getsockname()
            at = f"[{where[0]}]:{where[1]}" if listener.sockets[0].family == socket.AF_INET6 else f"{where[0]}:{where[1]}"
            say(f"{model.name} {model.version} is ready on http://{at} after {time.monotonic() - started:.2f} s")
        await stop
        return await end(server, listener, loop)
    finally:
        listener.close()


async def load(server, stop):
    """False when the model could not be loaded; ends early when the server is to stop."""
    loaded = server.workers.start()
    digest = asyncio.get_running_loop().create_future()
    threading.Thread(target=name_content, args=(server, digest), daemon=True).start()
    both = asyncio.gather(loaded, digest)
    await asyncio.wait({both, stop}, return_when=asyncio.FIRST_COMPLETED)
    if not both.done():
        return True
    if not loaded.result():
        say(f"load({server.model.path!r}) failed")
        return False
    server.model.content = digest.result()
    server.loaded = True
    return True


def name_content(server, future):
    try:
        digest = content_digest(server.model.path)
    except OSError:
        digest = None  # what `load` makes of it is what counts
    server.workers.deliver([(future, digest)])


async def end(server, listener, loop):
    """No longer ready; then nothing new; then what is under way, while it may take."""
    server.stopping = True
    again = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, again.set)
    if server.limits["SERVE_STOP_DELAY"]:
        await within(again.wait(), server.limits["SERVE_STOP_DELAY"])
    listener.close()
    for writer in list(server.idle):
        writer.close()
    over = asyncio.ensure_future(again.wait())
    deadline = time.monotonic() + server.limits["SERVE_STOP_SECONDS"]
    while server.busy and not over.done() and time.monotonic() < deadline:
        server.quiet.clear()
        quiet = asyncio.ensure_future(server.quiet.wait())
        await asyncio.wait({quiet, over}, timeout=deadline - time.monotonic(), return_when=asyncio.FIRST_COMPLETED)
        quiet.cancel()
    over.cancel()
    left = server.busy
    say("ended" if left == 0 else f"ended, with {left} requests unanswered")
    return 0 if left == 0 else 1


async def within(awaitable, seconds):
    try:
        await asyncio.wait_for(awaitable, seconds)
    except asyncio.TimeoutError:
        pass


def whole_number(name, usual, least=0):
    text = os.environ.get(name) or str(usual)
    kind = type(usual)
    try:
        value = kind(text)
    except ValueError:
        value = None
    if value is None or not math.isfinite(value) or value < least:
        raise Mistake(f"{name}: found {text!r}, expected a {'whole ' if kind is int else ''}number of at least {least:g}")
    return value


def say(text):
    print(f"mainline_serve: {text}", file=sys.stderr, flush=True)


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        for name, (_, usual, says) in LIMITS.items():
            print(f"    {name:<22} {says} ({usual})", file=sys.stderr)
        return 2
    sys.modules.setdefault("mainline_serve", sys.modules[__name__])
    try:
        limits = {name: whole_number(name, usual, least) for name, (least, usual, _) in LIMITS.items()}
        model = Model(arguments[0], arguments[1])
        return asyncio.run(serve(model, limits))
    except Mistake as mistake:
        say(str(mistake))
        return 2
    except KeyboardInterrupt:
        return 130


def leave(code):
    """At once: a predict that hangs is not waited for."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass
    os._exit(code)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
