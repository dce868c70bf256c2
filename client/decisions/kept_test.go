package decisions

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// emptyShelf keeps nothing.
type emptyShelf struct{}

func (emptyShelf) Put(context.Context, string, string, time.Time, any) error { return nil }

func (emptyShelf) Get(context.Context, string, string, any) (at time.Time, ok bool) { return at, false }

// Everybody who opened the page in the first minute of a day once had an agency's whole list read,
// page by page.
func TestTheSameQuestionIsAskedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Config{Shelf: emptyShelf{}})
		asked := map[string]int{}
		var mu sync.Mutex
		var all sync.WaitGroup
		for _, agency := range []string{"H55", "H55", "G01", "H55"} {
			all.Go(func() {
				d, err := kept(t.Context(), s, topicLists, agency, time.Hour, func(context.Context) ([]string, error) {
					time.Sleep(time.Second) //nolint:forbidigo // virtual time
					mu.Lock()
					defer mu.Unlock()
					asked[agency]++
					return []string{agency}, nil
				})
				if err != nil || !slices.Equal(d.value, []string{agency}) {
					t.Errorf("%s: %v, %v", agency, d.value, err)
				}
			})
		}
		all.Wait()
		if asked["H55"] != 1 || asked["G01"] != 1 {
			t.Errorf("asked %v, want each once", asked)
		}
	})
}
