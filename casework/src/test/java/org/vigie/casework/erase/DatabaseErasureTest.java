package org.vigie.casework.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.SavedSearch;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;

class DatabaseErasureTest {
  private static final String KEY = "phone:+447700900123";

  private static final List<String> SCHEMA =
      Stream.of(Accounts.SCHEMA, SavedSearches.SCHEMA).flatMap(List::stream).toList();

  @TempDir Path folder;

  @Test
  void leavesNoContactInTheRequestByWhichItsAdvertsWereErased() {
    Path file = folder.resolve("desk.sqlite");
    ask(file, "phone:+447700900124");
    ask(file, KEY);
    GoneWith gone = new GoneWith(new TreeSet<>(), new TreeSet<>(List.of(KEY)), new TreeSet<>());
    assertThat(DatabaseErasure.erase(file, List.of("a-1"), gone, List.of())).isTrue();
    try (CaseDatabase database = CaseDatabase.open(file, ErasureRequests.SCHEMA)) {
      ErasureRequests requests = new ErasureRequests(database, Clock.systemUTC());
      assertThat(requests.of("ada", 2))
          .extracting(requests::contact)
          .containsExactly(DatabaseErasure.ERASED, "phone:+447700900124");
    }
  }

  @Test
  void leavesNoContactInSearchesNorAnyThatLooksForIt() {
    Path file = folder.resolve("desk.sqlite");
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      SavedSearches searches = new SavedSearches(database, Clock.systemUTC());
      searches.save("ada", "key", "contact:\"" + KEY + "\" lang:en", Severity.NOTICE);
      searches.save("ada", "spaces", "phone:\"+44 7700 900123\"", Severity.NOTICE);
      searches.save("ada", "longer", "phone:+4477009001234", Severity.NOTICE);
      searches.save("ada", "handle", "handle:telegram:invented_ana", Severity.NOTICE);
      searches.save("ada", "other handle", "handle:telegram:invented_ana_2", Severity.NOTICE);
    }
    TreeSet<String> contacts = new TreeSet<>(List.of(KEY, "handle:telegram:invented_ana"));
    GoneWith gone = new GoneWith(new TreeSet<>(), contacts, new TreeSet<>());
    DatabaseErasure.erase(file, List.of("a-1"), gone, List.of());

    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      assertThat(new SavedSearches(database, Clock.systemUTC()).of("ada"))
          .extracting(SavedSearch::query)
          .containsExactly("handle:telegram:invented_ana_2", "phone:+4477009001234");
      assertThat(database.list("SELECT query FROM saved_search", row -> row.getString("query")))
          .containsOnly(
              DatabaseErasure.ERASED, "phone:+4477009001234", "handle:telegram:invented_ana_2");
    }
  }

  private static void ask(Path file, String contact) {
    try (CaseDatabase database = CaseDatabase.open(file, ErasureRequests.SCHEMA)) {
      new ErasureRequests(database, Clock.systemUTC())
          .ask("ada", List.of("a-1"), contact, contact.endsWith("3") ? "file 7/26" : "file 8/26");
    }
  }
}
