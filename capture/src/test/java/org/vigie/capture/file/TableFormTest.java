package org.vigie.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableFormTest {
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<TableStart> starts = new ArrayList<>();

  private final FileSink sink =
      new FileSink() {
        @Override
        public void row(Map<String, String> parts, Map<String, String> fields) {
          rows.add(parts);
        }

        @Override
        public void page(String url, String type, byte[] body, java.time.@Nullable Instant at) {}

        @Override
        public void unread(String part, String kind, String reason) {}

        @Override
        public void table(TableStart start) {
          starts.add(start);
        }
      };

  private void read(byte[] bytes, TableForm form) throws IOException {
    FileKind kind = FileKind.recognise("list.txt", bytes, form).orElseThrow();
    kind.read(new FileSource("list.txt", bytes, Map.of(), form), sink);
  }

  @Test
  void readsATableInTheEncodingAndWithTheSeparatorThatAPersonNames() throws IOException {
    byte[] bytes = "title^text\nдом^комната\n".getBytes(Charset.forName("koi8-r"));

    read(bytes, TableForm.typed("koi8-r", "^"));

    assertThat(rows).containsExactly(Map.of("title", "дом", "text", "комната"));
    assertThat(starts)
        .containsExactly(
            new TableStart(
                "",
                "KOI8-R, '^'",
                List.of("title", "text"),
                List.of("title", "text"),
                List.of(List.of("дом", "комната"))));
  }

  @Test
  void tellsTheFirstThreeRowsOfWhatItGuessed() throws IOException {
    read("title;text;n\na;b;1\nc;d;2\ne;f;3\ng;h;4\n".getBytes(UTF_8), TableForm.guessed());

    assertThat(starts.getFirst().written()).isEqualTo("UTF-8, semicolon");
    assertThat(starts.getFirst().rows()).hasSize(3).contains(List.of("e", "f", "3"));
    assertThat(rows).hasSize(4);
  }

  @Test
  void proposesWhatColumnsAreByWhatStandsInThem() throws IOException {
    String table =
        """
        A;B;C;D
        Quiet room with a desk;01.02.2026;+44 7700 900123;€ 450,00
        Help wanted in a kitchen;03.02.2026;+44 7700 900124;12 EUR
        """;

    read(table.getBytes(UTF_8), TableForm.guessed());

    assertThat(starts.getFirst().keys())
        .containsExactly("text", "posted", "fields.telephone", "fields.price");
  }

  @Test
  void refusesAFileThatIsNotInTheEncodingNamed() {
    assertThatThrownBy(() ->
            read(
                "title;text;n\n\u00e9;b;1\n".getBytes(Charset.forName("windows-1252")),
                TableForm.typed("utf-8", ";")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--encoding")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void saysWhichNamesThereAreWhereOneIsUnknown() {
    assertThatThrownBy(() -> TableForm.typed("klingon-1", ""))
        .hasMessageContaining("must be a charset such as utf-8");
    assertThatThrownBy(() -> TableForm.typed("", "ab"))
        .hasMessageContaining("comma, semicolon, tab, pipe, space");
    assertThatThrownBy(() -> TableForm.typed("", "\"")).hasMessageContaining("quote");
  }

  @Test
  void findsTheAddressesOfBookmarks() throws IOException {
    byte[] bytes =
        """
        <!DOCTYPE NETSCAPE-Bookmark-file-1>
        <DL><p><DT><A HREF="https://a.example.org/?x=1&amp;y=2">A</A>
        <DT><A HREF="javascript:void(0)">B</A></DL>
        """
            .getBytes(UTF_8);

    assertThat(Bookmarks.is(bytes)).isTrue();
    assertThat(Bookmarks.read(bytes))
        .isEqualTo(new Bookmarks(List.of("https://a.example.org/?x=1&y=2"), 1));
    assertThat(Bookmarks.is("<html>".getBytes(UTF_8))).isFalse();
  }

  @Test
  void takesHoursFromAndUntilForNoZone() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.TABLE,
            "shifts.csv",
            "date,text\n14.05.2026 10:00-18:00,Picking\n14.05.2026 08:00 - 12:00,Packing\n"
                + "14.05.2026 08:00-10:00,Cleaning\n14.05.2026 08:00:00-03:00,Driving\n");

    assertThat(read.parts("posted"))
        .containsExactly(
            "2026-05-14T10:00:00Z",
            "2026-05-14T08:00:00Z",
            "2026-05-14T08:00:00Z",
            "2026-05-14T11:00:00Z");
  }

  @Test
  void tellsByAllDaysOfAColumnWhetherTheMonthComesFirst() throws IOException {
    ReadFile read =
        ReadFile.of(
            FileKind.TABLE,
            "us.csv",
            "date,text\n5/4/2026 9:30 PM,Room to let\n5/14/2026 8:00 AM,Room for one\n");

    assertThat(read.parts("posted"))
        .containsExactly("2026-05-04T21:30:00Z", "2026-05-14T08:00:00Z");
  }
}
