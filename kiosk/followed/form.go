package followed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"filippo.io/age"

	"motcua/client/code"
	"motcua/client/follow"
)

const (
	// sealedHead begins every age file.
	sealedHead = "age-encryption.org/v1"
	// codesHead begins a list of codes; `track --file` skips such lines.
	codesHead = "# motcua"
)

// workFactor makes scrypt take 32 MiB and a tenth of a second for each try. age's own 18 takes
// 256 MiB, too much for a server with several such sessions. Tests take less.
var workFactor = 15

// sealedEntry is an entry in a sealed list.
type sealedEntry struct {
	Code string
	Seen *follow.Memory `json:",omitempty"`
}

// encode returns the content of a file.
func encode(list []follow.Entry, keeping follow.Keeping, passphrase string) ([]byte, error) {
	var b bytes.Buffer
	if keeping == follow.KeepCodes {
		b.WriteString(codesHead + "\n")
		for _, e := range list {
			b.WriteString(e.Code.String() + "\n")
		}
		return b.Bytes(), nil
	}
	all := make([]sealedEntry, len(list))
	for i, e := range list {
		all[i] = sealedEntry{e.Code.String(), e.Seen}
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(workFactor)
	w, err := age.Encrypt(&b, to)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(w).Encode(all); err != nil {
		return nil, err
	}
	err = w.Close() // writes the last part
	return b.Bytes(), err
}

// decode reads the content of a file. With a *follow.DamagedError it also returns what could be
// read.
func decode(body []byte, passphrase string) ([]follow.Entry, error) {
	if keepingOf(body) == follow.KeepCodes {
		return decodeCodes(string(body))
	}
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, follow.ErrPassphrase // it is empty
	}
	key.SetMaxWorkFactor(workFactor + 3) // a forged file must not take gigabytes
	plain, err := age.Decrypt(bytes.NewReader(body), key)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return nil, follow.ErrPassphrase
	}
	if err != nil {
		return nil, &follow.DamagedError{}
	}
	text, err := io.ReadAll(io.LimitReader(plain, fileMost))
	if err != nil {
		return nil, &follow.DamagedError{}
	}
	var all []sealedEntry
	if json.Unmarshal(text, &all) != nil {
		return nil, &follow.DamagedError{}
	}
	var list []follow.Entry
	for _, e := range all {
		c, err := code.ParseDossier(e.Code)
		if err != nil {
			return list, &follow.DamagedError{}
		}
		list = append(list, follow.Entry{Code: c, Seen: e.Seen})
	}
	return list, nil
}

func decodeCodes(text string) (list []follow.Entry, err error) {
	if !strings.HasPrefix(text, codesHead) || !strings.HasSuffix(text, "\n") {
		err = &follow.DamagedError{}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c, wrong := code.ParseDossier(line)
		if wrong != nil || !strings.EqualFold(c.String(), line) {
			err = &follow.DamagedError{}
			continue
		}
		list = append(list, follow.Entry{Code: c})
	}
	return list, err
}
