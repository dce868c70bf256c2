package national

import "testing"

// BenchmarkDetail decodes a real detail body, which adds to the portal's own time.
func BenchmarkDetail(b *testing.B) {
	body := []byte(fixture(b, "detail.1.004194.json"))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		d, ok := decodeEnvelope[detailBody](body)
		if !ok || d.procedure().Code != "1.004194" {
			b.Fatal("not decoded")
		}
	}
}
