package speech

import (
	"strings"
	"testing"
	"unicode/utf8"

	"motcua/tui/text"
)

func TestSpell(t *testing.T) {
	tests := []struct {
		lang     text.Lang
		in, want string
	}{
		// Days and times.
		{"vi", "Hẹn trả ngày 25/11/2026.", "Hẹn trả ngày 25 tháng 11 năm 2026."},
		{"vi", "chậm nhất thứ Hai 30/11/2026", "chậm nhất thứ Hai ngày 30 tháng 11 năm 2026"},
		{"vi", "20/11 08:12, Nộp hồ sơ; 05/09, xong", "ngày 20 tháng 11 8 giờ 12 phút, Nộp hồ sơ; ngày 5 tháng 9, xong"},
		{"vi", "lúc 8:05 hôm nay, 17:00, 7h30, 15h", "lúc 8 giờ 5 phút hôm nay, 17 giờ, 7 giờ 30 phút, 15 giờ"},
		{"vi", "Nghị định 118/2025/NĐ-CP", "Nghị định 118 gạch 2025 gạch nghị định của Chính phủ"},
		{"vi", "Luật số 68/2020/QH14", "Luật số 68 gạch 2020 gạch Q H 14"},
		{"vi", "số 12/11/QĐ", "số 12 gạch 11 gạch QĐ"},
		{"en", "20 November, 08:12, Handed in", "20 November, 8 12, Handed in"},
		{"vi", "bản đồ tỷ lệ 1:5.000 hoặc 1:10.000", "bản đồ tỷ lệ 1 trên 5000 hoặc 1 trên 10000"},
		{"en", "1:10.000 at 1:10", "1 to 10000 at 1 10"},
		{"en", "before 17:00 on 25/11/2026, at 8:05", "before 17 o'clock on 25 November 2026, at 8 oh 5"},
		// Amounts.
		{"vi", "7.000 đồng, 1.250.000đ, 20.000 VNĐ, 0,5 ngày, 10%", "7000 đồng, 1250000 đồng, 20000 đồng, 0 phẩy 5 ngày, 10 phần trăm"},
		{"vi", "4.578 thủ tục", "4578 thủ tục"},
		{"en", "15,000 VND (counter)", "15000 dong (counter)"},
		// Codes, one character after another.
		{"vi", "Mã H55.17.05-261120-0007.", "Mã hát, năm, năm, chấm, một, bảy, chấm, không, năm, gạch, hai, sáu, một, một, hai, không, gạch, không, không, không, bảy."},
		{"vi", "thủ tục 1.004194", "thủ tục một, chấm, không, không, bốn, một, chín, bốn"},
		{"vi", "mẫu CT01, đơn vị H55, phím F10", "mẫu C T 0 1, đơn vị H 55, phím F 10"},
		{"vi", "gọi 0209123456", "gọi không, hai, không, chín, một, hai, ba, bốn, năm, sáu"},
		{"en", "F9: read again", "F 9: read again"},
		// Abbreviations.
		{"vi", "UBND TP. Bắc Kạn, TP.Thái Nguyên", "Ủy ban nhân dân thành phố Bắc Kạn, thành phố Thái Nguyên"},
		{"vi", "CCCD hoặc CMND; GCN QSDĐ", "căn cước công dân hoặc chứng minh nhân dân; giấy chứng nhận quyền sử dụng đất"},
		{"vi", "BHXHX và P. Đức Xuân, UP.", "BHXHX và phường Đức Xuân, UP."},
		{"vi", "Xóa P.", "Xóa P."},
		{"vi", "X. Na Rì, H.Chợ Mới, Q.1", "xã Na Rì, huyện Chợ Mới, quận 1"},
		{"vi", "Giờ làm việc: 7:30-11:30, 13h30 - 17h00", "Giờ làm việc: từ 7 giờ 30 đến 11 giờ 30, từ 13 giờ 30 đến 17 giờ"},
		{"vi", "từ 7:30-11:00", "từ 7 giờ 30 đến 11 giờ"},
		{"en", "Opening hours: 7:30-11:30", "Opening hours: from 7 30 to 11 30"},
		{"vi", "TRUNG TÂM PHỤC VỤ", "trung tâm phục vụ"},
		{"vi", "nộp bản chính/bản sao, và/hoặc ảnh", "nộp bản chính hoặc bản sao, và hoặc ảnh"},
		{"vi", "bấm Enter, quét mã QR", "bấm en tơ, quét mã quy rờ"},
		{"en", "pick up/hand in, A&B", "pick up or hand in, A and B"},
		// Text that a voice already reads well stays.
		{"vi", "thứ tư ngày 25 tháng 11 năm 2026, trước 17 giờ.", "thứ tư ngày 25 tháng 11 năm 2026, trước 17 giờ."},
		{"vi", "", ""},
	}
	for _, tt := range tests {
		got := Spell(tt.lang, tt.in)
		if got != tt.want {
			t.Errorf("%s %q:\n got %q\nwant %q", tt.lang, tt.in, got, tt.want)
		}
		if again := Spell(tt.lang, got); tt.lang == text.VI && !strings.Contains(got, "H 55") && !strings.Contains(got, "F 10") && again != got {
			t.Errorf("spelled twice %q becomes %q", got, again)
		}
	}
}

// An English voice spells "hồ" letter by letter, so the Vietnamese voice gets the names.
func TestVietnameseInsideEnglish(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"Asking Hệ thống một cửa tỉnh Thái Nguyên.", []string{"Hệ thống một cửa tỉnh Thái Nguyên"}},
		{"From Cổng Dịch vụ công quốc gia, at 8:14 today.", []string{"Cổng Dịch vụ công quốc gia"}},
		{"Under way at Công an phường Đức Xuân. Nothing to do.", []string{"Công an phường Đức Xuân"}},
		{"Hệ thống một cửa is not answering, since 8:02.", []string{"Hệ thống một cửa"}},
		{"1 of 22: Đăng ký khai sinh, Hộ tịch, commune level, Bộ Tư pháp.", []string{"Đăng ký khai sinh", "Hộ tịch", "Bộ Tư pháp"}},
		{"Only if: người dưới 18 tuổi, open.", []string{"người dưới", "tuổi"}},
		{"First page. Two questions are answered here.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, at := range vietnamese(tt.in) {
			got = append(got, tt.in[at[0]:at[1]])
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestMarkup(t *testing.T) {
	voice := func(l text.Lang) string { return "v-" + string(l) }
	for _, tt := range []struct {
		lang     text.Lang
		in, want string
	}{
		{"vi", "Phí 7.000đ <b>", `<speak><voice name="v-vi">Phí 7000 đồng &lt;b&gt;</voice></speak>`},
		{"en", "Asking Hệ thống một cửa now.", `<speak><voice name="v-en">Asking</voice><voice name="v-vi">Hệ thống một cửa</voice><voice name="v-en">now.</voice></speak>`},
		{"en", "", `<speak></speak>`},
	} {
		if got := markup(tt.lang, tt.in, voice); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// Whatever a portal writes, a voice receives whole characters and no markup from the text.
func FuzzSpell(f *testing.F) {
	for _, s := range []string{"25/11/2026 08:12 7.000đ UBND TP.", "H55.17.05-261120-0007", "<voice name='x'>&", "Đăng ký khai sinh/kết hôn", "P.P.P. Q.", "99/99/9999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		for _, l := range []text.Lang{text.VI, text.EN} {
			m := markup(l, s, func(l text.Lang) string { return string(l) })
			inside := strings.NewReplacer(`<voice name="vi">`, "", `<voice name="en">`, "", "</voice>", "", "<speak>", "", "</speak>", "").Replace(m)
			if strings.ContainsAny(inside, "<>") || !utf8.ValidString(m) {
				t.Errorf("%q gives %q", s, m)
			}
		}
	})
}
