package procedures

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/tui/view"
)

// Quantity returns "1 bản chính, 2 bản sao"; "" when the source gives no number.
func Quantity(originals, copies int, e view.Env) string {
	t := &e.Texts.Procedure
	var parts []string
	if originals > 0 {
		parts = append(parts, counted(originals, t.Original, t.OriginalsMany, e))
	}
	if copies > 0 {
		parts = append(parts, counted(copies, t.Copy, t.CopiesMany, e))
	}
	return strings.Join(parts, ", ")
}

// Papers that are no original whatever column the portal put their number in:
// photos, and papers that are a copy by their name.
var (
	photo = regexp.MustCompile(`^(?:\d+ )?(?:tấm )?ảnh(?:\PL|$)`) // with its mark: "anh" is a brother
	sheet = regexp.MustCompile(`^(?:\d+ )?(?:bản (?:sao|chụp|photo)|photo)(?:\PL|$)`)
)

// QuantityOf is Quantity for a named paper: "1 ảnh" and not "1 bản chính" of a
// photo.
func QuantityOf(name string, originals, copies int, e view.Env) string {
	t := &e.Texts.Procedure
	name = strings.ToLower(view.FirstLine(name))
	switch n := originals; {
	case n == 0 || copies > 0:
		return Quantity(originals, copies, e)
	case photo.MatchString(name):
		return counted(n, t.Photo, t.PhotosMany, e)
	case sheet.MatchString(name):
		return counted(n, t.Sheet, t.SheetsMany, e)
	default:
		return Quantity(originals, copies, e)
	}
}

func counted(n int, one, many string, e view.Env) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf(many, e.Texts.Number(int64(n)))
}
