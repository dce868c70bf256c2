package ranked

import (
	"testing"

	"motcua/client/rank"
)

func TestTyped(t *testing.T) {
	for words, want := range map[string]rank.Query{
		"": {}, "sipas": {Index: rank.SIPAS}, "bắc kạn par": {Index: rank.PAR, Words: "bắc kạn"}, "H03": {Words: "H03"},
	} {
		if got := typed(words).of; got != want {
			t.Errorf("%q: %+v", words, got)
		}
	}
}
