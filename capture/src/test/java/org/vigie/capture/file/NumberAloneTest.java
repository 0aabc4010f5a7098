package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows and messages that say a telephone number and nothing else. */
class NumberAloneTest {
  private static final String NUMBER = "+44 7700 900123";
  private static final String OTHER = "07700 900456";

  @Test
  void areAdvertsInATableWhoseOtherRowsHaveWords() throws Exception {
    ReadFile read =
        ReadFile.of(
            FileKind.TABLE,
            "t.csv",
            "title;text;phone\nRoom;Room to let in Leeds;%s\n;;%s\n;;ask\n;;2026-01-02\n"
                .formatted(NUMBER, OTHER));

    assertThat(read.parts("text")).containsExactly("Room to let in Leeds", OTHER);
    assertThat(read.fields("telephone")).containsExactly(NUMBER, OTHER);
    assertThat(read.unread()).hasSize(2);
  }

  @Test
  void areNoAdvertsInATableOfNumbersAlone() throws Exception {
    ReadFile read =
        ReadFile.of(
            FileKind.TABLE,
            "t.csv",
            "phone,city,date\n%s,Leeds,2026-01-02\n%s,York,2026-01-03\n".formatted(NUMBER, OTHER));

    assertThat(read.parts("text")).isEmpty();
    assertThat(read.unread()).isNotEmpty();
  }

  @Test
  void areKeptOfContactsThatAChatShares() throws Exception {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_JSON,
            "result.json",
            """
            {"name": "rooms", "type": "private_supergroup", "id": 1, "messages": [
             {"id": 1, "type": "message", "date": "2026-01-02T10:00:00", "from": "Ann",
              "text": "Room to let"},
             {"id": 2, "type": "message", "date": "2026-01-02T10:01:00", "from": "Ann",
              "contact_information": {"first_name": "Ann", "phone_number": "%s"}, "text": ""},
             {"id": 3, "type": "message", "date": "2026-01-02T10:02:00", "from": "Ann",
              "contact_information": {"first_name": "Ann", "phone_number": ""}, "text": ""}]}
            """
                .formatted(NUMBER));

    assertThat(read.parts("text")).containsExactly("Room to let", NUMBER);
  }

  @Test
  void areKeptOfContactsInAChatThatIsSavedAsPages() throws Exception {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_HTML,
            "messages.html",
            """
            <!DOCTYPE html><html><head><title>Exported Data</title></head><body>
            <div class="history">
             <div class="message default clearfix" id="message1"><div class="body">
              <div class="pull_right date details" title="02.01.2026 10:00:00">10:00</div>
              <div class="from_name">Ann</div><div class="text">Room to let</div></div></div>
             <div class="message default clearfix joined" id="message2"><div class="body">
              <div class="pull_right date details" title="02.01.2026 10:01:00">10:01</div>
              <div class="media_wrap clearfix">
               <div class="media clearfix pull_left media_contact"><div class="body">
                <div class="title bold">Ann</div><div class="status details">%s</div>
               </div></div></div></div></div>
            </div></body></html>
            """
                .formatted(NUMBER));

    assertThat(read.parts("text")).containsExactly("Room to let", NUMBER);
  }

  @Test
  void areMessagesOfTheirAuthorInAChatOfLines() throws Exception {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_TEXT,
            "_chat.txt",
            "[02.01.26, 10:00:00] Ann: Room to let\n[02.01.26, 10:01:00] Ann: %s\n"
                .formatted(NUMBER));

    assertThat(read.parts("text")).containsExactly("Room to let", NUMBER);
    assertThat(read.fields("author")).containsExactly("Ann", "Ann");
  }
}
