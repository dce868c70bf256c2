package shared

import (
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"strings"
	"time"

	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Config holds the operator's settings, see Section.
type Config struct {
	Store        string // address of the store; empty: the server counts alone
	Servers      int
	KeyFile      string // the secret of the hashes
	PasswordFile string // empty: the store takes no password
	TLS          bool
	CAFile       string
	Timeout      time.Duration
}

// mostServers is more than one balancer of a province has behind it.
const mostServers = 64

// Section returns the keys of [cluster].
func (c *Config) Section() key.Section {
	return key.Section{Name: "cluster", Restart: true, Comment: text.Say(
		`Nhiều máy chủ sau một máy cân bằng tải: hạn mức chống dò, hạn phạt và số phiên của mỗi địa chỉ được đếm chung trong một Valkey hay Redis. Xem motcua deploy cluster.`,
		`Several servers behind one balancer: budgets against guessing, penalties and the sessions of an address are counted together in a Valkey or Redis. See motcua deploy cluster.`,
	), Keys: []key.Key{
		key.Text("store", &c.Store, "", storeAddress).Must(c.hasKey).
			Says(`Địa chỉ kho đếm chung; bỏ trống thì máy này đếm riêng.`, `The address of the store; empty: this server counts alone.`),
		key.Int("servers", &c.Servers, 2, 1, mostServers).
			Says(`Số máy chủ dùng chung kho: khi mất kho, mỗi máy giữ một phần như thế của hạn mức.`,
				`How many servers share the store: without it each keeps to such a part of the budgets.`),
		key.Text("key_file", &c.KeyFile, "", secretFile).
			Says(`Khóa bí mật chung của các máy chủ, 64 chữ số thập lục phân; kho chỉ thấy mã băm bằng khóa này.`,
				`The servers' common secret, 64 hexadecimal digits; the store sees nothing but hashes made with it.`),
		key.Text("password_file", &c.PasswordFile, "", secretFile).
			Says(`Tệp mật khẩu của kho, ở dòng đầu.`, `The file with the store's password, in its first line.`),
		key.Switch("tls", &c.TLS, true).Must(c.isSafe).
			Says(`Nối tới kho bằng TLS; chỉ tắt được khi kho ở ngay máy này. ca_file: chứng thư của nơi cấp riêng.`,
				`TLS to the store; it can be off where the store is on this machine alone. ca_file: an authority of your own.`),
		key.Text("ca_file", &c.CAFile, "", authority.Form),
		key.Duration("timeout", &c.Timeout, 100*time.Millisecond, key.Span{From: 5 * time.Millisecond, To: 5 * time.Second}).
			Says(`Chờ kho lâu nhất chừng này; quá thì máy này đếm riêng cho đến khi kho lại trả lời nhanh.`,
				`The longest wait for the store; after that this server counts alone until the store answers in time again.`),
	}}
}

var (
	storeAddress = key.Form{
		Want: text.Say(`tên máy và cổng như "kho.example.gov.vn:6380"`, `a host and a port such as "store.example.gov.vn:6380"`),
		Fits: func(s string) bool {
			host, _, err := net.SplitHostPort(s)
			return err == nil && host != "" && key.Address.Fits(s)
		},
	}
	wantKey = text.Say("một tệp khóa, do motcua deploy cluster tạo ra, khi có cluster.store", "a file with the secret, as motcua deploy cluster makes it, where there is a cluster.store")
	wantTLS = text.Say("true khi cluster.store là máy khác", "true where cluster.store is another machine")
	// secretFile is the name of a file that nobody else may read.
	secretFile = key.Form{Want: text.Say(
		`tên một tệp đọc được, viết từ gốc, như "/etc/motcua/cluster.key"`, `a readable file with its absolute path, such as "/etc/motcua/cluster.key"`,
	), Why: func(s string) *key.Wrong {
		if s == "" {
			return nil
		}
		var open *keyfile.Problem
		switch err := keyfile.Check(s, keyfile.Secret); {
		case errors.As(err, &open):
			return &key.Wrong{What: operator.ConfigFileOpenSecret, Want: open.Said()}
		case err != nil, !key.File.Fits(s):
			return &key.Wrong{}
		}
		if _, err := firstLine(s); err != nil {
			return &key.Wrong{}
		}
		return nil
	}}
)

// hasKey reports a store without a secret.
func (c *Config) hasKey() *key.Wrong {
	if c.Store == "" || c.KeyFile != "" {
		return nil
	}
	return &key.Wrong{What: operator.KeyBadValue, Want: wantKey, Got: c.Store}
}

// isSafe reports a store on another machine that is reached without TLS.
func (c *Config) isSafe() *key.Wrong {
	host, _, _ := net.SplitHostPort(c.Store)
	ip := net.ParseIP(host)
	if c.TLS || c.Store == "" || host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return &key.Wrong{What: operator.KeyBadValue, Want: wantTLS, Got: "false"}
}

// firstLine returns the first line of a file.
func firstLine(name string) (string, error) {
	body, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(body), "\n")
	if line = strings.TrimRight(line, "\r"); line == "" {
		return "", fmt.Errorf("%s: the first line is empty: %w", name, fs.ErrInvalid)
	}
	return line, nil
}

// keySize is the size of the secret in bytes.
const keySize = 32

// Options reads the files of a configuration.
func (c Config) Options() (o Options, err error) {
	o = Options{Addr: c.Store, Servers: c.Servers, Timeout: c.Timeout}
	for _, name := range []string{c.KeyFile, c.PasswordFile} {
		if name != "" {
			err = errors.Join(err, keyfile.Check(name, keyfile.Secret))
		}
	}
	if err != nil {
		return o, fmt.Errorf("cluster: %w", err)
	}
	line, err := firstLine(c.KeyFile)
	if err != nil {
		return o, fmt.Errorf("cluster.key_file: %w", err)
	}
	if o.Secret, err = hex.DecodeString(line); err != nil || len(o.Secret) != keySize {
		return o, fmt.Errorf("cluster.key_file %s: want %d hexadecimal digits", c.KeyFile, 2*keySize)
	}
	if c.PasswordFile != "" {
		if o.Password, err = firstLine(c.PasswordFile); err != nil {
			return o, fmt.Errorf("cluster.password_file: %w", err)
		}
	}
	if c.TLS {
		host, _, _ := net.SplitHostPort(c.Store)
		o.TLS = &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}
		if o.TLS.RootCAs, err = authority.Pool(c.CAFile); err != nil {
			return o, fmt.Errorf("cluster.ca_file: %w", err)
		}
	}
	return o, nil
}
