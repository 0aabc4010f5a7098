package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.MovingClock;

class ExportRequestsTest {
  private static final String WHY = "the mandate covers another region";

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private CaseDatabase database;
  private ExportRequests requests;

  @BeforeEach
  void ask() {
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), ExportRequests.SCHEMA);
    requests = new ExportRequests(database, clock);
    requests.ask("ana", "waiter", "jsonl", "Prosecutor, Exampleland", "asked for in writing");
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** What breaks off between two writes, as a kill or a full disk does, leaves neither. */
  @ParameterizedTest
  @ValueSource(strings = {"export_request_grounds", "export_request_adverts"})
  void keepADecisionWithAllThatIsSaidOfItOrNotAtAll(String table) {
    boolean isGrant = table.endsWith("adverts");
    breakOffAt(table);
    assertThatThrownBy(() -> decide(isGrant)).isInstanceOf(IllegalStateException.class);
    assertThat(requests.find(1).orElseThrow().isPending()).isTrue();
    assertThat(requests.grounds(1)).isEmpty();

    database.run("DROP TRIGGER breaks_off");
    assertThat(decide(isGrant)).isTrue();
    assertThat(requests.find(1).orElseThrow().decision().granted()).isEqualTo(isGrant);
    assertThat(requests.grounds(1)).isEqualTo(WHY);
  }

  private boolean decide(boolean isGrant) {
    return isGrant
        ? requests.grant("ben", 1, WHY, List.of("a-1", "a-2"))
        : requests.decide("ben", 1, false, WHY);
  }

  private void breakOffAt(String table) {
    database.run(
        "CREATE TRIGGER breaks_off BEFORE INSERT ON "
            + table
            + " BEGIN SELECT RAISE(ABORT, 'no room'); END");
  }

  @Test
  void areCountedForEachRecipientHoweverManyOthersCameSince() {
    for (int partner = 0; partner < 8; partner++) {
      for (int i = 0; i < 20; i++) {
        requests.ask("ana", partner + " asks " + i, "deconflict", "partner " + partner, WHY);
      }
    }
    requests.decide("ben", requests.last("ana", "deconflict", "0 asks 7").orElseThrow().id(), true);

    assertThat(requests.pending("ana", "deconflict", "partner 0")).isEqualTo(19);
    assertThat(requests.pending("ana", "deconflict", "partner 7")).isEqualTo(20);
    assertThat(requests.pending("ana", "jsonl", "partner 7")).isZero();
    assertThat(requests.last("ana", "deconflict", "0 asks 7"))
        .hasValueSatisfying(granted -> assertThat(granted.isPending()).isFalse());
    assertThat(requests.last("ana", "deconflict", "9 asks 7")).isEmpty();
  }

  @Test
  void keepWhatWasFoundWhenTheyWereGrantedOnce() {
    assertThat(requests.grant("ben", 1, "", List.of("a-1", "a-2"))).isTrue();
    assertThat(requests.grant("cleo", 1, WHY, List.of("a-3"))).isFalse();

    Path file = folder.resolve("desk.sqlite");
    assertThat(ExportRequests.grantedIn(file, 1)).contains(Set.of("a-1", "a-2"));
    assertThat(ExportRequests.grantedIn(file, 2)).isEmpty();
    assertThat(ExportRequests.grantedIn(folder.resolve("none.sqlite"), 1)).isEmpty();
    assertThat(requests.grounds(1)).isEmpty();
  }

  @Test
  void areNotGrantedByWhoAsked() {
    assertThat(requests.grant("ana", 1, "", List.of("a-1"))).isFalse();
    assertThat(ExportRequests.grantedIn(folder.resolve("desk.sqlite"), 1)).isEmpty();
  }
}
