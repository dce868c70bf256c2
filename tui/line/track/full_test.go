package track

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/line/codelist"
	"motcua/tui/line/outfile"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// nobody has a dossier.
type nobody struct {
	client.Lookups
	asked int
}

func (n *nobody) Track(context.Context, client.DossierQuery) (client.Answer[client.Dossier], error) {
	n.asked++
	return client.Answer[client.Dossier]{}, client.ErrNotFound
}
func (*nobody) Calendar() *workday.Calendar { return nil }
func (*nobody) Now() time.Time              { return time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone) }

// fullDisk accepts a number of rows.
type fullDisk struct{ left int }

func (f *fullDisk) Row(record.Dossier) error {
	if f.left--; f.left < 0 {
		return &os.PathError{Op: "write", Path: "out.jsonl", Err: syscall.ENOSPC}
	}
	return nil
}

// A full disk ends the run with that reason.
func TestAFullDiskEndsTheList(t *testing.T) {
	f := &nobody{}
	var errs bytes.Buffer
	tr := &tracker{Run: &verb.Run{Deps: verb.Deps{Out: io.Discard, Err: &errs, Service: f}, Texts: text.For(text.VI), JSON: true}, many: true}
	tr.list.sum = &outfile.Tally{}
	tr.list.file = &outfile.File{Name: "out.jsonl"}
	tr.list.rows = &fullDisk{2}
	var codes strings.Builder
	for n := range 20 {
		fmt.Fprintf(&codes, "H55.17.05-261120-%04d ", n+1)
	}
	code := tr.all(t.Context(), []codelist.Argument{{Entries: codelist.Of(codes.String(), 0)}})
	if code != 1 || f.asked > 3 || !strings.Contains(errs.String(), "Không ghi được tệp out.jsonl: đĩa đã đầy.\n") {
		t.Errorf("code %d after %d look-ups: %s", code, f.asked, errs.String())
	}
	if !errors.Is(tr.Broken, syscall.ENOSPC) {
		t.Errorf("%v", tr.Broken)
	}
}
