package org.vigie.cli.command.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.CompiledPlugins;

/** Plug-ins of others, from their folder to adverts, dead letters and exports. */
class PluginsCommandTest {
  private static final String ADVERTS =
      """
      {"id":"one","title":"Staff","text":"gardener wanted","place":"Lyon","posted":"2026-03-01"}
      {"id":"two","title":"Staff","text":"waiter wanted, two words more","posted":"2026-03-01"}
      """;

  private static final SharedFixture SAMPLE =
      new SharedFixture(folder -> CompiledPlugins.sample(Readme.project(), folder));

  @TempDir private Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void make() throws IOException {
    here = Here.in(folder).home(Readme.project());
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    vigie(0, "init", "--trial");
  }

  private void vigie(int exit, String... words) {
    assertThat(here.vigie(words)).as(here.out() + here.err()).isEqualTo(exit);
  }

  private void putSample() throws IOException {
    SAMPLE.copyTo(folder.resolve("build"));
    Files.createDirectories(workspace.plugins());
    Files.copy(folder.resolve("build/sample.jar"), workspace.plugins().resolve("sample.jar"));
  }

  /** Adds a command to what the workspace's settings say. */
  private void name(String kind, String script, String more) throws IOException {
    Path file = folder.resolve("script-" + kind + ".sh");
    Files.writeString(file, script);
    String yaml =
        Files.readString(workspace.config())
            .replace("answer-in: 10s", "answer-in: 1s")
            .replace("max-answer: 4MiB", "max-answer: 64KiB")
            .replace(
                "commands: []",
                "commands:\n    - {name: own, kind: %s, command: /bin/sh %s%s}"
                    .formatted(kind, file, more));
    Files.writeString(workspace.config(), yaml);
  }

  private List<String> deadLetters() throws IOException {
    return Files.exists(workspace.deadLetters())
        ? Files.readAllLines(workspace.deadLetters())
        : List.of();
  }

  @Test
  void runsNothingThatNobodyApproved() throws IOException {
    putSample();

    vigie(0, "plugins", "list");
    assertThat(here.out()).contains("sample.jar", "no: not approved").doesNotContain("line-list");
    vigie(0, "run", "--input", "adverts.jsonl");
    vigie(0, "show", "one", "--json");
    assertThat(here.out()).doesNotContain("enriched");
    vigie(4, "plugins", "approve", "other.jar");
    assertThat(here.err()).contains("must be a jar in the folder");
    vigie(4, "plugins", "withdraw", "sample.jar");
  }

  @Test
  void asksTheSampleOnceApprovedAndNoMoreOnceItChanged() throws IOException {
    putSample();
    Files.writeString(
        folder.resolve("a.lines"),
        "Cork | Room to let, call +353 20 910 0000\nLyon | Cleaner wanted\n");

    vigie(0, "plugins", "approve", "sample.jar");
    assertThat(here.out()).contains("approved: sample.jar sha256:", "enricher phone-country");
    vigie(0, "plugins", "list");
    assertThat(here.out())
        .contains("approved", "line-list", "reader", "lines", "board.example.org");

    vigie(0, "run", "--input", "a.lines");
    assertThat(here.err()).contains("a.lines: taken for what plug-in line-list reads, 2 adverts");
    vigie(0, "search", "room", "--json");
    vigie(0, "show", here.out().replaceFirst("(?s).*?(a-[0-9a-f]{20}).*", "$1"), "--json");
    assertThat(here.out())
        .contains(
            "\"phone.country\":\"IE\"", "\"context.enriched.phone.country\":\"phone-country\"");

    vigie(0, "export", "", "--format", "plugin:text-list", "--output", "list.txt");
    assertThat(folder.resolve("list.txt"))
        .content()
        .startsWith("Adverts\na-")
        .endsWith("2 in all\n");
    vigie(2, "export", "", "--format", "plugin:none", "--output", "none.txt");

    vigie(0, "audit", "verify");
    assertThat(workspace.audit().resolve("audit.jsonl"))
        .content()
        .contains("plugins approve", "file=sample.jar, hash=sha256:");

    Files.write(
        workspace.plugins().resolve("sample.jar"),
        new byte[] {0},
        java.nio.file.StandardOpenOption.APPEND);
    vigie(0, "plugins", "list");
    assertThat(here.out()).contains("no: changed since it was approved");
    vigie(0, "plugins", "withdraw", "sample.jar");
    vigie(0, "plugins", "list");
    assertThat(here.out()).contains("no: not approved");
  }

  @Test
  void letsAScriptOfTheUnitsOwnFeedAndReadFiles() throws IOException {
    name(
        "reader",
        """
        read question
        echo '{"advert":{"id":"fed","title":"Fed","text":"by a script","posted":"2026-03-01"}}'
        echo '{"advert":{"place":"nowhere"}}'
        echo '{"done":1}'
        """,
        ", claims: own");

    vigie(5, "run", "--input", "plugin:own");
    assertThat(deadLetters()).hasSize(1).first().asString().contains("no-text", "plug-in own");
    vigie(0, "show", "fed");
    assertThat(here.out()).contains("by a script");
    vigie(4, "run", "--input", "plugin:other");
    assertThat(here.err()).contains("must be a reader among the plug-ins");
  }

  @Test
  void goesOnWithoutAnEnricherThatCrashes() throws IOException {
    goesOnWithout("read line; exit 3\n", "plugin-crashed");
  }

  @Test
  void goesOnWithoutAnEnricherThatHangs() throws IOException {
    goesOnWithout("n=0; while read line; do sleep 100; done\n", "plugin-timeout");
  }

  @Test
  void goesOnWithoutAnEnricherThatFloods() throws IOException {
    goesOnWithout("read line; cat /dev/zero\n", "plugin-flood");
  }

  @Test
  void goesOnWithoutAnEnricherThatLies() throws IOException {
    goesOnWithout(
        "read line; echo '{\"done\":1,\"fields\":{\"context.x\":\"y\"}}'; cat >/dev/null\n",
        "plugin-malformed");
  }

  private void goesOnWithout(String script, String kind) throws IOException {
    name("enricher", script, "");

    vigie(5, "run", "--input", "adverts.jsonl");

    assertThat(here.out()).contains("2 adverts", "2 records could not be read", kind);
    assertThat(deadLetters())
        .hasSize(2)
        .allSatisfy(line ->
            assertThat(line)
                .contains(kind, "plug-in own", "goes on without")
                .doesNotContain("wanted"));
    vigie(0, "show", "two");
    assertThat(here.out()).contains("waiter wanted");
  }

  @Test
  void saysOfAnEnricherThatIsAskedNoMoreOnlyOnce() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      many.append("{\"text\":\"job number %d, apply\",\"posted\":\"2026-03-01\"}\n".formatted(i));
    }
    Files.writeString(folder.resolve("adverts.jsonl"), many);
    name("enricher", "exit 1\n", "");

    vigie(5, "run", "--input", "adverts.jsonl");

    assertThat(deadLetters()).filteredOn(line -> line.contains("plugin-crashed")).hasSize(5);
    assertThat(deadLetters()).filteredOn(line -> line.contains("plugin-stopped")).hasSize(1);
  }

  @Test
  void readsPagesOfAHostAsAChannelDoes() throws IOException {
    putSample();
    vigie(0, "plugins", "approve", "sample.jar");
    Path warc = folder.resolve("a.warc");
    String body = "cook wanted in town\nroom to let nearby\n";
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body);
    Files.writeString(
        warc,
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: https://board.example.org/1\r
        WARC-Date: 2026-03-01T00:00:00Z\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
            .formatted(http.length(), http));

    vigie(0, "run", "--input", "a.warc");

    assertThat(here.out()).contains("2 adverts");
    vigie(0, "search", "site:board.example.org", "--json");
    assertThat(here.out()).contains("cook wanted in town", "room to let nearby");
  }
}
