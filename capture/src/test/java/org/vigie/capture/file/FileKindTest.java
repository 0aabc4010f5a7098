package org.vigie.capture.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
  /** What a file was read into. */
  private static final class Read implements FileSink {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Map<String, String>> fields = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    @Override
    public void row(Map<String, String> parts, Map<String, String> more) {
      rows.add(parts);
      fields.add(more);
    }

    @Override
    public void page(String url, String type, byte[] body, @Nullable Instant at) {
      pages.add(url);
    }

    @Override
    public void unread(String part, String kind, String reason) {
      unread.add(kind);
    }
  }

  private static Read read(FileKind expected, String name, byte[] bytes) throws IOException {
    FileKind kind = FileKind.recognise(name, bytes).orElseThrow();
    assertThat(kind).isEqualTo(expected);
    Read read = new Read();
    kind.read(new FileSource(name, bytes, Map.of(), 0), read);
    return read;
  }

  @Test
  void readsATableWhateverItsCharsetAndSeparator() throws IOException {
    String table =
        "titre;lien;description\nChambre;https://a.example.org/1;\"Une chambre; pour une\"\n";
    for (Charset charset : List.of(UTF_8, UTF_16LE, Charset.forName("windows-1252"))) {
      String marked = charset.equals(UTF_16LE) ? "\uFEFF" + table : table;

      Read read = read(FileKind.TABLE, "x.csv", marked.getBytes(charset));

      assertThat(read.rows)
          .containsExactly(
              Map.of(
                  "title", "Chambre",
                  "url", "https://a.example.org/1",
                  "text", "Une chambre; pour une"));
    }
  }

  @Test
  void readsAChatOfTelegramWithoutItsNotices() throws IOException {
    String json =
        """
        {"name": "Invented group", "type": "public_channel", "messages": [
         {"id": 1, "type": "message", "date": "2026-01-02T03:04:05", "from": "Kim",
          "text": [{"type": "bold", "text": "Room"}, " to let"]},
         {"id": 2, "type": "service", "text": "Kim joined"}]}
        """;

    Read read = read(FileKind.CHAT_JSON, "result.json", json.getBytes(UTF_8));

    assertThat(read.rows).hasSize(1);
    assertThat(read.rows.getFirst())
        .containsEntry("text", "Room to let")
        .containsEntry("posted", "2026-01-02T03:04:05Z");
    assertThat(read.fields.getFirst()).containsEntry("author", "Kim");
  }

  @Test
  void keepsWhatAMessageSaysWhoseTextHasPartsWithoutText() throws IOException {
    String chat =
        """
        {"messages": [
          {"id": 1, "type": "message", "date": 1767225600, "text": ["Cooks ", "wanted"]},
          {"id": 2, "type": "message", "date": 1767225600, "text": ["Room ", {"type": "sticker"}, "to let"]}]}
        """;

    Read read = read(FileKind.CHAT_JSON, "result.json", chat.getBytes(UTF_8));

    assertThat(read.rows)
        .extracting(row -> row.get("text"))
        .containsExactly("Cooks wanted", "Room to let");
  }

  @Test
  void readsAChatOfWhatsAppWithLinesThatGoOn() throws IOException {
    String chat =
        "12/29/25, 10:30 PM - Kim: Room to let\nfor one\n12/29/25, 10:31 PM - Lee: <Media omitted>\n"
            + "12/30/25, 9:00 AM - Messages are end-to-end encrypted\n12/30/25, 9:01 AM - +1 555 0101: Mine\n";

    Read read = read(FileKind.CHAT_TEXT, "chat.txt", chat.getBytes(UTF_8));

    assertThat(read.rows)
        .extracting(row -> row.get("text"))
        .containsExactly("Room to let\nfor one", "Mine");
    assertThat(read.rows.getFirst()).containsEntry("posted", "2025-12-29T22:30:00Z");
  }

  @Test
  void readsAMailWithItsEncodedWordsAndParts() throws IOException {
    String mail =
        """
        From: Kim <kim@example.org>
        Subject: =?utf-8?B?Q2hhbWJyZSDDoCBsb3Vlcg==?=
        Date: Fri, 2 Jan 2026 03:04:05 +0000
        Content-Type: multipart/alternative; boundary="b1"

        --b1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Une chambre =C3=A0 Lyon
        --b1
        Content-Type: text/html; charset=utf-8

        <p>Une chambre</p>
        --b1--
        """;

    Read read = read(FileKind.MAIL, "x.eml", mail.getBytes(UTF_8));

    assertThat(read.rows.getFirst())
        .containsEntry("title", "Chambre à louer")
        .containsEntry("text", "Une chambre à Lyon")
        .containsEntry("posted", "2026-01-02T03:04:05Z");
    assertThat(read.fields.getFirst()).containsEntry("email", "kim@example.org");
  }

  @Test
  void readsWhatLiesInAZipAndGoesOnAfterABrokenFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a/broken.json"));
      zip.write("{\"messages\": [{\"type\": \"message\"".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("b.txt"));
      zip.write("An invented text".getBytes(UTF_8));
      zip.closeEntry();
    }

    Read read = read(FileKind.ZIP, "x.zip", bytes.toByteArray());

    assertThat(read.unread).containsExactly("broken");
    assertThat(read.rows).containsExactly(Map.of("text", "An invented text"));
  }

  @Test
  void readsThePagesOfAnHttpArchive() throws IOException {
    String har =
        """
        {"log": {"entries": [{"startedDateTime": "2026-01-02T03:04:05Z",
         "request": {"url": "https://a.example.org/1"},
         "response": {"status": 200, "content": {"mimeType": "text/html", "text": "<p>Invented</p>"}}}]}}
        """;

    assertThat(read(FileKind.HAR, "x.har", har.getBytes(UTF_8)).pages)
        .containsExactly("https://a.example.org/1");
  }

  @Test
  void saysOfAFileWithoutAWordThatItIsEmpty() throws IOException {
    assertThat(read(FileKind.TEXT, "x.txt", "  \n".getBytes(UTF_8)).unread)
        .containsExactly("empty");
  }

  @Test
  void doesNotTakeSettingsForAdverts() {
    assertThat(FileKind.recognise("notes.yaml", "key: value\n".getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><p>x",
        "<!-- a --> <!-- b -->\n<!DOCTYPE html>\n<HTML lang='en'>",
        "<?xml version='1.0'?>\n\n<html xmlns='x'>"
      })
  void takesForAPageWhatBeginsAsOne(String start) {
    assertThat(FileKind.recognise("x", start.getBytes(UTF_8))).contains(FileKind.PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?>", "<!-- -->", "<!---->\n", " ", "<!doctype>"})
  void isNotLedAstrayByWhatStandsBeforeNoPageAtAll(String piece) {
    String start = "<!-- -->" + piece.repeat(8_000) + "<feed>";

    assertThat(FileKind.recognise("x", start.getBytes(UTF_8))).contains(FileKind.XML);
  }
}
