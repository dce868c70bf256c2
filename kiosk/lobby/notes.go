package lobby

import (
	"encoding/json"

	"motcua/client"
	"motcua/client/opencps"
	"motcua/kiosk/audit"
	"motcua/kiosk/pin"
	"motcua/kiosk/supervise"
	"motcua/kiosk/wire"
)

// Each person at a kiosk has a process of their own. It passes what it learnt about systems
// and the machine to the next one through the parent. So an outage is logged once, and not
// found again for each person.

// The names of those notes.
const (
	noteOutages = "outages" // []learnt[client.Outage]
	noteJudged  = "judged"  // by the ID of the system, learnt[opencps.Judged]
	notePIN     = "pin"     // what package pin stores
)

// learnt is something about the system at an address. The next process reads the
// configuration again, and an ID in it may then mean another system, about which nothing is
// known.
type learnt[T any] struct {
	URL  string `json:"url"`
	What T      `json:"what"`
}

// url returns the address at which a source is asked; empty for a source that is not asked
// over the network.
func (k *screen) url(id string) string {
	for _, a := range k.src.Asked {
		if a.Source.ID == id {
			return a.URL
		}
	}
	return ""
}

// judging is a system that must first be observed to find out whether it checks secrets.
type judging interface {
	Judged() (opencps.Judged, bool)
	Judge(opencps.Judged)
}

// same reports whether a source is still asked at the address of a note.
func (k *screen) same(id, url string) bool { return url != "" && url == k.url(id) }

// recall reads the notes of the previous processes.
func (k *screen) recall() {
	k.told = audit.NewSources(k.log)
	var outages []learnt[client.Outage]
	if json.Unmarshal(k.shown.Notes[noteOutages], &outages) == nil {
		var still []client.Outage
		for _, o := range outages {
			if k.same(o.What.Source.ID, o.URL) {
				still = append(still, o.What)
				k.told.Known(o.What.Source, o.What.Cause)
			}
		}
		k.service.Resume(still)
	}
	k.service.Watch(wire.Watch(k.told, nil))
	var judged map[string]learnt[opencps.Judged]
	if json.Unmarshal(k.shown.Notes[noteJudged], &judged) == nil {
		for id, j := range judged {
			if s, ok := k.src.Systems[id].(judging); ok && k.same(id, j.URL) {
				s.Judge(j.What)
			}
		}
	}
}

// notes returns the notes for the next process.
func (k *screen) notes() map[string]any {
	judged := map[string]learnt[opencps.Judged]{}
	for id, s := range k.src.Systems {
		if s, ok := s.(judging); ok {
			if j, known := s.Judged(); known {
				judged[id] = learnt[opencps.Judged]{k.url(id), j}
			}
		}
	}
	var outages []learnt[client.Outage]
	for _, o := range k.service.Outages() {
		outages = append(outages, learnt[client.Outage]{k.url(o.Source.ID), o})
	}
	return map[string]any{noteOutages: outages, noteJudged: judged}
}

// pinNote stores the count of wrong PINs even where the state folder cannot be written.
type pinNote struct {
	link *supervise.Link
	note json.RawMessage // of the previous processes; nil: the file is used
	file pin.State       // nil: there is no state folder
}

func (s pinNote) Load() ([]byte, error) {
	if s.note != nil || s.file == nil {
		return s.note, nil
	}
	return s.file.Load()
}

func (s pinNote) Save(body []byte) error {
	s.link.Keep(notePIN, json.RawMessage(body))
	if s.file == nil {
		return nil
	}
	return s.file.Save(body)
}
