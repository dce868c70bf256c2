// Package fault makes a sample portal fail as real ones do: late, busy, broken, rejected by
// a firewall, cut short, hanging or gone. A fault is set for a while or for a number of
// requests, for all parts of the portal or for one, or a single request asks for it.
package fault
