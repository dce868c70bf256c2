// Package unit has the words in which offices that take dossiers are spoken of: a province,
// its departments and communes, what they take, and how much of it can be done online.
// Package directory knows them.
package unit

import (
	"strings"
	"time"

	"motcua/client/linked"
)

// Level is on which level of government a unit stands, as the portal's reports have it.
type Level string

// The levels. The words are also those of the JSON.
const (
	LevelProvince Level = "province" // the province itself and its departments
	LevelCommune  Level = "commune"
	LevelOther    Level = "other"
)

// LevelOf reads the portal's departmentLevel.
func LevelOf(s string) Level {
	switch strings.ToUpper(s) {
	case "PROVINCE", "PROVINCIAL_DEPARTMENT":
		return LevelProvince
	case "COMMUNE":
		return LevelCommune
	default:
		return LevelOther
	}
}

// Unit is an office. ID and Code never change; a name does (three provinces became cities in
// 2026), so nothing is keyed by it.
type Unit struct {
	ID     string // the portal's UUID
	Code   string // "H55", "H55.07"; "" where the portal gives none
	Name   string // without the province behind it
	Parent string // the code of the province, "" for a province itself
	Level  Level
	// Place is the commune's code at the statistics office, by its name within the
	// province; "" for another unit and where no name fits.
	Place string
	// Office is what the operator says of it; nil for nothing.
	Office *Office
}

// Compare orders units by their codes as text: a province, then what lies below it.
func Compare(a, b Unit) int { return strings.Compare(a.Code, b.Code) }

// Office is what no portal says of a unit: the operator's own file does.
type Office struct {
	Address  string
	Phone    string
	Note     string
	Hours    Week // empty: not known
	Counters []Counter
}

// Counter is a desk in a unit.
type Counter struct {
	Name  string // "Quầy 3"
	Takes string // what it takes, in the operator's words
	Place string // "Tầng 1", may be empty
}

// Online is how much of a procedure can be done without coming.
type Online string

// The levels of Decree 42/2022. OnlineUnknown: nobody says.
const (
	OnlineFull    Online = "full"    // all of it: nobody comes to the desk
	OnlinePartial Online = "partial" // filed online; some step needs the desk
	OnlineNone    Online = "none"    // at the desk or by post
	// OnlineSome is of a general description: filed online, and nobody says whether all of
	// it is.
	OnlineSome    Online = "some"
	OnlineUnknown Online = ""
)

// General is what a procedure's own description says: it is only done at desks, it is done
// online as a whole, it may be handed in online.
func General(offlineOnly, fullProcess, online bool) Online {
	switch {
	case offlineOnly:
		return OnlineNone
	case fullProcess:
		return OnlineFull
	case online:
		return OnlineSome
	default:
		return OnlineNone
	}
}

// OnlineOf reads the portal's implementLevel.
func OnlineOf(s string) Online {
	switch strings.ToUpper(strings.TrimSpace(s)) {
	case "FULL":
		return OnlineFull
	case "PARTIAL":
		return OnlinePartial
	case "NONE":
		return OnlineNone
	default:
		return OnlineUnknown
	}
}

// Service is one case of a procedure at one unit, or at all of them.
type Service struct {
	Unit   string // id; "" where the source names no unit
	Case   string // the name of the case, may be empty
	Code   string // the code of the case, "2.000815.01"
	Online Online
	URL    string // where to file; "" for none
}

// Taking is which units take a procedure.
type Taking struct {
	Procedure string // its code
	Name      string
	Abolished bool // the portal's state INACTIVE
	// Successor replaces it when it is abolished; nil when no office's file names it.
	Successor *linked.Successor
	// Others are how many units of other provinces and ministries take it, Unknown how
	// many ids nobody knows.
	Others  int
	Unknown int
	// Services are levels online; nil when no call answered.
	Services []Service
	// Levels is when the services were said, zero without.
	Levels time.Time
}

// At returns the level at a unit: the lowest of its cases, and the address of the first
// that has one. Without an own row that of a row for no unit counts.
func (t Taking) At(id string) (Online, string) {
	level, url, found := OnlineUnknown, "", false
	for _, own := range []string{id, ""} {
		for _, s := range t.Services {
			if s.Unit != own {
				continue
			}
			found = true
			if level == OnlineUnknown || rank(s.Online) < rank(level) && s.Online != OnlineUnknown {
				level = s.Online
			}
			if url == "" {
				url = s.URL
			}
		}
		if found {
			break
		}
	}
	return level, url
}

func rank(o Online) int { return strings.Index("npf", string(o + " ")[:1]) }

// Query asks for units: all, by words, or those that take a procedure.
type Query struct {
	Words     string // a name or a code; "" for all
	Procedure string // a procedure's code; "" for any
	Limit     int    // 0: all
}

// Result lists units: this place's first.
type Result struct {
	Units []Unit
	Total int
	// Taking is set when a procedure was asked for.
	Taking *Taking
}

// Share is one part of a whole.
type Share struct {
	Level   Online
	Count   int
	Percent float64 // as the source says; the parts may add to 100.01
}

// Shares are how many procedures can be done online.
type Shares struct {
	// Of names whose procedures they are, in the source's words: "Cả nước".
	Of   string
	Year int
	// Provision has FULL, PARTIAL and NONE, as the portal counts procedures.
	Provision []Share
	// Online are the dossiers handed in online, of All, and their percentage as the source
	// says it.
	Online, All   int
	OnlinePercent float64
}
