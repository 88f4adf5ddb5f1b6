"""How each result is computed: what it answers, how in two sentences, and who described it first.
In the order of the walk.
"""

from cidesign.text import mark
from cidesign.views.sources.method import Method
from cidesign.views.sources.methods_selection import BESIDE_THE_POINTS

METHODS: tuple[Method, ...] = (
    Method(
        "readiness",
        mark("Readiness"),
        mark("How ready are we, and what should we do first?"),
        mark(
            "Your answers from 0 to 4 are counted, list by list, without any weights. An answer of "
            "0 or 1 names what to do first."
        ),
        mark(
            "Our own count. The lists are those of the field's papers, named beside each question."
        ),
    ),
    Method(
        "structure_fit",
        mark("Fit of a structure"),
        mark("Which kind of backbone fits what matters to us?"),
        mark(
            "Your answer's share of all answers is the weight of a question; a structure's level "
            "from 1 to 5 becomes a "
            "share of it, 1 none and 5 all. The points of all questions add up to at most 100."
        ),
        mark(
            "An additive value model (Keeney and Raiffa 1976). Questions and levels follow "
            "Hanleybrown and others 2012 and FSG 2017."
        ),
    ),
    Method(
        "nearest_cases",
        mark("Nearest initiatives"),
        mark("Which real initiatives are most like ours?"),
        mark(
            "Our answers are compared with what mattered there, question by question, and the gaps "
            "become one root mean "
            "square. Only questions both have are compared, at least three; nothing is guessed and "
            "none counts more."
        ),
        mark("Nearest neighbors over shared values (Dixon 1979), by scikit-learn."),
    ),
    Method(
        "mode_advice",
        mark("Advice on how to choose a host"),
        mark("Open, semi-open or closed?"),
        mark(
            "Each rule whose conditions your answers meet adds its points, some of them below "
            "zero, to one of the three "
            "ways. The way with most points is the advice, the more open one where two are level."
        ),
        mark("Our own points, for reasons that FSG 2017 gives."),
    ),
    Method(
        "weights_direct",
        mark("Weights by points"),
        mark("How much does each criterion count?"),
        mark(
            "Each criterion gets as many points as you like. Its share of all points is its weight."
        ),
        mark("Direct rating (von Winterfeldt and Edwards 1986)."),
    ),
    Method(
        "weights_swing",
        mark("Weights by swing"),
        mark("How much does each criterion count?"),
        mark(
            "The step from worst to best that matters most gets 100, the others less. Each one's "
            "share of the sum is its "
            "weight, so that the scale of a criterion is thought of with it."
        ),
        mark("Swing weighting (von Winterfeldt and Edwards 1986)."),
    ),
    Method(
        "weights_rank",
        mark("Weights by order"),
        mark("How much does each criterion count?"),
        mark(
            "You put the criteria in order only. The weights are the middle of all weights that "
            "keep that order."
        ),
        mark("Rank-order centroid (Barron and Barrett 1996)."),
    ),
    Method(
        "weights_ahp",
        mark("Weights by pairs (AHP)"),
        mark("How much does each criterion count?"),
        mark(
            "You say for each pair how many times one matters more. The weights are the main "
            "eigenvector of that table, and"
            " a ratio above 0.10 says that the pairs contradict each other."
        ),
        mark("Saaty 1980."),
    ),
    Method(
        "weights_bwm",
        mark("Weights by best and worst"),
        mark("How much does each criterion count?"),
        mark(
            "You compare the most important criterion with all others, and all others with the "
            "least important. A small "
            "linear program finds the weights that fit both lists best."
        ),
        mark("The linear best-worst method (Rezaei 2016)."),
    ),
    Method(
        "points",
        mark("Points of a host"),
        mark("Who comes first?"),
        mark(
            "The members' scores on a criterion become one value by the sealed rule, and its place "
            "between worst and best "
            "times the weight gives points. They are summed in exact numbers, so that a tie is a "
            "tie."
        ),
        mark("An additive value model (Keeney and Raiffa 1976)."),
    ),
    *BESIDE_THE_POINTS,
    Method(
        "seal",
        mark("Fingerprint of the rules"),
        mark("Are these the rules we agreed on?"),
        mark(
            "The rule sheet is written in one fixed way and turned into a number by SHA-256. The "
            "same rules give the same "
            "number, and the smallest change gives another."
        ),
        mark("SHA-256 (FIPS 180-4) over sorted JSON."),
    ),
    Method(
        "need",
        mark("Need"),
        mark("How many hours does each function ask for?"),
        mark(
            "Partners, groups, meetings, indicators, places, events and grants each bring hours a "
            "month to the six "
            "functions. Their sum times what the phase asks for is the need."
        ),
        mark(
            "Our own assumptions, set so that typical plans cost what FSG found in 2017. That is a "
            "fit, not a proof."
        ),
    ),
    Method(
        "plan",
        mark("The plan of a year"),
        mark("Whom do we hire and what do we buy for this budget?"),
        mark(
            "Of all teams and purchases the budget allows, the one with the highest plan score is "
            "found and proven best. "
            "The score adds, over the functions, their priority times what their coverage is "
            "worth; the last hours are "
            "worth less than the first."
        ),
        mark("A mixed-integer linear program, solved by HiGHS (Huangfu and Hall 2018)."),
    ),
    Method(
        "binding_rules",
        mark("What holds us back"),
        mark("Which rule costs us most?"),
        mark(
            "Each rule that is met without room is lifted alone and the plan is made anew. It is "
            "named where the score "
            "rises by at least 0.05."
        ),
        mark(
            "Our own, by making the plan again; no shadow prices, which mislead where posts come "
            "in steps."
        ),
    ),
    Method(
        "next_dollars",
        mark("The next dollars"),
        mark("What would more money buy?"),
        mark(
            "The best plan is made again for budgets around ours, in steps. What changes from one "
            "to the next is told."
        ),
        mark("Our own, by making the plan again for each budget."),
    ),
    Method(
        "conflict",
        mark("Ways out"),
        mark("Why is there no plan, and what would make one?"),
        mark(
            "A smallest set of rules that cannot all hold is searched for. Then single changes are "
            "tried, such as more "
            "money or a lower floor, that make a plan possible."
        ),
        mark("Deletion filter for infeasible sets (Chinneck and Dravnieks 1991)."),
    ),
    Method(
        "years_ahead",
        mark("Years ahead"),
        mark("What will we need, and what will it cost?"),
        mark(
            "Need moves with the phase and the number of partners; team and purchases stay, at "
            "prices that grow. Hours are "
            "booked anew for each year, and cash is followed month by month."
        ),
        mark("Our own; growth rates stand among the figures above."),
    ),
    Method(
        "runs_out",
        mark("When the money runs out"),
        mark("In which month do we run dry?"),
        mark(
            "Money counts when it arrives, and money for one purpose only pays for that. The first "
            "month whose free money "
            "would fall below zero is named; renewals count as not given."
        ),
        mark("A plain cash plan, month by month."),
    ),
    Method(
        "reserve",
        mark("Reserve"),
        mark("How much should we put aside?"),
        mark(
            "The target is a number of months of the year's cost. A yearly share of the cost "
            "builds it up."
        ),
        mark("Nonprofit practice: three months, or a quarter of a year's cost."),
    ),
)
