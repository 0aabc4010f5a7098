package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the process that decodes, as it is in use. */
@SuppressWarnings("NullAway.Init")
class PictureReaderTest {
  private static PictureReader reader;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    reader = new PictureReader(PictureLimits.defaults(), List.of());
  }

  @AfterAll
  static void end() {
    reader.close();
  }

  @Test
  void readsTheCodeInAPicture() throws Exception {
    String address = "https://chat.example.org/+AbCdEf";

    PictureReading read = read(DrawnPicture.file(DrawnPicture.ofCode(address), "png"));

    assertThat(read.codes()).containsExactly(new PictureCode("QR_CODE", address));
    assertThat(read.shape().width()).isEqualTo(600);
    assertThat(read.hash().pdq()).hasSize(64);
  }

  @Test
  void readsTheTextInAPictureWhereTesseractIs() throws Exception {
    byte[] file = DrawnPicture.file(DrawnPicture.ofText("Work abroad", "+44 7700 900123"), "jpg");

    PictureReading read = reader.read(file, List.of("en"));

    assertThat(read.refusal().kind()).isEmpty();
    if (reader.lacksText()) {
      assertThat(read.writing().unread()).isEqualTo("no-tesseract");
      assertThat(read.writing().text()).isEmpty();
    }
    assumeTrue(read.writing().unread().isEmpty(), "tesseract or its English data absent");
    assertThat(read.writing().text()).isEqualTo("Work abroad\n+44 7700 900123");
  }

  @Test
  void letsTheLettersTellWhereThereIsNoDataForALanguage() throws Exception {
    byte[] file = DrawnPicture.file(DrawnPicture.ofText("Work abroad", "in a hotel"), "png");

    PictureReading read = reader.read(file, List.of("xx", "x'\n;", "e".repeat(70_000)));

    assertThat(read.writing().unread()).isIn("", "no-data", "no-tesseract");
    assumeTrue(read.writing().unread().isEmpty(), "tesseract or its English data absent");
    assertThat(read.writing().text()).isEqualTo("Work abroad\nin a hotel");
  }

  @Test
  void saysThatNoProcessStartsAndBlamesNoPicture() throws Exception {
    String home = System.getProperty("java.home");
    try (PictureReader unable = new PictureReader(PictureLimits.defaults(), List.of())) {
      System.setProperty("java.home", folder.toString());

      assertThatThrownBy(() -> unable.read(new byte[] {1}, List.of()))
          .isInstanceOf(PictureProcessException.class);
    } finally {
      System.setProperty("java.home", home);
    }
  }

  @Test
  void takesNoAnswerThatIsNoReading() {
    assertThat(PictureReader.parsed("{\"sha256\":null}")).isNull();
    assertThat(PictureReader.parsed("null")).isNull();
    assertThat(PictureReader.parsed("[")).isNull();
  }

  @Test
  void refusesABombByTheSizeThatItsHeaderClaims() throws Exception {
    PictureReading read = read(png(60_000, 60_000));

    assertThat(read.refusal().kind()).isEqualTo("picture-too-large");
    assertThat(read.refusal().reason()).contains("60000 by 60000");
    assertThat(read.hash().pdq()).isEmpty();
  }

  @Test
  void refusesWhatIsAZipOrAPageAsWell() throws Exception {
    byte[] gif = DrawnPicture.file(DrawnPicture.ofText("x"), "gif");
    byte[] png = DrawnPicture.file(DrawnPicture.ofText("x"), "png");

    assertThat(read(joined(gif, zip())).refusal().kind()).isEqualTo("picture-polyglot");
    assertThat(
            read(joined(png, "<script>1</script>".getBytes(StandardCharsets.US_ASCII)))
                .refusal()
                .kind())
        .isEqualTo("picture-polyglot");
  }

  @Test
  void refusesDrawingsThatAreMarkup() throws Exception {
    byte[] svg =
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(read(svg).refusal().kind()).isEqualTo("picture-of-other-kind");
    assertThat(PictureKind.isPicture(svg)).isTrue();
  }

  @Test
  void refusesWhatIsBrokenAndReadsTheNextPicture() throws Exception {
    byte[] whole = DrawnPicture.file(DrawnPicture.ofCode("https://chat.example.org/a"), "png");
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      byte[] broken = Arrays.copyOf(whole, 16 + random.nextInt(whole.length - 16));
      broken[8 + random.nextInt(broken.length - 8)] ^= (byte) (1 + random.nextInt(255));

      assertThat(read(broken).refusal().kind()).as("round %d", round).isNotNull();
    }
    assertThat(read(new byte[] {1, 2, 3}).refusal().kind()).isEqualTo("picture-of-other-kind");
    assertThat(read(Arrays.copyOf(whole, 60)).refusal().kind()).isEqualTo("picture-broken");
    assertThat(read(whole).codes()).hasSize(1);
  }

  @Test
  void endsTheProcessThatTakesTooLongAndStartsAnother() throws Exception {
    PictureLimits hurried =
        new PictureLimits(24 << 20, 50_000_000, 30_000, 3, 256, Duration.ofMillis(1));
    try (PictureReader impatient = new PictureReader(hurried, List.of())) {
      byte[] file = DrawnPicture.file(DrawnPicture.ofText("x"), "png");

      assertThat(impatient.read(file, List.of()).refusal().kind()).isEqualTo("picture-too-costly");
      assertThat(impatient.read(file, List.of()).refusal().kind()).isEqualTo("picture-too-costly");
    }
  }

  @Test
  void readsNothingOfKnownMaterial() throws Exception {
    byte[] file = DrawnPicture.file(DrawnPicture.ofCode("https://chat.example.org/b"), "png");
    byte[] again = DrawnPicture.file(DrawnPicture.ofCode("https://chat.example.org/b"), "jpg");
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    Path exact =
        Files.writeString(folder.resolve("exact.txt"), "# unit's list\n" + sha256 + ",x\n");
    Path alike =
        Files.writeString(folder.resolve("pdq.txt"), "pdq " + read(file).hash().pdq() + "\n");

    try (PictureReader byBytes = new PictureReader(PictureLimits.defaults(), List.of(exact));
        PictureReader byLook = new PictureReader(PictureLimits.defaults(), List.of(alike))) {
      assertKnown(byBytes.read(file, List.of()));
      assertThat(byBytes.read(again, List.of()).known()).isFalse();
      assertKnown(byLook.read(again, List.of()));
    }
  }

  @Test
  void refusesAListWithALineThatIsNoHash() throws Exception {
    Path list = Files.writeString(folder.resolve("list.txt"), "\nnot a hash\n");

    assertThatThrownBy(() -> new PictureReader(PictureLimits.defaults(), List.of(list)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("list.txt, line 2");
  }

  @Test
  void readsTheCodesOfOtherProjectsPictures() throws Exception {
    Path media = SharedMedia.folder();
    for (var file : SharedMedia.expected("qr")) {
      PictureReading read = read(Files.readAllBytes(media.resolve(file.getKey())));

      assertThat(read.codes()).as(file.getKey()).hasSize(1);
      assertThat(read.codes().getFirst().text().strip())
          .as(file.getKey())
          .isEqualTo(file.getValue().get("text").asText().strip());
    }
  }

  @Test
  void countsWhatCamerasWroteAndTurnsThePicture() throws Exception {
    Path media = SharedMedia.folder();
    for (var file : SharedMedia.expected("exif")) {
      byte[] bytes = Files.readAllBytes(media.resolve(file.getKey()));

      assertThat(read(bytes).shape().exif()).as(file.getKey()).isPositive();
      assertThat(ExifBlock.of(bytes).orientation())
          .as(file.getKey())
          .isEqualTo(file.getValue().path("orientation").asInt(1));
    }
  }

  @Test
  void comparesEachFrameAndAPictureThatIsTurnedOrAZipAsWell() throws Exception {
    BufferedImage picture = DrawnPicture.ofCode("https://chat.example.org/c");
    byte[] png = DrawnPicture.file(picture, "png");
    Path list =
        Files.writeString(folder.resolve("pdq.txt"), "pdq " + read(png).hash().pdq() + "\n");

    try (PictureReader knowing = new PictureReader(PictureLimits.defaults(), List.of(list))) {
      assertKnown(knowing.read(joined(png, zip()), List.of()));
      assertKnown(knowing.read(MarkedPicture.turned(picture, 6), List.of()));
      assertKnown(knowing.read(MarkedPicture.moving(DrawnPicture.ofText("x"), picture), List.of()));
      assertKnown(knowing.readWithoutText(png));
    }
  }

  @Test
  void comparesAPictureThatIsTooLargeToBeRead() throws Exception {
    byte[] file = DrawnPicture.file(DrawnPicture.ofText("x"), "png");
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file));
    Path list = Files.writeString(folder.resolve("md5.txt"), "md5 " + md5 + "\n");
    Path large = Files.write(folder.resolve("large.png"), file);
    PictureLimits small =
        new PictureLimits(100, 50_000_000, 30_000, 3, 256, Duration.ofSeconds(20));

    try (PictureReader knowing = new PictureReader(small, List.of(list))) {
      assertKnown(knowing.read(file, List.of()));
      assertKnown(knowing.read(large, List.of()));
      assertThat(knowing.read(joined(file, zip()), List.of()).refusal().kind())
          .isEqualTo("picture-too-large");
    }
  }

  private static void assertKnown(PictureReading read) {
    assertThat(read.known()).isTrue();
    assertThat(read.writing().text() + read.codes() + read.hash().pdq()).isEqualTo("[]");
  }

  private static PictureReading read(byte[] file) throws IOException {
    return reader.read(file, List.of("en"));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("A.class"));
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  /** A picture of one bit a point, all black: its file is small, whatever its size. */
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(out);
    png.writeLong(0x89504e470d0a1a0aL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {1, 0, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
      deflated.write(new byte[1 << 20]);
    }
    chunk(png, "IDAT", rows.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
    byte[] typed = joined(name.getBytes(StandardCharsets.US_ASCII), content);
    CRC32 crc = new CRC32();
    crc.update(typed);
    png.writeInt(content.length);
    png.write(typed);
    png.writeInt((int) crc.getValue());
  }
}
