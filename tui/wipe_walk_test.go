package tui_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
)

// textsIn gathers every string below v, unexported fields, runes and bytes among
// them, with the way to each. It follows pointers, interfaces, maps and the room
// behind the end of slices; functions it cannot look into.
func textsIn(v any) map[string]string {
	w := walker{found: map[string]string{}, seen: map[visit]bool{}}
	w.walk(reflect.ValueOf(v), fmt.Sprintf("%T", v))
	return w.found
}

type visit struct {
	at  unsafe.Pointer
	of  reflect.Type
	len int
}

type walker struct {
	found map[string]string
	seen  map[visit]bool
}

// skipped tells what is not worth a look: the runtime's types, and the service in the
// test's hands.
func skipped(t reflect.Type) bool {
	switch t.PkgPath() {
	case "context", "sync", "time", "reflect", "runtime", "motcua/tui_test", "testing":
		return true
	}
	return strings.HasPrefix(t.PkgPath(), "internal/")
}

func (w *walker) walk(v reflect.Value, path string) {
	if !v.IsValid() || skipped(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		w.found[path] += v.String() + "\n"
	case reflect.Pointer:
		if !v.IsNil() && w.first(v.UnsafePointer(), v.Type(), 0) {
			w.walk(v.Elem(), path)
		}
	case reflect.Interface:
		if !v.IsNil() {
			inner := v.Elem()
			if inner.Kind() == reflect.Struct { // make its fields addressable
				c := reflect.New(inner.Type()).Elem()
				c.Set(reachable(inner, v))
				inner = c
			}
			w.walk(inner, path)
		}
	case reflect.Struct:
		if !v.CanAddr() {
			c := reflect.New(v.Type()).Elem()
			c.Set(v)
			v = c
		}
		for i := range v.NumField() {
			f := v.Field(i)
			f = reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
			w.walk(f, path+"."+v.Type().Field(i).Name)
		}
	case reflect.Array:
		w.list(v, v.Len(), path)
	case reflect.Slice:
		if v.IsNil() || !w.first(v.UnsafePointer(), v.Type(), v.Cap()) {
			return
		}
		w.list(v.Slice3(0, v.Cap(), v.Cap()), v.Cap(), path)
	case reflect.Map:
		for _, k := range v.MapKeys() {
			w.walk(k, path+"{}")
			e := reflect.New(v.Type().Elem()).Elem()
			e.Set(v.MapIndex(k))
			w.walk(e, path+"{}")
		}
	}
}

// reachable gives a value that came through an unexported field.
func reachable(inner, outer reflect.Value) reflect.Value {
	if inner.CanInterface() {
		return inner
	}
	o := reflect.NewAt(outer.Type(), outer.Addr().UnsafePointer()).Elem()
	return o.Elem()
}

func (w *walker) list(v reflect.Value, n int, path string) {
	switch v.Type().Elem().Kind() {
	case reflect.Uint8:
		var b strings.Builder
		for i := range n {
			b.WriteByte(byte(v.Index(i).Uint()))
		}
		w.found[path+"[]"] += b.String() + "\n"
		return
	case reflect.Int32:
		var b strings.Builder
		for i := range n {
			b.WriteRune(rune(v.Index(i).Int()))
		}
		w.found[path+"[]"] += b.String() + "\n"
		return
	}
	for i := range n {
		w.walk(v.Index(i), path+"[]")
	}
}

func (w *walker) first(at unsafe.Pointer, of reflect.Type, n int) bool {
	k := visit{at, of, n}
	if w.seen[k] {
		return false
	}
	w.seen[k] = true
	return true
}

// holding gives the places that hold one of the needles.
func holding(v any, needles ...string) (places []string) {
	for path, text := range textsIn(v) {
		for _, n := range needles {
			if strings.Contains(text, n) {
				places = append(places, fmt.Sprintf("%q at %s", n, path))
			}
		}
	}
	return places
}

func TestAfterAWipeTheModelHoldsNothing(t *testing.T) {
	long(t)
	const rawCode = "H55.17.05-261119-9137"
	needles := []string{"261119", "9137", "N•••••", "Giấy tờ chứng minh", "1234", "đi xe đạp", "111222"}
	for _, way := range []struct {
		name string
		wipe func(*terminal)
	}{
		{"by the key", func(c *terminal) { c.press("f10") }},
		{"by the clock", func(c *terminal) { c.wait(106 * time.Second) }},
	} {
		t.Run(way.name, func(t *testing.T) {
			o, h := inLobby(t)
			h.operator.pin = "999888"
			d := sampleDossier(t)
			d.Code, _ = code.ParseDossier(rawCode)
			h.dossiers[rawCode] = d
			onTerminal(t, o, 80, 40, func(c *terminal) {
				c.press("2")
				c.typeText("đi xe đạp")
				c.press("f2", "f3", "f6", "esc")
				c.beam(identityCard, 2*time.Millisecond)
				c.beam(rawCode, 2*time.Millisecond)
				c.wait(time.Second)
				c.send(f12)
				c.wait(time.Second)
				c.typeText("111222")
				if got := holding(c.model.screened, needles...); len(got) < 4 {
					t.Fatalf("before the wipe only this was found in the model: %q", got)
				}
				c.press("enter", "esc")
				way.wipe(c)
				if got := holding(c.model.screened, needles...); got != nil {
					t.Errorf("after the wipe the model holds %q", got)
				}
				c.hides(needles...)
				c.shows("CẦN MANG GIẤY TỜ GÌ?")
			})
		})
	}
}

// What a page was written with stays in the program's buffers until something as
// long is written. The wipe writes more than any page.
func TestAWipeWritesMoreThanAnyPage(t *testing.T) {
	long(t)
	for _, theme := range []string{"", "mono", "paper"} {
		for _, size := range [][2]int{{80, 21}, {200, 60}} {
			t.Run(fmt.Sprintf("%s_%dx%d", theme, size[0], size[1]), func(t *testing.T) {
				beside(t)
				o, h := inLobby(t)
				o.Theme = theme
				d := h.dossiers[sampleCode]
				for range 60 {
					d.Private.Missing = append(d.Private.Missing, strings.Repeat("Giấy tờ ", 12))
				}
				h.dossiers[sampleCode] = d
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					longest := func() int {
						c.screen.mu.Lock()
						defer c.screen.mu.Unlock()
						n := c.screen.longest
						c.screen.longest = 0
						return n
					}
					longest()
					repaint := func() {
						c.program.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
						c.wait(time.Second)
					}
					c.beam(receipt, 0)
					for range 8 {
						repaint()
						c.press("pgdown")
					}
					c.press("esc", "2")
					c.typeText("khai sinh")
					repaint()
					pages := longest()
					c.press("f10")
					if wiped := longest(); wiped < pages {
						t.Errorf("a page took %d bytes at once and the wipe %d", pages, wiped)
					}
				})
			})
		}
	}
}
