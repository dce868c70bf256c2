package code_test

import (
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"

	"motcua/client/code"
)

func TestReadScan(t *testing.T) {
	dossier := func(s, secret string) code.Scan {
		known, err := code.ParseDossier(s)
		if err != nil {
			t.Fatal(err)
		}
		return code.Scan{Kind: code.ScanDossier, Code: known, Secret: secret}
	}
	procedure := func(s string) code.Scan {
		known, err := code.ParseProcedure(s)
		if err != nil {
			t.Fatal(err)
		}
		return code.Scan{Kind: code.ScanProcedure, Procedure: known}
	}
	const (
		known = "H55.17.05-261120-0007"
		uuid  = "0197a5cf-9e3d-7a52-8b1c-3f2d5e6a7b80"
	)
	for _, c := range []struct {
		what, text string
		want       code.Scan
	}{
		{"a bare code", known, dossier(known, "")},
		{"as scanners end it", " h55.17.05-261120-0007\r\n", dossier(known, "")},
		{"an address", "https://dichvucong.example.vn/tra-cuu?ma=" + known, dossier(known, "")},
		{"an address with its secret", "https://hcc.example.vn/#/hoso?code=" + known + "&secretKey=A1B2", dossier(known, "A1B2")},
		{"an encoded address", "https://hcc.example.vn/p?u=https%3A%2F%2Fx%2F%3Fma%3D" + known + "%26secretKey%3DA1B2", dossier(known, "A1B2")},
		{"a delimited receipt", known + "|1.004194|000000001234|Đăng ký tạm trú|Hệ thống mẫu|20/11/2026|25/11/2026", dossier(known, "")},
		{"a receipt whose code comes late", "1.004194;Dang ky tam tru;" + known, dossier(known, "")},
		{"a receipt over lines", "Ma ho so\t" + known + "\nHen tra\t25/11/2026", dossier(known, "")},
		{"a procedure's code", "1.004194", procedure("1.004194")},
		{"a procedure's address with its code", "https://dichvucong.example.vn/p?ma_thu_tuc=1.004194", procedure("1.004194")},
		{"a procedure's page", "https://dichvucong.example.vn/thu-tuc-hanh-chinh/" + strings.ToUpper(uuid) + "?x=1", code.Scan{Kind: code.ScanProcedure, ProcedureID: uuid}},
		{"a card", "001099001234|123456789|Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu, phường Mẫu|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a card without a former number", "001099001234||Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a newer card", "001099001234||Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu|05062021||Nguyễn Văn B|Trần Thị C|", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a card whose letters were lost", "001099001234|123456789|Nguy?n V?n A|01021990|Nam|S? 1 ph? M?u|05062021\r", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a card without the day of birth", "001099001234||A|00001950|Nữ|X|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		// The name of a street may look like anything.
		{"a card with a code in its address", "001099001234||A|01021990|Nam|" + known + "|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},

		{"a card with a month and a year of birth", "001099001234||A|00121950|Nữ|X|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a card with a day and a year of birth", "001099001234||A|31001950|Nữ|X|05062021", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a card without a day of issue", "001099001234||A|01021990|Nam|X", code.Scan{Kind: code.ScanCard, Proof: "1234"}},
		{"a procedure's page, nothing behind", "/thu-tuc-hanh-chinh/" + uuid, code.Scan{Kind: code.ScanProcedure, ProcedureID: uuid}},

		{"nothing", "", code.Scan{}},
		{"a card with month 13", "001099001234||A|00131950|Nam|X|05062021", code.Scan{}},
		{"a card with day 32", "001099001234||A|32001950|Nam|X|05062021", code.Scan{}},
		{"a card with a short birthday", "001099001234||A|0000195|Nam|X|05062021", code.Scan{}},
		{"a book", "9786042012345", code.Scan{}},
		{"a number alone", "001099001234", code.Scan{}},
		{"half a card", "001099001234|123456789|Nguyễn Văn A", code.Scan{}},
		{"a card with a short number", "00109900123||A|01021990|Nam|X|05062021", code.Scan{}},
		{"a card with an impossible day", "001099001234||A|31021990|Nam|X|05062021", code.Scan{}},
		{"a page of something else", "https://dichvucong.example.vn/tin-tuc/" + uuid, code.Scan{}},
		{"an id too long", "/thu-tuc-hanh-chinh/" + uuid + "0", code.Scan{}},
		{"half an id", "/thu-tuc-hanh-chinh/" + uuid[:20], code.Scan{}},
		{"a payment code", "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304F4E5", code.Scan{}},
		{"a network", "WIFI:T:WPA;S:Mau;P:mat-khau-mau;;", code.Scan{}},
	} {
		if got := code.ReadScan(c.text); got != c.want {
			t.Errorf("%s: %q gives %+v, want %+v", c.what, c.text, got, c.want)
		}
	}
}

// The result must not share memory with the text, because a substring keeps the whole string
// alive.
func TestWhatIsKeptOfAScanKeepsNothingElseAlive(t *testing.T) {
	for _, text := range []string{
		"001099001234||Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu|05062021",
		"H55.17.05-261120-0007|1.004194|Nguyễn Văn A|https://x/?secretKey=A1B2",
	} {
		gone := make(chan struct{})
		scan := func() code.Scan {
			body := []byte(text)
			kept := unsafe.String(&body[0], len(body))
			runtime.AddCleanup(&body[0], func(struct{}) { close(gone) }, struct{}{})
			return code.ReadScan(kept)
		}()
		for range 10 {
			runtime.GC()
		}
		select {
		case <-gone:
		case <-time.After(time.Minute):
			t.Errorf("what was read of %q holds on to it: %+v", text, scan)
		}
		runtime.KeepAlive(scan)
	}
}

var (
	fourDigits = regexp.MustCompile(`^\d{4}$`)
	secretText = regexp.MustCompile(`^([A-Za-z0-9]{4,16})?$`)
	uuidText   = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
)

// FuzzReadScan reads any text, alone and in the name and address fields of a card.
func FuzzReadScan(f *testing.F) {
	for _, s := range []string{
		"", "H55.17.05-261120-0007", "https://x/?id=72101&secretKey=A1B2", "1.004194", "Nguyễn Văn A", "a|b|c|d|e|f",
		"001099001234|123456789|Nguyễn Văn A|01021990|Nam|Số 1 phố Mẫu|05062021", "%%%7c%7C|%2", "\xff|\x00|", "/thu-tuc-hanh-chinh/" + strings.Repeat("0", 36),
	} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, address string) {
		s := code.ReadScan(name)
		want := code.Scan{Kind: s.Kind}
		switch s.Kind {
		case code.ScanUnknown:
		case code.ScanDossier:
			if s.Code.IsZero() || !secretText.MatchString(s.Secret) {
				t.Errorf("%q gives %+v", name, s)
			}
			want.Code, want.Secret = s.Code, s.Secret
		case code.ScanProcedure:
			if (s.Procedure == code.Procedure{}) == (s.ProcedureID == "") || s.ProcedureID != "" && !uuidText.MatchString(s.ProcedureID) {
				t.Errorf("%q gives %+v", name, s)
			}
			want.Procedure, want.ProcedureID = s.Procedure, s.ProcedureID
		case code.ScanCard:
			if !fourDigits.MatchString(s.Proof) {
				t.Errorf("%q gives the proof %q", name, s.Proof)
			}
			want.Proof = s.Proof
		default:
			t.Errorf("%q is of kind %d", name, s.Kind)
		}
		if !reflect.DeepEqual(s, want) {
			t.Errorf("%q gives more than its kind holds: %+v", name, s)
		}

		if strings.Contains(name, "|") || len(name)+len(address) > 3_000 {
			return
		}
		card := "001099001234|123456789|" + name + "|01021990|Nam|" + address + "|05062021"
		if got := code.ReadScan(card); got != (code.Scan{Kind: code.ScanCard, Proof: "1234"}) {
			t.Errorf("a card with the name %q and the address %q gives %+v", name, address, got)
		}
	})
}

// Scanners send the separators between a code's fields unchanged.
func TestReadScanWithControls(t *testing.T) {
	for _, text := range []string{
		"]Q3H55.17.05-261120-0007\x1d1.004194\x1e", "\x1dH55.17.05-261120-0007\x04", "Ma ho so\x1fH55.17.05-261120-0007\x1cHen tra 25/11/2026", "H55.17.05-261120-0007\f",
	} {
		if got := code.ReadScan(text); got.Kind != code.ScanDossier || got.Code.String() != "H55.17.05-261120-0007" {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
