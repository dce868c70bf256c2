// Package server is motcua's SSH server: admission, the handshake, the channels of a
// connection, and shutdown. Package session is what runs on a channel.
//
// A connection passes four checks. The gate counts it by address before a byte is read
// (conn.go). The handshake offers few algorithms and asks nobody for a password; a key or
// certificate only ever adds the role staff (auth.go). The requests of each session channel are
// filtered (channel.go), because the SSH library does not limit channels, variables or window
// changes. Then the session starts (server.go).
//
// Nothing here runs a shell, opens a file for a client or forwards anything.
//
// # Floods
//
// The table shows how long a visitor at another address waits for the first screen while one to
// three addresses flood the server, with the limits of `config init`, on two idle cores that
// ran the attackers too, 25 visits a row (TestFloods, with the build tag floods):
//
//	attack                                      median     p95   memory   cores
//	none                                       15.8 ms   19.8 ms   41 MB   0.04
//	160 terminals of 300x100                   15.4 ms   17.1 ms  124 MB   0.05
//	one connection opens and closes shells     15.4 ms   18.2 ms   41 MB   0.05
//	sixty connections do                       15.8 ms   17.7 ms   83 MB   0.09
//	commands                                   16.4 ms   20.5 ms   54 MB   0.06
//	line mode                                  17.1 ms   21.8 ms   49 MB   0.07
//	subsystems                                 17.0 ms   22.2 ms   46 MB   0.07
//	channels                                   16.7 ms   20.4 ms   45 MB   0.09
//	variables                                  20.0 ms   26.8 ms   41 MB   0.67
//	global requests                            18.5 ms   20.8 ms   44 MB   0.45
//	handshakes                                 19.7 ms   25.9 ms   41 MB   0.70
//	half-open handshakes                       18.5 ms   22.2 ms   43 MB   0.46
//	bare connections, 8,000 a second           20.9 ms   27.5 ms   41 MB   0.72
//	exchanges of keys                          17.6 ms   21.9 ms   44 MB   0.36
//	changes of the terminal's size             15.2 ms   19.8 ms  182 MB   0.28
//	keys                                       16.2 ms   28.8 ms  164 MB   0.41
//
// No visit failed. Without bounds for sessions, cells and starts, 160 terminals took
// 1,750 MB, and sixty connections that open and close shells brought a visitor's
// first screen to 4.3 s, and two of six failed.
//
// # Sleep
//
// A session without a key for Config.SleepTime lets its program go, see terminal.Sleeper. The
// table shows what sleeping sessions cost, on two cores that ran the clients and much else too
// (BenchmarkTenThousand). The server is a process of its own, which starts with 34 MB. Wake is
// the median time from an arrow key to its answer, of 100 keys one after the other:
//
//	sessions   resident  a session     heap   stacks  processor     wake
//	     100      50 MB     170 kB     9 MB     8 MB      0.0 %  24.2 ms
//	     200      66 MB     169 kB    14 MB    13 MB      0.0 %  21.9 ms
//	   1,000     183 MB     155 kB    52 MB    63 MB      0.0 %  22.2 ms
//	   2,500     348 MB     131 kB   123 MB   147 MB      0.0 %  22.1 ms
//	   5,000     615 MB     121 kB   241 MB   282 MB      0.0 %  22.1 ms
//	  10,000   1,199 MB     122 kB   478 MB   556 MB      0.0 %  22.0 ms
//
// The processor's time is that of ten quiet seconds, for 10,000 sessions of forty. While memory is
// returned to the machine, once after many have gone to sleep, it is some 15 % of a core.
//
// A session that was just opened takes 806 kB, 687 kB of it heap: 434 kB are the library's two
// copies of a screen of 80x24, 135 kB its table of keys. With 100 of the 10,000 pressing a key
// every two seconds the server used 34.8 % of a core and 1,325 MB, and a key took 21.3 ms at the
// median. After all 10,000 had left, 146 MB were resident: the runtime keeps what it knows of
// each goroutine, here 140,000, for ever.
package server
