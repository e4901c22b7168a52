// The native launcher: what a Mattermost server executes as the plugin where there is no shell. It
// means the same as the launcher in POSIX sh that src/bundle/launcher_posix.ts writes, and takes
// what it has to know from launch.json beside it.
package main

import "os"

func main() {
	s, err := prepare(os.Args[0], os.Getenv, os.LookupEnv)
	if err == nil {
		err = run(s)
	}
	say(os.Stderr, err)
	os.Exit(1)
}

// A command in its sandbox, ready to run.
type start struct {
	deno        string
	arguments   []string
	environment []string
	folder      string
}

// Finds out all that the start needs, in the order of the POSIX launcher, so that both refuse the
// same things with the same words.
func prepare(name string, getenv func(string) string, lookup func(string) (string, bool)) (start, error) {
	here, bundle, err := findBundle(name)
	if err != nil {
		return start{}, err
	}
	plan, err := readPlan(here)
	if err != nil {
		return start{}, err
	}
	if err := refuseComma(bundle, plan); err != nil {
		return start{}, err
	}
	deno, err := findDeno(bundle, plan, getenv)
	if err != nil {
		return start{}, err
	}
	restrictMode()
	cache := makeCache(bundle)
	variables := passVariables(plan, cache, lookup)
	if err := checkDeno(deno, cache, plan, variables); err != nil {
		return start{}, err
	}
	api, err := parseTarget(getenv("MATTERMOST_PLUGIN_API_TARGET"))
	if err != nil {
		return start{}, err
	}
	socket, err := chooseSocket(plan.ID, getenv)
	if err != nil {
		return start{}, err
	}
	return start{
		deno: deno,
		arguments: compose(plan, facts{
			bundle:   bundle,
			socket:   socket,
			api:      api,
			cookie:   getenv("MATTERMOST_PLUGIN"),
			logLevel: getenv("MATTERMOST_PLUGIN_LOG_LEVEL"),
		}),
		environment: variables,
		folder:      bundle,
	}, nil
}
