"""The real dvc, kept warm: reads one JSON request a line, forks a child for it, answers with one JSON line.

Request {"id", "cwd", "argv": [..]}; answer {"id", "code", "out", "err"}. A child inherits the imports and nothing else,
so that no call knows of another. What a child had to import itself, the parent imports for the next ones.
"""

import gc
import importlib
import json
import os
import sys
import tempfile

os.environ["DVC_NO_ANALYTICS"] = "1"
import dvc.cli  # noqa: E402
import dvc.cli.parser  # noqa: E402
import dvc.repo  # noqa: E402

import networkx.classes.coreviews  # noqa: E402

dvc.cli.parser.get_main_parser()  # remembered by dvc; its children need not build it


def take_chance_out():
    """What is by chance in dvc, the order that a file system lists in and that of a set, is the order of names and of the graph here."""
    walk = os.walk

    def walk_in_order(top, topdown=True, **options):
        for root, folders, files in walk(top, topdown=topdown, **options):
            folders.sort()
            files.sort()
            yield root, folders, files

    def in_the_graphs_order(view):
        return (node for node in view._atlas if view.NODE_OK(node))

    os.walk = walk_in_order
    networkx.classes.coreviews.FilterAtlas.__iter__ = in_the_graphs_order
    networkx.classes.coreviews.FilterAdjacency.__iter__ = in_the_graphs_order


if "in-order" in sys.argv[1:]:
    take_chance_out()


def in_child(request, out, err, learned):
    os.chdir(request["cwd"])
    sys.argv = ["dvc", *request["argv"]]  # so it calls itself in its locks
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
    known = set(sys.modules)
    code = 1
    try:
        code = dvc.cli.main(request["argv"])
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        news = [name for name in sys.modules if name not in known and name.split(".")[0] != "__main__"]
        os.write(learned, json.dumps(news).encode())
        os._exit(code or 0)


def text_of(file):
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def answer(request):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            in_child(request, out, err, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            news = pipe.read()
        _, status = os.waitpid(pid, 0)
        for name in json.loads(news or b"[]"):
            try:
                importlib.import_module(name)
            except Exception:  # a module that only its own child can have
                pass
        code = os.waitstatus_to_exitcode(status)
        return {"id": request["id"], "code": code, "out": text_of(out), "err": text_of(err)}


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDONLY)
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    os.dup2(null, 0)
    os.dup2(2, 1)
    for line in requests:
        gc.freeze()  # else the first collection in each child copies every page
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()


main()
