"""Asks a server by Triton's own client: URL MODEL VERSION. Prints what came back, as JSON."""

import json
import sys

import numpy
import tritonclient.http as triton

url, model, version = sys.argv[1:]
client = triton.InferenceServerClient(url, concurrency=2)

VALUES = {
    "BOOL": numpy.array([[True, False]]),
    **{f"UINT{8 << i}": numpy.array([[0, 2 ** (8 << i) - 1]], f"uint{8 << i}") for i in range(4)},
    **{f"INT{8 << i}": numpy.array([[-(2 ** ((8 << i) - 1)), 1]], f"int{8 << i}") for i in range(4)},
    "FP16": numpy.array([[1.5, numpy.nan]], "float16"),
    "FP32": numpy.array([[1.25, -numpy.inf]], "float32"),
    "FP64": numpy.array([[0.1, 1e300]], "float64"),
    "BYTES": numpy.array([["é".encode(), b"\xff\x00"]], object),
}


def sent(name, binary):
    values = VALUES[name]
    if not binary and name.startswith("FP"):
        values = numpy.nan_to_num(values, nan=0.5, neginf=-2)
    if not binary and name == "BYTES":
        values = numpy.array([["a", "é"]], object)
    tensor = triton.InferInput(name, list(values.shape), name)
    tensor.set_data_from_numpy(values, binary_data=binary)
    return tensor, values


def same(result, name, values):
    got = result.as_numpy(name)
    if name == "BYTES":
        plain = lambda each: each if isinstance(each, bytes) else each.encode()
        return [plain(each) for each in got.flatten()] == [plain(each) for each in values.flatten()] and got.shape == values.shape
    return bool(got.dtype == values.dtype and numpy.array_equal(got, values, equal_nan=got.dtype.kind == "f"))


def comes_back(name, binary, compression=None):
    tensor, values = sent(name, binary)
    if not binary and name == "FP16":
        return None  # the client itself has no JSON for it
    outputs = [triton.InferRequestedOutput(name, binary_data=binary)]
    result = client.infer(model, [tensor], model_version=version, outputs=outputs, request_id="r-1", request_compression_algorithm=compression)
    return same(result, name, values) and result.get_response()["id"] == "r-1"


def refusal(act):
    try:
        act()
    except triton.InferenceServerException as error:
        return [error.status(), error.message()]
    return None


def all_in_binary():
    """Without a word about outputs the client asks for all of them in binary."""
    tensors = [sent(name, True) for name in VALUES]
    result = client.infer(model, [tensor for tensor, _ in tensors])
    return all(same(result, name, values) for name, (_, values) in zip(VALUES, tensors))


print(json.dumps({
    "live": client.is_server_live(),
    "ready": client.is_server_ready(),
    "modelReady": client.is_model_ready(model, version),
    "otherReady": client.is_model_ready(model, "v9"),
    "server": client.get_server_metadata(),
    "model": client.get_model_metadata(model, version),
    "binary": {name: comes_back(name, True) for name in VALUES},
    "json": {name: comes_back(name, False) for name in VALUES},
    "compressed": [comes_back("FP32", True, each) for each in ("gzip", "deflate")],
    "allInBinary": all_in_binary(),
    "unknownModel": refusal(lambda: client.infer("nobody", [sent("FP32", True)[0]])),
    "unknownOutput": refusal(lambda: client.infer(model, [sent("FP32", True)[0]], outputs=[triton.InferRequestedOutput("y")])),
}))
