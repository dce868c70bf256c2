//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// show runs `ssh host show 1.001193`.
func (p *process) show() string {
	p.t.Helper()
	c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	s, err := c.NewSession()
	if err != nil {
		p.t.Fatal(err)
	}
	said, err := s.Output("show 1.001193 --lang en")
	if err != nil {
		p.t.Fatal(err)
	}
	return string(said)
}

// SIGHUP loads a new file of reviews and new content of a known one. When the file cannot
// be read, the reviews in use stay; an empty file removes all.
func TestServeTakesAFileOfReviews(t *testing.T) {
	p := startServe(t, "[server]\ndrain_time = \"1s\"\n")
	const by = "Reviewed by UBND phường Đức Xuân on "
	if said := p.show(); strings.Contains(said, "Reviewed by") || !strings.Contains(said, "1.001193") {
		t.Fatalf("before: %s", said)
	}
	file := filepath.Join(t.TempDir(), "reviews.toml")
	reviews := func(doc string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		before := strings.Count(p.log.String(), "configuration read again")
		p.signal(syscall.SIGHUP)
		for end := time.Now().Add(20 * time.Second); strings.Count(p.log.String(), "configuration read again") == before; {
			if time.Now().After(end) {
				t.Fatalf("not read again:\n%s", p.log.String())
			}
			<-p.log.more
		}
	}
	p.configure("[server]\ndrain_time = \"1s\"\n[papers]\nfile = \"" + file + "\"\n")
	reviews(oneReview)
	if said := p.show(); !strings.Contains(said, by) {
		t.Fatalf("a new file: %s", said)
	}
	reviews(strings.Replace(oneReview, "UBND", "Trung tâm HCC", 1))
	if said := p.show(); !strings.Contains(said, "Reviewed by Trung tâm HCC phường Đức Xuân on ") {
		t.Errorf("another text: %s", said)
	}
	reviews(oneReview)
	for name, doc := range map[string]string{
		"no TOML on line 1": strings.Replace(oneReview, "[[procedure]]", "[[procedure]", 1),
		"no text":           "\xff\xfe",
	} {
		reviews(doc)
		if said := p.show(); !strings.Contains(said, by) {
			t.Errorf("%s: %s", name, said)
		}
	}
	p.logs("what was read before stays")
	reviews("# none\n")
	if said := p.show(); strings.Contains(said, "Reviewed by") {
		t.Errorf("an empty file: %s", said)
	}
	p.stop()
}
