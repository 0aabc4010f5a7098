package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.WarcReader;
import org.vigie.pipeline.plugin.PagePlugins;

/** Reads the captures of a WARC file. */
final class CaptureReader implements EntryReader {
  private final WarcReader warc;
  private final EntriesAhead entries;
  private final CapturedPages pages;
  private final PagePlugins plugins;

  CaptureReader(InputManifest input, SiteTemplates templates, PagePlugins plugins)
      throws IOException {
    this.plugins = plugins;
    pages = new CapturedPages(input, new AdvertExtractor(templates), plugins);
    warc = WarcReader.open(Path.of(input.path()));
    entries = new EntriesAhead(warc::next);
  }

  @Override
  public @Nullable List<Intake> next() throws IOException {
    return pages.next(entries);
  }

  @Override
  public void skip() throws IOException {
    entries.next();
  }

  @Override
  public long bytesRead() {
    return warc.bytesRead();
  }

  @Override
  public void close() throws IOException {
    plugins.close();
    warc.close();
  }
}
