//go:build unix

package keyfile

import (
	"io/fs"
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Account is the account that uses a file. Files of root count as its own, because root can
// read and change everything anyway.
type Account struct{ uid uint32 }

// root is the number of root's account and group.
const root = 0

// Own returns the account of this process.
func Own() Account { return Account{uint32(os.Geteuid())} }

// OwnerOf returns the account that owns a folder when root runs the program to maintain the
// files of a service, and Own for everybody else.
func OwnerOf(path string) Account {
	if info, err := os.Stat(path); err == nil && os.Geteuid() == root {
		uid, _ := owners(info)
		return Account{uid}
	}
	return Own()
}

// Check reports whether other accounts can read or change the file at path. It checks the
// file, every folder above it, because an account that can write there can replace the
// file, and every link on the way. The error is a *Problem, or the system's error when the
// file cannot be inspected.
//
// A folder with the sticky bit, such as /tmp, is accepted above a file: only the owner of
// an entry can rename or remove it there (unlink(2)), and the owner of each entry is
// checked. It is not accepted as a folder for new secrets, because others may create the
// name first.
//
// A link is followed while it stays within the folder that contains its name, as Kubernetes
// lays out a secret (key -> ..data/key -> ..2026_11_24/key). A link that leaves the folder
// is refused: the name in the configuration then does not show where the secret is and who
// can change it. Only root may create such a link, as in /etc/ssl/certs, and only to a
// place where root owns every folder. So a link to a credential that systemd made
// (/run/credentials) is followed too.
func (a Account) Check(path string, use Use) error {
	w := walk{account: a, roots: true}
	info, err := w.to(path)
	if err != nil {
		return err
	}
	switch isDir := info.IsDir(); {
	case use == Folder && !isDir:
		return &Problem{w.at, operator.KeyfileNoFolder, operator.KeyfileDoFolder}
	case use != Folder && !info.Mode().IsRegular(): // reading a pipe could block forever
		return &Problem{w.at, operator.KeyfileNoFile, operator.KeyfileDoFile}
	}
	if p := a.closed(w.at, info, use); p != nil {
		return p
	}
	if p := a.unreadable(w.at, info); p != nil {
		return p
	}
	if w.leaves() && !w.roots {
		return &Problem{path, operator.KeyfileLink.With(w.at), operator.KeyfileDoLink}
	}
	return nil
}

// closed checks owner and mode of one file or folder.
func (a Account) closed(path string, info fs.FileInfo, use Use) *Problem {
	uid, gid := owners(info)
	if uid != a.uid && uid != root {
		return a.foreign(path, uid)
	}
	mode := info.Mode()
	if mode.Perm()&0o022 != 0 {
		return openToWrite(path, mode)
	}
	readers := fs.FileMode(0o077)
	if uid == root && (a.uid != root || gid != root) {
		// Root gives an account access to a file by a group of that account or by an access
		// control list, whose mask stat(2) shows in place of the group's permissions
		// (acl(5)). systemd gives access to credentials that way.
		readers = 0o007
	}
	if use == Secret && mode.Perm()&readers != 0 {
		return &Problem{path, operator.KeyfileReadable.With(mode.Perm()), a.hide(path, uid, gid)}
	}
	return nil
}

// unreadable checks that the account can read a file of root, or enter a folder of root. A
// file that root copied or made is often one that only root reads. Permissions of the group
// are believed: they may be those of an access control list, see closed.
func (a Account) unreadable(path string, info fs.FileInfo) *Problem {
	needed, asks := fs.FileMode(0o044), uint32(4) // R_OK of access(2)
	if info.IsDir() {
		needed, asks = 0o011, 1 // X_OK
	}
	uid, _ := owners(info)
	perm := info.Mode().Perm()
	switch {
	case a.uid == root, uid != root, perm&needed != 0:
		return nil
	case a == Own() && syscall.Access(path, asks) == nil: // the system knows more ways
		return nil
	}
	do := run("chown %s %s", a.name(), path)
	switch group := a.group(); {
	case group == "":
	case info.IsDir():
		do = run("chown root:%s %s && chmod 750 %s", group, path, path)
	default:
		do = operator.KeyfileRun.With(ShareCommand(path, group))
	}
	return &Problem{path, operator.KeyfileUnreadable.With(a.name(), perm), do}
}

// hide returns the command that closes a file to everybody but the account, which must keep
// its own access.
func (a Account) hide(path string, uid, gid uint32) text.Said {
	switch group := a.group(); {
	case uid == root && gid != root: // the group through which root gives the account access
		return run("chmod 640 %s", path)
	case uid == a.uid:
		return run("chmod 600 %s", path)
	case group != "":
		return operator.KeyfileRun.With(ShareCommand(path, group))
	default:
		return run("chown %s %s && chmod 600 %s", a.name(), path, path)
	}
}

// group returns the name of the account's own group, "" when it cannot be found.
func (a Account) group() string {
	u, err := user.LookupId(strconv.FormatUint(uint64(a.uid), 10))
	if err != nil {
		return ""
	}
	if g, err := user.LookupGroupId(u.Gid); err == nil {
		return g.Name
	}
	return u.Gid
}

func (a Account) foreign(path string, uid uint32) *Problem {
	other, own := Account{uid}.name(), a.name()
	rightly := operator.KeyfileOwnOrRoot.With(own)
	if a.uid == root {
		rightly = text.Same(own)
	}
	return &Problem{path, operator.KeyfileForeign.With(other, rightly), run("chown %s %s", own, path)}
}

func openToWrite(path string, mode fs.FileMode) *Problem {
	what := operator.KeyfileWritable
	if mode.IsDir() {
		what = operator.KeyfileFolderWritable
	}
	perm := mode.Perm()
	return &Problem{path, what.With(perm), run("chmod go-w %s", path)}
}

// name returns the name of the account, or its number when it has no name.
func (a Account) name() string {
	id := strconv.FormatUint(uint64(a.uid), 10)
	if a.uid == root {
		return "root"
	}
	if u, err := user.LookupId(id); err == nil {
		return u.Username
	}
	return id
}

func owners(info fs.FileInfo) (uid, gid uint32) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Uid, st.Gid
	}
	return root, root
}

// linksMost is the number of links that the system follows (path_resolution(7)).
const linksMost = 40

// walk follows a path the way the system does (path_resolution(7)) and checks each folder
// and link on the way.
type walk struct {
	account Account
	at      string // the path reached so far, without links
	home    string // the folder of the last name, "" until it is reached
	roots   bool   // only root can change any part of the path so far
	links   int
}

func (w *walk) to(path string) (info fs.FileInfo, err error) {
	if !filepath.IsAbs(path) {
		dir, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		path = dir + "/" + path // filepath.Join would take "link/.." for "."
	}
	left := names(path)
	if info, err = w.enter("/"); err != nil {
		return nil, err
	}
	for len(left) > 0 {
		if len(left) == 1 && w.home == "" {
			w.home = w.at
		}
		var target string
		if info, target, err = w.step(left[0], len(left) == 1); err != nil {
			return nil, err
		}
		left = left[1:]
		if target == "" {
			continue
		}
		left = append(names(target), left...)
		if filepath.IsAbs(target) {
			if info, err = w.enter("/"); err != nil {
				return nil, err
			}
		}
	}
	return info, nil
}

// step moves to one name. target is the link's target when the name is a link.
func (w *walk) step(name string, last bool) (info fs.FileInfo, target string, err error) {
	if name == ".." {
		info, err = w.enter(filepath.Dir(w.at))
		return info, "", err
	}
	path := filepath.Join(w.at, name)
	info, err = os.Lstat(path)
	if err != nil {
		return nil, "", err
	}
	uid, _ := owners(info)
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		if uid != w.account.uid && uid != root {
			return nil, "", w.account.foreign(path, uid)
		}
		w.roots = w.roots && uid == root
		if w.links++; w.links > linksMost {
			return nil, "", &fs.PathError{Op: "open", Path: path, Err: syscall.ELOOP}
		}
		target, err = os.Readlink(path)
		return info, target, err
	case info.IsDir() && !last:
		info, err = w.enter(path)
		return info, "", err
	case !last:
		return nil, "", &fs.PathError{Op: "open", Path: path, Err: syscall.ENOTDIR}
	}
	w.at = path // its owner is checked by closed
	return info, "", nil
}

// enter moves into a folder on the way.
func (w *walk) enter(dir string) (fs.FileInfo, error) {
	info, err := os.Lstat(dir)
	if err != nil {
		return nil, err
	}
	uid, _ := owners(info)
	shared := info.Mode().Perm()&0o022 != 0
	w.at, w.roots = dir, w.roots && uid == root && !shared
	if uid != w.account.uid && uid != root {
		return nil, w.account.foreign(dir, uid)
	}
	if shared && info.Mode()&fs.ModeSticky == 0 {
		return nil, openToWrite(dir, info.Mode())
	}
	if p := w.account.unreadable(dir, info); p != nil {
		return nil, p
	}
	return info, nil
}

// leaves reports whether links led out of the folder that contains the name.
func (w *walk) leaves() bool {
	return w.links > 0 && w.home != "/" && w.at != w.home && !strings.HasPrefix(w.at, w.home+"/")
}

func names(path string) []string {
	var list []string
	for _, n := range strings.Split(path, "/") {
		if n != "" && n != "." {
			list = append(list, n)
		}
	}
	return list
}
