package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;

class AuditTrailTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final int LINES = 12;
  private static final int PEOPLE = 8;

  @TempDir Path folder;
  private Path log;
  private Path heads;
  private AuditTrail trail;

  @BeforeEach
  void write() {
    log = folder.resolve("audit.jsonl");
    heads = folder.resolve("elsewhere/heads.jsonl");
    AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), heads);
    for (int i = 0; i < LINES; i++) {
      new AuditLog(log, seal).append(NOW.plusSeconds(i), "ana", "show", "a-" + i + " é", MANDATE);
    }
    trail = new AuditTrail(log, heads, seal.publicKey());
  }

  @Test
  void holdsAsItWasWritten() throws Exception {
    assertThat(trail.verify()).isEqualTo(new AuditReport(LINES, LINES, 0, List.of()));
    assertThat(trail.newest(2)).extracting(AuditEntry::detail).containsExactly("a-11 é", "a-10 é");
  }

  /** What a former version wrote had none of what is known of an act by now. */
  @Test
  void goesOnAfterLinesOfAFormerVersion() throws Exception {
    String former =
        "{\"at\":\"2026-02-01T12:00:00Z\",\"user\":\"ana\",\"command\":\"show\",\"detail\":\"a-1\",\"mandate\":\"m-1\",\"previous\":\"%s\"}";
    Path before = folder.resolve("former/audit.jsonl");
    AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("former/heads.jsonl"));
    Files.createDirectories(before.getParent());
    String line = former.formatted(Sha256.of(""));
    Files.writeString(before, line + "\n");
    try (AuditSeal.Heads sealed = seal.open(folder.resolve("none"))) {
      sealed.put(NOW, Files.size(before), Sha256.of(line));
    }

    new AuditLog(before, seal).append(NOW, "ana", AuditEvent.of("show", "a-2").in("s-1"), MANDATE);

    AuditTrail whole = new AuditTrail(before, seal.heads(), seal.publicKey());
    assertThat(whole.verify()).isEqualTo(new AuditReport(2, 2, 0, List.of()));
    assertThat(whole.newest(2)).extracting(AuditEntry::session).containsExactly("s-1", "");
    assertThat(whole.newest(2)).extracting(AuditEntry::detail).containsExactly("a-2", "a-1");
  }

  @Test
  void holdsWhatManyWriteThroughOneLogAtOnce() throws Exception {
    AuditLog shared = new AuditLog(log, new AuditSeal(folder.resolve("key.pem"), heads));
    CountDownLatch all = new CountDownLatch(PEOPLE);
    try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
      List<Future<?>> writing = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        String name = "person-" + person;
        writing.add(
            threads.submit(() -> {
              all.countDown();
              all.await();
              for (int i = 0; i < LINES; i++) {
                shared.append(NOW, name, "show", "a-" + i, MANDATE);
                assertThat(Files.readString(log)).contains(name);
              }
              return null;
            }));
      }
      for (Future<?> done : writing) {
        done.get();
      }
    }
    int lines = LINES + PEOPLE * LINES;
    assertThat(trail.verify()).isEqualTo(new AuditReport(lines, lines, 0, List.of()));
  }

  @Test
  void findsAnEditOfAnyLine() throws Exception {
    for (int i = 0; i < LINES; i++) {
      int line = i;
      assertBroken(lines -> with(lines, line, lines.get(line).replace("\"ana\"", "\"eva\"")));
    }
  }

  @Test
  void findsThatAnyLineIsGone() throws Exception {
    for (int i = 0; i < LINES; i++) {
      int line = i;
      assertBroken(lines -> {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(line);
        return fewer;
      });
    }
  }

  @Test
  void findsThatTwoLinesChangedPlaces() throws Exception {
    for (int i = 1; i < LINES; i++) {
      int line = i;
      assertBroken(lines -> {
        List<String> other = new ArrayList<>(lines);
        Collections.swap(other, line - 1, line);
        return other;
      });
    }
  }

  @Test
  void findsATailOfAnyLengthCut() throws Exception {
    for (int i = 0; i < LINES; i++) {
      int left = i;
      assertBroken(lines -> lines.subList(0, left));
    }
  }

  @Test
  void findsAChainThatWasComputedAnew() throws Exception {
    assertBroken(lines -> {
      List<String> forged = new ArrayList<>();
      String previous = "";
      for (String line : lines) {
        String edited = line.replace("\"a-3 é\"", "\"a-9 é\"");
        String hash = edited.substring(edited.indexOf("sha256:"), edited.length() - 2);
        previous = edited.replace(hash, Sha256.of(previous));
        forged.add(previous);
      }
      return forged;
    });
  }

  @Test
  void findsALineAddedAtTheEndWithoutTheKey() throws Exception {
    assertBroken(lines -> {
      List<String> more = new ArrayList<>(lines);
      for (int i = 0; i < 2; i++) {
        String last = more.getLast();
        String hash = last.substring(last.indexOf("sha256:"), last.length() - 2);
        more.add(last.replace(hash, Sha256.of(last)));
      }
      return more;
    });
  }

  @Test
  void findsHeadsThatWereForgedOrCut() throws Exception {
    List<String> whole = Files.readAllLines(heads);
    Files.write(heads, with(whole, 5, whole.get(5).replaceFirst("sha256:.", "sha256:x")));
    assertThat(trail.verify().problems())
        .containsExactly("head 6 must be signed and later than the one before");
    Files.write(heads, whole.subList(0, LINES - 2));
    assertThat(trail.verify().holds()).as("two heads cut").isFalse();
    Path otherKey = folder.resolve("other.pem");
    new AuditSeal(otherKey, folder.resolve("other.jsonl"))
        .open(folder.resolve("none"))
        .close(); // makes the key
    Files.write(heads, whole);
    assertThat(new AuditTrail(log, heads, AuditKey.publicBeside(otherKey)).verify().holds())
        .as("another key")
        .isFalse();
  }

  @Test
  void allowsForOneLineThatAKillLeftUnsigned() throws Exception {
    Files.write(heads, Files.readAllLines(heads).subList(0, LINES - 1));

    assertThat(trail.verify()).isEqualTo(new AuditReport(LINES, LINES - 1, 1, List.of()));
  }

  private void assertBroken(UnaryOperator<List<String>> change) throws Exception {
    List<String> whole = Files.readAllLines(log);
    Files.write(log, change.apply(whole));
    assertThat(trail.verify().holds()).isFalse();
    Files.write(log, whole);
    assertThat(trail.verify().holds()).isTrue();
  }

  private static List<String> with(List<String> lines, int index, String line) {
    List<String> other = new ArrayList<>(lines);
    assertThat(other.set(index, line)).isNotEqualTo(line);
    return other;
  }
}
