// Command interop is a go-plugin host that is not ours: the real hashicorp/go-plugin client and
// grpc-go stubs made from the contract. It executes a plugin's launcher, sends random values in every
// field of every call both ways and compares field by field what arrived.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// report counts what ran and prints what failed.
type report struct {
	passed, failed int
}

func (r *report) check(name, problem string) {
	if problem == "" {
		r.passed++
		return
	}
	r.failed++
	fmt.Printf("FAIL %s: %s\n", name, problem)
}

func (r *report) section(name string, began time.Time, passedBefore int) {
	fmt.Printf("ok   %s (%d checks, %d ms)\n", name, r.passed-passedBefore, time.Since(began).Milliseconds())
}

func problem(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func main() {
	probe := flag.String("probe", "", "the launcher of the probe plugin's bundle")
	hello := flag.String("hello", "", "the launcher of the example plugin's bundle")
	sockets := flag.String("sockets", os.TempDir(), "the folder for unix sockets")
	seed := flag.Uint64("seed", 1, "the seed of the random values")
	rounds := flag.Int("rounds", 6, "how many random values each call gets")
	contestants := flag.String("bench", "", "measure these plugins instead: JSON, [{name, command, env}]")
	calls := flag.Int("calls", benchCalls, "how many calls each line of the benchmark makes")
	flag.Parse()
	if *contestants != "" {
		if err := bench(*contestants, *sockets, *rounds, *calls); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	fmt.Printf("seed %d, %d rounds\n", *seed, *rounds)
	r := &report{}
	for _, streaming := range []bool{true, false} {
		if err := probeRun(r, *probe, *sockets, *seed, *rounds, streaming); err != nil {
			r.check("the probe plugin", err.Error())
		}
	}
	if err := helloRun(r, *hello, *sockets); err != nil {
		r.check("the example plugin", err.Error())
	}
	fmt.Printf("result: %d passed, %d failed, 0 skipped\n", r.passed, r.failed)
	if r.failed > 0 || r.passed == 0 {
		os.Exit(1)
	}
}

func probeRun(r *report, launcher, sockets string, seed uint64, rounds int, streaming bool) error {
	kind := "a host with streaming rpcs"
	if !streaming {
		kind = "a host without streaming rpcs"
	}
	fmt.Printf("\n%s\n", kind)
	api, err := startAPIServer(streaming)
	if err != nil {
		return err
	}
	defer api.server.Stop()
	h, err := startHost(launcher, api.target, sockets)
	if err != nil {
		return err
	}
	t := &tests{report: r, host: h, api: api, random: newRandom(seed), rounds: rounds, streaming: streaming}
	step := func(name string, run func()) {
		began, before := time.Now(), r.passed
		run()
		r.section(name, began, before)
	}
	r.check("health", problem(h.ping()))
	step("lifecycle", t.lifecycle)
	if streaming {
		step("all hooks", t.hooks)
		step("HTTP streams", t.http)
		step("errors both ways", t.errors)
		step("log lines", t.logLines)
	}
	step("all API methods", t.methods)
	r.check("health at the end", problem(h.ping()))
	t.kill()
	return nil
}

// kill ends the plugin and checks that it went by itself and left nothing.
func (t *tests) kill() {
	took, graceful, code := t.host.stop()
	t.check("Kill ends the process without SIGKILL", func() string {
		if !graceful {
			return "go-plugin had to send SIGKILL"
		}
		return ""
	}())
	t.check("Kill takes less than 2 s", func() string {
		if took >= 2*time.Second {
			return took.String()
		}
		return ""
	}())
	t.check("the exit code is 0", func() string {
		if code != 0 {
			return fmt.Sprintf("exit code %d; log:\n%s", code, tail(t.host.logs.String(), 15))
		}
		return ""
	}())
	fmt.Printf("     Kill took %d ms\n", took.Milliseconds())
}

func tail(text string, lines int) string {
	all := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}
