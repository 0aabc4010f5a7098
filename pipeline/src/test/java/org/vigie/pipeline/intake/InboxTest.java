package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.file.TableStart;
import org.vigie.pipeline.lines.LineErasure;
import org.vigie.pipeline.lines.LineRange;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

class InboxTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));

  @TempDir Path folder;
  private Inbox inbox;

  @BeforeEach
  void openInbox() {
    inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void stillNamesTheFileItWasMadeOfOnceLinesWereErased() throws IOException {
    Path file =
        write("own.csv", "name,description\nCook,Kitchen of a school\nPorter,Night work, hotel\n");
    InputManifest first = inbox.accept(file, Map.of(), MANDATE).getFirst();
    LineErasure.erase(Path.of(first.path()), List.of(new LineRange(1, 1)));

    inbox.rename(first);

    assertThat(inbox.accepted()).extracting(InputManifest::from).containsExactly(file.toString());
  }

  @Test
  void acceptsTheSameContentOnceWhateverItIsCalled() throws IOException {
    Path one = write("one.jsonl", "{\"text\":\"x\"}\n");
    Path copy = write("copy.jsonl", "{\"text\":\"x\"}\n");

    InputManifest first = inbox.accept(one, Map.of(), MANDATE).get(0);
    InputManifest second = inbox.accept(copy, Map.of(), MANDATE).get(0);

    assertThat(second).isEqualTo(first);
    assertThat(inbox.accepted()).containsExactly(first);
  }

  @Test
  void acceptsAFileAgainOnceItsContentHasChanged() throws IOException {
    Path file = write("one.jsonl", "{\"text\":\"x\"}\n");
    inbox.accept(file, Map.of(), MANDATE);
    Files.writeString(file, "{\"text\":\"x\"}\n{\"text\":\"y\"}\n");

    inbox.accept(file, Map.of(), MANDATE);

    assertThat(inbox.accepted()).hasSize(2);
  }

  @Test
  void keepsNothingOfAnAdvertThatWasErasedWhenItsFileComesAgain() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("ws"));
    String table = "name,description\nCook,Kitchen of a school\nPorter,Night work in a hotel\n";
    Path file = write("own.csv", table);
    InputManifest first = inbox.accept(file, Map.of(), MANDATE).getFirst();
    String lines = "{\"text\":\"Kitchen\"}\n{\"text\":\"Hotel\"}\n";
    InputManifest piped = stream(lines);
    ErasedAdverts.add(workspace, List.of(idIn(first), idIn(piped)), ErasedAdverts.FOR_GOOD);

    InputManifest again = inbox.accept(file, Map.of(), MANDATE).getFirst();
    InputManifest pipedAgain = stream(lines);

    assertThat(first.from()).isEqualTo(file.toString());
    assertThat(Path.of(first.path())).content().contains("Kitchen").contains("Night work");
    assertThat(Path.of(again.path())).content().doesNotContain("Kitchen").contains("Night work");
    assertThat(Path.of(pipedAgain.path())).content().isEqualTo("\n{\"text\":\"Hotel\"}\n");
    assertThat(inbox.accept(file, Map.of(), MANDATE)).containsExactly(again);
    assertThat(file).content().isEqualTo(table);
  }

  private InputManifest stream(String lines) throws IOException {
    return inbox.acceptStream(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        InputFormat.JSONL,
        Map.of(),
        MANDATE);
  }

  /** Returns the id of the first advert of an input. */
  private static String idIn(InputManifest input) throws IOException {
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      return Objects.requireNonNull(Objects.requireNonNull(reader.next()).getFirst().advert()).id();
    }
  }

  @Test
  void findsEveryReadableFileBelowAFolderAndLeavesTheOthers() throws IOException {
    write("in/a.jsonl", "{\"text\":\"a\"}\n");
    write("in/deep/b.csv", "text\nb\n");
    write("in/notes.yaml", "hello");
    write("in/no-ending", "{\"text\":\"c\"}\n");

    List<InputManifest> accepted = inbox.accept(folder.resolve("in"), Map.of(), MANDATE);

    assertThat(accepted)
        .extracting(InputManifest::name)
        .containsExactlyInAnyOrder("a.jsonl", "b.csv", "no-ending");
    assertThat(inbox.passedOver()).containsExactly(folder.resolve("in/notes.yaml"));
  }

  @Test
  void keepsAStreamSoThatARunCanGoOnWithoutIt() throws IOException {
    InputManifest input =
        inbox.acceptStream(
            new ByteArrayInputStream("{\"text\":\"x\"}\n".getBytes(StandardCharsets.UTF_8)),
            InputFormat.JSONL,
            Map.of(),
            MANDATE);

    assertThat(Path.of(input.path())).hasContent("{\"text\":\"x\"}\n");
    assertThat(input.name()).isEqualTo("stdin");
  }

  @Test
  void namesAnInputWithinTheWorkspaceByItsPathThere() throws IOException {
    InputManifest within =
        inbox.acceptStream(
            new ByteArrayInputStream("{\"text\":\"x\"}\n".getBytes(StandardCharsets.UTF_8)),
            InputFormat.JSONL,
            Map.of(),
            MANDATE);
    inbox.accept(write("outside.jsonl", "{\"text\":\"y\"}\n"), Map.of(), MANDATE);
    Workspace other = new Workspace(folder.resolve("ws").resolve("other"));
    Inbox likewise = new Inbox(other, Clock.systemUTC());
    likewise.acceptAll(inbox.accepted());
    assertThat(likewise.accepted()).as("where they are").isEqualTo(inbox.accepted());

    Path moved = Files.move(folder.resolve("ws"), folder.resolve("moved"));
    List<InputManifest> there = new Inbox(new Workspace(moved), Clock.systemUTC()).accepted();

    assertThat(there).extracting(input -> Files.exists(Path.of(input.path()))).containsOnly(true);
    assertThat(there)
        .extracting(InputManifest::path)
        .contains(within.path().replace("/ws/", "/moved/"), folder + "/outside.jsonl");
  }

  @Test
  void saysWhatToDoAboutAnInputThatCanNotBeRead() throws IOException {
    Path odd = write("odd.bin", "\u0000\u0001");
    Path csv = write("jobs.csv", "ref,remark\n1,x\n");

    assertThatThrownBy(() -> inbox.accept(folder.resolve("none"), Map.of(), MANDATE))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("must be a readable file");
    assertThatThrownBy(() -> inbox.accept(odd, Map.of(), MANDATE)).hasMessageContaining("--format");
    assertThatThrownBy(() -> inbox.accept(csv, Map.of(), MANDATE))
        .hasMessageContaining("--map text=COLUMN")
        .hasMessageContaining("[ref, remark]");
    assertThatThrownBy(() -> inbox.accept(csv, Map.of("text", "body"), MANDATE))
        .hasMessageContaining("columns [body]");
    assertThat(inbox.accepted()).isEmpty();
  }

  @Test
  void saysOfAFileThatHoldsNoAdvertThatItDoesNot() throws IOException {
    Path empty = write("in/empty.json", "[]");
    write("in/a.jsonl", "{\"text\":\"a\"}\n");

    assertThatThrownBy(() -> inbox.accept(empty, Map.of(), MANDATE))
        .hasMessageContaining("must hold an advert, but none was found");
    inbox.accept(folder.resolve("in"), Map.of(), MANDATE);
    assertThat(inbox.taken()).extracting(TakenFile::unread).containsExactly(1L);
  }

  @Test
  void readsLinesOfAnotherShapeByPointers() throws IOException {
    Path lines =
        write("x.jsonl", "{\"a\":{\"b\":\"room\"}}\n{\"a\":{\"b\":\"work\"}}\n{\"c\":1}\n");

    inbox.accept(lines, Map.of("text", "/a/b"), MANDATE);

    assertThat(inbox.taken()).extracting(TakenFile::adverts).containsExactly(2L);
    assertThat(inbox.taken()).extracting(TakenFile::unread).containsExactly(1L);
  }

  @Test
  void readsTheOtherLinesWhereOneIsBroken() throws IOException {
    Path lines =
        write("x.jsonl", "{\"a\":{\"b\":\"room\"}}\n{\"a\":{\"b\"\n{\"a\":{\"b\":\"work\"}}\n");

    inbox.accept(lines, Map.of("text", "/a/b"), MANDATE);

    assertThat(inbox.taken()).extracting(TakenFile::adverts).containsExactly(2L);
    assertThat(inbox.taken()).extracting(TakenFile::unread).containsExactly(1L);
  }

  @Test
  void saysOfACompressedTableThatItIsCutOff() throws IOException {
    StringBuilder table = new StringBuilder("id;text\n");
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      table.append(i).append(";room ").append(random.nextLong()).append('\n');
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(whole)) {
      out.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("a.csv.gz");
    Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

    assertThatThrownBy(() -> inbox.accept(file, Map.of(), MANDATE))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("gzip");
    assertThat(folder.resolve("ws/inbox/spool")).isEmptyDirectory();
  }

  @Test
  void showsHowATableBeginsAndWhichColumnsAreNotRead() throws IOException {
    inbox.accept(write("a.csv", "text,price\nroom,5\n"), Map.of(), MANDATE);

    assertThat(inbox.taken().getFirst().tables())
        .containsExactly(
            new TableStart(
                "",
                "UTF-8, comma",
                List.of("text", "price"),
                List.of("text", ""),
                List.of(List.of("room", "5"))));
  }

  @Test
  void takesNoEncodingForLinesThatHaveTheirOwn() throws IOException {
    Path lines = write("x.jsonl", "{\"text\":\"x\"}\n");
    Inbox told =
        new Inbox(
            new Workspace(folder.resolve("ws")),
            Clock.fixed(NOW, ZoneOffset.UTC),
            TableForm.typed("koi8-r", ""),
            PluginSet.none(),
            null);

    assertThatThrownBy(() -> told.accept(lines, Map.of(), MANDATE))
        .hasMessageContaining("--encoding and --separator are for tables and texts");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
