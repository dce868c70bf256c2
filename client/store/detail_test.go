package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// wholeProcedure has a value in every field, so that a field that is not stored is noticed.
func wholeProcedure() client.Procedure {
	fee := client.Fee{State: client.FeeAmount, Type: client.FeeTypeFee, Amount: 30_000, Currency: "VND", Text: "30.000 đồng/bản"}
	limit := client.TimeLimit{Quantity: 1.5, Unit: client.UnitWorkingDay, Text: "trong ngày"}
	return client.Procedure{
		ID: "019d2bf7-770b-734d-b7fb-5e1995f194f4", Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Cư trú",
		Levels: []client.Level{client.LevelWard, client.LevelProvince}, Kind: client.KindStandard, Publisher: "Bộ Công an",
		Decision:  client.Decision{Number: "1/QĐ", Date: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), Agency: "Bộ Công an"},
		Executing: []string{"Công an cấp Xã"}, Competent: []string{"a"}, Authorized: []string{"b"}, Coordinating: []string{"c"},
		Subjects: []string{"Công dân"}, Receiving: "Bộ phận một cửa",
		Methods:    []client.Method{{Channel: client.ChannelDirect, Limit: limit, Fees: []client.Fee{fee}, Description: "<tại quầy> & \"trực tiếp\""}},
		Cases:      []client.PaperCase{{Name: "Trường hợp", Rows: []client.PaperRow{{ID: "r", Code: "KQ.1", Name: "Tờ khai", Originals: 1, Copies: 2, Forms: []client.Form{{ID: "f", Name: "CT01.doc"}}}}}},
		CaseLimits: []client.CaseLimit{{Name: "Trường hợp 2", Code: "1.004194.02", Limit: limit}},
		Steps:      []client.ProcedureStep{{Name: "Bước 1", Text: "Nộp hồ sơ\nchờ"}}, Conditions: "Không",
		LegalBasis: []client.LegalAct{{Number: "68/2020/QH14", Name: "Luật Cư trú"}}, Results: []client.Result{{Code: "k", Name: "Thông báo"}},
		Notes: "ghi chú", OfflineOnly: true, FullProcess: true, Abolished: true, URL: "https://dichvucong.gov.vn/x", UpdatedAt: time.Date(2026, 5, 6, 7, 8, 9, 0, time.UTC),
	}
}

func TestADetailComesOutAsItWentIn(t *testing.T) {
	p := wholeProcedure()
	for i := range reflect.TypeFor[client.Procedure]().NumField() {
		// An outline is never stored as a detail.
		if name := reflect.TypeFor[client.Procedure]().Field(i).Name; name != "Outline" && reflect.ValueOf(p).Field(i).IsZero() {
			t.Errorf("the test leaves %s empty", name)
		}
	}
	packed, err := packDetail(p)
	if err != nil {
		t.Fatal(err)
	}
	got, err := unpackDetail(packed)
	if err != nil || !reflect.DeepEqual(got, p) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, p)
	}
}

// TestDetailFormatNamesTheShape: data of older versions must not be read in a wrong form. When
// client.Procedure changes, increase detailFormat and put the new sum here.
func TestDetailFormatNamesTheShape(t *testing.T) {
	var shape strings.Builder
	describe(&shape, reflect.TypeFor[client.Procedure](), map[reflect.Type]bool{})
	sum := sha256.Sum256([]byte(shape.String()))
	const format, want = 2, "65a7748e6158a1ec"
	if got := hex.EncodeToString(sum[:8]); detailFormat != format || got != want {
		t.Errorf("format %d has the shape %s, want format %d with %s:\n%s", detailFormat, got, format, want, shape.String())
	}
}

func describe(b *strings.Builder, t reflect.Type, seen map[reflect.Type]bool) {
	switch {
	case t == reflect.TypeFor[time.Time]() || seen[t]:
		b.WriteString(t.String())
	case t.Kind() == reflect.Struct:
		seen[t] = true
		b.WriteString("{")
		for i := range t.NumField() {
			fmt.Fprintf(b, "%s:", t.Field(i).Name)
			describe(b, t.Field(i).Type, seen)
			b.WriteString(";")
		}
		b.WriteString("}")
	case t.Kind() == reflect.Slice:
		b.WriteString("[]")
		describe(b, t.Elem(), seen)
	default:
		b.WriteString(t.Kind().String())
	}
}

func TestUnpackRefusesWhatIsNoDetail(t *testing.T) {
	pack := func(s string) []byte {
		var b bytes.Buffer
		z, _ := flate.NewWriter(&b, flate.BestSpeed)
		_, _ = z.Write([]byte(s))
		_ = z.Close()
		return b.Bytes()
	}
	whole, _ := packDetail(wholeProcedure())
	for name, b := range map[string][]byte{
		"nothing": nil, "noise": {1, 2, 3}, "cut off": whole[:len(whole)/2], "no JSON": pack("<html>"),
		"no code": pack("{}"), "too long": pack(`{"Name":"` + strings.Repeat("a", maxDetail) + `"}`),
	} {
		if p, err := unpackDetail(b); err == nil {
			t.Errorf("%s was read as %+v", name, p)
		}
	}
}

func FuzzUnpackDetail(f *testing.F) {
	whole, err := packDetail(wholeProcedure())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte{})
	f.Add(whole[:10])
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := unpackDetail(b)
		if err != nil {
			return
		}
		again, err := packDetail(p)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := unpackDetail(again); err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%+v comes back as %+v, %v", p, got, err)
		}
	})
}

func TestKeptDetails(t *testing.T) {
	fetched := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	now := fetched
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }, FreshFor: 12 * time.Hour})
	a := client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: fetched, Source: client.SourceName{ID: "national", Name: "Cổng thử"}}
	s.Keep(t.Context(), a)
	s.Keep(t.Context(), client.Answer[client.Procedure]{Value: client.Procedure{Code: "9.000001", Kind: client.KindStandardInternal}, AsOf: fetched})
	s.Keep(t.Context(), client.Answer[client.Procedure]{Value: client.Procedure{Code: "9.000002", Outline: true}, AsOf: fetched})
	for _, c := range []struct {
		name, code string
		later      time.Duration
		fresh, ok  bool
	}{
		{"at once", "1.004194", 0, true, true},
		{"within its time", "1.004194", 11 * time.Hour, true, true},
		{"after it", "1.004194", 12 * time.Hour, false, true},
		{"a year later still better than nothing", "1.004194", 365 * 24 * time.Hour, false, true},
		{"a clock that was set back", "1.004194", -2 * time.Hour, false, true},
		{"a case is part of its procedure", "1.004194.02", 0, true, true},
		{"a place may have its own edition", "1.004194.000.00.00.H48", 0, false, true},
		{"never fetched", "1.001193", 0, false, false},
		{"internal ones are not kept", "9.000001", 0, false, false},
		{"nor is an outline", "9.000002", 0, false, false},
		{"no code at all", "khai sinh", 0, false, false},
	} {
		now = fetched.Add(c.later)
		got, fresh, ok := s.Kept(t.Context(), c.code)
		if fresh != c.fresh || ok != c.ok {
			t.Errorf("%s: fresh %v, kept %v; want %v, %v", c.name, fresh, ok, c.fresh, c.ok)
		}
		if ok && (!reflect.DeepEqual(got.Value, a.Value) || !got.AsOf.Equal(fetched) || got.Source != a.Source || got.Stale) {
			t.Errorf("%s: got %+v, want what was kept", c.name, got)
		}
	}
}

func TestADetailOfAnotherFormatIsFetchedAnew(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	a := client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()}
	s.Keep(t.Context(), a)
	for _, spoil := range []string{`UPDATE detail SET format = 999`, `UPDATE detail SET body = x'0102'`} {
		if _, err := s.db.Exec(spoil); err != nil {
			t.Fatal(err)
		}
		if _, _, ok := s.Kept(t.Context(), "1.004194"); ok {
			t.Errorf("%s: the detail was read", spoil)
		}
		s.Keep(t.Context(), a)
		if _, fresh, ok := s.Kept(t.Context(), "1.004194"); !ok || !fresh {
			t.Errorf("%s: the next fetch did not replace it", spoil)
		}
	}
	if n := s.Notices(); len(n) != 0 {
		t.Errorf("the file was taken for damaged: %+v", n)
	}
}

func TestANewerDetailIsAChange(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	s := open(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	p := &listPortal{items: items(10)}
	mustSync(t, s, p)
	mustSync(t, s, p)
	keep := func(code string, updated time.Time) {
		t.Helper()
		if err := s.keep(t.Context(), client.Answer[client.Procedure]{Value: client.Procedure{Code: code, Name: "Tên", UpdatedAt: updated}, AsOf: now}); err != nil {
			t.Fatal(err)
		}
	}
	keep("8.000001", now.Add(-48*time.Hour))
	keep("8.000002", time.Time{}) // a detail without a date proves no change
	keep("8.000001", now.Add(-48*time.Hour))
	if c, _ := s.Changes(t.Context()); len(c.List) != 0 {
		t.Fatalf("nothing changed, but %+v", c.List)
	}
	keep("8.000001", now.Add(-time.Hour))
	keep("8.000001", now)
	keep("8.000002", now)
	c, err := s.Changes(t.Context())
	if err != nil || len(c.List) != 1 || c.List[0].Code != "8.000001" || !reflect.DeepEqual(c.List[0].Parts, []string{"detail"}) {
		t.Errorf("%+v, %v; want the one whose date went on", c.List, err)
	}
}

func TestTheOldestDetailsGoFirst(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	tx, err := s.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for i := range mostDetails {
		if _, err := tx.Exec(`INSERT INTO detail VALUES (?, 1, ?, 0, 0, '', '', x'00')`, item(i).Code, i); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	s.Keep(t.Context(), client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()})
	var n, oldest int
	if err := s.db.QueryRow(`SELECT count(*), min(fetched) FROM detail`).Scan(&n, &oldest); err != nil || n != mostDetails || oldest != 1 {
		t.Errorf("%d details, the oldest of %d, %v; want %d without the oldest", n, oldest, err, mostDetails)
	}
}
