package directory

import (
	"slices"
	"strings"
	"sync"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/find"
	"motcua/client/gazetteer"
	"motcua/client/place"
	"motcua/client/unit"
)

// finder finds units by words.
type finder struct {
	units  []unit.Unit
	engine func() *find.Engine
}

func newFinder(units []unit.Unit) *finder {
	return &finder{units, sync.OnceValue(func() *find.Engine {
		docs := make([]find.Doc, len(units))
		for i, u := range units {
			docs[i] = find.Doc{Name: u.Name}
		}
		words, err := find.ParseWords(spoken, "")
		if err == nil {
			var e *find.Engine
			if e, err = find.New(docs, find.Options{Words: &words}); err == nil {
				return e
			}
		}
		panic("directory: " + err.Error()) // the words are this file's
	})}
}

// spoken are what people write for the words of a unit's name.
const spoken = `
p | f = phuong
x = xa
tp = thanh pho
tt = trung tam
ubnd | uy ban | uy ban nhan dan = ubnd
vp = van phong
gddt = giao duc va dao tao
khcn = khoa hoc va cong nghe
`

// most bounds how many matches of words are looked at.
const most = 200

// find returns those of a list that words mean: a code, a whole name with or without its type,
// a part of names, or an old place that lies in one of today's communes.
func (f *finder) find(among []unit.Unit, words, province string) []unit.Unit {
	in := func(u unit.Unit) bool {
		return slices.ContainsFunc(among, func(a unit.Unit) bool { return a.ID == u.ID })
	}
	code := strings.ToUpper(strings.TrimSpace(words))
	for _, u := range f.units {
		if (u.Code == code || strings.EqualFold(u.ID, code)) && in(u) {
			return []unit.Unit{u}
		}
	}
	if list := f.called(in, words); len(list) > 0 {
		return list
	}
	var list []unit.Unit
	r := f.engine().Search(client.Query{Words: words, Limit: most})
	if !r.Near {
		for _, h := range r.Hits {
			if u := f.units[h.Doc]; in(u) {
				list = append(list, u)
			}
		}
	}
	if len(list) == 0 {
		list = f.atPlace(in, words, province)
	}
	return list
}

// called returns the units that are called like this. The type counts where it was given: as a
// word among others it would find a second unit that shares it and one word more.
func (f *finder) called(in func(unit.Unit) bool, words string) []unit.Unit {
	want := typed(unabridged(words))
	for _, form := range []func(string) string{typed, bare} {
		var list []unit.Unit
		for _, u := range f.units {
			if form(u.Name) == want && in(u) {
				list = append(list, u)
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// unabridged has the type of a unit in full: "phuong Đức Xuân" of "P. Đức Xuân".
func unabridged(words string) string {
	full := map[string]string{"p": "phuong", "f": "phuong", "x": "xa", "tp": "thanh pho"}
	head, rest, _ := strings.Cut(strings.Join(strings.Fields(strings.ReplaceAll(words, ".", " ")), " "), " ")
	if t, ok := full[strings.ToLower(head)]; ok && rest != "" {
		return t + " " + rest
	}
	return words
}

// atPlace returns the communes in which a place of before the merger lies.
func (f *finder) atPlace(in func(unit.Unit) bool, words, province string) []unit.Unit {
	var list []unit.Unit
	for _, p := range gazetteer.Shipped().Find(place.Query{Words: words, Near: province, Limit: 1}).Places {
		for _, heir := range p.Heirs {
			for _, u := range f.units {
				if u.Place == heir.Code && u.Place != "" && in(u) {
					list = append(list, u)
				}
			}
		}
	}
	return list
}

// matchPlaces gives each commune the code of the place of its name within the province. No
// public table maps the portal's codes to the statistics office's.
func matchPlaces(units []unit.Unit, province string) (matched int) {
	communes := gazetteer.Communes(province)
	for i := range units {
		if units[i].Level != unit.LevelCommune {
			continue
		}
		if code := placeOf(units[i].Name, communes); code != "" {
			units[i].Place = code
			matched++
		}
	}
	return matched
}

// placeOf finds the only commune with a unit's name: with its type, else without, else with
// its marks.
func placeOf(name string, communes []place.Commune) string {
	for _, form := range []func(string) string{typed, bare, marked} {
		want, code, n := form(name), "", 0
		for _, c := range communes {
			if form(c.Name) == want {
				code = c.Code
				n++
			}
		}
		if n == 1 {
			return code
		}
	}
	return ""
}

// typed is "phuong bac kan" of "UBND Phường Bắc Kạn".
func typed(name string) string {
	return strings.TrimPrefix(strings.Join(strings.Fields(clean.Fold(name)), " "), "ubnd ")
}

// bare is "bac kan" of the same.
func bare(name string) string {
	s := typed(name)
	for _, t := range []string{"phuong ", "xa ", "thi tran ", "dac khu ", "tinh ", "thanh pho "} {
		if rest, ok := strings.CutPrefix(s, t); ok {
			return rest
		}
	}
	return s
}

// marked is the name without its type, with its marks: two names may differ by those alone.
func marked(name string) string {
	words := strings.Fields(strings.ToLower(clean.SameLetters(name)))
	n := len(strings.Fields(bare(name)))
	return strings.Join(words[max(len(words)-n, 0):], " ")
}
