package org.vigie.cli.command.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;

/** Runs that go on from what was saved with other plug-ins, and what plug-ins may not say. */
class EnrichedRunTest {
  @TempDir private Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void make() {
    here = Here.in(folder).home(Readme.project());
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    vigie(0, "init", "--trial");
  }

  private void vigie(int exit, String... words) {
    assertThat(here.vigie(words)).as(here.out() + here.err()).isEqualTo(exit);
  }

  private void input(String name, String text) throws IOException {
    Files.writeString(
        folder.resolve(name + ".jsonl"),
        "{\"id\":\"%s\",\"text\":\"%s\",\"posted\":\"2026-03-01\"}\n".formatted(name, text));
  }

  @Test
  void goOnFromWhatWasSavedBeforeAnEnricherCameAndAfterItWent() throws IOException {
    input("one", "gardener wanted at the house by the lake");
    input("two", "waiter wanted, a few words more");
    input("three", "driver wanted for long journeys");
    String without = Files.readString(workspace.config());
    Path script =
        Files.writeString(
            folder.resolve("own.sh"),
            "n=0; while read line; do n=$((n+1)); echo \"{\\\"done\\\":$n,\\\"fields\\\":{\\\"words\\\":\\\"5\\\"}}\"; done\n");

    vigie(0, "run", "--input", "one.jsonl");
    Files.writeString(
        workspace.config(),
        without.replace(
            "commands: []",
            "commands:\n    - {name: own, kind: enricher, command: /bin/sh %s}".formatted(script)));
    vigie(0, "run", "--input", "two.jsonl");
    Files.writeString(workspace.config(), without);
    vigie(0, "run", "--input", "three.jsonl");

    vigie(0, "show", "one", "--json");
    assertThat(here.out()).doesNotContain("context.enriched");
    vigie(0, "show", "two", "--json");
    assertThat(here.out()).contains("\"words\":\"5\"", "\"context.enriched.words\":\"own\"");
    vigie(0, "show", "three", "--json");
    assertThat(here.out()).contains("driver wanted").doesNotContain("context.enriched");
  }

  @Test
  void saysOfAChannelThatIsAskedNoMoreOnlyOnce() throws IOException {
    StringBuilder warc = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      String body = "<html><body><p>room %d to let</p></body></html>".formatted(i);
      String http =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(body.length(), body);
      warc.append(
          String.join(
              "\r\n",
              "WARC/1.0",
              "WARC-Type: response",
              "WARC-Target-URI: https://board.example.org/" + i,
              "WARC-Date: 2026-03-01T00:00:00Z",
              "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000" + i + ">",
              "Content-Type: application/http; msgtype=response",
              "Content-Length: " + http.length(),
              "",
              http,
              "",
              ""));
    }
    Files.writeString(folder.resolve("a.warc"), warc);
    Files.writeString(
        workspace.config(),
        Files.readString(workspace.config())
            .replace(
                "commands: []",
                "commands:\n    - {name: own, kind: channel, command: /bin/false, claims: example.org}"));

    here.vigie("run", "--input", "a.warc");

    assertThat(Files.readAllLines(workspace.deadLetters()))
        .filteredOn(line -> line.contains("plugin-stopped"))
        .hasSize(1);
  }
}
