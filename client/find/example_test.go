package find_test

import (
	"fmt"

	"motcua/client"
	"motcua/client/find"
)

// People ask in their own words and often without diacritics.
func ExampleEngine_Search() {
	docs := []find.Doc{
		{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Field: "Hộ tịch"},
		{Code: "1.000656", Name: "Thủ tục đăng ký khai tử", Field: "Hộ tịch"},
		{Code: "1.000894", Name: "Thủ tục đăng ký kết hôn", Field: "Hộ tịch"},
	}
	engine, err := find.New(docs, find.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, question := range []string{"lam giay khai sinh cho con", "cưới vợ", "sửa tủ lạnh"} {
		found := engine.Search(client.Query{Words: question})
		switch {
		case found.Outside:
			fmt.Println(question+":", "no office does this")
		case len(found.Hits) > 0:
			fmt.Println(question+":", docs[found.Hits[0].Doc].Name)
		}
	}
	// Output:
	// lam giay khai sinh cho con: Thủ tục đăng ký khai sinh
	// cưới vợ: Thủ tục đăng ký kết hôn
	// sửa tủ lạnh: no office does this
}
