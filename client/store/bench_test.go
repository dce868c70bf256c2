package store

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"testing"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/national"
)

// filled returns a store with as many entries as the portal has had, with the names and fields
// of real ones.
func filled(b *testing.B) string {
	b.Helper()
	known := facts.Entries()
	p := &listPortal{}
	for i := range 6_300 {
		e := known[i%len(known)]
		it := national.Item{ID: item(i).ID, Code: e.Code, Name: e.Name, Kind: client.KindStandard, Fields: []string{e.Field}, Agencies: []string{e.Executing}}
		if i >= len(known) {
			it.Code = item(i).Code
		}
		p.items = append(p.items, it)
	}
	dir := b.TempDir()
	s := open(b, dir, Options{})
	mustSync(b, s, p)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

// BenchmarkColdOpen is the time from an unopened file to the first answer.
// Budget: 150 ms.
func BenchmarkColdOpen(b *testing.B) {
	dir := filled(b)
	for b.Loop() {
		s := open(b, dir, Options{})
		r, err := s.Search(context.Background(), client.Query{Words: "đăng ký khai sinh", Limit: 10})
		if err != nil || len(r.Hits) == 0 {
			b.Fatal(r, err)
		}
		_ = s.Close()
	}
}

// BenchmarkOpen measures a command that does not use the catalogue.
func BenchmarkOpen(b *testing.B) {
	dir := filled(b)
	for b.Loop() {
		s := open(b, dir, Options{})
		_ = s.Close()
	}
}

// BenchmarkRead measures only reading the list from the file into memory.
func BenchmarkRead(b *testing.B) {
	s := open(b, filled(b), Options{})
	for b.Loop() {
		if _, err := s.load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMemory reports the memory of an open store with its list, its search engine and a
// hundred details that were looked up. The budget of the whole local program is 80 MB.
func BenchmarkMemory(b *testing.B) {
	dir := filled(b)
	for b.Loop() {
		before := held()
		s := open(b, dir, Options{})
		if _, err := s.Search(context.Background(), client.Query{Words: "đăng ký khai sinh"}); err != nil {
			b.Fatal(err)
		}
		for i := range 100 {
			p := wholeProcedure()
			p.Code = item(i + 1).Code
			s.Keep(context.Background(), client.Answer[client.Procedure]{Value: p, AsOf: s.opts.Now()})
			if _, _, ok := s.Kept(context.Background(), p.Code); !ok {
				b.Fatal("not kept")
			}
		}
		b.ReportMetric(float64(held()-before)/(1<<20), "MB-held")
		runtime.KeepAlive(s)
		_ = s.Close()
	}
}

// held returns the heap in use. SQLite's own memory is mapped separately; its page caches are
// limited (see dsn).
func held() int64 {
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse + m.StackInuse)
}

// BenchmarkKept measures reading and unpacking a detail: an offline look-up.
func BenchmarkKept(b *testing.B) {
	s := open(b, b.TempDir(), Options{})
	p := wholeProcedure()
	for i := range 400 { // some 100 KB of text
		p.Steps = append(p.Steps, client.ProcedureStep{Name: fmt.Sprint("Bước ", i), Text: "Người yêu cầu nộp hồ sơ tại bộ phận một cửa của Ủy ban nhân dân cấp xã nơi cư trú."})
	}
	s.Keep(context.Background(), client.Answer[client.Procedure]{Value: p, AsOf: s.opts.Now()})
	for b.Loop() {
		if _, _, ok := s.Kept(context.Background(), p.Code); !ok {
			b.Fatal("not kept")
		}
	}
}

// BenchmarkSync measures a second sync without changes and without the portal's time and
// pauses: staging, comparing and swapping 6,300 entries.
func BenchmarkSync(b *testing.B) {
	p := &listPortal{items: items(6_300)}
	s := open(b, b.TempDir(), Options{})
	mustSync(b, s, p)
	for b.Loop() {
		p.asked = nil
		mustSync(b, s, p)
		b.ReportMetric(float64(len(p.asked)), "requests")
	}
}
