package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data that a page's scripts carry: each value under the name that it is given to, such as
 * {@code __NEXT_DATA__}, {@code window.__NUXT__} or {@code ytInitialData}. No script is run.
 */
public final class PageState {
  /** Shorter values are settings. */
  private static final int MIN_CHARS = 40;

  /** Characters of scripts looked at in one page. */
  private static final int MAX_CHARS = 16 << 20;

  /** Values taken from one page. */
  private static final int MAX_VALUES = 400;

  /** Functions whose values are looked for: each may cost a look through its whole script. */
  private static final int MAX_CALLS = 40;

  /** A value is given to a name, or handed to one that takes data. */
  private static final Pattern GIVEN =
      Pattern.compile("([\\w$][\\w$.\\[\\]'\"]{0,80})\\s{0,3}=\\s{0,8}(?=[\\[{\"'(]|JSON\\.parse)");

  /** Embedded posts of Instagram hand their data on as a text within a call. */
  private static final Pattern HANDED = Pattern.compile("\"contextJSON\"\\s{0,3}:\\s{0,3}(?=\")");

  private static final String STREAM = "__next_f.push(";

  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private final StringBuilder stream = new StringBuilder();
  private int room = MAX_CHARS;
  private int calls = MAX_CALLS;

  private PageState() {}

  /** One script of a page: its {@code id}, its {@code type} and what stands in it. */
  public record Script(String id, String type, String data) {}

  /** Returns what the scripts of a page carry. JSON-LD is left out: it has readers of its own. */
  public static PageState of(List<Script> scripts) {
    PageState state = new PageState();
    for (Script script : scripts) {
      if (!script.type().contains("ld+json") && script.data().length() >= MIN_CHARS) {
        state.add(script);
      }
    }
    state.addStream();
    return state;
  }

  /** Returns a state that is one answer. */
  public static PageState of(JsonNode answer) {
    PageState state = new PageState();
    state.values.put("", answer);
    return state;
  }

  /** Returns name → value, in page order. */
  public Map<String, JsonNode> values() {
    return java.util.Collections.unmodifiableMap(values);
  }

  /** Returns whether it is one answer, which has no name. */
  boolean isAnswer() {
    return values.size() == 1 && values.containsKey("");
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  private void add(Script script) {
    String data = script.data();
    if (data.length() > room) {
      return;
    }
    room -= data.length();
    String text = unescaped(data);
    if (script.type().contains("json")) {
      put(script.id(), ScriptLiteral.at(text, 0).value());
    } else if (text.contains(STREAM)) {
      addStreamed(text);
    } else {
      addGiven(text);
      Matcher handed = HANDED.matcher(text);
      if (handed.find()) {
        put("contextJSON", ScriptLiteral.at(text, handed.end()).value());
      }
    }
  }

  /** Some templates hold JSON with its quotes escaped as in markup. */
  private static String unescaped(String data) {
    boolean escaped =
        data.startsWith("{&quot;") || data.startsWith("{&#34;") || data.startsWith("&#34;");
    return escaped
        ? data.replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&")
        : data;
  }

  private void addGiven(String script) {
    Matcher given = GIVEN.matcher(script);
    int from = 0;
    while (values.size() < MAX_VALUES && given.find(from)) {
      int start = given.end();
      if (script.charAt(start) == '(') {
        if (ScriptLiteral.isCall(script, start) && calls-- > 0) {
          put(given.group(1), ScriptLiteral.ofCall(script, start));
        }
        from = start + 1;
        continue;
      }
      ScriptLiteral.Read read = ScriptLiteral.at(script, start);
      put(given.group(1), read.value());
      from = read.isNone() ? start : read.end();
    }
  }

  private void addStreamed(String script) {
    for (int at = script.indexOf(STREAM); at >= 0; at = script.indexOf(STREAM, at + 1)) {
      JsonNode pushed = ScriptLiteral.at(script, at + STREAM.length()).value();
      if (pushed.path(0).asInt(-1) == 1) {
        stream.append(pushed.path(1).asText(""));
      }
    }
  }

  /** Next.js streams rows {@code id:value}, a row's long texts by their length. */
  private void addStream() {
    int at = 0;
    while (at < stream.length() && values.size() < MAX_VALUES) {
      int colon = stream.indexOf(":", at);
      if (colon < 0 || colon + 1 >= stream.length()) {
        return;
      }
      String id = stream.substring(at, colon);
      int start = colon + 1;
      while (start < stream.length() && Character.isUpperCase(stream.charAt(start))) {
        start++;
      }
      if (stream.charAt(colon + 1) == 'T') {
        at = behindText(colon + 2);
        continue;
      }
      int end = stream.indexOf("\n", start);
      end = end < 0 ? stream.length() : end;
      if (start < end && stream.charAt(start) != '"') {
        put("__next_f " + id.strip(), ScriptLiteral.at(stream.substring(start, end), 0).value());
      }
      at = end + 1;
    }
  }

  /** A text row tells its length in bytes of UTF-8, in hexadecimal digits. */
  private int behindText(int start) {
    int comma = stream.indexOf(",", start);
    try {
      int bytes = Integer.parseInt(stream, start, Math.max(comma, start), 16);
      int at = comma + 1;
      while (at < stream.length() && bytes > 0) {
        int point = stream.codePointAt(at);
        bytes -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        at += Character.charCount(point);
      }
      return at;
    } catch (NumberFormatException e) {
      return stream.length();
    }
  }

  private void put(String name, JsonNode value) {
    if (values.size() >= MAX_VALUES) {
      return;
    }
    JsonNode data = value;
    if (value.isTextual()) {
      String text = value.asText();
      boolean json = text.length() >= MIN_CHARS && (text.startsWith("{") || text.startsWith("["));
      data = json ? ScriptLiteral.at(text, 0).value() : value;
    }
    if (data.isContainerNode() && !data.isEmpty()) {
      values.put(values.containsKey(name) ? name + "'" + values.size() : name, data);
    }
  }

  /** Returns all objects in it, outer ones first, at most some number. */
  List<JsonNode> objects(int max) {
    List<JsonNode> objects = new ArrayList<>();
    values.values().forEach(value -> collect(value, objects, max));
    return objects;
  }

  private static void collect(JsonNode node, List<JsonNode> objects, int max) {
    if (objects.size() < max && node.isContainerNode()) {
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(member -> collect(member, objects, max));
    }
  }
}
