package org.vigie.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.casework.render.Style;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.frontier.HostStatus.State;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.crawler.status.CrawlTotals;

class CrawlStatusViewTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final CrawlStatusView view = new CrawlStatusView(new Style(false));

  @Test
  void showsPerHostWhatItIsAtAndWhy() {
    assertThat(view.hosts(status(Phase.RUNNING), 4))
        .containsExactly(
            "HOST               PAGES  ADVERTS  WAITING  DISALLOWED  STATE",
            "a[.]example[.]org  1,200  30       5,000    2           delayed 4 s",
            "b[.]example[.]org  0      0        17       0           parked 50 s: robots-unreachable",
            "c[.]example[.]org  3      1        1        0           busy",
            "d[.]example[.]org  2      0        4        0           due",
            "… and 9 hosts more");
  }

  @Test
  void countsHostsByWhatTheyAreAtAndSaysWhySomeAreParked() {
    assertThat(CrawlStatusView.states(status(Phase.RUNNING)))
        .isEqualTo("1 busy, 1 due, 1 delayed, 1 parked (robots-unreachable 1), 9 done");
  }

  @Test
  void tellsACrawlThatRunsFromOneThatFellSilentAndOneThatEnded() {
    assertThat(first(status(Phase.PAUSED), START.plusSeconds(61)))
        .isEqualTo("The crawl is paused.");
    assertThat(first(status(Phase.RUNNING), START.plusSeconds(160)))
        .isEqualTo("The crawl was running, but its process has told nothing for 100 s.");
    assertThat(first(status(Phase.FINISHED), START.plusSeconds(600)))
        .isEqualTo("The crawl has finished, 2026-03-01 12:01 UTC.");
    assertThat(first(status(Phase.STOPPED), START.plusSeconds(600)))
        .startsWith("The crawl has been stopped");
    // No process has this number: Linux gives none above 2^22.
    assertThat(first(status(Phase.RUNNING, Integer.MAX_VALUE), START.plusSeconds(61)))
        .startsWith("The crawl was killed after 2026-03-01 12:01 UTC");
  }

  @Test
  void sumsUpTheCrawl() {
    assertThat(view.lines(status(Phase.RUNNING), START.plusSeconds(61), 0))
        .contains(
            "1,203 pages captured, 31 adverts, 5,018 waiting, 4 failed, 2 not allowed",
            "  http-404                     4",
            "  fetched                      1,203");
  }

  private String first(CrawlStatus status, Instant now) {
    return view.lines(status, now, 0).getFirst();
  }

  private static CrawlStatus status(Phase phase) {
    return status(phase, ProcessHandle.current().pid());
  }

  private static CrawlStatus status(Phase phase, long pid) {
    return new CrawlStatus(
        pid,
        START,
        START.plusSeconds(60),
        phase,
        new CrawlProgress(1_203, 5_018, 4, 2),
        new CrawlTotals(31, 0, 1_000, Map.of("fetched", 1_203L, "http-404", 4L)),
        Map.of(State.BUSY, 1L, State.DUE, 1L, State.DELAYED, 1L, State.PARKED, 1L, State.DONE, 9L),
        List.of(
            new HostStatus("a.example.org", State.DELAYED, "", 4, 5_000, 1_200, 30, 2),
            new HostStatus("b.example.org", State.PARKED, "robots-unreachable", 50, 17, 0, 0, 0),
            new HostStatus("c.example.org", State.BUSY, "", 0, 1, 3, 1, 0),
            new HostStatus("d.example.org", State.DUE, "", 0, 4, 2, 0, 0)));
  }
}
