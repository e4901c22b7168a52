package main

import (
	"bytes"
	"debug/elf"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func examplePlan() launchPlan {
	var plan launchPlan
	plan.Format, plan.ID, plan.Version, plan.Deno = 1, "com.example.plugin", "1.0.0", "2.9.0"
	plan.Permissions.Env.names = []string{"TOKEN"}
	plan.Permissions.Net.names = []string{"api.example.com:443"}
	plan.V8Flags = []string{"--max-old-space-size=256", "--max-semi-space-size=1"}
	return plan
}

// Gives the variables of a map as os.Getenv and os.LookupEnv do.
func environment(values map[string]string) (func(string) string, func(string) (string, bool)) {
	lookup := func(name string) (string, bool) {
		value, set := values[name]
		return value, set
	}
	return func(name string) string { return values[name] }, lookup
}

func expectRefusal(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Fatalf("expected a refusal with %q, got %v", part, err)
	}
}

func TestAMessageIsOneLineOfJsonWhateverIsInIt(t *testing.T) {
	var out bytes.Buffer
	say(&out, refusal("a \"quoted\"\nfolder <&>"))
	if strings.Count(out.String(), "\n") != 1 || !strings.Contains(out.String(), "<&>") {
		t.Fatalf("%q", out.String())
	}
	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line["@level"] != "error" || line["@module"] != "launcher" || line["@message"] != "a \"quoted\"\nfolder <&>" {
		t.Fatalf("%v", line)
	}
}

func TestAddressesOfTheApiAreTakenApart(t *testing.T) {
	for value, want := range map[string]target{
		"":                  {},
		"unix:/a/b":         {text: "unix:/a/b", socket: "/a/b"},
		"unix:///a/b":       {text: "unix:/a/b", socket: "/a/b"},
		"localhost:80":      {text: "127.0.0.1:80", address: "127.0.0.1:80"},
		"[::1]:8065":        {text: "[::1]:8065", address: "[::1]:8065"},
		"host.example:8065": {text: "host.example:8065", address: "host.example:8065"},
	} {
		if got, err := parseTarget(value); err != nil || got != want {
			t.Errorf("%q: %v, %v", value, got, err)
		}
	}
	for _, value := range []string{"nohost", ":80", "host:", "host:port", "unix:relative", "*:80", "h ost:1", "localhost:80x"} {
		_, err := parseTarget(value)
		expectRefusal(t, err, "must be unix:/path or host:port")
	}
	_, err := parseTarget("a,b:1")
	expectRefusal(t, err, "a comma")
}

func TestOnlyDeclaredVariablesPass(t *testing.T) {
	_, lookup := environment(map[string]string{"PATH": "/bin", "TOKEN": "", "DENO_V8_FLAGS": "--prof", "HOME": "/root"})
	got := passVariables(examplePlan(), "/cache", lookup)
	want := []string{"DENO_DIR=/cache", "DENO_NO_UPDATE_CHECK=1", "NO_COLOR=1", "TMPDIR=/dev/null", "PATH=/bin", "TOKEN="}
	if !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
}

func TestVersionsAreComparedByNumber(t *testing.T) {
	for version, want := range map[string]bool{
		"2.9.0": true, "2.9": true, "2.10.1": true, "3.0.0": true, "3": true, "10.0.0": true,
		"2.8.9": false, "2": false, "1.46.3": false, "0.9.0": false, "": false, "...": false,
	} {
		if isNewEnough(version, examplePlan()) != want {
			t.Errorf("%q: expected %v", version, want)
		}
	}
}

func TestADamagedPlanIsToldOf(t *testing.T) {
	for text, part := range map[string]string{
		"{":            "is damaged",
		`{"format":2}`: "has format 2 and this launcher reads format 1",
		`{"format":1,"id":"a\"b","deno":"2.9.0"}`:      "names no plugin",
		`{"format":1,"id":"com.example","deno":"2.9"}`: "names no version of Deno",
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "launch.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := readPlan(folder)
		expectRefusal(t, err, part)
	}
	_, err := readPlan(t.TempDir())
	expectRefusal(t, err, "this is no whole bundle")
}

func program(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheBundlesOwnDenoComesFirstThenTheConfiguredOneThenPath(t *testing.T) {
	bundle, plan := t.TempDir(), examplePlan()
	inPath := program(t, filepath.Join(bundle, "bin", denoName), "")
	configured := program(t, filepath.Join(bundle, "configured"), "")
	getenv, _ := environment(map[string]string{"PATH": filepath.Dir(inPath)})
	expect := func(getenv func(string) string, want string) {
		t.Helper()
		if got, err := findDeno(bundle, plan, getenv); err != nil || got != want {
			t.Fatalf("%q, %v", got, err)
		}
	}
	expect(getenv, inPath)
	both, _ := environment(map[string]string{"PATH": filepath.Dir(inPath), denoVariable: configured})
	expect(both, configured)
	own := program(t, filepath.Join(bundle, "server", bundledName()), "")
	expect(both, own)
	if err := os.Chmod(own, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := findDeno(bundle, plan, both)
	expectRefusal(t, err, "brings its own Deno")
}

func TestWithoutAnyDenoItSaysWhatIsNeeded(t *testing.T) {
	for _, place := range usualPlaces(func(string) string { return t.TempDir() }) {
		if isProgram(place) {
			t.Skip("this machine has Deno in a usual place: " + place)
		}
	}
	getenv, _ := environment(map[string]string{"HOME": t.TempDir()})
	_, err := findDeno(t.TempDir(), examplePlan(), getenv)
	expectRefusal(t, err, "needs Deno 2.9 or newer and there is none: it was looked for in PATH, in .deno/bin")
}

func TestTheVersionIsAskedOnce(t *testing.T) {
	folder := t.TempDir()
	asked := filepath.Join(folder, "asked")
	deno := program(t, filepath.Join(folder, "deno"), "#!/bin/sh\necho x >>'"+asked+"'\necho 'deno 2.9.1 (stable)'\n")
	for range 2 {
		if err := checkDeno(deno, folder, examplePlan(), nil); err != nil {
			t.Fatal(err)
		}
	}
	if text, _ := os.ReadFile(asked); string(text) != "x\n" {
		t.Fatalf("%q", text)
	}
	old := program(t, filepath.Join(folder, "old"), "#!/bin/sh\necho 'deno 2.8.9 (stable)'\n")
	expectRefusal(t, checkDeno(old, folder, examplePlan(), nil), "needs Deno 2.9 or newer and found 2.8.9: install")
	broken := program(t, filepath.Join(folder, "broken"), "not a program")
	expectRefusal(t, checkDeno(broken, folder, examplePlan(), nil), "one that does not tell its version ("+broken)
}

func TestWhatKilledRunsLeftIsSweptAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	prefix := socketPrefix("com.example.plugin")
	ended := exec.Command("true")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	dead := strconv.Itoa(ended.ProcessState.Pid())
	listen := func(path string) {
		socket, err := net.Listen("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		socket.(*net.UnixListener).SetUnlinkOnClose(false)
		socket.Close()
	}
	make := func(name string) string {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
		return name
	}
	listen(filepath.Join(folder, prefix+"-"+dead+"-aaaaaa.sock"))
	listen(filepath.Join(folder, make(prefix+"-"+dead+"-bbbbbb"), "plugin.sock"))
	kept := []string{
		make(prefix + "-" + strconv.Itoa(os.Getpid()) + "-cccccc"),
		make(prefix + "-" + dead + "-dddddd"),
		make(prefix + "-x-eeeeee"),
		make(socketPrefix("com.example.other") + "-" + dead + "-ffffff"),
		prefix + "-" + dead + "-gggggg",
	}
	program(t, filepath.Join(folder, kept[1], "file"), "")
	if err := os.Symlink(t.TempDir(), filepath.Join(folder, kept[4])); err != nil {
		t.Fatal(err)
	}
	sweep(folder, prefix)
	var left []string
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		left = append(left, entry.Name())
	}
	slices.Sort(kept)
	if !slices.Equal(left, kept) {
		t.Fatalf("%q", left)
	}
}

// A root folder that holds these files.
func rootWith(t *testing.T, libraries ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, path := range libraries {
		program(t, filepath.Join(root, path), "")
	}
	return root
}

func TestLibrariesThatTheMachineLacksAreNamed(t *testing.T) {
	path := os.Getenv("LAUNCHER_TEST_DENO")
	if path == "" {
		t.Skip("LAUNCHER_TEST_DENO names no Deno for Linux")
	}
	file, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	loader, needed := interpreter(file), []string{}
	if needed, err = file.ImportedLibraries(); err != nil || !slices.Contains(needed, "libgcc_s.so.1") {
		t.Fatalf("%q, %v", needed, err)
	}
	here := func(folder string, without string) []string {
		files := []string{loader}
		for _, name := range needed {
			if name != without {
				files = append(files, folder+"/"+name)
			}
		}
		return files
	}
	for _, folder := range []string{"/lib64", "/usr/lib", multiarch(file.Machine)[1]} {
		if said := lackingIn(file, rootWith(t, here(folder, "")...)); said != "" {
			t.Fatalf("in %s: %s", folder, said)
		}
		said := lackingIn(file, rootWith(t, here(folder, "libgcc_s.so.1")...))
		if !strings.HasPrefix(said, "this machine lacks the library libgcc_s.so.1: install") || !strings.Contains(said, "libgcc-s1") {
			t.Fatal(said)
		}
	}
	if said := lackingIn(file, t.TempDir()); !strings.Contains(said, "the loader of glibc") {
		t.Fatal(said)
	}
	if said := lackingIn(file, rootWith(t, loader)); !strings.Contains(said, "lacks the libraries lib") {
		t.Fatal(said)
	}
	root := rootWith(t, here("/opt/libraries", "")...)
	program(t, filepath.Join(root, "etc/ld.so.conf"), "# usual\ninclude /etc/ld.so.conf.d/*.conf\n")
	if said := lackingIn(file, root); !strings.Contains(said, "lacks") {
		t.Fatalf("found what no configuration names: %q", said)
	}
	program(t, filepath.Join(root, "etc/ld.so.conf.d/more.conf"), "/opt/libraries # ours\n")
	if said := lackingIn(file, root); said != "" {
		t.Fatal(said)
	}
}
