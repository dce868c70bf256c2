package table

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// Object is one answer: the fields of its JSON in their order.
type Object []Field

// Field is a key and its value.
type Field struct {
	Key string
	Raw json.RawMessage
}

// Parse reads a line of JSON.
func Parse(line string) (Object, error) {
	dec := json.NewDecoder(strings.NewReader(line))
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	var o Object
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, err
		}
		name, _ := key.(string)
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, err
		}
		o = append(o, Field{name, raw})
	}
	return o, nil
}

// Get returns a value, nil for an absent one and for null.
func (o Object) Get(key string) json.RawMessage {
	for _, f := range o {
		if f.Key == key && !bytes.Equal(f.Raw, []byte("null")) {
			return f.Raw
		}
	}
	return nil
}

// Word returns a value that is a string, "" for any other.
func (o Object) Word(key string) (s string) {
	_ = json.Unmarshal(o.Get(key), &s)
	return s
}

// Number returns a value that is a number.
func (o Object) Number(key string) (n float64, ok bool) {
	ok = json.Unmarshal(o.Get(key), &n) == nil
	return n, ok
}

// only returns the fields with these keys, in this order.
func (o Object) only(keys []string) Object {
	out := make(Object, 0, len(keys))
	for _, k := range keys {
		raw := o.Get(k)
		if raw == nil {
			raw = json.RawMessage("null")
		}
		out = append(out, Field{k, raw})
	}
	return out
}

// encode writes the object as a line of JSON, as package record does: its values are
// already encoded.
func (o Object) encode() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quoted(f.Key) + ":" + string(f.Raw))
	}
	return b.String() + "}"
}

func quoted(s string) string {
	raw, _ := json.Marshal(s)
	return string(raw)
}

// Keys returns the keys of the JSON of a type of answer, which are the columns of its
// tables.
func Keys[T any]() (keys []string) {
	t := reflect.TypeFor[T]()
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		keys = append(keys, key)
	}
	return keys
}
