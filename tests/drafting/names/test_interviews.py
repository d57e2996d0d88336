"""Who `I` and `you` are in an interview."""

from __future__ import annotations

from .drafts import drafted, words

QUESTIONS = (
    "When did you begin?\n\nI began in May, and it was for me a joy.\n\n"
    "Who helped?\n\nNobody. “I cannot,” they all told my sister.\n\n"
    "What will you do next?\n\nI do not know.\n"
)


def test_who_answers_is_the_only_person_of_the_headline() -> None:
    """`you` where it is asked and `I` where it is answered mean the person interviewed."""
    text = "Interview with Mary Robinson\n\n" + QUESTIONS

    actor = drafted(text)["Mary Robinson"]

    assert words(text, actor, "pronoun") == ["you", "I", "me", "my", "you", "I"]


def test_of_two_who_are_interviewed_neither_is_given_the_answers() -> None:
    """Which of them speaks is left to the reader."""
    text = "Interview with Mary Robinson and John Major\n\n" + QUESTIONS

    actors = drafted(text)

    assert not any(words(text, actor, "pronoun") for actor in actors.values())


def test_the_author_of_an_essay_is_nobody_whom_it_names() -> None:
    """Questions make no interview where nothing says that it is one."""
    text = "A life of Mary Robinson\n\n" + QUESTIONS

    assert words(text, drafted(text)["Mary Robinson"], "pronoun") == []


def test_one_question_makes_no_interview() -> None:
    """A report that mentions an interview and asks something once is a report."""
    text = "Mary Robinson gave an interview\n\nWas it wise?\n\nI doubt it.\n"

    assert words(text, drafted(text)["Mary Robinson"], "pronoun") == []
