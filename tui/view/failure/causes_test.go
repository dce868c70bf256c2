package failure

import (
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view/viewtest"
)

// Each cause has words of its own in both languages, and a sentence for the person
// who asked that tells nothing of certificates and proxies.
func TestEachCauseHasItsWords(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		seen := map[string]client.Cause{}
		for _, c := range append(client.Causes(), client.CauseCancelled) {
			words := text.For(l).Causes.Of(string(c))
			if words == "" || seen[words] != "" {
				t.Errorf("%s: %s is called %q, as is %s", l, c, words, seen[words])
			}
			seen[words] = c
		}
		e := viewtest.Env(t, l)
		plain := Dossier(down(client.CauseNetwork, "2026-11-24 08:02", 0), e)
		for _, c := range []client.Cause{
			client.CauseDNS, client.CauseClosed, client.CauseUnreachable, client.CauseReset, client.CauseProxy, client.CauseTLS,
			client.CauseSelfSigned, client.CauseAuthority, client.CauseWrongName, client.CauseExpired, client.CauseNotYetValid, client.CauseCertificate,
		} {
			if got := Dossier(down(c, "2026-11-24 08:02", 0), e); got != plain {
				t.Errorf("%s: %s: %q, want %q", l, c, got, plain)
			}
		}
		if got, want := Dossier(down(client.CauseWebPage, "", 0), e), Dossier(down(client.CauseContent, "", 0), e); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if got := text.For(text.VI).Causes.Of("new"); got != "" {
		t.Errorf("an unknown cause is called %q", got)
	}
}
