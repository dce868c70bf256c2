package token

import "testing"

// Offsets into the row are valid only if lower case has the same number of bytes.
func TestLoweredKeepsEveryByte(t *testing.T) {
	for _, s := range []string{"QUỸ ỦY BAN uỷ quyền, hoá đơn, thuỷ sản, quỵ luỵ, khuỷu, Quý, hoà giải, toạ độ, loè", "ĐẮK LẮK İstanbul ẞ ǅ", "Ờ Ợ Ữ Ỹ Ỵ"} {
		if low := Lowered(s); len(low) != len(s) {
			t.Errorf("%q became %q: %d bytes, were %d", s, low, len(low), len(s))
		}
	}
	l := Scan("Quỹ xã hội, uỷ quyền (hoá đơn) 104/2022/NĐ-CP; đầu tưMẫu 02 ảnh 4x6 TP.HCM 2,5")
	var got []string
	for _, t := range l.Tokens {
		got = append(got, t.Word)
	}
	want := []string{"quỹ", "xã", "hội", ",", "ủy", "quyền", "(", "hóa", "đơn", ")", "104/2022/nđ-cp", ";", "đầu", "tư", "mẫu", "02", "ảnh", "4x6", "tp.hcm", "2,5"}
	if len(got) != len(want) {
		t.Fatalf("%q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("token %d is %q, want %q", i, got[i], want[i])
		}
	}
}
