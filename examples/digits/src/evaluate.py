"""Judges the model on images it has never seen."""

import json
import math
import os

DIGITS = 10


def predict(weights, pixels):
    scores = [row[64] + sum(w * x for w, x in zip(row, pixels)) for row in weights]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def main():
    weights = json.load(open("model/digits.json", encoding="utf-8"))["weights"]
    right, loss, seen = 0, 0.0, [[0] * DIGITS for _ in range(DIGITS)]
    images = [line.split(",") for line in open("prepared/test.csv", encoding="utf-8")]
    for *pixels, digit in images:
        chances = predict(weights, [float(pixel) for pixel in pixels])
        guess, actual = chances.index(max(chances)), int(digit)
        right += guess == actual
        loss -= math.log(max(chances[actual], 1e-12))
        seen[actual][guess] += 1
    recall = [seen[digit][digit] / max(1, sum(seen[digit])) for digit in range(DIGITS)]
    with open("metrics.json", "w", encoding="utf-8") as out:
        metrics = {
            "accuracy": right / len(images),
            "log_loss": loss / len(images),
            "worst_digit": {"digit": recall.index(min(recall)), "recall": min(recall)},
            "images": len(images),
        }
        json.dump(metrics, out, indent=2)
        out.write("\n")
    os.makedirs("plots", exist_ok=True)
    with open("plots/confusion.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("actual,predicted\n")
        for actual in range(DIGITS):
            for guess in range(DIGITS):
                out.write(f"{actual},{guess}\n" * seen[actual][guess])


if __name__ == "__main__":
    main()
