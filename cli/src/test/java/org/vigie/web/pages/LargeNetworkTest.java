package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Chromium;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.group.NetworkGraph;

/** The drawing of a network of 2,000 nodes, in the browser. */
class LargeNetworkTest {
  private static final String GRAPH = "const graph = document.getElementById('graph')._cyreg.cy;";

  private static final String NAMES_THAT_COVER =
      GRAPH
          + """
          const box = node => node.boundingBox({includeNodes: false, includeLabels: true, includeEdges: false, includeOverlays: false});
          const named = graph.nodes().filter(node => !node.hasClass('unnamed')).map(box);
          let covering = 0;
          for (let i = 0; i < named.length; i++) {
            for (let j = 0; j < i; j++) {
              const a = named[i], b = named[j];
              covering += a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
            }
          }
          return covering;
          """;

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    LargeNetwork.write(workspace);
    served = ServedConsole.on(workspace);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void drawsTwoThousandNodesOpensATextAndFindsAPath() throws Exception {
    try (Chromium browser = Chromium.reading("en")) {
      signIn(browser);
      open(browser);

      assertThat(browser.run(GRAPH + "return graph.nodes().length"))
          .isEqualTo((long) NetworkGraph.MOST_NODES);
      assertThat((Long) browser.run(GRAPH + "return graph.edges().length"))
          .isGreaterThan(NetworkGraph.MOST_NODES);
      assertThat(
              browser.run(
                  GRAPH
                      + "return new Set(graph.nodes().map(node => Math.round(node.position('x')) + ' ' + Math.round(node.position('y')))).size"))
          .as("places, as the layout has ended")
          .isEqualTo((long) NetworkGraph.MOST_NODES);
      assertThat(browser.run(NAMES_THAT_COVER)).isEqualTo(0L);

      openText(browser);

      assertThat(browser.run(GRAPH + "return graph.nodes('.advert').length"))
          .isEqualTo((long) LargeNetwork.MEMBERS);
      assertThat(browser.run(NAMES_THAT_COVER)).isEqualTo(0L);
      browser.run(
          GRAPH
              + "[0, 400].forEach(at => graph.nodes('.contact')[at].emit('tap'));"
              + " document.getElementById('graph-path').click()");
      assertThat((Long) browser.run(GRAPH + "return graph.edges('.on').length")).isPositive();
    }
  }

  /** Prints how long the largest drawing takes. */
  @Test
  @Tag("cost")
  void measures() throws Exception {
    try (Chromium browser = Chromium.reading("en")) {
      signIn(browser);
      long start = System.nanoTime();
      open(browser);
      long drawn = System.nanoTime();
      openText(browser);
      long opened = System.nanoTime();
      Map<?, ?> pan = frames(browser, "graph.panBy({x: 2, y: 1})");
      Map<?, ?> zoom =
          frames(browser, "graph.zoom(graph.zoom() * (i % 60 < 30 ? 1.02 : 1 / 1.02))");
      System.out.printf(
          "2,000 nodes: drawn after %d ms, 50 adverts opened in %d ms; frames of panning p50 %s ms, p95 %s ms; of zooming p50 %s ms, p95 %s ms%n",
          (drawn - start) / 1_000_000,
          (opened - drawn) / 1_000_000,
          pan.get("p50"),
          pan.get("p95"),
          zoom.get("p50"),
          zoom.get("p95"));
    }
  }

  private static void signIn(Chromium browser) throws Exception {
    browser.open(address("/sign-in"));
    served.clock.pass(Duration.ofMinutes(2));
    OneTimeCode code = ServedConsole.CODE;
    browser.tabTo("input[name=name]").type("analyst");
    browser.tabTo("input[name=password]").type(ServedConsole.PASSWORD);
    browser.tabTo("input[name=code]").type(code.at(served.clock.instant())).enter();
    browser.open(address("/reason"));
    browser.tabTo("input[name=reason]").type("operation example").enter();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + served.console.port() + path;
  }

  private static void open(Chromium browser) {
    browser.open(address("/networks/" + LargeNetwork.ID));
    browser.await("return Number(document.getElementById('graph').dataset.nodes) > 0");
  }

  private static void openText(Chromium browser) {
    browser.run(GRAPH + "graph.getElementById('" + LargeNetwork.OPENED + "').emit('tap')");
    browser.await(
        "return Number(document.getElementById('graph').dataset.nodes) > "
            + NetworkGraph.MOST_NODES);
  }

  private static Map<?, ?> frames(Chromium browser, String act) {
    return (Map<?, ?>)
        browser.runAndWait(
            GRAPH
                + """
                const done = arguments[arguments.length - 1];
                const times = [];
                let last = performance.now(), i = 0;
                const next = now => {
                  times.push(now - last);
                  last = now;
                  i++;
                  if (i > 180) {
                    times.sort((a, b) => a - b);
                    done({p50: Math.round(times[90]), p95: Math.round(times[171])});
                  } else {
                    ACT;
                    requestAnimationFrame(next);
                  }
                };
                requestAnimationFrame(next);
                """
                    .replace("ACT", act));
  }
}
