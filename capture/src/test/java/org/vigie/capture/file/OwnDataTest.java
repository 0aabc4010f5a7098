package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What Discord and Signal hand out to whoever asks for their own data; all of it is invented. */
class OwnDataTest {
  private static final String JOBS =
      """
      [{"ID": 1366000000000000001, "Timestamp": "2026-05-04 09:00:00",
        "Contents": "Pickers wanted, +44 7700 900601", "Attachments": ""},
       {"ID": 1366000000000000002, "Timestamp": "2026-05-04 09:01:00", "Contents": "",
        "Attachments": "https://cdn.example.org/flyer.png"}]
      """;

  private static final String ROOMS =
      """
      ID,Timestamp,Contents,Attachments
      1366000000000000003,2020-05-05 10:00:00.111000+00:00,"Room to let, ask ""Rex\""",
      1366000000000000004,2020-05-05 10:01:00.222000+00:00,"Two lines,
      one message",https://cdn.example.org/room.png
      """;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  @Test
  void hasTheMessagesOfEachChannelInDiscordsPackage() throws IOException {
    put("README.txt", "Welcome to your data");
    put("Account/user.json", "{\"id\": \"1\", \"username\": \"rex.example\"}");
    put("Activity/Reporting/events-1.json", "{\"event_type\": \"x\", \"timestamp\": \"2026\"}");
    put("Servers/index.json", "{\"9\": \"Harbour\"}");
    put(
        "Messages/index.json",
        "{\"11\": \"jobs in Harbour\", \"12\": \"Direct Message with kim\"}");
    put(
        "Messages/c11/channel.json",
        "{\"id\": \"11\", \"type\": \"GUILD_TEXT\", \"name\": \"jobs\","
            + " \"guild\": {\"id\": \"9\", \"name\": \"Harbour\"}}");
    put("Messages/c11/messages.json", JOBS);
    put("Messages/c12/channel.json", "{\"id\": \"12\", \"type\": \"DM\", \"recipients\": [\"2\"]}");
    put("Messages/c12/messages.csv", ROOMS);
    put("Messages/c13/channel.json", "{\"id\": \"13\", \"type\": \"DM\"}");
    put("Messages/c13/messages.json", "[]");

    ReadFile read = read(FileKind.ZIP, "package.zip");

    assertThat(read.unread()).isEmpty();
    assertThat(read.parts("text"))
        .containsExactly(
            "Pickers wanted, +44 7700 900601",
            "Room to let, ask \"Rex\"",
            "Two lines,\none message");
    assertThat(read.parts("id"))
        .containsExactly("1366000000000000001", "1366000000000000003", "1366000000000000004");
    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T09:00:00Z", "2020-05-05T10:00:00Z", "2020-05-05T10:01:00Z");
    assertThat(read.parts("channel")).containsOnly("messaging");
    assertThat(read.fields("author")).containsOnly("rex.example");
    assertThat(read.fields("context.chat"))
        .containsExactly("jobs", "Direct Message with kim", "Direct Message with kim");
    assertThat(read.fields("context.links"))
        .containsExactly("", "", "https://cdn.example.org/room.png");
  }

  @Test
  void leavesWhatLiesBesideDiscordsPackageToItsOwnReaders() throws IOException {
    put("discord/messages/c11/channel.json", "{\"id\": \"11\", \"name\": \"jobs\"}");
    put("discord/messages/c11/messages.json", JOBS);
    put("list.csv", "text,phone\nCooks wanted in Leeds,+44 7700 900602\n");

    ReadFile read = read(FileKind.ZIP, "evidence.zip");

    assertThat(read.unread()).isEmpty();
    assertThat(read.parts("text"))
        .containsExactlyInAnyOrder("Pickers wanted, +44 7700 900601", "Cooks wanted in Leeds");
  }

  @Test
  void isReadFromOneFileOfDiscordsPackageToo() throws IOException {
    ReadFile read = ReadFile.of(FileKind.CHAT_JSON, "messages.json", JOBS);

    assertThat(read.parts("text")).containsExactly("Pickers wanted, +44 7700 900601");
    assertThat(read.parts("posted")).containsExactly("2026-05-04T09:00:00Z");
    assertThat(ReadFile.of(FileKind.TABLE, "messages.csv", ROOMS).parts("text")).hasSize(2);
  }

  @Test
  void hasTheChatsOfSignalsHistory() throws IOException {
    put("metadata.json", "{\"version\": 1}");
    put(
        "main.jsonl",
        """
        {"version": "1", "backupTimeMs": "1777990000000"}
        {"account": {"givenName": "Kim"}}
        {"recipient": {"id": "1", "self": {}}}
        {"recipient": {"id": "2", "contact": {"e164": "447700900601", "profileGivenName": "Rex"}}}
        {"recipient": {"id": "4", "group": {"snapshot": {"title": {"title": "Farm work"}}}}}
        {"chat": {"id": "7", "recipientId": "4"}}
        {"chatItem": {"chatId": "7", "authorId": "2", "dateSent": "1777881600000", "incoming": {}, "standardMessage": {"text": {"body": "Pickers wanted"}}}}
        """);

    ReadFile read = read(FileKind.ZIP, "signal.zip");

    assertThat(read.parts("text")).containsExactly("Pickers wanted");
    assertThat(read.fields("author")).containsExactly("Rex");
    assertThat(read.fields("context.chat")).containsExactly("Farm work");
    assertThat(read.parts("posted")).containsExactly("2026-05-04T08:00:00Z");
  }

  private ReadFile read(FileKind kind, String name) throws IOException {
    zip.close();
    return ReadFile.of(kind, name, bytes.toByteArray());
  }

  private void put(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
