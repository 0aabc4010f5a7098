package org.vigie.casework.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.search.SearchResult;

/** What an exporter among the plug-ins writes. If it goes wrong once, there is no export. */
public final class PluginTarget implements ExportTarget {
  private final PluginSpec exporter;

  public PluginTarget(PluginSpec exporter) {
    this.exporter = exporter;
  }

  @Override
  public ExportSink into(OutputStream out) throws IOException {
    PluginProcess process = new PluginProcess(exporter);
    Sink sink = new Sink(process, out);
    try {
      sink.write(PluginJson.object().put("do", "start"));
      return sink;
    } catch (IOException e) {
      process.close();
      throw e;
    }
  }

  /** Writes what it answers, as it answers. */
  private static final class Sink implements ExportSink {
    private final PluginProcess process;
    private final OutputStream out;
    private boolean whole = true;

    Sink(PluginProcess process, OutputStream out) {
      this.process = process;
      this.out = out;
    }

    @Override
    public void add(SearchResult.Hit hit) throws IOException {
      ObjectNode question = PluginJson.object().put("do", "export");
      question.set("advert", PluginJson.of(hit.advert()));
      write(question);
    }

    private void write(ObjectNode question) throws IOException {
      whole = false;
      JsonNode text = process.ask(question).path("text");
      if (!text.isTextual()) {
        throw process.malformed("must give a text for each advert, but didn't");
      }
      out.write(text.asText().getBytes(StandardCharsets.UTF_8));
      whole = true;
    }

    @Override
    public void close() throws IOException {
      try {
        if (whole) {
          write(PluginJson.object().put("do", "end"));
        }
        out.flush();
      } finally {
        process.close();
      }
    }
  }
}
