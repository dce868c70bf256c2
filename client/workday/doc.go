// Package workday counts working days and tells Vietnam's time: which days offices
// are open, how many of them lie between two moments, and where a count ends.
//
// Days off come from outside (client/facts has the notices'); a year without them
// counts Saturdays and Sundays alone, and UnknownYear tells.
package workday
