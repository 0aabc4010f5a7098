package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is parted where its look changes: a list of texts and of objects that each hold one,
 * such as {@code ["Call ", {"type": "phone", "text": "…"}]}.
 */
public final class MixedText {
  private static final int MAX_PARTS = 10_000;

  private static final int MAX_LINKS = 50;

  private MixedText() {}

  /**
   * Returns the whole of a list of parts, or empty if a value is none or one of its parts isn't.
   */
  public static String of(JsonNode value) {
    if (!value.isArray() || value.size() > MAX_PARTS) {
      return "";
    }
    StringBuilder whole = new StringBuilder();
    boolean parted = value.size() == 1;
    for (JsonNode part : value) {
      JsonNode text = part.isTextual() ? part : part.path("text");
      if (!text.isTextual()) {
        return "";
      }
      parted |= part.isObject();
      whole.append(text.asText());
    }
    // Texts alone are a list, such as what a title was and is.
    return parted ? whole.toString() : "";
  }

  /**
   * Returns what the parts of a value that is known to be such a text say, without those that hold
   * no text; empty if it is no list.
   */
  public static String joined(JsonNode value) {
    StringBuilder whole = new StringBuilder();
    if (value.isArray()) {
      for (JsonNode part : value) {
        JsonNode text = part.isTextual() ? part : part.path("text");
        whole.append(text.isTextual() ? text.asText() : "");
      }
    }
    return whole.toString();
  }

  /** Returns where its parts lead whose words don't say so. */
  public static List<String> links(JsonNode value) {
    List<String> links = new ArrayList<>();
    if (value.isArray()) {
      for (JsonNode part : value) {
        String link = part.path("href").asText("");
        if (link.startsWith("http") && links.size() < MAX_LINKS) {
          links.add(link);
        }
      }
    }
    return links;
  }
}
