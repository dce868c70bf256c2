//go:build unix

package keyfile

import (
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Account is on whose behalf a file is used. Its files and those of root count as
// its own: root can read and change everything anyway.
type Account struct{ uid uint32 }

// root is the account and the group of that number.
const root = 0

// Own is the account of this process.
func Own() Account { return Account{uint32(os.Geteuid())} }

// OwnerOf is the account of a folder, for root who looks after the files of a
// service; for everybody else it is Own.
func OwnerOf(path string) Account {
	if info, err := os.Stat(path); err == nil && os.Geteuid() == root {
		uid, _ := owners(info)
		return Account{uid}
	}
	return Own()
}

// Check tells whether other accounts have a hand in the file at path: in the file,
// in any folder above it, since who may write there can put another file in its
// place, or in a link on the way. The error is a *Problem, or that of the system
// when the file cannot be looked at.
//
// A folder with the sticky bit, as /tmp, does no harm above a file: there nobody
// but its owner can rename or remove a name (unlink(2)), and the owner of each is
// looked at. It is none for secrets to be made in, as others may be there first.
//
// A link is followed where it stays within the folder of its name, as Kubernetes
// lays out a secret (key -> ..data/key -> ..2026_11_24/key). One that leaves it is
// refused: the name in the configuration then says nothing of where the secret
// lies and who can change it. Root alone may make one, as in /etc/ssl/certs, and
// only to a place of which every folder is root's; so a link to a credential that
// systemd made (/run/credentials) is followed too.
func (a Account) Check(path string, use Use) error {
	w := walk{account: a, roots: true}
	info, err := w.to(path)
	if err != nil {
		return err
	}
	switch isDir := info.IsDir(); {
	case use == Folder && !isDir:
		return &Problem{w.at, pair{"đây không phải thư mục", "this is no folder"}, pair{"Đặt một thư mục ở đây, hoặc ghi thư mục khác vào cấu hình.", "Put a folder here, or name another one."}}
	case use != Folder && !info.Mode().IsRegular(): // reading a pipe could last for ever
		return &Problem{w.at, pair{"đây không phải tệp thường", "this is no regular file"}, pair{"Đặt một tệp ở đây, hoặc ghi tệp khác vào cấu hình.", "Put a file here, or name another one."}}
	}
	if p := a.closed(w.at, info, use); p != nil {
		return p
	}
	if w.leaves() && !w.roots {
		return &Problem{path, pair{
			fmt.Sprintf("đây là liên kết dẫn ra ngoài thư mục của nó, tới %s", w.at),
			fmt.Sprintf("this is a link that leaves its folder, to %s", w.at),
		}, pair{"Để chính tệp ấy ở đây, hoặc ghi đường dẫn thật của nó vào cấu hình.", "Put the file itself here, or name its real place in the configuration."}}
	}
	return nil
}

// closed looks at owner and mode of one file or folder.
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
		// Root keeps a file for an account by a group of that account, or by an
		// access control list, whose mask stat(2) shows in the place of the group's
		// rights (acl(5)): so systemd keeps a credential.
		readers = 0o007
	}
	if use == Secret && mode.Perm()&readers != 0 {
		return &Problem{path, pair{
			fmt.Sprintf("người khác trên máy đọc được (quyền %#o)", mode.Perm()),
			fmt.Sprintf("others on this machine may read it (mode %#o)", mode.Perm()),
		}, a.hide(path, uid, gid)}
	}
	return nil
}

// hide is how to close a file for all but the account, which must not be closed out
// itself.
func (a Account) hide(path string, uid, gid uint32) pair {
	switch group := a.group(); {
	case uid == root && gid != root: // of the group for which root keeps it
		return run("chmod 640 %s", path)
	case uid == a.uid:
		return run("chmod 600 %s", path)
	case group != "":
		return run("chown root:%s %s && chmod 640 %s", group, path, path)
	default:
		return run("chown %s %s && chmod 600 %s", a.name(), path, path)
	}
}

// group is the account's own, "" when nothing tells.
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
	rightly := pair{own + " hay root", own + " or root"}
	if a.uid == root {
		rightly = pair{own, own}
	}
	return &Problem{path, pair{
		fmt.Sprintf("thuộc tài khoản %s, không phải %s", other, rightly.vi),
		fmt.Sprintf("it belongs to the account %s, not to %s", other, rightly.en),
	}, run("chown %s %s", own, path)}
}

func openToWrite(path string, mode fs.FileMode) *Problem {
	what := pair{"người khác trên máy sửa được (quyền %#o)", "others on this machine may write it (mode %#o)"}
	if mode.IsDir() {
		what = pair{"người khác trên máy thay được tệp trong thư mục này (quyền %#o)", "others on this machine may replace files in this folder (mode %#o)"}
	}
	perm := mode.Perm()
	return &Problem{path, pair{fmt.Sprintf(what.vi, perm), fmt.Sprintf(what.en, perm)}, run("chmod go-w %s", path)}
}

// name is how the system calls the account, or its number.
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

// linksMost is how many links the system follows (path_resolution(7)).
const linksMost = 40

// walk goes to a file the way the system does (path_resolution(7)) and looks at
// each folder and link on the way.
type walk struct {
	account Account
	at      string // where it has come to; without links
	home    string // the folder of the last name, "" until it is reached
	roots   bool   // nobody but root has a hand in any of it so far
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

// step goes to one name. target is where it leads when it is a link.
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
	w.at = path // whose it may be is for closed to say
	return info, "", nil
}

// enter goes into a folder on the way.
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
	return info, nil
}

// leaves tells whether links led out of the folder in which the name stands.
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
