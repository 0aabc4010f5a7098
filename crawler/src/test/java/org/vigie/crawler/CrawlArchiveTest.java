package org.vigie.crawler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.World;
import org.vigie.world.WorldServer;
import org.vigie.world.WorldSpec;

/**
 * What two crawls left in their WARC files: one of a whole invented world and of a host with TLS,
 * and one that looked at all of it again.
 */
@Timeout(120)
class CrawlArchiveTest {
  private static final String HOST = "a.example.org";
  private static final String NAME = "archived";
  private static final String KOI8 = "<meta charset=koi8-r><p>Требуется помощница по дому";
  private static final int MAX_BODY = 1 << 19;
  private static final Mandate MANDATE = TestMandate.WITH_IMAGES;

  @TempDir static Path keys;
  @TempDir static Path folder;
  private static TrustedAuthority authority;
  private static final Map<Path, List<Stored>> RECORDS = new TreeMap<>();

  /**
   * A record as it stands in a file.
   *
   * @param headers first value of each, by name
   */
  private record Stored(
      String type, MessageVersion version, Map<String, String> headers, byte[] block) {
    String header(String name) {
      return Objects.requireNonNull(headers.get(name), name + " must be there");
    }

    String text() {
      return new String(block, UTF_8);
    }

    List<String> lines(String field) {
      return text()
          .lines()
          .filter(line -> line.startsWith(field + ": "))
          .map(line -> line.substring(field.length() + 2))
          .toList();
    }

    byte[] payload() {
      String head = new String(block, ISO_8859_1);
      return Arrays.copyOfRange(block, head.indexOf("\r\n\r\n") + 4, block.length);
    }
  }

  @BeforeAll
  static void crawlAndLookAgain() throws Exception {
    authority = new TrustedAuthority(keys);
    World world = World.generate(new WorldSpec(1, WorldSpec.MIN_ADVERTS));
    try (WorldServer server = WorldServer.start(world);
        TestSite secure =
            TestSite.secure(HOST, authority.certificates().signed(NAME, HOST, "-1d", 9))) {
      fill(secure);
      crawl(server, secure, Duration.ZERO);
      secure.on("/gone", exchange -> TestSite.send(exchange, 410, "text/html", "gone"));
      crawl(server, secure, Duration.ofDays(2));
    }
    for (Path warc : warcs()) {
      RECORDS.put(warc, read(warc));
    }
  }

  @AfterAll
  static void trustAsBefore() {
    authority.close();
  }

  @Test
  void areTakenByTheValidatorOfJwarc() throws Exception {
    assertThat(RECORDS).hasSize(2);
    for (Path warc : RECORDS.keySet()) {
      assertThat(JwarcValidator.accepts(warc)).as(warc.toString()).isTrue();
    }
  }

  /** So that the test before can fail: one digit of one digest is enough. */
  @Test
  void wouldNotBeTakenWithAnotherBodyThanTheOneDigested() throws Exception {
    byte[] plain;
    try (var in = new GZIPInputStream(Files.newInputStream(warcs().getFirst()))) {
      plain = in.readAllBytes();
    }
    String text = new String(plain, ISO_8859_1);
    int digest = text.indexOf("WARC-Block-Digest: sha256:", text.indexOf("WARC-Type: response"));
    int digit = digest + "WARC-Block-Digest: sha256:".length();
    plain[digit] = (byte) (plain[digit] == '0' ? '1' : '0');
    Path changed = folder.resolve("changed.warc");
    Files.write(changed, plain);

    assertThat(JwarcValidator.accepts(changed)).isFalse();
  }

  @Test
  void holdAllKindsOfRecordsAndBeginWithWhatTellsTheirMandate() {
    assertThat(all())
        .extracting(Stored::type)
        .contains("warcinfo", "request", "response", "revisit", "metadata")
        .isSubsetOf("warcinfo", "request", "response", "revisit", "metadata");
    assertThat(all()).allMatch(record -> record.version().equals(MessageVersion.WARC_1_1));
    assertThat(all()).allMatch(record -> record.header("Vigie-Mandate").equals(MANDATE.id()));
    RECORDS.forEach((warc, records) -> {
      assertThat(records.getFirst().type()).isEqualTo("warcinfo");
      assertThat(records.getFirst().text()).contains("mandate-id: " + MANDATE.id());
    });
    assertThat(ofType("response")).hasSizeGreaterThan(100);
    assertThat(ofType("revisit"))
        .extracting(record -> record.header("WARC-Profile").replaceAll(".*/", ""))
        .contains("identical-payload-digest", "server-not-modified");
    assertThat(all()).anyMatch(record -> record.headers().containsKey("WARC-Truncated"));
  }

  @Test
  void nameTheDigestsOfWhatTheyHold() throws Exception {
    for (Stored record : all()) {
      assertThat(record.header("WARC-Block-Digest")).isEqualTo(sha256(record.block()));
    }
    for (Stored response : ofType("response")) {
      assertThat(response.header("WARC-Payload-Digest")).isEqualTo(sha256(response.payload()));
    }
  }

  @Test
  void keepTheBytesThatWereSentWhateverTheyAreWrittenOrPackedIn() throws Exception {
    assertThat(response("/packed").payload()).isEqualTo(gzip("<p>packed"));
    assertThat(response("/koi8").payload()).isEqualTo(KOI8.getBytes(Charset.forName("KOI8-R")));
  }

  @Test
  void keepOfAPageThatIsTheSameWhereItStands() {
    Map<String, Stored> byId = new HashMap<>();
    all().forEach(record -> byId.put(record.header("WARC-Record-ID"), record));

    assertThat(byId).hasSameSizeAs(all());
    for (Stored revisit : ofType("revisit")) {
      Stored before = Objects.requireNonNull(byId.get(revisit.header("WARC-Refers-To")));
      assertThat(before.type()).isEqualTo("response");
      assertThat(revisit.header("WARC-Refers-To-Target-URI"))
          .isEqualTo(before.header("WARC-Target-URI"));
      assertThat(revisit.header("WARC-Refers-To-Date")).isEqualTo(before.header("WARC-Date"));
      assertThat(revisit.payload()).isEmpty();
      if (revisit.headers().containsKey("WARC-Payload-Digest")) {
        assertThat(revisit.header("WARC-Payload-Digest"))
            .isEqualTo(before.header("WARC-Payload-Digest"));
      }
    }
  }

  @Test
  void tellWhichAddressAnsweredAndWhatVouchedForIt() throws Exception {
    List<String> chain = List.of(authority.digest(NAME), authority.digest("authority"));
    Map<String, Stored> metadata = concurrent("metadata");
    Map<String, Stored> requests = concurrent("request");
    List<Stored> answers = new ArrayList<>(ofType("response"));
    answers.addAll(ofType("revisit"));

    for (Stored answer : answers) {
      String id = answer.header("WARC-Record-ID");
      Stored told = Objects.requireNonNull(metadata.get(id), answer.header("WARC-Target-URI"));
      assertThat(answer.header("WARC-IP-Address")).isEqualTo("127.0.0.1");
      assertThat(told.lines("resolvedAddress")).containsExactly("127.0.0.1");
      boolean secure = answer.header("WARC-Target-URI").startsWith("https:");
      assertThat(told.lines("tlsCertificate")).isEqualTo(secure ? chain : List.of());
      assertThat(told.lines("tlsProtocol")).isEqualTo(secure ? List.of("TLSv1.3") : List.of());
      Stored asked = Objects.requireNonNull(requests.get(id), answer.header("WARC-Target-URI"));
      assertThat(asked.text()).startsWith("GET /").contains("\r\nUser-Agent: Vigie/0.1");
    }
    assertThat(answers).anyMatch(answer -> answer.header("WARC-Target-URI").startsWith("https:"));
  }

  private static void fill(TestSite site) {
    site.robots(404, "")
        .page(
            "/",
            "<a href=/known>1</a><a href=/packed>2</a><a href=/long>3</a><a href=/gone>4</a>"
                + "<a href=/moved>5</a><a href=/offer>6</a><a href=/koi8>7</a>")
        .on(
            "/known",
            exchange -> {
              boolean same = exchange.getRequestHeaders().containsKey("If-None-Match");
              exchange.getResponseHeaders().set("ETag", "\"v1\"");
              TestSite.send(exchange, same ? 304 : 200, "text/html", same ? "" : "<p>known");
            })
        .on(
            "/packed",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              TestSite.send(exchange, 200, "text/html", gzip("<p>packed"));
            })
        .page("/long", "<p>" + "word ".repeat(MAX_BODY / 4))
        .on(
            "/koi8",
            exchange ->
                TestSite.send(exchange, 200, "text/html", KOI8.getBytes(Charset.forName("KOI8-R"))))
        .page("/gone", "<p>soon gone")
        .redirect("/moved", "/offer")
        .page(
            "/offer",
            """
            <!doctype html><title>Bicycle</title><script type="application/ld+json">
            {"@context": "https://schema.org", "@type": "Product", "name": "Bicycle",
             "description": "An old bicycle, for sale in Lyon", "image": ["/picture.jpg"],
             "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
            </script>\
            """)
        .on(
            "/picture.jpg",
            exchange -> TestSite.send(exchange, 200, "image/jpeg", new byte[] {1, 2, 3}));
  }

  private static void crawl(WorldServer world, TestSite secure, Duration passed)
      throws IOException, InterruptedException {
    Map<String, String> hosts = new HashMap<>(world.hosts());
    hosts.put(HOST, "127.0.0.1");
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (+mailto:crawl@example.org)",
            Duration.ofMillis(1),
            Duration.ofSeconds(10),
            10_000,
            100,
            MAX_BODY,
            8,
            new CrawlConfig.LocalWeb(true, hosts));
    Seed.Revisit daily = new Seed.Revisit(Duration.ofHours(12), Duration.ofDays(1));
    List<Seed> seeds = new ArrayList<>();
    List<String> addresses = new ArrayList<>(world.seeds().stream().map(Object::toString).toList());
    addresses.add(secure.url("/").toString());
    for (String address : addresses) {
      seeds.add(new Seed(address, Seed.Reach.HOST, MANDATE, Seed.UNLIMITED, "", daily, true));
    }
    Clock clock = Clock.offset(Clock.systemUTC(), passed);
    new Crawl(config, MANDATE, folder.resolve("captures"), clock)
        .run(new CrawlPlan(seeds, false), progress -> {});
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static List<Path> warcs() throws IOException {
    try (var files = Files.list(folder.resolve("captures"))) {
      return files.sorted().toList();
    }
  }

  private static List<Stored> read(Path warc) throws IOException {
    List<Stored> records = new ArrayList<>();
    try (WarcReader reader = new WarcReader(warc)) {
      for (WarcRecord record : reader) {
        Map<String, String> headers = new HashMap<>();
        record.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        records.add(
            new Stored(
                record.type(), record.version(), headers, record.body().stream().readAllBytes()));
      }
    }
    return records;
  }

  private static List<Stored> all() {
    return RECORDS.values().stream().flatMap(List::stream).toList();
  }

  private static List<Stored> ofType(String type) {
    return all().stream().filter(record -> record.type().equals(type)).toList();
  }

  private static Stored response(String path) {
    return ofType("response").stream()
        .filter(response -> response.header("WARC-Target-URI").endsWith(path))
        .findFirst()
        .orElseThrow();
  }

  /** Returns id of an answer → the record of a type that was made with it. */
  private static Map<String, Stored> concurrent(String type) {
    Map<String, Stored> concurrent = new HashMap<>();
    for (Stored record : ofType(type)) {
      if (record.headers().containsKey("WARC-Concurrent-To")) {
        concurrent.put(record.header("WARC-Concurrent-To"), record);
      }
    }
    return concurrent;
  }

  private static String sha256(byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256:" + HexFormat.of().formatHex(digest);
  }
}
