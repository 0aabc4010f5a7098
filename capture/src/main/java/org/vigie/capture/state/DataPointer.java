package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where in a page's data something lies: {@code NAME/a/b/0/c}, NAME being what the data is given to
 * or empty for any, a JSON pointer (RFC 6901) behind it, {@code *} standing for every member.
 *
 * @param name of the data, or empty
 * @param steps of the pointer
 */
public record DataPointer(String name, List<String> steps) {
  private static final int MAX_FOUND = 5_000;

  /** Copies what may change. */
  public DataPointer {
    steps = List.copyOf(steps);
  }

  /**
   * @throws IllegalArgumentException if a text has no pointer
   */
  public static DataPointer parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || slash == text.length() - 1) {
      throw new IllegalArgumentException(
          "must be a JSON pointer such as json:__NEXT_DATA__/props/ads/*, but was '" + text + "'");
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(slash + 1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new DataPointer(text.substring(0, slash).strip(), steps);
  }

  /** Returns what lies there in a page's data, in its order. */
  public List<JsonNode> in(PageState state) {
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> value : state.values().entrySet()) {
      boolean meant =
          name.isEmpty() || value.getKey().equals(name) || value.getKey().endsWith("." + name);
      if (meant) {
        collect(value.getValue(), 0, found);
      }
    }
    return found;
  }

  /** Returns what lies there in a value, in its order. */
  public List<JsonNode> in(JsonNode value) {
    List<JsonNode> found = new ArrayList<>();
    collect(value, 0, found);
    return found;
  }

  private void collect(JsonNode node, int step, List<JsonNode> found) {
    if (found.size() >= MAX_FOUND || node.isMissingNode() || node.isNull()) {
      return;
    }
    if (step == steps.size()) {
      found.add(node);
    } else if (steps.get(step).equals("*")) {
      node.forEach(member -> collect(member, step + 1, found));
    } else if (node.isArray() && steps.get(step).matches("\\d{1,6}")) {
      collect(node.path(Integer.parseInt(steps.get(step))), step + 1, found);
    } else {
      collect(node.path(steps.get(step)), step + 1, found);
    }
  }

  /** Returns the text of a value, empty if it has none. */
  public static String text(JsonNode value) {
    return Values.textOf(value);
  }
}
