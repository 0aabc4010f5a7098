package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierErasureTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String VISITED = "http://a.example.org/visited-and-erased";
  private static final String WAITING = "http://a.example.org/waiting-and-erased";
  private static final String UNKNOWN = "http://a.example.org/never-met-and-erased";
  private static final String OTHER = "http://a.example.org/other";

  @TempDir Path folder;

  @Test
  void leavesNoByteOfAnAddressAndNeverGivesItOutAgain() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target(VISITED, 1)));
      Target first = take(frontier);
      frontier.commit(List.of(visited(first, List.of(target(WAITING, 0.9), target(OTHER, 0.5)))));
    }
    assertThat(text()).contains("visited-and-erased", "waiting-and-erased", "an anchor");

    try (FrontierErasure erasure = FrontierErasure.open(folder)) {
      erasure.erase(List.of(VISITED, WAITING, UNKNOWN));
    }

    assertThat(text()).doesNotContain("and-erased");
    try (DiskFrontier frontier = open()) {
      assertThat(frontier.waiting()).isEqualTo(1);
      Target other = take(frontier);
      assertThat(other.url()).isEqualTo(OTHER);
      frontier.commit(
          List.of(
              visited(other, List.of(target(UNKNOWN, 1), target(VISITED, 1), target(WAITING, 1)))));
      assertThat(frontier.waiting()).isZero();
    }
  }

  @Test
  void forgetsAnAddressSoThatItIsMetAsIfForTheFirstTimeUnlessItWasErasedForGood() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target(VISITED, 1)));
      Target first = take(frontier);
      frontier.commit(List.of(visited(first, List.of(target(WAITING, 0.9), target(OTHER, 0.5)))));
    }
    try (FrontierErasure erasure = FrontierErasure.open(folder)) {
      erasure.erase(List.of(UNKNOWN));
      erasure.forget(List.of(VISITED, WAITING, UNKNOWN));
    }

    assertThat(text()).doesNotContain("and-erased");
    try (DiskFrontier frontier = open()) {
      assertThat(frontier.waiting()).isEqualTo(1);
      Target other = take(frontier);
      assertThat(other.url()).isEqualTo(OTHER);
      frontier.commit(
          List.of(
              visited(other, List.of(target(UNKNOWN, 1), target(VISITED, 1), target(WAITING, 1)))));
      assertThat(frontier.waiting()).isEqualTo(2);
      Target one = take(frontier);
      frontier.commit(List.of(visited(one, List.of())));
      assertThat(List.of(one.url(), take(frontier).url()))
          .containsExactlyInAnyOrder(VISITED, WAITING);
    }
  }

  @Test
  void doesTheSameWhenItIsDoneAgain() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target(WAITING, 1), target(OTHER, 1)));
    }
    for (int time = 0; time < 2; time++) {
      try (FrontierErasure erasure = FrontierErasure.open(folder)) {
        erasure.erase(List.of(WAITING));
      }
    }

    try (DiskFrontier frontier = open()) {
      assertThat(frontier.waiting()).isEqualTo(1);
      assertThat(take(frontier).url()).isEqualTo(OTHER);
    }
  }

  @Test
  void isRefusedWhileACrawlHoldsTheFrontier() throws Exception {
    try (DiskFrontier frontier = open()) {
      assertThat(frontier.waiting()).isZero();
      assertThatThrownBy(() -> FrontierErasure.open(folder)).isInstanceOf(IOException.class);
    }
  }

  private DiskFrontier open() throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, new FrontierLimits(1_000_000, 8, false), CLOCK);
  }

  private static Target take(DiskFrontier frontier) throws Exception {
    Due due = frontier.take();
    assertThat(due).isNotNull();
    return due.target();
  }

  private static Target target(String url, double score) {
    return new Target(url, 1, 0, score, "an anchor");
  }

  /** A page that is to be looked at again, so that it stands in a queue. */
  private static PageEnd visited(Target target, List<Target> links) {
    PageVisit visit =
        new PageVisit(
            CLOCK.millis(),
            5,
            200,
            new KeptAnswer("", "", "sha256:0", "x.warc.gz", 7),
            List.of("a-1"),
            1,
            Duration.ofDays(1).toMillis());
    return new PageEnd(
        target, "fetched", visit, links, new ArchivePosition("x.warc.gz", 9), 1, false);
  }

  /** Returns all bytes of all files below the folder. */
  private String text() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    StringBuilder all = new StringBuilder();
    for (Path file : files) {
      all.append(new String(Files.readAllBytes(file), ISO_8859_1));
    }
    return all.toString();
  }
}
