package signatures_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/signature"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/signatures"
)

var at = time.Date(2026, 12, 1, 2, 0, 0, 0, time.UTC)

func env(l text.Lang) view.Env { return view.Env{Texts: text.For(l), Now: at} }

// signed is a signature that holds.
func signed(change func(*signature.Signature)) signature.Signature {
	s := signature.Signature{
		Covers: signature.CoversAll, Time: at, By: signature.ByStamp, StampBy: signature.Person{Name: "Dấu"}, SignerAt: at,
		Signer: signature.Person{Name: "Phường Mẫu", Organization: "Tỉnh Mẫu", Issuer: "Nơi cấp", From: at, Until: at.AddDate(2, 0, 0)},
		Chain:  signature.Chain{Known: signature.KnownYes, Root: "Gốc", At: at, StampKnown: true, Revocation: signature.NotChecked},
	}
	if change != nil {
		change(&s)
	}
	return s
}

func report(state signature.State, list ...signature.Signature) signature.Report {
	return signature.Report{State: state, Bytes: 900, Signatures: list}
}

// Each state has a sentence of its own in both languages, and only unchanged is good.
func TestStates(t *testing.T) {
	states := []signature.State{
		signature.Unchanged, signature.Added, signature.Changed, signature.Partial, signature.Unchecked, signature.Unsigned, signature.Encrypted,
		signature.NotPDF, signature.Broken, signature.TooLarge, signature.TooComplex, signature.Unreadable,
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		var said []string
		for _, s := range states {
			d := signatures.Document("a.pdf", report(s), at, env(l))
			b := d.Get("state")
			if says := b.String(); says == "" || slices.Contains(said, says) {
				t.Errorf("%s in %s says %q", s, l, says)
			}
			said = append(said, b.String())
			if (b.Tone == view.ToneGood) != (s == signature.Unchanged) || b.Sign == "" {
				t.Errorf("%s: sign %q, tone %d", s, b.Sign, b.Tone)
			}
			if d.Words("file") != "a.pdf" || !strings.Contains(d.Words("source"), "9:00") {
				t.Errorf("%s in %s: %q, %q", s, l, d.Words("file"), d.Words("source"))
			}
		}
	}
}

func TestChains(t *testing.T) {
	for known, want := range map[signature.Known]struct {
		tone view.Tone
		says string
	}{
		signature.KnownYes:     {view.ToneGood, "Có: chứng thư do Nơi cấp cấp, gốc là Gốc."},
		signature.KnownNo:      {view.ToneWarn, "Không: máy này không biết Nơi cấp."},
		signature.NoRoots:      {view.ToneWarn, "Chưa biết: máy này chưa có chứng thư gốc"},
		signature.OutOfDate:    {view.ToneWarn, "chỉ dùng được từ 01/12/2026 đến 01/12/2028"},
		signature.RevokedChain: {view.ToneBad, "Chứng thư đã bị thu hồi từ 01/12/2026."},
		signature.NotAsked:     {view.TonePlain, "Không xét"},
	} {
		s := signed(func(s *signature.Signature) { s.Chain.Known, s.Chain.RevokedAt = known, at })
		d := signatures.Document("a.pdf", report(signature.Unchanged, s), at, env(text.VI))
		if b := d.Get("chain"); b.Tone != want.tone || !strings.Contains(b.String(), want.says) {
			t.Errorf("%s: tone %d, %q", known, b.Tone, b.String())
		}
		// A name is told as one only where the chain is known.
		if who := d.Get("who").String(); strings.Contains(who, "tự ghi") == (known == signature.KnownYes) {
			t.Errorf("%s: %s", known, who)
		}
	}
	for revocation, want := range map[signature.Revocation]string{
		signature.NotChecked: "Chưa hỏi", signature.NotRevoked: "không bị thu hồi", signature.RevokedLate: "thu hồi sau khi ký", signature.NotFound: "Không có danh sách thu hồi nào",
	} {
		s := signed(func(s *signature.Signature) { s.Chain.Revocation, s.Chain.RevokedAt = revocation, at })
		if says := signatures.Document("a.pdf", report(signature.Unchanged, s), at, env(text.VI)).Get("chain").String(); !strings.Contains(says, want) {
			t.Errorf("%s: %s", revocation, says)
		}
	}
}

func TestWhoAndWhen(t *testing.T) {
	for _, tt := range []struct {
		change func(*signature.Signature)
		want   []string
	}{
		{nil, []string{"Phường Mẫu, Tỉnh Mẫu", "Lúc 9:00 ngày 01/12/2026, theo dấu thời gian của Dấu"}},
		{
			func(s *signature.Signature) { s.By = signature.BySigner },
			[]string{"Phường Mẫu, Tỉnh Mẫu", "Lúc 9:00 ngày 01/12/2026, theo đồng hồ của người ký; không có dấu thời gian"},
		},
		{func(s *signature.Signature) { s.By = "" }, []string{"Phường Mẫu, Tỉnh Mẫu", "Không ghi lúc ký."}},
		{func(s *signature.Signature) { s.Covers = signature.CoversNothing }, []string{"Không biết ai ký."}},
		{
			func(s *signature.Signature) { s.Covers, s.Problem = signature.CoverUnknown, signature.UnknownMethod },
			[]string{"Không biết ai ký.", "Ký theo cách mà máy này không kiểm tra được."},
		},
		{
			func(s *signature.Signature) { s.Level, s.Chain.StampKnown = 1, false },
			[]string{
				"Phường Mẫu, Tỉnh Mẫu", "Lúc 9:00 ngày 01/12/2026, theo dấu thời gian của Dấu",
				"Máy này không biết nơi cấp dấu thời gian ấy, nên thời điểm chỉ để tham khảo.", "Người ký không cho thêm gì vào tệp.",
			},
		},
		{
			func(s *signature.Signature) { s.Stamp = true },
			[]string{"Đây là dấu thời gian của cả tệp, không phải chữ ký của ai.", "Lúc 9:00 ngày 01/12/2026, theo dấu thời gian của Dấu"},
		},
	} {
		d := signatures.Document("a.pdf", report(signature.Unchanged, signed(tt.change)), at, env(text.VI))
		if got := d.Get("who").Items(); !slices.Equal(got, tt.want) {
			t.Errorf("got %q\nwant %q", got, tt.want)
		}
	}
}

// Of several signatures each has its own answers, and the document never says that a paper is
// valid without whose decision that is.
func TestSeveral(t *testing.T) {
	earlier := signed(func(s *signature.Signature) { s.Covers = signature.CoversEarlier })
	for known, tone := range map[signature.Known]view.Tone{signature.KnownYes: view.ToneGood, signature.KnownNo: view.ToneWarn, signature.NoRoots: view.ToneWarn} {
		last := signed(func(s *signature.Signature) { s.Chain.Known = known })
		b := signatures.Document("a.pdf", report(signature.Unchanged, earlier, last), at, env(text.VI)).Get("state")
		if says := strings.Contains(b.String(), "xin lại bản gốc"); b.Tone != tone || says != (tone == view.ToneWarn) {
			t.Errorf("the last signer is known: %s: tone %d, %s", known, b.Tone, b.String())
		}
	}

	all := []signature.Note{
		signature.ClockDiffers, signature.ClockLocal, signature.StampBroken, signature.WeakDigest, signature.WeakStamp, signature.Forbidden,
	}
	r := report(signature.Added, signed(func(s *signature.Signature) { s.Covers, s.Notes = signature.CoversEarlier, all }), signed(nil))
	r.Hidden = 2
	for _, l := range []text.Lang{text.VI, text.EN} {
		d := signatures.Document("a.pdf", r, at, env(l))
		var heads []string
		for _, b := range d.Of(view.KindSentence) {
			heads = append(heads, b.Head)
		}
		tt := topic.Signature.In(text.For(l))
		if want := []string{"", fmt.Sprintf(tt.Nth, "1", "2"), fmt.Sprintf(tt.Nth, "2", "2")}; !slices.Equal(heads, want) {
			t.Errorf("%s: %q, want %q", l, heads, want)
		}
		if got := d.Get("remarks").Items(); len(got) != len(all) {
			t.Errorf("%s: remarks %q", l, got)
		}
		if d.Words("limits") != tt.Limits || d.Words("state") != tt.Forbidden || !strings.Contains(d.Words("hidden"), "2") {
			t.Errorf("%s: %q, %q, %q", l, d.Words("limits"), d.Words("state"), d.Words("hidden"))
		}
	}
}
