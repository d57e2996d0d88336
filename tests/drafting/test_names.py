"""Named actors: who they are, what else they are called, and where they are mentioned."""

from __future__ import annotations

from opedtui.drafting.found import FoundActor
from opedtui.drafting.names import names
from opedtui.model.stretch import Stretch


def drafted(*sentences: str) -> dict[str, FoundActor]:
    """The actors of a text of these sentences, by name."""
    pieces, text = [], ""
    for sentence in sentences:
        pieces.append(Stretch(len(text), len(text) + len(sentence)))
        text += sentence + " "
    return {actor.name: actor for actor in names(text, pieces)}


def words(actor: FoundActor, *sentences: str) -> list[str]:
    """The words of every mention."""
    text = " ".join(sentences)
    return [text[mention.start : mention.end] for mention in actor.mentions]


def test_a_surname_is_of_the_person_whose_full_name_is_in_the_text() -> None:
    """One actor, not two: the surname alone is another of its names."""
    said = (
        "Foreign Minister Sergei Lavrov came to Baku.",
        "There is little that Lavrov could offer.",
    )

    actors = drafted(*said)

    lavrov = actors["Sergei Lavrov"]
    assert (lavrov.kind, lavrov.aliases) == ("person", ("Lavrov",))
    assert words(lavrov, *said) == ["Foreign Minister Sergei Lavrov", "Lavrov"]


def test_a_surname_of_two_people_is_left_to_the_reader() -> None:
    """Two people with one surname stay apart, and nobody is given what the surname alone says."""
    said = ("Bill Clinton and Hillary Clinton spoke in Ohio.", "Later Mr Clinton left, said aides.")

    actors = drafted(*said)

    assert words(actors["Bill Clinton"], *said) == ["Bill Clinton"]
    assert words(actors["Hillary Clinton"], *said) == ["Hillary Clinton"]
    assert "Clinton" not in actors


def test_the_names_of_a_country_and_its_people_are_one_actor() -> None:
    """Short names, long names and demonyms meet in the state."""
    said = (
        "The United States sent envoys to Moscow.",
        "U.S. officials met American and Russian experts.",
    )

    actors = drafted(*said)

    assert actors["United States"].kind == "state"
    assert words(actors["United States"], *said) == ["United States", "U.S.", "American"]


def test_a_capital_that_acts_stands_for_its_country() -> None:
    """`Moscow said` is Russia, `in Moscow` is a town."""
    said = (
        "Russia closed the road.",
        "Moscow said it was for repairs.",
        "Visitors stayed in Moscow.",
    )

    actors = drafted(*said)

    forms = [mention.form for mention in actors["Russia"].mentions]
    assert forms == ["name", "metonym"]
    assert words(actors["Moscow"], *said) == ["Moscow"]


def test_initials_are_of_the_long_name() -> None:
    """The initials after a long name are another of its names."""
    actors = drafted(
        "The World Health Organisation (WHO) met in Geneva.", "Officials say WHO will act."
    )

    organisation = actors["World Health Organisation"]
    assert (organisation.kind, organisation.aliases) == ("igo", ("WHO",))


def test_a_pronoun_is_given_to_the_only_person_it_can_mean() -> None:
    """Titles and first names tell the sex; where they do not fit the pronoun is left alone."""
    said = ("Mary Robinson met John Major in Dublin.", "She said that he had agreed.")

    actors = drafted(*said)

    assert words(actors["Mary Robinson"], *said) == ["Mary Robinson", "She"]
    assert words(actors["John Major"], *said) == ["John Major", "he"]


def test_a_pronoun_of_two_people_is_left_to_the_reader() -> None:
    """Nobody is given words that two could mean."""
    said = ("John Smith met Peter Brown in Leeds.", "He was late.")

    actors = drafted(*said)

    assert all("He" not in words(actor, *said) for actor in actors.values())


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    """A capital that every sentence has says nothing; neither do days and months."""
    actors = drafted(
        "However, nothing happened.", "On Monday the talks went on.", "Critics disagree."
    )

    assert not actors


def test_a_text_without_sentences_names_nobody() -> None:
    """Nothing in, nothing out."""
    assert names("", []) == []
