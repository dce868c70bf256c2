package main

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"motcua/client"
	"motcua/kiosk/audit"
)

// keptOutages are the sources that do not answer, kept from one process to the next:
// each person has a process of their own, and an outage is one, told once, and not
// found out by each of them anew.
type keptOutages struct {
	told *audit.Sources
	file string // "": kept nowhere

	mu   sync.Mutex
	down map[string]outage
}

type outage struct {
	Name  string       `json:"name"`
	Cause client.Cause `json:"cause"`
	Since time.Time    `json:"since"`
}

// outageKept is how old a note may be: what was down before a night is asked again.
const outageKept = 10 * time.Minute

// keepOutages tells a service what the process before knew, and writes down what it
// learns itself.
func keepOutages(s *client.Service, log *slog.Logger, file string) {
	k := &keptOutages{told: audit.NewSources(log), file: file, down: map[string]outage{}}
	if info, err := os.Stat(file); err == nil && s.Now().Sub(info.ModTime()).Abs() < outageKept {
		if doc, err := os.ReadFile(file); err != nil || json.Unmarshal(doc, &k.down) != nil {
			k.down = map[string]outage{}
		}
	}
	for id, o := range k.down {
		src := client.SourceName{ID: id, Name: o.Name}
		s.Heard(src, &client.UnavailableError{Source: src, Cause: o.Cause, Since: o.Since})
	}
	s.Watch(k) // only now: what was heard is told already
}

// Turned takes a change of a source.
func (k *keptOutages) Turned(h client.SourceHealth, why error) {
	k.told.Turned(h, why)
	k.mu.Lock()
	defer k.mu.Unlock()
	if why == nil {
		delete(k.down, h.Source.ID)
	} else {
		k.down[h.Source.ID] = outage{h.Source.Name, h.Cause, h.DownSince}
	}
	k.write()
}

// Failed keeps an outage's note young.
func (k *keptOutages) Failed(client.SourceName, client.Cause) {
	if k.file != "" {
		now := time.Now()
		_ = os.Chtimes(k.file, now, now) // there is none before the first
	}
}

// write puts a whole file in the place of the old one.
func (k *keptOutages) write() {
	if k.file == "" {
		return
	}
	doc, err := json.Marshal(k.down)
	if err != nil || os.MkdirAll(filepath.Dir(k.file), 0o700) != nil {
		return
	}
	next := k.file + ".new"
	if os.WriteFile(next, doc, 0o600) == nil {
		_ = os.Rename(next, k.file)
	}
}
