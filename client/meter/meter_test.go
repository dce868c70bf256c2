package meter_test

import (
	"reflect"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/meter"
)

func TestMeterCountsPerSource(t *testing.T) {
	a, b := client.SourceName{ID: "a", Name: "A"}, client.SourceName{ID: "b", Name: "B"}
	var m meter.Meter
	m.Count(meter.Call{Source: b, Attempts: 3, Failed: true, Duration: 9 * time.Second, BytesIn: 10, BytesOut: 30})
	m.Count(meter.Call{Source: a, Attempts: 1, Duration: time.Second, BytesIn: 1000, BytesOut: 100})
	m.Count(meter.Call{Source: a, Attempts: 2, Duration: 2 * time.Second, BytesIn: 2000, BytesOut: 200})
	want := []meter.Traffic{
		{Source: a, Calls: 2, Requests: 3, BytesIn: 3000, BytesOut: 300, Last: 2 * time.Second},
		{Source: b, Calls: 1, Requests: 3, Failed: 1, BytesIn: 10, BytesOut: 30},
	}
	if got := m.Sources(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if sum := m.Total(); sum.BytesIn != 3010 || sum.BytesOut != 330 || sum.Calls != 3 || sum.Failed != 1 || sum.Requests != 6 {
		t.Errorf("sum is %+v", sum)
	}
	var none *meter.Meter
	none.Count(meter.Call{Source: a})
	if got := none.Sources(); got != nil {
		t.Errorf("a nil meter counted %+v", got)
	}
}
