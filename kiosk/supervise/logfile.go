package supervise

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
)

// LogFile is a log that never takes more than twice Most: a full file is renamed to NAME.1,
// which replaces the previous one. A kiosk needs it because its terminal shows the interface
// and cannot show a log.
type LogFile struct {
	Name string
	Most int64 // bytes; 0: 1 MB

	mu   sync.Mutex
	f    *os.File
	size int64
}

// Write appends p.
func (l *LogFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	most := l.Most
	if most == 0 {
		most = 1 << 20
	}
	if l.f != nil && l.size+int64(len(p)) > most {
		if err := errors.Join(l.f.Close(), os.Rename(l.Name, l.Name+".1")); err != nil {
			return 0, err
		}
		l.f = nil
	}
	if l.f == nil {
		if err := l.open(); err != nil {
			return 0, err
		}
	}
	n, err := l.f.Write(p)
	l.size += int64(n)
	return n, err
}

func (l *LogFile) open() error {
	if err := os.MkdirAll(filepath.Dir(l.Name), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(l.Name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	l.f, l.size = f, 0
	if info, err := f.Stat(); err == nil {
		l.size = info.Size()
	}
	return nil
}

// Close closes the file.
func (l *LogFile) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil {
		return nil
	}
	err := l.f.Close()
	l.f = nil
	return err
}
