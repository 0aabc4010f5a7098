package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChatJsonReaderTest {
  @Test
  void keepsWhereTheWordsOfAMessageLead() throws IOException {
    String chat =
        """
        {"name": "Invented", "type": "public_channel", "messages": [
         {"id": 2, "type": "message", "date_unixtime": "1777881600", "from": "Kim",
          "text": ["Pickers wanted, write ", {"type": "text_link", "text": "here", "href": "https://wa.me/447700900601"}]}]}
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "result.json", chat);

    assertThat(read.parts("text")).containsExactly("Pickers wanted, write here");
    assertThat(read.fields("context.links")).containsExactly("https://wa.me/447700900601");
  }

  @Test
  void readsTheCardsOfABotAndLeavesOutWhoJoined() throws IOException {
    String chat =
        """
        {"guild": {"name": "Invented"}, "channel": {"name": "jobs"}, "messages": [
         {"id": "1", "type": "Default", "timestamp": "2026-05-04T09:00:00+00:00", "content": "", "author": {"name": "leo"},
          "embeds": [{"title": "Cook", "url": "https://example.org/1", "description": "Call +1 555 0110",
                      "fields": [{"name": "Pay", "value": "in cash"}]}]},
         {"id": "2", "type": "GuildMemberJoin", "timestamp": "2026-05-04T10:00:00+00:00", "content": "Joined the server.",
          "author": {"name": "mo"}}]}
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "x.json", chat);

    assertThat(read.parts("text")).containsExactly("Cook\nCall +1 555 0110\nPay\nin cash");
    assertThat(read.fields("context.links")).containsExactly("https://example.org/1");
  }

  @Test
  void readsTheHistoryThatSignalItselfExports() throws IOException {
    String lines =
        """
        {"version": "1", "backupTimeMs": "1777990000000"}
        {"recipient": {"id": "2", "contact": {"e164": "447700900601", "profileGivenName": "Rex"}}}
        {"recipient": {"id": "3", "contact": {"e164": "447700900602"}}}
        {"chatItem": {"authorId": "2", "dateSent": "1777881600000", "standardMessage": {"text": {"body": "Room to let"}}}}
        {"chatItem": {"authorId": "3", "dateSent": "1777881660000", "updateMessage": {"simpleUpdate": {"type": "JOINED_SIGNAL"}}}}
        {"chatItem": {"authorId": "3", "dateSent": "1777881720000", "standardMessage": {"text": {"body": "How much?"}}}}
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "main.jsonl", lines);

    assertThat(read.parts("text")).containsExactly("Room to let", "How much?");
    assertThat(read.fields("author")).containsExactly("Rex", "+447700900602");
    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T08:00:00Z", "2026-05-04T08:02:00Z");
  }

  @Test
  void readsMessagesOfADatabaseOnLinesOfTheirOwn() throws IOException {
    String line =
        "{\"conversationId\":\"c\",\"type\":\"incoming\",\"sent_at\":177788160%1$d000,\"sourceName\":\"Rex\",\"body\":\"Room %1$d\"}\n";

    ReadFile read =
        ReadFile.of(FileKind.CHAT_JSON, "signal.json", line.formatted(0) + line.formatted(1));

    assertThat(read.parts("text")).containsExactly("Room 0", "Room 1");
    assertThat(read.fields("author")).containsOnly("Rex");
    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T08:00:00Z", "2026-05-04T08:00:01Z");
  }

  @Test
  void saysWhichLineOfAHistoryIsBrokenAndReadsTheOthers() throws IOException {
    String lines =
        """
        {"version": "1", "backupTimeMs": "1777990000000"}
        {"chatItem": {"authorId": "2", "dateSent": "17778816
        {"chatItem": {"authorId": "2", "dateSent": "1777881720000", "standardMessage": {"text": {"body": "How much?"}}}}
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "main.jsonl", lines);

    assertThat(read.parts("text")).containsExactly("How much?");
    assertThat(read.unread()).containsExactly("line 2 broken");
  }

  @Test
  void keepsWhatACardSaysThatIsPartOfAnotherWord() throws IOException {
    String chat =
        """
        {"guild": {"name": "Invented"}, "channel": {"name": "jobs"}, "messages": [
         {"id": "1", "type": "Default", "timestamp": "2026-05-04T09:00:00+00:00", "content": "Room 150 in Testham",
          "author": {"name": "leo"}, "embeds": [{"title": "Room 150 in Testham",
          "fields": [{"name": "Rent", "value": "50"}, {"name": "Deposit", "value": "50"}]}]}]}
        """;

    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "x.json", chat);

    assertThat(read.parts("text")).containsExactly("Room 150 in Testham\nRent\n50\nDeposit\n50");
  }

  @Test
  void readsWhatGoogleHandsOutOfAChat() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_JSON,
            "messages.json",
            """
            {"messages":[{"creator":{"name":"Sal","email":"sal@example.org","user_type":"Human"},
             "created_date":"Tuesday, February 3, 2026 at 9:06:01\u202fPM UTC","text":"Bed above the shop"}]}
            """);

    assertThat(read.parts("text")).containsExactly("Bed above the shop");
    assertThat(read.parts("posted")).containsExactly("2026-02-03T21:06:01Z");
    assertThat(read.fields("author")).containsExactly("Sal");
    assertThat(read.fields("email")).containsExactly("sal@example.org");
  }

  @Test
  void readsADayOfAChannelInSlackAsPeopleSeeIt() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_JSON,
            "2026-02-03.json",
            """
            [{"user":"U1","type":"message","ts":"1770152761.000100","text":"Ring <tel:+15550193|+1 555 0193> &amp; ask <@U2>",
              "user_profile":{"real_name":"Sal"}},
             {"user":"U2","type":"message","subtype":"channel_join","ts":"1770152762.000100","text":"<@U2> has joined"}]
            """);

    assertThat(read.parts("text")).containsExactly("Ring +1 555 0193 & ask @U2");
    assertThat(read.parts("posted")).containsExactly("2026-02-03T21:06:01Z");
    assertThat(read.fields("author")).containsExactly("Sal");
  }

  @Test
  void readsWhatIsSaidInARoomOfMatrix() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_JSON,
            "export.json",
            """
            {"room_name":"jobs","messages":[{"type":"m.room.message","sender":"@sal:example.org",
              "content":{"msgtype":"m.text","body":"Bed above the shop"},"origin_server_ts":1770152761000},
             {"type":"m.room.member","sender":"@ida:example.org","content":{"membership":"join"},"origin_server_ts":1770152762000}]}
            """);

    assertThat(read.parts("text")).containsExactly("Bed above the shop");
    assertThat(read.parts("posted")).containsExactly("2026-02-03T21:06:01Z");
    assertThat(read.fields("author")).containsExactly("@sal:example.org");
  }

  @Test
  void readsThePostsThatFacebookHandsOut() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.CHAT_JSON,
            "group_posts.json",
            """
            [{"timestamp":1770152761,"attachments":[],"data":[{"post":"Room and work for two"}],"title":"Kim posted in Work."}]
            """);

    assertThat(read.parts("text")).containsExactly("Room and work for two");
    assertThat(read.parts("posted")).containsExactly("2026-02-03T21:06:01Z");
  }
}
