package national

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/pagefile"
	"motcua/client/workday"
)

// newsItem is a made-up news item. Of the real portal only id and content are known; title and
// time have the names that its other calls use. The last item has neither: it is read from its
// content.
type newsItem struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Name      string `json:"name,omitempty"`
	Published int64  `json:"publishedAt,omitempty"` // epoch milliseconds
	Created   int64  `json:"createdAt,omitempty"`
	Content   string `json:"content,omitempty"` // HTML; only in the answer to one item
}

func millis(month time.Month, day int) int64 {
	return time.Date(2026, month, day, 8, 0, 0, 0, workday.Zone).UnixMilli()
}

// newsItems are the sample's news, the newest first.
var newsItems = []newsItem{
	{
		ID: pagefile.DerivedID("news", "1"), Title: "Cổng mẫu bảo trì đêm 28/11/2026", Published: millis(time.November, 23),
		Content: `<p>Cổng mẫu <strong>bảo trì</strong> từ 22 giờ ngày 28/11/2026 đến 4 giờ ngày 29/11/2026.</p>` +
			`<p>Trong thời gian này:</p><ul><li>không nộp được hồ sơ trên mạng;</li><li>tra cứu thủ tục vẫn dùng được trên máy tại quầy.</li></ul>` +
			`<p>Chi tiết xem tại <a href="https://dichvucong.gov.vn/tin-tuc">trang tin tức</a>.</p>`,
	},
	{
		ID: pagefile.DerivedID("news", "2"), Name: "Hướng dẫn đăng nhập bằng tài khoản định danh điện tử", Created: millis(time.November, 10),
		Content: `<h2>Các bước</h2><ol><li>Mở ứng dụng VNeID.</li><li>Quét mã trên màn hình.</li><li>Bấm <em>Đồng ý</em>.</li></ol>` +
			`<table><tr><th>Việc</th><th>Hỏi ai</th></tr><tr><td>Quên mật khẩu</td><td>Công an cấp xã</td></tr></table>` +
			`<script>alert("x")</script><p><a href="javascript:alert(1)">Bấm vào đây</a></p>`,
	},
	{
		ID:      pagefile.DerivedID("news", "3"),
		Content: `<div><b>Danh mục dịch vụ công trực tuyến toàn trình năm 2026</b></div><div>Danh mục được cập nhật theo từng quý.</div>`,
	},
}

// serveNews answers a page of headings, behind the one that the cursor names.
func (s *Server) serveNews(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Name   string `json:"name"`
		Limit  int    `json:"limit"`
		LastID string `json:"lastId"`
	}
	if !httpjson.Read(w, r, &q) {
		return
	}
	data := struct {
		Total  int        `json:"total"`
		LastID string     `json:"lastId"`
		Rows   []newsItem `json:"rows"`
	}{Rows: []newsItem{}}
	words, after := foldWords(q.Name), q.LastID == ""
	for _, n := range newsItems {
		if words != "" && !strings.Contains(foldWords(n.Title+" "+n.Name), words) {
			continue
		}
		data.Total++
		if after && len(data.Rows) < max(q.Limit, 1) {
			id := n.ID
			n.Content = ""
			data.Rows, data.LastID = append(data.Rows, n), id
		}
		after = after || n.ID == q.LastID
	}
	httpjson.Write(w, r, http.StatusCreated, httpjson.Envelope{Code: "OK", Data: data, Message: "OK"})
}

// serveNewsItem answers one item; an unknown id is 400, as for procedures.
func (s *Server) serveNewsItem(w http.ResponseWriter, r *http.Request) {
	var q struct {
		ID string `json:"id"`
	}
	if !httpjson.Read(w, r, &q) {
		return
	}
	i := slices.IndexFunc(newsItems, func(n newsItem) bool { return strings.EqualFold(n.ID, q.ID) })
	if i < 0 {
		httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Không tìm thấy tin"})
		return
	}
	httpjson.Write(w, r, http.StatusOK, httpjson.Envelope{Code: "OK", Data: newsItems[i], Message: "OK"})
}
