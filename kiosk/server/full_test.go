package server

import (
	"encoding/json"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clean"
)

// records are the lines of the audit trail.
func (r *running) records() []map[string]string {
	r.t.Helper()
	var list []map[string]string
	for line := range strings.Lines(r.trail.String()) {
		var rec map[string]string
		if err := json.Unmarshal([]byte(line), &rec); err != nil {
			r.t.Fatalf("%s: %v", line, err)
		}
		list = append(list, rec)
	}
	return list
}

// TestStaffSeeAllAndItIsWrittenDown: with a staff key, a command, the line mode and the
// interface show what a proof shows. Each time a record says who looked at which dossier, with
// its code hashed.
func TestStaffSeeAllAndItIsWrittenDown(t *testing.T) {
	key := newSigner(t)
	r := staffed(t, authorized(key), "")
	staff := withKey(key)
	faces := map[string]func() string{
		"command":   func() string { return r.run(staff, "", "track "+knownCode).out },
		"line mode": func() string { return r.run(staff, knownCode+"\nq\n", "").out },
		"interface": func() string {
			term := r.sit(staff)
			term.press("1")
			term.waitFor("in trên giấy hẹn")
			term.press(knownCode + "\r")
			term.waitFor("Công an")
			return term.screen.text()
		},
	}
	seen := 0
	for name, look := range faces {
		if said := look(); !strings.Contains(said, ownerName) || strings.Contains(said, "•••••") {
			t.Errorf("%s: staff do not see the name:\n%s", name, said)
		}
		recs := r.records()
		if len(recs) != seen+1 {
			t.Fatalf("%s: %d records, want one more than %d", name, len(recs), seen)
		}
		rec := recs[seen]
		seen = len(recs)
		want := map[string]string{
			"msg": "dossier", "role": "staff", "view": "full", "outcome": "found", "staff": gossh.FingerprintSHA256(key.PublicKey()),
		}
		for k, v := range want {
			if rec[k] != v {
				t.Errorf("%s: the record has %s = %q, want %q", name, k, rec[k], v)
			}
		}
		if len(rec["code_hash"]) != 32 {
			t.Errorf("%s: code_hash %q", name, rec["code_hash"])
		}
	}
	if written := r.trail.String() + r.log.String(); strings.Contains(written, knownCode) || strings.Contains(written, ownerName) {
		t.Error("the log or the trail holds a code or a name")
	}
}

// TestPublicNeverSeesAll: without a staff key every face shows the public part only, whatever
// key is offered, and with a proof the name is masked.
func TestPublicNeverSeesAll(t *testing.T) {
	r := staffed(t, authorized(newSigner(t)), "")
	for name, who := range map[string]*gossh.ClientConfig{"no key": anyone(), "another key": withKey(newSigner(t))} {
		term := r.sit(who)
		term.press("1")
		term.waitFor("in trên giấy hẹn")
		term.press(knownCode + "\r")
		term.waitFor("Công an")
		said := term.screen.text() + r.run(who, "", "track "+knownCode).out + r.run(who, "", "track --json "+knownCode).out +
			r.run(who, knownCode+"\nm 4321\nq\n", "").out + r.run(who, "", "track "+knownCode+" --proof 4321").out
		if strings.Contains(said, ownerName) || strings.Contains(said, "Dung") {
			t.Errorf("%s: the name is shown:\n%s", name, said)
		}
		if !strings.Contains(said, clean.MaskName(ownerName)) {
			t.Errorf("%s: the proof shows no masked name:\n%s", name, said)
		}
	}
	views := map[string]int{}
	for _, rec := range r.records() {
		views[rec["view"]]++
		if rec["role"] != "public" || rec["staff"] != "" {
			t.Errorf("a record of somebody without a key: %v", rec)
		}
	}
	if views["full"] != 0 || views["public"] != 8 || views["proof"] != 4 {
		t.Errorf("views %v, want 8 public and 4 with a proof", views)
	}
}

// TestNoFullViewWithoutATrail: without an audit trail there is no full view. Lists and watches
// always get the public part, because they keep their answers.
func TestNoFullViewWithoutATrail(t *testing.T) {
	key := newSigner(t)
	r := staffed(t, authorized(key), "", func(_ *Config, d *Deps) { d.Audit = nil })
	if said := r.run(withKey(key), "", "track "+knownCode).out; strings.Contains(said, ownerName) || !strings.Contains(said, "Công an") {
		t.Errorf("without a trail:\n%s", said)
	}
	r = staffed(t, authorized(key), "")
	if said := r.run(withKey(key), knownCode+"\n", "track --json --format jsonl -").out; strings.Contains(said, "Giấy tờ còn thiếu") || !strings.Contains(said, knownCode) {
		t.Errorf("a list holds the private part:\n%s", said)
	}
	if rec := r.records()[0]; rec["view"] != "public" || rec["staff"] == "" {
		t.Errorf("the record of a list: %v", rec)
	}
}
