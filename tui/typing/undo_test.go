package typing_test

import (
	"testing"

	"motcua/tui/typing"
)

// Whatever a key does to a letter, the same key undoes it and prints itself,
// and does nothing more in that word.
func TestEveryTransformationCanBeUndone(t *testing.T) {
	for _, c := range []struct {
		method           typing.Method
		keys, key        string // key is the one that transforms
		becomes, undone  string
		onceMore, follow string // the key a third time, and another letter
	}{
		// Telex: marks.
		{typing.Telex, "a", "a", "â", "aa", "aaa", "aan"},
		{typing.Telex, "e", "e", "ê", "ee", "eee", "een"},
		{typing.Telex, "o", "o", "ô", "oo", "ooo", "oon"},
		{typing.Telex, "a", "w", "ă", "aw", "aww", "awn"},
		{typing.Telex, "o", "w", "ơ", "ow", "oww", "own"},
		{typing.Telex, "u", "w", "ư", "uw", "uww", "uwn"},
		{typing.Telex, "uo", "w", "ươ", "uow", "uoww", "uown"},
		{typing.Telex, "thuo", "w", "thuơ", "thuow", "thuoww", "thuown"},
		{typing.Telex, "qua", "w", "quă", "quaw", "quaww", "quawn"},
		{typing.Telex, "quo", "w", "quơ", "quow", "quoww", "quown"},
		{typing.Telex, "ua", "w", "ưa", "uaw", "uaww", "uawn"},
		{typing.Telex, "oa", "w", "oă", "oaw", "oaww", "oawn"},
		{typing.Telex, "uu", "w", "ưu", "uuw", "uuww", "uuwn"},
		{typing.Telex, "d", "d", "đ", "dd", "ddd", "ddn"},
		{typing.Telex, "", "w", "ư", "w", "www", "wn"},
		{typing.Telex, "t", "w", "tư", "tw", "tww", "twn"},
		{typing.Telex, "gi", "w", "giư", "giw", "giww", "giwn"},
		// Telex: marks that come late.
		{typing.Telex, "can", "a", "cân", "cana", "canaa", "canan"},
		{typing.Telex, "ten", "e", "tên", "tene", "tenee", "tenen"},
		{typing.Telex, "ton", "o", "tôn", "tono", "tonoo", "tonon"},
		{typing.Telex, "tien", "e", "tiên", "tiene", "tienee", "tienen"},
		{typing.Telex, "uong", "w", "ương", "uongw", "uongww", "uongwn"},
		{typing.Telex, "lan", "w", "lăn", "lanw", "lanww", "lanwn"},
		{typing.Telex, "dan", "d", "đan", "dand", "dandd", "dandn"},
		// Telex: a mark takes the place of another.
		{typing.Telex, "aa", "w", "ă", "aw", "aww", "awn"},
		{typing.Telex, "oo", "w", "ơ", "ow", "oww", "own"},
		{typing.Telex, "ow", "o", "ô", "oo", "ooo", "oon"},
		{typing.Telex, "uoo", "w", "ươ", "uow", "uoww", "uown"},
		{typing.Telex, "uwon", "o", "uôn", "uono", "uonoo", "uonon"},
		// Telex: tones, and none.
		{typing.Telex, "ta", "s", "tá", "tas", "tass", "tasn"},
		{typing.Telex, "ta", "f", "tà", "taf", "taff", "tafn"},
		{typing.Telex, "ta", "r", "tả", "tar", "tarr", "tarn"},
		{typing.Telex, "ta", "x", "tã", "tax", "taxx", "taxn"},
		{typing.Telex, "ta", "j", "tạ", "taj", "tajj", "tajn"},
		{typing.Telex, "taf", "s", "tá", "tas", "tass", "tasn"},
		{typing.Telex, "tas", "z", "ta", "taz", "tazz", "tazn"},
		{typing.Telex, "tieen", "s", "tiến", "tiêns", "tiênss", "tiênsn"},
		{typing.Telex, "gi", "f", "gì", "gif", "giff", "gifn"},
		{typing.Telex, "quy", "s", "quý", "quys", "quyss", "quysn"},
		// Telex: short forms.
		{typing.Telex, "QD", "D", "QĐ", "QDD", "QDDD", "QDDn"},
		{typing.Telex, "HD", "D", "HĐ", "HDD", "HDDD", "HDDn"},
		// VNI: marks. A digit ends the word, so that what follows is a number or
		// a code.
		{typing.VNI, "a", "6", "â", "a6", "a66", "a6n"},
		{typing.VNI, "e", "6", "ê", "e6", "e66", "e6n"},
		{typing.VNI, "o", "6", "ô", "o6", "o66", "o6n"},
		{typing.VNI, "a", "8", "ă", "a8", "a88", "a8n"},
		{typing.VNI, "o", "7", "ơ", "o7", "o77", "o7n"},
		{typing.VNI, "u", "7", "ư", "u7", "u77", "u7n"},
		{typing.VNI, "uo", "7", "ươ", "uo7", "uo77", "uo7n"},
		{typing.VNI, "thuo", "7", "thuơ", "thuo7", "thuo77", "thuo7n"},
		{typing.VNI, "ua", "7", "ưa", "ua7", "ua77", "ua7n"},
		{typing.VNI, "oa", "8", "oă", "oa8", "oa88", "oa8n"},
		{typing.VNI, "d", "9", "đ", "d9", "d99", "d9n"},
		{typing.VNI, "QD", "9", "QĐ", "QD9", "QD99", "QD9n"},
		{typing.VNI, "tien", "6", "tiên", "tien6", "tien66", "tien6n"},
		{typing.VNI, "dan", "9", "đan", "dan9", "dan99", "dan9n"},
		{typing.VNI, "a6", "8", "ă", "a8", "a88", "a8n"},
		{typing.VNI, "o6", "7", "ơ", "o7", "o77", "o7n"},
		{typing.VNI, "o7", "6", "ô", "o6", "o66", "o6n"},
		// VNI: tones, and none.
		{typing.VNI, "ta", "1", "tá", "ta1", "ta11", "ta1n"},
		{typing.VNI, "ta", "2", "tà", "ta2", "ta22", "ta2n"},
		{typing.VNI, "ta", "3", "tả", "ta3", "ta33", "ta3n"},
		{typing.VNI, "ta", "4", "tã", "ta4", "ta44", "ta4n"},
		{typing.VNI, "ta", "5", "tạ", "ta5", "ta55", "ta5n"},
		{typing.VNI, "ta2", "1", "tá", "ta1", "ta11", "ta1n"},
		{typing.VNI, "ta1", "0", "ta", "ta0", "ta00", "ta0n"},
	} {
		t.Run(c.method.String()+" "+c.keys+c.key, func(t *testing.T) {
			for _, step := range []struct{ keys, want string }{
				{c.keys + c.key, c.becomes},
				{c.keys + c.key + c.key, c.undone},
				{c.keys + c.key + c.key + c.key, c.onceMore},
				{c.keys + c.key + c.key + "n", c.follow},
			} {
				if got := typed(c.method, typing.OldStyle, step.keys); got != step.want {
					t.Errorf("%s gives %q, not %q", step.keys, got, step.want)
				}
			}
		})
	}
}
