package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.MovingClock;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.search.StoredQuery;

class SavedSearchesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String PASSWORD = "a sentence of some length";

  @TempDir Path folder;
  private CaseDatabase database;
  private SavedSearches searches;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database =
        CaseDatabase.open(
            folder.resolve("desk.sqlite"),
            Stream.of(Accounts.SCHEMA, SavedSearches.SCHEMA).flatMap(List::stream).toList());
    searches = new SavedSearches(database, new MovingClock(NOON));
    accounts = new Accounts(database, new MovingClock(NOON));
    accounts.add("ana", Set.of(Role.ADMIN), PASSWORD, OneTimeCode.random(new SecureRandom()));
    accounts.add("ben", Set.of(Role.ANALYST), PASSWORD, OneTimeCode.random(new SecureRandom()));
  }

  @AfterEach
  void close() {
    database.close();
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
  void leavesTheStreamNothingOfAnAccountThatIsShut() {
    searches.save("ana", "documents", "passport", Severity.WARNING);
    searches.save("ben", "documents", "visa", Severity.NOTICE);
    accounts.change("ben", Set.of(Role.ANALYST), false);
    assertThat(SavedSearches.storedIn(folder.resolve("desk.sqlite")))
        .extracting(StoredQuery::name)
        .containsExactly("documents · ana");

    accounts.change("ben", Set.of(Role.ANALYST), true);
    assertThat(SavedSearches.storedIn(folder.resolve("desk.sqlite"))).hasSize(2);
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

    assertThatThrownBy(() -> database.run("DELETE FROM saved_search"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.run("UPDATE saved_search SET query = 'x'"))
        .isInstanceOf(IllegalStateException.class);
  }
}
