package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text that stands in sections of its own: a vacancy's tasks, what it asks for and what it
 * offers, each under a name, or in a list in which each has a heading and a body.
 */
public final class TextSections {
  /** Names of sections, without case and signs between words, singular. */
  private static final Set<String> NAMES =
      Set.of(
          "requirement",
          "responsibility",
          "responsibilitie",
          "qualification",
          "qualificationsummary",
          "jobsummary",
          "prerequisite",
          "duty",
          "dutie",
          "task",
          "benefit",
          "whatweoffer",
          "weoffer",
          "jobrequirement",
          "jobresponsibilitie",
          "jobbenefit",
          "truncatedbodytext");

  private static final List<String> HEADINGS = List.of("heading", "title", "name", "label");
  private static final List<String> BODIES =
      List.of("body", "text", "content", "html", "description", "value");

  private static final int MAX_SECTIONS = 20;

  private TextSections() {}

  /** Returns the text of an object of named sections or of a list of them, or empty. */
  public static String in(JsonNode value) {
    JsonNode list = value.isObject() && value.size() == 1 ? value.iterator().next() : value;
    if (list.isArray() || (list != value && list.isObject())) {
      return ofList(list.isArray() ? list : List.of(list));
    }
    String beside = value.isObject() ? beside(value, "") : "";
    boolean titled = beside.isEmpty() && value.isObject() && !value.isEmpty();
    return titled ? ofMembers(value) : beside;
  }

  /** Returns a text with the sections that stand beside it in its object. */
  public static String beside(JsonNode object, String text) {
    StringBuilder whole = new StringBuilder(text);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String said = member.getValue().isTextual() ? member.getValue().asText().strip() : "";
      boolean section =
          said.indexOf(' ') > 0
              && member.getKey().length() <= 40
              && NAMES.contains(folded(member.getKey()));
      if (section && whole.indexOf(said) < 0) {
        whole.append(whole.isEmpty() ? "" : "\n").append(said);
      }
    }
    return whole.toString();
  }

  /**
   * Each member may be a heading and a body; what a firm says of itself is no task of a vacancy.
   */
  private static String ofMembers(JsonNode object) {
    List<JsonNode> sections = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      boolean section =
          !first(member.getValue(), HEADINGS).isEmpty()
              && first(member.getValue(), BODIES).indexOf(' ') > 0
              && !member.getKey().toLowerCase(Locale.ROOT).startsWith("company");
      if (section) {
        sections.add(member.getValue());
      }
    }
    return sections.size() > 1 ? ofList(sections) : "";
  }

  private static String ofList(Iterable<JsonNode> list) {
    List<String> lines = new ArrayList<>();
    int seen = 0;
    for (JsonNode section : list) {
      String body = first(section, BODIES);
      if (body.indexOf(' ') < 0 || ++seen > MAX_SECTIONS) {
        return "";
      }
      String heading = first(section, HEADINGS);
      if (!heading.isEmpty() && !heading.equals(body)) {
        lines.add(heading);
      }
      lines.add(body);
    }
    return String.join("\n", lines);
  }

  private static String first(JsonNode section, List<String> names) {
    for (String name : names) {
      JsonNode said = section.path(name);
      if (said.isTextual() && !said.asText().isBlank()) {
        return said.asText().strip();
      }
    }
    return "";
  }

  private static String folded(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
