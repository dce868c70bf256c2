//go:build unix

package keyfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"motcua/client/clienttest"
	"motcua/tui/text"
)

// place is a temporary folder for the test's files and links.
type place struct {
	t   *testing.T
	dir string
}

func newPlace(t *testing.T) place {
	t.Helper()
	above := t.TempDir()
	dir := filepath.Join(above, "etc")
	for _, d := range []string{above, filepath.Dir(above)} { // as open as /etc is
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return place{t, dir}
}

func (p place) path(name string) string { return filepath.Join(p.dir, name) }

func (p place) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// file creates a file and the folders above it.
func (p place) file(name string, mode fs.FileMode) string {
	p.t.Helper()
	path := p.path(name)
	p.must(os.MkdirAll(filepath.Dir(path), 0o755))
	p.must(os.WriteFile(path, []byte("x"), 0o600))
	p.must(os.Chmod(path, mode))
	return path
}

func (p place) link(target, name string) string {
	p.t.Helper()
	p.must(os.Symlink(target, p.path(name)))
	return p.path(name)
}

// stranger is an account that is neither root nor this one. Only root can run a test in
// which it owns something.
const stranger = 4711

func (p place) give(path string) {
	p.t.Helper()
	clienttest.AsRoot(p.t, "nothing here belongs to another account")
	p.must(os.Lchown(path, stranger, stranger))
}

// Each row is one way in which another account can, or cannot, read or change a file.
func TestCheck(t *testing.T) {
	for _, tc := range []struct {
		name string
		make func(p place) (path string, use Use)
		want []string // parts of the message; nil: no problem
	}{
		{"a secret of one's own", func(p place) (string, Use) { return p.file("key", 0o600), Secret }, nil},
		{"a secret that cannot be written", func(p place) (string, Use) { return p.file("key", 0o400), Secret }, nil},
		{"a secret that everybody reads", func(p place) (string, Use) { return p.file("key", 0o644), Secret }, []string{"/etc/key: other accounts on this machine can read it (mode 0644). Run: chmod 600 ", "/etc/key"}},
		{"a secret that the group reads", func(p place) (string, Use) { return p.file("key", 0o640), Secret }, []string{"can read it (mode 0640)"}},
		{"a secret that others write and do not read", func(p place) (string, Use) { return p.file("key", 0o602), Secret }, []string{"can change it (mode 0602). Run: chmod go-w "}},
		{"a trusted file that everybody reads", func(p place) (string, Use) { return p.file("staff.keys", 0o644), Trusted }, nil},
		{"a trusted file that the group writes", func(p place) (string, Use) { return p.file("staff.keys", 0o664), Trusted }, []string{"can change it (mode 0664). Run: chmod go-w "}},
		{"a file of another account", func(p place) (string, Use) {
			path := p.file("key", 0o600)
			p.give(path)
			return path, Secret
		}, []string{"it belongs to the account 4711, not to root. Run: chown root "}},
		{"a folder above that others write", func(p place) (string, Use) {
			path := p.file("sub/key", 0o600)
			p.must(os.Chmod(p.path("sub"), 0o777))
			return path, Secret
		}, []string{"/etc/sub: other accounts on this machine can replace files in this folder (mode 0777). Run: chmod go-w "}},
		{"a folder further above", func(p place) (string, Use) {
			path := p.file("sub/deep/key", 0o600)
			p.must(os.Chmod(p.path("sub"), 0o775))
			return path, Trusted
		}, []string{"/etc/sub: other accounts on this machine can replace files in this folder (mode 0775)"}},
		{"a folder above with the sticky bit", func(p place) (string, Use) {
			path := p.file("sub/key", 0o600)
			p.must(os.Chmod(p.path("sub"), 0o777|fs.ModeSticky))
			return path, Secret
		}, nil},
		{"another account's file in a folder with the sticky bit", func(p place) (string, Use) {
			path := p.file("sub/key", 0o600)
			p.must(os.Chmod(p.path("sub"), 0o777|fs.ModeSticky))
			p.give(path)
			return path, Secret
		}, []string{"it belongs to the account 4711"}},
		{"another account's folder", func(p place) (string, Use) {
			path := p.file("sub/key", 0o600)
			p.give(p.path("sub"))
			return path, Secret
		}, []string{"/etc/sub: it belongs to the account 4711"}},
		{"a link beside its target", func(p place) (string, Use) {
			p.file("key-1", 0o600)
			return p.link("key-1", "key"), Secret
		}, nil},
		{"a secret as Kubernetes lays it out", func(p place) (string, Use) {
			p.file("..2026_11_24_08_14/key", 0o400)
			p.link("..2026_11_24_08_14", "..data")
			return p.link("..data/key", "key"), Secret
		}, nil},
		{"a link to a file that everybody reads", func(p place) (string, Use) {
			p.file("key-1", 0o644)
			return p.link("key-1", "key"), Secret
		}, []string{"/etc/key-1: other accounts on this machine can read it"}},
		{"a link out of its folder", func(p place) (string, Use) {
			p.file("../home/key", 0o600)
			return p.link("../home/key", "key"), Secret
		}, []string{"/etc/key: this is a link that leaves its folder, to ", "/home/key. Put the file itself here"}},
		{"a link out of its folder by its full name", func(p place) (string, Use) {
			return p.link(p.file("../home/key", 0o600), "key"), Trusted
		}, []string{"this is a link that leaves its folder"}},
		{"a link out of its folder and back", func(p place) (string, Use) {
			p.file("key-1", 0o600)
			return p.link("../etc/key-1", "key"), Secret
		}, nil},
		{"a link through a folder that others write", func(p place) (string, Use) {
			p.file("sub/key", 0o600)
			p.must(os.Chmod(p.path("sub"), 0o777))
			return p.link("sub/key", "key"), Secret
		}, []string{"can replace files in this folder"}},
		{"a link of another account", func(p place) (string, Use) {
			p.file("key-1", 0o600)
			path := p.link("key-1", "key")
			p.give(path)
			return path, Secret
		}, []string{"/etc/key: it belongs to the account 4711"}},
		{"a folder that is a link, as systemd makes of a dynamic account's", func(p place) (string, Use) {
			p.file("private/motcua/key", 0o600)
			return filepath.Join(p.link("private/motcua", "motcua"), "key"), Secret
		}, nil},
		{"a state folder that is such a link", func(p place) (string, Use) {
			p.file("private/motcua/key", 0o600)
			return p.link("private/motcua", "motcua"), Folder
		}, nil},
		{"a state folder that others list", func(p place) (string, Use) { return p.dir, Folder }, nil},
		{"a state folder that others write", func(p place) (string, Use) {
			p.must(os.Chmod(p.dir, 0o777))
			return p.dir, Folder
		}, []string{"/etc: other accounts on this machine can replace files in this folder"}},
		{"a state folder in which everybody may make files", func(p place) (string, Use) {
			p.must(os.Chmod(p.dir, 0o777|fs.ModeSticky))
			return p.dir, Folder
		}, []string{"/etc: other accounts on this machine can replace files in this folder"}},
		{"a state folder that is a file", func(p place) (string, Use) { return p.file("state", 0o600), Folder }, []string{"this is not a folder"}},
		{"a key that is a folder", func(p place) (string, Use) { return p.dir, Secret }, []string{"this is not a regular file"}},
		{"a key that is a pipe, which nobody must wait for", func(p place) (string, Use) {
			p.must(syscall.Mkfifo(p.path("key"), 0o600))
			return p.path("key"), Secret
		}, []string{"this is not a regular file"}},
		{"a name that a shell would take apart", func(p place) (string, Use) { return p.file("it's a key", 0o644), Secret }, []string{`/etc/it'\''s a key'`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path, use := tc.make(newPlace(t))
			err := Check(path, use)
			if tc.want == nil {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			var p *Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a problem", err)
			}
			for _, piece := range tc.want {
				if !strings.Contains(p.In(text.EN), piece) {
					t.Errorf("got %q, want %q", p.In(text.EN), piece)
				}
			}
			if vi := p.In(text.VI); vi == p.In(text.EN) || !strings.Contains(vi, p.Path) {
				t.Errorf("in Vietnamese: %q", vi)
			}
		})
	}
}

// The path is resolved as the system does it: ".." after a link goes up from the link's
// target.
func TestCheckFollowsTheSystem(t *testing.T) {
	p := newPlace(t)
	p.file("far/away/x", 0o600)
	p.file("far/key", 0o644)
	p.file("key", 0o600)
	p.link("far/away", "near")
	for _, name := range []string{"near/../key", ".//near/./../key"} {
		if err := Check(p.dir+"/"+name, Secret); err == nil {
			t.Errorf("%s was taken for another file", name)
		}
	}
	p.link("round", "round")
	if err := Check(p.path("round"), Secret); !errors.Is(err, syscall.ELOOP) {
		t.Errorf("a circle of links: %v", err)
	}
	if err := Check(p.path("key/below"), Secret); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("a file below a file: %v", err)
	}
	if err := Check(p.path("none"), Secret); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	t.Chdir(p.dir)
	if err := Check("key", Secret); err != nil {
		t.Errorf("a name without a folder: %v", err)
	}
}

// Where only root can change each folder, root's links may lead anywhere.
func TestLinksOfRoot(t *testing.T) {
	for _, name := range []string{"/etc/localtime", "/etc/os-release", "/etc/mtab"} {
		info, err := os.Lstat(name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		if target, err := filepath.EvalSymlinks(name); err != nil || !strings.HasPrefix(target, "/usr/") {
			continue
		}
		if err := Check(name, Trusted); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return
	}
	t.Skip("none of /etc/localtime, /etc/os-release and /etc/mtab leads to /usr on this system, so no link of root's is followed here; those of Debian do")
}

// Root gives an account access to a file by a group or by an access control list.
func TestGroupOfRootsFile(t *testing.T) {
	clienttest.AsRoot(t, "no file of root's is checked for another account")
	for _, tc := range []struct {
		uid, gid int
		mode     fs.FileMode
		account  Account
		good     bool
		mend     string // expected in the advice
	}{
		{0, stranger, 0o640, Account{stranger}, true, ""},
		{0, 0, 0o440, Account{stranger}, true, ""}, // by an access control list, as systemd does
		{0, stranger, 0o640, Own(), true, ""},      // root maintains the file
		{0, 0, 0o640, Own(), false, "chmod 600 FILE"},
		{0, stranger, 0o644, Own(), false, "chmod 640 FILE"},
		{0, stranger, 0o644, Account{stranger}, false, "chmod 640 FILE"},
		{0, 0, 0o644, Account{stranger}, false, "chown 4711 FILE && chmod 600 FILE"},
		{0, stranger, 0o660, Account{stranger}, false, "chmod go-w FILE"},
		{stranger, stranger, 0o600, Account{stranger}, true, ""},
		{stranger, stranger, 0o640, Account{stranger}, false, "chmod 600 FILE"}, // its own file: nobody else needs access
		{stranger, stranger, 0o600, Account{stranger + 1}, false, "chown 4712 FILE"},
	} {
		p := newPlace(t)
		path := p.file("secret", tc.mode)
		p.must(os.Chown(path, tc.uid, tc.gid))
		p.must(os.Chmod(path, tc.mode))
		err := tc.account.Check(path, Secret)
		if (err == nil) != tc.good {
			t.Errorf("of %d:%d with %#o, used by %d: %v", tc.uid, tc.gid, tc.mode, tc.account.uid, err)
		}
		if tc.mend != "" && (err == nil || !strings.HasSuffix(err.Error(), "Run: "+strings.ReplaceAll(tc.mend, "FILE", path))) {
			t.Errorf("how to mend it: %v", err)
		}
	}
}

// Load creates neither a key nor its folder where other accounts could change them.
func TestLoadRefusesBeforeItMakes(t *testing.T) {
	p := newPlace(t)
	p.must(os.Chmod(p.dir, 0o777))
	_, _, err := Load(p.path("state/key"), func() ([]byte, error) {
		t.Error("a key was made")
		return nil, errors.New("no")
	})
	if err == nil || !strings.Contains(err.Error(), "can replace files in this folder") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(p.path("state")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder was made: %v", err)
	}
}
