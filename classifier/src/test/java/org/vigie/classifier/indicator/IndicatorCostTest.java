package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** The cost of reading an ordinary advert for indicators, beside that of finding its words. */
@Tag("cost")
class IndicatorCostTest {
  private static final int LENGTH = 650;
  private static final int ROUNDS = 30;

  @Test
  void costsNoMoreThanAFewTimesWhatFindingTheWordsDoes() throws IOException {
    Path file = ModelsFolder.sharedData().resolve("job-ads/classifieds_ie_dev.jsonl.gz");
    Assumptions.assumeTrue(Files.isRegularFile(file), "shared data absent");
    IndicatorFinder finder =
        IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    List<Read> adverts = read(file);
    long finding = Long.MAX_VALUE;
    long splitting = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpuTime();
      adverts.forEach(a -> finder.find(a.advert(), a.text(), a.words(), List.of()));
      long found = cpuTime();
      adverts.forEach(a -> Words.of(a.text()));
      finding = Math.min(finding, found - start);
      splitting = Math.min(splitting, cpuTime() - found);
    }
    System.out.printf(
        "indicators: %.1f us an advert, its words: %.1f us%n",
        finding / 1e3 / adverts.size(), splitting / 1e3 / adverts.size());

    assertThat((double) finding / splitting).isLessThanOrEqualTo(6);
  }

  private record Read(Advert advert, NormalizedText text, List<Word> words) {}

  private static List<Read> read(Path file) throws IOException {
    List<Read> adverts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = json.readTree(line).path("text").asText();
        if (text.length() >= LENGTH) {
          Advert advert =
              Advert.builder(Channel.FILE, "example.org", Instant.EPOCH)
                  .body(text.substring(0, LENGTH))
                  .build();
          NormalizedText normalized = NormalizedText.of(advert.text());
          adverts.add(new Read(advert, normalized, Words.of(normalized)));
        }
      }
    }
    assertThat(adverts).hasSizeGreaterThan(300);
    return adverts;
  }

  /** Nanoseconds of this thread, whatever else the machine does. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
