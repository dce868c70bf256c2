package review

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"motcua/client"
)

// catalogue has five procedures, the one used most first, and the details of one.
type catalogue struct{ detail client.Procedure }

func (catalogue) Len(context.Context) int { return 5 }

func (catalogue) Popular(n int) []client.Hit {
	var list []client.Hit
	for i := range n {
		list = append(list, client.Hit{Code: fmt.Sprintf("1.00000%d", i), Name: fmt.Sprintf("Việc %d", i), Weight: int64(100 - i)})
	}
	return list
}

func (c catalogue) Procedure(ctx context.Context, code string) (client.Procedure, error) {
	for _, h := range c.Popular(c.Len(ctx)) {
		if h.Code == code {
			return client.Procedure{Code: code, Name: h.Name}, nil
		}
	}
	return client.Procedure{}, client.ErrNotFound
}

func (c catalogue) Kept(_ context.Context, code string) (a client.Answer[client.Procedure], fresh, ok bool) {
	a.Value = c.detail
	return a, true, code == c.detail.Code
}

func TestWhatSomebodyShouldGoThrough(t *testing.T) {
	file := filepath.Join(t.TempDir(), "reviews.toml")
	const entry = "[[procedure]]\ncode = %q\noffice = \"UBND\"\nreviewed = %s\nsource = \"v1-0123456789abcdef\"\n"
	if err := os.WriteFile(file, fmt.Appendf(nil, entry+entry, "1.000001", "2026-11-20", "9.999999", "2026-11-28"), 0o600); err != nil {
		t.Fatal(err)
	}
	book := Read(file, nil)
	if p := book.Problems(); len(p) > 0 {
		t.Fatal(p)
	}
	kept := catalogue{client.Procedure{Code: "1.000001"}}
	now := time.Date(2026, time.November, 25, 9, 0, 0, 0, time.UTC)

	var remarks []string
	for _, p := range book.Remarks(t.Context(), kept, nil, now) {
		remarks = append(remarks, fmt.Sprintf("%s %s in line %d, warns %v", p.Kind, p.Value, p.Line, p.Warn))
	}
	if want := []string{"changed 1.000001 in line 1, warns true", "unknown 9.999999 in line 6, warns true", "future 2026-11-28 in line 6, warns true"}; !slices.Equal(remarks, want) {
		t.Errorf("remarks %q, want %q", remarks, want)
	}

	marks := []Mark{{Code: "1.000003", Row: 2, Who: Desk}, {Code: "1.000001"}, {Code: "8.888888"}}
	shipped := func(code string) (client.Hit, bool) {
		return client.Hit{Code: code, Name: "trong chương trình", Weight: 7}, code == "1.000001"
	}
	var queue []string
	for _, p := range Queue(t.Context(), book, marks, kept, shipped, 2) {
		queue = append(queue, fmt.Sprintf("%s %q %d marked %v reviewed %v read %v", p.Code, p.Name, p.Weight, p.Mark != nil, p.Reviewed, p.Doubts != nil))
	}
	if want := []string{
		`1.000003 "Việc 3" 0 marked true reviewed false read false`,
		`1.000001 "trong chương trình" 7 marked true reviewed true read true`,
		`8.888888 "" 0 marked true reviewed false read false`,
		`1.000000 "Việc 0" 100 marked false reviewed false read false`,
		`1.000002 "Việc 2" 98 marked false reviewed false read false`,
	}; !slices.Equal(queue, want) {
		t.Errorf("the queue is %q, want %q", queue, want)
	}
}
