// Package legacy plays the older gateway of the national portal, jsp/rest.jsp, as far as
// decisions that publish procedures need it. Its rows, its two ways to say "nothing", its
// dates and the oddities of its texts are those of the real one. The decisions are made up,
// of one province from 2018 to this year and of two ministries, over the procedures of the
// catalogue. Those of 2018 have the figures of a real yearly report: 35 decisions over 1,118
// procedures, 598 new, 147 amended and 19 replaced, which are one list, and 354 abolished.
// Beside them stand the decisions of ministries whose numbers the catalogue names, each with the
// procedures that name it.
package legacy
