package gazetteer

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"motcua/client/clean"
	"motcua/client/clienttest"
	"motcua/client/place"
)

// said writes a place and what it is today in one line.
func said(p place.Place) string {
	parts := []string{p.Name}
	for _, s := range []string{p.District, p.Province} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	var heirs []string
	for _, h := range p.Heirs {
		heirs = append(heirs, h.Name)
	}
	return strings.Join(parts, ", ") + " -> " + strings.Join(append(heirs, p.Now), ", ")
}

func TestFind(t *testing.T) {
	const phung = "Phường Phùng Chí Kiên, Thành phố Bắc Kạn, Tỉnh Bắc Kạn -> Phường Bắc Kạn, Tỉnh Thái Nguyên"
	tests := []struct {
		words, near string
		total       int
		first       string
	}{
		{"Phùng Chí Kiên", "H55", 2, phung},
		{"phung chi kien", "H55", 2, phung},
		{"phung chi kien", "H33", 2, phung},
		{"phung chi kien", "H31", 2, "Phường Phùng Chí Kiên, Thị xã Mỹ Hào, Tỉnh Hưng Yên -> Phường Đường Hào, Tỉnh Hưng Yên"},
		{"phungf chis kieen", "H55", 2, phung},
		{"phungchikien", "H55", 2, phung},
		{"phung chi kein", "H55", 2, phung},
		{"P.Phùng Chí Kiên, TP.Bắc Kạn", "", 1, phung},
		{"phường Phùng Chí Kiên tỉnh Bắc Kạn cũ", "", 1, phung},
		{"phường phùng chí kiên bây giờ là phường nào", "H55", 2, phung},
		// The wider places are told apart by their type.
		{"bac kan", "H55", 3, "Phường Bắc Kạn, Tỉnh Thái Nguyên -> Phường Bắc Kạn, Tỉnh Thái Nguyên"},
		{"tinh bac kan", "", 1, "Tỉnh Bắc Kạn -> Tỉnh Thái Nguyên"},
		{"tp bac kan", "", 1, "Thành phố Bắc Kạn, Tỉnh Bắc Kạn -> Phường Đức Xuân, Phường Bắc Kạn, Xã Phong Quang, Tỉnh Thái Nguyên"},
		{"huyen na ri", "", 1, "Huyện Na Rì, Tỉnh Bắc Kạn -> Xã Cường Lợi, Xã Văn Lang, Xã Na Rì, Xã Trần Phú, Xã Côn Minh, Xã Xuân Dương, Tỉnh Thái Nguyên"},
		{"huyện đảo Cồn Cỏ", "", 1, "Huyện Cồn Cỏ, Tỉnh Quảng Trị -> Đặc khu Cồn Cỏ, Tỉnh Quảng Trị"},
		// Marks that were written count.
		{"thị trấn yến lạc", "", 2, "Thị trấn Yến Lạc, Huyện Na Rì, Tỉnh Bắc Kạn -> Xã Na Rì, Tỉnh Thái Nguyên"},
		{"thị trấn yên lạc", "", 2, "Thị trấn Yên Lạc, Huyện Yên Lạc, Tỉnh Vĩnh Phúc -> Xã Yên Lạc, Tỉnh Phú Thọ"},
		// The two ways to place a tone mark are one name.
		{"phường Xuất Hoá", "", 1, "Phường Xuất Hóa, Thành phố Bắc Kạn, Tỉnh Bắc Kạn -> Phường Bắc Kạn, Tỉnh Thái Nguyên"},
		// Numbers.
		{"p1 q3 tphcm", "", 1, "Phường 1, Quận 3, Thành phố Hồ Chí Minh -> Phường Bàn Cờ, Thành phố Hồ Chí Minh"},
		{"phường 1 quận 3", "", 1, "Phường 1, Quận 3, Thành phố Hồ Chí Minh -> Phường Bàn Cờ, Thành phố Hồ Chí Minh"},
		{"01843", "", 2, phung},
		// An address, its parts divided or not.
		{"phường Quang Trung, thành phố Thái Nguyên, tỉnh Thái Nguyên", "", 1, "Phường Quang Trung, Thành phố Thái Nguyên, Tỉnh Thái Nguyên -> Phường Phan Đình Phùng, Tỉnh Thái Nguyên"},
		{"quang trung thai nguyen", "", 1, "Phường Quang Trung, Thành phố Thái Nguyên, Tỉnh Thái Nguyên -> Phường Phan Đình Phùng, Tỉnh Thái Nguyên"},
		{"trung thanh pho yen", "", 1, "Phường Trung Thành, Thành phố Phổ Yên, Tỉnh Thái Nguyên -> Phường Trung Thành, Tỉnh Thái Nguyên"},
		{"tan lap cho don", "", 1, "Xã Tân Lập, Huyện Chợ Đồn, Tỉnh Bắc Kạn -> Xã Quảng Bạch, Tỉnh Thái Nguyên"},
		// What the type was called before the last change.
		{"thị xã Phổ Yên", "", 2, "Thành phố Phổ Yên, Tỉnh Thái Nguyên -> Phường Phổ Yên, Phường Phúc Thuận, Xã Đại Phúc, Phường Vạn Xuân, Xã Thành Công, Phường Trung Thành, Tỉnh Thái Nguyên"},
		{"ea h'leo", "", 2, "Huyện Ea H'leo, Tỉnh Đắk Lắk -> Xã Ea Drăng, Xã Ea H'Leo, Xã Ea Hiao, Xã Ea Wy, Xã Ea Khăl, Tỉnh Đắk Lắk"},
		{"", "", 0, ""},
		{"xã", "", 0, ""},
		{"phường cũ", "", 0, ""},
		{"zzzz", "", 0, ""},
		{"giấy khai sinh", "", 0, ""},
	}
	g := Shipped()
	for _, tt := range tests {
		r := g.Find(place.Query{Words: tt.words, Near: tt.near})
		got := ""
		if len(r.Places) > 0 {
			got = said(r.Places[0])
		}
		if got != tt.first || r.Total != tt.total {
			t.Errorf("%q near %q: %d places, first\n%s\nwant %d,\n%s", tt.words, tt.near, r.Total, got, tt.total, tt.first)
		}
	}
}

// A divided commune has all its heirs.
func TestFindDivided(t *testing.T) {
	r := Shipped().Find(place.Query{Words: "phường Ngọc Hà, quận Ba Đình"})
	if len(r.Places) != 1 || !r.Places[0].Divided() || len(r.Places[0].Heirs) != 2 {
		t.Fatalf("got %+v", r.Places)
	}
	divided := 0
	for _, f := range shipped().formers {
		if len(f.heirs) > 1 {
			divided++
		}
	}
	if divided != 471 {
		t.Errorf("%d divided communes, the source has 471 in 1,033 rows", divided)
	}
}

func TestShippedTable(t *testing.T) {
	tab := shipped()
	if len(tab.formers) != 10_035 || len(tab.communes) != 3_321 || len(tab.districts) != 696 || len(tab.oldProvinces) != 63 || len(tab.provinces) != 34 {
		t.Errorf("%d old communes, %d communes, %d districts, %d and %d provinces",
			len(tab.formers), len(tab.communes), len(tab.districts), len(tab.oldProvinces), len(tab.provinces))
	}
	for _, p := range tab.provinces {
		if p.agency == "" {
			t.Errorf("%s has no agency id", p.name)
		}
	}
	for _, d := range tab.districts {
		if len(d.heirs) == 0 {
			t.Errorf("%s has no heir", d.name)
		}
	}
	for _, e := range entriesOf(tab) {
		if toneMarks(e.name) != e.name {
			t.Errorf("%s mixes the styles of tone marks", e.name)
		}
	}
	if got := tab.asOf.Format("2006-01-02"); got != "2025-07-01" {
		t.Errorf("as of %s", got)
	}
	for _, c := range tab.communes {
		if len(c.formed) == 0 && !strings.HasPrefix(c.name, "Đặc khu") {
			t.Errorf("%s was made from nothing", c.name)
		}
	}
}

// oneIn is how many of the addresses of old communes are looked up; with 1 it takes half a
// minute of a processor.
var oneIn = flag.Int("one-in", 9, "look up one in so many addresses of old communes")

// Everybody finds their own place by its address, as it is written and without marks.
func TestEveryAddressIsFound(t *testing.T) {
	clienttest.Long(t, "looks up a thousand addresses twice")
	g := shippedBook()
	for i, e := range g.entries {
		if e.kind != place.OldCommune || i%*oneIn != 0 {
			continue
		}
		want := g.place(e)
		address := strings.Join([]string{e.name, want.District, want.Province}, ", ")
		for _, words := range []string{address, clean.Fold(address)} {
			r := g.Find(place.Query{Words: words})
			if !slices.ContainsFunc(r.Places, func(p place.Place) bool { return p.Kind == e.kind && p.Code == want.Code }) || r.Total > 3 {
				t.Errorf("%s: %d places", words, r.Total)
			}
		}
	}
}

func TestMentioned(t *testing.T) {
	tests := []struct {
		question string
		places   int
		words    string
		rest     string
	}{
		{"xã Cường Lợi cũ đăng ký khai sinh ở đâu", 2, "xã Cường Lợi cũ", "đăng ký khai sinh ở đâu"},
		{"đăng ký khai sinh ở xã cường lợi, huyện na rì", 1, "xã cường lợi, huyện na rì", "đăng ký khai sinh"},
		{"khai sinh Phùng Chí Kiên cũ", 2, "Phùng Chí Kiên cũ", "khai sinh"},
		{"phuong 1 quan 3 dang ky tam tru", 1, "phuong 1 quan 3", "dang ky tam tru"},
		{"thi xa pho yen cu cap so do", 1, "thi xa pho yen cu", "cap so do"},
		{"cấp giấy phép xây dựng tại thành phố Thái Nguyên", 1, "thành phố Thái Nguyên", "cấp giấy phép xây dựng"},
		{"thị trấn Yến Lạc", 1, "thị trấn Yến Lạc", ""},
		// What only sounds like a place.
		{"bảo hiểm xã hội", 0, "", ""},
		{"hợp tác xã Tân Lập", 0, "", ""},
		{"xác nhận của công an xã", 0, "", ""},
		{"đăng ký tạm trú", 0, "", ""},
		{"cũ", 0, "", ""},
		{"đăng ký phương tiện thủy nội địa", 0, "", ""},
		{"dang ky phuong tien thuy noi dia", 0, "", ""},
		{"giấy thông hành tỉnh biên giới", 0, "", ""},
		{"người Việt Nam định cư ở nước ngoài", 0, "", ""},
		{"học xa hai năm nay", 0, "", ""},
		{"nghỉ kinh doanh quán ăn ba tháng", 0, "", ""},
		{"cơ quan đại diện", 0, "", ""},
		{"cán bộ xã; thanh niên xung phong", 0, "", ""},
		{"phương án phòng cháy", 0, "", ""},
		{"dang ky khai sinh o xa cuong loi", 2, "xa cuong loi", "dang ky khai sinh"},
		{"xa cuong loi dang ky khai sinh", 2, "xa cuong loi", "dang ky khai sinh"},
		{"khai sinh xã Xuất Hoá", 1, "xã Xuất Hoá", "khai sinh"},
		{"khai sinh xã Cuong Loi", 2, "xã Cuong Loi", "khai sinh"},
		{"", 0, "", ""},
	}
	g := Shipped()
	for _, tt := range tests {
		m, ok := g.Mentioned(tt.question, "H55")
		if ok != (tt.places > 0) || len(m.Places) != tt.places || m.Words != tt.words || m.Rest != tt.rest {
			t.Errorf("%q: %d places in %q, rest %q", tt.question, len(m.Places), m.Words, m.Rest)
		}
		if ok && m.Places[0].NowAgency != "H55" && tt.question != "phuong 1 quan 3 dang ky tam tru" && tt.question != "khai sinh xã Xuất Hoá" {
			t.Errorf("%q: the first is in %s", tt.question, m.Places[0].Now)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"phung chi kien", "xã Cường Lợi cũ giờ là xã nào", "p.1 q.3", "01843", "tp.", "quý", "hoà", "\xff xã \xfe", "xã (xã, xã)"} {
		f.Add(s)
	}
	g := Shipped()
	f.Fuzz(func(t *testing.T, words string) {
		r := g.Find(place.Query{Words: words, Near: "H55", Limit: 5})
		if len(r.Places) > 5 || r.Total < len(r.Places) {
			t.Errorf("%q: %d of %d places", words, len(r.Places), r.Total)
		}
		for _, p := range r.Places {
			if p.Name == "" || p.Now == "" {
				t.Errorf("%q: %+v", words, p)
			}
			for _, m := range p.Matched {
				if m[0] < 0 || m[1] <= m[0] || m[1] > len([]rune(p.Name)) {
					t.Errorf("%q: %v marked in %q", words, m, p.Name)
				}
			}
		}
		if m, ok := g.Mentioned(words, "H55"); ok && (len(m.Places) == 0 || m.Words == "") {
			t.Errorf("%q: %+v", words, m)
		}
	})
}
