package client_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/goroutine"
	"motcua/client/trace"
)

// bombed panics at whatever it is asked, a moment later.
type bombed struct{ asOf time.Time }

func (bombed) Source() client.SourceName { return client.SourceName{ID: "bombed", Name: "bombed"} }
func (b bombed) AsOf() time.Time         { return b.asOf }

func (bombed) Dossier(context.Context, client.DossierQuery) (client.Dossier, error) {
	<-time.After(time.Second)
	panic("Nguyễn Văn A")
}

func (bombed) Search(context.Context, client.Query) (client.SearchResult, error) {
	<-time.After(time.Second)
	panic("Nguyễn Văn A")
}

func (bombed) Procedure(context.Context, string) (client.Procedure, error) {
	<-time.After(time.Second)
	panic("Nguyễn Văn A")
}

// A source that panics has sent what cannot be read: all who share the look-up are
// told, the panic is theirs to count once, and what others know is answered.
func TestAPanicOfASourceIsAnError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		good := &office{id: "good", tells: client.Dossier{Status: client.StatusProcessing}}
		s := client.NewService(client.ServiceConfig{
			Procedures: []client.ProcedureSource{bombed{}},
			Routes: []client.Route{
				{Match: "H55.*", Sources: []client.DossierSource{bombed{}}},
				{Match: "H56.*", Sources: []client.DossierSource{bombed{}}, Ask: client.AskAll},
				{Match: "G01.*", Sources: []client.DossierSource{bombed{}, good}},
				{Match: "G02.*", Sources: []client.DossierSource{bombed{}, good}, Ask: client.AskAll},
			},
		})
		for name, ask := range map[string]func(context.Context) error{
			"first": func(ctx context.Context) error {
				_, err := s.Track(ctx, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")})
				return err
			},
			"all": func(ctx context.Context) error {
				_, err := s.Track(ctx, client.DossierQuery{Code: codeOf(t, "H56.17.05-261120-0007")})
				return err
			},
			"search": func(ctx context.Context) error {
				_, err := s.Search(ctx, client.Query{Words: "khai sinh"})
				return err
			},
			"show": func(ctx context.Context) error { _, err := s.Show(ctx, "1.001193"); return err },
		} {
			first := 0
			var mu sync.Mutex
			var all sync.WaitGroup
			for range 3 {
				all.Go(func() {
					var told trace.Trace
					err := ask(trace.With(t.Context(), &told))
					var down *client.UnavailableError
					var fault *goroutine.PanicError
					if !errors.As(err, &down) || down.Cause != client.CauseContent || !errors.As(err, &fault) || fault.Kind != "string" {
						t.Errorf("%s: %v", name, err)
						return
					}
					if strings.Contains(err.Error()+fault.Stack, "Nguyễn") || !strings.Contains(fault.Stack, "bombed") {
						t.Errorf("%s: told %v at %s", name, err, fault.Stack)
					}
					mu.Lock()
					defer mu.Unlock()
					if fault.First() {
						first++
					}
				})
			}
			all.Wait()
			if first != 1 {
				t.Errorf("%s: counted %d times", name, first)
			}
		}
		for _, c := range []string{"G01-261120-0007", "G02-261120-0007"} {
			a, err := s.Track(t.Context(), client.DossierQuery{Code: codeOf(t, c)})
			if err != nil || a.Source.ID != "good" {
				t.Errorf("%s beside one that panics: %+v, %v", c, a, err)
			}
		}
	})
}

// A panic after the last one has left, and a goroutine that ends without a result,
// end nothing else.
func TestStartAlwaysComesToAnEnd(t *testing.T) {
	for name, f := range map[string]func() error{
		"an error": func() error { return errors.ErrUnsupported },
		"a panic":  func() error { panic(5) },
		"its end":  func() error { runtime.Goexit(); return nil },
	} {
		done := make(chan error, 1)
		goroutine.Start(f, func(err error) { done <- err })
		if err := <-done; err == nil {
			t.Errorf("%s is told as success", name)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{bombed{}}}}})
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		if _, err := s.Track(ctx, client.DossierQuery{Code: codeOf(t, "H55.17.05-261120-0007")}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who left is told %v", err)
		}
		<-time.After(time.Minute)
	})
}
