import type { Files } from "./rig.ts";

const ROWS = "x,y\n1,2\n2,4\n3,6\n";

/** Scripts beside each other, parameters in params.yaml, nothing that says how they are started. */
export const SCRIPTS: Files = {
	"data/raw.csv": ROWS,
	"params.yaml": "prepare:\n  keep: 2\ntrain:\n  scale: 3\nunused: 1\n",
	"prepare.py": `import csv
import os

import yaml

with open("params.yaml") as f:
    params = yaml.safe_load(f)["prepare"]

os.makedirs("data/clean", exist_ok=True)
with open("data/raw.csv", newline="") as source, open(os.path.join("data", "clean", "rows.csv"), "w", newline="") as target:
    rows = list(csv.reader(source))
    csv.writer(target).writerows(rows[: 1 + params["keep"]])
`,
	"helpers.py": `import pickle


def save(thing, where):
    with open(where, "wb") as f:
        pickle.dump(thing, f)


def load(where):
    with open(where, "rb") as f:
        return pickle.load(f)
`,
	"train.py": `import argparse
import csv

import yaml

import helpers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", default="data/clean/rows.csv")
    parser.add_argument("--model", default="model.pkl")
    args = parser.parse_args()
    scale = yaml.safe_load(open("params.yaml"))["train"]["scale"]
    with open(args.rows) as f:
        rows = list(csv.DictReader(f))
    helpers.save({"slope": scale * len(rows)}, args.model)


if __name__ == "__main__":
    main()
`,
	"evaluate.py": `import json
from pathlib import Path

from helpers import load

if __name__ == "__main__":
    model = load("model.pkl")
    Path("metrics.json").write_text(json.dumps({"accuracy": model["slope"] / 10}))
`,
	"test_train.py": `open("junk.txt", "w").write("a test is no stage")\n`,
};

/** A package below \`src\`, started as modules; paths are constants that count from the package's own place. */
export const PACKAGE: Files = {
	"pyproject.toml": '[project]\nname = "Churn-Model"\nversion = "0.1"\nrequires-python = ">=3.11"\n',
	"data/raw/a.csv": ROWS,
	"data/raw/b.csv": ROWS,
	"src/churn/__init__.py": "",
	"src/churn/paths.py": `from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT / "data" / "raw"
FEATURES = ROOT / "data" / "features"
MODEL = ROOT / "models" / "churn.pkl"
`,
	"src/churn/featurize.py": `from churn.paths import FEATURES, RAW


def build(split):
    rows = "".join(path.read_text() for path in sorted(RAW.glob("*.csv")))
    (FEATURES / f"{split}.csv").write_text(rows)


def main():
    FEATURES.mkdir(parents=True, exist_ok=True)
    for split in ["train", "test"]:
        build(split)


if __name__ == "__main__":
    main()
`,
	"src/churn/train.py": `import pickle

from . import paths


class Trainer:
    def __init__(self, source, target):
        self.source = source
        self.target = target

    def run(self):
        rows = self.source.read_text().splitlines()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        with self.target.open("wb") as f:
            pickle.dump(len(rows), f)


if __name__ == "__main__":
    Trainer(paths.FEATURES / "train.csv", paths.MODEL).run()
`,
};

/** A Makefile says with which arguments the scripts are started. */
export const MAKE: Files = {
	Makefile: `PYTHON ?= python
DATA = data
.PHONY: all clean

all: metrics

# cut the raw rows
$(DATA)/clean.csv: scripts/cut.py $(DATA)/raw.csv
	$(PYTHON) scripts/cut.py $(DATA)/raw.csv $@

fit: $(DATA)/clean.csv
	@$(PYTHON) -u scripts/fit.py --input $< \\
		--output=out/model.pkl

metrics: fit
	$(PYTHON) scripts/score.py -m out/model.pkl

clean:
	rm -rf out $(DATA)/clean.csv
`,
	"data/raw.csv": ROWS,
	"scripts/cut.py": `import sys

source, target = sys.argv[1], sys.argv[2]
open(target, "w").write(open(source).read().lower())
`,
	"scripts/fit.py": `import argparse, os, pickle

parser = argparse.ArgumentParser()
parser.add_argument("--input", required=True)
parser.add_argument("--output", required=True)
args = parser.parse_args()
os.makedirs(os.path.dirname(args.output), exist_ok=True)
with open(args.input) as f, open(args.output, "wb") as g:
    pickle.dump(len(f.read()), g)
`,
	"scripts/score.py": `import argparse, json, pickle

parser = argparse.ArgumentParser()
parser.add_argument("-m", "--model", required=True)
model = pickle.load(open(parser.parse_args().model, "rb"))
json.dump({"size": model}, open("scores.json", "w"))
`,
};

function notebook(...cells: string[]): string {
	const all = cells.map((source, at) => ({
		cell_type: "code",
		id: `cell-${at}`,
		execution_count: null,
		metadata: {},
		outputs: [],
		source: source.split(/(?<=\n)/),
	}));
	const metadata = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" } };
	return `${JSON.stringify({ cells: all, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Two notebooks, whose paths count from their own folder. */
export const NOTEBOOKS: Files = {
	"data/raw.csv": ROWS,
	"notebooks/01_clean.ipynb": notebook(
		"%precision 3\nfrom pathlib import Path",
		'rows = Path("../data/raw.csv").read_text()\nPath("../data/clean.csv").write_text(rows.upper())',
	),
	"notebooks/02_train.ipynb": notebook(
		"import json, pickle",
		'with open("../data/clean.csv") as f:\n    rows = f.read().split()\nwith open("../model.pkl", "wb") as f:\n    pickle.dump(len(rows), f)',
		'json.dump({"rows": len(rows)}, open("../metrics.json", "w"))',
	),
};

/** What the libraries of the trade do; read, never run. */
export const LIBRARIES: Files = {
	"requirements.txt": "pandas\ntorch\npapermill==2.6\n",
	"data/raw.csv": ROWS,
	"src/prepare.py": `import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split

df = pd.read_csv("data/raw.csv")
train, test = train_test_split(df)
train.to_parquet("data/train.parquet")
test.to_parquet(path="data/test.parquet")
np.save("data/ids.npy", df.index)
`,
	"src/train.py": `import click, joblib, torch, mlflow
import pandas as pd
import matplotlib.pyplot as plt

@click.command()
@click.option("--train-path", default="data/train.parquet")
@click.option("--epochs", default=3, type=int)
def main(train_path, epochs):
    df = pd.read_parquet(train_path)
    net = torch.nn.Linear(1, 1)
    torch.save(net.state_dict(), f="models/net.pt")
    joblib.dump(df.mean(), "models/scaler.joblib")
    plt.plot(df)
    plt.savefig("plots/loss.png")

if __name__ == "__main__":
    main()
`,
};
