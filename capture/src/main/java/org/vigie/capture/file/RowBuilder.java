package org.vigie.capture.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LinkedContacts;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.TelephoneShape;

/** One message in the making. */
final class RowBuilder {
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private final List<String> pictures = new ArrayList<>();

  RowBuilder part(String key, String value) {
    if (!value.isBlank()) {
      parts.put(key, value.strip());
    }
    return this;
  }

  RowBuilder field(String key, String value) {
    if (!value.isBlank()) {
      fields.put(key, value.strip());
    }
    return this;
  }

  RowBuilder posted(@Nullable Instant time) {
    return time == null ? this : part("posted", time.toString());
  }

  /** Names a picture that belongs to it; a blank name counts as none. */
  RowBuilder picture(String name) {
    if (!name.isBlank()) {
      pictures.add(name.strip());
    }
    return this;
  }

  /** Hands it on, unless it says nothing. */
  boolean to(FileSink sink) throws java.io.IOException {
    if (sink.readsPictures()) {
      field(FileSink.PICTURES, String.join("\n", pictures));
    }
    String number = fields.getOrDefault("telephone", "");
    boolean alone = !parts.containsKey("text") && !parts.containsKey("title");
    if (alone && TelephoneShape.isIn(number)) {
      part("text", number); // whoever is to be called is all that it says
    }
    boolean told =
        parts.containsKey("text")
            || parts.containsKey("title")
            || (sink.readsPictures() && !pictures.isEmpty());
    if (told) {
      LinkedContacts.of(
              String.join("\n", parts.values()), fields.getOrDefault(MessengerLinks.FIELD, ""), "")
          .forEach(fields::putIfAbsent);
      sink.row(parts, fields);
    }
    return told;
  }
}
