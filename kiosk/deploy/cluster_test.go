package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
)

func clusterOf(t *testing.T) map[string]File {
	t.Helper()
	files, err := Cluster(binary)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]File{}
	for _, f := range files {
		byName[f.Name] = f
	}
	return byName
}

// The secrets are new each time, the store and the servers have the same password, and nobody
// else reads them.
func TestClusterSecrets(t *testing.T) {
	files, others := clusterOf(t), clusterOf(t)
	password := strings.TrimSpace(files["store.password"].Body)
	if len(password) < 20 || !strings.Contains(files["store.conf"].Body, "\nrequirepass "+password+"\n") {
		t.Errorf("the store does not take the password %q", password)
	}
	if !regexp.MustCompile(`^[0-9a-f]{64}\n$`).MatchString(files["cluster.key"].Body) {
		t.Errorf("the key is %q", files["cluster.key"].Body)
	}
	for _, name := range []string{"store.password", "cluster.key", "store.conf"} {
		if files[name].Mode != 0o600 || files[name].Body == others[name].Body {
			t.Errorf("%s has mode %v, or is the same each time", name, files[name].Mode)
		}
	}
	for name, f := range files {
		if name != Readme && !strings.Contains(files[Readme].Body, name) {
			t.Errorf("the instructions do not tell of %s", name)
		}
		if regexp.MustCompile(`@[A-Z]+@`).MatchString(f.Body) {
			t.Errorf("%s is not filled in", name)
		}
	}
}

// A full store must refuse, and nothing of it goes to a disk.
func TestClusterStore(t *testing.T) {
	for _, line := range []string{"maxmemory-policy noeviction", "maxmemory 256mb", `save ""`, "appendonly no", "port 0", "tls-port 6380"} {
		if !strings.Contains(clusterOf(t)["store.conf"].Body, "\n"+line+"\n") {
			t.Errorf("the store's settings lack %q", line)
		}
	}
}

// The servers' configuration is one, once its files are there.
func TestClusterConfig(t *testing.T) {
	files, dir := clusterOf(t), t.TempDir()
	for _, name := range []string{"cluster.key", "store.password"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(files[name].Body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	body := strings.ReplaceAll(files["config.toml"].Body, "/etc/motcua", filepath.ToSlash(dir))
	body = regexp.MustCompile(`(?m)^ca_file = .*$`).ReplaceAllString(body, "")
	file := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load(config.Inputs{Flags: map[string]string{"config": file}})
	if err != nil {
		t.Fatal(err)
	}
	o, err := cfg.Cluster.Options()
	if err != nil || o.Servers != 2 || len(o.Secret) != 32 || o.Password == "" || o.TLS == nil || o.TLS.ServerName != "10.0.0.20" {
		t.Errorf("%+v, %v", o, err)
	}
	if cfg.Server.GraceTime <= 0 || len(cfg.Server.Balancers) != 1 {
		t.Errorf("%+v", cfg.Server)
	}
}

// HAProxy reads its file, and systemd the units.
func TestClusterByItsPrograms(t *testing.T) {
	dir := t.TempDir()
	for name, f := range clusterOf(t) {
		// The account and the folder are those of an installation.
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.ReplaceAll(f.Body, "/run/motcua-balancer", dir)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("haproxy", func(t *testing.T) {
		path := clienttest.Program(t, "haproxy", "HAProxy does not read its settings")
		if out, err := exec.Command(path, "-c", "-f", filepath.Join(dir, "haproxy.cfg")).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%v: %s", err, out)
		}
	})
	t.Run("systemd", func(t *testing.T) {
		analyze := clienttest.Program(t, "systemd-analyze", "systemd does not read the units")
		clienttest.Program(t, "haproxy", "the balancer's unit names no program")
		for _, name := range []string{"motcua-store.service", "motcua-balancer.service"} {
			if out, err := exec.Command(analyze, "verify", "--man=no", filepath.Join(dir, name)).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
		}
	})
	unit(t, clusterOf(t)["motcua-balancer.service"].Body)
	set := unit(t, clusterOf(t)["motcua-store.service"].Body)
	for key, want := range map[string]string{"Service.User": "motcua-store", "Service.Group": "motcua-store", "Service.MemorySwapMax": "0", "Service.LimitCORE": "0", "Service.ProtectSystem": "strict"} {
		if !slices.Contains(set[key], want) {
			t.Errorf("%s is %q, want %q", key, set[key], want)
		}
	}
	// DynamicUser= does not start a service where a group has its name and no account does.
	if !regexp.MustCompile(`(?m)^adduser --system --group .* motcua-store$`).MatchString(clusterOf(t)[Readme].Body) {
		t.Error("the instructions do not make the store's account")
	}
}
