package doctor

import (
	"syscall"
	"unsafe"
)

// freeSpace is GetDiskFreeSpaceExW, which respects quotas.
var freeSpace = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")

// room returns how many bytes this account may still write to the disk of a folder.
func room(dir string) (uint64, bool) {
	name, err := syscall.UTF16PtrFromString(dir)
	if err != nil || freeSpace.Find() != nil {
		return 0, false
	}
	var n uint64
	ok, _, _ := freeSpace.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&n)), 0, 0)
	return n, ok != 0
}
