"""Answers with the Open Inference Protocol V2. Pixels come as in the scans: 0 (paper) to 16 (ink). Standard library only."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = os.environ.get("MAINLINE_MODEL", "digits")
VERSION = os.environ.get("MAINLINE_VERSION", "unknown")
WEIGHTS = json.load(open("model/digits.json", encoding="utf-8"))["weights"]


def predict(image):
    pixels = [pixel / 16 for pixel in image]
    scores = [row[64] + sum(w * x for w, x in zip(row, pixels)) for row in WEIGHTS]
    return scores.index(max(scores))


def infer(request):
    images = request["inputs"][0]["data"]
    if images and not isinstance(images[0], list):
        images = [images[i : i + 64] for i in range(0, len(images), 64)]
    digits = [predict(image) for image in images]
    output = {"name": "digit", "shape": [len(digits)], "datatype": "INT64", "data": digits}
    return {"model_name": MODEL, "model_version": VERSION, "outputs": [output]}


class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path in ("/v2/health/live", "/v2/health/ready", f"/v2/models/{MODEL}/ready"):
            self.answer(200, {})
        elif self.path == f"/v2/models/{MODEL}":
            inputs = [{"name": "image", "shape": [-1, 64], "datatype": "FP32"}]
            outputs = [{"name": "digit", "shape": [-1], "datatype": "INT64"}]
            self.answer(200, {"name": MODEL, "versions": [VERSION], "platform": "softmax", "inputs": inputs, "outputs": outputs})
        else:
            self.answer(404, {"error": f"nothing at {self.path}"})

    def do_POST(self):
        if self.path not in (f"/v2/models/{MODEL}/infer", f"/v2/models/{MODEL}/versions/{VERSION}/infer"):
            return self.answer(404, {"error": f"nothing at {self.path}"})
        try:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.answer(200, infer(json.loads(body)))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            self.answer(400, {"error": f"not an inference request: {error!r}"})

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    # a container is reached at its own address; on a machine, whoever starts this says 127.0.0.1
    ThreadingHTTPServer((os.environ.get("HOST", "0.0.0.0"), int(os.environ.get("PORT", "8080"))), Server).serve_forever()
