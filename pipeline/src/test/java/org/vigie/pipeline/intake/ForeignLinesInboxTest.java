package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;
import org.vigie.pipeline.workspace.Workspace;

/** Lines of JSON that others wrote. */
class ForeignLinesInboxTest {
  private static final Instant NOW = Instant.parse("2026-06-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));

  @TempDir Path folder;
  private Inbox inbox;

  @BeforeEach
  void openInbox() {
    inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private String read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.readString(Path.of(inbox.accept(file, Map.of(), MANDATE).getFirst().path()));
  }

  @Test
  void readsAdvertsThatADatabaseWroteALineEach() throws IOException {
    String line =
        "{\"ad\":{\"heading\":\"Cook %1$d\",\"content\":{\"text\":\"Room above the kitchen\"},"
            + "\"published\":{\"$date\":\"2026-05-0%1$dT08:00:00Z\"}},\"geo\":{\"city\":\"Testham\"}}\n";

    assertThat(read("own.jsonl", line.formatted(1) + line.formatted(2)))
        .contains("\"Cook 1\"", "\"Cook 2\"", "\"Testham\"", "2026-05-02T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"description", "body", "content"})
  void readsTheTextThatStandsBesideATitleUnderAnotherName(String name) throws IOException {
    String line =
        ("{\"title\":\"Cook %1$d\",\"NAME\":\"Room above the kitchen, %1$d euros\","
                + "\"url\":\"https://board.example.org/%1$d\",\"date\":\"2026-05-0%1$d\"}\n")
            .replace("NAME", name);

    assertThat(read("scraped.jsonl", line.formatted(1) + line.formatted(2)))
        .contains("\"title\":\"Cook 1\"", "\"text\":\"Room above the kitchen, 1 euros\"")
        .contains("\"title\":\"Cook 2\"", "\"text\":\"Room above the kitchen, 2 euros\"");
  }

  @Test
  void leavesLinesOfTheSchemaAsTheyAre() throws IOException {
    String lines = "{\"title\":\"Cook\"}\n{\"text\":\"Room\",\"summary\":\"short\"}\n";

    assertThat(read("own.jsonl", lines)).isEqualTo(lines);
  }

  @Test
  void leavesLinesOfWhichNobodyKnowsTheShapeToBeDeadLetters() throws IOException {
    String lines = "{\"a\":1}\n{\"a\":2}\n";

    assertThat(read("own.jsonl", lines)).isEqualTo(lines);
  }
}
