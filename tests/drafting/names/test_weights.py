"""What names are drafted with: its size, where it is from, and whether the code asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.train_names import training_files

from opedtui.drafting.names.candidates import candidates
from opedtui.drafting.names.features import Evidence, features
from opedtui.drafting.names.tokens import tokens_of
from opedtui.drafting.names.weights import PATH, SORTS, packed, weights
from opedtui.model.stretch import Stretch

TRAINED_ON = (
    "crossner-politics",
    "crossner-other",
    "wikigold",
    "wnut17",
    "uner-ewt",
    "gum-academic-court",
)
SAID = (
    "Foreign Minister Sergei Lavrov of Russia met NATO envoys, and the BBC's John Smith, in Baku."
)
BYTES = 150_000


def test_the_weights_know_what_the_code_asks_for() -> None:
    """Of every sort of feature at least one has a weight: code and weights are of one version."""
    found = list(candidates(tokens_of(SAID, Stretch(0, len(SAID)))))
    seen = [features(one, Evidence(found, frozenset()), weights().common) for one in found]

    asked = {feature[0] for of in seen for feature in of}

    assert asked == {feature[0] for feature in weights().of}


def test_every_feature_has_a_weight_for_each_sort() -> None:
    """None is too short to be read."""
    assert {row.count(",") for row in weights().of.values()} == {len(SORTS) - 1}


def test_weights_are_stored_as_hundredths() -> None:
    """What weighs nothing takes no room."""
    assert packed([0.125, 0.0, -1.5, 0.0, 2.0]) == "12,,-150,,200"


def test_the_weights_are_small() -> None:
    """They are read at every start that drafts."""
    assert PATH.stat().st_size < BYTES


@pytest.mark.parametrize("name", TRAINED_ON)
def test_the_credits_name_every_training_file(name: str) -> None:
    """Whoever passes the weights on can say what they were trained on."""
    credits = PATH.with_name("CREDITS.md").read_text(encoding="utf-8")

    assert f"`{name}.conll`" in credits


def test_files_for_measuring_are_not_trained_on(tmp_path: Path) -> None:
    """`dev-…` stays a measure."""
    for name in ("one.conll", "dev-one.conll", "notes.tsv"):
        (tmp_path / name).touch()

    assert [path.name for path in training_files(tmp_path)] == ["one.conll"]
