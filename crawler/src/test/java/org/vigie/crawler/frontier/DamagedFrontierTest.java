package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.frontier.UrlStore.Table;

class DamagedFrontierTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final FrontierLimits UNTIL_EMPTY = new FrontierLimits(1_000_000, 8, false);

  /** A take that goes on for ever holds the lock of its frontier: no stop ends it. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void endsThoughAHostCountsMoreUrlsThanItsQueueHolds() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> queue(store, "a").forEach(place -> delete(batch, place.bytes())));

    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).containsExactly(url("b", 2));
      assertThat(frontier.outcomes()).containsEntry(HostRecord.DAMAGED, 2L);
      assertThat(frontier.waiting()).isZero();
    }
  }

  @Test
  void countsWhatIsLostOnce() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> queue(store, "a").forEach(place -> delete(batch, place.bytes())));
    try (DiskFrontier frontier = open()) {
      drain(frontier);
    }

    try (DiskFrontier frontier = open()) {
      assertThat(frontier.waiting()).isZero();
      assertThat(drain(frontier)).isEmpty();
      assertThat(frontier.outcomes()).isEmpty();
    }
  }

  @Test
  void setsAUrlAsideWhoseRecordIsGone() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> batch.delete(Table.URLS, UrlKey.of(url("a", 0)).bytes()));

    assertThatOneIsSetAside();
  }

  @Test
  void setsAUrlAsideWhoseRecordCannotBeRead() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> batch.put(Table.URLS, UrlKey.of(url("a", 0)).bytes(), new byte[] {2}));

    assertThatOneIsSetAside();
  }

  @Test
  void setsAUrlAsideWhoseRecordIsAnothers() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> {
      byte[] other = store.get(Table.URLS, UrlKey.of(url("a", 1)).bytes());
      batch.put(Table.URLS, UrlKey.of(url("a", 0)).bytes(), other);
    });

    assertThatOneIsSetAside();
  }

  private void assertThatOneIsSetAside() throws Exception {
    assertThatThrownBy(() -> FrontierReport.requireWhole(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1 places in queues without their URL");
    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).containsExactlyInAnyOrder(url("a", 1), url("b", 2));
      assertThat(frontier.outcomes()).containsEntry(HostRecord.DAMAGED, 1L);
    }
    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).isEmpty();
      assertThat(frontier.outcomes()).isEmpty();
    }
  }

  @Test
  void goesOnAfterATableThatCannotBeRead() throws Exception {
    seed("a", "b");
    for (Path table : files(".sst")) {
      byte[] bytes = Files.readAllBytes(table);
      if (new String(bytes, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains("http:")) {
        bytes[40] ^= 1;
        Files.write(table, bytes);
      }
    }

    try (DiskFrontier frontier = open()) {
      assertThatThrownBy(() -> drain(frontier)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> drain(frontier)).isInstanceOf(IOException.class);
      assertThat(drain(frontier)).isEmpty();
    }
  }

  /** RocksDB takes the last entry of its list for one that a power cut tore. */
  @Test
  void refusesAClosedFrontierWhoseListOfFilesEndsTooEarly() throws Exception {
    seed("a", "a", "b");
    Path list = files("MANIFEST").getFirst();
    byte[] bytes = Files.readAllBytes(list);
    bytes[lastEntry(bytes) + Integer.BYTES + 1] ^= 1; // its length is 256 bytes more
    Files.write(list, bytes);

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("as when it was closed");
    assertThatThrownBy(() -> FrontierReport.read(folder, NOON)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> FrontierReport.requireWhole(folder)).isInstanceOf(IOException.class);
  }

  @Test
  void opensAFrontierThatWasKilledSinceItWasClosed() throws Exception {
    seed("a", "a", "b");
    Path killed = folder.resolveSibling(folder.getFileName() + "-killed");
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("c", 3)));
      copy(folder, killed);
    }

    try (DiskFrontier frontier = open(killed)) {
      assertThat(frontier.waiting()).isEqualTo(4);
    }
  }

  @Test
  void takesADamagedSealForNone() throws Exception {
    seed("a");
    Path seal = folder.resolve("urls").resolve("CLOSED");
    byte[] bytes = Files.readAllBytes(seal);
    bytes[bytes.length / 4] ^= 1;
    Files.write(seal, bytes);

    assertThatCode(() -> FrontierReport.requireWhole(folder)).doesNotThrowAnyException();
  }

  @Test
  void findsAUrlWithoutItsPlaceAndAWrongCount() throws Exception {
    seed("a", "a", "b");
    change((store, batch) -> queue(store, "a").forEach(place -> delete(batch, place.bytes())));

    assertThatThrownBy(() -> FrontierReport.requireWhole(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 URLs without their place, 1 hosts with a wrong count");
  }

  private interface Change {
    void in(UrlStore store, UrlStore.Batch batch) throws IOException;
  }

  private void change(Change change) throws IOException {
    try (UrlStore store = UrlStore.open(folder.resolve("urls"));
        UrlStore.Batch batch = store.batch()) {
      change.in(store, batch);
      store.write(batch);
    }
  }

  private static List<QueueKey> queue(UrlStore store, String host) {
    return store.queue(UrlKey.of(host + ".example.org"), QueueKey.Kind.NEW, null, 10);
  }

  private static void delete(UrlStore.Batch batch, byte[] place) {
    assertThatCode(() -> batch.delete(Table.QUEUES, place)).doesNotThrowAnyException();
  }

  /** Returns where the last entry begins: of each, a checksum, a length of two bytes and a kind. */
  private static int lastEntry(byte[] list) {
    ByteBuffer entries = ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN);
    int last = 0;
    int next = 0;
    while (next < list.length) {
      last = next;
      next += 7 + Short.toUnsignedInt(entries.getShort(next + Integer.BYTES));
    }
    assertThat(next).isEqualTo(list.length);
    return last;
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("urls"))) {
      return files.filter(file -> file.toString().contains(part)).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /** Adds a URL of each host, numbered from 0. */
  private void seed(String... hosts) throws IOException {
    List<Target> targets = new ArrayList<>();
    for (String host : hosts) {
      targets.add(target(host, targets.size()));
    }
    try (DiskFrontier frontier = open()) {
      frontier.seed(targets);
    }
  }

  private DiskFrontier open() throws IOException {
    return open(folder);
  }

  private static DiskFrontier open(Path folder) throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, UNTIL_EMPTY, NOON);
  }

  private static List<String> drain(DiskFrontier frontier) throws Exception {
    return assertTimeoutPreemptively(
        BOUND,
        () -> {
          List<String> urls = new ArrayList<>();
          Due due;
          while ((due = frontier.take()) != null) {
            urls.add(due.target().url());
            frontier.commit(List.of(PageEnd.without(due.target(), "gone")));
          }
          return urls;
        });
  }

  private static Target target(String host, int page) {
    return new Target(url(host, page), 1, 0);
  }

  private static String url(String host, int page) {
    return "http://" + host + ".example.org/" + page;
  }
}
