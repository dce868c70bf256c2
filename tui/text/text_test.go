package text

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// field is one string of a Texts value with its path, "Dossier.States[3].Heading".
type field struct{ path, value string }

// fields returns every string in v, at any depth.
func fields(path string, v reflect.Value) []field {
	var out []field
	switch v.Kind() {
	case reflect.String:
		if v.Type() != reflect.TypeFor[Lang]() {
			out = append(out, field{path, v.String()})
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			out = append(out, fields(strings.TrimPrefix(path+"."+name, "."), v.Field(i))...)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			out = append(out, fields(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, fields(fmt.Sprintf("%s[%v]", path, k), v.MapIndex(k))...)
		}
	}
	return out
}

func TestOther(t *testing.T) {
	if VI.Other() != EN || EN.Other() != VI {
		t.Error("the switch must lead to the other language")
	}
}
