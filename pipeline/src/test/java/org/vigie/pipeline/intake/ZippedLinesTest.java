package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.DeadLetter;

/** Adverts of the schema advert-v1 in a zip or in a list, with the pictures beside them. */
class ZippedLinesTest extends PicturesOfInbox {
  private static final String PHONE = "+44 7700 900123";

  @Test
  void readsLinesInAZipAsByThemselves() throws Exception {
    zip(
        Map.of(
            "export/adverts.jsonl",
            text(
                """
                {"text":"Room","fields":{"telephone":"%s"},"pictures":["img/1.png"]}
                {"title":"Work","text":"Call","lang":"en","pictures":"img/2.png","rank":7}
                """
                    .formatted(PHONE)),
            "export/img/1.png",
            code(ADDRESS + "1"),
            "export/img/2.png",
            code(ADDRESS + "2")));

    List<Intake> read = read(folder.resolve("in.zip"));

    assertThat(read)
        .extracting(intake -> advert(intake).text())
        .containsExactly("Room\n\u25A3 " + ADDRESS + "1", "Work\nCall\n\u25A3 " + ADDRESS + "2");
    assertThat(advert(read.get(0)).fields()).containsEntry("telephone", PHONE);
  }

  @Test
  void readsAListOfAdvertsThatNamesPictures() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write("in/a.json", text("[{\"text\":\"Room\",\"pictures\":[\"flyer.png\"]},{\"text\":\"x\"}]"));

    assertThat(read(folder.resolve("in")))
        .extracting(intake -> advert(intake).text())
        .containsExactly("Room\n\u25A3 " + ADDRESS, "x");
  }

  @Test
  void saysOfEachPictureThatLiesOutsideTheZipThatItIsMissing() throws Exception {
    write("secret.png", code(ADDRESS));
    zip(
        Map.of(
            "a/adverts.jsonl",
            text(
                "{\"text\":\"Room\",\"pictures\":[\"../../secret.png\",\"/etc/x.png\",\"b.png\"]}")));

    List<Intake> read = read(folder.resolve("in.zip"));

    assertThat(read)
        .map(Intake::deadLetter)
        .filteredOn(Objects::nonNull)
        .extracting(DeadLetter::kind)
        .containsOnly("picture-missing")
        .hasSize(3);
    assertThat(counts.read()).isZero();
  }

  private void zip(Map<String, byte[]> files) throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("in.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
  }
}
