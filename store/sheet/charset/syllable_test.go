package charset

import (
	"strings"
	"testing"
)

func TestSyllables(t *testing.T) {
	yes := `Nguyễn Quỳnh Khuất Nghiêm Giang Yến Uông Hoàng Đặng Trần Thị Phượng Huỳnh Khuyên Thuỷ Thủy hoà hòa khoẻ khỏe
		quý qúy quí giếng gìn gì già Huế Huệ thuở khuya khuỷu nguệch ngoạc xoong xoóng Oánh Uyên Uyển Ý Ỷ Y Ái Út Ếch
		nghiêng nghề nghỉ ghế ghi kỷ kim kế cúc cường ngọc ngân quốc quới quán quên quyền quýt quặng xuân thuận
		Luân Tuất Tuyết Nguyệt Thoại Khoát Ngoãn Đoàn Hoạch Loan Oai oằn hoắc khoăn Hiếu Hưởng Hữu Bưởi rượu người mười
		chuối Bắc Bích Điệp Diễm Tạ Vũ Võ Lý Mỹ Kỳ Sỹ Vy giữ giúp giỏi giờ giấy giàu
		Phú Nhuận Thạnh Lộc Trịnh Doãn Tăng Ông Lường Quàng Chử Khổng Bế Nông Ma Sầm Giàng Thào Lò Cầm Hà Lê Tô Đỗ Bùi Đào
		hươu tiêu yêu yểng yếm tuyn huých huênh hoang suýt quỵt toét móm chóp ấp ẩm uỷ ủy oà òa`
	for w := range strings.FieldsSeq(yes) {
		for _, s := range []string{w, strings.ToUpper(w), strings.ToLower(w)} {
			if !isSyllable(s) {
				t.Errorf("%s is a syllable", s)
			}
		}
	}
	no := `NguyÔn V¨n ThÞ H¶i Nguyeãn Vaên Haûi Nguyêÿn René Hélène Zoë Brêu Bhăm Êban Nguyển̉ bac cap mat tich nhịch̃
		kà cế cí ngế nghà ghà qà quo giì gíỉ àá hoầ ươ uýê khuâ ngă băc bàc cãp bảt tìch iếm yếc dyên byê nguyếnn nghuyễn
		thườ hoanng aê ươi̊ wá fú jí zì hỏă húê bíên`
	for w := range strings.FieldsSeq(no) {
		if isSyllable(w) && !isASCII(w) {
			t.Errorf("%s is no syllable", w)
		}
	}
}
