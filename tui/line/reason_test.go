package line

import (
	"context"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/integration"
	"motcua/client/sandbox"
	"motcua/client/sandbox/adapter"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// overSample returns the service over the sample portal, as programs use it.
func overSample(t *testing.T) *client.Service {
	t.Helper()
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	running, err := portal.Start(context.Background(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = running.Close() })
	cfg := integration.Config{
		AuthPath: adapter.LoginPath, CallPath: adapter.CallPath, DstCode: sandbox.DefaultDstCode,
		Username: sandbox.DefaultUsername, Password: sandbox.DefaultPassword, UnitCode: sandbox.DefaultUnitCode,
	}
	cfg.Rest.BaseURL, cfg.Rest.Source = running.AdapterURL, h55
	src, err := integration.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(src.Close)
	return client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{src}}}})
}

// Reasons why the sample's dossiers were refused or stopped: the kind of reason without the
// proof, the official's words with it, on a command line, in JSON and in the line mode.
func TestAReasonNeedsTheProof(t *testing.T) {
	svc := overSample(t)
	for _, tt := range []struct{ code, proof, full, kind, kindEN string }{
		{
			"H55.17.05-261120-0003", "1003", "không đọc được số nhà và tên chủ hộ",
			"giấy tờ còn thiếu hoặc chưa đúng (muốn xem đầy đủ thì cần mã tra cứu)", "papers missing or not right (full reason: needs the look-up code)",
		},
		{
			"H55.20-261116-0013", "1013", "chưa nhận được hồ sơ của phương tiện",
			"quá hạn bổ sung giấy tờ (muốn xem đầy đủ thì cần mã tra cứu)", "the time to hand in more papers is over (full reason: needs the look-up code)",
		},
	} {
		for _, l := range []text.Lang{text.VI, text.EN} {
			kind := tt.kind
			if l == text.EN {
				kind = tt.kindEN
			}
			for _, proof := range []string{"", tt.proof} {
				var said, errs strings.Builder
				args, typed := []string{"track", tt.code, "--lang", string(l)}, tt.code+"\n"
				if proof != "" {
					args, typed = append(args, "--proof", proof), typed+"m "+proof+"\n"
				}
				for _, more := range [][]string{nil, {"--json"}} {
					if code := Run(t.Context(), verb.Deps{Service: svc, Out: &said, Err: &errs, In: strings.NewReader("")}, append(args, more...)); code != exit.Answered {
						t.Fatalf("%v: exit code %d, %s", args, code, errs.String())
					}
				}
				commands := said.String()
				said.Reset()
				_ = Mode(t.Context(), verb.Deps{Service: svc, In: strings.NewReader(typed), Out: &said, Err: &said, Lang: l})
				flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
				if n := strings.Count(flat(commands), kind); (n == 2) != (proof == "") {
					t.Errorf("%s proof %q: the kind is told %d times in\n%s", tt.code, proof, n, commands)
				}
				if n := strings.Count(flat(commands), tt.full); (n == 2) != (proof != "") || proof == "" && n != 0 {
					t.Errorf("%s proof %q: the reason is told %d times in\n%s", tt.code, proof, n, commands)
				}
				if mode := flat(said.String()); !strings.Contains(mode, kind) || strings.Contains(mode, tt.full) != (proof != "") {
					t.Errorf("%s proof %q: line mode says\n%s", tt.code, proof, said.String())
				}
			}
		}
	}
}
