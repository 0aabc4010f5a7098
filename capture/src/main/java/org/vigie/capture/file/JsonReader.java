package org.vigie.capture.file;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON of any shape: with {@code --map} by pointers, else as an answer of a site would be read. */
final class JsonReader implements FileReader {
  /** The key under which a pointer leads to the list of adverts. */
  private static final String LIST = "list";

  private static final Pattern NAMED =
      Pattern.compile("^\\s{0,9}window\\.[\\w$.]{1,80}\\s{0,9}=\\s{0,9}(?=[\\[{])");

  /** Of one answer no more posts are read: what people keep in one list is longer. */
  private static final int AT_ONCE = 1_000;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    boolean mapped = file.mapping().values().stream().anyMatch(value -> value.startsWith("/"));
    if (mapped) {
      mapped(file, sink);
    } else {
      posts(withoutName(file.text()), isLines(file), sink);
    }
  }

  /** X hands out data as scripts, each of which gives one value to a name. */
  static String withoutName(String text) {
    return NAMED.matcher(text).replaceFirst("");
  }

  /** Lines by themselves are told apart before; those in an archive or a mail are adverts too. */
  private static boolean isLines(FileSource file) {
    return file.depth() > 0 && (file.ending().equals("jsonl") || file.ending().equals("ndjson"));
  }

  /** Several values, one a line or one after another, are a list. */
  private static void posts(String text, boolean lines, FileSink sink) throws IOException {
    JsonValues values;
    try {
      values = JsonValues.of(text);
    } catch (IOException e) {
      page(FileJson.read(text).toString(), sink); // says where it is broken, if the first value is
      sink.unread(
          "", "broken", "behind a value of JSON another must stand, but something else does");
      return;
    }
    if (values.broken().size() >= values.whole().size() && !values.broken().isEmpty()) {
      FileJson.read(text); // no lines of JSON: one that is broken
    }
    values.reportBroken(sink);
    if (AdvertObject.areAll(values.whole(), lines)) {
      adverts(values.whole(), sink);
      return;
    }
    if (values.whole().size() <= 1 && values.broken().isEmpty()) {
      page(text, sink);
      return;
    }
    ArrayNode some = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : values.whole()) {
      some.add(value);
      if (some.size() == AT_ONCE) {
        page(some.toString(), sink);
        some.removeAll();
      }
    }
    if (!some.isEmpty()) {
      page(some.toString(), sink);
    }
  }

  private static void adverts(List<JsonNode> values, FileSink sink) throws IOException {
    int number = 0;
    for (JsonNode value : values) {
      number++;
      if (AdvertObject.says(value)) {
        AdvertObject.handOn(value, sink);
      } else {
        sink.unread("object " + number, "no-text", "an advert must have a text or a title");
      }
    }
  }

  private static void mapped(FileSource file, FileSink sink) throws IOException {
    String pointer = file.mapping().getOrDefault(LIST, "");
    int number = 0;
    JsonValues values = JsonValues.of(file.text());
    values.reportBroken(sink);
    for (JsonNode whole : values.whole()) {
      JsonNode list = at(whole, pointer);
      if (list.isMissingNode()) {
        sink.unread(
            "", "no-such-list", "a list must stand where --map list=%s says".formatted(pointer));
      }
      for (JsonNode object : list.isArray() ? list : List.of(list)) {
        number++;
        if (!object.isMissingNode() && !row(object, file.mapping(), sink)) {
          sink.unread(
              "object " + number,
              "no-text",
              "an object must have a text or a title where --map says");
        }
      }
    }
  }

  private static void page(String json, FileSink sink) throws IOException {
    sink.page("", "application/json", json.getBytes(StandardCharsets.UTF_8), null);
  }

  private static boolean row(JsonNode object, Map<String, String> mapping, FileSink sink)
      throws IOException {
    RowBuilder row = new RowBuilder();
    for (Map.Entry<String, String> key : mapping.entrySet()) {
      JsonNode value = at(object, key.getValue());
      String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
      if (key.getKey().startsWith("fields.")) {
        row.field(key.getKey().substring("fields.".length()), text);
      } else if (key.getKey().equals("posted")) {
        row.posted(LocalTimes.parse(text, true));
      } else if (!key.getKey().equals(LIST)) {
        row.part(key.getKey(), text);
      }
    }
    return row.to(sink);
  }

  private static JsonNode at(JsonNode node, String pointer) {
    try {
      return pointer.isEmpty() ? node : node.at(JsonPointer.compile(pointer));
    } catch (IllegalArgumentException e) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
  }
}
