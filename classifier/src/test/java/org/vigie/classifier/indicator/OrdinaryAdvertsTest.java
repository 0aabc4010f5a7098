package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Words;

/** What ordinary adverts show: none of them may be kept from analysts as a minor-risk advert. */
class OrdinaryAdvertsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"classifieds_ie_dev.jsonl.gz", "poland_1k.jsonl.gz", "emscad_dev.jsonl.gz"})
  void setsNoMinorRiskFlagOnMoreThanOneInAThousand(String name) throws IOException {
    Path file = ModelsFolder.sharedData().resolve("job-ads").resolve(name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "shared data absent");
    IndicatorFinder finder =
        IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    int adverts = 0;
    int flagged = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        adverts++;
        Advert advert =
            Advert.builder(Channel.FILE, "example.org", Instant.EPOCH).body(line).build();
        NormalizedText text = NormalizedText.of(advert.text());
        List<Indicator> found = finder.find(advert, text, Words.of(text), List.of());
        flagged += found.stream().anyMatch(Indicator::minorRisk) ? 1 : 0;
      }
    }
    assertThat(adverts).isGreaterThan(500);
    assertThat(flagged).isLessThanOrEqualTo(adverts / 1000);
  }
}
