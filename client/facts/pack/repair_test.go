package main

import (
	"testing"

	"motcua/client/facts"
)

func TestRepair(t *testing.T) {
	tests := []struct{ in, want string }{
		{"liên kết theo \uFFFD\uFFFDề nghị của các bên", "liên kết theo đề nghị của các bên"},
		{"cấp mới/c\uFFFDp lại", "cấp mới/cấp lại"},
		{"của Bộ Qu\uFFFD\uFFFD\uFFFDc phòng", "của Bộ Quốc phòng"},
		{"Đăng ký tạm trú", "Đăng ký tạm trú"},
	}
	for _, tt := range tests {
		entries := []facts.Entry{{Code: "1.000001", Name: tt.in}}
		if err := repair(entries); err != nil || entries[0].Name != tt.want {
			t.Errorf("%q became %q, %v", tt.in, entries[0].Name, err)
		}
	}
	if err := repair([]facts.Entry{{Code: "1.000001", Name: "x\uFFFDy"}}); err == nil {
		t.Error("a name that nobody can read was taken")
	}
}
