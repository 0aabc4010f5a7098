package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.frontier.UrlRanking;
import org.vigie.crawler.metrics.CrawlMetrics;

@Timeout(30)
class PageCommitterTest {
  private static final Mandate MANDATE = TestMandate.VALID;
  private static final int MANY_LINKS = 8_000;

  @TempDir private Path folder;
  private final StuckSink sink = new StuckSink();

  @Test
  void holdsAtMost32PagesThatAreNotDurableThoseBeingWrittenIncluded() throws Exception {
    assertThat(handedOverWhileTheDiskIsStuck(40, List.of())).isEqualTo(32);
  }

  @Test
  void countsLinksAsMemoryThatIsHeld() throws Exception {
    List<Target> links =
        IntStream.range(0, MANY_LINKS)
            .mapToObj(i -> new Target("http://h0.example.org/" + i, 1, 0, 0.5, "offer"))
            .toList();

    assertThat(handedOverWhileTheDiskIsStuck(5, links)).isEqualTo(1);
  }

  /** Returns how many pages of one host each were taken before the first was durable. */
  private int handedOverWhileTheDiskIsStuck(int hosts, List<Target> links) throws Exception {
    List<PageEnd> taken = new ArrayList<>();
    try (DiskFrontier frontier = frontier();
        PageCommitter committer =
            new PageCommitter(archive(), frontier, sink, new CrawlMetrics())) {
      frontier.seed(
          IntStream.range(0, hosts)
              .mapToObj(i -> new Target("http://h" + i + ".example.org/", 0, 0))
              .toList());
      committer.start(e -> {});
      Thread handing =
          Thread.ofPlatform().start(() -> handOver(hosts, links, frontier, committer, taken));
      sink.reached.await();
      while (handing.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
      int held = taken.size();
      sink.open.countDown();
      handing.join();
      assertThat(taken).hasSize(hosts);
      return held;
    }
  }

  private static void handOver(
      int pages,
      List<Target> links,
      DiskFrontier frontier,
      PageCommitter committer,
      List<PageEnd> taken) {
    try {
      for (int i = 0; i < pages; i++) {
        Target target = frontier.take().target();
        PageEnd end = new PageEnd(target, "fetched", null, links, null, 0, false);
        committer.commit(end, null, List.of());
        taken.add(end);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private DiskFrontier frontier() throws IOException {
    return DiskFrontier.open(
        folder.resolve("frontier"),
        Duration.ZERO,
        FrontierLimits.of(100, 64, false),
        store -> UrlRanking.asGiven(),
        Clock.systemUTC());
  }

  private WarcArchive archive() {
    return new WarcArchive(
        folder.resolve("captures"), MANDATE, Clock.systemUTC(), WarcLedger.none());
  }

  /** Writes nothing before it is opened, as a disk that hangs. */
  private static final class StuckSink implements AdvertSink {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void write(List<FoundAdvert> adverts) throws IOException {
      reached.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public void close() {}
  }
}
