"""Reads params.yaml without a YAML package: two levels of `key: value`, which is all this pipeline uses."""

import json


def read(section):
    values, inside = {}, False
    for line in open("params.yaml", encoding="utf-8"):
        text = line.split("#")[0].rstrip()
        if not text:
            continue
        if not text.startswith(" "):
            inside = text == section + ":"
        elif inside:
            key, value = text.strip().split(":", 1)
            values[key] = scalar(value.strip())
    return values


def scalar(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
