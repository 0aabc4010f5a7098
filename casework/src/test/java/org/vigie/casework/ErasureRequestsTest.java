package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;

class ErasureRequestsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final String KEY = "phone:+447700900123";

  @TempDir Path folder;
  private CaseDatabase database;
  private ErasureRequests requests;

  @BeforeEach
  void askForOneAndForAllOfAContact() {
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), ErasureRequests.SCHEMA);
    requests = new ErasureRequests(database, CLOCK);
    requests.ask("ada", "a-one", "asked for by its subject");
    List<String> many = IntStream.range(0, 60).mapToObj(i -> "a-" + i).toList();
    requests.ask("ada", many, KEY, "file 7/26");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void listsWhatWasAskedForAtOnceByItsFirstSoThatItHidesNothingElse() {
    assertThat(requests.of("ada", 2))
        .extracting(ErasureRequest::advert)
        .containsExactly("a-0", "a-one");
    List<ErasureRequest> pending = requests.pendingFor("max");
    assertThat(pending).extracting(ErasureRequest::advert).containsExactly("a-one", "a-0");
    pending.forEach(request -> requests.decide("max", request.id(), true));
    assertThat(requests.decidedBy("max", 2))
        .extracting(ErasureRequest::advert)
        .containsExactly("a-0", "a-one");
    assertThat(ErasureRequests.grantedIn(folder.resolve("desk.sqlite"))).hasSize(61);
  }

  @Test
  void knowsWhoseAdvertsWereAskedFor() {
    assertThat(requests.of("ada", 2)).extracting(requests::contact).containsExactly(KEY, "");
  }
}
