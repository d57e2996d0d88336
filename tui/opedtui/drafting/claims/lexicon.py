"""The cues of opinion writing, by what they are a sign of."""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    """One a line, or several in a line between commas."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


LEXICON: dict[str, tuple[str, ...]] = {
    "demand": _phrases("""
        should, should not, shouldn't, must, must not, mustn't, ought to, ought not, needs to
        need to, need not, has to, have to, had better, it is time, it's time, it is high time
        let us, let's, there is a need, is needed, are needed, is required, cannot afford
        can't afford, would do well, would be wise, is imperative, is essential, is vital
        is necessary, is crucial, urge, we call on, the right thing to do, it is up to us
        only way, the way forward, the answer is, the solution is, the point is, our duty
    """),
    "stance": _phrases("""
        i believe, i think, i am convinced, i'm convinced, i am sure, i would argue, i argue
        i suspect, i fear, i doubt, i hope, i submit, i contend, i feel, i know, i wonder
        we believe, we think, we hold, in my view, in my opinion, in our view, to my mind
        as i see it, it seems to me, my point, my argument, our argument, i am afraid
        the truth is, the fact is, the reality is, the fact of the matter, the problem is
        the trouble is, the question is, the point is that, make no mistake, let me be clear
        to be clear, to be fair, to be honest, to be sure, it is worth, it's worth, admittedly
        it is no surprise, no wonder, not surprisingly, unsurprisingly, it is hard to see
        it is difficult to, it is easy to, it is hard to, there is no reason, there is little
        there is no doubt, it is clear, it is obvious, it is wrong, it is right, it is not enough
        it is tempting, it is no accident, it is no coincidence, the irony is, ironically
        sadly, fortunately, unfortunately, regrettably, thankfully, luckily, alas, hopefully
        frankly, honestly, remarkably, curiously, strangely, tellingly, worse, worse still
        at best, at worst, more importantly, most importantly, above all, in truth, in reality
        in fact, after all, or rather, so much for, as if, mere, merely, nothing but
        little more than, nothing more than, anything but, far from, not so much, even worse
    """),
    "booster": _phrases("""
        clearly, obviously, certainly, surely, undoubtedly, indisputably, undeniably, plainly
        evidently, of course, definitely, inevitably, always, never, never again, no doubt
        without doubt, beyond doubt, without question, doubtless, truly, really, indeed
        absolutely, completely, totally, utterly, entirely, wholly, fully, simply, just, so
        very, far too, too, much too, deeply, profoundly, extremely, highly, hugely, vastly
        especially, particularly, precisely, exactly, everyone, everybody, nobody, no one
        nothing, everything, anyone, anything, none, every, at all, ever, only, even, by far
        most of all, the most, the best, the worst, the greatest, the only, more than ever, !
    """),
    "hedge": _phrases("""
        perhaps, maybe, possibly, probably, presumably, apparently, arguably, seemingly
        supposedly, allegedly, reportedly, may, might, could, would, can, seem, seems, seemed
        appear, appears, appeared, likely, unlikely, suggest, suggests, tend, tends, tend to
        tends to, somewhat, rather, fairly, quite, partly, largely, mostly, mainly, generally
        often, sometimes, usually, almost, nearly, in a sense, in some ways, to some extent
        in theory, in principle, more or less, at least, assume, assuming, chances are
    """),
    "concession": _phrases("""
        although, though, even though, even if, while, whereas, despite, in spite of, granted
        it is true that, true enough, notwithstanding, regardless, no matter
    """),
    "contrast": _phrases("""
        but, yet, however, nevertheless, nonetheless, still, on the contrary, instead
        on the other hand, by contrast, in contrast, rather than, even so, that said, then again
        conversely, not only
    """),
    "ground": _phrases("""
        because, since, for this reason, after all, due to, thanks to, owing to, because of
        given that, on the grounds, by virtue of, that is because, this is because
        the reason is, the reason, reasons
    """),
    "conclusion": _phrases("""
        therefore, thus, hence, so that, consequently, accordingly, as a result, in conclusion
        to conclude, to sum up, in sum, in short, in other words, all in all, overall, ultimately
        in the end, at the end of the day, it follows, this means, which means, that means
        that is why, this is why, it shows, this shows, which shows, this proves, for this reason
        lead to, leads to, led to, results in, result in, cause, causes, bring about, means that
    """),
    "example": _phrases("""
        for example, for instance, in particular, such as, to illustrate, a case in point
        consider, take the case, imagine, suppose
    """),
    "prediction": _phrases("""
        will, will not, won't, shall, is going to, are going to, is bound to, are bound to
        is set to, is likely to, are likely to, is unlikely to, are unlikely to
        is doomed to, will never, sooner or later, in the long run, in the future
    """),
    "definition": _phrases("""
        is defined as, means nothing, by definition, is nothing but, is what, what it means
        is the name for, is a form of, is a kind of, is called
    """),
    "question": ("?",),
    "we": _phrases("we, us, our, ours, ourselves, you, your, i, me, my, mine, myself, yourself"),
    "report": _phrases("""
        said, says, told, announced, reported, according to, added, stated, claimed, argued
        wrote, noted, explained, replied, confirmed, declared, insisted, asked, spokesman
        spokeswoman, spokesperson, revealed, estimated, published, survey, poll, percent
        per cent, study, statistics, data, million, billion, interview, statement, report
        reports, officials, police, yesterday, monday, tuesday, wednesday, thursday, friday
        saturday, sunday, january, february, april, june, july, august, september, october
        november, december, founded, born, appointed, elected, arrested, charged, signed
        attended, visited, released, launched, killed, injured, scheduled, earlier
    """),
    "judgement": _phrases("""
        good, bad, better, best, worst, great, greatest, wrong, right, wrongly, rightly, unfair
        fair, just, unjust, injustice, justice, moral, immoral, evil, wicked, vicious, cruel
        brutal, horrible, horrific, terrible, awful, appalling, shameful, shameless, shame
        disgrace, disgraceful, scandal, scandalous, outrage, outrageous, absurd, absurdity
        ridiculous, ludicrous, laughable, silly, stupid, foolish, folly, idiotic, insane, crazy
        mad, madness, nonsense, myth, lie, lies, liar, dishonest, dishonesty, hypocrisy
        hypocritical, cynical, cynicism, corrupt, corruption, rotten, toxic, poisonous, dirty
        dangerous, danger, reckless, irresponsible, careless, naive, blind, blindly, ignorant
        ignorance, fool, fools, mistake, mistaken, blunder, failure, fail, fails, failed
        failing, flawed, broken, useless, pointless, futile, hopeless, worthless, meaningless
        empty, hollow, shallow, weak, weakness, feeble, cowardly, coward, cowardice, brave
        bravery, courage, courageous, heroic, hero, heroes, noble, dignity, honour, honor
        honourable, honorable, decent, decency, wise, wisdom, sensible, reasonable, rational
        irrational, unreasonable, sane, smart, clever, brilliant, excellent, wonderful
        marvellous, magnificent, splendid, superb, fantastic, beautiful, ugly, glorious
        impressive, remarkable, extraordinary, astonishing, stunning, shocking, disturbing
        alarming, worrying, troubling, frightening, terrifying, scary, grim, bleak, gloomy
        tragic, tragedy, catastrophe, catastrophic, disaster, disastrous, crisis, chaos, mess
        nightmare, misery, miserable, suffering, pain, painful, sad, pathetic, pitiful
        poor, pity, unhappy, happy, joy, hope, hopeful, hopeless, fear, fears, afraid, hate
        hatred, hateful, love, beloved, anger, angry, rage, disgust, disgusting, revolting
        important, importantly, crucial, critical, essential, vital, fundamental, significant
        insignificant, trivial, serious, seriously, profound, decisive, key, central, necessary
        unnecessary, useful, valuable, worthy, worth, worthwhile, beneficial, harmful, harm
        damage, damaging, destructive, destroy, destroys, destroying, ruin, ruined, undermine
        undermines, undermining, threaten, threatens, betray, betrayal, betrayed, sacrifice
        abuse, abuses, exploit, exploitation, oppression, oppressive, tyranny, tyrannical
        tyrant, dictator, despot, slavery, slaves, enslave, fascist, fascism, totalitarian
        authoritarian, extremist, extreme, radical, fanatic, fanatical, hysteria, hysterical
        propaganda, indoctrination, brainwash, bigot, bigotry, racist, racism, sexist, privilege
        greed, greedy, selfish, arrogant, arrogance, pride, vanity, contempt, mockery, mock
        sham, farce, charade, illusion, delusion, delusional, fantasy, pretend, pretends
        pretence, pretense, excuse, so-called, would-be, self-styled, elite, elites, woke
        obsession, obsessed, relentless, endless, ruthless, blatant, sheer, utter, total, pure
        genuine, authentic, fake, phony, bogus, true, truth, false, falsehood, misleading
        distorted, biased, bias, unacceptable, intolerable, unbearable, inexcusable
        unforgivable, indefensible, unprecedented, unthinkable, unimaginable, inconceivable
        impossible, inevitable, easy, hard, difficult, problem, problematic, solution, threat
        challenge, opportunity, success, successful, victory, defeat, triumph, progress, decline
        deserve, deserves, blame, guilty, innocent, innocence, responsible, responsibility
        duty, virtue, virtuous, vice, sin, sacred, holy, divine, soul, spirit, freedom, liberty
        popular, unpopular, powerful, powerless, strong, stronger, mighty, great, greatness
        interesting, boring, dull, funny, strange, weird, bizarre, odd, curious, surprising
        surprised, amazing, incredible, incredibly, welcome, refreshing, disappointing
        disappointment, frustrating, annoying, tired, sick, ill, healthy, reality, real
        matter, matters, enough, ought, sense, common sense, kind of, sort of, thing, things
        agenda, regime, cabal, clique, mob, horde, hordes, thugs, cronies, establishment
        ruling class, status quo, scapegoat, smear, smears, demonise, demonize, vilify, whitewash
        panic, fear-mongering, scaremongering, warmonger, appease, appeasement, pander, pandering
        pretext, ploy, trick, scam, hoax, fraud, cheat, rigged, steal, theft, plunder, loot, prey
        devour, poison, poisons, crush, crushed, cripple, crippled, suffocate, strangle, sabotage
        obscure, obscures, deliberately, wilfully, willfully, conveniently, supposedly, hellbent
        stubborn, stubbornly, desperate, desperately, eager, keen, fond, reluctant, indifferent
        indifference, complacent, complacency, neglect, negligent, incompetent, incompetence
        inept, lazy, thoughtless, mindless, senseless, unscientific, embarrassing, embarrassment
        humiliating, humiliation, ashamed, sordid, shabby, sinister, insidious, ominous, perverse
        grotesque, obscene, vulgar, crass, crude, clumsy, petty, spiteful, bitter, hostile
        ferocity, furious, fury, frenzy, chaotic, turmoil, disarray, stagnation, bankrupt
        staggering, torrential, rampant, unchecked, unfettered, draconian, heavy-handed, harsh
        lavish, wasteful, waste, bloated, excessive, overblown, exaggerated, hype, spectacle
        gimmick, token, cosmetic, half-hearted, timid, bold, visionary, pioneering, inspiring
        uplifting, thriving, flourishing, vibrant, fragile, precarious, doomed, bound, wonder
        magic, miracle, curse, blessing, gift, burden, luxury, price, cost of, at stake, lesson
        lessons, moral, principle, principled, integrity, trust, distrust, betrayed, broken promise
        humane, inhumane, humanity, civilised, civilized, barbaric, savage, heartless, callous
        compassion, compassionate, empathy, solidarity, equality, inequality, unequal, rights
        alternative, alternatives, instead of, why not, what if, far more, far less, all too
        by no means, in no way, nothing less, none other, too often, too many, too few, too much
        too little, not just, not merely, not simply, no longer, once again, yet another, simple
    """),
}
