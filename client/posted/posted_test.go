package posted_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client/notice"
	"motcua/client/posted"
	"motcua/client/workday"
)

func day(d int) time.Time { return time.Date(2026, time.December, d, 9, 0, 0, 0, workday.Zone) }

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, doc := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A notice is shown from its first to its last day, the newest first; other files are left.
func TestNoticesOfADay(t *testing.T) {
	f := posted.Read(folder(t, map[string]string{
		"tet.md":     "---\nfrom: 2026-12-20\nuntil: 2027-01-04\n---\n# Nghỉ Tết\n\nNghỉ ngày 1/1.\n",
		"quay-3.MD":  "\ufeff---\r\nfrom: 1/12/2026\r\nuntil: 20/12/2026\r\ntitle: \"Quầy 3 chuyển\"\r\n---\r\nLên tầng 2.\r\n",
		"README.txt": "x", ".hidden.md": "x",
	}), nil)
	if len(f.Problems()) != 0 || f.Len() != 2 {
		t.Fatalf("%d, %+v", f.Len(), f.Problems())
	}
	for at, want := range map[int]string{1: "quay-3", 19: "quay-3", 20: "tet quay-3", 21: "tet"} {
		var ids []string
		for _, n := range f.On(day(at)) {
			ids = append(ids, n.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("on %d: %q, want %q", at, got, want)
		}
	}
	n, ok := f.Get("quay-3", day(1))
	if !ok || n.Title != "Quầy 3 chuyển" || n.Origin != notice.Office || len(n.Parts) != 1 || n.Parts[0].Text != "Lên tầng 2." {
		t.Errorf("%+v", n)
	}
	if _, ok := f.Get("quay-3", day(25)); ok {
		t.Error("a notice of before is still shown")
	}
	if f := (*posted.Folder)(nil); f.On(day(1)) != nil {
		t.Error("an empty folder has notices")
	}
}

// Each mistake is told with its file and line, and the other notices are shown.
func TestMistakes(t *testing.T) {
	head := "---\nfrom: 2026-12-01\nuntil: 2026-12-31\n---\n"
	good := head + "# Một\n\nChữ.\n"
	for name, tt := range map[string]struct {
		file, doc string
		want      posted.Kind
		line      int
	}{
		"no dates":    {"a.md", "# Một\n\nChữ.\n", posted.NoHead, 1},
		"open head":   {"a.md", "---\nfrom: 2026-12-01\n# Một\n", posted.NoHead, 1},
		"no last day": {"a.md", "---\nfrom: 2026-12-01\n---\n# Một\n\nChữ.\n", posted.NoDay, 1},
		"bad day":     {"a.md", "---\nfrom: 31/2/2026\nuntil: 2026-12-31\n---\n# Một\n\nChữ.\n", posted.BadDay, 2},
		"backwards":   {"a.md", "---\nfrom: 2026-12-31\nuntil: 2026-12-01\n---\n# Một\n\nChữ.\n", posted.Backwards, 3},
		"other key":   {"a.md", "---\nfrom: 2026-12-01\nuntil: 2026-12-31\nauthor: x\n---\n# Một\n\nChữ.\n", posted.BadKey, 4},
		"no title":    {"a.md", head + "Chữ.\n", posted.NoTitle, 0},
		"no text":     {"a.md", head + "# Một\n", posted.Empty, 0},
		"name":        {"thông báo.md", good, posted.BadName, 0},
		"not text":    {"a.md", "\xff\xfe", posted.NotText, 0},
		"too large":   {"a.md", good + strings.Repeat("x", 300_000), posted.TooLarge, 0},
		"long title":  {"a.md", head + "# " + strings.Repeat("x", 201) + "\n\nChữ.\n", posted.TooLong, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := posted.Read(folder(t, map[string]string{tt.file: tt.doc, "good.md": good}), nil)
			p := f.Problems()
			if f.Len() != 1 || len(p) != 1 || p[0].Kind != tt.want || p[0].Line != tt.line || p[0].File != tt.file {
				t.Errorf("%d notices, %+v", f.Len(), p)
			}
		})
	}
	if p := posted.Read(filepath.Join(t.TempDir(), "none"), nil).Problems(); len(p) != 1 || p[0].Kind != posted.Missing {
		t.Errorf("%+v", p)
	}
	refused := posted.Read(folder(t, map[string]string{"good.md": good}), func(path string) error {
		if strings.HasSuffix(path, ".md") {
			return errors.New("anybody")
		}
		return nil
	})
	if p := refused.Problems(); refused.Len() != 0 || len(p) != 1 || p[0].Kind != posted.Untrusted {
		t.Errorf("%+v", p)
	}
	long := posted.Read(folder(t, map[string]string{"a.md": head + "# Một\n" + strings.Repeat("\nĐoạn.\n", 500)}), nil)
	if p := long.Problems(); long.Len() != 1 || len(p) != 1 || p[0].Kind != posted.Cut {
		t.Errorf("%d, %+v", long.Len(), p)
	}
}
