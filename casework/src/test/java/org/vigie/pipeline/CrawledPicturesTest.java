package org.vigie.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlOutlets;
import org.vigie.crawler.CrawlPictures;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.workspace.Workspace;

/** Pictures that adverts of a crawled site show, from its pages to what a run reads. */
@Timeout(180)
class CrawledPicturesTest {
  private static final String SAID = "https://chat.example.org/+AbC";

  @TempDir Path folder;
  private final List<Advert> handedOn = new CopyOnWriteArrayList<>();
  private final List<Path> known = new ArrayList<>();
  private SmallSite site;

  @BeforeEach
  void open() throws IOException {
    site = new SmallSite();
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed/\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void areReadAndKeptNowhere() throws Exception {
    site.put("/", "<a href=/a>a</a> <a href=/b>b</a>");
    site.put("/a", offer("Room", "/1.jpg", "/closed/2.jpg", "http://cdn.example.org/3.jpg"));
    site.put("/b", offer("Work", "/1.jpg", "/gone.jpg", "/page.jpg"));
    site.put("/1.jpg", code(SAID));
    site.put("/closed/2.jpg", code(SAID + "2"));
    site.put("/page.jpg", "<p>no picture</p>");

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(came(report))
        .isEqualTo(
            Map.of(
                "read", 2L,
                "robots-disallowed", 1L,
                "out-of-scope", 1L,
                "http-404", 1L,
                "not-a-picture", 1L));
    assertThat(handedOn).hasSize(2);
    assertThat(handedOn).allSatisfy(advert -> assertThat(advert.pictureText()).contains(SAID));
    assertThat(read())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("provenance")
        .containsExactlyInAnyOrderElementsOf(handedOn);
    byte[] picture = code(SAID);
    for (Path file : files()) {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      assertThat(bytes)
          .doesNotContain(new String(Arrays.copyOfRange(picture, 41, 80), ISO_8859_1))
          .doesNotContain(Sha256.hex(picture));
    }
  }

  @Test
  void areReadBetweenTheWordsOfAPageUnlessTheyAreOfTheSite() throws Exception {
    String words = "<h1>Flat %s</h1><p>A room to let in Lyon from today, ask for the rest.</p>";
    String site = "<header><img src=/head.jpg></header><img src=/rule.jpg><img src=/logo.jpg>";
    this.site.put("/", "<a href=/a>a</a> <a href=/b>b</a>");
    for (String name : List.of("a", "b")) {
      this.site.put(
          "/" + name,
          "<!doctype html><title>Flat</title>"
              + site
              + words.formatted(name)
              + "<img src=data:x data-src=/%1$s.jpg><a href=/b2><img src=/c.jpg></a> <a href=/full.jpg><img src=/small.jpg></a>"
                  .formatted(name));
      this.site.put("/" + name + ".jpg", code(SAID + name));
    }
    this.site.put("/rule.jpg", code(SAID + "rule"));
    this.site.put("/full.jpg", code(SAID + "full"));

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(came(report)).isEqualTo(Map.of("read", 4L, "read-before", 2L));
    assertThat(read())
        .extracting(Advert::pictureText)
        .allSatisfy(text -> assertThat(text).containsPattern("AbC[ab]\\b"))
        .allSatisfy(text -> assertThat(text).doesNotContain("small"))
        .anySatisfy(text -> assertThat(text).doesNotContain("rule"));
  }

  @Test
  void leaveTheIdOfAnAdvertAsItIs() throws Exception {
    site.put("/", offer("Room", "/1.jpg"));
    site.put("/1.jpg", code(SAID));
    crawl(seed(Set.of(Permission.PICTURES), false));
    String without = handedOn.getFirst().id();
    handedOn.clear();
    try (var walk = Files.walk(folder)) {
      walk.sorted(java.util.Comparator.reverseOrder())
          .filter(file -> !file.equals(folder))
          .forEach(file -> assertThat(file.toFile().delete()).isTrue());
    }

    crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(handedOn.getFirst().pictureText()).contains(SAID);
    assertThat(handedOn.getFirst().id()).isEqualTo(without);
  }

  @Test
  void areCountedWhereTheyStandByThemselves() throws Exception {
    site.put("/", "<nav><a href=/media/7>flyer</a></nav><a href=/a>a</a>");
    site.put("/a", "<p>Nothing here.</p>");
    site.put("/media/7", code(SAID));

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(report.outcomes()).containsEntry("not-a-page", 1L);
    assertThat(came(report)).isEqualTo(Map.of("alone", 1L));
  }

  @Test
  void areCountedWhereTheSeedDoesNotAskForThem() throws Exception {
    site.put("/", offer("Room", "/1.jpg", "/2.jpg"));

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), false));

    assertThat(came(report)).isEqualTo(Map.of("not-asked-for", 2L));
    assertThat(handedOn.getFirst().pictureText()).isEmpty();
  }

  @Test
  void areComparedWithKnownMaterialFirst() throws Exception {
    site.put("/", offer("Room", "/1.jpg"));
    site.put("/1.jpg", code(SAID));
    known.add(Files.writeString(folder.resolve("known.txt"), Sha256.hex(code(SAID))));

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(came(report)).isEqualTo(Map.of("known", 1L));
    assertThat(read()).hasSize(1);
    assertThat(read().getFirst().fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
    assertThat(read().getFirst().pictureText()).doesNotContain(SAID);
  }

  @Test
  void areReadOfAGalleryAsFarAsItsFirst() throws Exception {
    String[] addresses = new String[12];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = "/" + i + ".jpg";
      site.put(addresses[i], code(SAID + i));
    }
    site.put("/", offer("Room", addresses));

    CrawlReport report = crawl(seed(Set.of(Permission.PICTURES), true));

    assertThat(came(report)).isEqualTo(Map.of("read", 8L, "beyond-the-first", 4L));
    assertThat(read().getFirst().pictureText()).contains(SAID + "0", SAID + "7");
  }

  @Test
  void needTheMandatesPermission() {
    assertThatThrownBy(() -> seed(Set.of(Permission.IMAGE_HASHES), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a seed may ask for pictures only if its mandate permits them");
  }

  private Seed seed(Set<Permission> permits, boolean pictures) {
    EnumSet<Permission> all = EnumSet.copyOf(permits);
    Instant until = Instant.parse("2100-01-01T00:00:00Z");
    Mandate mandate = new Mandate("unit", "law", "test", "case", "chief", until, all);
    String url = "http://a.example.org:" + site.port() + "/";
    Set<Permission> asked = pictures ? Set.of(Permission.PICTURES) : Set.of();
    return new Seed(url, Seed.Reach.HOST, mandate, 100, "", null, asked, false);
  }

  private CrawlReport crawl(Seed seed) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(5),
            Duration.ofSeconds(20),
            100,
            4,
            1 << 20,
            2,
            new CrawlConfig.LocalWeb(true, Map.of("a.example.org", "127.0.0.1")));
    AdvertSink sink =
        new AdvertSink() {
          @Override
          public void write(List<FoundAdvert> adverts) {
            adverts.forEach(found -> handedOn.add(found.advert()));
          }

          @Override
          public void close() {}
        };
    try (PictureReader reader = new PictureReader(PictureLimits.defaults(), known)) {
      CrawlPlan plan =
          new CrawlPlan(
              List.of(seed),
              false,
              true,
              SiteTemplates.none(),
              0,
              new CrawlPictures(reader, List.of()));
      return new Crawl(
              config,
              seed.mandate(),
              folder.resolve("captures"),
              Clock.systemUTC(),
              new CrawlOutlets(sink, new CrawlMetrics(), status -> {}))
          .run(plan, progress -> {});
    }
  }

  /** Returns what came of pictures, with tesseract or without. */
  private static Map<String, Long> came(CrawlReport report) {
    Map<String, Long> came = new TreeMap<>();
    report
        .pictures()
        .forEach((outcome, pictures) ->
            came.merge(outcome.replace("read-without-text", "read"), pictures, Long::sum));
    return came;
  }

  /** Returns the adverts that a run reads from the archive. */
  private List<Advert> read() throws Exception {
    List<Advert> adverts = new ArrayList<>();
    Mandate mandate = seed(Set.of(Permission.PICTURES), false).mandate();
    Inbox inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.systemUTC());
    for (InputManifest input : inbox.accept(folder.resolve("captures"), Map.of(), mandate)) {
      try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
        for (List<Intake> next = reader.next(); next != null; next = reader.next()) {
          next.stream().map(Intake::advert).filter(each -> each != null).forEach(adverts::add);
        }
      }
    }
    return adverts;
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] offer(String name, String... images) {
    return """
    <!doctype html><title>%1$s</title><script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "Product", "name": "%1$s",
     "description": "%1$s in Lyon, from today, see picture", "image": ["%2$s"],
     "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
    </script>\
    """
        .formatted(name, String.join("\", \"", images))
        .getBytes(UTF_8);
  }

  private static byte[] code(String text) throws Exception {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 240, 240);
    BufferedImage picture = new BufferedImage(320, 280, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 280; y++) {
      for (int x = 0; x < 320; x++) {
        boolean inCode = x >= 40 && x < 280 && y >= 20 && y < 260;
        picture.setRGB(x, y, inCode && code.get(x - 40, y - 20) ? 0 : 0xffffff);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
