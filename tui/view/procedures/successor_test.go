package procedures

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/linked"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// An abolished procedure says in every medium what replaces it, or whom to ask for that, and
// promises no day on which the result is there.
func TestAnAbolishedProcedureNamesItsSuccessor(t *testing.T) {
	for _, tt := range []struct {
		next *linked.Successor
		lang text.Lang
		want string
	}{
		{&linked.Successor{Code: "1.004222", Name: "Thủ tục đăng ký thường trú", Office: "UBND phường A"}, text.VI, "Đã bãi bỏ. Thay bằng thủ tục 1.004222 Đăng ký thường trú (theo UBND phường A)."},
		{&linked.Successor{Code: "1.004222", Office: "UBND phường A"}, text.VI, "Đã bãi bỏ. Thay bằng thủ tục 1.004222 (theo UBND phường A)."},
		{&linked.Successor{Code: "1.004222", Name: "Đăng ký thường trú", Office: "UBND phường A"}, text.EN, "Abolished. Replaced by the procedure 1.004222 Register permanent residence (as UBND phường A says)."},
		{nil, text.VI, "Thủ tục này đã bãi bỏ, không nơi nào nhận nữa. Hỏi "},
		{nil, text.EN, "This procedure was abolished; no office accepts it any more. Ask "},
	} {
		for _, medium := range []view.Medium{view.Keys, view.Ear, view.Touch, view.Paper, view.Command, view.Typed} {
			e := viewtest.Env(t, tt.lang)
			e.Medium = medium
			a := client.Answer[client.Procedure]{Value: residence(), AsOf: viewtest.Now}
			if medium != view.Paper && Document(a, e).Words("ready") == "" {
				t.Fatal("a procedure in force promises no day")
			}
			a.Value.Abolished, a.Successor = true, tt.next
			for name, doc := range map[string]view.Document{"page": Document(a, e), "whole text": Official(a, e)} {
				if got := doc.Words("abolished"); !strings.HasPrefix(got, tt.want) {
					t.Errorf("%s, medium %d: %q, want %q", name, medium, got, tt.want)
				}
				if got := doc.Words("ready"); got != "" {
					t.Errorf("%s, medium %d: %q", name, medium, got)
				}
			}
		}
	}
}
