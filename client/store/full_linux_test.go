package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"motcua/client"
)

// TestARealDiskThatIsFull is TestAFullDiskLeavesTheLastGoodCatalogue on a disk of two
// megabytes, where the write-ahead log and its index run out of space too. It needs the right
// to mount one.
func TestARealDiskThatIsFull(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("mounting a small disk takes a right that this user lacks: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	p := &listPortal{items: items(1_000)}
	s := open(t, dir, Options{})
	mustSync(t, s, p)
	kept := client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()}
	s.Keep(t.Context(), kept)
	_ = s.Close()

	fill := filepath.Join(dir, "fill")
	for _, room := range []int{0, 16 << 10, 64 << 10, 200 << 10} {
		// The rest of the disk is used up, except so many bytes.
		var st syscall.Statfs_t
		if err := syscall.Statfs(dir, &st); err != nil {
			t.Fatal(err)
		}
		free := int(st.Bavail) * int(st.Bsize)
		if err := os.WriteFile(fill, bytes.Repeat([]byte{1}, max(0, free-room)), 0o600); err != nil {
			t.Fatal(err)
		}
		for i := range p.items {
			p.items[i].Name = fmt.Sprintf("Tên khác %d thứ %d", room, i)
		}
		s = open(t, dir, Options{})
		_, err := s.Sync(t.Context(), p, nil)
		var none *NoStoreError
		if !errors.Is(err, ErrFull) && !errors.As(err, &none) {
			t.Errorf("room for %d bytes: %v, want ErrFull or *NoStoreError", room, err)
		}
		for _, n := range s.Notices() {
			if n.Kind == NoticeCorrupt {
				t.Errorf("room for %d bytes: a full disk was taken for damage: %v", room, n.Err)
			}
		}
		// Whether or not the file could be opened, there is an answer.
		if r, err := s.Search(t.Context(), client.Query{Words: "đăng ký việc"}); err != nil || len(r.Hits) == 0 {
			t.Errorf("room for %d bytes: search gave %d hits, %v", room, len(r.Hits), err)
		}
		_ = s.Close()
		if err := os.Remove(fill); err != nil {
			t.Fatal(err)
		}
		s = open(t, dir, Options{})
		if g, err := s.fresh(t.Context()); err != nil || g.number != 1 || len(g.entries) != 1_000 || g.entries[0].name != item(1).Name {
			t.Errorf("after room for %d bytes: generation %d with %d entries, %v; want the last good one", room, g.number, len(g.entries), err)
		}
		if _, fresh, ok := s.Kept(t.Context(), "1.004194"); !ok || !fresh {
			t.Error("the kept detail is gone")
		}
		_ = s.Close()
	}
	s = open(t, dir, Options{})
	if r := mustSync(t, s, p); r.Amended != 1_000 {
		t.Errorf("with room again: %+v", r)
	}
}
