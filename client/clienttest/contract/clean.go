package contract

import (
	"reflect"
	"testing"

	"motcua/client/clean"
)

// AllClean fails when any exported string within v is not sanitised.
func AllClean(tb testing.TB, v any) {
	tb.Helper()
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if s := v.String(); clean.Text(s) != s {
				tb.Errorf("not clean: %q", s)
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(v))
}
