package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// figures are the samples of one contestant, by line of the table.
type figures map[string][]float64

func (f figures) add(line string, value float64) { f[line] = append(f[line], value) }

func percentile(times []float64, q float64) float64 {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[int(q*float64(len(sorted)-1))]
}

func sequential(n int, call func() error) ([]float64, error) {
	times := make([]float64, n)
	for i := range times {
		began := time.Now()
		if err := call(); err != nil {
			return nil, err
		}
		times[i] = float64(time.Since(began).Nanoseconds()) / 1000
	}
	return times, nil
}

func concurrent(callers, n int, call func() error) (float64, error) {
	var group sync.WaitGroup
	var left atomic.Int64
	left.Store(int64(n))
	failures := make(chan error, callers)
	began := time.Now()
	for range callers {
		group.Go(func() {
			for left.Add(-1) >= 0 {
				if err := call(); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	group.Wait()
	select {
	case err := <-failures:
		return 0, err
	default:
		return float64(n) / time.Since(began).Seconds(), nil
	}
}

// memory is the resident set of the process in MiB.
func memory(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(status) {
		if fields := strings.Fields(string(line)); len(fields) > 1 && fields[0] == "VmRSS:" {
			kib, _ := strconv.ParseFloat(fields[1], 64)
			return kib / 1024
		}
	}
	return 0
}
