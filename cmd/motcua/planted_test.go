//go:build unix

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/sandbox"
	"motcua/client/system"
)

// Data that is planted in the portal's answers, and what the person types. None of it may
// appear in anything that the program writes, except in the answer itself.
const (
	plantedName  = "Quách Thị Ươm Trồng"
	plantedOther = "Khuất Duy Cấy Ghép" // an official
	plantedUnit  = "Lương Thị Vun Xới"  // a person named in a unit, a desk and a reason
	plantedID    = "077188806007"
	plantedPhone = "0987650123"
	plantedProof = "88806007" // the end of the identity number
	plantedShop  = "Tạp hóa Bén Rễ"
	plantedCode  = "H55.17.05-261120-0007"
)

// plantingPortal returns the sample portal with the planted data in dossiers 0007 and 0008,
// in all its APIs.
func plantingPortal(t *testing.T) string {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plant := strings.NewReplacer(
		"Phạm Thị D", plantedName, "000000001007", plantedID, "0000001012", plantedPhone,
		"Hoàng Văn E", plantedName, "000000001008", plantedID, "Tạp hóa Mẫu", plantedShop,
		"Cán bộ mẫu 2", plantedOther,
		"Công an phường Đức Xuân", "Công an phường Đức Xuân (bà "+plantedUnit+")", "Quầy 3", "Quầy 3, gặp bà "+plantedUnit,
		"Đang xử lý", "Đang xử lý, giao bà "+plantedUnit,
	)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		rec := httptest.NewRecorder()
		portal.Handler().ServeHTTP(rec, r)
		body := plant.Replace(rec.Body.String())
		for k, v := range rec.Header() {
			w.Header()[k] = v
		}
		w.Header().Del("Content-Length")
		w.WriteHeader(rec.Code)
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// plantedConfig sends all codes to one API of the portal.
func plantedConfig(base, kind string) string {
	k, ok := system.Find(kind)
	if !ok {
		panic("no kind is called " + kind)
	}
	doc := "[[system]]\nid = \"s\"\nname = \"Hệ thống thử\"\nkind = \"" + kind + "\"\n"
	for _, s := range k.Sample(base, "") {
		doc += fmt.Sprintf("%s = %q\n", s.Key, s.Value)
	}
	return doc
}

// TestNothingPlantedIsWritten uses the program as people do, with data that occurs nowhere
// else, and searches every file and every line of the log for it.
func TestNothingPlantedIsWritten(t *testing.T) {
	long(t)
	base := plantingPortal(t)
	for _, k := range system.Kinds() {
		if !k.Asked {
			continue // a web page: it answers nothing
		}
		t.Run(k.Name, func(t *testing.T) {
			home := t.TempDir()
			proof := plantedProof
			if k.Proof == system.ProofSecret {
				proof = "1007" // the receipt's secret, which the portal itself checks
			}
			p := startServeIn(t, home, plantedConfig(base, k.Name)+"[place]\noffice = \"Phuong Mot\"\n[server]\nlog_format = \"json\"\n")
			told := p.everyFace(t, proof)
			for _, args := range [][]string{
				{"track", plantedCode}, {"track", plantedCode, "--proof", proof}, {"track", plantedCode, "--proof", proof, "--json"},
				{"track", plantedCode, "--proof", "4711"}, {"doctor"}, {"config"},
			} {
				told += p.command(t, home, args)
			}
			// The planted data is in the answers, masked, so the test can find it.
			if !strings.Contains(told, "Q•••• T•• Ư•• T••••") {
				t.Fatalf("no face shows the masked name:\n%s", told)
			}
			if code := p.stop(); code == 2 {
				t.Errorf("exit code %d", code)
			}
			held := filesBelow(t, home)
			held["the log"] = p.log.String()
			held["all answers"] = told
			if len(held) < 4 || !strings.Contains(held["the log"], "code_hash") {
				t.Errorf("only %d places looked at, and the log says of no dossier:\n%s", len(held), held["the log"])
			}
			for place, content := range held {
				secrets := []string{plantedName, strings.ToUpper(plantedName), "Ươm Trồng", plantedOther, "Cấy Ghép", plantedUnit, "Vun Xới", plantedID, plantedPhone}
				if place != "all answers" {
					secrets = append(secrets, plantedProof, plantedCode, strings.ToLower(plantedCode), "Q••••")
				}
				for _, secret := range secrets {
					if i := strings.Index(content, secret); i >= 0 {
						t.Errorf("%s holds %q: …%s…", place, secret, content[max(0, i-80):min(len(content), i+120)])
					}
				}
			}
		})
	}
}

// everyFace asks for the planted dossier over SSH: as a command, in the line mode and in
// the interface.
func (p *process) everyFace(t *testing.T, proof string) string {
	t.Helper()
	dial := func() *gossh.Session {
		c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		time.AfterFunc(20*time.Second, func() { _ = c.Close() }) // bounds every wait
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	var told strings.Builder
	for _, command := range []string{"track " + plantedCode, "track " + plantedCode + " --proof " + proof, "track " + plantedCode + " --proof 4711 --json"} {
		out, err := dial().CombinedOutput(command)
		if exit := new(gossh.ExitError); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		told.Write(out)
	}
	lines := dial()
	lines.Stdin = strings.NewReader(plantedCode + "\nm " + proof + "\nq\n")
	var plain bytes.Buffer
	lines.Stdout = &plain
	if err := errors.Join(lines.Shell(), lines.Wait()); err != nil {
		t.Fatal(err)
	}
	told.Write(plain.Bytes())

	screen := dial()
	keys, err := screen.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := screen.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(screen.RequestPty("xterm-256color", 40, 100, nil), screen.Shell()); err != nil {
		t.Fatal(err)
	}
	drawn := io.TeeReader(out, &told)
	waitFor(t, drawn, "Phuong Mot")
	for _, step := range []struct{ press, until string }{
		{"1", "in trên giấy hẹn"}, {plantedCode + "\r", "Công an"}, {"m", "4 số cuối"}, {proof + "\r", "Ư••"},
	} {
		_, _ = io.WriteString(keys, step.press)
		waitFor(t, drawn, step.until)
	}
	return told.String()
}

// startServeIn starts the server. Everything that it writes is below one folder.
func startServeIn(t *testing.T, home, doc string, env ...string) *process {
	t.Helper()
	p := &process{t: t, config: filepath.Join(t.TempDir(), "config.toml"), log: &logLines{more: make(chan struct{}, 1)}}
	p.configure(doc)
	p.cmd = exec.CommandContext(t.Context(), "motcua", "serve", "--listen", "127.0.0.1:0", "--config", p.config)
	p.cmd.Env, p.cmd.Stderr = append(envIn(home), env...), p.log
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	at := regexp.MustCompile(`127\.0\.0\.1:\d+`)
	if strings.Contains(doc, `log_format = "json"`) { // then the log says where
		for deadline := time.Now().Add(30 * time.Second); p.addr == "" && time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
			p.addr = at.FindString(p.log.String())
		}
	}
	for lines := bufio.NewScanner(out); p.addr == "" && lines.Scan(); {
		p.addr = at.FindString(lines.Text())
	}
	if p.addr == "" {
		t.Fatalf("it does not say where it serves: %s", p.log.String())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return p
}

// command runs the program once.
func (p *process) command(t *testing.T, home string, args []string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "motcua", append(args, "--config", p.config)...)
	cmd.Env = envIn(home)
	out, err := cmd.CombinedOutput()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out)
}

// envIn returns an environment in which everything a process writes is below one folder.
func envIn(home string) []string {
	return append(os.Environ(), "HOME="+home, "TMPDIR="+home, "XDG_STATE_HOME="+filepath.Join(home, "state"), "XDG_CONFIG_HOME="+filepath.Join(home, "xdg"),
		"XDG_CACHE_HOME="+filepath.Join(home, "cache"), "STATE_DIRECTORY=", "TEA_TRACE=", "MOTCUA_LANG=")
}

// filesBelow returns the content of every file, by its name.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	held := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		doc, err := os.ReadFile(name)
		held[name] = string(bytes.ReplaceAll(doc, []byte{0}, nil)) // so that UTF-16 text is found as well
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return held
}
