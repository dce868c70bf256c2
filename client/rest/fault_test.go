package rest

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/trace"
)

const rejectedPage = `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. ` +
	`Please consult with your administrator.<br><br>Your support ID is: 1234567890</body></html>`

// hang answers nothing until the client leaves. A server notices that only after it has read
// the request's body.
func hang(r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	<-r.Context().Done()
}

// TestFaults lists what goes wrong between an office and a portal, and how the client reports
// it.
func TestFaults(t *testing.T) {
	json := "application/json; charset=utf-8"
	tests := []struct {
		name     string
		cfg      Config
		handler  http.HandlerFunc
		cause    client.Cause // empty: the answer is read
		attempts int
		atMost   time.Duration
	}{
		{"an answer", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, good)
		}, "", 1, 0},
		{"201 is as good", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", json)
			w.WriteHeader(http.StatusCreated)
			_, _ = io.WriteString(w, good)
		}, "", 1, 0},
		{"latency", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			<-time.After(9 * time.Second)
			write(w, json, good)
		}, "", 1, 9 * time.Second},
		{"JSON as plain text", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "text/plain", "\xEF\xBB\xBF \n"+good)
		}, "", 1, 0},
		{"JSON as a file of no known type", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "application/octet-stream", good)
		}, "", 1, 0},
		{"gzip", Config{}, func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				w.WriteHeader(http.StatusNotAcceptable)
				return
			}
			w.Header().Set("Content-Type", json)
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = io.WriteString(z, good)
			_ = z.Close()
		}, "", 1, 0},

		{"rejection page with 200", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "text/html", rejectedPage)
		}, client.CauseRejected, 1, 0},
		{"rejection page with 403", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusForbidden)
			_, _ = io.WriteString(w, rejectedPage)
		}, client.CauseRejected, 1, 0},
		{"rejection page with 503", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, rejectedPage)
		}, client.CauseRejected, 1, 0},
		{"rejection page under a JSON type", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, "  "+rejectedPage)
		}, client.CauseRejected, 1, 0},
		{"a web page under a JSON type", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, "<!DOCTYPE html><title>Bảo trì</title>")
		}, client.CauseWebPage, 1, 0},
		{"another firewall's page", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "text/html", "<html><head><title>Web Page Blocked</title></head><body>FortiGuard Intrusion Prevention</body></html>")
		}, client.CauseRejected, 1, 0},
		{"a firewall's page in Vietnamese", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "text/html; charset=utf-8", "<html><body><h1>Truy cập bị từ chối</h1></body></html>")
		}, client.CauseRejected, 1, 0},
		{"a web page with 503", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, "<html>Service Unavailable</html>")
		}, client.CauseServer, 4, time.Minute},
		{"a web page with 400", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, "<html>Bad Request</html>")
		}, client.CauseWebPage, 1, 0},
		{"a proxy that wants a password", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusProxyAuthRequired)
		}, client.CauseProxy, 1, 0},
		{"an image", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, "image/png", good)
		}, client.CauseContent, 1, 0},
		{"no JSON at all", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, "OK")
		}, client.CauseContent, 1, 0},
		{"broken JSON", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, `{"name":}                    `)
		}, client.CauseContent, 1, 0},
		{"another shape", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, `["name"]`)
		}, client.CauseContent, 1, 0},

		{"JSON cut off", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			write(w, json, good[:12])
		}, client.CauseContent, 4, time.Minute},
		{"nothing", Config{}, func(http.ResponseWriter, *http.Request) {}, client.CauseContent, 4, time.Minute},
		{"line cut in the body", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "4096")
			write(w, json, good)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, client.CauseContent, 4, time.Minute},
		{"gzip that is none", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			write(w, json, good+good+good)
		}, client.CauseContent, 4, time.Minute},
		{"line cut before an answer", Config{}, func(http.ResponseWriter, *http.Request) {
			panic(http.ErrAbortHandler)
		}, client.CauseReset, 4, time.Minute},
		{"endless body", Config{BodyLimit: 1 << 20}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", json)
			for err := error(nil); err == nil; {
				_, err = io.WriteString(w, strings.Repeat("[", 4096))
			}
		}, client.CauseTooLarge, 1, 0},
		{"endless zeros in gzip", Config{BodyLimit: 1 << 20}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", json)
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			for err := error(nil); err == nil; {
				_, err = io.WriteString(z, strings.Repeat("[", 4096))
			}
		}, client.CauseTooLarge, 1, 0},

		{"hang before the answer", Config{HeaderTimeout: 2 * time.Second, Retries: -1}, func(_ http.ResponseWriter, r *http.Request) {
			hang(r)
		}, client.CauseTimeout, 1, 2 * time.Second},
		{"hang in the body", Config{}, func(w http.ResponseWriter, r *http.Request) {
			write(w, json, good[:9])
			w.(http.Flusher).Flush()
			hang(r)
		}, client.CauseTimeout, 1, DefaultTimeout},
		{"503", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}, client.CauseServer, 4, time.Minute},
		{"501", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusNotImplemented)
		}, client.CauseServer, 1, 0},
		{"401", Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusUnauthorized)
		}, client.CauseRefused, 1, 0},
		{"to another host", Config{}, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.test"+base+"/detail", http.StatusTemporaryRedirect)
		}, client.CauseContent, 1, 0},
		{"to another method", Config{}, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, base+"/other", http.StatusFound)
		}, client.CauseContent, 1, 0},
		{"around on the same host", Config{}, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/detail" {
				http.Redirect(w, r, base+"/moved", http.StatusPermanentRedirect)
				return
			}
			write(w, json, good)
		}, "", 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var stats Stats
				tt.cfg.OnDone = func(s Stats) { stats = s }
				c := portal(t, tt.cfg, tt.handler)
				var out answer
				begin := time.Now()
				_, err := c.Do(t.Context(), look(&out))
				if took := time.Since(begin); took > tt.atMost {
					t.Errorf("took %v, want at most %v", took, tt.atMost)
				}
				if stats.Attempts != tt.attempts {
					t.Errorf("attempts = %d, want %d", stats.Attempts, tt.attempts)
				}
				if stats.Cause != tt.cause || stats.Source.ID != "test" || stats.Operation != "detail" {
					t.Errorf("stats = %+v, want cause %q", stats, tt.cause)
				}
				if tt.cause == "" {
					if err != nil || out.Name != "Đăng ký tạm trú" {
						t.Fatalf("answer = %q, %v", out.Name, err)
					}
					return
				}
				if u := unavailable(t, err); u.Cause != tt.cause {
					t.Errorf("cause = %s (%v), want %s", u.Cause, u.Err, tt.cause)
				}
			})
		})
	}
}

func TestStatusErrorCarriesWhatTheCallerKnows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := portal(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"code":"BAD"}`)
		})
		res, err := c.Do(t.Context(), look(nil))
		var status *StatusError
		if !errors.As(err, &status) || status.Status != 400 || res.Status != 400 {
			t.Errorf("error = %v, status = %d", err, res.Status)
		}
	})
}

func TestOnlyLookUpsAreRetried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		c := portal(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
			asked++
			w.WriteHeader(http.StatusInternalServerError)
		})
		r := look(nil)
		r.Idempotent = false
		if _, err := c.Do(t.Context(), r); err == nil || asked != 1 {
			t.Errorf("asked %d times, error %v", asked, err)
		}
	})
}

func TestServerErrorThenAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		c := portal(t, Config{}, func(w http.ResponseWriter, r *http.Request) {
			asked++
			if body, _ := io.ReadAll(r.Body); string(body) != `{"id":"1"}` {
				t.Errorf("attempt %d sent %q", asked, body)
			}
			if asked == 1 {
				w.WriteHeader(http.StatusInternalServerError)
				return
			}
			write(w, "application/json", good)
		})
		var out answer
		if _, err := c.Do(t.Context(), look(&out)); err != nil || asked != 2 || out.Name == "" {
			t.Errorf("asked %d times, got %q, %v", asked, out.Name, err)
		}
	})
}

// A portal that answered is not called silent because a retry got no answer: its first answer
// may be a refusal of a proof.
func TestSilenceHidesNoAnswer(t *testing.T) {
	for name, then := range map[string]http.HandlerFunc{
		"hangs":      func(_ http.ResponseWriter, r *http.Request) { hang(r) },
		"is cut off": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		for status, want := range map[int]client.Cause{
			http.StatusInternalServerError: client.CauseServer, http.StatusRequestTimeout: client.CauseTimeout,
		} {
			synctest.Test(t, func(t *testing.T) {
				var n atomic.Int32
				c := portal(t, Config{}, func(w http.ResponseWriter, r *http.Request) {
					if n.Add(1) == 1 {
						w.WriteHeader(status)
						return
					}
					then(w, r)
				})
				var out answer
				_, err := c.Do(t.Context(), look(&out))
				if u := unavailable(t, err); n.Load() < 2 || u.Cause != want || u.Status != status || u.Silent() {
					t.Errorf("%d, then it %s: cause %s, status %d after %d tries, want %s", status, name, u.Cause, u.Status, n.Load(), want)
				}
			})
		}
	}
}

// asking is a source that makes one call for each dossier.
type asking struct {
	c     *Client
	login bool
}

func (asking) Source() client.SourceName { return client.SourceName{ID: "asking", Name: "asking"} }

func (a asking) Dossier(ctx context.Context, _ client.DossierQuery) (client.Dossier, error) {
	r := look(&answer{})
	r.Login = a.login
	_, err := a.c.Do(ctx, r)
	return client.Dossier{}, err
}

// A question counts as asked once it was handed to a connection, whatever happens at a retry. A
// log-in asks no question.
func TestFromWhenAQuestionIsAsked(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	defer srv.Close()
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		dials   int // successful dials before all others are refused
		login   bool
		unasked bool
	}{
		{"never connected", 0, false, true},
		{"cut, then not connected", 1, false, false},
		{"a log-in that is cut", 10, true, true},
	} {
		dials := 0
		c, err := newClient(Config{BaseURL: srv.URL, Retries: 1, Source: client.SourceName{ID: "asking"}}, func(ctx context.Context, network, addr string) (net.Conn, error) {
			if dials++; dials > tt.dials {
				return nil, refused
			}
			return (&net.Dialer{}).DialContext(ctx, network, addr)
		})
		if err != nil {
			t.Fatal(err)
		}
		s := client.NewService(client.ServiceConfig{Routes: []client.Route{{Match: "*", Sources: []client.DossierSource{asking{c, tt.login}}}}})
		var told trace.Trace
		if _, err := s.Track(trace.With(t.Context(), &told), client.DossierQuery{Code: dossierCode}); err == nil || told.Unasked() != tt.unasked {
			t.Errorf("%s: unasked %v, %v", tt.name, told.Unasked(), err)
		}
		c.Close()
	}
}

func TestRetryAfter(t *testing.T) {
	for _, tt := range []struct {
		name   string
		header func(now time.Time) string
	}{
		{"seconds", func(time.Time) string { return "7" }},
		{"date", func(now time.Time) string { return now.Add(7 * time.Second).UTC().Format(http.TimeFormat) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				asked := 0
				c := portal(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
					if asked++; asked == 1 {
						w.Header().Set("Retry-After", tt.header(time.Now()))
						w.WriteHeader(http.StatusTooManyRequests)
						return
					}
					write(w, "application/json", good)
				})
				begin := time.Now()
				_, err := c.Do(t.Context(), look(&answer{}))
				if took := time.Since(begin); err != nil || took < 7*time.Second || took > 8*time.Second {
					t.Errorf("took %v, error %v; want 7 to 8 s", took, err)
				}
			})
		})
	}
}

// The deadline takes precedence over the portal's Retry-After: a person is told at once that
// waiting is useless.
func TestDeadlineWins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := portal(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "30")
			w.WriteHeader(http.StatusTooManyRequests)
		})
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		begin := time.Now()
		_, err := c.Do(ctx, look(nil))
		u := unavailable(t, err)
		if u.Cause != client.CauseBusy || u.RetryAfter != 30*time.Second {
			t.Errorf("cause %s, retry after %v", u.Cause, u.RetryAfter)
		}
		if took := time.Since(begin); took != 0 {
			t.Errorf("took %v, want none", took)
		}
	})
}

func TestCancelWhileWaiting(t *testing.T) {
	for name, during := range map[string]string{"in the back-off": "503", "in the answer": "hang"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := portal(t, Config{}, func(w http.ResponseWriter, r *http.Request) {
					if during == "hang" {
						hang(r)
						return
					}
					w.Header().Set("Retry-After", "10")
					w.WriteHeader(http.StatusServiceUnavailable)
				})
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(time.Second, cancel)
				begin := time.Now()
				_, err := c.Do(ctx, look(nil))
				if u := unavailable(t, err); u.Cause != client.CauseCancelled || !errors.Is(err, context.Canceled) {
					t.Errorf("cause %s (%v)", u.Cause, u.Err)
				}
				if took := time.Since(begin); took != time.Second {
					t.Errorf("took %v, want 1 s", took)
				}
			})
		})
	}
}

// Errors and statistics are logged, so they must contain nothing of the question or the answer.
func TestErrorsTellNothingPersonal(t *testing.T) {
	secret := "H55.17.05-261120-0007"
	answers := []string{
		`{"name":"` + secret + `"`, `{"name":` + secret + `}`, secret, `["` + secret + `"]`,
		`{"n":123456789012}`, "<html>" + secret + "</html>",
	}
	for i, body := range answers {
		for _, status := range []int{200, 400, 403, 429, 500} {
			t.Run(fmt.Sprint(i, " ", status), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var stats Stats
					c := portal(t, Config{Retries: -1, OnDone: func(s Stats) { stats = s }}, func(w http.ResponseWriter, _ *http.Request) {
						w.WriteHeader(status)
						_, _ = io.WriteString(w, body)
					})
					var out struct{ N struct{} }
					_, err := c.Do(t.Context(), Request{Operation: "x", Path: "x", Query: map[string][]string{"code": {secret}}, Out: &out})
					if err == nil {
						t.Fatal("no error")
					}
					said := fmt.Sprintf("%v %+v %v", err, stats, errors.Unwrap(err))
					if strings.Contains(said, secret) || strings.Contains(said, "123456789012") {
						t.Errorf("tells the secret: %s", said)
					}
				})
			})
		}
	}
}

func TestNoConnectionHoldsNoURL(t *testing.T) {
	c, err := newClient(Config{BaseURL: "http://portal.test", Retries: -1}, newClosedNet().dial)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Do(t.Context(), Request{Path: "x", Query: map[string][]string{"code": {"H55"}}})
	if u := unavailable(t, err); u.Cause != client.CauseNetwork || strings.Contains(err.Error(), "H55") {
		t.Errorf("error = %v", err)
	}
}

func newClosedNet() *pipeNet {
	p := newPipeNet()
	_ = p.Close()
	return p
}
