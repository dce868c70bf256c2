package gazetteer

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"motcua/client/place"
)

//go:embed places.txt.gz
var packed []byte

// commune is one of today's.
type commune struct {
	code, name string
	province   int
	formed     []int // old communes, in the order of their codes
}

// former is a commune of before the merger.
type former struct {
	code, name string
	district   int
	heirs      []int // communes; several when it was divided
}

// district is of before the merger.
type district struct {
	name     string
	province int   // an old one
	heirs    []int // communes that took a part of it, each once
}

type oldProvince struct {
	name string
	now  int // today's province
}

type province struct {
	code, name, agency string
}

// table is all names. It is immutable.
type table struct {
	asOf         time.Time
	provinces    []province
	communes     []commune
	oldProvinces []oldProvince
	districts    []district
	formers      []former
}

var shipped = sync.OnceValue(func() *table {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err == nil {
		var t *table
		if t, err = parse(z); err == nil {
			return t
		}
	}
	panic("gazetteer: the embedded table cannot be read: " + err.Error())
})

// agencies are the agency ids of today's provinces.
var agencies = sync.OnceValue(func() []string {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic("gazetteer: the embedded table cannot be read: " + err.Error())
	}
	var list []string
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		if f := strings.Split(lines.Text(), "\t"); len(f) == 4 && f[0] == "N" {
			list = append(list, f[3])
		}
	}
	if err := lines.Err(); err != nil {
		panic("gazetteer: the embedded table cannot be read: " + err.Error())
	}
	return list
})

// parse reads the form that Write writes: the date, then a record a line, its fields set
// off by tabs, each below what it belongs to.
//
//	N code name agency   a province of today
//	C code name          its communes
//	P name code          an old province and what it is today
//	D name [codes]       its districts; codes of today's communes for one without communes
//	O code name codes    the communes of a district and their heirs
func parse(r io.Reader) (*table, error) {
	all, err := io.ReadAll(io.LimitReader(r, maxTable+1))
	if err != nil {
		return nil, err
	}
	if len(all) > maxTable {
		return nil, fmt.Errorf("gazetteer: the table is over %d bytes", maxTable)
	}
	p := parser{t: &table{}, byCode: map[string]int{}, provinceByCode: map[string]int{}}
	lines := bufio.NewScanner(strings.NewReader(string(all)))
	for n := 1; lines.Scan(); n++ {
		if err := p.line(n, strings.Split(lines.Text(), "\t")); err != nil {
			return nil, fmt.Errorf("gazetteer: line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	if len(p.t.communes) == 0 || len(p.t.formers) == 0 {
		return nil, fmt.Errorf("gazetteer: the table has no communes")
	}
	return p.t, nil
}

// maxTable bounds the unpacked table, which has 530 KB.
const maxTable = 8 << 20

type parser struct {
	t              *table
	byCode         map[string]int // commune
	provinceByCode map[string]int
}

func (p *parser) line(n int, f []string) error {
	t := p.t
	if n == 1 {
		var err error
		t.asOf, err = time.Parse(time.DateOnly, f[0])
		return err
	}
	want := map[string][2]int{"N": {4, 4}, "C": {3, 3}, "P": {3, 3}, "D": {2, 3}, "O": {4, 4}}[f[0]]
	if len(f) < max(want[0], 1) || len(f) > want[1] {
		return fmt.Errorf("a record %q of %d fields", f[0], len(f))
	}
	switch f[0] {
	case "N":
		p.provinceByCode[f[1]] = len(t.provinces)
		t.provinces = append(t.provinces, province{code: f[1], name: f[2], agency: f[3]})
	case "C":
		if len(t.provinces) == 0 {
			return fmt.Errorf("a commune without a province")
		}
		p.byCode[f[1]] = len(t.communes)
		t.communes = append(t.communes, commune{code: f[1], name: f[2], province: len(t.provinces) - 1})
	case "P":
		now, ok := p.provinceByCode[f[2]]
		if !ok {
			return fmt.Errorf("no province has the code %q", f[2])
		}
		t.oldProvinces = append(t.oldProvinces, oldProvince{name: f[1], now: now})
	case "D":
		if len(t.oldProvinces) == 0 {
			return fmt.Errorf("a district without a province")
		}
		d := district{name: f[1], province: len(t.oldProvinces) - 1}
		if len(f) == 3 {
			heirs, err := p.communes(f[2])
			if err != nil {
				return err
			}
			d.heirs = heirs
		}
		t.districts = append(t.districts, d)
	case "O":
		return p.former(f)
	}
	return nil
}

func (p *parser) former(f []string) error {
	t := p.t
	if len(t.districts) == 0 {
		return fmt.Errorf("an old commune without a district")
	}
	heirs, err := p.communes(f[3])
	if err != nil {
		return err
	}
	at := len(t.districts) - 1
	for _, h := range heirs {
		t.communes[h].formed = append(t.communes[h].formed, len(t.formers))
		t.districts[at].heirs = with(t.districts[at].heirs, h)
	}
	t.formers = append(t.formers, former{code: f[1], name: f[2], district: at, heirs: heirs})
	return nil
}

func (p *parser) communes(codes string) ([]int, error) {
	var list []int
	for code := range strings.FieldsSeq(codes) {
		at, ok := p.byCode[code]
		if !ok {
			return nil, fmt.Errorf("no commune has the code %q", code)
		}
		list = with(list, at)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("no heir")
	}
	return list, nil
}

func with(list []int, n int) []int {
	for _, have := range list {
		if have == n {
			return list
		}
	}
	return append(list, n)
}

// commune returns one of today's communes as the outside knows it.
func (t *table) commune(at int) place.Commune {
	c := t.communes[at]
	p := t.provinces[c.province]
	return place.Commune{Code: c.code, Name: c.name, Province: p.name, Agency: p.agency}
}

func (t *table) communesAt(list []int) []place.Commune {
	var out []place.Commune
	for _, at := range list {
		out = append(out, t.commune(at))
	}
	return out
}
