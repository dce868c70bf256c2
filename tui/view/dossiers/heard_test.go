package dossiers

import "testing"

func TestMasksAreNotHeard(t *testing.T) {
	for in, want := range map[string]string{
		"Người nộp: N••••• V•• A":              "Người nộp: tên được che",
		"N••••• V•• A, Phường Đức Xuân":        "tên được che, Phường Đức Xuân",
		"Khai sinh cho Ý N••.":                 "Khai sinh cho tên được che.",
		"Mẫu A và B của T••••":                 "Mẫu A và B của tên được che",
		"Đăng ký thường trú cho hộ, vitamin A": "Đăng ký thường trú cho hộ, vitamin A",
	} {
		if got := withoutMasks(in, "tên được che"); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
