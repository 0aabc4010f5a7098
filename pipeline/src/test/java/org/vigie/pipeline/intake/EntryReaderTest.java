package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.extract.site.SiteTemplates;

class EntryReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir Path folder;

  @Test
  void readsAnAdvertWithNothingButText() throws IOException {
    Advert advert = adverts(jsonl("{\"text\":\"x\"}\n")).get(0);

    assertThat(advert.body()).isEqualTo("x");
    assertThat(advert.site()).isEqualTo("input");
    assertThat(advert.channel()).isEqualTo(Channel.FILE);
    assertThat(advert.time()).isEqualTo(NOW);
    assertThat(advert.mandate()).isEqualTo("m-1");
    assertThat(advert.provenance()).isNotNull();
    assertThat(advert.provenance().position()).isEqualTo(1);
  }

  @Test
  void readsAnAdvertOfWhichOnlyTheTitleIsKnown() throws IOException {
    Advert advert = adverts(jsonl("{\"title\":\"x\"}\n")).get(0);

    assertThat(advert.title()).isEqualTo("x");
    assertThat(advert.body()).isEmpty();
  }

  @Test
  void readsEveryKeyOfTheSchema() throws IOException {
    String line =
        """
        {"id":"7","title":"Work abroad","text":"Pick fruit","url":"https://example.org/7",\
        "site":"example.org","channel":"job_board","posted":"2026-01-02T03:04:05+01:00",\
        "seen":"2026-01-03","lang":"EN","country":"ie","place":"Athlone",\
        "fields":{"salary":"900 EUR","tags":["a"]},"label":1,"unknown":{"a":1}}
        """;

    Advert advert = adverts(jsonl(line)).get(0);

    assertThat(advert)
        .isEqualTo(
            Advert.builder(Channel.JOB_BOARD, "example.org", Instant.parse("2026-01-03T00:00:00Z"))
                .sourceId("7")
                .url("https://example.org/7")
                .title("Work abroad")
                .body("Pick fruit")
                .postedAt(Instant.parse("2026-01-02T02:04:05Z"))
                .language("en")
                .country("IE")
                .place("Athlone")
                .field("salary", "900 EUR")
                .mandate("m-1")
                .provenance(advert.provenance())
                .build());
  }

  @Test
  void takesWhatStandsBesideTheKeysForTheFieldsThatItsNamesTell() throws IOException {
    String line =
        """
        {"text":"Pick fruit","account":"farm.team7","name":"Anna","phone":"+44 7700 900123",\
        "mail":"work@example.org","company":"Green Ltd","price":12,"contact":"ask Anna",\
        "score":3,"advert":"a-1","fields":{"salary":"900 EUR","price":"11 EUR"}}
        """;

    assertThat(adverts(jsonl(line)).getFirst().fields())
        .isEqualTo(
            Map.of(
                "author", "farm.team7",
                "contact", "ask Anna",
                "email", "work@example.org",
                "organization", "Green Ltd",
                "price", "11 EUR",
                "salary", "900 EUR",
                "telephone", "+44 7700 900123"));
  }

  @Test
  void takesTheCommonestOfSeveralNamesForOnePart() throws IOException {
    String line = "{\"text\":\"x\",\"username\":\"b\",\"author\":\"a\",\"user\":\" \"}";

    assertThat(adverts(jsonl(line)).getFirst().fields()).isEqualTo(Map.of("author", "a"));
  }

  @Test
  void takesTheTextFromAnotherNameWhereItsKeyIsAbsent() throws IOException {
    String line =
        """
        {"title":"Cook","description":"Room above","link":"https://example.org/1","date":1767312000,\
        "author":{"id":7,"username":"farm.team7"},"city":"Cork","phones":["+44 7700 900123"]}
        {"title":"Cook","summary":"short","text":"Room above","date":"last week"}
        """;

    List<Advert> adverts = adverts(jsonl(line));

    assertThat(adverts).extracting(Advert::body).containsExactly("Room above", "Room above");
    assertThat(adverts).extracting(Advert::url).containsExactly("https://example.org/1", "");
    assertThat(adverts).extracting(Advert::place).containsExactly("Cork", "");
    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(Instant.parse("2026-01-02T00:00:00Z"), null);
    assertThat(adverts.getFirst().fields())
        .isEqualTo(Map.of("author", "farm.team7", "telephone", "+44 7700 900123"));
  }

  @Test
  void keepsABadLineWithReasonAndPlaceAndGoesOn() throws IOException {
    List<Intake> read = read(jsonl("{\"text\":\"x\"}\nnot json\n\n{\"text\":\"y\"}\n"));

    assertThat(adverts(read)).extracting(Advert::body).containsExactly("x", "y");
    assertThat(dead(read))
        .containsExactly(
            new DeadLetter(
                "input",
                2,
                "not-json",
                "a line must be one JSON object, but it isn't at column 1",
                "not json"));
  }

  @Test
  void tellsWhatIsWrongWithALineThatIsJsonButNoAdvert() throws IOException {
    List<Intake> read =
        read(
            jsonl(
                """
                []
                {"title":" "}
                {"text":"a","posted":"yesterday"}
                {"text":"a","country":"Nowhereland"}
                {"text":"a","channel":"carrier pigeon"}
                {"text":"a"} {"text":"b"}
                {"text":"a","text":"b"}
                {"text":"last"}
                """));

    assertThat(dead(read))
        .extracting(DeadLetter::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(adverts(read)).extracting(Advert::body).containsExactly("last");
  }

  @Test
  void readsWhatATruncatedGzipStillHolds() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append("{\"text\":\"advert ").append(i * 7919L).append("\"}\n");
    }
    byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
    Path cut = folder.resolve("cut.jsonl.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    List<Intake> read = read(manifest(cut, InputFormat.JSONL, Map.of()));

    assertThat(adverts(read)).hasSizeBetween(1_000, 4_000);
    assertThat(dead(read)).extracting(DeadLetter::kind).containsExactly("truncated-gzip");
  }

  @Test
  void survivesAGzipThatIsNone() throws IOException {
    Path file = folder.resolve("bad.jsonl.gz");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9});

    assertThat(dead(read(manifest(file, InputFormat.JSONL, Map.of()))))
        .extracting(DeadLetter::kind)
        .containsExactly("truncated-gzip");
  }

  @Test
  void passesOverALineTooLongForTheHeapAndOneThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] filler = new byte[LineReader.MAX_LINE + 10];
      Arrays.fill(filler, (byte) 'a');
      out.write(filler);
      out.write("\n{\"text\":\"".getBytes(StandardCharsets.UTF_8));
      out.write(0xff);
      out.write("\"}\r\n{\"text\":\"good\"}".getBytes(StandardCharsets.UTF_8));
    }

    List<Intake> read = read(manifest(file, InputFormat.JSONL, Map.of()));

    assertThat(dead(read))
        .extracting(DeadLetter::kind)
        .containsExactly("line-too-long", "not-utf8");
    assertThat(adverts(read)).extracting(Advert::body).containsExactly("good");
  }

  @Test
  void readsCsvByItsMappingWithLineBreaksInQuotes() throws IOException {
    String csv = "ref,description,city,pay\r\n1,\"two\nlines\",Cork,900 EUR\r\n2,plain,,\r\n";
    Map<String, String> mapping =
        Map.of("id", "ref", "text", "description", "place", "city", "fields.salary", "pay");

    List<Advert> adverts = adverts(csv(csv, mapping));

    assertThat(adverts).extracting(Advert::body).containsExactly("two\nlines", "plain");
    assertThat(adverts).extracting(Advert::place).containsExactly("Cork", "");
    assertThat(adverts.get(0).fields()).isEqualTo(Map.of("salary", "900 EUR"));
  }

  @Test
  void losesOneLineToAStrayQuoteAndNotTheRestOfTheFile() throws IOException {
    String csv = "text,place\nfirst,Cork\n\"open,Cork\nthird,Cork\nfourth\nfifth,Cork\n";

    List<Intake> read = read(csv(csv, Map.of()));

    assertThat(adverts(read)).extracting(Advert::body).containsExactly("first", "third", "fifth");
    assertThat(dead(read))
        .extracting(DeadLetter::kind, DeadLetter::position)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("open-quote", 3L),
            org.assertj.core.groups.Tuple.tuple("wrong-width", 5L));
  }

  private InputManifest jsonl(String content) throws IOException {
    Path file = folder.resolve("input.jsonl");
    Files.writeString(file, content);
    return manifest(file, InputFormat.JSONL, Map.of());
  }

  private InputManifest csv(String content, Map<String, String> mapping) throws IOException {
    Path file = folder.resolve("input.csv");
    Files.writeString(file, content);
    return manifest(file, InputFormat.CSV, mapping);
  }

  private static InputManifest manifest(Path file, InputFormat format, Map<String, String> mapping)
      throws IOException {
    return new InputManifest(
        "i-1",
        file.toString(),
        "input",
        Files.size(file),
        new InputManifest.Layout(format, mapping, "input"),
        new InputManifest.Acceptance("m-1", NOW));
  }

  private static List<Intake> read(InputManifest input) throws IOException {
    List<Intake> all = new ArrayList<>();
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (List<Intake> entry = reader.next(); entry != null; entry = reader.next()) {
        all.addAll(entry);
      }
    }
    return all;
  }

  private static List<Advert> adverts(InputManifest input) throws IOException {
    return adverts(read(input));
  }

  private static List<Advert> adverts(List<Intake> read) {
    return read.stream().filter(i -> i.advert() != null).map(Intake::advert).toList();
  }

  private static List<DeadLetter> dead(List<Intake> read) {
    return read.stream().filter(i -> i.deadLetter() != null).map(Intake::deadLetter).toList();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
