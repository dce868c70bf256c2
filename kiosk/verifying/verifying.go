// Package verifying is the work of motcua verify: it reads the operator's list of roots,
// checks files of this machine, and tells what it found in words or as JSON.
//
// How a file is checked is in client/signature. Only a program that runs for the person who
// sits at the machine uses this: a server must not open files of its disk for visitors.
package verifying

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/plainfile"
	"motcua/client/signature"
	"motcua/client/signature/lists"
	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/oserror"
	"motcua/tui/line/exit"
	"motcua/tui/line/plain"
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"motcua/tui/view"
	"motcua/tui/view/signatures"
)

// Config is whom signatures are believed, see package signature.
type Config struct {
	Roots      string // a file of certificates in PEM; empty: no chain is known
	Revocation bool   // ask authorities whether they revoked a certificate
}

// Section returns the keys.
func (c *Config) Section() key.Section {
	return key.Section{Name: "verify", Keys: []key.Key{
		key.Text("roots", &c.Roots, "", key.File).
			Says(`Tệp chứng thư (PEM) của các cơ quan cấp chữ ký số: chứng thư gốc và chứng thư trung gian, do người quản trị tải từ
trang của cơ quan ấy. Bỏ trống thì motcua verify không biết ai là thật.`,
				`A file of certificates (PEM) of the authorities that issue digital signatures: roots and those between, which the operator
takes from the authorities' own pages. Empty: motcua verify knows no authority. (MOTCUA_VERIFY_ROOTS)`),
		key.Switch("revocation", &c.Revocation, false).
			Says(`Hỏi qua mạng xem chứng thư có bị thu hồi không, ở địa chỉ ghi trong chứng thư đã biết gốc.`,
				`Ask over the network whether a certificate was revoked, at the address in a certificate whose root is known.`),
	}}
}

// Opener checks a file whose name somebody typed or dragged into a terminal: in quotes, or below
// ~. The file of roots is read anew each time, since an interface runs for days.
func (c *Config) Opener(from lists.From, offline bool) func(context.Context, text.Lang, string) (signature.Report, error) {
	return func(ctx context.Context, l text.Lang, name string) (signature.Report, error) {
		check, err := c.Checker(from, offline, l)
		if err != nil {
			return signature.Report{}, err
		}
		return check.File(ctx, typedName(name)), nil
	}
}

// typedName is the name of a file as a terminal hands it over.
func typedName(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n >= 2 && (s[0] == '\'' || s[0] == '"') && s[n-1] == s[0] {
		s = s[1 : n-1]
	}
	if rest, ok := strings.CutPrefix(s, "~"+string(filepath.Separator)); ok {
		if home, err := os.UserHomeDir(); err == nil {
			s = filepath.Join(home, rest)
		}
	}
	return s
}

// mostRoots is the largest file of roots, in bytes.
const mostRoots = 4 << 20

// Checker returns what checks files. Its error is a sentence about the file of roots: who may
// change that decides whom this machine believes.
func (c *Config) Checker(from lists.From, offline bool, l text.Lang) (*signature.Checker, error) {
	check := &signature.Checker{Now: time.Now}
	if c.Revocation && !offline {
		check.Fetch = from.Once()
	}
	if c.Roots == "" {
		return check, nil
	}
	data, _, err := plainfile.ReadTrusted(c.Roots, mostRoots, func(name string) error { return keyfile.Check(name, keyfile.Trusted) })
	var open *keyfile.Problem
	switch {
	case errors.As(err, &open):
		return nil, fmt.Errorf(operator.VerifyRootsOpen.In(l), open.In(l))
	case err != nil:
		return nil, fmt.Errorf(operator.VerifyRootsUnread.In(l), clean.Line(c.Roots), oserror.Reason(err, l))
	}
	switch check.Trust, err = signature.ReadTrust(data); {
	case errors.Is(err, signature.ErrNoRoot):
		return nil, fmt.Errorf(operator.VerifyNoRoot.In(l), clean.Line(c.Roots))
	case err != nil:
		return nil, fmt.Errorf(operator.VerifyBadRoots.In(l), clean.Line(c.Roots))
	}
	return check, nil
}

// Run is one run of the command.
type Run struct {
	Checker *signature.Checker
	Out     io.Writer
	Printer plain.Printer
	JSON    bool
}

// Files checks files one after the other. The error is a *exit.Error unless all are unchanged:
// not found when one has no signature, otherwise failed.
func (r *Run) Files(ctx context.Context, names []string) error {
	code := exit.Answered
	env := view.Env{Texts: r.Printer.Texts, Medium: view.Command}
	for i, name := range names {
		report := r.Checker.File(ctx, name)
		if err := ctx.Err(); err != nil {
			return err
		}
		env.Now = r.Checker.Now()
		switch {
		case report.State == signature.Unsigned && code == exit.Answered:
			code = exit.NotFound
		case report.State != signature.Unchanged && report.State != signature.Unsigned:
			code = exit.Failed
		}
		if err := r.tell(i, clean.Line(name), report, env); err != nil {
			return err
		}
	}
	if code != exit.Answered {
		return &exit.Error{Code: code}
	}
	return nil
}

func (r *Run) tell(i int, name string, report signature.Report, env view.Env) error {
	lines := []string{}
	switch {
	case r.JSON:
		lines = append(lines, recordLine(name, report, env.Now, signatures.InWords(report, env)))
	default:
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, linesOf(signatures.Document(name, report, env.Now, env), r.Printer)...)
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(r.Out, l); err != nil {
			return err
		}
	}
	return nil
}
