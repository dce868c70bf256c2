package digest

import "testing"

// BenchmarkLabelledPages measures the time for one page, over all labelled pages.
func BenchmarkLabelledPages(b *testing.B) {
	pages := readLabelledPages(b, "tuned")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Of(pages[i%len(pages)].Procedure)
		i++
	}
}
