// Package builtin is what a client.Service knows from the binary alone, before it has any
// source. The program's service and the services of tests begin with it, so a fact that
// ships with the binary reaches all of them from here.
package builtin

import (
	"motcua/client"
	"motcua/client/facts"
	"motcua/client/gazetteer"
	"motcua/client/ranking"
)

// Answers is a configuration with the calendar, which procedures there are, which agencies
// took over which, what places are called, and how provinces were ranked.
func Answers() client.ServiceConfig {
	return client.ServiceConfig{
		Calendar: facts.Calendar(), Known: facts.Known, Successor: facts.Successor, AgencyName: facts.AgencyName, Linked: facts.Linked,
		Topics: client.Topics{Gazetteer: gazetteer.Shipped(), Ranks: ranking.Shipped()},
	}
}
