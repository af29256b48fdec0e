#!/usr/bin/python3
"""Quality and speed of acta and of other cleaners on the same pages, in the same run.

  peers.py --acta build/release/acta [FOLDER]

FOLDER holds <id>/source.html and <id>/expected.json (default: corpus/pages, our own layouts), or truth.json:
{id: {file, text}} beside pages that may be gzipped. F1 is of 4-word shingles of the body, the mean over pages; pages/s is
of the whole process, its start included. A peer that is not installed is left out, and the table says so.
"""
import argparse
import gzip
import json
import re
import subprocess
import tempfile
import time
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = {
    "Readability.js (linkedom)": ["node", HERE / "readability.mjs"],
    "readability-lxml": ["/usr/bin/python3", HERE / "readability_lxml.py"],
}


def load(folder):
    """[(page as bytes, body)]"""
    if (folder / "truth.json").is_file():
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        for page in truth.values():
            path = folder / page["file"]
            data = path.read_bytes()
            yield (gzip.decompress(data) if path.suffix == ".gz" else data), page["text"]
        return
    for expected in sorted(folder.glob("*/expected.json")):
        text = json.loads(expected.read_text(encoding="utf-8"))["text"]
        yield (expected.parent / "source.html").read_bytes(), "\n".join(text)


def shingles(text):
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text))
    return Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)) if words)


def f1(gold, got):
    gold, got = shingles(gold), shingles(got)
    return 2 * sum((gold & got).values()) / max(1, sum(gold.values()) + sum(got.values()))


def measure(name, command, paths, bodies):
    start = time.monotonic()
    try:
        done = subprocess.run([*map(str, command), *paths], capture_output=True, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{name:28} skipped: {error}"
    seconds = time.monotonic() - start
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").split("\n") if line]
    if len(rows) != len(paths):
        why = done.stderr.decode("utf-8", "replace").strip().split("\n")
        return f"{name:28} skipped: not installed, or it failed ({next((w for w in why if 'Error' in w), why[-1])})"
    scores = [f1(gold, row.get("text") or "") for gold, row in zip(bodies, rows)]
    return f"{name:28} {sum(scores) / len(scores):8.3f} {len(paths) / seconds:9.1f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE.parents[2] / "corpus" / "pages")
    parser.add_argument("--acta", required=True, help="the program")
    options = parser.parse_args()
    pages = list(load(options.folder))
    if not pages:
        parser.error(f"{options.folder}: no pages with a known body in it")
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for number, (data, _) in enumerate(pages):
            paths.append(f"{scratch}/{number}.html")
            Path(paths[-1]).write_bytes(data)
        bodies = [body for _, body in pages]
        print(f"{len(pages)} pages, one process each\n{'':28} {'body F1':>8} {'pages/s':>9}")
        for name, command in {"acta": [options.acta, "clean", "--workers", "1"], **PEERS}.items():
            print(measure(name, command, paths, bodies), flush=True)


if __name__ == "__main__":
    main()
