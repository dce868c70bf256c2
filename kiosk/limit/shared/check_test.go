package shared_test

import (
	"testing"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/limit/shared"
	"motcua/kiosk/limit/shared/storetest"
)

// Doctor's question tells each fault of a store, and changes nothing there.
func TestCheck(t *testing.T) {
	good := storetest.Start(t, "--maxmemory-policy", "noeviction")
	evicts := storetest.Start(t, "--maxmemory-policy", "allkeys-lru")
	saves := storetest.Start(t, "--appendonly", "yes")
	guarded := storetest.Start(t, "--requirepass", "a good password")
	of := func(addr string, change ...func(*shared.Options)) shared.Report {
		o := shared.Options{Addr: addr, Secret: []byte("the secret of a test")}
		for _, c := range change {
			c(&o)
		}
		return shared.Check(t.Context(), o)
	}
	if r := of(good.Addr); r.Cause != "" || r.Evicts != "" || r.Saves || r.Took <= 0 {
		t.Errorf("a good one: %+v", r)
	}
	if n := good.DB.DBSize(t.Context()).Val(); n != 0 {
		t.Errorf("the question leaves %d numbers", n)
	}
	if r := of(evicts.Addr); r.Evicts != "allkeys-lru" {
		t.Errorf("one that drops: %+v", r)
	}
	if r := of(saves.Addr); !r.Saves {
		t.Errorf("one that saves: %+v", r)
	}
	if r := of(guarded.Addr); r.Cause != "password" {
		t.Errorf("without a password: %+v", r)
	}
	if r := of(storetest.FreePort(t)); r.Cause != "unreachable" {
		t.Errorf("one that is gone: %+v", r)
	}
	s := join(t, good.Addr)
	if ok, _ := pay(s, account("x", 1, 1, 8)); !ok {
		t.Fatal("refused")
	}
	if r := of(good.Addr); r.Cause != "" {
		t.Errorf("of a server like this: %+v", r)
	}
	if r := of(good.Addr, func(o *shared.Options) { o.Secret = []byte("another") }); r.Cause != "secret" {
		t.Errorf("of a server with another secret: %+v", r)
	}
}

// The spaces that servers share are those of look-ups, penalties and sessions.
func TestSharedSpaces(t *testing.T) {
	for space, want := range map[string]bool{
		"lookup_own": true, "lookup_dossier": true, "lookup_opened": true, "penalty4": true, "penalty6": true, "source_sessions": true, "known_source_sessions": true,
		"sessions": false, "source_connections": false, "handshakes": false, "cells": false, "connects": false,
	} {
		if got := limit.Shared(space); got != want {
			t.Errorf("%s is shared: %v", space, got)
		}
	}
	var _ ledger.Ledger = (*shared.Ledger)(nil)
}
