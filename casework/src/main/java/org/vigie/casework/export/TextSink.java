package org.vigie.casework.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.vigie.search.SearchResult;

/** Adverts as lines of UTF-8. */
final class TextSink implements ExportSink {
  private final Writer out;
  private final Function<SearchResult.Hit, String> line;

  /**
   * Begins a text.
   *
   * @param head what comes before the first advert
   * @param line an advert with its line end
   */
  TextSink(OutputStream out, String head, Function<SearchResult.Hit, String> line)
      throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.line = line;
    this.out.write(head);
  }

  @Override
  public void add(SearchResult.Hit hit) throws IOException {
    out.write(line.apply(hit));
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
