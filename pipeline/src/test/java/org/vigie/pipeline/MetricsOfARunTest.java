package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.metric.StreamMetric;
import org.vigie.pipeline.standalone.FreePort;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.search.AdvertIndex;

/** The page on which Prometheus reads what a run tells. */
@Timeout(300)
class MetricsOfARunTest {
  private static final int ADVERTS = 120;

  @TempDir Path folder;

  @Test
  void tellsWhatCameInAndWhatBecameOfIt() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("adverts.jsonl", TestAdverts.jsonLines(3, ADVERTS) + "not json\n[]\n");
    askAReader();
    int port = FreePort.find();
    Settling settling = new Settling(port);

    run.watch(2, OptionalInt.of(port), settling::progress, settling::isSettled);

    String page = settling.page;
    assertThat(sum(page, StreamMetric.ADVERTS)).isEqualTo(settling.progress.records().adverts());
    assertThat(sum(page, StreamMetric.REPEATS)).isEqualTo(settling.progress.records().repeats());
    assertThat(sum(page, StreamMetric.ALERTS_RAISED) - sum(page, StreamMetric.ALERTS_WITHDRAWN))
        .isEqualTo(settling.progress.alerts())
        .isPositive();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(sum(page, StreamMetric.CLUSTERS)).isEqualTo(index.counts().clusters());
      assertThat(sum(page, StreamMetric.ADVERTS_INDEXED)).isEqualTo(index.counts().adverts());
    }
    assertThat(page)
        .containsPattern(series(StreamMetric.DEAD_LETTERS, "kind=\"not-json\""))
        .containsPattern(series(StreamMetric.ALERTS_RAISED, "rule=\"campaign\""))
        .containsPattern(series(StreamMetric.ALERTS_RAISED, "rule=\"stored-query\""))
        .containsPattern(series(StreamMetric.CLUSTERS, "size=\"10-99\""))
        .containsPattern(series(StreamMetric.STAGE_TIME, "stage=\"classify\""))
        .containsPattern(series(StreamMetric.STAGE_TIME, "quantile=\"0.99\""))
        .contains(
            "vigie_plugin_asked_total{kind=\"reader\",plugin=\"listed\",} 1.0",
            "vigie_plugin_failed_total{kind=\"reader\",plugin=\"listed\",} 1.0");
    assertThat(sum(page, StreamMetric.DEAD_LETTERS)).isEqualTo(2);
    assertThat(sum(page, StreamMetric.INPUTS_ACCEPTED)).isEqualTo(1);
    assertThat(sum(page, StreamMetric.INPUTS_FINISHED)).isEqualTo(1);
    Set<StreamMetric> ofPlugins =
        EnumSet.of(StreamMetric.PLUGIN_ASKED, StreamMetric.PLUGIN_PASSED_OVER);
    for (StreamMetric metric : EnumSet.complementOf(EnumSet.copyOf(ofPlugins))) {
      assertThat(page).contains("\n" + metric.prometheusName() + "{");
    }
    assertThat(GrafanaBoard.metrics()).contains(TopicRunTest.LAG).hasSizeGreaterThan(15);
    for (String metric : GrafanaBoard.metrics()) {
      if (!metric.equals(TopicRunTest.LAG)) { // only a topic has it
        assertThat(page).contains("\n" + metric + "{");
      }
    }
    assertThat(page).doesNotContain("galway"); // the stored query's name says what is looked for
  }

  /** Files are read before a job begins, by the same process. */
  private static void askAReader() throws IOException {
    PluginSpec reader =
        new PluginSpec(
            "listed",
            PluginKind.READER,
            List.of("/bin/sh", "-c", "exit 7"),
            List.of("lst"),
            "test",
            PluginLimits.defaults());
    try (PluginProcess process = new PluginProcess(reader)) {
      assertThatThrownBy(() -> process.ask(PluginJson.object().put("do", "read")))
          .isInstanceOf(PluginFault.class);
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    TestRun run = new TestRun(folder);
    run.accept("adverts.jsonl", TestAdverts.jsonLines(3, 2));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() ->
              run.run(1, TopicEnds.none(), OptionalInt.of(taken.getLocalPort()), progress -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("metrics must be served at 127.0.0.1:" + taken.getLocalPort());
    }
  }

  /**
   * Looks at the page of a run that goes on, until the checkpoints have carried what was read into
   * clusters, alerts and the index. The run begins them between two looks.
   */
  private static final class Settling {
    private static final int LOOKS = 50;

    private final int port;
    private RunProgress progress = new RunProgress(0, 0, new RecordCounts(0, 0, 0, 0, 0), 0, 0);
    private String page = "";
    private int same;

    Settling(int port) {
      this.port = port;
    }

    void progress(RunProgress now) {
      progress = now;
    }

    boolean isSettled() {
      String now = page(port);
      same = progress.records().deadLetters() == 2 && ours(now).equals(ours(page)) ? same + 1 : 0;
      page = now;
      return same >= LOOKS && sum(now, StreamMetric.CLUSTERS) > 0;
    }

    private static String ours(String page) {
      return page.lines()
          .filter(line -> line.contains("_vigie_alert") || line.contains("_vigie_cluster"))
          .sorted()
          .collect(Collectors.joining());
    }
  }

  /** Waits for a page on which something shows, as it does once a checkpoint is complete. */
  static String pageOnce(int port, Predicate<String> shows) {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < deadline) {
      String page = page(port);
      if (shows.test(page)) {
        return page;
      }
      pause();
    }
    throw new AssertionError("the page must show it within three minutes, but doesn't");
  }

  private static String page(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("the page must show it in time", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError("the page must show it in time", e);
    }
  }

  /** Returns the sum over all instances and labels. */
  static double sum(String page, StreamMetric metric) {
    return page.lines()
        .filter(line -> line.startsWith(metric.prometheusName() + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static Pattern series(StreamMetric metric, String label) {
    return Pattern.compile(
        metric.prometheusName() + "\\{[^}]*" + Pattern.quote(label) + "[^}]*\\} \\d");
  }
}
