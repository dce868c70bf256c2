package view

import (
	"testing"

	"motcua/tui/text"
)

func TestEnglishStandsAboveTheOfficialName(t *testing.T) {
	t.Parallel()
	const code, name, field = "1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch"
	for _, tt := range []struct {
		lang                                   text.Lang
		medium                                 Medium
		code, field                            string
		title, official, called, named, papers string
	}{
		{text.EN, Keys, code, field, "Register a birth", "Đăng ký khai sinh", "Register a birth", "Civil status", "Passport · Hộ chiếu"},
		{text.EN, Ear, code, field, "Register a birth", "", "Register a birth", "Civil status", "Passport, Hộ chiếu"},
		{text.EN, Paper, "9.000001", field, "Civil status: registration", "Đăng ký khai sinh", "Đăng ký khai sinh", "Civil status", "Passport · Hộ chiếu"},
		{text.EN, Keys, "9.000001", "Lĩnh vực mới", "Đăng ký khai sinh", "", "Đăng ký khai sinh", "Lĩnh vực mới", "Passport · Hộ chiếu"},
		{text.VI, Keys, code, field, "Đăng ký khai sinh", "", "Đăng ký khai sinh", field, "Hộ chiếu"},
		{text.VI, Ear, code, field, "Đăng ký khai sinh", "", "Đăng ký khai sinh", field, "Hộ chiếu"},
	} {
		e := Env{Texts: text.For(tt.lang), Medium: tt.medium}
		var doc Document
		for _, b := range e.Titles(tt.code, name, tt.field) {
			doc.Add(b)
		}
		got := []string{doc.Words("procedure"), doc.Words("official"), e.Called(tt.code, name), e.Field(tt.field), e.Paper("Hộ chiếu")}
		want := []string{tt.title, tt.official, tt.called, tt.named, tt.papers}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s, %s, medium %d: %q, want %q", tt.lang, tt.code, tt.medium, got[i], want[i])
			}
		}
	}
	if got := (Env{Texts: text.For(text.EN)}).Paper("Một giấy lạ"); got != "Một giấy lạ" {
		t.Errorf("a paper without a common name is %q", got)
	}
}
