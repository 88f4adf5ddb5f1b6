"""How the page Compare is computed beside the points: agreement, whether the order would hold,
rounds and seats.
"""

from cidesign.text import mark
from cidesign.views.sources.method import Method

BESIDE_THE_POINTS: tuple[Method, ...] = (
    Method(
        "group_weights",
        mark("Weights of a group"),
        mark("What do our members' own weights say together?"),
        mark(
            "The middle one of all members' shares of a criterion is taken, and these are divided "
            "by their sum. The smallest and the "
            "largest share are the members' range, and no group of fewer than four is shown."
        ),
        mark("Our own; the median keeps one extreme member from moving the group."),
    ),
    Method(
        "equal_seats",
        mark("Seats that count the same"),
        mark("Whose scores count, where the sealed rules say that each seat counts equally?"),
        mark(
            "Within each seat the scores become one value by the rule of the sheet. The mean of "
            "the seats' values is the panel's."
        ),
        mark("Our own, on exact numbers; used only where the sealed sheet says so."),
    ),
    Method(
        "alpha",
        mark("Agreement (alpha)"),
        mark("How far do our scores agree beyond chance?"),
        mark(
            "Alpha is 1 less how much sheets on one candidate differ over how much any two sheets "
            "differ: 1 is full agreement, 0 is "
            "chance. Its range comes from 20,000 draws of as many candidates, with replacement."
        ),
        mark("Krippendorff 2011; bootstrap of Efron and Tibshirani 1993."),
    ),
    Method(
        "icc",
        mark("Levels and differences (ICC)"),
        mark("Do members agree on levels, or only on who is better?"),
        mark(
            "Six intraclass correlations split the points into what comes from candidates, from "
            "raters and from neither. Where those on "
            "levels are lower than those on differences, some members give more points throughout."
        ),
        mark("Shrout and Fleiss 1979."),
    ),
    Method(
        "concordance",
        mark("One order (Kendall's W)"),
        mark("Do members put the candidates in the same order?"),
        mark(
            "Each member's points are turned into ranks. W is 1 where all ranks agree and 0 where "
            "they cancel each other; ties count."
        ),
        mark("Kendall and Babington Smith 1939."),
    ),
    Method(
        "agenda",
        mark("What to talk about"),
        mark("Where do our scores lie furthest apart?"),
        mark(
            "The standard deviation of each cell's scores, on a scale from worst to best, is "
            "sorted. The five largest come first."
        ),
        mark(
            "Our own use of the sample standard deviation; consensus beside it after Tastle and "
            "Wierman 2007."
        ),
    ),
    Method(
        "leniency",
        mark("Who scores higher"),
        mark("Does a member give more points than the others throughout?"),
        mark(
            "Least squares split each sheet's points into the candidate's and the rater's part, "
            "the latter drawn towards 0. It is told "
            "only where raters and candidates hang together, and never counts for a rank."
        ),
        mark(
            "The additive rater model (de Gruijter 1984) with a ridge of 1 (Hoerl and Kennard "
            "1970)."
        ),
    ),
    Method(
        "acceptability",
        mark("Other weightings"),
        mark("In how many weightings does each candidate come first?"),
        mark(
            "Weights are drawn many times, each as likely as any other: within the members' own "
            "ranges, in our order of criteria, or "
            "any at all. Each time all candidates are ranked, and ties share their places."
        ),
        mark(
            "SMAA (Lahdelma, Hokkanen and Salminen 1998; Lahdelma and Salminen 2001), drawn "
            "exactly within the ranges."
        ),
    ),
    Method(
        "raters_drawn",
        mark("Other raters"),
        mark("Would it hold with other members like ours?"),
        mark(
            "As many raters as there are are drawn from the panel, with replacement, one draw for "
            "all candidates. So a member who "
            "scores high does so for everybody, as in the real panel."
        ),
        mark("Bootstrap over raters (Efron and Tibshirani 1993)."),
    ),
    Method(
        "exact_card",
        mark("What would change the order"),
        mark("How far can weights move before somebody else leads?"),
        mark(
            "For each weight the range that keeps the first in front is computed, and for each "
            "rival, by a linear program, the smallest "
            "change that lets it share first place. Both are exact, in whole numbers, so that a "
            "tie is a tie."
        ),
        mark(
            "Mareschal 1988; Wolters and Mareschal 1995; least squares among equals by Goldfarb "
            "and Idnani 1983."
        ),
    ),
    Method(
        "left_out",
        mark("Without one"),
        mark("Who would be first without one rater, criterion or candidate?"),
        mark(
            "Each is left out alone and the rule of the sheet is applied again, without asking for "
            "the quorum. How many change the first "
            "is told, not who."
        ),
        mark("Leaving one out (Quenouille 1956)."),
    ),
    Method(
        "cross_checks",
        mark("Other ways to add up"),
        mark("Would another rule put somebody else first?"),
        mark(
            "Median, trimmed mean, Borda count and pairwise majority are computed from the same "
            "scores, and others beside them. They "
            "are checks and never the result."
        ),
        mark("Borda 1781; Condorcet 1785; Hwang and Yoon 1981 for TOPSIS."),
    ),
    Method(
        "winning_rules",
        mark("When each would come first"),
        mark("Under which weights does a candidate come first?"),
        mark(
            "A decision tree of at most three questions is fitted to drawn weights for each "
            "candidate, and its best box is told as a "
            "rule. How often it holds is counted on draws the tree has not seen."
        ),
        mark(
            "Trees of Breiman and others 1984, by scikit-learn; density and coverage of Bryant and "
            "Lempert 2010."
        ),
    ),
    Method(
        "rises",
        mark("What it would take"),
        mark("What would a candidate have to score to win?"),
        mark(
            "For each rival and criterion the smallest rise of the panel's one value that brings "
            "it level with the best is solved for."
        ),
        mark(
            "The additive model, solved for one value; post factum analysis of Kadziński and "
            "others 2016."
        ),
    ),
    Method(
        "movement",
        mark("What a further round changed"),
        mark("Who moved, towards whom, and did we come closer?"),
        mark(
            "The scores of two rounds are compared cell by cell. Closer means nearer to what the "
            "others had said before; nobody is "
            "named, and of fewer than four people nothing is told."
        ),
        mark("Our own."),
    ),
    Method(
        "by_seat",
        mark("Seats side by side"),
        mark("Do seats of the committee see the candidates differently?"),
        mark(
            "The rule of the sheet is applied to each seat's raters alone. A seat is shown with "
            "four raters or more, and only where the "
            "rest is nobody or at least four."
        ),
        mark("Our own; the size is that of the guarantee on groups."),
    ),
)
