package org.vigie.files.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginFault.Kind;
import org.vigie.world.CompiledPlugins;

class PluginProcessTest {
  private static final PluginLimits LIMITS =
      new PluginLimits(64L << 20, 1L << 30, 60_000, 120_000, 64L << 10);

  /** For what never answers. */
  private static final PluginLimits QUICK = LIMITS.answeringIn(Duration.ofMillis(500));

  @TempDir private Path folder;

  private static PluginProcess shell(String script) {
    return shell(script, LIMITS);
  }

  private static PluginProcess shell(String script, PluginLimits limits) {
    return new PluginProcess(
        new PluginSpec(
            "script",
            PluginKind.ENRICHER,
            List.of("/bin/sh", "-c", script),
            List.of(),
            "test",
            limits));
  }

  private static ObjectNode question() {
    return PluginJson.object().put("do", "enrich");
  }

  private static Kind fault(PluginProcess process) {
    return catchThrowableOfType(PluginFault.class, () -> process.ask(question())).kind();
  }

  @Test
  void isCountedWhateverItsKind() throws IOException {
    for (PluginKind kind : PluginKind.values()) {
      String script = "read line; echo '{\"done\":1}'; read line; exit 7";
      PluginSpec spec =
          new PluginSpec(
              "counted", kind, List.of("/bin/sh", "-c", script), List.of("x"), "test", LIMITS);
      try (PluginProcess process = new PluginProcess(spec)) {
        process.ask(question());
        assertThat(fault(process)).isEqualTo(Kind.CRASHED);
      }
    }

    assertThat(PluginCounts.all())
        .filteredOn(count -> count.name().equals("counted"))
        .containsExactlyElementsOf(
            Stream.of(PluginKind.values())
                .map(kind -> new PluginCounts.Count(kind, "counted", 2, 1))
                .toList());
  }

  /** A first answer may take what starting takes, so these answer once before. */
  private static final String ONCE = "read line; echo '{\"done\":1}'; read line; ";

  @Test
  void askedForAnAnswerItGivesIt() throws IOException {
    try (PluginProcess process =
        shell(
            "while read line; do n=$((n+1)); echo \"{\\\"done\\\":$n,\\\"a\\\":\\\"é\\\"}\"; done")) {
      for (int i = 0; i < 3; i++) {
        assertThat(process.ask(question()).get("a").asText()).isEqualTo("é");
      }
    }
  }

  @Test
  void saysThatAProcessEnded() throws IOException {
    try (PluginProcess process = shell("read line; exit 7")) {
      assertThat(catchThrowableOfType(PluginFault.class, () -> process.ask(question())))
          .hasMessage("plug-in script must answer, but its process ended with exit code 7");
    }
    assertThat(fault(shell("exec /no/such/program"))).isEqualTo(Kind.CRASHED);
  }

  /** It would be kept waiting for ten minutes. */
  @Test
  void waitsNoLongerThanItMay() throws IOException {
    try (PluginProcess process = shell(ONCE + "sleep 600 & sleep 600", QUICK)) {
      process.ask(question());
      long start = System.nanoTime();
      assertThat(fault(process)).isEqualTo(Kind.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
    }
  }

  @Test
  void leavesNothingRunningThatAPluginStarted() throws Exception {
    Path pids = folder.resolve("pids");
    String loop = ONCE + "while :; do sleep 61 & echo $! >> %s; wait; done".formatted(pids);
    try (PluginProcess process = shell(loop, QUICK)) {
      process.ask(question());
      assertThat(fault(process)).isEqualTo(Kind.TIMEOUT);
    }
    for (String pid : Files.readAllLines(pids)) {
      for (int i = 0; i < 600 && isAlive(pid); i++) {
        Thread.sleep(100);
      }
      assertThat(isAlive(pid)).isFalse();
    }
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void holdsBackWhoSaysTooMuch() {
    assertThat(fault(shell("read line; cat /dev/zero"))).isEqualTo(Kind.FLOOD);
    PluginProcess lines = shell("read line; while :; do echo '{\"advert\":{}}'; done");
    assertThat(
            catchThrowableOfType(PluginFault.class, () -> lines.askMany(question(), item -> {}))
                .kind())
        .isEqualTo(Kind.FLOOD);
  }

  @Test
  void takesNothingForAnAnswerThatIsNone() {
    assertThat(fault(shell("read line; echo hello; cat"))).isEqualTo(Kind.MALFORMED);
    assertThat(fault(shell("read line; echo '[]'; cat"))).isEqualTo(Kind.MALFORMED);
    assertThat(fault(shell("read line; echo '{\"done\":77}'; cat"))).isEqualTo(Kind.MALFORMED);
    assertThat(fault(shell("read line; echo '{\"x\":1}'; cat"))).isEqualTo(Kind.MALFORMED);
    assertThat(fault(shell("read line; echo '{\"done\":1,\"error\":\"no\"}'; cat")))
        .isEqualTo(Kind.FAILED);
  }

  @Test
  void saysNothingOfWhatAPluginSaid() {
    PluginFault fault =
        catchThrowableOfType(
            PluginFault.class, () -> shell("read line; echo 'Kim, call'; cat").ask(question()));

    assertThat(fault.getMessage()).doesNotContain("Kim");
  }

  @Test
  void asksNoMoreAfterFiveFaultsInARow() {
    PluginProcess process = shell("exit 1");
    for (int i = 0; i < PluginProcess.PATIENCE; i++) {
      assertThat(fault(process)).isEqualTo(Kind.CRASHED);
    }
    assertThat(fault(process)).isEqualTo(Kind.STOPPED);
    assertThat(process.isStopped()).isTrue();
  }

  @Test
  void startsAnewAfterAFault() throws IOException {
    Path mark = folder.resolve("mark");
    try (PluginProcess process =
        shell(
            "read line; if [ -e %s ]; then echo '{\"done\":2}'; cat; else touch %s; fi"
                .formatted(mark, mark))) {
      assertThat(fault(process)).isEqualTo(Kind.CRASHED);
      assertThat(process.ask(question()).get("done").asInt()).isEqualTo(2);
    }
  }

  @Test
  void boundsTheMemoryOfACommand() {
    assertThat(
            fault(
                shell(
                    "read line; awk 'BEGIN { s = \"x\"; while (1) s = s s }' >/dev/null 2>&1 || exit 9")))
        .isEqualTo(Kind.CRASHED);
  }

  @Test
  void takesNothingOfOurEnvironmentAlong() throws IOException {
    try (PluginProcess process =
        shell(
            "read line; echo \"{\\\"done\\\":1,\\\"n\\\":$(env | grep -c -i -E 'java|vigie_|secret|token')}\"")) {
      assertThat(process.ask(question()).get("n").asInt()).isZero();
    }
  }

  private static Path project() {
    Path folder = Path.of(System.getProperty("vigie.root", "")).toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/examples")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Test
  void runsTheSampleThatIsNoPartOfTheBuild() throws IOException {
    Path jar = CompiledPlugins.sample(project(), folder);
    Path file = folder.resolve("a.lines");
    Files.writeString(file, "Cork | Room to let, call +353 20 910 0000\nLyon | Cleaner wanted\n");
    PluginRegistry registry = registry(jar);
    List<PluginSpec> specs = registry.in(registry.jars().getFirst());
    assertThat(specs)
        .extracting(PluginSpec::name)
        .containsExactly("line-list", "phone-country", "plain-page", "text-list");
    assertThat(specs.getFirst().readsFile("A.LINES")).isTrue();
    assertThat(specs.get(2).readsHost("www.board.example.org")).isTrue();

    List<JsonNode> read = new ArrayList<>();
    try (PluginProcess reader = new PluginProcess(specs.getFirst())) {
      reader.askMany(
          PluginJson.object().put("do", "read").put("name", "a.lines").put("file", file.toString()),
          read::add);
    }
    assertThat(read)
        .extracting(item -> item.path("advert").path("place").asText())
        .containsExactly("Cork", "Lyon");

    try (PluginProcess enricher = new PluginProcess(specs.get(1))) {
      ObjectNode question = question();
      question.set("advert", read.getFirst().path("advert"));
      assertThat(enricher.ask(question).path("fields").path("phone.country").asText())
          .isEqualTo("IE");
    }
  }

  @Test
  void keepsWhatAPluginPrintsApartAndItsHeapBounded() throws IOException {
    Path jar =
        CompiledPlugins.of(
            folder,
            "Greedy",
            """
            import java.util.*;
            public final class Greedy implements org.vigie.advert.plugin.EnricherPlugin {
              public String name() { return "greedy"; }
              public Map<String, String> fields(org.vigie.advert.Advert advert) {
                System.out.println("{\\"done\\":1}");
                if (advert.text().equals("ours")) {
                  try {
                    Class.forName("org.vigie.files.plugin.PluginHost", true, getClass().getClassLoader());
                    return Map.of("seen", "all");
                  } catch (ClassNotFoundException e) {
                    return Map.of("seen", "adverts");
                  }
                }
                List<byte[]> all = new ArrayList<>();
                while (true) all.add(new byte[1 << 20]);
              }
            }
            """);
    PluginSpec spec = registry(jar).in(registry(jar).jars().getFirst()).getFirst();
    try (PluginProcess process = new PluginProcess(spec)) {
      assertThat(process.ask(about("ours")).path("fields").path("seen").asText())
          .isEqualTo("adverts");
      assertThat(catchThrowableOfType(PluginFault.class, () -> process.ask(about("other"))).kind())
          .isEqualTo(Kind.CRASHED);
    }
  }

  private static ObjectNode about(String text) {
    ObjectNode question = question();
    question.putObject("advert").put("text", text).put("site", "example.org");
    return question;
  }

  private PluginRegistry registry(Path jar) throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Path there = plugins.resolve(jar.getFileName());
    if (!Files.exists(there)) {
      Files.copy(jar, there);
    }
    return new PluginRegistry(
        plugins, "", List.of(), new PluginLimits(32L << 20, 1L << 30, 60_000, 120_000, 1L << 20));
  }
}
