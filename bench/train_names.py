"""Train the weights that names are drafted with: `python -m bench.train_names PATH`.

PATH is a folder of `.conll` files: token, coarse tag (PER, ORG, LOC, MISC, in BIO), tab-separated;
blank lines between sentences, `-DOCSTART-` lines between documents; `dev-…` are for measuring. It
needs `pip install python-crfsuite`, which the program itself does not.
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from opedtui.drafting.names.candidates import Candidate, candidates
from opedtui.drafting.names.features import Evidence, features
from opedtui.drafting.names.finding import small_words
from opedtui.drafting.names.tokens import Token, with_capitals
from opedtui.drafting.names.weights import PATH, SORTS, packed

LEAST = 0.1
"""Weights below this are left out."""
PENALTIES = {"c1": 1.0, "c2": 0.05}
"""What a weight costs; the first makes most of them nought, and the file small."""
ORDINARY = 3
"""So often a word is seen in small letters before it counts as ordinary."""


class Sentence(NamedTuple):
    """Tokens, and the names among them: first, last, sort."""

    tokens: list[Token]
    names: list[tuple[int, int, str]]


def documents(path: Path) -> Iterator[list[Sentence]]:
    """The documents of a file."""
    for document in path.read_text().split("-DOCSTART-"):
        blocks = document.split("\n\n")
        rows = [[r.split("\t") for r in b.split("\n") if r[:1].strip()] for b in blocks]
        yield [_sentence(block) for block in rows if block]


def _sentence(rows: list[list[str]]) -> Sentence:
    """One sentence: the tokens as the program would make them."""
    tokens: list[Token] = []
    names: list[tuple[int, int, str]] = []
    opens, place = True, 0
    for row, after in zip(rows, [*rows[1:], ["", "O"]], strict=True):
        word, tag = row[0], row[1]
        if not word:
            continue
        if tag.startswith("B"):
            names.append((len(tokens), len(tokens), tag[2:]))
        elif tag.startswith("I") and names:
            names[-1] = (names[-1][0], len(tokens), names[-1][2])
        tokens.append(Token(place, place + len(word), word, after[0] in ("'s", "’s"), opens))
        place += len(word) + 1
        opens = (opens and not word[0].isalnum()) or word in '“"‘``'
    return Sentence(with_capitals(tokens), names)


def sort_of(one: Candidate, names: Sequence[tuple[int, int, str]]) -> str:
    """The sort of the name that a candidate is most like."""
    best = (0.0, "O")
    for first, last, sort in names:
        shared = min(last, one.last) - max(first, one.first) + 1
        whole = max(last, one.last) - min(first, one.first) + 1
        best = max(best, (shared / whole, sort))
    return best[1] if best[0] >= 0.4 and best[1] in SORTS else "O"


def ordinary(paths: Sequence[Path]) -> frozenset[str]:
    """Words that are often written in small letters."""
    times: Counter[str] = Counter()
    for path in paths:
        times.update(
            t.text for d in documents(path) for s in d for t in s.tokens if t.text.isalpha()
        )
    return frozenset(w for w, n in times.items() if w.islower() and n >= ORDINARY and len(w) > 2)


def examples(path: Path, common: frozenset[str]) -> Iterator[tuple[list[str], str]]:
    """Features and sort of every candidate of a file."""
    for document in documents(path):
        found = [list(candidates(one.tokens)) for one in document]
        text = Evidence([c for of in found for c in of], small_words([s.tokens for s in document]))
        for sentence, of in zip(document, found, strict=True):
            for one in of:
                yield features(one, text, common), sort_of(one, sentence.names)


def _crfsuite() -> Any:
    """What trains; the program itself does without."""
    try:
        return importlib.import_module("pycrfsuite")
    except ModuleNotFoundError as error:
        raise SystemExit(
            "Training names needs python-crfsuite: run `pip install python-crfsuite`, and again."
        ) from error


def training_files(folder: Path) -> list[Path]:
    """The files of a folder that are trained on: all but those for measuring."""
    return [path for path in sorted(folder.glob("*.conll")) if not path.name.startswith("dev-")]


def train(folder: Path) -> dict[str, Any]:
    """Train on a folder; what is to be stored."""
    paths = training_files(folder)
    if not paths:
        raise SystemExit(f"{folder} has no .conll files to train on: name the folder that has.")
    common = ordinary(paths)
    crfsuite = _crfsuite()
    trainer = crfsuite.Trainer(verbose=False)
    trainer.set_params({**PENALTIES, "max_iterations": 120})
    for path in paths:
        for seen, sort in examples(path, common):
            trainer.append([seen], [sort])
    model = PATH.with_suffix(".crfsuite")
    trainer.train(str(model))
    tagger = crfsuite.Tagger()
    tagger.open(str(model))
    of: dict[str, list[float]] = {}
    for (feature, sort), weight in tagger.info().state_features.items():
        if abs(weight) >= LEAST:
            of.setdefault(feature, [0.0] * len(SORTS))[SORTS.index(sort)] = weight
    tagger.close()
    model.unlink()
    return {
        "of": {feature: packed(row) for feature, row in of.items()},
        "common": " ".join(sorted(common)),
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder of the training files: python -m bench.train_names PATH")
    content = json.dumps(
        train(Path(sys.argv[1])), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    PATH.write_bytes(gzip.compress(content.encode(), mtime=0))
    print(f"{PATH}: {PATH.stat().st_size} bytes")
