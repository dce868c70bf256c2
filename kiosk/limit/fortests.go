package limit

import "motcua/kiosk/config/key"

// For the tests of other packages; the program does not use them.

// Refusals returns all refusals of a gate.
func Refusals() []Refusal {
	return []Refusal{
		Penalised, PenaltiesFull, AllConnections, SourceConnections, SourceHandshakes, SourceStarts, Dropped, AllHandshakes,
		PublicConnections, AllSessions, PublicSessions, SourceSessions, AllCells, PublicCells, SourceCells,
	}
}

// Roomy returns limits that no test reaches, without penalties.
func Roomy() Limits {
	const many, cells = 10_000, 10_000_000
	l := Defaults()
	l.Handshakes = Startups{Start: many, Rate: 100, Full: many}
	l.Connections, l.Sessions, l.Cells = Room{All: many}, Room{All: many}, Room{All: cells}
	l.Connection = Rate{Burst: 1e9, Minute: 1e9}
	l.Source = Share{
		Handshakes: many, Connections: many, Sessions: many, Cells: cells,
		Starts: l.Connection, Bytes: l.Connection, Redraws: l.Connection,
	}
	l.Office, l.Reserved, l.Penalties.For = l.Source, 0, nil
	return l.Parted()
}

// DefaultLookups returns the budgets of a server on the open internet.
func DefaultLookups() LookupLimits {
	var l LookupLimits
	key.Defaults(l.Section().Keys)
	return l
}
