package org.vigie.pipeline.intake;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureCounts;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

/** Reads what lies in a folder, with its pictures. */
abstract class PicturesOfInbox {
  static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(60));
  static final String ADDRESS = "https://chat.example.org/+AbC";

  @TempDir Path folder;
  final List<Path> known = new ArrayList<>();
  PictureCounts counts = new PictureCounts(0, 0, 0, 0, 0, false, Map.of(), Map.of());

  final List<Intake> read(Path input) throws Exception {
    List<Intake> read = new ArrayList<>();
    try (AdvertPictures pictures = pictures()) {
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

  /** Returns what reads the pictures. */
  AdvertPictures pictures() throws Exception {
    return new AdvertPictures(new PictureReader(PictureLimits.defaults(), known), List.of("en"));
  }

  static Advert advert(Intake intake) {
    return Objects.requireNonNull(intake.advert());
  }

  final void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] code(String text) throws Exception {
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

  static byte[] file(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
