package client

import (
	"errors"

	"motcua/client/goroutine"
)

// asking calls ask. A panic means that the source's answer could not be read, so it is
// reported as an error of that source.
func asking[T any](src SourceName, ask func() (T, error)) (T, error) {
	var v, none T
	err := goroutine.Run(func() (err error) {
		v, err = ask()
		return err
	})
	if fault := (*goroutine.PanicError)(nil); errors.As(err, &fault) {
		return none, &UnavailableError{Source: src, Cause: CauseContent, Err: err}
	}
	return v, err
}
