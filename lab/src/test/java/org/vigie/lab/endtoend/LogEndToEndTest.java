package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** What a run writes into its log. */
@Tag("end-to-end")
class LogEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands in every field of every advert, and in what can't be read. */
  private static final String MARKER = "zyxmarker";

  @TempDir Path folder;

  @Test
  void holdsAJsonObjectALineAndNothingOfAnAdvert() throws Exception {
    Files.writeString(folder.resolve("mixed.jsonl"), lines());
    Files.writeString(
        folder.resolve("broken.csv"),
        "text,posted\n\"" + MARKER + " open\nx,2026-13-99 " + MARKER + "\n");
    assertThat(Here.in(folder).home(Readme.project()).onRealTime().vigie("init", "--trial"))
        .isZero();

    Process run = start();

    assertThat(run.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as("some could not be read").isEqualTo(5);
    Path workspace = folder.resolve("vigie-workspace");
    assertThat(Files.readString(workspace.resolve("dead-letters.jsonl"))).contains(MARKER);
    List<String> log = Files.readAllLines(workspace.resolve("logs/vigie.log"));
    assertThat(log).hasSizeGreaterThan(10).noneMatch(line -> line.contains(MARKER));
    for (String line : log) {
      JsonNode event = JSON.readTree(line);
      assertThat(event.hasNonNull("at") && event.hasNonNull("level") && event.hasNonNull("message"))
          .as(line)
          .isTrue();
    }
    assertThat(folder.resolve("output")).content().doesNotContain(MARKER);
  }

  /** Adverts alike and unlike, that raise alerts, and records that break each reader's rules. */
  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(
          ("{\"id\":\"%1$s-%2$d\",\"title\":\"%1$s %2$d\",\"place\":\"%1$s\",\"site\":\"a.example.org\","
                  + "\"text\":\"%1$s bring your passport, we keep your passport. The fee is deducted from"
                  + " your wages. Accommodation is provided by the employer. Start immediately. Write to"
                  + " %1$s%2$d@example.org or call +33 6 39 98 00 %2$02d\"}%n")
              .formatted(MARKER, i));
    }
    return lines
        + MARKER
        + "\n{\"text\":\""
        + MARKER
        + "\n{\"text\":[\""
        + MARKER
        + "\"]}\n{\"text\":\"x\",\"posted\":\""
        + MARKER
        + "\"}\n{\"text\":\"x\",\""
        + MARKER
        + "\":1}\n";
  }

  private Process start() throws Exception {
    List<String> command =
        SeparateVigie.command(
            List.of(),
            List.of("run", "--quiet", "--input", "mixed.jsonl", "--input", "broken.csv"));
    File output = folder.resolve("output").toFile();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }
}
