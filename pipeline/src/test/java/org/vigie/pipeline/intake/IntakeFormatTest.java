package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

class IntakeFormatTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));

  @TempDir Path folder;

  @Test
  void goesOnFromEveryPositionWithJustWhatIsLeft() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      lines.append(i % 7 == 3 ? "bad line\n" : i % 11 == 5 ? "\n" : "{\"text\":\"n" + i + "\"}\n");
    }
    Path manifest = accept(lines.toString());
    List<Position> all = read(manifest, null);

    assertThat(all.getFirst().what()).isEqualTo("begins");
    assertThat(all.getLast().what()).startsWith("finished i-");
    for (int at = 0; at < all.size(); at++) {
      List<String> expected = new ArrayList<>(List.of("begins"));
      all.subList(at + 1, all.size()).forEach(left -> expected.add(left.what()));
      if (at == all.size() - 1) {
        expected.add("was finished");
      }
      List<Position> rest = read(manifest, all.get(at).after());
      assertThat(rest.stream().map(Position::what))
          .as("after %s", all.get(at))
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void countsEveryByteOnce() throws IOException {
    String lines = "{\"text\":\"x\"}\nbad\n{\"text\":\"y\"}\n";
    Path manifest = accept(lines);

    long bytes = read(manifest, null).stream().mapToLong(Position::bytes).sum();

    assertThat(bytes).isEqualTo(lines.length());
  }

  /** One slip must not make all that comes after it too old, and all before it forgotten. */
  @Test
  void letsNothingThatSaysItWasSeenInTheFutureMoveTheClock() throws IOException {
    Path manifest =
        accept(
            """
            {"text":"a","seen":"2062-01-04"}
            {"text":"b","seen":"2026-01-04","posted":"2062-01-04"}
            {"text":"c","seen":"2026-01-04"}
            """);

    assertThat(read(manifest, null).stream().map(Position::time).filter(Objects::nonNull))
        .containsExactly(
            NOW, Instant.parse("2026-01-04T00:00:00Z"), Instant.parse("2026-01-04T00:00:00Z"));
  }

  private record Position(
      String what, long bytes, CheckpointedPosition after, @Nullable Instant time) {}

  private Path accept(String lines) throws IOException {
    Workspace workspace = new Workspace(folder.resolve("ws"));
    Path file = Files.writeString(folder.resolve("in.jsonl"), lines);
    InputManifest input =
        new Inbox(workspace, Clock.fixed(NOW, ZoneOffset.UTC))
            .accept(file, Map.of(), MANDATE)
            .get(0);
    return workspace.inbox().resolve(input.id() + ".json");
  }

  private static List<Position> read(Path manifest, @Nullable CheckpointedPosition from)
      throws IOException {
    FileSourceSplit split =
        new FileSourceSplit(
            "split",
            new org.apache.flink.core.fs.Path(manifest.toUri()),
            0,
            Files.size(manifest),
            0,
            Files.size(manifest),
            new String[0],
            from);
    IntakeFormat format =
        new IntakeFormat(
            manifest.resolveSibling(""),
            new TemplateFolders("none", "none"),
            ErasedAdverts.none(),
            PluginSet.none(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    List<Position> read = new ArrayList<>();
    try (BulkFormat.Reader<Intake> reader =
        from == null
            ? format.createReader(new Configuration(), split)
            : format.restoreReader(new Configuration(), split)) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (RecordAndPosition<Intake> next = batch.next(); next != null; next = batch.next()) {
          read.add(
              new Position(
                  described(next.getRecord()),
                  next.getRecord().cost().bytes(),
                  new CheckpointedPosition(next.getOffset(), next.getRecordSkipCount()),
                  next.getRecord().time()));
        }
      }
    }
    return read;
  }

  private static String described(Intake thing) {
    if (thing.advert() != null) {
      return "advert " + thing.advert().id();
    }
    return switch (thing.news()) {
      case BEGINS -> "begins";
      case FINISHED -> "finished " + thing.finishedInput();
      case WAS_FINISHED -> "was finished";
      case NONE ->
          "dead " + Objects.requireNonNull(thing.deadLetter(), "no advert, no news").position();
    };
  }
}
