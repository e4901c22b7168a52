// A peer that runs hashicorp/yamux: it connects to a unix socket and does on each stream what the
// stream's first byte says.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand"
	"net"
	"os"
	"sync"
	"time"

	"github.com/hashicorp/yamux"
)

// dribble cuts what is written into pieces of one to seven bytes.
type dribble struct {
	net.Conn
	random *rand.Rand
}

func (d *dribble) Write(all []byte) (int, error) {
	for done := 0; done < len(all); {
		end := min(len(all), done+1+d.random.Intn(7))
		if _, err := d.Conn.Write(all[done:end]); err != nil {
			return done, err
		}
		done = end
	}
	return len(all), nil
}

type peer struct {
	session *yamux.Session
	release chan struct{}
}

// order is what the peer is to open by itself.
type order struct {
	Streams  int
	Parallel int
	MaxBytes int
	Seed     int64
}

func main() {
	socket := flag.String("socket", "", "unix socket to connect to")
	client := flag.Bool("client", false, "be yamux's client")
	cut := flag.Bool("dribble", false, "cut what is written into tiny pieces")
	openTimeout := flag.Duration("open-timeout", 0, "how long a stream may wait to be accepted")
	closeTimeout := flag.Duration("close-timeout", 0, "how long a closed stream may wait for the other side")
	flag.Parse()

	conn, err := net.Dial("unix", *socket)
	if err != nil {
		log.Fatal(err)
	}
	if *cut {
		conn = &dribble{conn, rand.New(rand.NewSource(1))}
	}
	config := yamux.DefaultConfig()
	config.LogOutput = os.Stderr
	if *openTimeout > 0 {
		config.StreamOpenTimeout = *openTimeout
	}
	if *closeTimeout > 0 {
		config.StreamCloseTimeout = *closeTimeout
	}
	open := yamux.Server
	if *client {
		open = yamux.Client
	}
	session, err := open(conn, config)
	if err != nil {
		log.Fatal(err)
	}
	one := &peer{session: session, release: make(chan struct{})}
	for {
		stream, err := session.AcceptStream()
		if err != nil {
			return
		}
		go one.serve(stream)
	}
}

func (p *peer) serve(stream *yamux.Stream) {
	command := make([]byte, 1)
	if _, err := io.ReadFull(stream, command); err != nil {
		stream.Close()
		return
	}
	switch command[0] {
	case 'e': // Echo until the end.
		buffer := make([]byte, 16*1024)
		io.CopyBuffer(struct{ io.Writer }{stream}, struct{ io.Reader }{stream}, buffer)
	case 'h': // Tell what was read: length and SHA-256.
		sum := sha256.New()
		n, _ := io.Copy(sum, stream)
		binary.Write(stream, binary.BigEndian, n)
		stream.Write(sum.Sum(nil))
	case 'b': // Read nothing before it is released, then as 'h'.
		<-p.release
		sum := sha256.New()
		n, _ := io.Copy(sum, stream)
		binary.Write(stream, binary.BigEndian, n)
		stream.Write(sum.Sum(nil))
	case 'r': // Release.
		close(p.release)
	case 's': // Say nothing.
		io.Copy(io.Discard, stream)
	case 'x': // Close at once, without reading on.
	case 'g':
		p.reply(stream, p.session.GoAway())
	case 'p':
		_, err := p.session.Ping()
		p.reply(stream, err)
	case 'n':
		fmt.Fprintf(stream, "%d", p.session.NumStreams())
	case 'i': // Open a stream, say nothing on it, wait for its end.
		quiet, err := p.session.OpenStream()
		if err == nil {
			_, err = io.Copy(io.Discard, quiet)
			quiet.Close()
		}
		p.reply(stream, err)
	case 'o':
		var what order
		if err := json.NewDecoder(stream).Decode(&what); err != nil {
			p.reply(stream, err)
		} else {
			p.reply(stream, p.open(what))
		}
	}
	stream.Close()
}

func (p *peer) reply(stream *yamux.Stream, err error) {
	if err != nil {
		fmt.Fprint(stream, err)
	} else {
		fmt.Fprint(stream, "ok")
	}
}

// open opens streams, writes to them, and expects the same bytes back.
func (p *peer) open(what order) error {
	work := make(chan int)
	failed := make(chan error, what.Parallel)
	var all sync.WaitGroup
	for range what.Parallel {
		all.Add(1)
		go func() {
			defer all.Done()
			for index := range work {
				if err := p.roundTrip(rand.New(rand.NewSource(what.Seed+int64(index))), what.MaxBytes); err != nil {
					failed <- fmt.Errorf("stream %d: %w", index, err)
					for range work {
					}
					return
				}
			}
		}()
	}
	for index := range what.Streams {
		work <- index
	}
	close(work)
	all.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

func (p *peer) roundTrip(random *rand.Rand, maxBytes int) error {
	sent := make([]byte, random.Intn(maxBytes+1))
	random.Read(sent)
	stream, err := p.session.OpenStream()
	if err != nil {
		return err
	}
	stream.SetDeadline(time.Now().Add(time.Minute))
	go func() {
		for rest := sent; len(rest) > 0; {
			n, err := stream.Write(rest[:min(len(rest), 1+random.Intn(100_000))])
			if err != nil {
				break
			}
			rest = rest[n:]
		}
	}()
	got := make([]byte, len(sent))
	if n, err := io.ReadFull(stream, got); err != nil {
		return fmt.Errorf("sent %d bytes, got %d back: %w", len(sent), n, err)
	}
	if !bytes.Equal(got, sent) {
		return fmt.Errorf("sent %d bytes, got others back", len(sent))
	}
	// Version 0.1.1 reads no more once it has closed.
	return stream.Close()
}
