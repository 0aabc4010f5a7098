package org.vigie.lab.verify.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;

/**
 * Searches in one of forty languages for adverts in the others, by the word forms that are shipped.
 *
 * <p>Of all 480 queries, the first advert found in another language has a mean reciprocal rank of
 * .984, the advert of each other language among those of its language .967, and .969 where the
 * query's language is told. The first run gave .984, .958 and .959; the bounds lie just below it.
 */
class AcrossLanguagesTest {
  /** Four queries of each language; {@code -Dvigie.sealed=1} asks all twelve. */
  private static final int ONE_OF = Integer.getInteger("vigie.sealed", 3);

  @TempDir static Path folder;
  private static AcrossSearch search;

  @BeforeAll
  static void write() throws IOException {
    search = new AcrossSearch(folder, Readme.project().resolve("models"));
  }

  @AfterAll
  static void end() throws IOException {
    search.close();
  }

  @Test
  void findWhatIsSaidInOtherLanguages() throws IOException {
    assertThat(search.languages()).isEqualTo(40);

    AcrossSearch.Ranks ranks = search.ranks(ONE_OF, false);

    assertThat(ranks.queries()).isEqualTo(480 / ONE_OF);
    assertThat(ranks.first()).isGreaterThan(0.98);
    assertThat(ranks.each()).isGreaterThan(0.95);
  }

  @Test
  void findItOnceTheLanguageOfTheQueryIsTold() throws IOException {
    AcrossSearch.Ranks ranks = search.ranks(ONE_OF, true);

    assertThat(ranks.first()).isGreaterThan(0.98);
    assertThat(ranks.each()).isGreaterThan(0.95);
  }
}
