package org.vigie.pipeline.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.lines.LineErasure;
import org.vigie.pipeline.lines.LineRange;
import org.vigie.pipeline.workspace.Workspace;

/** Folders with a file that can't be read, and lines in UTF-16. */
class UnfitFilesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));
  private static final String TWO_LINES =
      "{\"text\":\"чай 🫖 one\"}\r\nnot json\n{\"text\":\"two\"}\n";

  @TempDir Path folder;
  private Inbox inbox;
  private final List<Advert> adverts = new ArrayList<>();
  private final List<DeadLetter> dead = new ArrayList<>();

  @BeforeEach
  void openInbox() {
    inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void doNotStopTheOthersOfTheirFolder() throws IOException {
    write("in/a.csv", "a,b\n1,2".getBytes(UTF_8));
    write("in/deep/a.csv", "a,b\n1,2".getBytes(UTF_8));
    write("in/b.csv", marked("\"a,\"b\n\"1,\"2\n\"\"\"x", UTF_16LE));
    write("in/c.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, '\n', 0, 5});
    write("in/d.csv", new byte[0]);
    write("in/good.csv", "text\nfirst\n".getBytes(UTF_8));
    write("in/z.jsonl", "{\"text\":\"last\"}\n".getBytes(UTF_8));

    read(inbox.accept(folder.resolve("in"), Map.of(), MANDATE));

    assertThat(adverts).extracting(Advert::body).containsExactlyInAnyOrder("first", "last");
    assertThat(dead).extracting(DeadLetter::container).contains("a.csv", "b.csv", "c.csv");
    assertThat(dead)
        .filteredOn(letter -> letter.container().equals("a.csv"))
        .extracting(DeadLetter::kind, DeadLetter::raw)
        .containsExactlyInAnyOrder(tuple("unfit-file", "a.csv"), tuple("unfit-file", "deep/a.csv"));
    assertThat(dead)
        .filteredOn(letter -> letter.raw().equals("a.csv"))
        .extracting(DeadLetter::reason)
        .allMatch(reason -> reason.contains("--map text=COLUMN") && reason.contains("[a, b]"));
    assertThat(inbox.taken())
        .filteredOn(file -> file.unread() > 0)
        .extracting(file -> String.valueOf(file.file().getFileName()))
        .contains("a.csv", "c.csv");
  }

  @Test
  void doNotStopAFolderWithoutTheColumnThatIsAskedFor() throws IOException {
    write("in/a.csv", "text,price\nfirst,5\n".getBytes(UTF_8));
    write("in/b.csv", "body,price\nsecond,5\n".getBytes(UTF_8));

    read(inbox.accept(folder.resolve("in"), Map.of("text", "body"), MANDATE));

    assertThat(adverts).extracting(Advert::body).containsExactly("second");
    assertThat(dead).extracting(DeadLetter::container).containsExactly("a.csv");
  }

  @Test
  void areRefusedAlone() throws IOException {
    Path none = write("a.csv", "a,b\n1,2".getBytes(UTF_8));
    Path wide = write("b.csv", marked("a,b\n1,2", UTF_16LE));

    for (Path file : List.of(none, wide)) {
      assertThatThrownBy(() -> inbox.accept(file, Map.of(), MANDATE))
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageContaining("--map text=COLUMN")
          .hasMessageContaining("[a, b]");
    }
    assertThat(inbox.accepted()).isEmpty();
    assertThat(folder.resolve("ws/inbox/spool")).isEmptyDirectory();
  }

  @Test
  void areNotLinesInUtf16() throws IOException {
    read(inbox.accept(write("a.jsonl", marked(TWO_LINES, UTF_16LE)), Map.of(), MANDATE));
    List<Advert> little = List.copyOf(adverts);
    adverts.clear();
    read(inbox.accept(write("b.jsonl", marked(TWO_LINES, UTF_16BE)), Map.of(), MANDATE));

    assertThat(little).extracting(Advert::body).containsExactly("чай 🫖 one", "two");
    assertThat(adverts).extracting(Advert::body).containsExactly("чай 🫖 one", "two");
    assertThat(dead).extracting(DeadLetter::position).containsOnly(2L);
    assertThat(dead).extracting(DeadLetter::kind).containsOnly("not-json");
  }

  @Test
  void areNotLinesInUtf16WithoutAnEndingOrCompressedOrPiped() throws IOException {
    read(inbox.accept(write("lines", marked(TWO_LINES, UTF_16BE)), Map.of(), MANDATE));
    Path packed = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(marked("{\"text\":\"packed\"}\n", UTF_16LE));
    }
    read(inbox.accept(packed, Map.of(), MANDATE));
    read(
        List.of(
            inbox.acceptStream(
                new ByteArrayInputStream(marked("{\"text\":\"piped\"}\n", UTF_16LE)),
                InputFormat.JSONL,
                Map.of(),
                MANDATE)));

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("чай 🫖 one", "two", "packed", "piped");
  }

  @Test
  void losesARowOfATableInUtf16ToAStrayQuoteAndNotTheRest() throws IOException {
    String table = "text,place\nfirst,Cork\n\"open,Cork\nthird,Cork\n";
    write("in/a.csv", marked(table, UTF_16LE));

    read(inbox.accept(folder.resolve("in"), Map.of(), MANDATE));

    assertThat(adverts).extracting(Advert::body).containsExactly("first", "third");
    assertThat(dead).extracting(DeadLetter::kind).containsExactly("open-quote");
  }

  @Test
  void lettersOfTwoHalvesAreWholeWhereverReadingStops() throws IOException {
    StringBuilder text = new StringBuilder("x");
    for (int i = 0; i < 20_000; i++) {
      text.append("🫖");
    }
    String line = "{\"text\":\"" + text + "\"}\n";

    read(inbox.accept(write("a.jsonl", marked(line, UTF_16LE)), Map.of(), MANDATE));

    assertThat(adverts).extracting(Advert::body).containsExactly(text.toString());
  }

  @Test
  void linesInUtf16CanBeErased() throws IOException {
    InputManifest input =
        inbox.accept(write("a.jsonl", marked(TWO_LINES, UTF_16LE)), Map.of(), MANDATE).getFirst();
    assertThat(input.from()).isEqualTo(folder.resolve("a.jsonl").toString());

    LineErasure.erase(Path.of(input.path()), List.of(new LineRange(1, 1)));

    read(List.of(input));
    assertThat(adverts).extracting(Advert::body).containsExactly("two");
  }

  private void read(List<InputManifest> inputs) throws IOException {
    for (InputManifest input : inputs) {
      try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
        for (List<Intake> things = reader.next(); things != null; things = reader.next()) {
          things.stream().map(Intake::advert).filter(Objects::nonNull).forEach(adverts::add);
          things.stream().map(Intake::deadLetter).filter(Objects::nonNull).forEach(dead::add);
        }
      }
    }
  }

  private static byte[] marked(String text, Charset charset) {
    return ("\uFEFF" + text).getBytes(charset);
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, content);
  }
}
