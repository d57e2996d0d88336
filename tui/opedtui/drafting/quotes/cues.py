"""Words that say that somebody says something."""

from __future__ import annotations

import re

_SAYING = """
    said says say saying added adds adding told tells telling announced announces announcing
    asked asks asking answered answers replied replies replying responded responds responding
    stated states stating claimed claims claiming argued argues arguing insisted insists insisting
    explained explains explaining noted notes noting observed observes observing remarked remarks
    commented comments commenting continued continues continuing concluded concludes concluding
    declared declares declaring wrote writes writing written tweeted tweets tweeting posted posts
    quipped quips joked jokes warned warns warning predicted predicts admitted admits acknowledged
    acknowledges conceded concedes denied denies confirmed confirms confirming suggested suggests
    suggesting recalled reasoned reasons
    recalls stressed stresses emphasised emphasises emphasized emphasizes asserted
    asserts asserting maintained maintains complained complains complaining lamented laments
    demanded demands urged urges urging promised promises vowed vows pledged pledges cautioned
    cautions countered counters retorted retorts snapped shouted shouts yelled cried cries
    whispered murmured muttered exclaimed exclaims boasted boasts bragged hoped hopes thought
    thinks believes believed feels felt wondered wonders agreed agrees disagreed reported reports
    reporting revealed reveals alleged alleges testified testifies opined opines mused muses
    reflected reiterated reiterates repeated repeats proclaimed proclaims summarised summarized
    interjected protested protests reads read goes went sang sings chanted chants
"""
_NAMING = """
    recommending promising defended defends defending describing labelling dubbing branding
    denouncing condemning dismissing hailing praising criticising criticizing accusing blaming
    thanked thanks thanking congratulated apologised apologized
    called calls calling described describes describing labelled labeled labels dubbed dubs
    branded brands denounced denounces condemned condemns dismissed dismisses hailed hails praised
    praises criticised criticized criticises criticizes accused accuses blamed blames characterised
    characterized deemed deems considered considers cited cites citing referred refers spoke speaks
    speaking expressed expresses expressing voiced voices likened compared compares defined defines
    rejected rejects welcomed welcomes blasted blasts slammed slams deplored mocked mocks
    appealed appeals advised advises recommends recommended quoted quoting mentioned mentions
    invoked invokes offered attributed attributes
"""
_PHRASES = ("pointed out", "points out", "pointing out", "put it", "puts it")
SAYING = frozenset((*_SAYING.split(), *_PHRASES))
NAMING = frozenset(_NAMING.split())
"""They take the quoted words for something, rather than say them."""
OF = ("according to", "in the words of", "attributed to")
"""Whoever speaks stands behind them."""
_WORDS = "|".join(sorted(SAYING | NAMING | {*OF[1:]}, key=len, reverse=True))
CUE = re.compile(rf"\b(?:{_WORDS}|[Aa]ccording to|in (?:his|her|their|its) words)\b")
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who", "one"))
LABELS = frozenset(
    ("called", "named", "labelled", "labeled", "dubbed", "branded", "nicknamed", "titled",
     "entitled", "termed")
)  # fmt: skip
"""Right before a few quoted words they give a name."""
PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|get|got)(?:\s\w+ly|\s(?:also|often|once))?\s+$"
)
"""Before such words somebody else speaks."""
