package view

import (
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/text"
)

// What a medium says in its own way it finds as spans: each kind where the words of
// a dossier hold such a thing.
func TestSpansOfADossier(t *testing.T) {
	a := sample(t, client.StatusPayment, func(d *client.Dossier) {
		d.Private = &client.Private{Applicant: "N••••• V•• A", Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 30000, Known: true}}}
	})
	for l, want := range map[text.Lang]map[SpanKind][]string{
		text.VI: {
			SpanDate: {"THỨ TƯ 25/11/2026"}, SpanTime: {"trước 17 giờ", "lúc 8:14 hôm nay"}, SpanMoney: {"30.000 đồng", "30.000 đồng"},
			SpanCode: {"H55.17.05-261120-0007"}, SpanName: {"N••••• V•• A"}, SpanPlace: {"Quầy 3"},
		},
		text.EN: {
			SpanDate: {"WEDNESDAY 25 November 2026"}, SpanTime: {"before 17:00", "at 8:14 today"}, SpanMoney: {"30,000 VND", "30,000 VND"},
			SpanCode: {"H55.17.05-261120-0007"}, SpanName: {"N••••• V•• A"}, SpanPlace: {"Quầy 3"},
		},
	} {
		got := map[SpanKind][]string{}
		doc := Dossier(a, env(t, l))
		for _, b := range doc.Blocks {
			for _, s := range b.Text() {
				got[s.Kind] = append(got[s.Kind], s.Text)
				if dated := s.Kind == SpanDate || s.Kind == SpanTime; dated == s.At.IsZero() {
					t.Errorf("%s: %q has the time %v", l, s.Text, s.At)
				}
			}
		}
		for kind, texts := range want {
			if !slices.Equal(got[kind], texts) {
				t.Errorf("%s: kind %d: %q, want %q", l, kind, got[kind], texts)
			}
		}
	}
}

// Keys are the same in both languages, and every sentence has one: clips and media
// go by them.
func TestKeysOfADossier(t *testing.T) {
	keys := func(l text.Lang, s scenario) []string {
		var out []string
		for _, b := range Dossier(sample(t, s.status, s.change), env(t, l)).Blocks {
			out = append(out, b.Key)
			for _, said := range b.Lines {
				out = append(out, said.Key)
				list := b.Kind == KindList || b.Kind == KindChecklist || b.Kind == KindTitle
				if list != (said.Key == "") {
					t.Errorf("%s: %s: the key of %q is %q", s.name, b.Key, said.Text, said.Key)
				}
			}
		}
		return out
	}
	for _, s := range scenarios() {
		if vi, en := keys(text.VI, s), keys(text.EN, s); !slices.Equal(vi, en) {
			t.Errorf("%s:\n%q in Vietnamese\n%q in English", s.name, vi, en)
		}
	}
}

// A sentence with the key of a recorded clip has the clip's words, whatever the
// dossier: who listens would hear something else.
func TestKeysNameTheirClips(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		clips, heard := map[string]string{}, map[string]bool{}
		for _, c := range text.For(l).Clips() {
			clips[c.Key] = c.Text
		}
		saturday := env(t, l)
		saturday.Now = at("2026-11-28 09:00")
		docs := []Document{
			Dossier(sample(t, client.StatusFinished, func(d *client.Dossier) { d.DueAt, d.FinishedAt = at("2026-11-23 09:00"), at("2026-11-23 10:00") }), env(t, l)),
			Dossier(sample(t, client.StatusProcessing, func(d *client.Dossier) { d.DueAt = at("2026-11-29") }), saturday),
		}
		for _, s := range scenarios() {
			docs = append(docs, Dossier(sample(t, s.status, s.change), env(t, l)))
		}
		for _, doc := range docs {
			for _, b := range doc.Blocks {
				for _, said := range b.Lines {
					words, fixed := clips[said.Key]
					if fixed && words != said.Text.String() {
						t.Errorf("%s: %s is %q, the clip says %q", l, said.Key, said.Text, words)
					}
					heard[said.Key] = heard[said.Key] || fixed
				}
			}
		}
		for key := range clips {
			if strings.HasPrefix(key, "dossier-") && key != "dossier-hidden" && key != "dossier-never" && !heard[key] {
				t.Errorf("%s: no dossier says %s", l, key)
			}
		}
	}
}

// Private is what only a proof opened, and nothing else is: whatever a proof opens
// stands in a private block, wherever it is said.
func TestPrivateBlocks(t *testing.T) {
	secrets := []string{"N••••• V•• A", "giấy một", "phí hai", "giấy ba", "giấy bốn", "lời năm", "lý do sáu", "12.345"}
	for _, s := range scenarios() {
		a := sample(t, s.status, func(d *client.Dossier) {
			if s.change != nil {
				s.change(d)
			}
			d.Private, d.Reason = nil, ""
		})
		for _, b := range Dossier(a, env(t, text.VI)).Blocks {
			if b.Private {
				t.Errorf("%s: %q is private without a proof", s.name, b.Key)
			}
		}
		a.Value.Private = &client.Private{
			Applicant: secrets[0], Missing: []string{secrets[1]}, Fees: []client.DossierFee{{Name: secrets[2], Amount: 12345, Known: true}},
			Supplied: []string{secrets[3]}, Results: []string{secrets[4]}, Note: secrets[5],
		}
		a.Value.Reason = secrets[6]
		said := map[string]bool{}
		for _, b := range Dossier(a, env(t, text.VI)).Blocks {
			for _, secret := range secrets {
				if strings.Contains(b.String(), secret) {
					said[secret] = true
					if !b.Private {
						t.Errorf("%s: %q says %q and is not private", s.name, b.Key, secret)
					}
				}
			}
		}
		for _, secret := range secrets {
			if !said[secret] && secret != secrets[6] {
				t.Errorf("%s: %q is said nowhere", s.name, secret)
			}
		}
	}
}

// What is missing is said once, wherever the first paper ends in a full stop: the
// screen once listed such papers below the sentence that names them.
func TestMissingPapersAreSaidOnce(t *testing.T) {
	papers := &client.Private{Missing: []string{"Ảnh 3x4.", "Hợp đồng thuê nhà"}}
	for status, listed := range map[client.Status]bool{client.StatusSupplement: false, client.StatusProcessing: true} {
		doc := Dossier(sample(t, status, func(d *client.Dossier) { d.Private = papers }), env(t, text.VI))
		if got := len(doc.Get("missing").Lines) > 0; got != listed {
			t.Errorf("%s: listed %t, want %t", status, got, listed)
		}
		if said := strings.Count(doc.Words("next"), "Ảnh 3x4"); listed == (said == 1) {
			t.Errorf("%s: what to do next names it %d times", status, said)
		}
	}
}

// How to give the proof is said once.
func TestTheProofIsAskedForOnce(t *testing.T) {
	for _, status := range []client.Status{client.StatusProcessing, client.StatusSupplement, client.StatusPayment, client.StatusRefused} {
		e := env(t, text.VI)
		doc := Dossier(sample(t, status, func(d *client.Dossier) { d.Proof = client.ProofNeeded }), e)
		said := 0
		for _, b := range doc.Blocks {
			said += strings.Count(b.String(), e.Texts.Dossier.ProofKey)
		}
		if said != 1 {
			t.Errorf("%s: said %d times", status, said)
		}
	}
}

func TestFillIn(t *testing.T) {
	got := fillIn("%s: %d, %s.", plain("a"), span(SpanCode, "7"), nil)
	if got.String() != "a: 7, ." || len(got) != 5 || got[2].Kind != SpanCode {
		t.Errorf("got %+v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a text without a place in its format went unnoticed")
		}
	}()
	fillIn("no place", plain("a"))
}

// A sentence ends once, in whatever span its end stands.
func TestStop(t *testing.T) {
	for in, want := range map[string]string{
		"thiếu ảnh;": "thiếu ảnh.", "xong.": "xong.", "hỏi: https://a.vn/b": "hỏi: https://a.vn/b", " ;": "", "": "",
	} {
		for i := range in + " " {
			i = min(i, len(in))
			text := append(plain(in[:i]), span(SpanPlace, in[i:])...)
			before := text.String()
			if got := text.stop().String(); got != want || text.String() != before {
				t.Errorf("%q and %q: got %q, want %q", in[:i], in[i:], got, want)
			}
		}
	}
}

// A name is found by its mask, whatever its letters are, and nothing else is.
func TestMarkName(t *testing.T) {
	tests := []struct{ words, mask, want string }{
		{"Giấy khai sinh của NGUYỄN VĂN A.", "N••••• V•• A", "Giấy khai sinh của [NGUYỄN VĂN A]."},
		{"Nguyễn-Văn A, Nguyễn Văn A", "N••••• V•• A", "[Nguyễn-Văn A], [Nguyễn Văn A]"},
		{"Nguyễn Văn An; nguyễn văn a", "N••••• V•• A", "Nguyễn Văn An; nguyễn văn a"},
		{"Nguyễn Văn A", "Nguyễn Văn A", "[Nguyễn Văn A]"}, // staff see it in full
		{"Cúc đã nộp", "C••", "Cúc đã nộp"},
		{"Nguyễn Văn A", "", "Nguyễn Văn A"},
	}
	for _, tt := range tests {
		got := markName(plain(tt.words), tt.mask).With(func(s Span) string {
			if s.Kind == SpanName {
				return "[" + s.Text + "]"
			}
			return s.Text
		})
		if got != tt.want {
			t.Errorf("%q for %q: got %q, want %q", tt.words, tt.mask, got, tt.want)
		}
	}
}
