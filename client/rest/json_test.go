package rest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"motcua/client/workday"
)

func read[T any](t *testing.T, body string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return v
}

func TestTextTakesScalars(t *testing.T) {
	for body, want := range map[string]string{
		`"a"`: "a", `12`: "12", `1.5`: "1.5", `true`: "true", `null`: "", `{}`: "", `["a"]`: "",
		`"null"`: "", `" NULL "`: "", `"undefined"`: "", `"null và"`: "null và", `4.0`: "4", `-4.00`: "-4", `4.05`: "4.05", `"4.0"`: "4.0",
		`" a\n b "`: "a b", `"e\u0302\u0301"`: "ế", `"\u009b31m"`: "\uFFFD31m",
		`"T&#7901; <b>khai</b>&nbsp;<br>m\u1EABu"`: "Tờ khai mẫu", `"a < b, <5 năm"`: "a < b, <5 năm", `"\u00D0ang &#27;[31m"`: "Đang \uFFFD[31m",
	} {
		if got := read[Line](t, body); string(got) != want {
			t.Errorf("Line(%s) = %q, want %q", body, got, want)
		}
	}
	for body, want := range map[string]string{
		`"một\nhai"`: "một\nhai", `"<p>một</p><p>hai</p>"`: "một\nhai", `"một<br/>hai<script>ba()</script>"`: "một\nhai",
	} {
		if got := read[Text](t, body); string(got) != want {
			t.Errorf("Text(%s) = %q, want %q", body, got, want)
		}
	}
	if got := read[Raw](t, `12345678901234567890`); got != "12345678901234567890" {
		t.Errorf("Raw = %q", got)
	}
}

func TestNumberTakesStrings(t *testing.T) {
	for body, want := range map[string]Number{
		`3`: {3, true}, `"3"`: {3, true}, `" 3 "`: {3, true}, `"30.000"`: {30000, true}, `"1,250,000"`: {1250000, true},
		`"1,5"`: {1.5, true}, `1.5`: {1.5, true}, `"-3"`: {-3, true}, `0`: {0, true},
		`null`: {}, `""`: {}, `"ba"`: {}, `{}`: {}, `[]`: {}, `1e300`: {}, `"NaN"`: {}, `"Inf"`: {}, `true`: {},
	} {
		if got := read[Number](t, body); got != want {
			t.Errorf("Number(%s) = %v, want %v", body, got, want)
		}
	}
}

func TestFlag(t *testing.T) {
	for body, want := range map[string]Flag{
		`true`: true, `"true"`: true, `"TRUE"`: true, `1`: true, `"1"`: true,
		`false`: false, `0`: false, `null`: false, `"no"`: false, `{}`: false, `[true]`: false,
	} {
		if got := read[Flag](t, body); got != want {
			t.Errorf("Flag(%s) = %v", body, got)
		}
	}
}

func TestMillis(t *testing.T) {
	want := time.Date(2026, 4, 15, 15, 36, 31, 512e6, workday.Zone)
	for _, body := range []string{`1776242191512`, `"1776242191512"`} {
		if got := read[Millis](t, body); !got.Equal(want) || got.Location() != workday.Zone {
			t.Errorf("Millis(%s) = %v, want %v", body, got, want)
		}
	}
	for _, body := range []string{`null`, `0`, `-1`, `""`, `"hôm nay"`, `99999999999999999`, `{}`, `1.5`} {
		if got := read[Millis](t, body); !got.IsZero() {
			t.Errorf("Millis(%s) = %v, want none", body, got)
		}
	}
}

func TestListTakesWhatComes(t *testing.T) {
	for body, want := range map[string][]string{
		`[{"name":"a"},{"name":"b"}]`: {"a", "b"}, `null`: nil, `[]`: nil, `""`: nil, `7`: nil,
		`{"name":"a"}`: {"a"}, `["a",{"name":"b"},null,["c"],3]`: {"a", "b", "", "3"},
	} {
		var got []string
		for _, n := range read[List[Named]](t, body) {
			got = append(got, string(n.Name))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("List(%s) = %q, want %q", body, got, want)
		}
	}
	var l List[Named]
	if err := json.Unmarshal([]byte("["+strings.Repeat("0,", maxItems)+"0]"), &l); err == nil {
		t.Error("a list without end was taken")
	}
}

func TestObject(t *testing.T) {
	for body, want := range map[string]Object[Named]{
		`{"name":"a"}`:   {Named{Name: "a"}, true},
		`[{"name":"a"}]`: {Named{Name: "a"}, true},
		`null`:           {}, `[]`: {}, `"x"`: {}, `3`: {},
	} {
		if got := read[Object[Named]](t, body); got != want {
			t.Errorf("Object(%s) = %+v, want %+v", body, got, want)
		}
	}
}

// FuzzJSON: any JSON decodes without a panic, and shown texts are clean.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"line":"a","text":3,"number":"4","list":{"name":5},"object":[{}],"millis":"x"}`, `[]`, `{"list":[[[]]]}`, `{"line":"\u001b[31m\u202e"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var v struct {
			Line   Line
			Text   Text
			Number Number
			Flag   Flag
			Millis Millis
			List   List[Named]
			Object Object[Named]
		}
		if json.Unmarshal(body, &v) != nil {
			return
		}
		shown := []string{string(v.Line), string(v.Object.Value.Name), string(v.Object.Value.Code)}
		for _, n := range v.List {
			shown = append(shown, string(n.Name), string(n.Code))
		}
		for _, s := range append(shown, strings.ReplaceAll(string(v.Text), "\n", "")) {
			if i := strings.IndexFunc(s, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }); i >= 0 {
				t.Errorf("%q holds a control at %d", s, i)
			}
		}
	})
}
