package doctor

import (
	"context"
	"os/exec"

	"motcua/kiosk/speech"
	"motcua/tui/device"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// printerIs says why a printer does not print, and what to do.
var printerIs = map[device.PrintReason]struct{ says, does text.Said }{
	device.PrinterAbsent: {operator.DoctorPrinterAbsent, operator.DoctorDoPrinterAbsent},
	device.PrinterPaper:  {operator.DoctorPrinterPaper, operator.DoctorDoPrinterPaper},
	device.PrinterCover:  {operator.DoctorPrinterCover, operator.DoctorDoPrinterCover},
	device.PrinterJam:    {operator.DoctorPrinterJam, operator.DoctorDoPrinterJam},
	device.PrinterBusy:   {operator.DoctorPrinterBusy, operator.DoctorDoPrinterBusy},
}

// voiceIs says what keeps the machine from reading aloud, and what to do.
var voiceIs = []struct {
	err        error
	says, does text.Said
}{
	{speech.ErrNoEngine, operator.DoctorVoiceNoEngine, operator.DoctorDoSpeech},
	{speech.ErrNoAnswer, operator.DoctorVoiceNoAnswer, operator.DoctorDoVoiceNoAnswer},
	{speech.ErrNoClip, operator.DoctorVoiceNoClip, operator.DoctorDoVoiceNoClip},
	{speech.ErrNoPlayer, operator.DoctorVoiceNoPlayer, operator.DoctorDoVoiceNoPlayer},
	{exec.ErrNotFound, operator.DoctorVoiceNotInstalled, operator.DoctorDoSpeech},
	{context.DeadlineExceeded, operator.DoctorVoiceLate, operator.DoctorDoSpeech},
}
