package org.vigie.casework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.crawler.CrawlConfig;
import org.vigie.files.build.Build;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.StateBackend;

class SettingsTest {
  private static final Path HOME = Path.of("/opt/vigie");

  @Test
  void theCommentedFileSpellsOutEveryDefault() {
    assertThat(read(DefaultFiles.settings())).isEqualTo(Settings.defaults(HOME));
  }

  @Test
  void theCommentedFileHasEveryKeyThatIsKnown() throws Exception {
    List<String> lost = new ArrayList<>();
    JsonNode file = new YAMLMapper().readTree(DefaultFiles.settings());
    for (Map.Entry<String, JsonNode> section : file.properties()) {
      for (String key : knownIn(section.getKey())) {
        if (!section.getValue().has(key)) {
          lost.add(section.getKey() + "." + key);
        }
      }
    }
    assertThat(lost).isEmpty();
    assertThat(file.properties()).extracting(Map.Entry::getKey).containsAll(knownAtTheTop());
  }

  @Test
  void everyKeyHasACommentAboveItOrSharesOne() {
    List<String> lines = DefaultFiles.settings().lines().toList();
    assertThat(lines.stream().filter(line -> line.strip().startsWith("#")).count())
        .isGreaterThan(
            lines.stream().filter(line -> line.startsWith("  ") && line.contains(": ")).count()
                - 3);
  }

  @Test
  void anEmptyFileMeansTheDefaults() {
    assertThat(read("# nothing\n")).isEqualTo(Settings.defaults(HOME));
    assertThat(read("crawl:\n")).isEqualTo(Settings.defaults(HOME));
  }

  @Test
  void readsWhatIsSet() {
    Settings settings =
        read(
            """
            crawl: {contact: unit@example.org, host-delay: 1500ms, max-body: 512KiB, threads: 1}
            run: {models: /srv/models, shards: 8, checkpoint-interval: 1m, remember: 30d, state-backend: rocksdb}
            near-duplicates: {min-similarity: 0.5}
            alerts: {min-cluster-size: 5}
            search: {facets: 0}
            web: {letters-at: "0.0.0.0:8490", allowed-hosts: "vigie.example.org, 192.0.2.8,"}
            """);

    assertThat(settings.crawl().onTheWeb())
        .isEqualTo(
            new CrawlConfig(
                Build.product() + " (+unit@example.org)",
                Duration.ofMillis(1500),
                Duration.ofSeconds(30),
                10_000,
                16,
                512 * 1024,
                1,
                new CrawlConfig.LocalWeb(false, Map.of())));
    assertThat(settings.run().models()).isEqualTo(Path.of("/srv/models"));
    assertThat(settings.run().shards()).isEqualTo(8);
    assertThat(settings.run().checkpointInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.run().stateBackend()).isEqualTo(StateBackend.ROCKSDB);
    assertThat(settings.run().horizon().days()).isEqualTo(30);
    assertThat(settings.run().grouping().nearDuplicates().minSimilarity()).isEqualTo(0.5);
    assertThat(settings.run().grouping().alertRules().campaign().adverts()).isEqualTo(5);
    assertThat(settings.search().facets()).isZero();
    assertThat(settings.console().web().allowedHosts())
        .containsExactly("vigie.example.org", "192.0.2.8");
    assertThat(settings.console().web().lettersAt()).contains(new ListenAddress("0.0.0.0", 8_490));
  }

  @Test
  void namesTheCrawlerWithTheVersionThatRunsUnlessItIsCalledOtherwise() {
    for (String own : List.of("Vigie", "Vigie/0.1")) {
      assertThat(agent(own)).isEqualTo(Build.product() + " (+unit@example.org)");
    }
    assertThat(agent("Unit7/3")).isEqualTo("Unit7/3 (+unit@example.org)");
  }

  private static String agent(String name) {
    return read("crawl: {contact: unit@example.org, user-agent: %s}".formatted(name))
        .crawl()
        .onTheWeb()
        .userAgent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crawl: {host-delay: fast} | crawl.host-delay: must be a duration such as 2s (units ms, s,"
            + " m, h, d), but was 'fast'",
        "web: {allowed-hosts: 'https://vigie.example.org'} | web.allowed-hosts: must be names or"
            + " addresses without scheme and port, apart by commas, but was"
            + " 'https://vigie.example.org'",
        "web: {allowed-hosts: 'a, vigie.example.org:443'} | web.allowed-hosts: must be names or"
            + " addresses without scheme and port, apart by commas, but was"
            + " 'vigie.example.org:443'",
        "web: {letters-at: '8490'} | web.letters-at: must be ADDRESS:PORT, such as 0.0.0.0:8490,"
            + " but isn't",
        "web: {letters-at: 'a:65536'} | web.letters-at: must be ADDRESS:PORT, such as"
            + " 0.0.0.0:8490, but isn't",
        "crawl: {host-delay: 2} | crawl.host-delay: must be a duration such as 2s (units ms, s, m,"
            + " h, d), but was '2'",
        "crawl: {host-delay: 0s} | crawl.host-delay: must be a duration of at least 1ms, but was"
            + " '0s'",
        "crawl: {host-delay: -2s} | crawl.host-delay: must be a duration such as 2s (units ms, s,"
            + " m, h, d), but was '-2s'",
        "crawl: {host-delay: 99999999999999999999s} | crawl.host-delay: must be a duration such as"
            + " 2s (units ms, s, m, h, d), but was '99999999999999999999s'",
        "crawl: {max-body: 8MB} | crawl.max-body: must be a size such as 8MiB (units B, KiB, MiB,"
            + " GiB), but was '8MB'",
        "crawl: {max-pages: 0} | crawl.max-pages: must be a whole number from 1 to 2147483647, but"
            + " was '0'",
        "crawl: {max-pages: 1.5} | crawl.max-pages: must be a whole number from 1 to 2147483647,"
            + " but was '1.5'",
        "crawl: {user-agent: [a]} | crawl.user-agent: must be a text, but was a list or mapping",
        "audit: {witness: 'w, http://witness.example.org/unit-7'} | audit.witness: must be https,"
            + " syslog+tls or smtp+tls where it isn't this machine, but one isn't",
        "audit: {witness: 'syslog+tcp://192.0.2.1:601'} | audit.witness: must be https, syslog+tls"
            + " or smtp+tls where it isn't this machine, but one isn't",
        "audit: {witness: 'smtp://mail.example.org:25/a@example.org'} | audit.witness: must be"
            + " https, syslog+tls or smtp+tls where it isn't this machine, but one isn't",
        "audit: {forward: {to: 'syslog+tcp://siem.example.org:601'}} | audit.forward.to: must be"
            + " syslog+tls where it isn't this machine, but isn't",
        "disclosure: {users: ana} | disclosure.users: must be pairs USER=ACCOUNT, apart by commas,"
            + " but one of them is none",
        "disclosure: {users: 'a=b, a=c'} | disclosure.users: must name each user once, but names"
            + " one twice",
        "evidence: {time-stamps: stamps.example.org} | evidence.time-stamps: must be http or https"
            + " addresses, but one isn't",
        "evidence: {time-stamps: 'http://stamps.example.org'} | evidence.time-stamp-roots: must name"
            + " the certificates that those of the authorities come from, but is empty",
        "run: {remember: 36h} | run.remember: must be a number of whole days from 1d to 36500d, but"
            + " was '36h'",
        "run: {remember: 0d} | run.remember: must be a number of whole days from 1d to 36500d, but"
            + " was '0d'",
        "run: {remember: 40000d} | run.remember: must be a number of whole days from 1d to 36500d,"
            + " but was '40000d'",
        "run: {remember: forever} | run.remember: must be a number of whole days from 1d to 36500d,"
            + " but was 'forever'",
        "run: {state-backend: disk} | run.state-backend: must be one of hashmap, rocksdb, but was"
            + " 'disk'",
        "near-duplicates: {min-similarity: 1.5} | near-duplicates.min-similarity: must be a number"
            + " in [0, 1], but was '1.5'",
        "alerts: {min-cluster-size: many} | alerts.min-cluster-size: must be a whole number from 2"
            + " to 1000000, but was 'many'",
        "models: {trusted-key: abc} | models.trusted-key: must be an Ed25519 public key as"
            + " signing.pub holds it, but isn't",
        "deliver: {webhook: 'http://example.org/', webhook-secret: k} | deliver.webhook: must be an"
            + " https address, or an http one on this machine",
        "deliver: {webhook: 'https://example.org/'} | deliver.webhook-secret: must name the file of"
            + " the key that signs alerts",
        "deliver: {mail-server: mail.example.org} | deliver.mail-server: must be a host and a port,"
            + " such as mail.example.org:587",
        "deliver: {mail-server: 'mail.example.org:25', mail-from: a@example.org, mail-to: nobody} |"
            + " deliver.mail-to: must be e-mail addresses with commas between",
        "deliver: {language: xx} | deliver.language: must be en or fr, but was another one",
        "deliver: {file: alerts.jsonl} | deliver.reviewer: must name who decided that these are"
            + " told",
        "deliver: {file: alerts.jsonl, reviewer: E. Lead} | deliver.mandate: must be the id of the"
            + " mandate under which that was decided",
        "crawl: fast | crawl must be a mapping of keys to values, but isn't",
        "- crawl | the file must be a mapping of keys to values, but isn't",
      })
  void refusesWhatCannotBeWithTheKeysPath(String yaml, String error) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UserError.class)
        .hasMessage("vigie.yaml: " + error);
  }

  @Test
  void refusesUnknownKeysAndNamesTheKnownOnes() {
    assertThatThrownBy(() -> read("search: {limits: 3}"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "vigie.yaml: search.limits is no known key; known here: facets, limit, timeout");
    assertThatThrownBy(() -> read("serach: {}"))
        .hasMessage(
            "vigie.yaml: serach is no known key; known here: alerts, audit, crawl, deliver,"
                + " disclosure, evidence, files, models, near-duplicates, networks, oidc, pictures,"
                + " plugins, retention, run, search, translation, web");
  }

  @Test
  void refusesAKeyThatIsSetTwice() {
    assertThatThrownBy(() -> read("search:\n  limit: 3\n  limit: 4\n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("vigie.yaml: line 3: must be YAML, but Duplicate field 'limit'");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatThrownBy(() -> read("crawl: [unclosed"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("vigie.yaml: line ");
  }

  @Test
  void refusesToCrawlTheWebWithoutAContact() {
    assertThatThrownBy(() -> CrawlSettings.defaults().onTheWeb())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("crawl.contact: must be an e-mail address or URL");
  }

  @Test
  void opensLoopbackForTheDemoAlone() {
    CrawlConfig demo =
        CrawlSettings.defaults()
            .onLoopback(Duration.ofMillis(10), Map.of("a.example.org", "127.0.0.1"));

    assertThat(demo.localWeb().allowed()).isTrue();
    assertThat(demo.hostDelay()).isEqualTo(Duration.ofMillis(10));
    assertThat(demo.localWeb().hosts()).containsOnlyKeys("a.example.org");
  }

  private static Settings read(String yaml) {
    return Settings.read(YamlFile.parse(yaml, "vigie.yaml"), HOME);
  }

  private static List<String> knownIn(String section) {
    return knownAccordingTo(section + ": {no-such-key: 1}");
  }

  private static List<String> knownAtTheTop() {
    return knownAccordingTo("no-such-key: 1");
  }

  @Test
  void aVariableTakesThePlaceOfAKey() {
    assertThat(with(Map.of("VIGIE_RUN_CHECKPOINT_INTERVAL", "7s")).run().checkpointInterval())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(
            with(Map.of("VIGIE_NEAR_DUPLICATES_MIN_SIMILARITY", "0.9"))
                .run()
                .grouping()
                .nearDuplicates()
                .minSimilarity())
        .isEqualTo(0.9);
    assertThat(
            with(Map.of(
                    "VIGIE_AUDIT_FORWARD_TO", "file:/srv/lines",
                    "VIGIE_AUDIT_FORWARD_FORMAT", "rfc5424"))
                .custody()
                .audit()
                .forward())
        .as("a section within a section")
        .contains(new ForwardSettings("file:/srv/lines", ForwardSettings.Format.RFC5424, ""));
    assertThat(with(Map.of("VIGIE_WORKSPACE", "elsewhere", "PATH", "/bin")))
        .as("variables that say other things")
        .isEqualTo(Settings.defaults(HOME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VIGIE_RNU_SHARDS | 4 | the variable VIGIE_RNU_SHARDS must name a key",
        "VIGIE_RUN_SHARD | 4 | shard",
        "VIGIE_AUDIT_FORWARD_FROM | x | from",
        "VIGIE_RUN_SHARDS | many | run.shards",
        "VIGIE_RUN_SHARDS | [ | VIGIE_RUN_SHARDS: line",
      })
  void aVariableThatIsNoKeyOrHasNoValueOfItsTypeStopsTheStart(
      String name, String value, String told) {
    assertThatThrownBy(() -> with(Map.of(name, value)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(told);
  }

  /** Returns the defaults with what variables say. */
  private static Settings with(Map<String, String> environment) {
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    EnvironmentSettings.apply(environment, keys);
    return Settings.read(new Section("vigie.yaml", "", keys), HOME);
  }

  @Test
  void everySectionCanBeNamedByAVariable() {
    assertThat(EnvironmentSettings.SECTIONS).containsExactlyInAnyOrderElementsOf(knownAtTheTop());
  }

  private static List<String> knownAccordingTo(String yaml) {
    try {
      read(yaml);
      throw new AssertionError("an unknown key must be refused");
    } catch (UserError e) {
      String message = String.valueOf(e.getMessage());
      return List.of(message.substring(message.indexOf("known here: ") + 12).split(", ", -1));
    }
  }
}
