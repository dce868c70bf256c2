package doctor

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"motcua/client/clean"
	"motcua/client/store"
	"motcua/tui/text"
)

// Store is what the check of the catalogue on this machine looks at. Its zero
// value makes no check.
type Store struct {
	// Inspect looks at the file and changes nothing.
	Inspect func(ctx context.Context) store.Health
	// Writable tries to write into a folder, or the nearest one above it.
	Writable func(dir string) error
	// Room is how many bytes are free for a folder; ok is false where the system
	// does not say.
	Room func(dir string) (n uint64, ok bool)
}

const (
	// roomNeeded is for the list that is being read beside the one that stands,
	// with room for details: some 15 MB with 6,300 procedures.
	roomNeeded = 100_000_000
	// oldAfter is when a catalogue that nobody brings up to date is called old.
	oldAfter = 7 * 24 * time.Hour
)

// checkStore tells whether the catalogue on this machine is whole, how old it
// is, and whether it can be brought up to date.
func checkStore(ctx context.Context, e *Env) []Finding {
	s := e.Store
	if e.ConfigErr != nil || s.Inspect == nil {
		return nil
	}
	const name = "store"
	var list []Finding
	add := func(st State, sentence string, do pair) { list = append(list, e.finding(name, st, sentence, do)) }
	h := s.Inspect(ctx)
	path, dir := clean.Line(h.Path), filepath.Dir(h.Path)
	if h.Path == "" {
		return []Finding{e.finding(name, StateFail, e.say(sayNoStoreDir), doStoreDir)}
	}
	switch {
	case errors.Is(h.Err, store.ErrDamaged):
		add(StateFail, e.say(sayDamaged, path), doDamaged)
	case errors.Is(h.Err, store.ErrNewer):
		add(StateFail, e.say(sayNewerFile, path, h.Schema, h.Latest), doNewerFile)
	case h.Err != nil:
		add(StateFail, e.say(sayShutFile, path, clean.Line(h.Err.Error())), doShutFile)
	default:
		list = append(list, e.catalogue(h)...)
	}
	if err := errors.Join(h.WriteErr, s.Writable(dir)); err != nil {
		add(StateWarn, e.say(sayStoreReadOnly, clean.Line(dir), clean.Line(err.Error())), doStoreReadOnly)
	}
	if n, ok := s.Room(dir); ok && n < roomNeeded {
		add(StateWarn, e.say(sayLittleRoom, clean.Line(dir), text.For(e.Lang).Bytes(int64(n)), text.For(e.Lang).Bytes(roomNeeded)), doLittleRoom)
	} else if ok && len(list) > 0 && list[0].State == StateOK {
		list[0].Sentence += " " + e.say(sayRoom, text.For(e.Lang).Bytes(int64(n)))
	}
	return list
}

// catalogue tells what a sound file holds.
func (e *Env) catalogue(h store.Health) []Finding {
	const name = "store"
	t, now := text.For(e.Lang), e.Now()
	var list []Finding
	age := now.Sub(h.AsOf)
	limit := oldAfter
	if every := e.Config.Store.Refresh; every > 0 {
		limit = max(limit, 2*every)
	}
	switch {
	case !h.Synced && e.Config.National.URL == "": // nothing to read it from
		list = append(list, e.finding(name, StateOK, e.say(sayShippedOnly), pair{}))
	case !h.Synced:
		list = append(list, e.finding(name, StateWarn, e.say(sayNeverSynced), doSync))
	case age < -time.Hour:
		list = append(list, e.finding(name, StateWarn, e.say(sayFuture, t.At(h.AsOf, now)), doClock))
	case age > limit:
		list = append(list, e.finding(name, StateWarn, e.say(sayOld, e.holds(h), int(age/(24*time.Hour))), doSync))
	default:
		list = append(list, e.finding(name, StateOK, e.holds(h), pair{}))
	}
	if b := h.Broken; b != nil {
		list = append(list, e.finding(name, StateWarn, e.say(sayBrokenOff, t.At(b.Started, now), t.Number(int64(b.Seen)), t.Number(int64(max(b.Seen, b.Total)))), doGoOn))
	}
	return list
}

// holds is the sentence of what is in the file.
func (e *Env) holds(h store.Health) string {
	t := text.For(e.Lang)
	return e.say(sayHolds, clean.Line(h.Path), t.Number(int64(h.Entries)), t.Number(int64(h.Details)),
		t.At(h.AsOf, e.Now()), h.Schema, t.Bytes(max(h.Bytes, 0)))
}

var (
	sayNoStoreDir = pair{"chưa biết để danh mục ở đâu; tra theo danh mục kèm chương trình.", "there is no place for the catalogue; the one in the program answers."}
	doStoreDir    = pair{"Đặt store.dir là thư mục mà tài khoản này ghi được.", "Set store.dir to a folder that this account may write."}
	sayDamaged    = pair{"tệp %s bị hỏng.", "the file %s is damaged."}
	doDamaged     = pair{"Chạy motcua sync: tệp hỏng được dời sang bên, danh mục được đọc lại.", "Run motcua sync: the damaged file is set aside and the catalogue is read anew."}
	sayNewerFile  = pair{"%s do bản motcua mới hơn ghi (lược đồ %d, bản này biết đến %d).", "a newer motcua wrote %s (schema %d, this one knows %d)."}
	doNewerFile   = pair{"Dùng bản mới, hoặc dời tệp ấy đi rồi chạy motcua sync.", "Use the newer version, or move the file away and run motcua sync."}
	sayShutFile   = pair{"không mở được %s (%s).", "%s cannot be opened (%s)."}
	doShutFile    = pair{"Cho tài khoản này quyền đọc tệp, hoặc đặt store.dir ở nơi khác.", "Let this account read the file, or set store.dir to another place."}

	sayHolds       = pair{"%s có %s thủ tục, %s có đủ chi tiết, theo cổng %s; lược đồ %d, tệp lành, %s.", "%s holds %s procedures, %s of them in full, as the portal had them %s; schema %d, the file is sound, %s."}
	sayRoom        = pair{"Ổ đĩa còn %s.", "%s are free."}
	sayShippedOnly = pair{"tra theo danh mục kèm chương trình.", "the catalogue in the program answers."}
	sayNeverSynced = pair{"máy này chưa đọc danh mục của cổng lần nào; mất mạng thì tra theo danh mục kèm chương trình.", "the portal's catalogue was never read here; without a network the one in the program answers."}
	doSync         = pair{"Chạy motcua sync; motcua serve và motcua kiosk tự làm việc này nếu store.refresh khác 0.", "Run motcua sync; motcua serve and motcua kiosk do it by themselves unless store.refresh is 0."}
	sayFuture      = pair{"danh mục ghi %s, muộn hơn cả bây giờ.", "the catalogue is dated %s, which is still to come."}
	sayOld         = pair{"%s Danh mục đã cũ %d ngày.", "%s The catalogue is %d days old."}
	sayBrokenOff   = pair{"lần cập nhật %s đứt ở %s/%s thủ tục.", "the sync begun %s broke off after %s of %s procedures."}
	doGoOn         = pair{"Chạy motcua sync: trong sáu giờ thì đọc tiếp từ chỗ ấy.", "Run motcua sync: within six hours it goes on from there."}

	sayStoreReadOnly = pair{"không ghi được vào %s (%s): danh mục tra được mà không cập nhật được.", "%s cannot be written to (%s): the catalogue answers and cannot be brought up to date."}
	doStoreReadOnly  = pair{"Cho tài khoản này quyền ghi, hoặc đặt store.dir ở nơi khác.", "Let this account write there, or set store.dir to another place."}
	sayLittleRoom    = pair{"ổ đĩa của %s chỉ còn %s, cập nhật danh mục cần đến %s.", "the disk of %s has only %s left, bringing the catalogue here takes up to %s."}
	doLittleRoom     = pair{"Dọn bớt ổ đĩa, hoặc đặt store.dir ở nơi khác.", "Make room, or set store.dir to another place."}
)
