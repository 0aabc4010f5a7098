package org.vigie.cli.command.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.cli.command.Conventions;
import org.vigie.world.World;
import org.vigie.world.WorldServer;
import org.vigie.world.WorldSpec;
import picocli.CommandLine;

/** Crawls of an invented web on loopback, as a person types them. */
@Timeout(180)
class CrawlCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Mandate REAL = mandate("2100-01-01T00:00:00Z");
  private static final Mandate OVER = mandate("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private WorldServer web;

  @BeforeEach
  void open() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    web = WorldServer.start(World.generate(new WorldSpec(1, 100)));
    Files.createDirectories(folder.resolve("vigie-workspace"));
    MandateFile.write(folder.resolve("vigie-workspace/mandate.yaml"), REAL);
    MandateFile.write(folder.resolve("over.yaml"), OVER);
  }

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void showsThePlanAndFetchesAndLogsNothing() throws Exception {
    seeds("  - {url: '%s', max-pages: 7, revisit: {at-least: 90m, at-most: 7d}}\n", seed(0));
    seedsUnder("over.yaml", seed(1));

    String shared =
        "--check --seeds seeds.yaml --shared kafka:127.0.0.1:1 --name unit-7 --process p";
    assertThat(crawl(shared.split(" "))).as(here.err()).isZero();

    assertThat(here.out())
        .contains(
            "hxxp://",
            "at most 7",
            "after 90m to 7d",
            "contact none: REFUSED",
            REAL.id(),
            "EXPIRED: left out",
            "shared as unit-7 by p over kafka:127.0.0.1:1")
        .doesNotContain("http://" + seed(0).getHost());
    assertThat(web.requests()).isZero();
    assertThat(folder.resolve("vigie-workspace/audit")).doesNotExist();
    assertThat(folder.resolve("vigie-workspace/captures-frontier")).doesNotExist();
  }

  @Test
  void leavesOutTheSeedsOfAnExpiredMandateAndSaysWhich() throws Exception {
    seeds("  - {url: '%s', max-pages: 3}\n", seed(0));
    seedsUnder("over.yaml", seed(1));

    assertThat(crawl("--seeds", "seeds.yaml", "--json")).as(here.err()).isZero();

    assertThat(here.err())
        .containsOnlyOnce("left out: ")
        .contains(OVER.id() + " expired at 2026-01-01 00:00 UTC");
    assertThat(Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl")))
        .contains(REAL.id(), seed(0).getHost())
        .doesNotContain(OVER.id());
    JsonNode status = status();
    assertThat(status.path("life").asText()).isEqualTo("over");
    assertThat(status.at("/status/hosts"))
        .extracting(host -> host.path("host").asText())
        .containsExactly(seed(0).getHost());
    assertThat(status.at("/status/progress/fetched").asLong()).isBetween(1L, 3L);
  }

  @Test
  void reportsWhatEachSiteYielded() throws Exception {
    assertThat(here.vigie("crawl", "report")).isEqualTo(4);
    assertThat(here.err()).contains("has no crawl yet");
    seeds("  - {url: '%s', max-pages: 5}\n", seed(0));
    assertThat(crawl("--seeds", "seeds.yaml", "--quiet")).as(here.err()).isZero();

    assertThat(here.vigie("crawl", "report")).as(here.err()).isZero();

    assertThat(here.out()).contains("1 site: ", "PER PAGE", "0 blocked, 0 changed");
    assertThat(here.vigie("crawl", "report", "--json")).isZero();
    JsonNode site = JSON.readTree(here.out()).at("/sites/0");
    assertThat(site.path("host").asText()).isEqualTo(seed(0).getHost());
    assertThat(site.path("pages").asLong()).isBetween(1L, 5L);
    assertThat(site.path("lastVisit").asText()).startsWith("20");
  }

  @Test
  void refusesWhenEveryMandateHasExpired() throws Exception {
    Files.writeString(folder.resolve("seeds.yaml"), "seeds:\n");
    seedsUnder("over.yaml", seed(0));

    assertThat(crawl("--seeds", "seeds.yaml")).isEqualTo(3);
    assertThat(here.err()).contains("expired at 2026-01-01T00:00:00Z");
    assertThat(web.requests()).isZero();
  }

  @Test
  @Tag("end-to-end")
  void handsOnAdvertsThatARunTakesInUnderTheSameIds() throws Exception {
    Files.writeString(folder.resolve("seeds.txt"), String.join("\n", urls()));
    MandateFile.write(folder.resolve("real.yaml"), REAL);
    String[] fresh = {"--workspace", "fresh", "--mandate", "real.yaml"};
    String options =
        "--seeds seeds.txt --adverts out/adverts.jsonl --quiet " + String.join(" ", fresh);
    assertThat(crawl(options.split(" "))).as(here.err()).isZero();

    Set<String> ids = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve("out/adverts.jsonl"))) {
      ids.add(JSON.readTree(line).path("advert").asText());
    }
    assertThat(ids).hasSizeGreaterThan(50).allMatch(id -> id.matches("a-[0-9a-f]{20}"));

    String run = "run --input out/adverts.jsonl --json " + String.join(" ", fresh);
    assertThat(here.vigie(run.split(" "))).as(here.err()).isZero();
    JsonNode report = JSON.readTree(here.out());
    assertThat(report.at("/index/adverts").asLong()).as(here.out()).isEqualTo(ids.size());
    for (String id : ids.stream().sorted().limit(5).toList()) {
      assertThat(here.vigie("show", id, "--workspace", "fresh", "--mandate", "real.yaml"))
          .as(here.err())
          .isZero();
    }
  }

  @Test
  void isPausedShownAndResumedByOtherCommands() throws Exception {
    CompletableFuture<Integer> crawl =
        CompletableFuture.supplyAsync(() ->
            line(
                    Here.in(folder).home(Readme.project()).onRealTime().environment(),
                    Duration.ofMillis(400))
                .execute("--seed", seed(0).toString(), "--quiet"));
    while (!folder.resolve("vigie-workspace/captures-frontier/status.json").toFile().exists()) {
      Thread.sleep(20);
    }

    assertThat(here.vigie("crawl", "pause")).as(here.err()).isZero();
    assertThat(here.out()).startsWith("The crawl is paused");
    assertThat(here.vigie("crawl", "status")).isZero();
    assertThat(here.out()).startsWith("The crawl is paused.\n").contains("HOST", "[.]");
    long before = web.requests();
    Thread.sleep(1_000);
    assertThat(web.requests()).isLessThanOrEqualTo(before + 1);

    assertThat(here.vigie("crawl", "resume")).as(here.err()).isZero();
    assertThat(here.out()).isEqualTo("The crawl goes on.\n");
    assertThat(here.vigie("crawl", "resume")).isZero();
    assertThat(here.out()).isEqualTo("The crawl was not paused; it goes on.\n");
    assertThat(crawl.get()).isZero();
  }

  @Test
  void saysThatThereIsNothingToShowPauseOrResume() {
    for (Map.Entry<String, String> each :
        Map.of(
                "status",
                "vigie-workspace has no crawl yet; type ./vigie crawl --seed URL",
                "pause",
                "a crawl must run in vigie-workspace to be paused, but none does",
                "resume",
                "a crawl must be paused in vigie-workspace to go on, but none is")
            .entrySet()) {
      assertThat(here.vigie("crawl", each.getKey())).isEqualTo(4);
      assertThat(here.err()).isEqualTo("vigie: " + each.getValue() + "\n");
    }
  }

  @Test
  void refusesWhatCannotBeBeforeAnythingIsFetched() {
    assertThat(crawl("--seed", seed(0).toString(), "--metrics-port", "65536")).isEqualTo(2);
    assertThat(here.err()).contains("--metrics-port must be from 0 to 65535, but was 65536");

    assertThat(crawl("--seed", seed(0).toString(), "--adverts", "kafka:x")).isEqualTo(2);
    assertThat(crawl("--seed", seed(0).toString(), "--metrics-port", port())).isEqualTo(4);
    assertThat(here.err()).contains("metrics must be served at 127.0.0.1:" + port());
    assertThat(web.requests()).isZero();
  }

  @Test
  void refusesAPartInASharedCrawlThatCannotBe() throws Exception {
    Files.writeString(folder.resolve("kafka.properties"), "sasl.mechansim=PLAIN\n");
    String shared = "--shared kafka:127.0.0.1:9092 --name unit-7 --process crawler-1";
    for (Map.Entry<String, String> each :
        Map.of(
                "--shared kafka:127.0.0.1:9092 --name unit-7",
                "Missing required argument(s): --process=ID",
                "--name unit-7",
                "Missing required argument(s): --shared=WHERE, --process=ID",
                "--shared 127.0.0.1:9092 --name unit-7 --process crawler-1",
                "--shared must be kafka:HOST:PORT, but was '127.0.0.1:9092'",
                "--shared kafka:127.0.0.1:9092 --name unit/7 --process crawler-1",
                "--name must be up to 100 of A-Z a-z 0-9 . _ -, but was 'unit/7'",
                shared + " --partitions 0",
                "--partitions must be in [1, 1000], but was 0",
                "--kafka-properties kafka.properties",
                "--kafka-properties must go with --shared or --adverts kafka:HOST:PORT/TOPIC, but"
                    + " has neither")
            .entrySet()) {
      assertThat(crawl(("--seed " + seed(0) + " " + each.getKey()).split(" "))).isEqualTo(2);
      assertThat(here.err()).contains(each.getValue());
    }
    assertThat(
            crawl(
                ("--seed " + seed(0) + " " + shared + " --kafka-properties kafka.properties")
                    .split(" ")))
        .isEqualTo(4);
    assertThat(here.err()).contains("sasl.mechansim is no setting of Kafka's clients");
    assertThat(web.requests()).isZero();
    assertThat(folder.resolve("vigie-workspace/audit")).doesNotExist();
  }

  @Test
  void saysThatNoBrokerAnswersAndFetchesNothing() throws Exception {
    int nobody;
    try (Socket held = new Socket()) { // bound, so that nobody else listens there
      held.bind(new InetSocketAddress("127.0.0.1", 0));
      nobody = held.getLocalPort();
      String words =
          "--seed %s --shared kafka:127.0.0.1:%d --name unit-7 --process crawler-1 --quiet"
              .formatted(seed(0), nobody);

      assertThat(crawl(words.split(" "))).isEqualTo(4);
    }

    assertThat(here.err()).contains("vigie: Kafka must answer at 127.0.0.1:" + nobody + ", but ");
    assertThat(web.requests()).isZero();
    assertThat(Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl")))
        .contains("shared as unit-7 by crawler-1 over kafka:127.0.0.1:" + nobody);
  }

  /** A port that is taken. */
  private String port() {
    return Integer.toString(seed(0).getPort());
  }

  private JsonNode status() throws Exception {
    assertThat(here.vigie("crawl", "status", "--json")).as(here.err()).isZero();
    return JSON.readTree(here.out());
  }

  private int crawl(String... words) {
    here.forget();
    return line(here.environment(), Duration.ofMillis(5)).execute(words);
  }

  private CommandLine line(Environment environment, Duration delay) {
    CommandLine line =
        new CommandLine(
            new CrawlCommand(environment, settings -> settings.onLoopback(delay, web.hosts())));
    Conventions.apply(line, environment);
    return line;
  }

  private void seeds(String entry, URI url) throws Exception {
    Files.writeString(folder.resolve("seeds.yaml"), "seeds:\n" + entry.formatted(url));
  }

  private void seedsUnder(String mandate, URI url) throws Exception {
    Path file = folder.resolve("seeds.yaml");
    Files.writeString(
        file, Files.readString(file) + "  - {url: '%s', mandate: %s}\n".formatted(url, mandate));
  }

  private URI seed(int number) {
    return web.seeds().get(number);
  }

  private List<String> urls() {
    return web.seeds().stream().map(URI::toString).toList();
  }

  private static Mandate mandate(String until) {
    return new Mandate("Unit 3", "Act 12", "recruitment", "7", "A. P.", Instant.parse(until));
  }
}
