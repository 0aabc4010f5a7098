package org.vigie.console.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.console.people.Desk;
import org.vigie.console.people.MovingClock;
import org.vigie.search.StoredQuery;

class SavedSearchesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Desk desk;
  private SavedSearches searches;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("desk.sqlite"), SavedSearches.SCHEMA);
    searches = new SavedSearches(desk, new MovingClock(NOON));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void makesANewVersionOfASearchThatIsSavedUnderItsNameAgain() {
    searches.save("ana", "documents", "passport", Severity.WARNING);
    searches.save("ana", "documents", "passport fee", Severity.URGENT);

    assertThat(searches.of("ana"))
        .containsExactly(
            new SavedSearch(2, NOON, "ana", "documents", 2, "passport fee", Severity.URGENT));
  }

  @Test
  void givesTheStreamTheWantedVersionsOfEverybody() {
    searches.save("ana", "documents", "passport", Severity.WARNING);
    searches.save("ben", "documents", "visa", Severity.NOTICE);
    searches.save("ben", "transport", "bus", Severity.NOTICE);
    searches.remove(searches.of("ben").getFirst());

    assertThat(SavedSearches.storedIn(folder.resolve("desk.sqlite")))
        .containsExactly(
            new StoredQuery("documents · ana", "1", "passport", Severity.WARNING),
            new StoredQuery("documents · ben", "1", "visa", Severity.NOTICE));
    assertThat(SavedSearches.storedIn(folder.resolve("absent.sqlite"))).isEmpty();
    assertThat(folder.resolve("absent.sqlite")).doesNotExist();
  }

  @Test
  void countsVersionsOnAfterARemoval() {
    searches.save("ana", "documents", "passport", Severity.WARNING);
    searches.remove(searches.of("ana").getFirst());
    searches.save("ana", "documents", "visa", Severity.WARNING);

    assertThat(searches.of("ana")).extracting(SavedSearch::version).containsExactly(3);
  }

  @Test
  void findsASearchForItsOwnerAlone() {
    searches.save("ana", "documents", "passport", Severity.WARNING);

    assertThat(searches.find("ana", "1")).isPresent();
    assertThat(searches.find("ben", "1")).isEmpty();
    assertThat(searches.find("ana", "one")).isEmpty();
  }

  @Test
  void keepsEveryVersionAgainstTheProgramItself() {
    searches.save("ana", "documents", "passport", Severity.WARNING);

    assertThatThrownBy(() -> desk.run("DELETE FROM saved_search"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> desk.run("UPDATE saved_search SET query = 'x'"))
        .isInstanceOf(IllegalStateException.class);
  }
}
