"""Splits the images into one set to learn from and one to be judged on, with pixels scaled to 0..1."""

import csv
import os
import random

import params


def features(pixels, order):
    """64 numbers in 0..1, row by row or column by column: the server must read an image in the same order."""
    values = [int(pixel) / 16 for pixel in pixels]
    return values if order == "rows" else [values[8 * row + column] for column in range(8) for row in range(8)]


def main():
    settings = params.read("prepare")
    rows = list(csv.reader(open("data/digits.csv", encoding="utf-8")))
    random.Random(settings["seed"]).shuffle(rows)
    kept = round(len(rows) * settings["test_share"])
    os.makedirs("prepared", exist_ok=True)
    for name, part in (("test", rows[:kept]), ("train", rows[kept:])):
        with open(f"prepared/{name}.csv", "w", encoding="utf-8", newline="\n") as out:
            for *pixels, digit in part:
                numbers = [repr(value) for value in features(pixels, settings["order"])]
                out.write(",".join([*numbers, digit]) + "\n")


if __name__ == "__main__":
    main()
