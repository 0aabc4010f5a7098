package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.files.digest.Sha256;

/** Pictures of a file that has more of them than can be read in its time. */
class LatePicturesTest extends PicturesOfInbox {
  private static final int MANY = 40;

  @Test
  void keepsTheAdvertsAndCountsThePicturesThatCameTooLate() throws Exception {
    zip(MANY, true);

    List<Intake> read = read(folder.resolve("in.zip"));

    List<DeadLetter> letters = letters(read);
    assertThat(read).hasSize(MANY + 1);
    assertThat(letters).extracting(DeadLetter::kind).containsExactly("pictures-out-of-time");
    assertThat(letters.getFirst().reason()).endsWith("not read: " + MANY);
    assertThat(counts.unread()).containsOnly(java.util.Map.entry(PictureReader.OUT_OF_TIME, 40L));
    assertThat(counts.read()).isZero();
  }

  @Test
  void countsThoseThatNoAdvertNames() throws Exception {
    zip(MANY, false);

    List<Intake> read = read(folder.resolve("in.zip"));

    assertThat(letters(read)).extracting(DeadLetter::kind).containsExactly("pictures-out-of-time");
    assertThat(letters(read).getFirst().reason()).endsWith("not read: " + MANY);
  }

  @Test
  void comparesThoseThatCameTooLateByteForByteWithKnownMaterial() throws Exception {
    write("known.txt", text(Sha256.hex(code(ADDRESS + 7))));
    known.add(folder.resolve("known.txt"));
    zip(MANY, true);

    List<Intake> read = read(folder.resolve("in.zip"));

    assertThat(letters(read).getFirst().reason()).endsWith("not read: " + (MANY - 1));
    assertThat(read)
        .filteredOn(intake -> intake.advert() != null)
        .filteredOn(intake -> advert(intake).fields().containsKey(Advert.KNOWN_PICTURE))
        .extracting(intake -> advert(intake).body())
        .containsExactly("offer 7");
  }

  private static List<DeadLetter> letters(List<Intake> read) {
    return read.stream().map(Intake::deadLetter).filter(Objects::nonNull).toList();
  }

  @Override
  AdvertPictures pictures() throws Exception {
    return new AdvertPictures(
        new PictureReader(PictureLimits.defaults(), known),
        List.of("en"),
        Duration.ofSeconds(1),
        Duration.ZERO);
  }

  private void zip(int pictures, boolean named) throws Exception {
    List<String> lines = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(folder.resolve("in.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < pictures; i++) {
        put(zip, "p/" + i + ".png", code(ADDRESS + i));
        lines.add("{\"text\":\"offer " + i + "\",\"pictures\":\"p/" + i + ".png\"}");
      }
      put(zip, "a.jsonl", text(named ? String.join("\n", lines) : "{\"text\":\"alone\"}\n"));
    }
  }
}
