package metered_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"motcua/client"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/metered"
)

// A look-up that can fail asks another system, so it is charged before that.
func TestEveryLookupIsCharged(t *testing.T) {
	refused := errors.New("refused")
	m := reflect.ValueOf(metered.Lookups{
		Service: struct{ client.Lookups }{}, // what gets that far panics
		Dossier: func(context.Context, client.DossierQuery, limit.TrackFunc) (client.Answer[client.Dossier], error) {
			return client.Answer[client.Dossier]{}, refused
		},
		Portal: func(context.Context, metered.Kind) (func(string, error), error) { return nil, refused },
	})
	lookups, charged := reflect.TypeFor[client.Lookups](), 0
	for method := range lookups.Methods() {
		if outs := method.Type.NumOut(); method.Type.Out(outs-1) != reflect.TypeFor[error]() {
			continue
		}
		t.Run(method.Name, func(t *testing.T) {
			args := []reflect.Value{reflect.ValueOf(t.Context())}
			for i := 1; i < method.Type.NumIn(); i++ {
				args = append(args, reflect.Zero(method.Type.In(i)))
			}
			out := m.MethodByName(method.Name).Call(args)
			if err, _ := out[len(out)-1].Interface().(error); !errors.Is(err, refused) {
				t.Errorf("it is not refused: %v", err)
			}
			charged++
		})
	}
	if charged < 3 {
		t.Errorf("%d look-ups were tried, want Track, Search and Show at least", charged)
	}
}
