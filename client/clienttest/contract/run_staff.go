package contract

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/sandbox/dossiers"
)

// full checks that staff see what a proof opens without giving one, with the
// applicant's whole name but nobody else's. A wrong proof is refused as for anybody. A
// system that demands the proof itself shows staff no more than others.
func (b Backend) full(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, s := range dossiers.Samples() {
		q := query(t, s.Code, "")
		q.Full = true
		stand.taken()
		d, err := src.Dossier(t.Context(), q)
		if b.proof() == ProofNeeded {
			if !errors.Is(err, client.ErrNotFound) || saidBy(d) != saidBy(client.Dossier{}) {
				t.Errorf("%s without the proof that the system wants: %+v, %v", s.Code, d, err)
			}
			q.Proof = s.Proof
			d, err = src.Dossier(t.Context(), q)
		}
		want := client.ProofNone
		if q.Proof != "" {
			want = client.ProofGiven
		}
		if err != nil || d.Proof != want || d.Private == nil || d.Private.Applicant == "" || strings.Contains(d.Private.Applicant, "•") {
			t.Fatalf("%s: %s %+v, %v", s.Code, d.Proof, d.Private, err)
		}
		name := d.Private.Applicant
		others := slices.DeleteFunc(personal(stand.taken()), func(v string) bool { return v == name })
		for _, secret := range others {
			if strings.Contains(saidBy(d), secret) {
				t.Errorf("%s tells %q: %s", s.Code, secret, saidBy(d))
			}
		}
		q.Proof = "9999"
		if _, err := src.Dossier(t.Context(), q); !errors.Is(err, b.refusal()) {
			t.Errorf("%s with a wrong proof: %v", s.Code, err)
		}
		if b.proof() == ProofNone {
			continue // no applicant's view to compare with
		}
		// Apart from the name, staff see no more than the applicant.
		applicant := query(t, s.Code, s.Proof)
		theirs, err := src.Dossier(t.Context(), applicant)
		if err != nil {
			t.Fatal(err)
		}
		if theirs.Private.Applicant != clean.MaskName(name) {
			t.Errorf("%s: %q is masked as %q", s.Code, name, theirs.Private.Applicant)
		}
		theirs.Private.Applicant, theirs.Proof = name, d.Proof
		if !reflect.DeepEqual(theirs, d) {
			t.Errorf("%s: staff see\n%s\nthe applicant sees\n%s", s.Code, saidBy(d), saidBy(theirs))
		}
	}
}

// Names that officials type into a unit, a state or a reason, in addition to the names
// in the answer itself.
const (
	plantedAddressed = "Khuất Thị Gieo" // behind a form of address
	plantedNumber    = "0987650123"
	plantedMail      = "gieo.kt@example.vn"
)

// spellings returns the ways in which officials write a name.
func spellings(name string) []string {
	lookAlike := strings.NewReplacer("Đ", "\u00D0", "đ", "\u00F0")
	entities := ""
	for _, r := range name {
		entities += fmt.Sprintf("&#%d;", r)
	}
	return []string{
		name, strings.ToUpper(name), clean.Fold(name), strings.ToUpper(clean.Fold(name)), lookAlike.Replace(name), lookAlike.Replace(strings.ToUpper(name)),
		norm.NFD.String(name), strings.ReplaceAll(name, " ", "  "), strings.ReplaceAll(name, " ", "\u00A0"), strings.ReplaceAll(name, " ", "\u200B "),
		strings.ReplaceAll(name, " ", "."), strings.ReplaceAll(clean.Fold(name), " ", "_"), strings.ReplaceAll(name, " ", "</b> <b>"), entities,
		strings.ReplaceAll(name, "a", "a\u00AD"),
	}
}

// told reports whether a text contains a name in any spelling.
func told(said, name string) bool {
	plain := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(clean.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
	}
	return strings.Contains(plain(said), plain(name))
}

// plantedNames returns the names of two or more words among the secrets of an answer and
// a person after a form of address, and a text with all of them as officials type them.
func plantedNames(secrets []string) (people []string, planted string) {
	for _, name := range secrets {
		if strings.ContainsAny(name, "@,") || len(strings.Fields(name)) < 2 || slices.Contains(people, name) {
			continue
		}
		people = append(people, name)
		planted += " – " + strings.Join(spellings(name), ", ")
	}
	return append(people, plantedAddressed), planted + " – bà " + plantedAddressed + ", " + plantedNumber + ", " + plantedMail
}

// names checks that the dossier names neither the applicant nor an official, nor a person
// after a form of address, nor a telephone number or mail address, in whatever spelling
// and in whichever field the answer does, with the proof or without.
func (b Backend) names(t *testing.T) {
	stand := newStand(t, b, tuesday)
	src := b.Open(t, stand.url, "")
	for _, code := range few("H55.17.05-261120-0003", dueTomorrow, "H55.17.05-261120-0010", "H55.12-261119-0011", "H55.20-261116-0013", "H55.17.05-261117-0015") {
		s := sampleOf(t, code)
		u := b.untouched(t, stand, src, s)
		people, planted := plantedNames(u.secrets)
		if len(people) < 2 {
			t.Fatalf("%s: nobody but %q to plant", code, people)
		}
		shown := 0
		for _, body := range u.answers {
			v, _ := parse(body)
			for _, at := range places(v) {
				old, ok := valueAt(v, at).(string)
				if !ok || old == "" || slices.Contains(dossiers.Personal(), old) {
					continue
				}
				stand.change(func(v any) any {
					if valueAt(v, at) != old {
						return v // not the answer in question
					}
					return put(v, at, old+planted)
				})
				for _, proof := range []string{b.least(s), b.best(s)} {
					d, err := src.Dossier(t.Context(), query(t, code, proof))
					if err != nil {
						continue // the code itself was changed
					}
					said := saidBy(d)
					if strings.Contains(said, "•••") {
						shown++
					}
					for _, name := range people {
						if told(said, name) {
							t.Errorf("%s: %q in %s is told with proof %q: %s", code, name, at, proof, said)
						}
					}
					if strings.Contains(said, plantedNumber) || strings.Contains(said, plantedMail) {
						t.Errorf("%s: a number or an address in %s is told with proof %q: %s", code, at, proof, said)
					}
				}
			}
		}
		stand.change(nil)
		if shown == 0 {
			t.Errorf("%s: nothing was ever planted in words that are shown", code)
		}
	}
}

// valueAt returns the value at a place in a body, nil when there is none.
func valueAt(body any, at place) any {
	for _, step := range at {
		switch v := body.(type) {
		case map[string]any:
			key, _ := step.(string)
			body = v[key]
		case []any:
			i, ok := step.(int)
			if !ok || i >= len(v) {
				return nil
			}
			body = v[i]
		default:
			return nil
		}
	}
	return body
}
