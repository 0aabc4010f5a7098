package org.vigie.capture.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm, or by programs with habits of their own. */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFileTest {
  private static final String SHEET =
      "<worksheet><sheetData><row><c r='A1' t='inlineStr'><is><t>title</t></is></c>"
          + "<c r='B1' t='inlineStr'><is><t>text</t></is></c></row>"
          + "<row><c r='A2' t='inlineStr'><is><t>Waiter</t></is></c>"
          + "<c r='B2' t='inlineStr'><is><t>Work in a hotel</t></is></c></row>";

  /** What a file was read into. */
  private static final class Read implements FileSink {
    private final List<String> texts = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<byte[]> pages = new ArrayList<>();

    @Override
    public void row(Map<String, String> parts, Map<String, String> more) {
      texts.add(parts.getOrDefault("text", ""));
    }

    @Override
    public void page(String url, String type, byte[] body, @Nullable Instant at) {
      pages.add(body);
    }

    @Override
    public void unread(String part, String kind, String reason) {
      unread.add(kind);
    }
  }

  private static Read read(String name, byte[] bytes) throws IOException {
    Read read = new Read();
    FileKind.recognise(name, bytes)
        .orElseThrow()
        .read(new FileSource(name, bytes, Map.of(), 0), read);
    return read;
  }

  private static Read read(String name, String text) throws IOException {
    return read(name, text.getBytes(UTF_8));
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i].toString()));
        zip.write(
            namesAndContents[i + 1] instanceof byte[] content
                ? content
                : namesAndContents[i + 1].toString().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] workbook(String more, String styles) throws IOException {
    return zip(
        "xl/workbook.xml",
        "<workbook/>",
        "xl/styles.xml",
        styles,
        "xl/worksheets/sheet1.xml",
        SHEET + more + "</sheetData></worksheet>");
  }

  @Test
  void tellsWhatManyLinesLikeHeadersAre() throws IOException {
    assertThat(FileKind.recognise("x.txt", "a:b\n".repeat(20_000).getBytes(UTF_8))).isPresent();
  }

  @Test
  void goesOnAfterAFileThatItsReaderFailsOn() throws IOException {
    String beforeAllTime =
        "{\"messages\": [{\"type\": \"message\", \"date\": -9223372036854775808, \"text\": \"Work\"}]}";

    Read read = read("x.zip", zip("a.json", beforeAllTime, "b.txt", "An invented text"));

    assertThat(read.unread).containsExactly("broken");
    assertThat(read.texts).containsExactly("An invented text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row><c r='A3' t='s'><v>x</v></c></row>",
        "<row><c r='A3' s='x'><v>1</v></c></row>",
        "<row><is><t>x</t></is></row>",
        "<row><c r='A3' s='0'><v>1e300</v></c></row>",
        "<row><c r='ZZZZZZZZZZ3'><v>1</v></c></row>"
      })
  void readsTheRestOfASheetWithAnOddCell(String odd) throws IOException {
    String styles =
        "<s><numFmts><numFmt formatCode='d'/></numFmts><cellXfs><xf numFmtId='14'/></cellXfs></s>";

    assertThat(read("x.xlsx", workbook(odd, styles)).texts).contains("Work in a hotel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\u000B"})
  void joinsNoMessageToThatOfAnotherPerson(String lineBreak) throws IOException {
    String chat =
        "01/02/2026, 10:00 - Ann: Call +32470000001\n01/02/2026, 10:01 - Bob: Work"
            + lineBreak
            + "call +32470000002\n";

    assertThat(read("x.txt", chat).texts)
        .containsExactly("Call +32470000001", "Work" + lineBreak + "call +32470000002");
  }

  @Test
  void readsAChatOfCarriageReturns() throws IOException {
    assertThat(read("x.txt", "01/02/2026, 10:00 - Ann: One\r01/02/2026, 10:01 - Bob: Two\r").texts)
        .containsExactly("One", "Two");
  }

  @Test
  void readsAChatInTimeThatGrowsWithItsLength() throws IOException {
    String message = "01/02/2026, 10:00 - Ann: Call me\n";

    assertThat(read("x.txt", message.repeat(2) + "\n".repeat(2_000_000)).texts).hasSize(2);
    assertThat(
            read("x.txt", message.repeat(2) + "01/02/2026, 10:00" + " ".repeat(200_000) + "\u2028")
                .texts)
        .hasSize(2);
  }

  @Test
  void readsTheFieldsOfAMailInTimeThatGrowsWithTheirLength() throws IOException {
    for (String field : List.of("Date: " + "(".repeat(500_000), "From: " + "<".repeat(500_000))) {
      assertThat(read("x.eml", field + "\nSubject: s\n\nInvented").texts)
          .containsExactly("Invented");
    }
  }

  @Test
  void readsATableOfManyColumnsAndRowsInTimeThatGrowsWithItsLength() throws IOException {
    String header = "text," + "c,".repeat(TableReader.MOST_COLUMNS - 1) + ",".repeat(100_000);
    String table = header + "\n" + "Work,b\n".repeat(100_000);

    assertThat(read("x.csv", table).texts).hasSize(100_000);
  }

  @Test
  void readsACellOfManyParagraphsInTimeThatGrowsWithItsLength() throws IOException {
    String content =
        "<d><table><table-row><table-cell><p>title</p></table-cell><table-cell><p>text</p>"
            + "</table-cell></table-row><table-row><table-cell><p>Waiter</p></table-cell>"
            + "<table-cell>"
            + "<p>a</p>".repeat(1_000_000)
            + "</table-cell></table-row></table></d>";

    assertThat(read("x.ods", zip("mimetype", "", "content.xml", content)).texts).hasSize(1);
  }

  @Test
  void readsTheFormatsOfAWorkbookInTimeThatGrowsWithTheirLength() throws IOException {
    String styles =
        "<s><numFmts><numFmt numFmtId='200' formatCode='"
            + "[".repeat(1_000_000)
            + "'/></numFmts></s>";

    assertThat(read("x.xlsx", workbook("", styles)).texts).containsExactly("Work in a hotel");
  }

  @Test
  void saysThatAWorkbookHasMoreCellsThanAreRead() throws IOException {
    String row = "<row><c r='A1' t='inlineStr'><is><t>x</t></is></c><c r='SF1'><v>1</v></c></row>";

    Read read = read("x.xlsx", workbook(row.repeat(12_000), "<s/>"));

    assertThat(read.unread).containsExactly("too-large");
    assertThat(read.texts).startsWith("Work in a hotel");
  }

  @Test
  void repeatsNoMoreOfASpreadsheetThanThereIsRoomFor() throws IOException {
    String row =
        "<table-row number-rows-repeated='1000'><table-cell number-columns-repeated='400'><p>"
            + "Work abroad ".repeat(1_000)
            + "</p></table-cell></table-row>";
    String content =
        "<d><table><table-row><table-cell><p>text</p></table-cell><table-cell><p>title</p>"
            + "</table-cell></table-row>"
            + row.repeat(50)
            + "</table></d>";

    Read read = read("x.ods", zip("mimetype", "", "content.xml", content));

    assertThat(read.unread).contains("too-large");
    assertThat(read.texts).hasSizeLessThan(100);
  }

  /** Writes a PDF of some objects, the first of which is its root. */
  private static byte[] pdf(List<String> objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
    pdf.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1);
    return pdf.append(" >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF")
        .toString()
        .getBytes(UTF_8);
  }

  private static String stream(String dictionary, String content) {
    return "<< %s /Length %d >>\nstream\n%s\nendstream"
        .formatted(dictionary, content.length(), content);
  }

  private static List<String> pages(String kids, String content) {
    return new ArrayList<>(
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [" + kids + "] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources <<"
                + " /XObject << /F 6 0 R >> /Font << /A 5 0 R >> >> >>",
            stream("", content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsAtAPdfWhoseFormsShowEachOther() {
    List<String> objects = pages("3 0 R", "/F Do ".repeat(10));
    for (int next = 7; next < 17; next++) {
      String resources = "/Resources << /XObject << /F %d 0 R >> >>".formatted(next);
      objects.add(
          stream(
              "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources, "/F Do ".repeat(10)));
    }
    objects.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "q Q"));

    assertThatThrownBy(() -> read("x.pdf", pdf(objects))).isInstanceOf(IOException.class);
  }

  @Test
  void believesNoPdfHowManyPagesItHas() throws IOException {
    String words = "BT /A 9 Tf (work) Tj ET";

    assertThat(read("x.pdf", pdf(pages("3 0 R", words))).texts).containsExactly("work");
    assertThatThrownBy(() -> read("x.pdf", pdf(pages("3 0 R ".repeat(300), words))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void unpacksNoMoreOfArchivesInArchivesThanOfOne() throws IOException {
    byte[] archive = zip("zeros.bin", new byte[32 << 20]);
    for (int depth = 0; depth < 3; depth++) {
      Object[] copies = new Object[40];
      for (int i = 0; i < copies.length; i += 2) {
        copies[i] = i + ".zip";
        copies[i + 1] = archive;
      }
      archive = zip(copies);
    }

    assertThat(read("x.zip", archive).unread).contains("broken");
  }

  @Test
  void readsAnArchiveWithNamesInACodePage() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM866"))) {
      zip.putNextEntry(new ZipEntry("реклама.txt"));
      zip.write("An invented text".getBytes(UTF_8));
      zip.closeEntry();
    }

    assertThat(read("x.zip", bytes.toByteArray()).texts).containsExactly("An invented text");
  }

  @Test
  void refusesAnArchiveThatNamesTwoFilesTheSame() throws IOException {
    String twice = new String(zip("a1.txt", "Work one", "a2.txt", "Work two"), ISO_8859_1);

    assertThatThrownBy(() -> read("x.zip", twice.replace("a2.txt", "a1.txt").getBytes(ISO_8859_1)))
        .hasMessageContaining("names one twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "UTF-32BE",
        "x-UTF-16LE-BOM",
        "X-UTF-32LE-BOM",
        "X-UTF-32BE-BOM",
        "windows-1251",
        "KOI8-R"
      })
  void readsATextWithOrWithoutAMark(String charset) throws IOException {
    for (String text :
        List.of(
            "Работа за границей! Звоните, жильё и документы у хозяина.\nЕщё слова о работе.",
            charset.startsWith("windows") || charset.startsWith("KOI")
                ? "Работа в отеле каждый день и каждую ночь"
                : "Work in a hotel, call now. Good pay for all.")) {
      assertThat(read("x.txt", text.getBytes(Charset.forName(charset))).texts)
          .containsExactly(text);
    }
  }

  @Test
  void joinsNoRowsWhereAQuoteIsNeverClosed() throws IOException {
    Read read =
        read(
            "x.csv",
            "title,text,phone\nWaiter,\"Best work,+32470000001\nMaid,House work,+32470000002\n");

    assertThat(read.texts).containsExactly("\"Best work", "House work");
    assertThat(read.unread).containsExactly("open-quote");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/csv; name=a.csv\nContent-Disposition: inline; filename=a.csv",
        "Content-Type: text/csv\nContent-Disposition: attachment; filename=a.csv",
        "Content-Type: application/octet-stream; name=a.csv",
        "Content-Type: text/csv\nContent-Disposition: attachment; filename*0=\"a\"; filename*1=.csv"
      })
  void keepsWhatIsAttachedApartFromAMail(String head) throws IOException {
    String mail =
        "Content-Type: multipart/mixed; boundary=x\nSubject: s\n\n--x\n\nHello\n--x\n"
            + head
            + "\n\ntitle,text,id\nWaiter,Work,1\nMaid,House,2\n--x--\n";
    boolean inline = head.contains("inline");

    assertThat(read("x.eml", mail).texts)
        .containsExactlyElementsOf(
            inline
                ? List.of("Hello\ntitle,text,id\nWaiter,Work,1\nMaid,House,2")
                : List.of("Work", "House", "Hello"));
  }

  @Test
  void readsNoTableOfMoreColumnsThanAnyListHas() throws IOException {
    String row = "text" + ",x".repeat(TableReader.MOST_COLUMNS - 1) + "\n";
    assertThat(read("x.csv", row + row).unread).isEmpty();

    Read read = read("x.csv", row.strip() + ",x\n" + row);

    assertThat(read.texts).isEmpty();
    assertThat(read.unread).containsExactly("too-many-columns");
  }

  @Test
  void saysWhatPartsOfAMailItDoesNotRead() throws IOException {
    String text = "--x\nContent-Type: text/plain\n\nword\n";
    String head = "Content-Type: multipart/mixed; boundary=x\nSubject: s\n\n";
    StringBuilder deep = new StringBuilder("Subject: s\n");
    for (int i = 0; i < 12; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }

    assertThat(read("x.eml", head + text.repeat(1_500) + "--x--\n").unread)
        .containsExactly("too-many-parts");
    assertThat(read("x.eml", deep + "\n\nWork").unread).containsExactly("too-deep");
    assertThat(
            read("x.eml", head + "--x\nContent-Type: application/pdf\n\n%PDF-1.4 broken\n--x--\n")
                .unread)
        .containsExactly("broken");
  }

  @Test
  void handsOnALongListInPiecesThatAreReadWhole() throws IOException {
    String post = "{\"title\": \"Invented\", \"text\": \"An offer\"},";

    assertThat(read("x.json", "[" + post.repeat(2_500) + "{}]").pages).hasSize(3);
    assertThat(read("x.json", "[" + post.repeat(10) + "{}]").pages).hasSize(1);
  }

  @Test
  void takesAFileThatThereIsNoMemoryForAsBroken() throws IOException {
    FileSink full =
        new FileSink() {
          @Override
          public void row(Map<String, String> parts, Map<String, String> more) {
            throw new OutOfMemoryError("invented");
          }

          @Override
          public void page(String url, String type, byte[] body, @Nullable Instant at) {}

          @Override
          public void unread(String part, String kind, String reason) {}
        };

    assertThatThrownBy(
            () -> FileKind.TEXT.read(new FileSource("x.txt", new byte[] {'a'}, Map.of(), 0), full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void endsAtAFileThatRepeatsItsNamesWithoutEnd() {
    String messages = "{\"type\": \"message\", \"text\": \"a\"},".repeat(100_000);
    String chat =
        "{\"type\": \"x\", \"messages\": ["
            + messages
            + "{}], \"name\": \""
            + "n".repeat(100_000)
            + "\"}";
    String table = "text," + "n".repeat(100_000) + "\n" + "a,b\n".repeat(100_000);

    assertThatThrownBy(() -> read("x.json", chat)).hasMessageContaining("repeats");
    assertThatThrownBy(() -> read("x.csv", table)).hasMessageContaining("repeats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "x-UTF-16LE-BOM", "UTF-32BE", "X-UTF-32LE-BOM"})
  void handsOnASavedPageInACharsetThatBrowsersRead(String charset) throws IOException {
    String page =
        "<html><head><title>Waiter</title></head><body><p>Work in a hotel</p></body></html>";

    assertThat(read("x.html", page.getBytes(Charset.forName(charset))).pages)
        .containsExactly(page.getBytes(UTF_8));
  }

  @Test
  void saysWhatOfAMessageOfOutlookIsNotRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem store = new POIFSFileSystem()) {
      store.createDocument(
          new ByteArrayInputStream("Subject".getBytes(UTF_8)), "__substg1.0_0037001E");
      store.createDocument(new ByteArrayInputStream(new byte[40]), "__substg1.0_10090102");
      store.createDirectory("__attach_version1.0_#00000000");
      store.writeFilesystem(bytes);
    }

    assertThat(read("x.msg", bytes.toByteArray()).unread).containsExactly("rtf-body", "not-read");
  }
}
