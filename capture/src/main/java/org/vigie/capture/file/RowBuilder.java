package org.vigie.capture.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LinkedContacts;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.TelephoneShape;

/** One message in the making. */
final class RowBuilder {
  private static final Pattern WHATSAPP =
      Pattern.compile("\\+?(\\d{7,15})@s\\.whatsapp\\.net(.*)", Pattern.DOTALL);

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

  /** Programs that read phones name who wrote by the number's address at WhatsApp. */
  private void withNumber() {
    Matcher address = WHATSAPP.matcher(fields.getOrDefault("author", ""));
    if (address.matches()) {
      String number = "+" + address.group(1);
      fields.putIfAbsent("telephone", number);
      fields.put("author", address.group(2).isBlank() ? number : address.group(2).strip());
    }
  }

  /** Hands it on, unless it says nothing. */
  boolean to(FileSink sink) throws java.io.IOException {
    if (sink.readsPictures()) {
      field(FileSink.PICTURES, String.join("\n", pictures));
    }
    withNumber();
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
