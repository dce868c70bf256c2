package contract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// place is the path to a field in a body: keys and indexes.
type place []any

func (p place) String() string {
	var b strings.Builder
	for _, step := range p {
		fmt.Fprintf(&b, "/%v", step)
	}
	return b.String()
}

// places returns every field of a body, outer ones first.
func places(body any) []place {
	var out []place
	var walk func(at place, v any)
	walk = func(at place, v any) {
		if len(at) > 0 {
			out = append(out, at)
		}
		switch v := v.(type) {
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(append(slices.Clone(at), k), v[k])
			}
		case []any:
			for i := range v {
				walk(append(slices.Clone(at), i), v[i])
			}
		}
	}
	walk(nil, body)
	return out
}

// missing is the shape that removes the field.
type missing struct{}

// shapes are the values that replace a field. None is a value that could be right: a
// system that sends another dossier's number gives a plausible answer that no reader
// can detect.
var shapes = []any{
	missing{}, nil, "\x1b[2J\u202e", map[string]any{"name": "x", "data": 5},
	"", "x", "không rõ", "2026-13-45", "45/13/2026 99:99:99", 0, 987654, -1.5, 1e300, true,
	map[string]any{}, []any{}, []any{nil}, []any{[]any{}}, []any{"a", 1, map[string]any{}},
}

// put returns body with shape at a place; a body that has no such place stays
// unchanged.
func put(body any, at place, shape any) any {
	if len(at) == 0 {
		return shape
	}
	switch v := body.(type) {
	case map[string]any:
		k, ok := at[0].(string)
		if _, has := v[k]; !ok || !has {
			return body
		}
		if _, gone := shape.(missing); gone && len(at) == 1 {
			delete(v, k)
			return v
		}
		v[k] = put(v[k], at[1:], shape)
	case []any:
		i, ok := at[0].(int)
		if !ok || i >= len(v) {
			return body
		}
		if _, gone := shape.(missing); gone && len(at) == 1 {
			return slices.Delete(v, i, i+1)
		}
		v[i] = put(v[i], at[1:], shape)
	}
	return body
}

// widen adds unknown fields to every object.
func widen(body any) any {
	switch v := body.(type) {
	case map[string]any:
		for k := range v {
			v[k] = widen(v[k])
		}
		v["_mới"] = map[string]any{"a": []any{1, "Nguyễn Văn Thừa", nil}}
		v["extra"] = "Nguyễn Văn Thừa"
	case []any:
		for i := range v {
			v[i] = widen(v[i])
		}
	}
	return body
}
