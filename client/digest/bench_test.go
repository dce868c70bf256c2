package digest

import "testing"

// BenchmarkLabelledPages is the time of one page, over all labelled ones.
func BenchmarkLabelledPages(b *testing.B) {
	pages := readLabelledPages(b, "tuned")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Of(pages[i%len(pages)].Procedure)
		i++
	}
}
