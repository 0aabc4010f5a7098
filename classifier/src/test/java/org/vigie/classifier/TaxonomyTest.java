package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Indicator;

class TaxonomyTest {
  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
  }

  @Test
  void holdsEveryPublishedRowAndNoOther() {
    List<String> published =
        Stream.of(
                rows("OA", 11),
                rows("SX", 13).filter(id -> !id.equals("SX-08")),
                rows("RC", 18),
                rows("LX", 11),
                rows("CT", 17),
                rows("MV", 3),
                Stream.of("FI-01", "FI-02", "FI-04"),
                rows("OT", 4),
                rows("NX", 3))
            .flatMap(ids -> ids)
            .toList();

    assertThat(taxonomy.rows()).extracting(Taxonomy.Row::id).containsExactlyElementsOf(published);
  }

  @Test
  void scoresNothingThatTestsSpokeAgainstNorProtectedNorExculpatoryNorForMinors() {
    Set<String> shownOnly =
        taxonomy.rows().stream()
            .filter(row -> !row.scored())
            .map(Taxonomy.Row::id)
            .filter(id -> !id.startsWith("CT-"))
            .collect(Collectors.toSet());

    assertThat(shownOnly)
        .containsExactlyInAnyOrder(
            "SX-03", "SX-04", "SX-05", "SX-06", "SX-07", "RC-11", "OT-02", "NX-01", "NX-02",
            "NX-03");
  }

  @Test
  void flagsMinorsByTwoRowsOnly() {
    assertThat(taxonomy.rows())
        .filteredOn(row -> row.category().equals(Indicator.MINOR_RISK))
        .extracting(Taxonomy.Row::id)
        .containsExactly("SX-04", "OT-02");
  }

  private static Stream<String> rows(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> "%s-%02d".formatted(prefix, i));
  }
}
