package org.vigie.pipeline.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.capture.file.FileSink;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;

/** Files, and feeds without any, that plug-ins read. */
public final class PluginFiles {
  /** Keys of the schema advert-v1 that a plug-in may fill. */
  private static final List<String> KEYS =
      List.of(
          "id", "url", "site", "channel", "posted", "seen", "lang", "country", "place", "title",
          "text");

  private PluginFiles() {}

  /**
   * Hands on what a plug-in reads in a file; what goes wrong is handed on as such.
   *
   * @param name of the file; empty for a feed
   * @param file where it lies; empty for a feed
   */
  public static void read(PluginSpec spec, String name, String file, FileSink sink)
      throws IOException {
    String path = file.isEmpty() ? "" : Path.of(file).toAbsolutePath().toString();
    try (PluginProcess process = new PluginProcess(spec)) {
      process.askMany(
          PluginJson.object().put("do", "read").put("name", name).put("file", path),
          item -> take(spec, item, sink));
    } catch (PluginFault e) {
      sink.unread("", e.kind().label(), String.valueOf(e.getMessage()));
    }
  }

  private static void take(PluginSpec spec, JsonNode item, FileSink sink) throws IOException {
    JsonNode advert = item.path("advert");
    PluginJson.forgetMarks(advert);
    Map<String, String> parts = new TreeMap<>();
    for (String key : KEYS) {
      JsonNode value = advert.path(key);
      // A plug-in that knows no time says the first there is.
      boolean isUnknown = key.equals("seen") && value.asText().equals(Instant.EPOCH.toString());
      if (value.isValueNode() && !value.asText("").isBlank() && !isUnknown) {
        parts.put(key, value.asText());
      }
    }
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : advert.path("fields").properties()) {
      if (field.getValue().isValueNode()) {
        fields.put(field.getKey(), field.getValue().asText(""));
      }
    }
    if (parts.containsKey("text") || parts.containsKey("title")) {
      sink.row(parts, fields);
    } else {
      sink.unread(
          "",
          "no-text",
          "plug-in %s must give adverts with a text or a title, but gave another line"
              .formatted(spec.name()));
    }
  }
}
