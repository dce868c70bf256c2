// Package scores answers how good the service of an office is, by Decision 766: with the
// figures of the national portal's seven reports, which package reporting reads.
//
// Seven answers make one report: the country's, and one for each group of a province and the
// units below it. They are joined by the units' ids, because two of the answers give no code.
// Each is kept under its question, which no answer repeats, and answers alone when the portal
// is down; what cannot be had is named. Nothing is added up: a unit below a province has no
// total, because the portal gives it none.
package scores
