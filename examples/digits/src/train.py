"""Trains a softmax regression by plain stochastic gradient descent. Standard library only, the same result every time."""

import json
import math
import os
import random

import params

DIGITS = 10


def read(path):
    for line in open(path, encoding="utf-8"):
        *pixels, digit = line.split(",")
        yield [float(pixel) for pixel in pixels], int(digit)


def softmax(scores):
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def learn(images, settings):
    weights = [[0.0] * 65 for _ in range(DIGITS)]
    dice = random.Random(settings["seed"])
    losses = []
    for epoch in range(settings["epochs"]):
        rate = settings["learning_rate"] / (1 + epoch / 4)
        dice.shuffle(images)
        loss = 0.0
        for pixels, digit in images:
            # most of an image is paper: only inked pixels move a weight
            inked = [(i, pixel) for i, pixel in enumerate(pixels) if pixel]
            scores = [row[64] + sum(row[i] * pixel for i, pixel in inked) for row in weights]
            chances = softmax(scores)
            loss -= math.log(max(chances[digit], 1e-12))
            for label, row in enumerate(weights):
                step = rate * (chances[label] - (label == digit))
                row[64] -= step
                for i, pixel in inked:
                    row[i] -= step * pixel
        losses.append(loss / len(images))
        print(f"epoch {epoch + 1}/{settings['epochs']} · loss {losses[-1]:.4f}", flush=True)
    return weights, losses


def main():
    settings = params.read("train")
    weights, losses = learn(list(read("prepared/train.csv")), settings)
    os.makedirs("model", exist_ok=True)
    os.makedirs("plots", exist_ok=True)
    with open("model/digits.json", "w", encoding="utf-8") as out:
        json.dump({"format": "softmax/1", "weights": weights}, out)
    with open("plots/loss.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("epoch,loss\n")
        for epoch, loss in enumerate(losses, start=1):
            out.write(f"{epoch},{loss!r}\n")


if __name__ == "__main__":
    main()
