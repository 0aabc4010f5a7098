package org.vigie.casework.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.people.CaseDatabase;

class DatabaseErasureTest {
  private static final String KEY = "phone:+447700900123";

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

  private static void ask(Path file, String contact) {
    try (CaseDatabase database = CaseDatabase.open(file, ErasureRequests.SCHEMA)) {
      new ErasureRequests(database, Clock.systemUTC())
          .ask("ada", List.of("a-1"), contact, contact.endsWith("3") ? "file 7/26" : "file 8/26");
    }
  }
}
