package record

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

// A count that rests on days nobody announced, or on none, says which year and why.
func TestTheJSONOfADoubtfulCount(t *testing.T) {
	cal, err := workday.NewCalendar(map[int][]string{2026: nil, 2027: {"2027-01-01"}}, 2027)
	if err != nil {
		t.Fatal(err)
	}
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 8, 0, 0, 0, workday.Zone) }
	for _, tt := range []struct {
		lang     text.Lang
		now, due time.Time
		want     string
	}{
		{text.VI, day(2026, 12, 29), day(2026, 12, 31), `"working_days_left":2,"calendar_doubt":null,`},
		{text.VI, day(2026, 12, 29), day(2027, 1, 4), `"working_days_left":3,"calendar_doubt":{"kind":"unannounced","year":2027,"sentence":"lịch 2027 chưa công bố"},`},
		{text.EN, day(2027, 1, 4), day(2026, 12, 31), `"working_days_left":-1,"calendar_doubt":{"kind":"unannounced","year":2027,"sentence":"the 2027 calendar is not announced yet"},`},
		{text.VI, day(2027, 12, 31), day(2028, 1, 4), `"working_days_left":2,"calendar_doubt":{"kind":"unknown","year":2028,"sentence":"chưa có lịch nghỉ 2028"},`},
	} {
		a := client.Answer[client.Dossier]{Value: client.Dossier{Status: client.StatusProcessing, DueAt: tt.due}}
		got := Encode(NewDossier(a, view.Env{Texts: text.For(tt.lang), Now: tt.now, Calendar: cal, Medium: view.Command}))
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s\nwithout %s", got, tt.want)
		}
	}
}

// Whatever the time zone of a value, JSON has Vietnam's offset.
func TestJSONTimes(t *testing.T) {
	if got := *TimeOrNull(time.Date(2026, 11, 24, 23, 30, 0, 0, time.UTC)); got != "2026-11-25T06:30:00+07:00" {
		t.Errorf("got %s", got)
	}
	if TimeOrNull(time.Time{}) != nil {
		t.Error("no time is null")
	}
}

// Every JSON type must be one that cannot fail to encode.
func TestJSONTypesAlwaysEncode(t *testing.T) {
	var check func(reflect.Type, string)
	check = func(ty reflect.Type, path string) {
		switch ty.Kind() {
		case reflect.Pointer, reflect.Slice:
			if ty.Elem() != ty && ty != reflect.TypeFor[[]paperJSON]() {
				check(ty.Elem(), path)
			}
		case reflect.Struct:
			for i := range ty.NumField() {
				check(ty.Field(i).Type, path+"."+ty.Field(i).Name)
			}
		case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
		default:
			t.Errorf("%s is a %s", path, ty)
		}
	}
	for _, ty := range []reflect.Type{reflect.TypeFor[Dossier](), reflect.TypeFor[Hit](), reflect.TypeFor[procedureObject](), reflect.TypeFor[paperJSON]()} {
		check(ty, ty.Name())
	}
}
