package server

import "runtime"

// ownsModes: this system keeps who may read a file in its mode bits.
const ownsModes = runtime.GOOS != "windows"
