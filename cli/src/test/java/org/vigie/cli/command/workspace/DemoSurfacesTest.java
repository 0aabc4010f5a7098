package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.CrawlReport;
import org.vigie.pipeline.workspace.Workspace;

class DemoSurfacesTest {
  @TempDir Path folder;

  @Test
  void countsPagesThatWereNotRenderedWhateverTheReason() {
    DemoSurfaces surfaces = new DemoSurfaces(new Workspace(folder));
    assertThat(surfaces.unrendered()).isZero();

    surfaces.crawled(
        new CrawlReport(
            new CrawlProgress(10, 0, 0, 0),
            Map.of(),
            Map.of(),
            Map.of("rendered", 5L, "failed-time", 3L, "no-browser", 2L),
            Map.of(),
            List.of()));

    assertThat(surfaces.unrendered()).isEqualTo(5);
  }
}
