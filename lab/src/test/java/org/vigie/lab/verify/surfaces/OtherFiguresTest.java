package org.vigie.lab.verify.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.Readme;

class OtherFiguresTest {
  @TempDir Path folder;

  @Test
  void saysWhatIsNotMeasuredAndWhy() throws Exception {
    assertThat(OtherFigures.EXTRACTION.lines(Readme.project(), folder))
        .containsExactly(
            "Not measured: the text of real pages by type, since %s is absent."
                .formatted(folder.resolve("html/extraction")));
  }

  @Test
  void holdsAPagesTextBesideWhatSimplerReadersTake() throws IOException {
    String text =
        "An invented room is free from May on, near the park, for one person who likes trees. ";
    page(
        "forum/1",
        "<html><body><nav>one two three four five six seven eight nine ten</nav><h1>Room</h1><p>"
            + text.repeat(3)
            + "</p><footer>eleven twelve thirteen</footer></body></html>",
        text.repeat(3));
    page("forum/2", "<html><body><script src=x.js></script></body></html>", "A text");
    page("empty/1", "<html><body><p>Nobody marked this.</p></body></html>", "");

    assertThat(new PageTexts(folder, new AdvertExtractor()).lines())
        .hasSize(5)
        .element(2)
        .asString()
        .matches(
            "\\| forum \\| 2 \\| 0\\.(49\\d|500) \\| 0\\.(49\\d|500) \\| 0\\.4[0-8]\\d \\| 0\\.4[0-8]\\d \\| 1 \\|");
  }

  @Test
  void letsTheSamplePluginReadOnceItIsApproved() throws IOException {
    assertThat(new SamplePlugin(Readme.project(), folder).lines())
        .endsWith(
            "| parts that may run before it is approved | 0 |",
            "| parts that may run then | 4 |",
            "| adverts that its reader gives of a file of two | 2 |");
  }

  private void page(String name, String html, String marked) throws IOException {
    Path file = folder.resolve(name + ".html.gz");
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve(name + ".json"),
        "{\"url\":\"https://example.org/%s\",\"ground_truth\":{\"main_content\":\"%s\"}}"
            .formatted(name, marked));
  }
}
