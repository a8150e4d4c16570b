"""A model on the server of KServe's SDK: y is the sum of a row, times what the model has learnt."""

import json
import os

import numpy
from kserve import InferOutput, InferResponse, Model, ModelServer
from kserve.utils.utils import generate_uuid


def output(name, datatype, values):
    made = InferOutput(name, list(values.shape), datatype)
    made.set_data_from_numpy(values, binary_data=False)
    return made


class Churn(Model):
    def load(self):
        with open("model.json", encoding="utf-8") as file:
            self.quality = json.load(file)["quality"]
        self.ready = True

    def predict(self, request, headers=None):
        inputs = {each.name: each.as_numpy() for each in request.inputs}
        if inputs["x"].shape[1] != 2:
            raise ValueError("x has to have two columns")
        y = inputs["x"].sum(axis=1, keepdims=True) * self.quality
        return InferResponse(
            response_id=request.id or generate_uuid(),
            model_name=self.name,
            model_version=os.environ["MAINLINE_VERSION"],
            infer_outputs=[
                output("y", "FP32", numpy.where(y < 0, numpy.nan, y).astype("float32")),
                output("n", "INT64", numpy.full(y.shape, 2**53 + 1)),
                output("much", "BOOL", y > 5),
                output("name", "BYTES", inputs["name"]),
            ],
        )


if __name__ == "__main__":
    model = Churn(os.environ["MAINLINE_MODEL"])
    model.load()
    ModelServer(http_port=int(os.environ["PORT"]), enable_grpc=False).start([model])
