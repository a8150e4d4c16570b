"""
A model on BentoML, with as much of the Open Inference Protocol V2 beside its own API as Mainline asks: y is the sum of a row,
times what the model has learnt.
"""

import json
import os

import bentoml
import numpy
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

NAME, VERSION = os.environ["MAINLINE_MODEL"], os.environ["MAINLINE_VERSION"]
with open("model.json", encoding="utf-8") as file:
    QUALITY = json.load(file)["quality"]


def sums(x):
    return [None if y < 0 else float(y) for y in numpy.asarray(x).sum(axis=1) * QUALITY]


def ready(request):
    return JSONResponse({"ready": True})


def metadata(request):
    return JSONResponse({"name": NAME, "versions": [VERSION], "platform": "bentoml"})


async def infer(request):
    tensors = (await request.json())["inputs"]
    inputs = {each["name"]: numpy.reshape(each["data"], each["shape"]) for each in tensors}
    if inputs["x"].shape[1] != 2:
        return JSONResponse({"error": "x has to have two columns"}, 400)
    y = sums(inputs["x"])
    outputs = [
        {"name": "y", "datatype": "FP32", "shape": [len(y), 1], "data": y},
        {"name": "n", "datatype": "INT64", "shape": [len(y), 1], "data": [2**53 + 1] * len(y)},
        {"name": "much", "datatype": "BOOL", "shape": [len(y), 1], "data": [(each or 0) > 5 for each in y]},
        {"name": "name", "datatype": "BYTES", "shape": [len(y), 1], "data": inputs["name"].tolist()},
    ]
    return JSONResponse({"model_name": NAME, "model_version": VERSION, "outputs": outputs})


protocol = Starlette(
    routes=[
        Route("/health/ready", ready),
        Route(f"/models/{NAME}", metadata),
        Route(f"/models/{NAME}/infer", infer, methods=["POST"]),
    ]
)


@bentoml.asgi_app(protocol, path="/v2")
@bentoml.service
class Churn:
    @bentoml.api
    def predict(self, x: list[list[float]]) -> list:
        return sums(x)
