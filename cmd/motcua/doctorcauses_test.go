package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest/badtls"
	"motcua/client/workday"
)

// adapterOf answers like an integration adapter that has no dossier.
func adapterOf(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if strings.HasSuffix(r.URL.Path, "/login") {
		_, _ = io.WriteString(w, `{"session":"s","error_code":0}`)
		return
	}
	_, _ = io.WriteString(w, `{"error_code":"00","result":[]}`)
}

func statusOf(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func cut(w http.ResponseWriter, _ *http.Request) {
	if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
		_ = conn.(*net.TCPConn).SetLinger(0)
		_ = conn.Close()
	}
}

func open(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv.URL
}

func closedPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// doctorSays runs `motcua doctor --json` in its own process with a configuration. It
// returns the findings by name, and the exit code.
func doctorSays(t *testing.T, doc, lang string, env ...string) (map[string]finding, int) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(file, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "motcua", "doctor", "--json", "--config", file, "--lang", lang)
	cmd.Env = append(quietEnv(dir), env...)
	out, err := cmd.Output()
	code := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	found := map[string]finding{}
	for line := range strings.Lines(string(out)) {
		var f finding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatalf("%v: %q", err, line)
		}
		if _, twice := found[f.Name]; !twice {
			found[f.Name] = f
		}
	}
	return found, code
}

type finding struct {
	Name, State, Sentence string
	Do                    string `json:"what_to_do"`
}

// quietEnv returns the test's environment without the variables that the program reads.
func quietEnv(dir string) []string {
	env := []string{"XDG_STATE_HOME=" + filepath.Join(dir, "state"), "XDG_CONFIG_HOME=" + dir}
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		if upper := strings.ToUpper(name); strings.HasPrefix(upper, "MOTCUA_") || strings.HasSuffix(upper, "_PROXY") ||
			strings.HasPrefix(name, "XDG_") || name == "STATE_DIRECTORY" || name == "CREDENTIALS_DIRECTORY" || name == "TEA_TRACE" {
			continue
		}
		env = append(env, kv)
	}
	return env
}

const adapterKeys = "kind = \"integration\"\nusername = \"mau\"\npassword = \"sai\"\ntimeout = \"2s\"\n"

// The doctor runs against a server for each cause, including those with bad certificates.
// It must report that cause, in both languages, with the keys to fix it.
func TestDoctorNamesEachCause(t *testing.T) {
	long(t)
	authority := badtls.NewAuthority(t)
	ca := "ca_file = '" + authority.File(t.TempDir()) + "'\n"
	secure := func(kind badtls.Kind) string { return authority.Serve(kind, http.HandlerFunc(adapterOf)) }
	day := func(n int, format string) string { return time.Now().In(workday.Zone).AddDate(0, 0, n).Format(format) }
	const vi, en = "02/01/2006", "2 January 2006" // the doctor's formats
	rejected := statusOf(http.StatusOK, "text/html", "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.</body></html>")
	for _, tt := range []struct {
		name, base, keys string // keys of the system besides its url
		vi, en           string // parts of the message; %h is the host
		do               string // a part of the advice
	}{
		{"self-signed", secure(badtls.SelfSigned), adapterKeys + ca, "chứng thư của %h là tự ký", "the certificate of %h is self-signed", "ca_file"},
		{"issued by a stranger", secure(badtls.Stranger), adapterKeys + ca, "không biết nơi cấp chứng thư của %h (CN=Noi cap chung thu thu)", "does not know who issued the certificate of %h (CN=Noi cap chung thu thu)", "ca_file"},
		{"issued by a private authority, without ca_file", secure(badtls.Good), adapterKeys, "không biết nơi cấp chứng thư của %h", "does not know who issued the certificate of %h", "ca_file"},
		{"wrong name", secure(badtls.WrongName), adapterKeys + ca, "chứng thư mà %h đưa ra là của tên khác: " + badtls.OtherName, "the certificate of %h is for another name: " + badtls.OtherName, "url"},
		{"expired", secure(badtls.Expired), adapterKeys + ca, "chứng thư của %h hết hạn ngày " + day(-2, vi), "the certificate of %h expired on " + day(-2, en), "timedatectl"},
		{"not valid yet", secure(badtls.NotYet), adapterKeys + ca, "chứng thư của %h đến ngày " + day(2, vi) + " mới dùng được", "the certificate of %h is not valid before " + day(2, en), "timedatectl"},
		{"no encryption there", strings.Replace(open(t, adapterOf), "http:", "https:", 1), adapterKeys, "không mã hóa được đường truyền tới %h", "an encrypted connection to %h could not be established", "url"},
		{"a dead name", "https://khong..co.example", adapterKeys, "không tìm ra máy chủ tên %h (DNS)", "the name %h is not found (DNS)", "getent hosts khong..co.example"},
		{"nothing listens", "http://" + closedPort(t), adapterKeys, "%h từ chối kết nối", "%h refuses the connection", "url"},
		{"cut", open(t, cut), adapterKeys, "kết nối tới %h bị cắt", "the connection to %h was cut", "proxy"},
		{"silent", open(t, func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		}), strings.Replace(adapterKeys, "2s", "1s", 1), "chờ %h quá lâu", "%h takes too long", "timeout"},
		{"503", open(t, statusOf(http.StatusServiceUnavailable, "text/html", "<html>Service Unavailable</html>")), adapterKeys, "máy chủ %h gặp trục trặc (HTTP 503)", "the server %h has a fault (HTTP 503)", ""},
		{"a firewall's page", open(t, rejected), adapterKeys, "tường lửa của", "the firewall of", "username, password"},
		{"another web page", open(t, statusOf(http.StatusOK, "text/html", "<html>Đăng nhập</html>")), adapterKeys, "trả lời bằng một trang web", "answers with a web page", "API"},
		{"a wrong password", open(t, statusOf(http.StatusOK, "application/json", `{"error_code":1}`)), adapterKeys, "không nhận tài khoản", "refuses the log-in", "username, password, dstcode, unit"},
		{"a wrong client secret", open(t, adapterOf), "kind = \"igate\"\nsso = \"" + open(t, statusOf(http.StatusUnauthorized, "application/json", `{"error":"unauthorized_client"}`)) + "\"\nclient_id = \"c\"\nclient_secret = \"sai\"\n", "không nhận tài khoản", "refuses the log-in", "client_id, client_secret"},
		{"a wrong address of the log-in server", open(t, adapterOf), "kind = \"igate\"\nsso = \"" + open(t, statusOf(http.StatusNotFound, "application/json", `{"error":"not found"}`)) + "\"\nclient_id = \"c\"\nclient_secret = \"sai\"\n", "không đọc được", "cannot be read", "sso, token_path"},
		{"a dead proxy", "https://cong.example", adapterKeys + "proxy = \"http://ten:hunter2@" + closedPort(t) + "\"\n", "máy chủ trung gian http://(ẩn)@127.0.0.1:", "the proxy http://(ẩn)@127.0.0.1:", "proxy = \"none\""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := "[[system]]\nid = \"h55\"\nname = \"Hệ thống thử\"\nurl = \"" + tt.base + "\"\n" + tt.keys
			base, err := url.Parse(tt.base)
			if err != nil {
				t.Fatal(err)
			}
			for lang, piece := range map[string]string{"vi": tt.vi, "en": tt.en} {
				found, code := doctorSays(t, doc, lang)
				f := found["portal h55"]
				if want := strings.ReplaceAll(piece, "%h", base.Host); code != 1 || f.State != "fail" || !strings.Contains(f.Sentence, want) || !strings.Contains(f.Do, tt.do) {
					t.Errorf("%s: code %d, %+v\nwant %q and %q", lang, code, f, want, tt.do)
				}
				if said := fmt.Sprint(found); strings.Contains(said, "hunter2") || strings.Contains(said, "sai ") {
					t.Errorf("a secret stands in %s", said)
				}
			}
		})
	}
	t.Run("good, by the authority's file", func(t *testing.T) {
		doc := "[[system]]\nid = \"h55\"\nname = \"Hệ thống thử\"\nurl = \"" + secure(badtls.Good) + "\"\n" + adapterKeys + ca
		if found, _ := doctorSays(t, doc, "en"); found["portal h55"].State != "ok" {
			t.Errorf("%+v", found["portal h55"])
		}
	})
	// The portal's host is not the loopback, so that the environment's proxy is used; the
	// proxy itself answers the requests to it.
	t.Run("by the environment's proxy", func(t *testing.T) {
		proxy := open(t, adapterOf)
		doc := "[[system]]\nid = \"h55\"\nname = \"Hệ thống thử\"\nurl = \"http://cong.example\"\n" + adapterKeys
		found, _ := doctorSays(t, doc, "vi", "HTTP_PROXY="+proxy)
		if f := found["portal h55"]; f.State != "ok" || !strings.HasSuffix(f.Sentence, "Đi qua máy chủ trung gian "+proxy+" (HTTP_PROXY).") {
			t.Errorf("%+v", f)
		}
		found, code := doctorSays(t, doc+"proxy = \"none\"\n", "vi", "HTTP_PROXY="+proxy)
		if f := found["portal h55"]; code != 1 || strings.Contains(f.Sentence, "trung gian") {
			t.Errorf("switched off: code %d, %+v", code, f)
		}
	})
}

// When only the service has a password, the doctor run by hand checks everything else,
// contacts the server, and names the command that checks the account.
func TestDoctorOutsideTheService(t *testing.T) {
	doc := "[[system]]\nid = \"h55\"\nname = \"Hệ thống thử\"\nurl = \"" + open(t, adapterOf) + "\"\nkind = \"integration\"\nusername = \"mau\"\npassword_credential = \"h55.password\"\n"
	found, code := doctorSays(t, doc, "vi")
	f := found["portal h55"]
	if code != 0 || f.State != "warn" || !strings.Contains(f.Sentence, "mật khẩu (h55.password) chỉ có bên trong dịch vụ") {
		t.Errorf("code %d, %+v", code, f)
	}
	for _, piece := range []string{"systemd-run", "LoadCredential=h55.password:", "StateDirectory=motcua", "User=motcua", " doctor"} {
		if !strings.Contains(f.Do, piece) {
			t.Errorf("%q is missing in %q", piece, f.Do)
		}
	}
	for _, name := range []string{"config", "clock", "holidays", "routes", "server", "terminal"} {
		if found[name].Name == "" {
			t.Errorf("%s was not checked", name)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "h55.password"), []byte("dung\n"), 0o400); err != nil {
		t.Fatal(err)
	}
	if found, _ := doctorSays(t, doc, "en", "CREDENTIALS_DIRECTORY="+dir); found["portal h55"].State != "ok" {
		t.Errorf("inside: %+v", found["portal h55"])
	}
	// A command that needs that system says why it cannot ask it.
	file := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(file, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"track", "H55.17.05-261120-0007"}, {"serve", "--listen", "127.0.0.1:0"}} {
		cmd := exec.CommandContext(t.Context(), "motcua", append(args, "--config", file, "--lang", "en")...)
		cmd.Env = quietEnv(dir)
		out, err := cmd.CombinedOutput()
		if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), `line 7: key "system.password_credential": the credential "h55.password" is there only inside the systemd service`) {
			t.Errorf("%s: %v\n%s", args[0], err, out)
		}
	}
	cmd := exec.CommandContext(t.Context(), "motcua", "search", "khai sinh", "--config", file)
	cmd.Env = quietEnv(dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("procedures take no account: %v\n%s", err, out)
	}
}
