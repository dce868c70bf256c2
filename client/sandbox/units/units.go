// Package units is the directory that the sample portal serves: the provinces, and of Thái
// Nguyên its departments and communes. The communes are real, departments and codes are
// plausible. It also says which of them take a procedure.
package units

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/gazetteer"
	"motcua/client/sandbox/pagefile"
)

// Home is the province whose units are known.
const Home = "H55"

// Unit is a row of a report.
type Unit struct {
	ID, Name, Code, Level, Type string
}

// departments of the province, in the order of their codes. What stands in brackets is the
// ministry whose procedures they take.
var departments = []struct{ code, name, ministry string }{
	{"01", "Văn phòng UBND Tỉnh", ""},
	{"02", "Trung tâm Phục vụ hành chính công", ""},
	{"03", "Ban Quản lý các khu công nghiệp", ""},
	{"04", "Sở Công Thương", "Bộ Công Thương"},
	{"05", "Sở Dân tộc và Tôn giáo", "Bộ Dân tộc và Tôn giáo"},
	{"06", "Sở Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo"},
	{"07", "Sở Khoa học và Công nghệ", "Bộ Khoa học và Công nghệ"},
	{"08", "Sở Nội vụ", "Bộ Nội vụ"},
	{"09", "Sở Nông nghiệp và Môi trường", "Bộ Nông nghiệp và Môi trường"},
	{"10", "Sở Tài chính", "Bộ Tài chính"},
	{"11", "Sở Tư pháp", "Bộ Tư pháp"},
	{"12", "Sở Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"},
	{"13", "Sở Xây dựng", "Bộ Xây dựng"},
	{"14", "Sở Y tế", "Bộ Y tế"},
	{"15", "Thanh tra tỉnh", "Thanh tra Chính phủ"},
	{"16", "Công an tỉnh", "Bộ Công an"},
	{"17", "Bảo hiểm xã hội tỉnh", "Bảo hiểm xã hội Việt Nam"},
}

// firstCommune is the number in the code of the first commune.
const firstCommune = 100

// ofHome are departments and communes, built at the first use.
var ofHome = sync.OnceValue(func() []Unit {
	var list []Unit
	for _, d := range departments {
		code := Home + "." + d.code
		name := d.name
		if strings.HasPrefix(name, "Sở ") || strings.HasPrefix(name, "Văn phòng") {
			name += " - Tỉnh Thái Nguyên" // several provinces have one of the name
		}
		list = append(list, Unit{ID: ID(code), Name: name, Code: code, Level: "PROVINCE", Type: "PROVINCIAL_DEPARTMENT"})
	}
	for i, c := range gazetteer.Communes(Home) {
		code := fmt.Sprintf("%s.%d", Home, firstCommune+i)
		name := c.Name
		if strings.HasPrefix(name, "Xã ") {
			name = "xã " + strings.TrimPrefix(name, "Xã ")
		}
		list = append(list, Unit{ID: ID(code), Name: "UBND " + name, Code: code, Level: "COMMUNE", Type: "COMMUNE"})
	}
	return list
})

// ID is the id of a unit with that code.
func ID(code string) string { return pagefile.DerivedID("department", code) }

// Provinces are today's, by code.
var Provinces = sync.OnceValue(func() []Unit {
	var list []Unit
	for _, code := range facts.AgencyIDs() {
		if _, merged := facts.Successor(code); merged || !strings.HasPrefix(code, "H") {
			continue
		}
		name, _ := facts.AgencyName(code)
		list = append(list, Unit{ID: ID(code), Name: name, Code: code, Level: "PROVINCE", Type: "PROVINCE"})
	}
	return list
})

// Below lists the units below a province by its id. A province of which no units are known
// has none.
func Below(province string) []Unit {
	if province == ID(Home) {
		return ofHome()
	}
	return nil
}

// Abolished tells whether nobody takes a procedure any more. They are few, and none of them
// has papers here or is asked for often.
func Abolished(e facts.Entry, full bool) bool {
	return !full && e.Weight == 0 && len(e.Levels) > 0 && number(e.Code)%40 == 0
}

// Taking lists the ids of the units that take a procedure: communes, a department, the
// province. One in nine has an id that no list has.
func Taking(e facts.Entry) []string {
	var ids []string
	if slices.Contains(e.Levels, client.LevelWard) {
		for _, u := range ofHome() {
			if u.Level == "COMMUNE" {
				ids = append(ids, u.ID)
			}
		}
	}
	if slices.Contains(e.Levels, client.LevelProvince) {
		ids = append(ids, ID(Home), ID("H37"))
		for _, d := range departments {
			if d.ministry != "" && d.ministry == e.Agency {
				ids = append(ids, ID(Home+"."+d.code))
			}
		}
	}
	if len(ids) > 0 && number(e.Code)%9 == 0 {
		ids = append(ids, ID("unlisted "+e.Code))
	}
	return ids
}

// Online is the level of a procedure at a unit: FULL, PARTIAL or NONE.
func Online(code, unit string) string {
	n := number(code)
	if number(unit)%5 == 0 {
		n++ // some units do less than others
	}
	return [...]string{"PARTIAL", "FULL", "PARTIAL", "NONE"}[n%4]
}

func number(s string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s))
	return int(h.Sum32() >> 1)
}
