package national

import (
	"reflect"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/rest"
)

// Whatever the portal sends, decoding does not panic and every shown string is clean.

func FuzzDetail(f *testing.F) {
	// Small seeds, because the fuzzer spends its time on making large ones smaller. Real bodies
	// have tests of their own.
	f.Add([]byte(wrap(`{"id":"a-1","code":"1.004194","name":"Đăng ký tạm trú","decisionNo":"","isWard":true,"executionSteps":[{"name":"","description":"Bước 1"}],
		"executionMethods":[{"submissionMethod":"ONLINE","processingTime":3,"processingTimeUnit":"WORKING_DAY","fees":[{"type":"FEE","value":7000,"currencyName":"Việt Nam Đồng","description":"7.000 đồng/lần"}]}],
		"executionCases":[{"name":"* Hồ sơ","profileComponents":[{"name":"Tờ khai","originalQty":1,"copyQty":0,"attachments":[{"id":"f-1","fileName":"CT01.doc"}]}]}],
		"cases":[{"name":"A","code":"1.004194.01","processingDay":{"qty":3,"type":"WORKING_DAY"}}],"legalBasisesDetails":[{"name":"Luật","code":"68/2020/QH14"}],
		"executingAgencies":"Công an","procedureProposal":{"proposalNumber":"5548/QĐ","decisionDate":1625504400000,"issuingAgency":{"name":"Bộ"}},"updatedAt":1777434895364}`)))
	f.Add([]byte(wrap(`{"code":"1.000001","name":"\u001b[31mA\u202e","executionMethods":[{"processingTimeUnit":"\u009bX","processingTime":1,"fees":[{"value":1e14,"description":"7.000 đồng 9.99 USD"}]}]}`)))
	f.Add([]byte(`{"data":[{"executionCases":{"profileComponents":[{"originalQty":-1e9,"copyQty":"1.000"}]}}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		b, ok := decodeEnvelope[detailBody](body)
		if !ok {
			return
		}
		p := b.procedure()
		allClean(t, reflect.ValueOf(p))
		for _, c := range p.Cases {
			for _, r := range c.Rows {
				if r.Originals < 0 || r.Copies < 0 || r.Originals > maxQuantity || r.Copies > maxQuantity {
					t.Errorf("quantities %d, %d", r.Originals, r.Copies)
				}
			}
		}
		for _, m := range p.Methods {
			for _, fee := range m.Fees {
				if (fee.State == client.FeeAmount) != (fee.Amount > 0) {
					t.Errorf("fee %+v", fee)
				}
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add([]byte(fixture(f, "list.json")))
	f.Add([]byte(wrap(`{"items":{"code":"1.1","name":"x\u0000"},"total":"1.000","lastId":7}`)))
	f.Fuzz(func(t *testing.T, body []byte) {
		b, ok := decodeEnvelope[listBody](body)
		if !ok {
			return
		}
		page := b.page()
		if page.Total < len(page.Items) {
			t.Errorf("%d items of %d", len(page.Items), page.Total)
		}
		for _, i := range page.Items {
			allClean(t, reflect.ValueOf(i.Hit()))
			allClean(t, reflect.ValueOf(i))
		}
	})
}

func FuzzFee(f *testing.F) {
	for _, s := range []string{"Miễn phí", "30.000 VNĐ/bản", "Không", "10 USD/bản", "0 đồng", "tối đa 5đ", "(-: ", "99999999999999999999 đồng"} {
		f.Add(s, 0.0)
	}
	f.Fuzz(func(t *testing.T, text string, value float64) {
		b := feeBody{Description: rest.Text(clean.Text(text))}
		b.Value.Value, b.Value.OK = value, value < 1e15 && value > -1e15
		if fee := b.fee(); (fee.State == client.FeeAmount) != (fee.Amount > 0) {
			t.Errorf("fee %+v", fee)
		}
	})
}

// allClean checks every string of a value: cleaning a clean text again changes nothing.
func allClean(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); clean.Text(s) != s {
			t.Errorf("not clean: %q", s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				allClean(t, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			allClean(t, v.Index(i))
		}
	}
}
