// Package workday counts working days in Vietnam's time: whether offices are open on a
// day, how many working days are between two moments, and on which day a count ends.
//
// Days off and weekend days that are worked are given by the caller (client/facts has them
// from the government's notices). A year whose notice is not out is counted by the law; in a
// year that is not given only Saturdays and Sundays count as days off. Doubt reports both.
//
// # Why it is ours
//
// A calendar library such as github.com/rickar/cal computes holidays from rules. In
// Vietnam rules are not enough: of the 106 lines of client/facts/holidays.txt 30 follow
// from the law alone, and 50 were set by a notice for one year (the days of Tết, the day
// beside 2 September, exchanged days and the Saturdays worked for them), so the days have
// to be data. What remains is counting, 200 lines.
package workday
