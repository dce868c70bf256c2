package digest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestConvertLabels makes the test data of labelled pages: it joins the sheet of
// a page and the labels that a reader gave it. It does nothing unless it is told
// where they are:
//
//	DIGEST_SHEETS=/path/to/sheets DIGEST_LABELS=/path/to/labels DIGEST_INTO=testdata/labels/tuned \
//	    go test ./client/digest -run TestConvertLabels
func TestConvertLabels(t *testing.T) {
	sheets, labels, into := os.Getenv("DIGEST_SHEETS"), os.Getenv("DIGEST_LABELS"), os.Getenv("DIGEST_INTO") //nolint:forbidigo // whoever runs the test names the folder
	if sheets == "" || labels == "" || into == "" {
		t.Skip("no sheets and labels given")
	}
	files, err := filepath.Glob(filepath.Join(labels, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in %s: %v", labels, err)
	}
	if err := os.MkdirAll(into, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		sheet, err := os.ReadFile(filepath.Join(sheets, filepath.Base(f)))
		if err != nil {
			t.Fatal(err)
		}
		label, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out := bytes.Join([][]byte{bytes.TrimSpace(sheet), []byte(labelMark), bytes.TrimSpace(label), nil}, []byte("\n"))
		if err := os.WriteFile(filepath.Join(into, filepath.Base(f)), out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d pages", len(files))
}
