package org.vigie.crawler.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.politeness.HostPace;

class UrlEventTest {
  private static final Target PAGE = new Target("https://a.example.org/é", 2, 1, 0.25, "a link");
  private static final HostPace PACE =
      new HostPace("a.example.org", "203.0.113.7", 5_000, 120, 1, 99, 77);
  private static final PageVisit VISIT =
      new PageVisit(
          9,
          120,
          200,
          new KeptAnswer("\"e\"", "", "sha256:0", "a.warc.gz", 7),
          List.of("x"),
          3,
          60_000);

  @Test
  void saysWhatWasFound() throws IOException {
    UrlEvent event = UrlEvent.found(List.of(PAGE, new Target("https://a.example.org/", 0, 0)));

    assertThat(UrlEvent.read(event.bytes(), "here")).isEqualTo(event);
  }

  @Test
  void saysHowAVisitEnded() throws IOException {
    PageEnd end =
        new PageEnd(
                PAGE, "fetched", VISIT, List.of(), new ArchivePosition("a.warc.gz", 70), 1, true)
            .doubted();
    UrlEvent event = UrlEvent.read(UrlEvent.done(end, "p1", PACE).bytes(), "here");

    assertThat(event).isEqualTo(UrlEvent.done(end, "p1", PACE));
    assertThat(event.done().end()).isEqualTo(end);
  }

  @Test
  void saysHowAVisitEndedThatBroughtNoAnswer() throws IOException {
    PageEnd end = PageEnd.without(PAGE, "robots-disallowed");

    assertThat(UrlEvent.read(UrlEvent.done(end, "p1", PACE).bytes(), "here").done().end())
        .isEqualTo(end);
  }

  @Test
  void writesAnEndAsEarlierProcessesReadIt() throws IOException {
    PageEnd end =
        new PageEnd(
            PAGE,
            "fetched",
            VISIT,
            List.of(PAGE),
            new ArchivePosition("a.warc.gz", 70),
            1,
            true,
            false);

    assertThat(new String(UrlEvent.done(end, "p1", PACE).bytes(), UTF_8))
        .isEqualTo(
            "{\"layout\":1,\"done\":{\"target\":{\"url\":\"https://a.example.org/é\",\"depth\":2,"
                + "\"redirects\":1,\"score\":0.25,\"anchor\":\"a link\","
                + "\"origin\":{\"page\":0,\"template\":0,\"depth\":-1,\"held\":false}},"
                + "\"outcome\":\"fetched\","
                + "\"visit\":{\"atMillis\":9,\"tookMillis\":120,\"status\":200,"
                + "\"etag\":\"\\\"e\\\"\",\"lastModified\":\"\",\"payloadDigest\":\"sha256:0\","
                + "\"container\":\"a.warc.gz\",\"offset\":7,"
                + "\"adverts\":[\"x\"],\"times\":3,\"intervalMillis\":60000,"
                + "\"history\":{\"pageMillis\":0,\"sourceIds\":[],\"linksHash\":0,\"goneTimes\":0,"
                + "\"comparisons\":0.0,\"changes\":0.0,\"watchedMillis\":0.0}},"
                + "\"archive\":{\"file\":\"a.warc.gz\",\"length\":70},"
                + "\"newAdverts\":1,\"changed\":true,\"doubtful\":false,"
                + "\"process\":\"p1\",\"pace\":"
                + paceJson()
                + "}}");
  }

  @Test
  void saysHowAHostWantsToBeAsked() throws IOException {
    assertThat(UrlEvent.read(UrlEvent.pace(PACE).bytes(), "here").pace()).isEqualTo(PACE);
  }

  @Test
  void saysWhatWasCountedOfTheTrapsOfAHost() throws IOException {
    UrlEvent.Traps traps = new UrlEvent.Traps("a.example.org", "{\"sinceMillis\":7}");

    assertThat(UrlEvent.read(UrlEvent.traps(traps).bytes(), "here").traps()).isEqualTo(traps);
  }

  @Test
  void readsWhatEarlierProcessesWrote() throws IOException {
    byte[] event = "{\"layout\":1,\"pace\":%s}".formatted(paceJson()).getBytes(UTF_8);

    assertThat(UrlEvent.read(event, "here").pace()).isEqualTo(PACE);
  }

  private static String paceJson() throws IOException {
    String event = new String(UrlEvent.pace(PACE).bytes(), UTF_8);
    String key = "\"pace\":";
    return event.substring(event.indexOf(key) + key.length(), event.length() - 1);
  }

  @Test
  void refusesALaterLayout() {
    assertThatThrownBy(() -> UrlEvent.read("{\"layout\":3}".getBytes(UTF_8), "urls-3 at 17"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "an event of a crawl must have layout 1 to 2, but has 3: urls-3 at 17; update this process");
  }

  @Test
  void refusesWhatIsNoEventAndSaysWhere() {
    assertThatThrownBy(() -> UrlEvent.read("{".getBytes(UTF_8), "urls-3 at 17"))
        .isInstanceOf(IOException.class)
        .hasMessage("an event of a crawl must be readable, but is not: urls-3 at 17");
  }
}
