package main

import (
	"fmt"
	"io"

	"motcua/client/sandbox"
	"motcua/kiosk/config"
)

// sandboxURLs are the addresses of a sample portal for a program that set it up.
func sandboxURLs(r *sandbox.Running) map[string]string {
	gate := r.IGate("")
	return map[string]string{
		"url": r.URL, "national_url": r.NationalURL, "adapter_url": r.AdapterURL,
		"igate_url": gate.API, "igate_sso_url": gate.SSO, "igate_portal_url": gate.Portal,
		"opencps_url": r.OpenCPS(""), "handover_url": r.HandOverURL, "faults_url": r.FaultsURL,
	}
}

// tellSystems lists what to write into a [[system]] for each way to ask the
// sample portal for dossiers.
func tellSystems(w io.Writer, r *sandbox.Running) {
	gate := r.IGate("")
	for _, s := range []struct {
		kind config.SystemKind
		keys [][2]string
	}{
		{config.KindIntegration, [][2]string{
			{"url", r.AdapterURL}, {"dstcode", sandbox.DefaultDstCode}, {"unit", sandbox.DefaultUnitCode},
			{"username", sandbox.DefaultUsername}, {"password", sandbox.DefaultPassword},
		}},
		{config.KindIGate, [][2]string{
			{"url", gate.API}, {"sso", gate.SSO}, {"portal", gate.Portal},
			{"client_id", sandbox.DefaultClientID}, {"client_secret", sandbox.DefaultClientSecret},
		}},
		{config.KindOpenCPS, [][2]string{
			{"url", r.OpenCPS("")}, {"group_id", sandbox.DefaultGroupID},
			{"steps_at", sandbox.OpenCPSStepAt}, {"steps_unit", sandbox.OpenCPSStepUnit},
		}},
		{config.KindHandOver, [][2]string{{"page", r.HandOverURL}}},
	} {
		fmt.Fprintf(w, "  kind = %q\n", s.kind)
		for _, k := range s.keys {
			fmt.Fprintf(w, "    %s = %q\n", k[0], k[1])
		}
	}
}
