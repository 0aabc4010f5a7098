package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

class DeclaredMediansTest {
  private static Taxonomy taxonomy;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
  }

  @Test
  void givesTheMedianOfEachCountryWithEnoughAdvertsAsItIsReadAgain() throws IOException {
    DeclaredMedians medians = new DeclaredMedians();
    for (int i = 0; i < DeclaredMedians.LEAST_ADVERTS; i++) {
      medians.add(advert("FR", "salary", (10 + i) + " EUR per hour"), List.of());
      medians.add(advert("ES", "price", (100 + i) + " EUR"), List.of(sign("SX-09")));
      medians.add(advert("PT", "price", (100 + i) + " EUR"), List.of(sign("RC-04")));
      medians.add(advert("", "salary", "50 EUR per hour"), List.of());
      if (i > 0) {
        medians.add(advert("DE", "salary", "50 EUR per hour"), List.of());
      }
    }

    String yaml = medians.yaml("invented");
    Files.writeString(folder.resolve(Medians.FILE), yaml);

    Medians read = Medians.load(folder);
    assertThat(yaml).startsWith("# Medians of what adverts declare").contains("invented");
    assertThat(yaml).contains("    FR: 24.50 # 30 adverts\n").contains("ES: 114.50 # 30 adverts");
    assertThat(read.pay()).containsOnlyKeys("FR").containsEntry("FR", 24.5);
    assertThat(read.price()).containsOnlyKeys("ES").containsEntry("ES", 114.5);
  }

  @Test
  void leavesTheTablesEmptyWhereNothingIsDeclared() throws IOException {
    Files.writeString(folder.resolve(Medians.FILE), new DeclaredMedians().yaml("nothing"));

    assertThat(Medians.load(folder).pay()).isEmpty();
    assertThat(Medians.load(folder).price()).isEmpty();
  }

  private static Indicator sign(String id) {
    return taxonomy.indicator(id);
  }

  private static Advert advert(String country, String field, String amount) {
    return Advert.builder(Channel.FILE, "example.org", Instant.EPOCH)
        .body("text")
        .country(country)
        .field(field, amount)
        .build();
  }
}
