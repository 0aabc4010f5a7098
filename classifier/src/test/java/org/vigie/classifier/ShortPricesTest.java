package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Price;

/** Money in texts of a few words, whose language nobody declares and often nothing tells. */
class ShortPricesTest {
  private static final double LEAST = 0.9;

  private static IndicatorReader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = AdvertAssessor.load(ModelsFolder.path()).indicators();
  }

  @Test
  void areReadInNearlyAll() throws IOException {
    List<String[]> rows = EntityReading.rows("short-prices.tsv");
    List<String> misread = new ArrayList<>();
    for (String[] row : rows) {
      IndicatorReader.Reading read = read(row[0]);
      List<Price> prices = read.entities().prices();
      double amount = Double.parseDouble(row[1]);
      boolean right =
          prices.size() == 1
              && prices.getFirst().least() == amount
              && prices.getFirst().most() == amount
              && prices.getFirst().currency().equals(row[2]);
      if (!right) {
        misread.add(String.join(" | ", row) + ": " + read.language() + prices);
      }
    }
    double share = 1 - (double) misread.size() / rows.size();
    System.out.printf("prices of short texts read: %.3f of %d%n", share, rows.size());
    assertThat(share).as(String.join("\n", misread)).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void areNotSeenWhereNoMoneyIsMeant() throws IOException {
    List<String> misread = new ArrayList<>();
    for (String[] row : EntityReading.rows("short-no-prices.tsv")) {
      IndicatorReader.Reading read = read(row[0]);
      List<Price> prices = read.entities().prices();
      if (!prices.isEmpty()) {
        misread.add(row[0] + ": " + read.language() + prices);
      }
    }
    assertThat(misread).isEmpty();
  }

  private static IndicatorReader.Reading read(String text) {
    return reader.read(Advert.builder(Channel.FILE, "file", Instant.EPOCH).body(text).build());
  }
}
