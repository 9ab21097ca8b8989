package main

// bundleTexts are the sentences of results that go from board to board.
type bundleTexts struct {
	CardWritten, KeyMade, HintBadKey, KeyOfOther, NotACard, HintCard, OwnCard, NameOfPartner, KeyOpen string
	BadPartnerName                                                                                    string
	CompareCard, AskCompared, NotCompared, OtherFingerprint, HintFingerprint, KeyReplaced             string
	Trusted, Distrusted, NoPartner, NoPartners, HintTrust                                             string
	NoBoardName, NoBundleOut, MakingBundle, BundleMade, BundleForAll, BundleFor, BundleSealed         string
	BundleNewer, BundleNotForUs, HintNotForUs, BundleTooLarge, BundleTruncated, BundleTampered        string
	BundleNone, HintSendAgain, HintNoBundle, BundleUntrusted                                          string
	BundleHead, SignedBy, SignedByUs, SignedByStranger, BundleJournal, BundleFile, BundleDiffers      string
	WayRound, WayBox, WayWindow, WayListDate, WayStatDate, WayBase, WayRounding, WayDecimals, WayLate string
	ResultHead, ResultFigures, ResultGuests, ResultSource, BundleAdded, BundleFits, BundlesRefused    string
	NoResults, NoSuchResult, ResultDropped                                                            string
}

var vietnameseBundle = bundleTexts{
	CardWritten:    "Đã ghi khóa công khai vào %s. Gửi tệp này cho nơi kia, rồi đọc mã này qua điện thoại:\n  %s\n",
	KeyMade:        "Đã tạo khóa bí mật của nơi này: %s. Không đưa tệp đó cho ai.\n",
	HintBadKey:     "Chuyển %s sang chỗ khác rồi làm lại: khóa mới sẽ được tạo, và các nơi khác phải tin cậy lại.",
	KeyOfOther:     "%s là khóa của một kho dữ liệu khác",
	NotACard:       "không phải tệp khóa công khai, hoặc tệp đã bị sửa",
	HintCard:       "Nơi kia lập tệp này bằng: stampdesk bundle key --out khoa.txt",
	OwnCard:        "đây là khóa của chính nơi này",
	NameOfPartner:  "tên %q đã dùng cho một nơi khác",
	KeyOpen:        "chú ý: người dùng khác trên máy này đọc được khóa bí mật %s. Sửa: chmod 600. Nếu có thể đã bị chép, hãy chuyển tệp đi và lập khóa mới.\n",
	BadPartnerName: "tên %q không dùng được: quá dài, hoặc có ký tự điều khiển",

	KeyReplaced:      "%s đã có khóa được tin cậy, mã %s. Tệp này có khóa khác và sẽ thay khóa đó: hỏi nơi đó vì sao.\n",
	CompareCard:      "%s · kho dữ liệu %x\nMã khóa: %s\nGọi điện cho nơi đó và so từng nhóm số.\n",
	AskCompared:      "Mã có đúng không? (c = đúng, khác = không) ",
	NotCompared:      "chưa so mã khóa, nên chưa tin cậy",
	OtherFingerprint: "mã %q không phải mã của khóa trong tệp (%s)",
	HintFingerprint:  "Hỏi mã qua điện thoại, không theo đường đã nhận tệp; rồi thêm --fingerprint \"… … …\".",

	Trusted:    "Đã tin cậy khóa của %s.\n",
	Distrusted: "Không còn tin cậy khóa của %s. Kết quả đã nhận vẫn còn: stampdesk bundle list\n",
	NoPartner:  "chưa có nơi nào tên %q",
	NoPartners: "Chưa tin cậy nơi nào. Thêm: stampdesk bundle trust khoa.txt --name \"Quận ủy …\"\n",
	HintTrust:  "Xin nơi đó tệp khóa công khai, so mã qua điện thoại rồi: stampdesk bundle trust khoa.txt --name \"…\"",

	NoBoardName:  "chưa ghi tên của ban để nơi khác phân biệt được (board: name; tên là BAN TỔ CHỨC thì cả upper)",
	NoBundleOut:  "thiếu tên tệp để ghi gói kết quả",
	MakingBundle: "Đang lập gói kết quả",
	BundleMade:   "Đã ghi %s (%s byte): kết quả của %s, đã đóng dấu %s trong %s thẻ.\n",
	BundleForAll: "Gói chỉ được ký, không mã hóa: ai có tệp cũng đọc được.\n",
	BundleFor:    "Chỉ %s đọc được (và nơi này).\n",
	BundleSealed: "Gói được mã hóa: chỉ nơi nhận và nơi gửi đọc được.\n",

	BundleNewer:     "gói được lập bằng bản stampdesk mới hơn bản này",
	BundleNotForUs:  "gói được mã hóa cho nơi khác, nơi này không đọc được",
	HintNotForUs:    "Gửi cho nơi lập gói khóa công khai hiện nay (stampdesk bundle key --out khoa.txt) và xin gói khác.",
	BundleTooLarge:  "tệp quá lớn, không thể là gói kết quả",
	BundleTruncated: "gói bị cắt cụt: tệp chưa về đủ",
	BundleTampered:  "gói đã bị sửa hoặc hỏng sau khi ký",
	BundleNone:      "tệp này không phải gói kết quả",
	HintSendAgain:   "Tệp này không được cộng. Xin nơi gửi gửi lại.",
	HintNoBundle:    "Gói kết quả lập bằng: stampdesk bundle make --out ketqua.goi",
	BundleUntrusted: "%s: gói tự xưng là của %s, nhưng khóa đã ký chưa được nơi này tin cậy",

	BundleHead:       "Gói kết quả %s, %s byte\n",
	SignedBy:         "%s đã ký; chữ ký đúng.",
	SignedByUs:       "Chính nơi này đã ký; chữ ký đúng.",
	SignedByStranger: "CHƯA TIN CẬY: không nơi nào đã tin cậy ký gói này; tên nơi lập dưới đây do gói tự ghi.",
	BundleJournal:    "  Sổ ghi bàn %s: %s mục, mã %s\n",
	BundleFile:       "  Kèm %s, %s byte\n",
	BundleDiffers:    "  Khác ở đây: %s: ở đây %s, trong gói %s\n",

	WayRound: "đợt", WayBox: "ô", WayWindow: "thời gian kiểm tra", WayListDate: "ngày lập danh sách", WayStatDate: "ngày chốt số liệu",
	WayBase: "gốc tính tỷ lệ", WayRounding: "cách làm tròn", WayDecimals: "số chữ số thập phân", WayLate: "giữ lại thẻ quá hạn",

	ResultHead: "%s · đợt %d · lập lúc %s, %s\n",
	ResultFigures: "  Đảng viên %s: chính thức %s, dự bị %s; đã có thẻ %s\n" +
		"  Đã đóng dấu %s, chưa đóng dấu %s (hỏng %s, mất %s, chưa thu được %s)\n",
	ResultGuests: "  Thẻ của đảng viên sinh hoạt tạm thời, tính riêng: %s\n",
	ResultSource: "  Gồm kết quả của %s, lập lúc %s\n",
	BundleAdded:  "Đã nhận %s, %s ký; kết quả trước của nơi đó, nếu có, không còn tính:\n",
	BundleFits:   "Nhận được %s, %s ký (xem thử, chưa nhận):\n",

	BundlesRefused: "%d trong %d tệp không nhận được",

	NoResults:     "Chưa nhận kết quả của nơi nào.\n",
	NoSuchResult:  "tên %q: có %d kết quả đã nhận; ghi đúng tên, hoặc mã kho dữ liệu",
	ResultDropped: "Không còn cộng kết quả của %s.\n",
}

var englishBundle = bundleTexts{
	CardWritten:    "The public card is in %s. Send them the file, and read them this fingerprint over the telephone:\n  %s\n",
	KeyMade:        "The secret key of this board was made: %s. Give that file to nobody.\n",
	HintBadKey:     "Move %s away and try again: a new key is made, and the other boards must trust it anew.",
	KeyOfOther:     "%s is the key of another store",
	NotACard:       "this is no public card, or it was altered",
	HintCard:       "They write it with: stampdesk bundle key --out card.txt",
	OwnCard:        "this is the card of this very board",
	NameOfPartner:  "the name %q is that of another board",
	KeyOpen:        "note: other users of this machine can read the secret key %s. Mend it with chmod 600; if it may have been copied, move it away and make another.\n",
	BadPartnerName: "the name %q cannot be one: it is too long, or has control characters in it",

	KeyReplaced:      "%s has a trusted key already, fingerprint %s. This file has another, which takes its place: ask them why.\n",
	CompareCard:      "%s · store %x\nFingerprint: %s\nCall them and compare it group by group.\n",
	AskCompared:      "Is it the same? (y = yes, anything else = no) ",
	NotCompared:      "the fingerprint was not compared, so the card is not trusted",
	OtherFingerprint: "the fingerprint %q is not that of the card in the file (%s)",
	HintFingerprint:  "Ask for it by telephone, not by the way that the file came; then add --fingerprint \"… … …\".",

	Trusted:    "The card of %s is trusted.\n",
	Distrusted: "The card of %s is trusted no longer. Results that were taken in stay: stampdesk bundle list\n",
	NoPartner:  "there is no partner named %q",
	NoPartners: "No board is trusted yet. To add one: stampdesk bundle trust card.txt --name \"…\"\n",
	HintTrust:  "Ask them for their public card, compare the fingerprint by telephone, then: stampdesk bundle trust card.txt --name \"…\"",

	NoBoardName:  "the board has no name that others can tell it by (board: name; where that is BAN TỔ CHỨC, upper too)",
	NoBundleOut:  "the name of the file for the bundle is missing",
	MakingBundle: "Making the bundle",
	BundleMade:   "%s is written (%s bytes): the result of %s, %s of %s cards stamped.\n",
	BundleForAll: "It is signed and not encrypted: whoever has the file can read it.\n",
	BundleFor:    "Only %s can read it (and this board).\n",
	BundleSealed: "It is encrypted: only the recipient and the sender can read it.\n",

	BundleNewer:     "the bundle was made by a newer stampdesk than this one",
	BundleNotForUs:  "the bundle was encrypted for somebody else",
	HintNotForUs:    "Send them the public card of now (stampdesk bundle key --out card.txt) and ask for another bundle.",
	BundleTooLarge:  "the file is too large to be a bundle",
	BundleTruncated: "the bundle is cut off: not all of the file is here",
	BundleTampered:  "the bundle was changed or damaged after it was signed",
	BundleNone:      "this file is no bundle",
	HintSendAgain:   "That file is not counted. Ask the sender to send it again.",
	HintNoBundle:    "A bundle is made with: stampdesk bundle make --out result.goi",
	BundleUntrusted: "%s: the bundle says it is of %s, but the key that signed it is not trusted here",

	BundleHead:       "Bundle %s, %s bytes\n",
	SignedBy:         "Signed by %s; the signature is right.",
	SignedByUs:       "Signed by this very board; the signature is right.",
	SignedByStranger: "NOT TRUSTED: nobody trusted here signed it; the name of the board below is what the bundle says of itself.",
	BundleJournal:    "  Journal of desk %s: %s entries, chain %s\n",
	BundleFile:       "  With it: %s, %s bytes\n",
	BundleDiffers:    "  Not as here: %s: here %s, in the bundle %s\n",

	WayRound: "round", WayBox: "box", WayWindow: "window", WayListDate: "date of the lists", WayStatDate: "date of the statistics",
	WayBase: "base of percentages", WayRounding: "rounding", WayDecimals: "decimals", WayLate: "late cards are held",

	ResultHead: "%s · round %d · made at %s by %s\n",
	ResultFigures: "  Members %s: official %s, probationary %s; with a card %s\n" +
		"  Stamped %s, not stamped %s (damaged %s, lost %s, not collected %s)\n",
	ResultGuests: "  Cards of members on temporary activity, apart: %s\n",
	ResultSource: "  The result of %s is in it, made at %s\n",
	BundleAdded:  "Taken in: %s, signed by %s; what that board sent before, if anything, counts no longer:\n",
	BundleFits:   "Could be taken in: %s, signed by %s (nothing was changed):\n",

	BundlesRefused: "%d of %d files could not be taken in",

	NoResults:     "No result was taken in yet.\n",
	NoSuchResult:  "name %q: %d results; give the exact name, or the id of the store",
	ResultDropped: "The result of %s is counted no longer.\n",
}
