package server

// CheckStaff reads the files of Config.StaffKeys and Config.StaffCAs as a server
// does, and tells what keeps them from being used. "" is no file.
func CheckStaff(keys, cas string) error {
	_, err := readStaff(keys, cas)
	return err
}
