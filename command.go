package stampdesk

import (
	"slices"
	"strings"
)

// CommandPrefix begins every barcode that is a word of command and not a card.
const CommandPrefix = "SD-"

// BatchPrefix begins the barcode that takes a batch in hand; its id follows.
const BatchPrefix = CommandPrefix + "B-"

// CommandGroup is where on the sheet of commands a word stands.
type CommandGroup uint8

// The groups, in their order.
const (
	AtTheDesk     CommandGroup = iota // for the card in hand
	Answers                           // to what the screen asks
	BatchAndShift                     // for the work around the cards
)

// CommandWord is a barcode that stands for a key.
type CommandWord struct {
	Word  string // after CommandPrefix
	Group CommandGroup
	name  [2]string
	does  [2]string
}

// Code is what the barcode holds.
func (c CommandWord) Code() string { return CommandPrefix + c.Word }

// Name is the command in a few words, for large letters.
func (c CommandWord) Name(l Lang) string { return c.name[wordsOf(l)] }

// Does is what the command does, in a sentence.
func (c CommandWord) Does(l Lang) string { return c.does[wordsOf(l)] }

func wordsOf(l Lang) int {
	if l == English {
		return 1
	}
	return 0
}

// IsCommand reports whether a code is one of the words of command or takes a batch
// in hand.
func IsCommand(code string) bool {
	code = strings.TrimSpace(code)
	word, ok := strings.CutPrefix(code, CommandPrefix)
	return ok && (strings.HasPrefix(code, BatchPrefix) ||
		slices.ContainsFunc(CommandWords(), func(c CommandWord) bool { return c.Word == word }))
}

// CommandWords are all words of command, group by group, in the order of the
// sheet on which they are printed.
func CommandWords() []CommandWord {
	word := func(g CommandGroup, word, vi, en, viDoes, enDoes string) CommandWord {
		return CommandWord{word, g, [2]string{vi, en}, [2]string{viDoes, enDoes}}
	}
	return []CommandWord{
		word(AtTheDesk, "STAMP", "Đã đóng dấu", "Stamped", "Ghi là đã đóng dấu vào ô đang đề nghị.", "Records that the proposed box was stamped."),
		word(AtTheDesk, "BLANK", "Chưa đóng", "Not stamped", "Thẻ chưa đóng dấu: để lại vào chồng.", "The card was not stamped: it goes back on the pile."),
		word(AtTheDesk, "RELAM", "Ép lại", "Re-laminated", "Ghi thêm là thẻ đã được ép nhựa lại.", "Adds that the card was re-laminated."),
		word(AtTheDesk, "DAMAGED", "Thẻ hỏng", "Damaged", "Thẻ hỏng: không đóng dấu, để đổi thẻ.", "The card is damaged: to be exchanged, not stamped."),
		word(AtTheDesk, "HOLD", "Giữ lại", "Keep aside", "Giữ thẻ lại cho giám sát, có lý do.", "Keeps the card for the supervisor, with a reason."),
		word(AtTheDesk, "RETURN", "Trả lại", "Give back", "Trả lại đơn vị, không đóng dấu, có lý do.", "Gives it back unstamped, with a reason."),
		word(AtTheDesk, "UNDO", "Hủy lần ghi", "Undo", "Hủy lần ghi vừa rồi, có hỏi lại.", "Takes the last entry back, after a question."),
		word(AtTheDesk, "ALLOW", "Cho phép", "Allow", "Giám sát cho phép đóng dấu, cần mã PIN.", "The supervisor allows the stamp, with the PIN."),
		word(AtTheDesk, "NUMBER", "Gõ số thẻ", "Type a number", "Mở ô để gõ số thẻ bằng tay.", "Opens the field for a number typed by hand."),
		word(AtTheDesk, "1", "Ô số 1", "Box 1", "Chọn hoặc bỏ ô số 1; trả lời số 1.", "Takes or drops box 1; answer 1."),
		word(AtTheDesk, "2", "Ô số 2", "Box 2", "Chọn hoặc bỏ ô số 2; trả lời số 2.", "Takes or drops box 2; answer 2."),
		word(AtTheDesk, "3", "Ô số 3", "Box 3", "Chọn hoặc bỏ ô số 3; trả lời số 3.", "Takes or drops box 3; answer 3."),
		word(AtTheDesk, "4", "Ô số 4", "Box 4", "Chọn hoặc bỏ ô số 4; trả lời số 4.", "Takes or drops box 4; answer 4."),

		word(Answers, "YES", "Đồng ý", "Yes", "Đồng ý với điều màn hình đang hỏi.", "Says yes to what the screen asks."),
		word(Answers, "NO", "Không", "No", "Không, quay lại; những gì đã gõ vẫn còn.", "Says no and goes back; what was typed stays."),
		word(Answers, "5", "Câu số 5", "Answer 5", "Chọn câu trả lời số 5.", "Chooses answer 5."),
		word(Answers, "6", "Câu số 6", "Answer 6", "Chọn câu trả lời số 6.", "Chooses answer 6."),
		word(Answers, "7", "Câu số 7", "Answer 7", "Chọn câu trả lời số 7.", "Chooses answer 7."),
		word(Answers, "8", "Câu số 8", "Answer 8", "Chọn câu trả lời số 8.", "Chooses answer 8."),
		word(Answers, "9", "Câu số 9", "Answer 9", "Chọn câu trả lời số 9.", "Chooses answer 9."),

		word(BatchAndShift, "BATCHES", "Các lô", "Batches", "Mở danh sách các lô.", "Opens the list of batches."),
		word(BatchAndShift, "CLOSE", "Đóng lô", "Close the batch", "Đối chiếu số thẻ rồi đóng lô đang làm.", "Balances the batch in hand and closes it."),
		word(BatchAndShift, "PRINT", "In", "Print", "Chọn giấy tờ để in.", "Chooses a document to print."),
		word(BatchAndShift, "SHIFT", "Ca làm việc", "Shift", "Bắt đầu hoặc kết thúc ca.", "Begins or ends the shift."),
		word(BatchAndShift, "HAND", "Giao bàn", "Hand over", "Giao bàn cho người khác.", "Gives the desk to another person."),
	}
}
