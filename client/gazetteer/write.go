package gazetteer

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
)

// Write makes the table that ships out of two tables of tab-separated values with a line
// of headings:
//
//	old    old_code old_commune old_district old_province new_code new_commune new_province divided
//	today  code commune province_code province
//
// agency gives the agency id of a province's name. A row whose heir today's list does not
// know by its code is joined by the heir's name within the province: the two tables were
// made at different times, and a code was corrected between them. What cannot be joined
// is an error.
func Write(w io.Writer, old, today io.Reader, asOf time.Time, agency func(name string) (string, bool)) error {
	b := builder{agency: agency, provinceOf: map[string]string{}, byName: map[string]string{}}
	if err := b.readToday(today); err != nil {
		return err
	}
	if err := b.readOld(old); err != nil {
		return err
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(z)
	fmt.Fprintln(out, asOf.Format(time.DateOnly))
	b.write(out)
	if err := out.Flush(); err != nil {
		return err
	}
	return z.Close()
}

type builder struct {
	agency     func(string) (string, bool)
	today      [][]string
	old        [][]string
	provinceOf map[string]string // code of one of today's communes -> its province's
	byName     map[string]string // folded commune and province -> code
}

func nameKey(commune, province string) string {
	return clean.Fold(commune) + "\t" + clean.Fold(province)
}

func (b *builder) readToday(r io.Reader) (err error) {
	if b.today, err = rows(r, 4); err != nil {
		return fmt.Errorf("today's communes: %w", err)
	}
	for _, f := range b.today {
		b.provinceOf[f[0]] = f[2]
		b.byName[nameKey(f[1], f[3])] = f[0]
	}
	slices.SortStableFunc(b.today, func(x, y []string) int { return cmp.Or(cmp.Compare(x[2], y[2]), cmp.Compare(x[0], y[0])) })
	return nil
}

func (b *builder) readOld(r io.Reader) (err error) {
	if b.old, err = rows(r, 8); err != nil {
		return fmt.Errorf("old communes: %w", err)
	}
	for n, f := range b.old {
		if b.provinceOf[f[4]] != "" {
			continue
		}
		code, ok := b.byName[nameKey(f[5], f[6])]
		if !ok {
			return fmt.Errorf("old communes: row %d: nothing of today has the code %s or the name %s, %s", n+2, f[4], f[5], f[6])
		}
		f[4] = code
	}
	// A stable order: old province, district, code; heirs in the order of the source.
	slices.SortStableFunc(b.old, func(x, y []string) int {
		return cmp.Or(cmp.Compare(x[3], y[3]), cmp.Compare(x[2], y[2]), cmp.Compare(x[0], y[0]))
	})
	return nil
}

func (b *builder) write(w *bufio.Writer) {
	last := ""
	for _, f := range b.today {
		if f[2] != last {
			last = f[2]
			id, _ := b.agency(f[3])
			fmt.Fprintf(w, "N\t%s\t%s\t%s\n", f[2], f[3], id)
		}
		fmt.Fprintf(w, "C\t%s\t%s\n", f[0], f[1])
	}
	lastProvince, lastDistrict := "", ""
	for i := 0; i < len(b.old); {
		f := b.old[i]
		if f[3] != lastProvince {
			lastProvince, lastDistrict = f[3], ""
			fmt.Fprintf(w, "P\t%s\t%s\n", f[3], b.provinceOf[f[4]])
		}
		heirs := []string{f[4]}
		n := 1
		for ; i+n < len(b.old) && b.old[i+n][0] == f[0] && b.old[i+n][2] == f[2]; n++ {
			if h := b.old[i+n][4]; !slices.Contains(heirs, h) {
				heirs = append(heirs, h)
			}
		}
		i += n
		if f[2] != lastDistrict {
			lastDistrict = f[2]
			if f[0] == "" { // an island district without communes
				fmt.Fprintf(w, "D\t%s\t%s\n", districtName(f[2]), strings.Join(heirs, " "))
				continue
			}
			fmt.Fprintf(w, "D\t%s\n", districtName(f[2]))
		}
		fmt.Fprintf(w, "O\t%s\t%s\t%s\n", f[0], f[1], strings.Join(heirs, " "))
	}
}

// districtName writes "Thành Phố Bắc Kạn", as one of the tables has it, like all others.
func districtName(s string) string {
	if rest, ok := strings.CutPrefix(s, "Thành Phố "); ok {
		return "Thành phố " + rest
	}
	return s
}

// rows reads a table and cleans its values. Each row has n fields.
func rows(r io.Reader, n int) ([][]string, error) {
	var list [][]string
	lines := bufio.NewScanner(r)
	for at := 1; lines.Scan(); at++ {
		f := strings.Split(lines.Text(), "\t")
		if len(f) != n {
			return nil, fmt.Errorf("line %d has %d fields, not %d", at, len(f), n)
		}
		if at == 1 {
			continue // headings
		}
		for i := range f {
			f[i] = toneMarks(clean.Line(f[i]))
		}
		list = append(list, f)
	}
	return list, lines.Err()
}
