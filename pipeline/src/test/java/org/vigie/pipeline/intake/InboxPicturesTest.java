package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

class InboxPicturesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));
  private static final String ADDRESS = "https://chat.example.org/+AbC";

  @TempDir Path folder;
  private final List<Path> known = new ArrayList<>();
  private PictureCounts counts =
      new PictureCounts(0, 0, 0, 0, 0, false, Map.of(), Map.of());

  @Test
  void readsThePicturesThatLinesName() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl",
        text("{\"text\":\"see picture\",\"pictures\":[\"flyer.png\"]}\n{\"text\":\"y\"}\n"));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read).hasSize(2);
    Advert advert = advert(read.get(0));
    assertThat(advert.text()).isEqualTo("see picture\n\u25A3 " + ADDRESS);
    assertThat(advert.body()).isEqualTo("see picture");
    assertThat(advert.fields().get(Advert.PICTURE_HASHES)).hasSize(64);
    assertThat(advert.fields()).doesNotContainKey("pictures");
  }

  @Test
  void makesAnAdvertOfAPictureThatNothingNames() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write("in/empty.png", file(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read).hasSize(1);
    assertThat(advert(read.get(0)).text()).isEqualTo("\u25A3 " + ADDRESS);
    assertThat(advert(read.get(0)).body()).isEmpty();
  }

  @Test
  void readsThePhotographsOfAChatsMessages() throws Exception {
    String chat =
        """
        {"name":"jobs","type":"public_channel","id":1,"messages":[
          {"id":1,"type":"message","date":"2026-01-02T10:00:00","from":"x",
           "photo":"photos/1.png","text":""},
          {"id":2,"type":"message","date":"2026-01-02T10:01:00","from":"x",
           "photo":"../outside.png","text":"hello"}]}
        """;
    write("outside.png", code("https://chat.example.org/outside"));
    write("in/result.json", text(chat));
    write("in/photos/1.png", code(ADDRESS));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read.stream().filter(intake -> intake.advert() != null))
        .extracting(intake -> advert(intake).text())
        .containsExactly("\u25A3 " + ADDRESS, "hello");
    assertThat(read.stream().filter(intake -> intake.deadLetter() != null))
        .extracting(intake -> Objects.requireNonNull(intake.deadLetter()).kind())
        .containsExactly("picture-missing");
  }

  @Test
  void readsTheSameFromAZip() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "export/photos/1.png", code(ADDRESS));
      put(zip, "export/alone.png", code(ADDRESS + "2"));
      put(
          zip,
          "export/_chat.txt",
          text(
              "[02.01.26, 10:00:00] Ann: \u200e<attached: 1.png>\n[02.01.26, 10:01:00] Ann: bye\n"));
      put(zip, "export/1.png", code(ADDRESS + "1"));
    }
    write("chat.zip", out.toByteArray());

    assertThat(read(folder.resolve("chat.zip")))
        .extracting(intake -> advert(intake).text())
        .containsExactlyInAnyOrder(
            "\u25A3 " + ADDRESS + "1", "bye", "\u25A3 " + ADDRESS, "\u25A3 " + ADDRESS + "2");
  }

  @Test
  void readsThePicturesOfASavedPage() throws Exception {
    String page =
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://board.example.org/ad/1
        Content-Type: multipart/related; type="text/html"; boundary="X"

        --X
        Content-Type: text/html
        Content-Location: https://board.example.org/ad/1

        <html><head><meta property="og:image" content="https://board.example.org/1.png">
        <title>Work abroad</title></head><body><h1>Work abroad</h1>
        <p>We look for people who want to work abroad, with a room and food, starting at once.</p>
        </body></html>
        --X
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://board.example.org/1.png

        %s
        --X--
        """
            .formatted(Base64.getMimeEncoder().encodeToString(code(ADDRESS)));
    write("page.mht", text(page));

    List<Intake> read = read(folder.resolve("page.mht"));

    assertThat(read).hasSize(1);
    assertThat(advert(read.get(0)).text()).startsWith("Work abroad").endsWith("\u25A3 " + ADDRESS);
  }

  @Test
  void readsNothingOfAKnownPictureAndSaysThatItIsOne() throws Exception {
    byte[] picture = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture))));
    known.add(folder.resolve("known.txt"));
    write("in/flyer.png", picture);

    List<Intake> read = read(folder.resolve("in"));

    assertThat(advert(read.get(0)).text()).isEqualTo("\u25A3");
    assertThat(advert(read.get(0)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
  }

  @Test
  void keepsAsideWhatCanNotBeDecodedWithItsReason() throws Exception {
    write("in/drawing.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
    write("in/cut.png", Arrays.copyOf(code(ADDRESS), 90));

    assertThat(read(folder.resolve("in")))
        .extracting(intake -> Objects.requireNonNull(intake.deadLetter()).kind())
        .containsExactlyInAnyOrder("picture-of-other-kind", "picture-broken");
  }

  @Test
  void leavesPicturesAloneUnlessAsked() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl", text("{\"text\":\"see picture\",\"fields\":{\"pictures\":\"flyer.png\"}}\n"));
    Inbox inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.fixed(NOW, ZoneOffset.UTC));

    inbox.accept(folder.resolve("in"), Map.of(), MANDATE);

    assertThat(inbox.passedOver()).containsExactly(folder.resolve("in/flyer.png"));
  }

  @Test
  void refusesAPhotographWithoutAWord() throws Exception {
    write("empty.png", file(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));

    assertThatThrownBy(() -> read(folder.resolve("empty.png")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("must hold a text or a code");
  }

  @Test
  void keepsThePicturesOfMailsInAMailboxAndInMailsApart() throws Exception {
    String inner = mail("Inner", part("image/png", code(ADDRESS + "inner")));
    String outer =
        mail(
            "Outer",
            part("image/png", code(ADDRESS + "outer")),
            "Content-Type: message/rfc822\n\n" + inner);
    String last = mail("Last", part("image/png", code(ADDRESS + "last")));
    write("box.mbox", text("From a@example.org\n" + outer + "\n\nFrom a@example.org\n" + last));

    assertThat(read(folder.resolve("box.mbox")))
        .extracting(intake -> advert(intake).text())
        .containsExactlyInAnyOrder(
            "Inner\n\u25A3 " + ADDRESS + "inner",
            "Outer\n\u25A3 " + ADDRESS + "outer",
            "Last\n\u25A3 " + ADDRESS + "last");
  }

  @Test
  void comparesThePicturesOfAMailBeyondThoseWhoseTextIsRead() throws Exception {
    byte[] last = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(last))));
    known.add(folder.resolve("known.txt"));
    String[] parts = new String[6];
    for (int i = 0; i < 6; i++) {
      parts[i] = part("image/png", i == 5 ? last : code(ADDRESS + i));
    }
    write("offer.eml", text(mail("Offer", parts)));

    List<Intake> read = read(folder.resolve("offer.eml"));

    assertThat(advert(read.get(0)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
    assertThat(advert(read.get(0)).text()).contains(ADDRESS + "4");
    assertThat(counts.textUnread()).containsEntry("beyond-the-first", 1L);
  }

  @Test
  void decodesAPictureOnceThatManyAdvertsName() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write("in/other.png", code(ADDRESS + "2"));
    write(
        "in/a.jsonl",
        text(
            "{\"text\":\"a\",\"pictures\":[\"flyer.png\"]}\n".repeat(3)
                + "{\"text\":\"b\",\"fields\":{\"pictures\":\"./flyer.png; other.png\"}}\n"));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read)
        .extracting(intake -> advert(intake).text())
        .containsExactly(
            "a\n\u25A3 " + ADDRESS,
            "a\n\u25A3 " + ADDRESS,
            "a\n\u25A3 " + ADDRESS,
            "b\n\u25A3 " + ADDRESS + "\n\u25A3 " + ADDRESS + "2");
    assertThat(counts.read()).isEqualTo(2);
  }

  @Test
  void handsNoWordOfAnAdvertsLanguageOn() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl",
        text(
            "{\"text\":\"a\",\"lang\":\"q\\u001b[2J%s\",\"pictures\":[\"flyer.png\"]}\n"
                .formatted("x".repeat(70_000))));

    read(folder.resolve("in"));

    assertThat(counts.read()).isEqualTo(1);
    assertThat(counts.textUnread().keySet()).isSubsetOf("no-data", "no-tesseract");
  }

  @Test
  void comparesThePicturesOfAPageThatItsAdvertDoesNotName() throws Exception {
    byte[] picture = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture))));
    known.add(folder.resolve("known.txt"));
    String page =
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://board.example.org/ad/1
        Content-Type: multipart/related; type="text/html"; boundary="X"

        --X
        Content-Type: text/html
        Content-Location: https://board.example.org/ad/1

        <html><head><title>Work abroad</title></head><body><h1>Work abroad</h1>
        <p>We look for people who want to work abroad, with a room and food, starting at once.</p>
        <img src="https://board.example.org/2.png"></body></html>
        --X
        Content-Location: https://board.example.org/2.png
        %s--X--
        """
            .formatted(part("image/png", picture));
    write("page.mht", text(page));

    List<Intake> read = read(folder.resolve("page.mht"));

    assertThat(read).hasSize(2);
    assertThat(advert(read.get(1)).text()).isEqualTo("\u25A3");
    assertThat(advert(read.get(1)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
  }

  private static String mail(String subject, String... parts) {
    String boundary = "part-of-" + subject;
    StringBuilder mail =
        new StringBuilder(
            "From: a@example.org\nSubject: %s\nContent-Type: multipart/mixed; boundary=\"%s\"\n\n"
                .formatted(subject, boundary));
    for (String part : parts) {
      mail.append("--").append(boundary).append('\n').append(part).append('\n');
    }
    return mail.append("--").append(boundary).append("--\n").toString();
  }

  private static String part(String type, byte[] content) {
    return "Content-Type: %s\nContent-Transfer-Encoding: base64\n\n%s\n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
  }

  private List<Intake> read(Path input) throws Exception {
    List<Intake> read = new ArrayList<>();
    try (AdvertPictures pictures =
        new AdvertPictures(new PictureReader(PictureLimits.defaults(), known), List.of("en"))) {
      Inbox inbox =
          new Inbox(
              new Workspace(folder.resolve("ws")),
              Clock.fixed(NOW, ZoneOffset.UTC),
              TableForm.guessed(),
              PluginSet.none(),
              pictures);
      for (InputManifest accepted : inbox.accept(input, Map.of(), MANDATE)) {
        try (JsonLinesReader lines = new JsonLinesReader(accepted)) {
          for (List<Intake> next = lines.next(); next != null; next = lines.next()) {
            read.addAll(next);
          }
        }
      }
      counts = pictures.counts();
    }
    return read;
  }

  private static Advert advert(Intake intake) {
    return Objects.requireNonNull(intake.advert());
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
    return file(picture);
  }

  private static byte[] file(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
