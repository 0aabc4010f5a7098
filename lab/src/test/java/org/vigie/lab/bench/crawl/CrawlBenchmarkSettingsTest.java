package org.vigie.lab.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrawlBenchmarkSettingsTest {
  @Test
  void readsEveryArgument() {
    assertThat(
            CrawlBenchmarkSettings.parse(
                new String[] {
                  "--pages=10",
                  "--peer-pages=5",
                  "--rounds=1",
                  "--memory-pages=0",
                  "--clients=Vigie,Scrapy",
                  "--vigie-options=-Xmx64m -Xss256k",
                  "--scratch=a",
                  "--table=b.md"
                }))
        .isEqualTo(
            new CrawlBenchmarkSettings(
                10,
                5,
                1,
                0,
                List.of("Vigie", "Scrapy"),
                List.of("-Xmx64m", "-Xss256k"),
                Path.of("a"),
                Path.of("b.md")));
  }

  @Test
  void measuresWithTheOptionsThatTheLauncherGivesACrawl() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../vigie"));
    String every = lineWith(lines, "exec \"$jdk/bin/java\" ");
    String crawls = lineWith(lines, "tuned_for_crawls='");
    List<String> given = new ArrayList<>(List.of(every.split(" ")));
    given.removeAll(List.of("-Xlog:disable", "\\"));
    given.addAll(List.of(crawls.substring(0, crawls.length() - 1).split(" ")));

    assertThat(CrawlBenchmarkSettings.defaults().vigieOptions()).isEqualTo(given);
  }

  /** Returns what follows a beginning, on the one line that has it. */
  private static String lineWith(List<String> lines, String beginning) {
    List<String> found =
        lines.stream().map(String::strip).filter(line -> line.startsWith(beginning)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst().substring(beginning.length());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> CrawlBenchmarkSettings.parse(new String[] {"--page=10"}))
        .hasMessage("unknown arguments: [page]");
    assertThatThrownBy(() -> CrawlBenchmarkSettings.parse(new String[] {"pages"}))
        .hasMessage("an argument must be --name=value, but was pages");
    assertThatThrownBy(() -> CrawlBenchmarkSettings.parse(new String[] {"--rounds=0"}))
        .hasMessage("rounds must be at least 1, but was 0");
  }
}
