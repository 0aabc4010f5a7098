package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.BaseRate;
import org.vigie.casework.Readme;

/** What a probability comes to where risk is rarer than in the training data. */
class AtBaseRateTest {
  private static final BaseRate FEW = new BaseRate("forum", 5, 8);

  @TempDir Path folder;

  @Test
  void isAsBayesHasIt() {
    assertThat(AtBaseRate.at(0.97, 590.0 / 1790, 0.01)).isCloseTo(0.40, within(0.005));
    assertThat(AtBaseRate.at(0.5, 0.25, 0.25)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void readsWhatModelsLearnedFromInTheirDataSheets() throws IOException {
    AtBaseRate rates = AtBaseRate.read(Readme.project().resolve("models"));
    assertThat(rates.of(0.97, "risk-recruitment-1", FEW))
        .isEqualTo("about 0.40 where one in 100 is a case");
    assertThat(rates.of(0.97, AtBaseRate.GROUPS, FEW))
        .isEqualTo(rates.of(0.97, "risk-group-1", FEW))
        .isEqualTo("about 0.57 where one in 100 is a case");
    assertThat(rates.of(1 - 1e-9, "risk-recruitment-1", FEW))
        .isEqualTo("over 0.99 where one in 100 is a case");
  }

  @Test
  void takesTheRateOfAChannelWithEnoughClusters() throws IOException {
    AtBaseRate rates = AtBaseRate.read(Readme.project().resolve("models"));
    assertThat(rates.of(0.97, "risk-recruitment-1", new BaseRate("forum", 40, 2_000)))
        .endsWith(" where one in 50 is a case");
    assertThat(rates.of(0.97, "risk-recruitment-1", new BaseRate("forum", 0, 2_000)))
        .endsWith(" where one in 100 is a case");
  }

  @Test
  void tellsNothingOfAModelWhoseDataIsUnknown() throws IOException {
    Files.createDirectories(folder.resolve("risk-own-1"));
    assertThat(AtBaseRate.read(folder).of(0.97, "risk-own-1", FEW)).isEmpty();
    assertThat(AtBaseRate.read(folder.resolve("absent")).of(0.97, AtBaseRate.GROUPS, FEW))
        .isEmpty();
  }
}
