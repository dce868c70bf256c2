// Package directory answers what client.UnitSource asks: which units there are, which take
// a procedure, what of it can be done online, and which procedures are abolished.
//
// What a sync read answers, with its date; without one, or when it is old, the portal is
// asked, and what it says is kept. A portal that is down leaves what was kept, marked
// stale. The ids of units that stand in no list of ours are counted, never dropped: other
// provinces' communes are such, and units that the portal's own directory lacks.
package directory
