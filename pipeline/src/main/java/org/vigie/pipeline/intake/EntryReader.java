package org.vigie.pipeline.intake;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.plugin.PagePlugins;
import org.vigie.pipeline.plugin.PluginSet;

/**
 * Reads one input entry by entry: a line, a CSV row, a capture.
 *
 * <p>Reading the same bytes again yields the same entries, so a position is the number of entries
 * read before it.
 */
public interface EntryReader extends AutoCloseable {

  /**
   * Reads the next entry.
   *
   * @return its adverts and dead letters, none for an entry that holds neither; null at the end
   * @throws IOException if the file itself can't be read; bad content is a dead letter instead
   */
  @Nullable List<Intake> next() throws IOException;

  /** Passes over the next entry as {@link #next} would, without making anything of it. */
  default void skip() throws IOException {
    next();
  }

  /** Returns the number of the last line read, from 1; 0 where entries aren't lines. */
  default long line() {
    return 0;
  }

  /** Returns how many bytes of the file have been read. */
  long bytesRead();

  @Override
  void close() throws IOException;

  /**
   * Opens the reader that an input's format asks for.
   *
   * @param templates for the pages of captures
   */
  static EntryReader open(InputManifest input, SiteTemplates templates) throws IOException {
    return open(input, templates, PluginSet.none());
  }

  /**
   * Opens the same.
   *
   * @param plugins that may read pages
   */
  static EntryReader open(InputManifest input, SiteTemplates templates, PluginSet plugins)
      throws IOException {
    return switch (input.layout().format()) {
      case JSONL -> new JsonLinesReader(input);
      case CSV -> new CsvReader(input);
      case WARC -> new CaptureReader(input, templates, new PagePlugins(plugins));
    };
  }
}
