package rest

import (
	"strings"
	"testing"
)

func TestUserAgent(t *testing.T) {
	tests := []struct{ version, contact, want string }{
		{"1.2", "https://h55.vn/motcua", "motcua/1.2 (+https://h55.vn/motcua)"},
		{"1.2", "", "motcua/1.2"},
		{"", "", "motcua"},
		{"1.2 beta", "a) evil (b\r\nX-Y: z", "motcua/1.2-beta (+a evil bX-Y: z)"},
	}
	for _, tt := range tests {
		if got := UserAgent(tt.version, tt.contact); got != tt.want {
			t.Errorf("UserAgent(%q, %q) = %q, want %q", tt.version, tt.contact, got, tt.want)
		}
	}
}

func TestConfigIsChecked(t *testing.T) {
	for _, cfg := range []Config{
		{},
		{BaseURL: "dichvucong.gov.vn"},
		{BaseURL: "ftp://h.vn"},
		{BaseURL: "https://"},
		{BaseURL: "https://user:secret@h.vn"},
		{BaseURL: "https://h.vn/?key=secret"},
		{BaseURL: "https://h.vn/#x"},
		{BaseURL: "https://h.vn/%zz"},
	} {
		_, err := New(cfg)
		if err == nil {
			t.Errorf("New(%+v) found nothing wrong", cfg)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("error tells a secret: %v", err)
		}
	}
}
