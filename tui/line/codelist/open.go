package codelist

import (
	"errors"
	"io"
	"os"
)

// Open opens a file of codes and counts them; folder is the error for a folder.
func Open(name string, folder error) (in *os.File, codes int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = folder
	}
	if err == nil && info.Mode().IsRegular() { // a pipe can only be read once
		Read(f, func(e Entry) bool {
			if e.Note == nil {
				codes++
			}
			if errors.Is(e.Err, ErrBroken) || errors.Is(e.Err, ErrSpreadsheet) {
				err = e.Err
			}
			return err == nil
		})
		if err == nil {
			_, err = f.Seek(0, io.SeekStart)
		}
	}
	if err != nil {
		_ = f.Close()
		return nil, 0, err
	}
	return f, codes, nil
}
