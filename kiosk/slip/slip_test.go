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
	"motcua/tui/device"
	"motcua/tui/text"
)

var renew = flag.Bool("renew", false, "write the pictures of slips anew")

const page = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019e3a45-df38-7106-a47b-c371f72a569e"

var morning = time.Date(2026, 11, 24, 1, 14, 0, 0, time.UTC) // 8:14 in Vietnam

func dossier() device.Slip {
	return device.Slip{
		Lang: text.VI, Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Office: "Phường Đức Xuân, tỉnh Thái Nguyên",
		Title: "Đăng ký tạm trú", Code: "H55.17.05 - 261120 - 0007",
		Label: "Hẹn trả kết quả", Big: []string{"THỨ TƯ 25/11/2026", "trước 17 giờ"},
		Lines: []device.SlipLine{
			{Kind: device.SlipHeading, Text: "Tình trạng lúc 8:14 ngày 24/11/2026"},
			{Text: "Đang xử lý ở Công an phường Đức Xuân"},
			{Text: "Đúng hạn, còn 1 ngày làm việc"},
			{Kind: device.SlipGap},
			{Kind: device.SlipHeading, Text: "Việc cần làm"},
			{Text: "Ông/bà chưa phải làm gì. Đến ngày hẹn, mang giấy hẹn tới Quầy 3."},
			{Kind: device.SlipGap},
			{Text: "Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 ngày 24/11/2026"},
		},
		Link: "https://dichvucong.gov.vn/tra-cuu-ho-so", Printed: morning,
	}
}

func procedure() device.Slip {
	return device.Slip{
		Lang: text.EN, Name: "PUBLIC SERVICE CENTRE", Office: "Phường Đức Xuân",
		Title: "Đăng ký khai sinh", Code: "1.001193",
		Lines: []device.SlipLine{
			{Kind: device.SlipGap},
			{Kind: device.SlipHeading, Text: "Hand in"},
			{Kind: device.SlipItem, Text: "Giấy chứng sinh (1 original)"},
			{Kind: device.SlipItem, Text: "Một trong các giấy tờ sau:"},
			{Kind: device.SlipSubitem, Text: "Văn bản của người làm chứng xác nhận về việc sinh"},
			{Kind: device.SlipGap},
			{Kind: device.SlipHeading, Text: "How long"},
			{Text: "the same day; after 15:00 the next working day"},
			{Kind: device.SlipGap},
			{Kind: device.SlipHeading, Text: "Cost"},
			{Text: "free"},
		},
		Link: page, Printed: morning,
	}
}

// Two slips as a printer receives them. People check the pictures in testdata; -renew
// writes them.
func TestPictures(t *testing.T) {
	for _, tt := range []struct {
		name  string
		slip  device.Slip
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
			if n, of := differing(got, read(t, file)), len(got.Pix); n > of/2000 { // rounding differs between machines
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

// differing counts the dots that differ; all of them when the sizes differ.
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

// scanned reads the QR code on a slip.
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

// The font contains every letter that our own texts and all names of the catalogue can
// bring to a slip.
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

// A character that is missing from the font is drawn as a box, not left out.
func TestAMissingSignIsSeen(t *testing.T) {
	ink := func(title string) int {
		img, err := Draw(device.Slip{Title: title, Printed: morning}, Wide)
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

// Nothing is drawn past the edge of the paper: text wraps, words that are too long break,
// and decomposed letters are composed.
func TestNothingIsCutOff(t *testing.T) {
	s := dossier()
	s.Title = strings.Repeat("Nghiêng", 30)
	s.Big = []string{"WEDNESDAY 25 November 2026", "before 17:00"}
	s.Lines = append(s.Lines,
		device.SlipLine{Kind: device.SlipItem, Text: strings.Repeat("W", 200)}, device.SlipLine{Kind: device.SlipSubitem, Text: strings.Repeat("chuyển ", 50)},
		device.SlipLine{Text: norm.NFD.String("Giấy chứng sinh")})
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
	composed, _ := Draw(device.Slip{Title: "Giấy", Printed: morning}, Wide)
	apart, _ := Draw(device.Slip{Title: norm.NFD.String("Giấy"), Printed: morning}, Wide)
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

// The name that an agency gives a paper is printed as it is, whatever character it begins
// with: a sign at the beginning once turned it into a heading.
func TestASignAtTheBeginningStays(t *testing.T) {
	with := func(text string) *image.Paletted {
		img, err := Draw(device.Slip{Lines: []device.SlipLine{{Text: text}}, Printed: morning}, Wide)
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
