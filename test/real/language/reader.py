"""Answers, one JSON line for one JSON line, how the dvc that is installed reads what it is given."""

import base64
import datetime
import io
import json
import os
import sys

os.environ.setdefault("DVC_NO_ANALYTICS", "1")

from dvc.dependency import ParamsDependency, RepoDependency  # noqa: E402
from dvc.dependency.db import AbstractDependency  # noqa: E402
from dvc.dependency.param import read_param_file  # noqa: E402
from dvc.fs import localfs  # noqa: E402
from dvc.ignore import DvcIgnoreFilter  # noqa: E402
from dvc.repo import Repo  # noqa: E402
from dvc.stage import PipelineStage  # noqa: E402
from dvc.utils.serialize import PARSERS, parse_yaml  # noqa: E402
from dvc.utils.serialize._yaml import _dump, parse_yaml_for_update  # noqa: E402


def typed(value):
    """A value with its Python type, in JSON."""
    if value is None:
        return ["none"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", repr(float(value))]
    if isinstance(value, str):
        return ["str", str(value)]
    if isinstance(value, (datetime.date, datetime.datetime, datetime.time)):
        return ["date"]
    if isinstance(value, dict):
        return ["map", [[typed(key), typed(item)] for key, item in value.items()]]
    if isinstance(value, (list, tuple)):
        return ["list", [typed(item) for item in value]]
    if isinstance(value, (set, frozenset)):
        return ["list", [typed(item) for item in value]]
    return ["other", type(value).__name__]


def untyped(tagged):
    kind, *rest = tagged
    if kind == "none":
        return None
    if kind == "int":
        return int(rest[0])
    if kind == "float":
        return float(rest[0])
    if kind == "map":
        return {untyped(key): untyped(value) for key, value in rest[0]}
    if kind == "list":
        return [untyped(item) for item in rest[0]]
    return rest[0]


def text_of(asked):
    return io.TextIOWrapper(io.BytesIO(base64.b64decode(asked["bytes"])), encoding="utf-8").read()


def params(asked):
    name = asked["name"]
    if asked.get("keys") is None:
        return typed(PARSERS[os.path.splitext(name)[1].lower()](text_of(asked), name))
    path = os.path.join(asked["folder"], name)
    with open(path, "wb") as file:
        file.write(base64.b64decode(asked["bytes"]))
    return typed(read_param_file(localfs, path, asked["keys"] or None, flatten=True))


def dump(asked):
    stream = io.StringIO()
    _dump(untyped(asked["value"]), stream)
    return stream.getvalue()


def update(asked):
    """The text after a value was put at a path, as dvc rewrites its lock."""
    data = parse_yaml_for_update(asked["text"], "x")
    at = data
    for key in asked["path"][:-1]:
        at = at[key]
    at[asked["path"][-1]] = untyped(asked["value"])
    stream = io.StringIO()
    _dump(data, stream)
    return stream.getvalue()


def ignored(asked):
    root = asked["root"]
    ignore = DvcIgnoreFilter(localfs, root)
    answers = []
    for path, is_dir in asked["paths"]:
        full = os.path.join(root, path)
        ask = ignore.is_ignored_dir if is_dir else ignore.is_ignored_file
        answers.append(bool(ask(full)))
    return answers


def recorded(item):
    hash_info = item.hash_info
    meta = item.meta
    found = {"oid": hash_info.value if hash_info else None}
    if hash_info:
        found["hash"] = hash_info.name
    if meta is not None and not item.files:
        found["size"] = meta.size
        found["nfiles"] = meta.nfiles
        found["isexec"] = bool(meta.isexec)
    return found


def at(item, root):
    if item.fs is None or item.protocol != "local" or isinstance(item, RepoDependency):
        return None
    return os.path.relpath(item.fs_path, root)


def parameters(dep):
    found = {"path": dep.def_path, "keys": dep.params}
    found["recorded"] = typed(dep.hash_info.value) if dep.hash_info else None
    try:
        found["values"] = typed(dep.read_params())
    except Exception as error:  # noqa: BLE001
        found["values"] = ["error", type(error).__name__]
    return found


def stage_of(stage, root):
    name = getattr(stage, "name", None)
    found = {
        "address": stage.addressing,
        "wdir": os.path.relpath(stage.wdir, root),
        "cmd": typed(stage.cmd),
        "frozen": bool(stage.frozen),
        "always": bool(stage.always_changed),
        "desc": stage.desc or None,
        "meta": typed(stage.meta),
        "name": name,
        "changed": bool(stage.cmd_changed) if isinstance(stage, PipelineStage) else False,
        "deps": [],
        "params": [],
        "outs": [],
    }
    for dep in stage.deps:
        if isinstance(dep, ParamsDependency):
            found["params"].append(parameters(dep))
        elif isinstance(dep, AbstractDependency):
            found["deps"].append({"path": dep.def_path, "at": None})
        else:
            found["deps"].append({"path": dep.def_path, "at": at(dep, root), **recorded(dep)})
    for out in stage.outs:
        found["outs"].append(
            {
                "path": out.def_path,
                "at": at(out, root),
                "kind": "metric" if out.metric else "plot" if out.plot or out.plot == {} else "out",
                "cache": bool(out.use_cache),
                "persist": bool(out.persist),
                "push": bool(out.can_push),
                "remote": out.remote,
                "notes": typed(out.annot.to_dict()),
                "plot": typed(out.plot if isinstance(out.plot, dict) else {}),
                **recorded(out),
            }
        )
    return found


def project(asked):
    root = os.path.realpath(asked["root"])
    os.chdir(root)
    repo = Repo(root)
    try:
        index = repo.index
        beside = lambda path: os.path.relpath(path, root)  # noqa: E731
        return {
            "stages": [stage_of(stage, root) for stage in index.stages],
            "metrics": {beside(path): typed(value) for path, value in index._metrics.items()},
            "params": {beside(path): typed(value) for path, value in index._params.items()},
            "plots": {beside(path): typed(value) for path, value in index._plots.items()},
            "artifacts": {beside(path): typed(value) for path, value in index._artifacts.items()},
            "datasets": {beside(path): typed(value) for path, value in index._datasets.items()},
        }
    finally:
        repo.close()
        os.chdir("/")


OPERATIONS = {
    "yaml": lambda asked: typed(parse_yaml(text_of(asked), "x")),
    "params": params,
    "dump": dump,
    "update": update,
    "ignored": ignored,
    "project": project,
}

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = {"ok": OPERATIONS[asked["op"]](asked)}
    except RecursionError as error:
        answer = {"error": "RecursionError", "message": str(error)[:300]}
    except Exception as error:  # noqa: BLE001
        answer = {"error": type(error).__name__, "message": str(error)[:500]}
    answers.write(json.dumps(answer) + "\n")
    answers.flush()
