package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.digest.Sha256;

/** Finding in the log, against looking at each of its lines. */
class AuditSearchTest {
  private static final int LINES = 3_000;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  @TempDir Path folder;
  private final List<AuditEntry> all = new ArrayList<>();
  private AuditTrail trail;
  private Path log;

  /** Signing thousands of lines would take its time. */
  @BeforeEach
  void write() throws Exception {
    Random random = new Random(7);
    log = folder.resolve("audit.jsonl");
    StringBuilder lines = new StringBuilder();
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    String last = "";
    for (int i = 0; i < LINES; i++) {
      at = at.plus(Duration.ofSeconds(random.nextInt(3_600)));
      String user = "person-" + random.nextInt(4);
      String reason = "k-" + random.nextInt(9) + " é" + "…".repeat(random.nextInt(99));
      String previous = Sha256.of(last);
      last =
          "{\"at\":\"%s\",\"user\":\"%s\",\"command\":\"show\",\"detail\":\"id=a-%d\",\"reason\":\"%s\",\"mandate\":\"m\",\"previous\":\"%s\"}"
              .formatted(at, user, i, reason, previous);
      lines.append(last).append('\n');
      all.addFirst(
          new AuditEntry(
              at.toString(), user, "", "show", "id=a-" + i, reason, "", "", "m", previous));
    }
    Files.writeString(log, lines);
    trail = new AuditTrail(log, folder.resolve("heads.jsonl"), folder.resolve("key.pem.pub"));
  }

  @Test
  void findsPageAfterPageWhatALookAtEachLineFinds() throws Exception {
    for (int day = 0; day < 64; day += 9) {
      Optional<LocalDate> from = day % 2 == 0 ? Optional.of(FIRST.plusDays(day)) : Optional.empty();
      Optional<LocalDate> to =
          day % 3 == 0 ? Optional.of(FIRST.plusDays(day + 3)) : Optional.empty();
      for (String user : List.of("", "person-1")) {
        for (String about : List.of("", "k-5", "a-1500", "a-none")) {
          AuditSearch search =
              new AuditSearch(user, about.isEmpty() ? Set.of() : Set.of(about), from, to);
          assertThat(found(search))
              .as("%s", search)
              .isEqualTo(all.stream().filter(search::matches).toList());
        }
      }
    }
  }

  @Test
  void leavesOutLinesThatAreOtherThanWasWrittenAndCountsThem() throws Exception {
    String text = Files.readString(log);
    Files.writeString(log, text.replace("id=a-1500\"", "id=a-1501\""));

    AuditPage page = trail.find(AuditSearch.ALL, Long.MAX_VALUE, LINES);

    assertThat(page.damaged()).isOne();
    assertThat(page.entries())
        .isEqualTo(all.stream().filter(entry -> !entry.detail().equals("id=a-1500")).toList());
  }

  @Test
  void tellsNothingOfALineThatIsStillBeingWritten() throws Exception {
    Files.writeString(log, "{\"at\":\"2026-12-01", StandardOpenOption.APPEND);

    assertThat(trail.newest(1)).containsExactly(all.getFirst());
  }

  @Test
  void beginsAtAWholeLineWhereverItIsTold() throws Exception {
    long size = Files.size(log);
    for (long before : new long[] {-1, 0, 1, size / 2, size - 1, size + 1}) {
      List<AuditEntry> found = trail.find(AuditSearch.ALL, before, LINES).entries();
      assertThat(found).isEqualTo(all.subList(LINES - found.size(), LINES));
    }
  }

  private List<AuditEntry> found(AuditSearch search) throws Exception {
    List<AuditEntry> found = new ArrayList<>();
    Optional<Long> place = Optional.of(Long.MAX_VALUE);
    while (place.isPresent()) {
      AuditPage page = trail.find(search, place.get(), 200);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(200);
      found.addAll(page.entries());
      place = page.older();
    }
    return found;
  }
}
