package find

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"motcua/client"
)

// BenchmarkNew builds the engine for the whole catalogue, which the first question of a
// process has to wait for.
func BenchmarkNew(b *testing.B) {
	list := docs()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(list, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMemory reports the memory of an engine, in addition to its docs.
func BenchmarkMemory(b *testing.B) {
	list := docs()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	e, err := New(list, Options{})
	if err != nil {
		b.Fatal(err)
	}
	e.Search(client.Query{Words: "khai sinh"})
	runtime.GC()
	runtime.ReadMemStats(&after)
	for b.Loop() {
		runtime.KeepAlive(e)
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkKey searches after every key of every question, as for a person who types, and
// reports the median and the 99th percentile. Those in English go to another index.
func BenchmarkKey(b *testing.B) {
	e := shipped()
	var vietnamese, inEnglish []string
	for _, q := range readAsked(b) {
		vietnamese = append(vietnamese, q.words)
	}
	for _, q := range readBlind(b) {
		if q.kind == "english" {
			inEnglish = append(inEnglish, q.words)
		}
	}
	for name, questions := range map[string][]string{"Vietnamese": vietnamese, "English": inEnglish} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				for _, words := range questions {
					runes := []rune(words)
					for n := 1; n <= len(runes); n++ {
						start := time.Now()
						e.Search(client.Query{Words: string(runes[:n]), Limit: 20})
						took = append(took, time.Since(start))
					}
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
			b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-max")
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	e := shipped()
	for _, words := range []string{"khai sinh", "dangkytamtru", "cho tôi hỏi làm giấy khai sinh cần những giấy tờ gì", "ddoir giaays phesp lais xe"} {
		b.Run(words, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Search(client.Query{Words: words, Limit: 20})
			}
		})
	}
}
