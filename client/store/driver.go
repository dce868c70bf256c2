package store

import _ "modernc.org/sqlite" // the driver "sqlite", in pure Go: no cgo, one static binary
