package doctor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/tui/text"
)

func TestVerifyFindings(t *testing.T) {
	roots, err := os.ReadFile(filepath.Join("..", "..", "client", "signature", "testdata", "stamps-root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "roots.pem")
	for _, tt := range []struct {
		content []byte
		state   State
		says    string
	}{
		{roots, StateOK, "has 1 root certificates and 0 between"},
		{[]byte("nothing"), StateFail, "has no root certificate"},
	} {
		if err := os.WriteFile(file, tt.content, 0o600); err != nil {
			t.Fatal(err)
		}
		e := &Env{Lang: text.EN}
		if list := checkVerify(t.Context(), e); list != nil {
			t.Errorf("without the key: %+v", list)
		}
		e.Config.Verify.Roots = file
		list := checkVerify(t.Context(), e)
		if len(list) != 1 || list[0].State != tt.state || !strings.Contains(list[0].Sentence, tt.says) {
			t.Errorf("%q: %+v", tt.content[:7], list)
		}
	}
}
