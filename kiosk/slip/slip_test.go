package slip

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"motcua/client/facts"
	"motcua/tui"
	"motcua/tui/text"
)

var renew = flag.Bool("renew", false, "write the pictures of slips anew")

const page = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019e3a45-df38-7106-a47b-c371f72a569e"

var morning = time.Date(2026, 11, 24, 1, 14, 0, 0, time.UTC) // 8:14 in Vietnam

func dossier() tui.Slip {
	return tui.Slip{
		Lang: text.VI, Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Office: "Phường Đức Xuân, tỉnh Thái Nguyên",
		Title: "Đăng ký tạm trú", Code: "H55.17.05 - 261120 - 0007",
		Label: "Hẹn trả kết quả", Big: []string{"THỨ TƯ 25/11/2026", "trước 17 giờ"},
		Lines: []tui.SlipLine{
			{Kind: tui.SlipHeading, Text: "Tình trạng lúc 8:14 ngày 24/11/2026"},
			{Text: "Đang xử lý ở Công an phường Đức Xuân"},
			{Text: "Đúng hạn, còn 1 ngày làm việc"},
			{Kind: tui.SlipGap},
			{Kind: tui.SlipHeading, Text: "Việc cần làm"},
			{Text: "Ông/bà chưa phải làm gì. Đến ngày hẹn, mang giấy hẹn tới Quầy 3."},
			{Kind: tui.SlipGap},
			{Text: "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2026"},
		},
		Link: "https://dichvucong.gov.vn/tra-cuu-ho-so", Printed: morning,
	}
}

func procedure() tui.Slip {
	return tui.Slip{
		Lang: text.EN, Name: "PUBLIC SERVICE CENTRE", Office: "Phường Đức Xuân",
		Title: "Đăng ký khai sinh", Code: "1.001193",
		Lines: []tui.SlipLine{
			{Kind: tui.SlipGap},
			{Kind: tui.SlipHeading, Text: "Hand in"},
			{Kind: tui.SlipItem, Text: "Giấy chứng sinh (1 original)"},
			{Kind: tui.SlipItem, Text: "Một trong các giấy tờ sau:"},
			{Kind: tui.SlipSubitem, Text: "Văn bản của người làm chứng xác nhận về việc sinh"},
			{Kind: tui.SlipGap},
			{Kind: tui.SlipHeading, Text: "How long"},
			{Text: "the same day; after 15:00 the next working day"},
			{Kind: tui.SlipGap},
			{Kind: tui.SlipHeading, Text: "Cost"},
			{Text: "free"},
		},
		Link: page, Printed: morning,
	}
}

// Two slips, as a printer gets them. The pictures in testdata are looked at by
// people; -renew writes them.
func TestPictures(t *testing.T) {
	for _, tt := range []struct {
		name  string
		slip  tui.Slip
		width int
	}{{"dossier-80mm", dossier(), Wide}, {"procedure-58mm", procedure(), Narrow}} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Draw(tt.slip, tt.width)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", tt.name+".png")
			if *renew {
				write(t, file, got)
			}
			if n, of := differing(got, read(t, file)), len(got.Pix); n > of/2000 { // where rounding differs by machine
				t.Errorf("%d of %d dots differ from %s", n, of, file)
			}
			if got.Bounds().Dx() != tt.width {
				t.Errorf("%d dots wide", got.Bounds().Dx())
			}
			if link := scanned(t, got); link != tt.slip.Link {
				t.Errorf("its code reads %q", link)
			}
		})
	}
}

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) image.Image {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differing counts the dots that are not the same; all, when the sizes differ.
func differing(a *image.Paletted, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return len(a.Pix)
	}
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			r, _, _, _ := b.At(x, y).RGBA()
			if (a.ColorIndexAt(x, y) == Black) != (r < 0x8000) {
				n++
			}
		}
	}
	return n
}

// scanned reads the code on a slip.
func scanned(t *testing.T, img image.Image) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	r, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatalf("the code cannot be read: %v", err)
	}
	return r.GetText()
}

// Every letter that our own words and all names of the catalogue can bring to a
// slip is in the font.
func TestEveryLetterHasAGlyph(t *testing.T) {
	var letters strings.Builder
	for _, l := range []text.Lang{text.VI, text.EN} {
		w := text.For(l)
		for _, v := range []any{w.Dates, w.Dossier, w.Procedure, w.Slip} {
			collect(&letters, reflect.ValueOf(v))
		}
	}
	entries := facts.Shipped().Entries()
	if len(entries) < 4000 {
		t.Fatalf("%d procedures", len(entries))
	}
	for _, e := range entries {
		letters.WriteString(e.Name + e.Field + e.Agency + e.Executing + e.Code)
	}
	for _, r := range "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ" {
		letters.WriteString(string(r) + strings.ToUpper(string(r)))
	}
	seen := map[rune]bool{'\n': true}
	for _, strong := range []func() (*sfnt.Font, error){regular, bold} {
		f, err := strong()
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		for _, r := range norm.NFC.String(letters.String()) {
			if seen[r] {
				continue
			}
			seen[r] = true
			if g, err := f.GlyphIndex(&buf, r); err != nil || g == 0 {
				t.Errorf("%U %q has no glyph (%v)", r, r, err)
			}
		}
		clear(seen)
		seen['\n'] = true
	}
}

func collect(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		b.WriteString(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			collect(b, v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			collect(b, v.Index(i))
		}
	}
}

// A sign that the font has not is drawn as a box, not left out.
func TestAMissingSignIsSeen(t *testing.T) {
	ink := func(title string) int {
		img, err := Draw(tui.Slip{Title: title, Printed: morning}, Wide)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, p := range img.Pix {
			n += int(p)
		}
		return n
	}
	if none, box := ink("a"), ink("a中"); box < none+30 {
		t.Errorf("%d dots without the sign, %d with it", none, box)
	}
}

// Nothing reaches past the paper's edge: words wrap, endless words break, and
// decomposed letters are put together.
func TestNothingIsCutOff(t *testing.T) {
	s := dossier()
	s.Title = strings.Repeat("Nghiêng", 30)
	s.Big = []string{"WEDNESDAY 25 November 2026", "before 17:00"}
	s.Lines = append(s.Lines,
		tui.SlipLine{Kind: tui.SlipItem, Text: strings.Repeat("W", 200)}, tui.SlipLine{Kind: tui.SlipSubitem, Text: strings.Repeat("chuyển ", 50)},
		tui.SlipLine{Text: norm.NFD.String("Giấy chứng sinh")})
	s.Link = "https://dvc.example/" + strings.Repeat("x", 900) // too long for a code on paper
	for _, width := range []int{Wide, Narrow} {
		img, err := Draw(s, width)
		if err != nil {
			t.Fatal(err)
		}
		for y := range img.Rect.Dy() {
			for _, x := range []int{0, 1, width - 2, width - 1} {
				if img.ColorIndexAt(x, y) == Black {
					t.Fatalf("%d dots wide: ink at %d,%d", width, x, y)
				}
			}
		}
	}
	composed, _ := Draw(tui.Slip{Title: "Giấy", Printed: morning}, Wide)
	apart, _ := Draw(tui.Slip{Title: norm.NFD.String("Giấy"), Printed: morning}, Wide)
	if differing(composed, apart) != 0 {
		t.Error("a decomposed letter looks otherwise")
	}
}

func TestNoSuchPaper(t *testing.T) {
	for _, width := range []int{0, -8, 100, 577, 4000} {
		if _, err := Draw(dossier(), width); err == nil {
			t.Errorf("%d dots: no error", width)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := Draw(dossier(), Wide); err != nil {
			b.Fatal(err)
		}
	}
}

// What an agency calls a paper is printed as it is, whatever it begins with: a sign at
// its beginning once made a heading of it.
func TestASignAtTheBeginningStays(t *testing.T) {
	with := func(text string) *image.Paletted {
		img, err := Draw(tui.Slip{Lines: []tui.SlipLine{{Text: text}}, Printed: morning}, Wide)
		if err != nil {
			t.Fatal(err)
		}
		return img
	}
	for _, sign := range []string{"#", "•"} {
		plain, signed := with("x Giấy khai sinh"), with(sign+" Giấy khai sinh")
		if plain.Rect != signed.Rect { // a heading is taller
			t.Errorf("%q: %v, want %v", sign, signed.Rect, plain.Rect)
		}
		if differing(signed, with("Giấy khai sinh")) == 0 {
			t.Errorf("%q is not printed", sign)
		}
	}
}
