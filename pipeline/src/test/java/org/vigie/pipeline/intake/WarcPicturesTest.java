package org.vigie.pipeline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

/** Pictures in a capture file that is handed in by itself, as other programs write it. */
class WarcPicturesTest extends PicturesOfInbox {
  private static final String SITE = "https://board.example.org";

  /** How the records of a file are compressed. */
  enum Storage {
    PLAIN,
    MEMBERS,
    WHOLE
  }

  private final List<byte[]> records = new ArrayList<>();
  private final List<Advert> adverts = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private AdvertPictures pictures;

  @BeforeEach
  void open() throws Exception {
    pictures = new AdvertPictures(new PictureReader(PictureLimits.defaults(), known), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void areReadForTheAdvertsOfItsPages(Storage storage) throws Exception {
    answer("/1.png", "image/png", code(ADDRESS + "1"));
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/b", "text/html", page("Work", "2.png"));
    answer("/2.png", "image/png", code(ADDRESS + "2"));
    answer("/logo.png", "image/png", code(ADDRESS + "logo"));

    Path copy = accept(storage);

    assertThat(adverts)
        .extracting(advert -> advert.title() + " " + advert.pictureText())
        .containsExactly("Room \u25A3 " + ADDRESS + "1", "Work \u25A3 " + ADDRESS + "2");
    assertThat(letters).isEmpty();
    assertThat(adverts)
        .allSatisfy(advert ->
            assertThat(Objects.requireNonNull(advert.provenance()).payloadDigest())
                .isEqualTo(
                    Sha256.of(
                        page(advert.title(), advert.url().endsWith("a") ? "1.png" : "2.png"))));
    String kept = new String(Files.readAllBytes(copy), ISO_8859_1);
    byte[] picture = code(ADDRESS + "1");
    assertThat(kept).doesNotContain(new String(Arrays.copyOfRange(picture, 41, 90), ISO_8859_1));
  }

  @Test
  void leaveTheIdsOfAdvertsAsTheyAre() throws Exception {
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/1.png", "image/png", code(ADDRESS + "1"));
    accept(Storage.MEMBERS);
    String with = adverts.getFirst().id();
    adverts.clear();
    pictures = AdvertPictures.notPermitted();

    accept(Storage.MEMBERS);

    assertThat(adverts.getFirst().id()).isEqualTo(with);
    assertThat(adverts.getFirst().pictureText()).isEmpty();
    assertThat(pictures.left()).isEqualTo(1);
  }

  @Test
  void areRefusedWithAReasonEach() throws Exception {
    byte[] broken = Arrays.copyOf(code(ADDRESS), 200);
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/1.png", "image/png", broken);

    accept(Storage.PLAIN);

    assertThat(adverts).hasSize(1);
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().kind()).startsWith("picture-");
  }

  @Test
  void areCountedWhereTheyComeTooLate() throws Exception {
    pictures =
        new AdvertPictures(
            new PictureReader(PictureLimits.defaults(), known),
            List.of(),
            Duration.ZERO,
            Duration.ZERO);
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/1.png", "image/png", code(ADDRESS));

    accept(Storage.MEMBERS);

    assertThat(adverts).extracting(Advert::pictureText).containsExactly("");
    assertThat(pictures.late()).isEqualTo(1);
  }

  @Test
  void areKnownOnesThoughNoAdvertShowsThem() throws Exception {
    known.add(Files.writeString(folder.resolve("known.txt"), Sha256.hex(code(ADDRESS + "x"))));
    open();
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/1.png", "image/png", code(ADDRESS));
    answer("/x.png", "image/png", code(ADDRESS + "x"));

    accept(Storage.MEMBERS);

    assertThat(pictures.counts().known()).isEqualTo(1);
    assertThat(adverts).hasSize(1);
  }

  @Test
  void arentKeptThoughNoAdvertShowsThem() throws Exception {
    byte[] picture = code(ADDRESS + "x");
    known.add(Files.writeString(folder.resolve("known.txt"), Sha256.hex(picture)));
    open();
    answer("/a", "text/html", page("Room", "1.png"));
    answer("/x.png", "image/png", picture);

    assertThat(isIn(picture, accept(Storage.PLAIN))).isFalse();
    assertThat(pictures.counts().known()).isEqualTo(1);

    pictures =
        new AdvertPictures(
            new PictureReader(PictureLimits.defaults(), known),
            List.of(),
            Duration.ZERO,
            Duration.ZERO);
    assertThat(isIn(picture, accept(Storage.PLAIN))).as("out of time").isFalse();
    assertThat(pictures.counts().known()).isEqualTo(1);

    pictures = AdvertPictures.notPermitted();
    assertThat(isIn(picture, accept(Storage.PLAIN))).as("not permitted").isFalse();
    assertThat(pictures.left()).isEqualTo(1);
    assertThat(adverts).hasSize(3);
    assertThat(letters).isEmpty();
  }

  @Test
  void areReadInResourcesToo() throws Exception {
    byte[] picture = code(ADDRESS + "x");
    known.add(Files.writeString(folder.resolve("known.txt"), Sha256.hex(picture)));
    open();
    answer("/a", "text/html", page("Room", "1.png"));
    record("resource", "/1.png", "image/png", code(ADDRESS));
    record("resource", "/x.png", "image/png", picture);

    Path kept = accept(Storage.PLAIN);

    assertThat(isIn(picture, kept)).isFalse();
    assertThat(pictures.counts().known()).isEqualTo(1);
    assertThat(adverts).extracting(Advert::pictureText).containsExactly("\u25A3 " + ADDRESS);
    assertThat(letters).isEmpty();
  }

  @Test
  void areReadForEachAdvertOfALongListing() throws Exception {
    StringBuilder offers = new StringBuilder();
    for (int i = 0; i < 230; i++) {
      offers.append(i == 0 ? "" : ",").append(offer("Room " + i, i + ".png"));
      answer("/" + i + ".png", "image/png", code(ADDRESS + i));
    }
    answer("/a", "text/html", markup("Rooms", "[" + offers + "]"));

    accept(Storage.PLAIN);

    assertThat(adverts)
        .hasSize(230)
        .allSatisfy(advert ->
            // Where Tesseract is installed, it sees letters in the pattern of some codes.
            assertThat(advert.pictureText())
                .startsWith("\u25A3 ")
                .endsWith(ADDRESS + advert.title().substring(5)));
  }

  @Test
  void arentKeptThoughTheAnswerSaysThatTheyWereNotFound() throws Exception {
    byte[] picture = code(ADDRESS + "x");
    known.add(Files.writeString(folder.resolve("known.txt"), Sha256.hex(picture)));
    open();
    answer("/a", "text/html", page("Room", "1.png"));
    answer(404, "/x.png", "image/png", picture);
    answer(403, "/1.png", "image/png", code(ADDRESS));

    assertThat(isIn(picture, accept(Storage.PLAIN))).isFalse();

    assertThat(pictures.counts().known()).isEqualTo(1);
    assertThat(adverts).extracting(Advert::pictureText).containsExactly("");
    assertThat(letters).isEmpty();
  }

  @Test
  void arentPagesThatDrawWithSvg() throws Exception {
    String drawing = "<!doctype html><svg viewBox='0 0 1 1'><path d='M0 0'/></svg>";
    String offer = new String(page("Room", "1.png"), UTF_8);
    answer("/a", "text/html", text(drawing + offer.substring("<!doctype html>".length())));
    answer("/1.png", "image/png", code(ADDRESS));

    accept(Storage.PLAIN);

    assertThat(adverts).extracting(Advert::pictureText).containsExactly("\u25A3 " + ADDRESS);
    assertThat(pictures.counts().read()).isEqualTo(1);
  }

  private static boolean isIn(byte[] picture, Path kept) throws Exception {
    String part = new String(Arrays.copyOfRange(picture, 41, 90), ISO_8859_1);
    return new String(Files.readAllBytes(kept), ISO_8859_1).contains(part);
  }

  @Test
  void leaveWhatIsDamagedToBeTold() throws Exception {
    answer("/a", "text/html", page("Room", "1.png"));
    records.add(text("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nshort"));
    answer("/1.png", "image/png", code(ADDRESS));
    answer("/b", "text/html", page("Work", "2.png"));

    accept(Storage.PLAIN);

    assertThat(adverts).extracting(Advert::title).contains("Room");
    assertThat(letters).extracting(DeadLetter::kind).isNotEmpty();
  }

  private Path accept(Storage storage) throws Exception {
    Path warc = folder.resolve("in-" + storage + ".warc" + (storage == Storage.PLAIN ? "" : ".gz"));
    Files.write(warc, stored(storage));
    Inbox inbox =
        new Inbox(
            new Workspace(folder.resolve("ws-" + System.nanoTime())),
            Clock.fixed(NOW, ZoneOffset.UTC),
            TableForm.guessed(),
            PluginSet.none(),
            pictures);
    InputManifest input = inbox.accept(warc, Map.of(), MANDATE).getFirst();
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (List<Intake> next = reader.next(); next != null; next = reader.next()) {
        next.stream().map(Intake::advert).filter(Objects::nonNull).forEach(adverts::add);
        next.stream().map(Intake::deadLetter).filter(Objects::nonNull).forEach(letters::add);
      }
    }
    return Path.of(input.path());
  }

  private byte[] stored(Storage storage) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.write(record);
      if (storage == Storage.MEMBERS) {
        try (GZIPOutputStream member = new GZIPOutputStream(out)) {
          member.write(record);
        }
      }
    }
    if (storage == Storage.WHOLE) {
      try (GZIPOutputStream whole = new GZIPOutputStream(out)) {
        whole.write(all.toByteArray());
      }
    }
    return storage == Storage.PLAIN ? all.toByteArray() : out.toByteArray();
  }

  /** A record as the standard has it (ISO 28500), by hand. */
  private void answer(String path, String type, byte[] body) throws Exception {
    answer(200, path, type, body);
  }

  private void answer(int status, String path, String type, byte[] body) throws Exception {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(
        text(
            "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(status, type, body.length)));
    block.write(body);
    record("response", path, "application/http; msgtype=response", block.toByteArray());
  }

  private void record(String kind, String path, String type, byte[] block) throws Exception {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(
        """
        WARC/1.0\r
        WARC-Type: %s\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r
        WARC-Date: 2026-01-02T10:00:00Z\r
        WARC-Target-URI: %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(kind, records.size(), SITE + path, type, block.length)
            .getBytes(UTF_8));
    record.write(block);
    record.write(text("\r\n\r\n"));
    records.add(record.toByteArray());
  }

  private static byte[] page(String name, String image) {
    return markup(name, offer(name, image));
  }

  private static byte[] markup(String name, String data) {
    return text(
        """
        <!doctype html><title>%s</title><script type="application/ld+json">
        %s
        </script>\
        """
            .formatted(name, data));
  }

  private static String offer(String name, String image) {
    return """
    {"@context": "https://schema.org", "@type": "Product", "name": "%1$s",
     "description": "%1$s in Lyon, from today, see picture", "image": ["/%2$s"],
     "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}\
    """
        .formatted(name, image);
  }
}
