package patience

import (
	"context"
	"testing"

	"motcua/client/goroutine"
)

// A panic in a look-up reaches the caller, who counts it.
func TestAPanicInALookUpIsTheCallers(t *testing.T) {
	defer func() {
		if fault, ok := recover().(*goroutine.PanicError); !ok || fault.Kind != "string" {
			t.Errorf("%v", fault)
		}
	}()
	_, _, _ = Within(t.Context(), func(context.Context) (int, error) { panic("x") })
	t.Error("it went on")
}
