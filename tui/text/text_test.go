package text

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// field is one string of a Texts value with its path, "Dossier.States[3].Heading".
type field struct{ path, value string }

// fields walks every string of v, however deep.
func fields(path string, v reflect.Value) []field {
	var out []field
	switch v.Kind() {
	case reflect.String:
		if v.Type() != reflect.TypeFor[Lang]() {
			out = append(out, field{path, v.String()})
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			out = append(out, fields(strings.TrimPrefix(path+"."+name, "."), v.Field(i))...)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			out = append(out, fields(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, fields(fmt.Sprintf("%s[%v]", path, k), v.MapIndex(k))...)
		}
	}
	return out
}

func all(l Lang) []field { return fields("", reflect.ValueOf(*For(l))) }

func TestBothLanguagesHaveEveryText(t *testing.T) {
	vi, en := all(VI), all(EN)
	if len(vi) < 300 {
		t.Fatalf("only %d texts found: the walk is broken", len(vi))
	}
	// Helps may have another number of lines in another language; all else must
	// pair up.
	byPath := map[string]string{}
	for _, f := range en {
		byPath[f.path] = f.value
	}
	for _, f := range slices.Concat(vi, en) {
		if strings.TrimSpace(f.value) == "" {
			t.Errorf("%s is empty in one language", f.path)
		}
	}
	for _, f := range vi {
		other, ok := byPath[f.path]
		if !ok {
			if !strings.Contains(f.path, "Help") {
				t.Errorf("%s has no English", f.path)
			}
			continue
		}
		if a, b := verbs(f.value), verbs(other); !slices.Equal(a, b) {
			t.Errorf("%s: verbs %v in Vietnamese, %v in English", f.path, a, b)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+ 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// verbs are the arguments that a format takes, by their position: "1s", "2d".
func verbs(s string) []string {
	var out []string
	next := 0
	for _, m := range verb.FindAllStringSubmatch(s, -1) {
		if m[2] == "%" {
			continue
		}
		next++
		if m[1] != "" {
			fmt.Sscan(m[1], &next)
		}
		out = append(out, fmt.Sprint(next, m[2]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Names, codes, commands and keys are the same in every language.
var sameInBoth = regexp.MustCompile(`"[^"]*"|\b(H55|G01|[A-Z]{1,3}\d[\d.-]*)\b|--\w+|%(\[\d+\])?[a-z]|\b(Ctrl|Enter|Esc|Tab|JSON|QR|Telex|VNI|motcua|track|search|show|English|vi|en|byte|PgUp|PgDn|Home|End|Del|Backspace|Shift)\b`)

// Words that Vietnamese writes without any mark.
var bareVietnamese = strings.Fields("trong khi sang trang xem tra thi cho quay ra sau theo tin ta an ai in im am cao hai ba hay danh sau trung tay con trai nay cua")

func marked(s string) bool {
	return strings.ContainsFunc(norm.NFD.String(s), func(r rune) bool {
		return unicode.Is(unicode.Mn, r) || r == 'đ' || r == 'Đ'
	})
}

// The language switch shows the other language's name in that language.
func namesOtherLanguage(path string) bool {
	return path == "Screen.OtherLanguage" || path == "Screen.KeyLanguage"
}

func TestNoTextIsInTheOtherLanguage(t *testing.T) {
	for _, f := range all(EN) {
		switch {
		case namesOtherLanguage(f.path), strings.HasSuffix(f.path, "Example"):
			continue // names the other language; examples are what people type here
		}
		if rest := sameInBoth.ReplaceAllString(f.value, ""); marked(rest) {
			t.Errorf("%s: English text with Vietnamese letters: %q", f.path, f.value)
		}
	}
	for _, f := range all(VI) {
		if namesOtherLanguage(f.path) || strings.HasSuffix(f.path, "Example") {
			continue
		}
		rest := sameInBoth.ReplaceAllString(f.value, "")
		words := strings.FieldsFunc(strings.ToLower(rest), func(r rune) bool { return !unicode.IsLetter(r) })
		words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 2 || slices.Contains(bareVietnamese, w) })
		if len(words) >= 2 && !marked(rest) {
			t.Errorf("%s: Vietnamese text without a Vietnamese letter: %q", f.path, f.value)
		}
	}
}

func TestEnglishAndVietnameseDiffer(t *testing.T) {
	en := map[string]string{}
	for _, f := range all(EN) {
		en[f.path] = f.value
	}
	for _, f := range all(VI) {
		words := strings.FieldsFunc(sameInBoth.ReplaceAllString(f.value, ""), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) >= 3 && en[f.path] == f.value {
			t.Errorf("%s says %q in both languages", f.path, f.value)
		}
	}
}

func TestWordsOfTheCounter(t *testing.T) {
	forbidden := []string{"vui lòng", "không hợp lệ", "please", "invalid", "error code", "lỗi số", "!"}
	for _, f := range slices.Concat(all(VI), all(EN)) {
		low := strings.ToLower(f.value)
		for _, w := range forbidden {
			if strings.Contains(low, w) {
				t.Errorf("%s says %q: %q", f.path, w, f.value)
			}
		}
		if !norm.NFC.IsNormalString(f.value) {
			t.Errorf("%s is not NFC", f.path)
		}
		if strings.Contains(f.value, "  ") && !strings.HasPrefix(f.path, "Line.") && !strings.Contains(f.path, "Help") {
			t.Errorf("%s has a double blank: %q", f.path, f.value)
		}
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]Lang{
		"": VI, "vi": VI, "vi_VN.UTF-8": VI, "en": EN, "EN_US": EN, "en_GB.UTF-8": EN, "fr": VI, "e": VI, "C": VI,
	} {
		if got := Parse(in); got != want {
			t.Errorf("Parse(%q) = %s, want %s", in, got, want)
		}
	}
	if VI.Other() != EN || EN.Other() != VI {
		t.Error("the switch must lead to the other language")
	}
}
