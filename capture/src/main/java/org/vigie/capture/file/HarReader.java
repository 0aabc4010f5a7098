package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a browser's tools noted of a visit (HAR 1.2): its pages and answers, as far as kept. */
final class HarReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    JsonNode entries = FileJson.read(file.text()).path("log").path("entries");
    if (sink.readsPictures()) {
      pictures(entries, sink);
    }
    int bodies = 0;
    for (JsonNode entry : entries) {
      JsonNode content = entry.path("response").path("content");
      String type = content.path("mimeType").asText("");
      String text = content.path("text").asText("");
      boolean read = type.contains("html") || type.contains("json") || type.contains("xml");
      if (!read || text.isEmpty() || entry.path("response").path("status").asInt() / 100 != 2) {
        continue;
      }
      boolean packed = content.path("encoding").asText("").equals("base64");
      byte[] body = packed ? MimePart.base64(text) : text.getBytes(StandardCharsets.UTF_8);
      // A text without encoding was decoded by the browser, whatever the page declares.
      String declared = packed ? type : type.split(";")[0] + "; charset=utf-8";
      bodies++;
      sink.page(entry.path("request").path("url").asText(""), declared, body, time(entry));
    }
    if (bodies == 0) {
      sink.unread(
          "",
          "no-bodies",
          "an HTTP archive must hold the texts of its answers, but none of its %d entries does"
              .formatted(entries.size()));
    }
  }

  private static void pictures(JsonNode entries, FileSink sink) throws IOException {
    for (JsonNode entry : entries) {
      JsonNode content = entry.path("response").path("content");
      boolean packed = content.path("encoding").asText("").equals("base64");
      if (packed && content.path("mimeType").asText("").startsWith("image/")) {
        byte[] picture = MimePart.base64(content.path("text").asText(""));
        sink.picture(entry.path("request").path("url").asText(""), picture);
      }
    }
  }

  private static @Nullable Instant time(JsonNode entry) {
    try {
      return OffsetDateTime.parse(entry.path("startedDateTime").asText("")).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
