package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Price;

/** Ordinary ways to write money in twelve languages. */
class PriceTableTest {
  private static final double LEAST = 0.95;

  private static EntityReading reading;

  @BeforeAll
  static void load() throws IOException {
    reading = new EntityReading();
  }

  @Test
  void readsAmountAndCurrencyOfNearlyAll() throws IOException {
    List<String[]> rows = EntityReading.rows("prices.tsv");
    List<String> misread = new ArrayList<>();
    for (String[] row : rows) {
      List<Price> prices = reading.read(row[1], row[0], "").entities().prices();
      boolean right =
          prices.size() == 1
              && prices.getFirst().least() == Double.parseDouble(row[2])
              && prices.getFirst().most() == Double.parseDouble(row[2])
              && prices.getFirst().currency().equals(row[3]);
      if (!right) {
        misread.add(String.join(" | ", row) + ": " + prices);
      }
    }
    double share = 1 - (double) misread.size() / rows.size();
    System.out.printf("prices read: %.3f of %d%n", share, rows.size());
    assertThat(share).as(String.join("\n", misread)).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void readsNoPriceWhereNoMoneyIsMeant() throws IOException {
    List<String> misread = new ArrayList<>();
    for (String[] row : EntityReading.rows("no-prices.tsv")) {
      List<Price> prices = reading.read(row[1], row[0], "").entities().prices();
      if (!prices.isEmpty()) {
        misread.add(String.join(" | ", row) + ": " + prices);
      }
    }
    assertThat(misread).isEmpty();
  }
}
