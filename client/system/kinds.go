package system

import (
	"motcua/client"
	"motcua/client/handover"
	"motcua/client/igate"
	"motcua/client/integration"
	"motcua/client/opencps"
	"motcua/client/sandbox"
	sampleopencps "motcua/client/sandbox/opencps"
)

var kinds = []Kind{integrationKind, iGateKind, openCPSKind, handOverKind}

// The page where a person looks a dossier up, for a QR code, and its query parameter.
var (
	page      = Key{Name: "page", Takes: TakesPage}
	codeField = Key{Name: "code_field", Takes: TakesField}
	baseURL   = Key{Name: "url", Takes: TakesURL, Required: true}
)

// integrationKind is the integration adapter (TraCuuHoSo) with an agency's account.
var integrationKind = Kind{
	Name: "integration", VI: "trục tích hợp", EN: "integration adapter", Asked: true, Proof: ProofDigits, Scope: sandbox.ScopeAdapter,
	Keys: []Key{
		baseURL,
		{Name: "auth_path", Takes: TakesPath, Default: "/mapi/login", Below: "url"},
		{Name: "call_path", Takes: TakesPath, Default: "/mapi/g", Below: "url"},
		{Name: "username", Takes: TakesAccount, Required: true, Account: true},
		{Name: "password", Takes: TakesSecret, Required: true, Account: true},
		{Name: "dstcode", Takes: TakesText, Account: true},
		{Name: "unit", Takes: TakesText, Account: true},
		{Name: "dossier_service", Takes: TakesText, Below: "url"},
		{Name: "progress_service", Takes: TakesText},
		page, codeField,
	},
	open: func(at Reach, s Settings, h Hooks) (client.DossierSource, error) {
		return opened(integration.New(integration.Config{
			Rest: at, AuthPath: s("auth_path"), CallPath: s("call_path"), DstCode: s("dstcode"), UnitCode: s("unit"),
			Username: s("username"), Password: s("password"),
			DossierService: s("dossier_service"), ProgressService: s("progress_service"), OnUnknown: h.OnUnknown,
		}))
	},
	sample: func(base, portal string) []Setting {
		base += sandbox.AdapterPath
		if portal != "" {
			base += "/" + portal
		}
		return []Setting{
			{"url", base},
			{"dstcode", sandbox.DefaultDstCode},
			{"unit", sandbox.DefaultUnitCode},
			{"username", sandbox.DefaultUsername},
			{"password", sandbox.DefaultPassword},
		}
	},
}

// iGateKind is VNPT iGate with a client id of the operator's own. Its public pages
// (portal) have the settings file with which the configuration is compared.
var iGateKind = Kind{
	Name: "igate", VI: "VNPT iGate", EN: "VNPT iGate", Asked: true, Proof: ProofDigits, Scope: sandbox.ScopeIGate,
	Keys: []Key{
		baseURL,
		{Name: "sso", Takes: TakesURL, Required: true},
		{Name: "portal", Takes: TakesURL},
		{Name: "client_id", Takes: TakesClientID, Required: true, Account: true},
		{Name: "client_secret", Takes: TakesSecret, Required: true, Account: true},
		{Name: "token_path", Takes: TakesPath, Below: "sso"},
		{Name: "search_path", Takes: TakesPath, Below: "url"},
		{Name: "settings_path", Takes: TakesPath},
		page, codeField,
	},
	open: func(at Reach, s Settings, h Hooks) (client.DossierSource, error) {
		return opened(igate.New(igate.Config{
			Rest: at, SSO: s("sso"), Portal: s("portal"), ClientID: s("client_id"), ClientSecret: s("client_secret"),
			TokenPath: s("token_path"), SearchPath: s("search_path"), SettingsPath: s("settings_path"), OnUnknown: h.OnUnknown,
		}))
	},
	sample: func(base, portal string) []Setting {
		gate := sandbox.IGateAt(base, portal)
		return []Setting{
			{"url", gate.API},
			{"sso", gate.SSO},
			{"portal", gate.Portal},
			{"client_id", sandbox.DefaultClientID},
			{"client_secret", sandbox.DefaultClientSecret},
		}
	},
}

// openCPSKind is OpenCPS v2: the receipt's secret is the proof.
var openCPSKind = Kind{
	Name: "opencps", VI: "OpenCPS v2", EN: "OpenCPS v2", Asked: true, Proof: ProofSecret, OwnCodeField: true, Scope: sandbox.ScopeOpenCPS,
	Keys: []Key{
		baseURL,
		{Name: "group_id", Takes: TakesHeader, Below: "url", Account: true},
		{Name: "path", Takes: TakesCodePath, Below: "url"},
		page,
		{Name: "code_field", Takes: TakesField, Below: "url"},
		{Name: "steps_call", Takes: TakesPath},
		{Name: "steps_at", Takes: TakesStepsAt},
		{Name: "steps_name", Takes: TakesField},
		{Name: "steps_unit", Takes: TakesField},
		{Name: "steps_state", Takes: TakesField},
	},
	open: func(at Reach, s Settings, h Hooks) (client.DossierSource, error) {
		return opened(opencps.New(opencps.Config{
			Rest: at, GroupID: s("group_id"), Path: s("path"), CodeField: s("code_field"), OnUnknown: h.OnUnknown, OnTakesAny: h.OnTakesAny,
			Steps: opencps.StepFields{Call: s("steps_call"), At: s("steps_at"), Name: s("steps_name"), Unit: s("steps_unit"), State: s("steps_state")},
		}))
	},
	sample: func(base, portal string) []Setting {
		return []Setting{
			{"url", sandbox.OpenCPSAt(base, portal)},
			{"group_id", sandbox.DefaultGroupID},
			{"steps_at", sampleopencps.StepAt},
			{"steps_unit", sampleopencps.StepUnit},
		}
	},
}

// handOverKind is a portal that only a person may ask: its page, by QR code.
var handOverKind = Kind{
	Name: "handover", VI: "một trang có captcha", EN: "a page with a captcha",
	Keys: []Key{{Name: "page", Takes: TakesPage, Required: true}, codeField},
	open: func(at Reach, s Settings, _ Hooks) (client.DossierSource, error) {
		return opened(handover.New(handover.Config{Source: at.Source, Page: s("page"), CodeField: s("code_field")}))
	},
	sample: func(base, _ string) []Setting { return []Setting{{"page", base + sandbox.HandOverPath}} },
}
